"""Figures of the Trade page."""

from dashboard.caveats import caveats
from dashboard.charts import trade_lines
from dashboard.charts.figure import Figure
from dashboard.figures import trade_frames as frames
from dashboard.figures.base import FigureSpec
from dashboard.state import Filters

PAGE = "trade"


def share_lines(filters: Filters) -> Figure:
    """Shares of the chosen partners, by series."""
    rows = frames.share_rows(filters)
    drawn = tuple(dict.fromkeys(rows["series_id"]))
    return trade_lines.share_lines(
        rows,
        flow=filters.flow,
        overlay=frames.overlay(filters),
        notes=(*caveats("trade-not-covered"), *frames.series_notes(drawn)),
    )


FIGURES: tuple[FigureSpec, ...] = (
    FigureSpec(
        PAGE,
        "shares",
        share_lines,
        ("period", "themes", "partners", "series", "flow", "overlay"),
    ),
)
