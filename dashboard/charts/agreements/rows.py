"""Agreements in order of display, with what is known of their start and end on an axis of years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard.words.dates import date_words, first_day, last_day, on_year_axis
from validators.vocabulary import AgreementKind, Verified

KINDS: Mapping[str, str] = {kind.value: kind.label for kind in AgreementKind}
VERIFIED: Mapping[str, str] = {state.value: state.label for state in Verified}

DEFENCE = "Mutual defence"
COMPARISON = "For comparison, without Russia"

#: Height of a group's heading, in rows.
HEADING = 1.0

_IN_FORCE = "in force"


@dataclass(frozen=True, slots=True)
class Bar:
    """One agreement on an axis of years.

    Attributes:
        start: Where its bar begins.
        sure: Until when it surely held, as far as is recorded.
        end: Last moment at which it may have ended; the end of the axis where no end was seen.
        open: Whether no end was seen.
        vague: Whether the end is not exactly known.
    """

    start: float
    sure: float
    end: float
    open: bool
    vague: bool


def section(row: Mapping[Any, Any]) -> str:
    """Heading under which an agreement stands."""
    if not row["pair"]:
        return COMPARISON
    return DEFENCE if row["mutual_defence"] else KINDS[row["kind"]]


def in_order(spans: pd.DataFrame) -> pd.DataFrame:
    """The agreements with their ``section``, by section and start; notices are left out."""
    order = [DEFENCE, *KINDS.values(), COMPARISON]
    rows = spans[spans["form"] != "notice"]
    sections = [section(row) for row in rows.to_dict("records")]
    rows = rows.assign(section=sections, _place=[order.index(each) for each in sections])
    return rows.sort_values(["_place", "start", "id"], ignore_index=True).drop(columns="_place")


def bar(row: Mapping[Any, Any], last: float, notice: str = "") -> Bar:
    """What is known of an agreement's start and end.

    Args:
        row: A row of ``agreement_spans``.
        last: End of the axis.
        notice: Date of a notice that it would end, if one is recorded: from then on, and until
            the last day on which it may have ended, its force is uncertain.
    """
    start = on_year_axis(first_day(row["start"]))
    if row["open"]:
        return Bar(start, max(last, start), max(last, start), open=True, vague=False)
    end = on_year_axis(last_day(row["end"]))
    if not row["end_uncertain"]:
        return Bar(start, end, end, open=False, vague=False)
    sure = on_year_axis(first_day(row["end"]))
    if notice:
        sure = min(sure, on_year_axis(first_day(notice)))
    return Bar(start, max(sure, start), end, open=False, vague=True)


def start_words(row: Mapping[Any, Any]) -> str:
    """When an agreement began to hold, and what is known of it."""
    if row["start_basis"] == _IN_FORCE:
        return f"in force {date_words(row['start'])}"
    return f"signed {date_words(row['start'])}; entry into force not seen"


def end_words(row: Mapping[Any, Any], notice: str = "") -> str:
    """When it ended, and how exactly that is known."""
    if row["open"]:
        return "no end seen"
    if row["end_uncertain"] and notice:
        return f"ended {date_words(row['end'])} (notice of {date_words(notice)}; sources differ)"
    return f"ended {date_words(row['end'])}{', day not seen' if row['end_uncertain'] else ''}"


def years_words(row: Mapping[Any, Any], notice: str = "") -> str:
    """Start and end in figures, where room is scarce: "1961–1995/96", "2024–"."""
    start = row["start"][:4]
    if row["open"]:
        return f"{start}–"
    end = row["end"][:4]
    if notice and row["end_uncertain"] and notice[:4] != end:
        return f"{start}–{notice[:4]}/{end[2:]}"
    return f"{start}–{end}"


@dataclass(frozen=True, slots=True)
class Lane:
    """An agreement, its bar, and where it stands.

    Attributes:
        row: Its row of ``agreement_spans``.
        bar: What is known of its start and end.
        place: Place from the top, in rows.
        held: Whether it was in force, or may have been, in the year chosen.
        notice: Date of a notice that it would end; empty if none is recorded.
    """

    row: Mapping[Any, Any]
    bar: Bar
    place: float
    held: bool
    notice: str = ""

    @property
    def allied(self) -> bool:
        """Whether it obliges Russia and the DPRK to mutual defence."""
        return bool(self.row["section"] == DEFENCE)


def lanes(
    rows: pd.DataFrame, last: float, held: Mapping[str, str], notices: Mapping[str, str]
) -> tuple[Lane, ...]:
    """Agreements from top to bottom; every group leaves room for its heading.

    Args:
        rows: Agreements as :func:`in_order` puts them.
        last: End of the axis.
        held: Status in the year chosen, by id, of those that were in force.
        notices: Date of the notice to end an agreement, by its id.
    """
    made = []
    at = -1.0
    sections = ["", *rows["section"]]
    for row, (before, here) in zip(rows.to_dict("records"), pairwise(sections), strict=True):
        at += 1.0 if before == here else 1.0 + HEADING
        notice = notices.get(row["id"], "")
        made.append(Lane(row, bar(row, last, notice), at, row["id"] in held, notice))
    return tuple(made)


def firsts(shown: Sequence[Lane]) -> dict[str, float]:
    """Place of the first agreement of each group."""
    places: dict[str, float] = {}
    for lane in shown:
        places.setdefault(lane.row["section"], lane.place)
    return places
