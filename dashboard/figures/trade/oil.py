"""Figures of the Trade page: refined oil."""

import pandas as pd

from dashboard import cache, queries
from dashboard.charts.figure import Figure
from dashboard.charts.rows import grouped
from dashboard.charts.trade import oil_months, oil_progress, oil_years
from dashboard.figures.base import FigureSpec
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.glossary import explained
from datasets.measures.petroleum import (
    barrels_per_tonne,
    petroleum_allegations,
    petroleum_limits,
    petroleum_monthly,
    petroleum_yearly,
)
from datasets.measures.petroleum_progress import petroleum_known, petroleum_progress
from validators.vocabulary import PeriodType, PetroleumSupplier

_BY_YEAR = queries.Place(time=("year",))
_BY_PERIOD = queries.Place(time=("period",))
_ALL = PetroleumSupplier.ALL.value
_BOTH = {PetroleumSupplier.RUS.value, PetroleumSupplier.CHN.value}


def _notes(converted: "pd.Series[bool]") -> tuple[str, ...]:
    """How tonnes were turned into barrels, where any were, and what the figures are."""
    factor = barrels_per_tonne(petroleum=cache.frame("petroleum"))
    turned = (
        [
            f"Tonnes are converted at {factor:.2f} barrels per tonne, the median of the "
            "notifications that give both."
        ]
        if factor is not None and bool(converted.any())
        else []
    )
    return (
        *caveats("petroleum-self-reported", "petroleum-vintages"),
        *turned,
        *caveats("petroleum-units"),
        *explained("refined-petroleum-limit", "committee-1718", "vintage"),
    )


def _limits(filters: Filters) -> pd.DataFrame:
    limits = cache.measure(petroleum_limits)
    refined = limits[limits["supplier"] == PetroleumSupplier.UN_CAP]
    return queries.select(refined, _BY_YEAR, filters)


def _allegations(filters: Filters) -> pd.DataFrame:
    claimed = queries.select(cache.measure(petroleum_allegations), _BY_PERIOD, filters)
    return claimed.assign(year=queries.first_years(claimed["period"]))


def addable(known: pd.DataFrame) -> pd.DataFrame:
    """Of each year the rows that may be added up: both suppliers, or the figure for all of them.

    The suppliers stand where both are known for the whole year, or no figure for all covers as
    many months; otherwise the figure for all does.
    """
    kept = []
    for _, rows in grouped(known.groupby("year")):
        each = rows[rows["supplier"].isin(_BOTH)]
        whole = rows[rows["supplier"] == _ALL]
        complete = len(each) == len(_BOTH) and bool(each["whole_year"].all())
        wider = each["months"].max() if len(each) else 0
        kept.append(
            whole if len(whole) and not complete and whole["months"].max() > wider else each
        )
    return pd.concat(kept, ignore_index=True) if kept else known


def years(filters: Filters) -> Figure:
    """What was notified by year, against the limit."""
    known = addable(queries.select(cache.measure(petroleum_known), _BY_YEAR, filters))
    printed = queries.select(cache.measure(petroleum_yearly), _BY_YEAR, filters)
    printed = printed[printed["supplier"] == _ALL]
    return oil_years.oil_years(
        known,
        printed,
        _allegations(filters),
        _limits(filters),
        notes=_notes(known["converted"]),
    )


def months(filters: Filters) -> Figure:
    """What was notified for single months."""
    told = queries.select(cache.measure(petroleum_monthly), _BY_YEAR, filters)
    claimed = _allegations(filters)
    return oil_months.oil_months(
        told,
        claimed[claimed["period_type"] == PeriodType.MONTH],
        notes=_notes(told["converted"]),
    )


def progress(filters: Filters) -> Figure:
    """What was notified from January on, against the limit."""
    told = queries.select(cache.measure(petroleum_progress), _BY_YEAR, filters)
    return oil_progress.oil_progress(told, _limits(filters), notes=_notes(told["converted"]))


FIGURES: tuple[FigureSpec, ...] = (
    FigureSpec("trade", "oil-years", years, ("period",)),
    FigureSpec("trade", "oil-progress", progress, ("period",)),
    FigureSpec("trade", "oil-months", months, ("period",)),
)
