"""Rules over milestones and eras."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from validators.checks.base import Spot, rule
from validators.findings import Severity
from validators.tables import Tables
from validators.vocabulary import Significance

_END_OF_USSR = "1991-12-26"
_ALIKE = 0.6


@rule(
    "landmark-sources",
    "A landmark rests on at least two sources.",
    "Add a second source, or lower the significance.",
    needs=("milestones",),
)
def landmarks_have_two_sources(tables: Tables) -> Iterator[Spot]:
    """Yield milestones of significance 3 with fewer than two sources."""
    table = tables["milestones"]
    for row, significance, sources in table.rows("significance", "source_ids"):
        if significance is Significance.LANDMARK and len(sources) == 1:
            yield Spot(table, row, "source_ids", "is a single source; a landmark needs two")


@rule(
    "russia-as",
    "Before 26 December 1991 a row with RUS says which state acted; later, or without RUS, none.",
    "Fill ‘russia_as’ for early rows with RUS, and empty it for all others.",
    needs=("milestones",),
)
def early_russia_is_named(tables: Tables) -> Iterator[Spot]:
    """Yield milestones whose ‘russia_as’ disagrees with date and actors."""
    table = tables["milestones"]
    for row, date, actors, named in table.rows("date", "actors", "russia_as"):
        if not date or not actors or (row, "russia_as") in table.unreadable:
            continue
        early = "RUS" in actors and date < _END_OF_USSR[: len(date)]
        either = (
            "RUS" in actors and date == _END_OF_USSR[: len(date)] and len(date) < len(_END_OF_USSR)
        )
        if early and named is None:
            yield Spot(table, row, "russia_as", f"is empty although RUS acts on {date}")
        elif named is not None and not (early or either):
            why = f"the date is {date}" if "RUS" in actors else "RUS does not act"
            yield Spot(table, row, "russia_as", f"is filled although {why}")


@rule(
    "theme-repeated",
    "The main theme is not named again among the other themes.",
    "Remove it from the other themes.",
    needs=("milestones",),
)
def themes_differ(tables: Tables) -> Iterator[Spot]:
    """Yield milestones whose other themes hold the main theme."""
    table = tables["milestones"]
    for row, theme, others in table.rows("theme", "themes_other"):
        if theme is not None and theme in others:
            yield Spot(table, row, "themes_other", f"names the main theme ‘{theme.value}’ again")


@rule(
    "milestone-duplicate",
    "One event is one milestone.",
    "Merge the two rows, or make plain in the titles how the events differ.",
    needs=("milestones",),
    severity=Severity.WARNING,
)
def events_stand_once(tables: Tables) -> Iterator[Spot]:
    """Yield milestones with the date and nearly the title of an earlier row."""
    table = tables["milestones"]
    by_date: dict[str, list[int]] = {}
    for row, date, title in table.rows("date", "title"):
        if date and title:
            by_date.setdefault(date, []).append(row)
    for rows in by_date.values():
        for place, row in enumerate(rows[1:], start=1):
            matcher = SequenceMatcher(b=table["title"][row].casefold())
            for earlier in rows[:place]:
                matcher.set_seq1(table["title"][earlier].casefold())
                if matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
                    other = f"‘{table['id'][earlier]}’ (line {table.lines[earlier]})"
                    yield Spot(table, row, "title", f"is much like {other} of the same date")
                    break


@rule(
    "era-order",
    "Eras follow each other without gap: one begins in the last year of the one before or the next.",
    "Correct the years; only the last era is open.",
    needs=("eras",),
)
def eras_follow_each_other(tables: Tables) -> Iterator[Spot]:
    """Yield eras that leave a gap, overlap by more than a year, or are open too early."""
    table = tables["eras"]
    for row in range(1, len(table)):
        start, before = table["start"][row], table["end"][row - 1]
        if before is None:
            if (row - 1, "end") not in table.unreadable:
                yield Spot(table, row - 1, "end", "is empty although another era follows")
        elif start is not None and start not in (before, before + 1):
            yield Spot(table, row, "start", f"does not follow {before}, the end of the era before")
    if len(table) and table["end"][-1] is not None:
        yield Spot(table, len(table) - 1, "end", "closes the last era, which must be open")


@rule(
    "era-milestone",
    "The milestone that opens an era lies in its first year.",
    "Correct the year or name another milestone.",
    needs=("eras", "milestones"),
)
def eras_open_with_their_milestone(tables: Tables) -> Iterator[Spot]:
    """Yield eras whose opening milestone is dated in another year."""
    table, milestones = tables["eras"], tables["milestones"]
    for row, start, name in table.rows("start", "start_milestone_id"):
        place = milestones.index.get(name)
        date = None if place is None else milestones["date"][place]
        if start is not None and date and date[:4] != str(start):
            message = f"is dated {date}, but the era begins in {start}"
            yield Spot(table, row, "start_milestone_id", message)


CHECKS = (
    landmarks_have_two_sources,
    early_russia_is_named,
    themes_differ,
    events_stand_once,
    eras_follow_each_other,
    eras_open_with_their_milestone,
)
