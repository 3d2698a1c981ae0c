"""The axis of years in the figures of trade: its range, and what stands behind the lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts.eras import clipped, era_strip
from dashboard.charts.line_labels import LEAST_PX
from dashboard.charts.parts import Moment, Span, milestone_overlay

#: Width for which labels are placed; on narrower screens a legend takes over.
WIDTH_PX = 900

_PADDING = 0.7  # years left and right of the points


@dataclass(frozen=True, slots=True)
class Overlay:
    """What stands behind lines over years: eras, and events where the reader wants them."""

    eras: Sequence[Span] = ()
    moments: Sequence[Moment] = ()


@dataclass(frozen=True, slots=True)
class Break:
    """A year from which a series is made otherwise.

    Attributes:
        year: First year of the new way.
        label: What changes, in a few short lines.
    """

    year: int
    label: str

    @property
    def line(self) -> dict[str, Any]:
        """A thin line between the two ways."""
        at = self.year - 0.5
        ends = {"x0": at, "x1": at, "y0": 0, "y1": 1}
        style = {"color": "$ink_soft", "width": 1, "dash": "dash"}
        return {
            "type": "line",
            "layer": "below",
            "xref": "x",
            "yref": "paper",
            "line": style,
            **ends,
        }

    @property
    def words(self) -> dict[str, Any]:
        """The label left of the line, at half height."""
        return {
            "xref": "x",
            "yref": "paper",
            "x": self.year - 0.5,
            "y": 0.5,
            "xanchor": "right",
            "align": "right",
            "xshift": -6,
            "text": self.label,
            "font": {"size": 11, "color": "$ink_soft"},
        }


def year_axis(frame: pd.DataFrame) -> tuple[float, float]:
    """Range of the axis of years."""
    return float(frame["year"].min()) - _PADDING, float(frame["year"].max()) + _PADDING


def narrow_years(years: tuple[float, float]) -> dict[str, Any]:
    """Fewer years named where the screen is narrow."""
    span = years[1] - years[0]
    return {"dtick": 20 if span > 50 else 10 if span > 18 else 5}


def lane(top: float, ticks: Sequence[Any]) -> float:
    """Lower end of an axis from zero: a lane below it keeps marks of events off the lines."""
    return -0.07 * top if ticks else 0.0


def lane_px(scale: tuple[float, float], height: float) -> float:
    """Height of the lane below zero in pixels."""
    return height * max(-scale[0], 0.0) / (scale[1] - scale[0])


def _era_px(text: str) -> float:
    """Width of the name of an era in pixels, estimated by its longest line."""
    return 5.8 * max(map(len, text.split("<br>")))


def behind(overlay: Overlay, years: tuple[float, float]) -> tuple[list[Any], list[Any], list[Any]]:
    """Shapes, annotations and traces of an overlay within the years shown."""
    spans = clipped(overlay.eras, *years)
    shapes, names = era_strip(spans, width=LEAST_PX)
    rooms = {span.start: float(span.end) - float(span.start) for span in spans}
    per_year = LEAST_PX / (years[1] - years[0])
    notes = [name for name in names if _era_px(name["text"]) <= rooms[name["x"]] * per_year]
    moments = [each for each in overlay.moments if years[0] <= float(each.at) <= years[1]]
    if not moments:
        return shapes, notes, []
    lines, ticks = milestone_overlay(moments, label="Milestones and sanctions")
    return [*shapes, *lines], notes, [ticks]
