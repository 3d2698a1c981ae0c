"""Reactions and shared texts as HTML: what was said, by whom, in what form, and who reports it."""

from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard.charts.stances import BASES, BY_CODE, NONE
from dashboard.markup.base import Sources, both_themes, facts_line
from dashboard.markup.records import note_html, permanent_link, sources_line
from dashboard.words.dates import date_words
from validators.vocabulary import Action, Verified

_ACTIONS = {str(action.value): action.label for action in Action}
_VERIFIED = {str(state.value): state.label for state in Verified}


def chip(code: str) -> str:
    """A stance as sign, colour and word."""
    each = BY_CODE[code]
    if each is NONE:
        return escape(each.label)
    style = f"background:{both_themes(each.colour)};color:{both_themes(each.on)}"
    return f'<span class="tumen-chip" style="{style}">{each.sign}</span> {escape(each.label)}'


def _labelled(label: str, values: Sequence[str]) -> str:
    return f"{label}: {escape(', '.join(values))}" if values else ""


def reaction_item(row: Any, sources: Sources) -> str:
    """One reaction in a list.

    Args:
        row: A row of ``reactions`` with ``name``, ``event``, ``code`` and ``reasons_words``.
        sources: Sources by id.
    """
    actions = [_ACTIONS[action] for action in row.actions]
    return (
        '<div class="tumen-record">'
        f"<h3>{escape(row.name)}, {escape(date_words(row.date))}</h3>"
        f"{facts_line(chip(row.code), escape(BASES[row.basis]), escape(row.event))}"
        f"<p>{escape(row.summary)}</p>"
        f"{facts_line(_labelled('Speaker', [row.speaker]), _labelled('Action', actions))}"
        f"{facts_line(_labelled('Reasons given', row.reasons_words))}"
        f"{note_html(row.note)}"
        f"{facts_line(sources_line(row.source_ids, sources), escape(_VERIFIED[row.verified]), permanent_link(row.id))}</div>"
    )


def shared_text_item(row: Any, sources: Sources) -> str:
    """One shared text, its signatories folded away below its title.

    Args:
        row: A row of ``joint_statements`` with names in ``countries``, ``aligned`` and
            ``organisations``, and ``event``.
        sources: Sources by id.
    """
    count = len(row.countries)
    title = f"{date_words(row.date)}: {row.title}"
    many = f"{count} {'country' if count == 1 else 'countries'}"
    return (
        f'<details class="tumen-more tumen-record"><summary>{escape(title)} '
        f'<span class="tumen-count">({many})</span></summary>'
        f"{facts_line(chip(str(row.stance)), escape(BASES[row.basis]), escape(row.event))}"
        f"<p>{escape(', '.join(row.countries))}</p>"
        f"{facts_line(_labelled('Aligned without being EU members', row.aligned))}"
        f"{facts_line(_labelled('Organisations', row.organisations))}"
        f"{note_html(row.note)}{facts_line(sources_line(row.source_ids, sources), permanent_link(row.joint_id))}</details>"
    )
