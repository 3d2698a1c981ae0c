"""Rules over goods traded and over refined petroleum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validators.checks.base import Spot, rule
from validators.findings import Severity
from validators.tables import Table, Tables
from validators.vocabulary import PeriodType, PetroleumMeasure, PetroleumSupplier

_HS = re.compile(r"HS([0-9]{2}|[0-9]{4}|[0-9]{6})(?:-([0-9]{2}|[0-9]{4}|[0-9]{6}))?")
_CONFIDENTIAL = "SS"
_CAPS = frozenset({PetroleumSupplier.UN_CAP, PetroleumSupplier.UN_CAP_CRUDE})
# A tonne of refined products is 7.9 to 9.2 barrels in the record.
_BARRELS_PER_TONNE = (6.5, 10.0)
# Published totals are rounded: the months of 2023 miss theirs by 4 of 105,845 barrels.
_PARTS_TOLERANCE = 0.01


@rule(
    "hs-code",
    "An HS code is HS with 2, 4 or 6 digits or a range of such, its chapters exist; or SS.",
    "Correct the code; leave it empty for the rest that is not itemised.",
    needs=("trade_products", "hs_chapters"),
)
def hs_codes_exist(tables: Tables) -> Iterator[Spot]:
    """Yield HS codes of another form, of unknown chapters, or that run backwards."""
    table, chapters = tables["trade_products"], tables["hs_chapters"]
    wrong: dict[str, str] = {}
    for code in set(table["hs_code"]) - {None, _CONFIDENTIAL}:
        match = _HS.fullmatch(code)
        if match is None:
            wrong[code] = "is no HS code: HS and 2, 4 or 6 digits, or a range"
            continue
        first, last = match[1], match[2] or match[1]
        missing = [part[:2] for part in (first, last) if part[:2] not in chapters.index]
        if missing:
            wrong[code] = f"names chapter {missing[0]}, which does not exist"
        elif len(first) != len(last) or (match[2] and last <= first):
            wrong[code] = "is a range that does not run forward"
    if wrong:
        for row, code in enumerate(table["hs_code"]):
            if code in wrong:
                yield Spot(table, row, "hs_code", wrong[code])


@rule(
    "period-year",
    "The period of a value lies in its year.",
    "Correct the period or the year.",
    needs=("trade_products",),
)
def periods_lie_in_year(tables: Tables) -> Iterator[Spot]:
    """Yield goods whose period begins or ends in another year."""
    table = tables["trade_products"]
    for row, year, period in table.rows("year", "period"):
        if year is None or period is None:
            continue
        if any(part[:4] != str(year) for part in period.split("/")):
            yield Spot(table, row, "period", f"does not lie in {year}")


def months(period: str) -> tuple[str, str]:
    """Return the first and the last month of a year, a month or a span of months."""
    if "/" in period:
        start, end = period.split("/")
        return start, end
    return (f"{period}-01", f"{period}-12") if len(period) == len("YYYY") else (period, period)


def _type_of(period: str) -> PeriodType:
    if "/" in period:
        return PeriodType.RANGE
    return PeriodType.YEAR if len(period) == len("YYYY") else PeriodType.MONTH


@rule(
    "petroleum-period",
    "The period type says what the period is: month, range of months or year.",
    "Correct the period or its type.",
    needs=("petroleum",),
)
def petroleum_periods_fit(tables: Tables) -> Iterator[Spot]:
    """Yield periods of another form than their type says."""
    table = tables["petroleum"]
    for row, period, kind in table.rows("period", "period_type"):
        if period is not None and kind is not None and _type_of(period) is not kind:
            yield Spot(table, row, "period_type", f"does not fit the period {period}")


@rule(
    "petroleum-figure",
    "A petroleum row gives barrels or tonnes; where both, at a plausible ratio.",
    "Add the figure, or look for exchanged columns.",
    needs=("petroleum",),
)
def petroleum_has_figures(tables: Tables) -> Iterator[Spot]:
    """Yield rows without a figure or with barrels and tonnes that cannot be the same oil."""
    table = tables["petroleum"]
    low, high = _BARRELS_PER_TONNE
    for row, barrels, tonnes in table.rows("barrels", "tonnes"):
        if table.is_empty(row, "barrels") and table.is_empty(row, "tonnes"):
            yield Spot(table, row, "barrels", "is empty, and so are the tonnes")
        if barrels is None or tonnes is None:
            continue
        if not low * tonnes <= barrels <= high * tonnes:
            message = f"does not fit {tonnes:,g} tonnes: a tonne is {low:g} to {high:g} barrels"
            yield Spot(table, row, "barrels", message)


@rule(
    "petroleum-measure",
    "A limit is of the UN and for a year; an allegation is not for a year; what is reported has"
    " a vintage, and what is derived a note.",
    "Correct measure, supplier, period type, vintage or note.",
    needs=("petroleum",),
)
def petroleum_measures_fit(tables: Tables) -> Iterator[Spot]:
    """Yield rows whose measure disagrees with supplier, period type, vintage or note."""
    table = tables["petroleum"]
    for row, measure, supplier, kind in table.rows("measure", "supplier", "period_type"):
        cap = measure is PetroleumMeasure.CAP
        if measure is None:
            continue
        if supplier is not None and cap is not (supplier in _CAPS):
            yield Spot(table, row, "measure", f"does not fit the supplier ‘{supplier.value}’")
        if cap and kind not in (PeriodType.YEAR, None):
            yield Spot(table, row, "period_type", "is no year, as that of a limit must be")
        if measure is PetroleumMeasure.ALLEGATION and kind is PeriodType.YEAR:
            yield Spot(table, row, "period_type", "is a year: allegations concern parts of a year")
        if cap and table["as_of"][row] is not None:
            yield Spot(table, row, "as_of", "is filled, but a limit has no vintage")
        if not cap and table.is_empty(row, "as_of"):
            yield Spot(table, row, "as_of", "is empty: the figures are revised")
        if measure is PetroleumMeasure.DERIVED and table.is_empty(row, "note"):
            yield Spot(table, row, "note", "is empty although the figure is derived")


@rule(
    "petroleum-vintage",
    "A figure is not older than the period it speaks of.",
    "Correct the vintage or the period.",
    needs=("petroleum",),
)
def vintages_follow_periods(tables: Tables) -> Iterator[Spot]:
    """Yield vintages that lie before the last month of the period."""
    table = tables["petroleum"]
    for row, period, vintage in table.rows("period", "as_of"):
        if period is not None and vintage and vintage[:7] < months(period)[1][: len(vintage[:7])]:
            yield Spot(table, row, "as_of", f"lies before the end of the period {period}")


def _groups(table: Table) -> dict[tuple[Any, ...], list[int]]:
    groups: dict[tuple[Any, ...], list[int]] = {}
    for row, period, supplier, measure, vintage in table.rows(
        "period", "supplier", "measure", "as_of"
    ):
        if period is not None:
            groups.setdefault((supplier, measure, vintage), []).append(row)
    return groups


@rule(
    "petroleum-overlap",
    "Periods of one supplier, measure and vintage are apart, or one holds the other entirely and"
    " is of another type or a longer range.",
    "Correct the period; overlapping ranges cannot be told apart from double counts.",
    needs=("petroleum",),
)
def petroleum_periods_nest(tables: Tables) -> Iterator[Spot]:
    """Yield periods that overlap an earlier one in part, or cover the same months again."""
    table = tables["petroleum"]
    for rows in _groups(table).values():
        spans = [(months(table["period"][row]), row) for row in rows]
        for place, ((start, end), row) in enumerate(spans):
            for (first, last), other in spans[:place]:
                apart = end < first or last < start
                inside = first <= start and end <= last
                around = start <= first and last <= end
                if not apart and inside is around:
                    how = "covers the months of" if inside else "overlaps in part with"
                    message = f"{how} {table['period'][other]} (line {table.lines[other]})"
                    yield Spot(table, row, "period", message)


@rule(
    "petroleum-sum",
    "Parts of a period are not more than the whole of the same supplier, measure and vintage.",
    "Look for a wrong figure or unit, or accept it with the reason.",
    needs=("petroleum",),
    severity=Severity.WARNING,
)
def petroleum_parts_fit(tables: Tables) -> Iterator[Spot]:
    """Yield wholes that are less than one of their parts, or than their months together."""
    table = tables["petroleum"]
    for rows in _groups(table).values():
        for row in rows:
            start, end = months(table["period"][row])
            inside = [
                part
                for part in rows
                if part != row
                and start <= months(table["period"][part])[0]
                and months(table["period"][part])[1] <= end
            ]
            for unit in ("barrels", "tonnes"):
                whole = table[unit][row]
                parts = [(p, table[unit][p]) for p in inside if table[unit][p] is not None]
                single = [v for p, v in parts if table["period_type"][p] is PeriodType.MONTH]
                most = max([sum(single), *(value for _, value in parts)])
                if whole is not None and most > whole * (1 + _PARTS_TOLERANCE):
                    yield Spot(table, row, unit, f"is less than its parts, which reach {most:,g}")


CHECKS = (
    hs_codes_exist,
    periods_lie_in_year,
    petroleum_periods_fit,
    petroleum_has_figures,
    petroleum_measures_fit,
    vintages_follow_periods,
    petroleum_periods_nest,
    petroleum_parts_fit,
)
