"""Rules over trade flows, rouble flows and published shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validators.checks.base import Spot, rule
from validators.findings import Severity
from validators.tables import Tables
from validators.vocabulary import Flow, TradeBasis

# Values are rounded, and partners are converted one by one.
SUM_TOLERANCE = 0.01
# Each printed share is rounded; the largest true sum in the record is 100.9.
SHARE_TOLERANCE = 1.0
_SPLIT = frozenset({Flow.EXPORT, Flow.IMPORT})
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FLOWS = ("trade_flows", "trade_flows_rubles")


@rule(
    "flow-double",
    "A partner's year in a series has either the total or exports and imports, never both.",
    "Keep the split and drop the total, which is computed; or keep what was published.",
    needs=_FLOWS,
)
def totals_stand_alone(tables: Tables) -> Iterator[Spot]:
    """Yield totals beside exports or imports of the same series, year and partner."""
    for name in _FLOWS:
        table = tables[name]
        split = {
            (series, year, partner)
            for _, series, year, partner, flow in table.rows("series_id", "year", "partner", "flow")
            if flow in _SPLIT
        }
        for row, flow in enumerate(table["flow"]):
            if flow is Flow.TOTAL:
                place = (table["series_id"][row], table["year"][row], table["partner"][row])
                if place in split:
                    yield Spot(table, row, "flow", "stands beside exports or imports of the year")


@rule(
    "partners-exceed-world",
    "The partners of a series do not add up to more than its world total (tolerance 1 %).",
    "Look for a wrong unit, a partner counted twice, or accept it with the reason.",
    needs=("trade_flows",),
    severity=Severity.WARNING,
)
def partners_fit_world(tables: Tables) -> Iterator[Spot]:
    """Yield world totals that are smaller than the sum of their partners."""
    table = tables["trade_flows"]
    sums: dict[tuple[Any, ...], int] = {}
    worlds: dict[tuple[Any, ...], int] = {}
    for row, series, year, partner, flow, value in table.rows(
        "series_id", "year", "partner", "flow", "value_usd"
    ):
        if value is None:
            continue
        place = (series, year, flow)
        if partner == "WLD":
            worlds[place] = row
        else:
            sums[place] = sums.get(place, 0) + value
    for place, row in worlds.items():
        world, partners = table["value_usd"][row], sums.get(place, 0)
        if partners > world * (1 + SUM_TOLERANCE):
            message = f"is less than the sum of its partners: {partners:,} against {world:,}"
            yield Spot(table, row, "value_usd", message)


@rule(
    "zero-unexplained",
    "A zero is a true zero, and the note says so; missing data have no row.",
    "Remove the row if the value is missing, or say in the note why it is zero.",
    needs=("trade_flows", "trade_products", "trade_flows_rubles"),
)
def zeros_are_explained(tables: Tables) -> Iterator[Spot]:
    """Yield values of zero without a note."""
    for name, column in (
        ("trade_flows", "value_usd"),
        ("trade_products", "value_usd"),
        ("trade_flows_rubles", "value_mln_rub"),
    ):
        table = tables[name]
        if 0 in table[column]:
            for row, value, note in table.rows(column, "note"):
                if value == 0 and value is not None and note is None:
                    yield Spot(table, row, column, "is zero, and no note says why")


@rule(
    "estimate-unexplained",
    "An estimated trade value is explained by its note or by the known issues of its series.",
    "Say in the note how the value was computed, or correct the basis.",
    needs=("trade_flows", "trade_products", "trade_series"),
)
def estimates_are_explained(tables: Tables) -> Iterator[Spot]:
    """Yield estimated values that neither the row nor the series explains."""
    series = tables["trade_series"]
    explained = {key for _, key, text in series.rows("series_id", "known_issues") if text}
    for name in ("trade_flows", "trade_products"):
        table = tables[name]
        for row, basis in enumerate(table["basis"]):
            if basis is not TradeBasis.ESTIMATE or table["series_id"][row] in explained:
                continue
            if table.is_empty(row, "note"):
                yield Spot(table, row, "note", "is empty although the value is an estimate")


@rule(
    "series-unit",
    "Dollar values belong to series in US dollars, rouble values to series in roubles.",
    "Name the right series, or move the row to the other table.",
    needs=("trade_series", "trade_products", *_FLOWS),
)
def values_are_in_the_unit(tables: Tables) -> Iterator[Spot]:
    """Yield rows whose series has another unit than their table."""
    series = tables["trade_series"]
    units = dict(zip(series["series_id"], series["unit"], strict=True))
    dollars = {key for key, unit in units.items() if unit is not None and "US$" in unit}
    roubles = {key for key, unit in units.items() if unit is not None and "roubles" in unit}
    for name, fitting in (("trade_flows", dollars), ("trade_flows_rubles", roubles)):
        table = tables[name]
        odd = {key for key in set(table["series_id"]) if units.get(key)} - fitting
        if odd:
            for row, key in enumerate(table["series_id"]):
                if key in odd:
                    message = f"is a series in {units[key]}, which is not the unit of the table"
                    yield Spot(table, row, "series_id", message)
    table = tables["trade_products"]
    for row, key, value in table.rows("series_id", "value_usd"):
        if value is not None and units.get(key) and key not in dollars:
            yield Spot(table, row, "value_usd", f"is in dollars, the series in {units[key]}")
        elif table.is_empty(row, "value_usd") and table.is_empty(row, "note"):
            yield Spot(table, row, "value_usd", "is empty, and no note says why")


@rule(
    "series-years",
    "The years of a series' values lie within the years that the series names.",
    "Correct the year of the value, or the years of the series.",
    needs=("trade_series", "trade_products", *_FLOWS),
)
def values_lie_in_the_years(tables: Tables) -> Iterator[Spot]:
    """Yield values dated before the first or after the last year named by their series."""
    series = tables["trade_series"]
    spans: dict[str, tuple[int, int]] = {}
    for _, key, years in series.rows("series_id", "years"):
        named = [int(year) for year in _YEAR.findall(years or "")]
        if named:
            spans[key] = (min(named), max(named))
    for name in (*_FLOWS, "trade_products"):
        table = tables[name]
        places = set(zip(table["series_id"], table["year"], strict=True))
        odd = {
            (key, year)
            for key, year in places
            if key in spans and year is not None and not spans[key][0] <= year <= spans[key][1]
        }
        if odd:
            for row, key, year in table.rows("series_id", "year"):
                if (key, year) in odd:
                    first, last = spans[key]
                    yield Spot(table, row, "year", f"lies outside {first}–{last} of ‘{key}’")


@rule(
    "shares-exceed-hundred",
    "The shares that an edition prints for one year and flow add up to 100 at most (tolerance 1).",
    "Correct the shares, or accept it with the reason.",
    needs=("trade_published_shares",),
    severity=Severity.WARNING,
)
def shares_fit_hundred(tables: Tables) -> Iterator[Spot]:
    """Yield the last share of each group that adds up to more than 101."""
    table = tables["trade_published_shares"]
    sums: dict[tuple[Any, ...], float] = {}
    largest: dict[tuple[Any, ...], int] = {}
    for row, year, flow, edition, share in table.rows("year", "flow", "edition", "share_pct"):
        if share is not None:
            place = (year, flow, edition)
            sums[place] = sums.get(place, 0.0) + share
            if share > table["share_pct"][largest.setdefault(place, row)]:
                largest[place] = row
    for place, row in largest.items():
        if sums[place] > 100 + SHARE_TOLERANCE:
            message = (
                f"is the largest of shares that add up to {sums[place]:.1f} in edition {place[2]}"
            )
            yield Spot(table, row, "share_pct", message)


@rule(
    "edition-early",
    "An edition prints shares of years before it, ten at most.",
    "Correct the year or the edition.",
    needs=("trade_published_shares",),
)
def editions_follow_years(tables: Tables) -> Iterator[Spot]:
    """Yield editions that are not one to ten years after the year of the share."""
    table = tables["trade_published_shares"]
    for row, year, edition in table.rows("year", "edition"):
        if year is not None and edition is not None and not 1 <= edition - year <= 10:
            yield Spot(table, row, "edition", f"does not follow the year {year} of the share")


CHECKS = (
    totals_stand_alone,
    partners_fit_world,
    zeros_are_explained,
    estimates_are_explained,
    values_are_in_the_unit,
    values_lie_in_the_years,
    shares_fit_hundred,
    editions_follow_years,
)
