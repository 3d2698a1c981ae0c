"""Votes, Council decisions and sanctions actions as HTML lists."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from dashboard.charts.rows import each
from dashboard.charts.united_nations.vote_looks import COUNCIL_VOTES, VOTES, VoteLook
from dashboard.markup.base import Sources, both_themes, facts_line, link, list_html
from dashboard.markup.records import note_html, permanent_link, sources_line, text
from dashboard.words.dates import date_words
from validators.vocabulary import (
    CouncilKind,
    CouncilMeasure,
    CouncilScope,
    Directness,
    RollCallKind,
    Theme,
    Verified,
    VoteIssue,
)

_VERIFIED = {state.value: state.label for state in Verified}
_ISSUES = {issue.value: issue.label for issue in VoteIssue}
_KINDS = {kind.value: kind.label for kind in RollCallKind}
_OUTCOMES = {kind.value: kind.label for kind in CouncilKind}
_MEASURES = {measure.value: measure.label for measure in CouncilMeasure}
_THEMES = {theme.value: theme.label for theme in Theme}
_DIRECT = {degree.value: degree.label for degree in Directness}

_ASKED = ("no", "abstain", "absent", "yes", "nonmember")

_RECORD = "https://digitallibrary.un.org/record/"


def vote_mark(look: VoteLook) -> str:
    """A vote as sign, colour and word."""
    style = f"color:{both_themes('$ink_soft' if look.code == 'nonmember' else look.colour)}"
    sign = f'<span class="tumen-sign" style="{style}" aria-hidden="true">{look.sign}</span>'
    return f"{sign} {escape(look.label.lower())}"


def library_link(record: Any) -> str:
    """A link to the voting record in the UN Digital Library; nothing where none is known."""
    return "" if pd.isna(record) else link(f"{_RECORD}{int(record)}", "UN Digital Library record")


def split_list(rows: pd.DataFrame, sources: Sources, names: tuple[str, str]) -> str:
    """Votes on which two states differed.

    Args:
        rows: Roll calls with ``vote_a`` and ``vote_b``.
        sources: Sources by id.
        names: The two states.
    """
    return list_html([_split_item(row, sources, names) for row in each(rows)], "Split votes")


def _split_item(row: Any, sources: Sources, names: tuple[str, str]) -> str:
    issues = ", ".join(_ISSUES[issue] for issue in row.issues)
    cast = " · ".join(
        f"{escape(name)}: {vote_mark(VOTES[vote])}"
        for name, vote in zip(names, (row.vote_a, row.vote_b), strict=True)
    )
    tally = f"All members: {row.yes} yes, {row.no} no, {row.abstain} abstentions"
    symbol = text(row.resolution)
    return (
        f'<div class="tumen-record"><h3>{escape(row.title)}</h3>'
        f"{facts_line(f'<b>{escape(date_words(row.date))}</b>', escape(symbol), escape(issues))}"
        f"<p>{cast}</p>{facts_line(tally, _KINDS[row.kind])}"
        f"{facts_line(sources_line(row.source_ids, sources), library_link(row.undl_id), permanent_link(row.roll_call_id))}</div>"
    )


def tally_bar(counts: Mapping[str, int]) -> str:
    """A resolution's votes as one bar, with the numbers in words beside their signs.

    Args:
        counts: Number of members by vote, in order of display.
    """
    total = sum(counts.values())
    if not total:
        return ""
    segments = "".join(
        f'<span style="flex:{count};background:{both_themes(VOTES[vote].colour)}"></span>'
        for vote, count in counts.items()
        if count
    )
    words = " · ".join(f"{vote_mark(VOTES[vote])} <b>{count}</b>" for vote, count in counts.items())
    return (
        f'<div class="tumen-tally"><div class="tumen-tally-bar" aria-hidden="true">{segments}'
        f"</div><p>{words} · members <b>{total}</b></p></div>"
    )


def voters(rows: pd.DataFrame) -> str:
    """Members grouped by their vote, each group with its number, names in order.

    Args:
        rows: ``vote`` and ``name``.
    """
    groups = []
    # Few before many: who voted no is asked most, and found at once.
    for code, look in sorted(VOTES.items(), key=lambda item: _ASKED.index(item[0])):
        names = sorted(rows.loc[rows["vote"] == code, "name"])
        if names:
            listed = "".join(f"<li>{escape(name)}</li>" for name in names)
            groups.append(
                f"<h3>{vote_mark(look)}: {len(names)}</h3>"
                f'<ul class="tumen-names" aria-label="{escape(look.label, quote=True)}">'
                f"{listed}</ul>"
            )
    return f'<div class="tumen-voters">{"".join(groups)}</div>'


def council_list(rows: pd.DataFrame, sources: Sources) -> str:
    """Decisions of the Security Council with the votes of Russia and China and the measures."""
    return list_html([_council_item(row, sources) for row in each(rows)], "Council decisions")


def _council_item(row: Any, sources: Sources) -> str:
    symbol = text(row.symbol)
    title = f"{symbol}: {row.subject}" if symbol else row.subject
    measures = ", ".join(_MEASURES[measure] for measure in row.measures)
    context = "context, not about the DPRK" if row.scope == CouncilScope.CONTEXT.value else ""
    # Until 1971 the seat was not that of the People's Republic; the field says so in the record.
    votes = " · ".join(
        f"{name}: {vote_mark(COUNCIL_VOTES[vote]) if isinstance(vote, str) else 'not itemised'}"
        for name, vote in ((row.russia_name, row.russia_vote), (row.china_name, row.china_vote))
    )
    return (
        f'<div class="tumen-record"><h3>{escape(title)}</h3>'
        f"{facts_line(f'<b>{escape(date_words(row.date))}</b>', _OUTCOMES[row.kind], context)}"
        f"<p>{escape(row.summary)}</p><p>{votes}</p>"
        f"{facts_line(council_tally(row), f'Measures: {escape(measures)}' if measures else '')}"
        f"{note_html(row.note)}"
        f"{facts_line(sources_line(row.source_ids, sources))}"
        f"{facts_line(_VERIFIED[row.verified], library_link(row.undl_id), permanent_link(row.id))}</div>"
    )


def council_tally(row: Any) -> str:
    """The vote in the Council: "13 for, 2 against"; that it was not seen where it is not known."""
    if pd.isna(row.votes_for):
        return "Tally not seen"
    parts = [f"{row.votes_for} for", f"{row.votes_against} against"]
    if row.abstentions:
        parts.append(f"{row.abstentions} abstaining")
    if row.not_voting:
        parts.append(f"{row.not_voting} not voting")
    return ", ".join(parts)


def sanctions_list(rows: pd.DataFrame, sources: Sources) -> str:
    """Sanctions actions with their targets and the counts as reported."""
    return list_html([_sanctions_item(row, sources) for row in each(rows)], "Sanctions actions")


def _sanctions_item(row: Any, sources: Sources) -> str:
    targets = "; ".join(row.targets)
    direct = "" if row.direct == "yes" else f"Bears on the tie: {_DIRECT[row.direct].lower()}"
    return (
        f'<div class="tumen-record"><h3>{escape(row.body_name)}: {escape(row.reason)}</h3>'
        f"{facts_line(f'<b>{escape(date_words(row.date))}</b>', _THEMES[row.theme], direct)}"
        f"<p>{escape(targets)}</p>{facts_line(escape(count_words(row)))}{note_html(row.note)}"
        f"{facts_line(sources_line(row.source_ids, sources), _VERIFIED[row.verified], permanent_link(row.id))}</div>"
    )


def count_words(row: Any) -> str:
    """How many were listed, as reported; a count that was not reported is said to be so."""
    counts = (
        (row.individuals, "individual", "individuals"),
        (row.entities, "entity", "entities"),
        (row.vessels_aircraft, "vessel or aircraft", "vessels and aircraft"),
    )
    if all(pd.isna(count) for count, _, _ in counts):
        return "No counts reported"
    said = [
        f"{other} not reported" if pd.isna(count) else f"{count} {one if count == 1 else other}"
        for count, one, other in counts
        if pd.isna(count) or count
    ]
    return f"Listed: {', '.join(said)}"
