"""Figures of the Trade page: shares, values and balance."""

from dashboard.caveats import caveats
from dashboard.charts import trade_balance, trade_lines, trade_published, trade_values
from dashboard.charts.figure import Figure
from dashboard.figures import trade_frames as frames
from dashboard.figures.base import FigureSpec
from dashboard.state import Filters

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
        overlay=frames.overlay(filters),
        notes=(*caveats("trade-not-covered"), *frames.series_notes(drawn)),
    )


def values(filters: Filters) -> Figure:
    """Dollar values of the chosen partners, by series."""
    rows = frames.flow_values(frames.value_rows(filters), filters.flow)
    drawn = tuple(dict.fromkeys(rows["series_id"]))
    return trade_values.value_panels(
        rows,
        flow=filters.flow,
        overlay=frames.overlay(filters),
        notes=(*caveats("trade-not-covered"), *frames.series_notes(drawn)),
    )


def balance(filters: Filters) -> Figure:
    """Exports, imports and balance of the chosen partners, by series."""
    rows = frames.split_rows(frames.value_rows(filters))
    drawn = tuple(dict.fromkeys(rows["series_id"]))
    return trade_balance.exports_imports(
        rows,
        overlay=frames.overlay(filters),
        notes=(*caveats("trade-total-or-split"), *frames.series_notes(drawn)),
    )


def world_totals(filters: Filters) -> Figure:
    """What each series gives as the value of all DPRK trade."""
    rows = frames.world_rows(filters)
    drawn = tuple(dict.fromkeys(rows["series_id"]))
    return trade_balance.world_totals(
        rows,
        flow=filters.flow,
        overlay=frames.overlay(filters),
        notes=(*caveats("trade-north-south-confusion"), *frames.series_notes(drawn)),
    )


def published(filters: Filters) -> Figure:
    """Shares printed in the Factbook, with the first of the chosen series behind them."""
    printed, computed = frames.printed_rows(filters)
    return trade_published.published_shares(
        printed,
        computed,
        overlay=frames.overlay(filters),
        notes=caveats("trade-factbook-editions", "trade-inter-korean"),
    )


FIGURES: tuple[FigureSpec, ...] = (
    FigureSpec(
        PAGE,
        "shares",
        shares,
        ("period", "themes", "partners", "series", "flow", "unit", "overlay"),
    ),
    FigureSpec(
        PAGE, "published", published, ("period", "themes", "partners", "series", "flow", "overlay")
    ),
    FigureSpec(
        PAGE, "values", values, ("period", "themes", "partners", "series", "flow", "overlay")
    ),
    FigureSpec(PAGE, "balance", balance, ("period", "themes", "partners", "series", "overlay")),
    FigureSpec(PAGE, "world-totals", world_totals, ("period", "themes", "flow", "overlay")),
)
