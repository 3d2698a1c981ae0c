"""Rules over contested estimates."""

from __future__ import annotations

from collections.abc import Iterator

from validators.checks.base import Spot, rule
from validators.findings import Severity
from validators.tables import Tables
from validators.vocabulary import UNIT_QUANTITY, ClaimantKind

_PARTIES = frozenset({"RUS", "PRK"})
# Plans, projections and yearly rates speak of a time after the statement.
_AHEAD = ("planned", "projected", "expected", "per_year")


@rule(
    "estimate-bounds",
    "An estimate has a figure, and low ≤ point ≤ high.",
    "Correct the figures: ‘more than’ is low, ‘up to’ is high.",
    needs=("estimates",),
)
def bounds_are_ordered(tables: Tables) -> Iterator[Spot]:
    """Yield estimates without any figure or with figures out of order."""
    table = tables["estimates"]
    for row, low, point, high in table.rows("low", "point", "high"):
        if all(table.is_empty(row, column) for column in ("low", "point", "high")):
            yield Spot(table, row, "point", "is empty, and so are low and high")
        if point is not None and low is not None and point < low:
            yield Spot(table, row, "point", f"is below the low {low:,g}")
        if high is not None and point is not None and high < point:
            yield Spot(table, row, "high", f"is below the point {point:,g}")
        if high is not None and low is not None and high < low:
            yield Spot(table, row, "high", f"is below the low {low:,g}")


@rule(
    "estimate-percent",
    "A percentage is 100 at most.",
    "Correct the figure or the unit.",
    needs=("estimates",),
)
def percentages_fit(tables: Tables) -> Iterator[Spot]:
    """Yield percentages above 100."""
    table = tables["estimates"]
    for row, unit in enumerate(table["unit"]):
        if unit is not None and unit.value.startswith("percent"):
            for column in ("low", "point", "high"):
                if (table[column][row] or 0) > 100:
                    yield Spot(table, row, column, "is more than 100 percent")


@rule(
    "estimate-unit",
    "A unit belongs to its quantity.",
    "Correct the unit or the quantity; the vocabulary says which belong together.",
    needs=("estimates",),
)
def units_belong(tables: Tables) -> Iterator[Spot]:
    """Yield estimates whose unit belongs to another quantity."""
    table = tables["estimates"]
    for row, quantity, unit in table.rows("quantity", "unit"):
        if unit is not None and quantity is not None and UNIT_QUANTITY[unit] is not quantity:
            yield Spot(table, row, "unit", f"belongs to ‘{UNIT_QUANTITY[unit].value}’")


@rule(
    "estimate-party",
    "A claimant is a party exactly if it belongs to Russia or the DPRK.",
    "Correct the claimant or its kind.",
    needs=("estimates", "claimants"),
)
def parties_are_the_two(tables: Tables) -> Iterator[Spot]:
    """Yield claimants and estimates whose kind ‘party’ disagrees with the claimant's state."""
    table, claimants = tables["estimates"], tables["claimants"]
    for row, country, kind in claimants.rows("country", "kind"):
        if kind is not None and (kind is ClaimantKind.PARTY) is not (country in _PARTIES):
            yield Spot(claimants, row, "kind", f"does not fit the state {country or 'none'}")
    for row, code, kind in table.rows("claimant", "claimant_kind"):
        place = claimants.index.get(code)
        if place is None or kind is None:
            continue
        if (kind is ClaimantKind.PARTY) is not (claimants["country"][place] in _PARTIES):
            yield Spot(table, row, "claimant_kind", f"does not fit the claimant {code}")


@rule(
    "claimant-kind",
    "A claimant speaks in its usual capacity; another one is accepted by name.",
    "Correct the kind, or accept it with the reason.",
    needs=("estimates", "claimants"),
    severity=Severity.WARNING,
)
def claimants_speak_as_usual(tables: Tables) -> Iterator[Spot]:
    """Yield estimates whose claimant kind is not the usual one of the claimant."""
    table, claimants = tables["estimates"], tables["claimants"]
    for row, code, kind in table.rows("claimant", "claimant_kind"):
        place = claimants.index.get(code)
        usual = None if place is None else claimants["kind"][place]
        if kind is not None and usual is not None and kind is not usual:
            yield Spot(table, row, "claimant_kind", f"is not ‘{usual.value}’, the usual of {code}")


@rule(
    "estimate-ahead",
    "An estimate speaks of a time up to its statement, unless its unit is a plan or a yearly rate.",
    "Correct the period, the date or the unit.",
    needs=("estimates",),
)
def periods_precede_statements(tables: Tables) -> Iterator[Spot]:
    """Yield estimates whose period reaches beyond the month of the statement."""
    table = tables["estimates"]
    for row, unit, stated in table.rows("unit", "date_of_statement"):
        if unit is None or not stated or unit.value.endswith(_AHEAD):
            continue
        for column in ("period_start", "period_end"):
            date = table[column][row]
            if date and date[:7][: len(stated)] > stated[:7][: len(date)]:
                yield Spot(table, row, column, f"lies after the statement of {stated}")


@rule(
    "bound-unexplained",
    "A bound made from a word such as ‘hundreds’ is a low bound, and the note gives the word.",
    "Say in the note which word was turned into the bound.",
    needs=("estimates",),
)
def bounds_from_words_explain(tables: Tables) -> Iterator[Spot]:
    """Yield bounds from wording without low or without note."""
    table = tables["estimates"]
    for row, wording in enumerate(table["bound_from_wording"]):
        for column in ("low", "note"):
            if wording and table.is_empty(row, column):
                yield Spot(table, row, column, "is empty although a bound comes from wording")


CHECKS = (
    bounds_are_ordered,
    percentages_fit,
    units_belong,
    parties_are_the_two,
    claimants_speak_as_usual,
    periods_precede_statements,
    bounds_from_words_explain,
)
