"""Figures of the Trade page: shares, values and balance."""

import pandas as pd

from dashboard import cache
from dashboard.charts.figure import Figure
from dashboard.charts.trade import balance as trade_balance
from dashboard.charts.trade import lines as trade_lines
from dashboard.charts.trade import published as trade_published
from dashboard.charts.trade import values as trade_values
from dashboard.figures.base import FigureSpec
from dashboard.figures.trade import frames
from dashboard.figures.trade.overlay import overlay
from dashboard.filters.trade import series_options
from dashboard.state.view import Filters
from dashboard.words.amounts import listed
from dashboard.words.caveats import caveats
from dashboard.words.glossary import explained
from datasets.measures.trade_shares import trade_shares

PAGE = "trade"


def shares(filters: Filters) -> Figure:
    """Shares, or dollar values, of the chosen partners by series."""
    if filters.unit == "usd":
        return values(filters)
    rows = frames.share_rows(filters)
    drawn = tuple(dict.fromkeys(rows["series_id"]))
    return trade_lines.share_lines(
        rows,
        flow=filters.flow,
        overlay=overlay(filters),
        breaks=frames.breaks(drawn),
        notes=(
            *_outlier(rows),
            *_without_world(filters, rows),
            *caveats("trade-not-covered"),
            *frames.series_notes(drawn),
            *explained("denominator", "splice", "mirror-statistics"),
        ),
    )


def _outlier(rows: pd.DataFrame) -> tuple[str, ...]:
    """The warning about the one share that should not be quoted, where it is drawn."""
    drawn = (
        (rows["series_id"] == "cow-trade-4") & (rows["partner"] == "RUS") & (rows["year"] == 1996)
    )
    return caveats("trade-russia-1996-outlier") if drawn.any() else ()


def _without_world(filters: Filters, rows: pd.DataFrame) -> tuple[str, ...]:
    """Chosen series that give dollars only."""
    drawn = set(rows["series_id"]) | set(cache.measure(trade_shares)["series_id"])
    titles = [
        title for code, title in series_options() if code in filters.series and code not in drawn
    ]
    if not titles:
        return ()
    return (
        f"No share can be computed from {listed(titles)}: no total for all partners. Choose dollars.",
    )


def values(filters: Filters) -> Figure:
    """Dollar values of the chosen partners, by series."""
    rows = frames.flow_values(frames.value_rows(filters), filters.flow)
    drawn = tuple(dict.fromkeys(rows["series_id"]))
    return trade_values.value_panels(
        rows,
        flow=filters.flow,
        overlay=overlay(filters),
        notes=(*caveats("trade-not-covered"), *frames.series_notes(drawn)),
    )


def balance(filters: Filters) -> Figure:
    """Exports, imports and balance of the chosen partners, by series."""
    rows = frames.split_rows(frames.value_rows(filters))
    drawn = tuple(dict.fromkeys(rows["series_id"]))
    return trade_balance.exports_imports(
        rows,
        overlay=overlay(filters),
        notes=(
            *caveats("trade-total-or-split"),
            *frames.series_notes(drawn),
            *explained("cif-fob"),
        ),
    )


def world_totals(filters: Filters) -> Figure:
    """What each series gives as the value of all DPRK trade."""
    rows = frames.world_rows(filters)
    drawn = tuple(dict.fromkeys(rows["series_id"]))
    return trade_balance.world_totals(
        rows,
        flow=filters.flow,
        overlay=overlay(filters),
        notes=(*caveats("trade-north-south-confusion"), *frames.series_notes(drawn)),
    )


def published(filters: Filters) -> Figure:
    """Shares printed in the Factbook, with the first of the chosen series behind them."""
    printed, computed = frames.printed_rows(filters)
    return trade_published.published_shares(
        printed,
        computed,
        overlay=overlay(filters),
        notes=caveats("trade-factbook-editions", "trade-inter-korean"),
    )


_LINES = ("period", "themes", "partners", "series", "flow", "overlay")

SHARES: tuple[FigureSpec, ...] = (
    FigureSpec(PAGE, "shares", shares, (*_LINES, "unit")),
    FigureSpec(PAGE, "published", published, _LINES),
)

VALUES: tuple[FigureSpec, ...] = (
    FigureSpec(PAGE, "values", values, _LINES),
    FigureSpec(PAGE, "balance", balance, ("period", "themes", "partners", "series", "overlay")),
    FigureSpec(PAGE, "world-totals", world_totals, ("period", "themes", "flow", "overlay")),
)
