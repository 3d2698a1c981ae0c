"""Figures and lists of the Estimates page."""

from collections.abc import Mapping

import pandas as pd

from dashboard import cache, queries
from dashboard.charts.estimates import over_time as time_chart
from dashboard.charts.estimates import rows as estimate_rows
from dashboard.charts.estimates import style as estimate_style
from dashboard.charts.estimates.words import spans
from dashboard.charts.figure import Figure
from dashboard.charts.parts import Moment
from dashboard.figures.base import FigureSpec
from dashboard.figures.listing import Listing, ListSpec
from dashboard.filters.estimates import QUANTITIES
from dashboard.markup.estimates import ranges_html, statements_html
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.dates import date_words, first_day
from datasets.measures.estimates import estimate_intervals
from validators.vocabulary import Quantity

PAGE = "estimates"

_LANDMARK = 3

_STATED = queries.Place(time=("date",))
_COVERED = queries.Place(time=("period_start", "period_end"))

#: Known conflicts that concern a quantity.
CONFLICTS: Mapping[str, tuple[str, ...]] = {
    Quantity.ARTILLERY_SHELLS: ("estimates-shells-units",),
    Quantity.CONTAINERS: ("estimates-shells-units",),
    Quantity.TROOPS_DEPLOYED: ("estimates-troops-waves",),
    Quantity.CASUALTIES: ("estimates-killed-wounded",),
    Quantity.WORKERS: ("estimates-visitors-workers",),
    Quantity.BORDER_ENTRIES: ("estimates-visitors-workers",),
    Quantity.TOURISTS: ("estimates-visitors-workers",),
    Quantity.PETROLEUM_BARRELS: ("estimates-oil-reported-alleged", "petroleum-self-reported"),
    Quantity.TRADE_USD: ("estimates-trade-part-year", "trade-2024-record-claim"),
}

_APART = "Each unit has an axis of its own; numbers in two units cannot be compared."
_LOG = (
    "A logarithmic axis stands where the largest bound is more than {} times the smallest: equal "
    "steps on it are equal multiples."
)


def chosen(filters: Filters) -> pd.DataFrame:
    """The statements that the filters leave, by unit and date."""
    rows = cache.measure(estimate_intervals)
    rows = rows[rows["quantity"] == filters.quantity]
    place = _COVERED if filters.when == "covered" else _STATED
    columns = {"unit": "unit", "kind": "claimant_kind", "claimant": "claimant"}
    rows = queries.select(rows, place, filters.only("period", *columns), columns)
    return rows if filters.wording else rows[~rows["bound_from_wording"].astype(bool)]


def _title(filters: Filters, of: str) -> str:
    label = dict(QUANTITIES)[filters.quantity]
    return f"{of}: {label[:1].lower()}{label[1:]}"


def _notes(filters: Filters, rows: pd.DataFrame) -> tuple[str, ...]:
    """Known conflicts and caveats that these rows call for."""
    prepared = estimate_style.prepared(rows)
    logs = any(estimate_style.needs_log(part) for _, part in estimate_style.units(prepared))
    return (
        *caveats(*CONFLICTS.get(filters.quantity, ())),
        *caveats("estimates-claims-not-findings"),
        *([_APART] if rows["unit"].nunique() > 1 else []),
        *([_LOG.format(estimate_style.LOG_FROM)] if logs else []),
        *_wording(rows),
    )


def _wording(rows: pd.DataFrame) -> tuple[str, ...]:
    return caveats("estimates-derived-bounds") if rows["bound_from_wording"].any() else ()


def over_time(filters: Filters) -> Figure:
    """Every statement as an interval on its date."""
    rows = chosen(filters)
    return time_chart.over_time(
        rows,
        title=_title(filters, "Estimates by date of statement"),
        moments=_landmarks(filters) if filters.overlay else (),
        notes=_notes(filters, rows),
    )


def _landmarks(filters: Filters) -> tuple[Moment, ...]:
    """Landmark milestones, of the themes if any are chosen."""
    rows = queries.among(cache.frame("milestones"), ("theme", "themes_other"), filters.themes)
    rows = rows[rows["significance"] >= _LANDMARK]
    return tuple(
        Moment(first_day(date), f"{date_words(date)}: {title}", code)
        for code, date, title in zip(rows["id"], rows["date"], rows["title"], strict=True)
    )


def side_by_side(filters: Filters) -> Figure:
    """Every statement as a row."""
    rows = chosen(filters)
    return estimate_rows.side_by_side(
        rows,
        title=_title(filters, "Who says what"),
        message=time_chart.MESSAGE,
        notes=_notes(filters, rows),
    )


def _listed(rows: pd.DataFrame) -> pd.DataFrame:
    """Statements with the columns of the table ``estimates`` and those of a list."""
    table = cache.frame("estimates").set_index("id").loc[rows["id"]]
    own = ("date_of_statement", "low", "high")
    return estimate_style.prepared(rows).assign(**{name: table[name].array for name in own})


def ranges(filters: Filters) -> Listing:
    """What the statements range between in each unit, and who named the ends."""
    rows = chosen(filters)
    return Listing(
        title=_title(filters, "What the statements range between"),
        table="estimates",
        rows=_listed(rows),
        render=lambda shown, _: ranges_html(spans(shown), filters.quantity),
        noun="statements",
        total=_total(filters),
        a_page=None,
    )


def _total(filters: Filters) -> int:
    return int((cache.frame("estimates")["quantity"] == filters.quantity).sum())


def statements(filters: Filters) -> Listing:
    """The statements with their sources, the latest first, or the one that the address names."""
    if filters.record:
        rows = cache.measure(estimate_intervals)
        rows, total = rows[rows["id"] == filters.record], len(rows)
        title = "One statement and its sources"
    else:
        rows = chosen(filters).sort_values(["date", "id"], ascending=[False, True], kind="stable")
        total, title = _total(filters), _title(filters, "Statements and their sources")
    return Listing(
        title=title,
        table="estimates",
        rows=_listed(rows),
        render=statements_html,
        noun="statements",
        total=total,
        notes=(*caveats("estimates-claims-not-findings"), *_wording(rows)),
    )


_CHOOSING = ("period", "quantity", "unit", "kind", "claimant", "wording", "when")

RANGES = ListSpec(PAGE, "ranges", ranges, _CHOOSING)
OVER_TIME = FigureSpec(PAGE, "over-time", over_time, (*_CHOOSING, "themes", "overlay"))
SIDE_BY_SIDE = FigureSpec(PAGE, "side-by-side", side_by_side, _CHOOSING)
STATEMENTS = ListSpec(PAGE, "statements", statements, (*_CHOOSING, "record"))

FIGURES: tuple[FigureSpec, ...] = (OVER_TIME, SIDE_BY_SIDE)
LISTS: tuple[ListSpec, ...] = (RANGES, STATEMENTS)
