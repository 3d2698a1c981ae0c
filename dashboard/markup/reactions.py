"""Reactions and shared texts as HTML: what was said, by whom, in what form, and who reports it."""

from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard.charts.stances import BASES, BY_CODE, NONE
from dashboard.charts.theme import COLOURS
from dashboard.markup.base import Sources
from dashboard.markup.records import inline_sources, permanent_link, text
from dashboard.words.dates import date_words
from validators.vocabulary import Action, Verified

_ACTIONS = {str(action.value): action.label for action in Action}
_VERIFIED = {str(state.value): state.label for state in Verified}


def _both(token: str) -> str:
    """A colour of the palette for both themes, as CSS."""
    light, dark = COLOURS[token.removeprefix("$")]
    return f"light-dark({light},{dark})"


def chip(code: str) -> str:
    """A stance as sign, colour and word."""
    each = BY_CODE[code]
    if each is NONE:
        return escape(each.label)
    style = f"background:{_both(each.colour)};color:{_both(each.on)}"
    return f'<span class="tumen-chip" style="{style}">{each.sign}</span> {escape(each.label)}'


def _line(*parts: str) -> str:
    said = " · ".join(part for part in parts if part)
    return f'<p class="tumen-record-facts">{said}</p>' if said else ""


def _labelled(label: str, values: Sequence[str]) -> str:
    return f"{label}: {escape(', '.join(values))}" if values else ""


def _sources(row: Any, sources: Sources) -> str:
    return f"Sources: {inline_sources(row.source_ids, sources) or 'none found'}"


def _note(row: Any) -> str:
    said = text(row.note)
    return f'<p class="tumen-record-note">{escape(said)}</p>' if said else ""


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
        f"{_line(chip(row.code), escape(BASES[row.basis]), escape(row.event))}"
        f"<p>{escape(row.summary)}</p>"
        f"{_line(_labelled('Speaker', [row.speaker]), _labelled('Action', actions))}"
        f"{_line(_labelled('Reasons given', row.reasons_words))}"
        f"{_note(row)}"
        f"{_line(_sources(row, sources), escape(_VERIFIED[row.verified]), permanent_link(row.id))}</div>"
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
        f"{_line(chip(str(row.stance)), escape(BASES[row.basis]), escape(row.event))}"
        f"<p>{escape(', '.join(row.countries))}</p>"
        f"{_line(_labelled('Aligned without being EU members', row.aligned))}"
        f"{_line(_labelled('Organisations', row.organisations))}"
        f"{_note(row)}{_line(_sources(row, sources), permanent_link(row.joint_id))}</details>"
    )


def list_html(items: Sequence[str], label: str) -> str:
    """Items as a list that is announced by its name."""
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'<ul class="tumen-records" aria-label="{escape(label, quote=True)}">{listed}</ul>'
