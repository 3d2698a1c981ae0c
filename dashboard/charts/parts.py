"""Pieces that several charts are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure

_LABEL_PX = 17  # line height of a label at the end of a line
_CHARACTER_PX = 6.8  # mean width of a character at 13 px


def with_gaps(
    x: Sequence[float], *columns: Sequence[Any], step: float = 1
) -> tuple[list[Any], ...]:
    """Columns in order of ``x``, with a row of None wherever more than ``step`` is skipped.

    A line drawn through them breaks at missing years instead of bridging them.
    """
    rows = sorted(zip(x, *columns, strict=True), key=lambda row: row[0])
    blank = (None,) * len(columns)
    broken: list[tuple[Any, ...]] = rows[:1]
    for before, after in pairwise(rows):
        if after[0] - before[0] > step:
            broken.append((before[0] + step, *blank))
        broken.append(after)
    return tuple(list(column) for column in zip(*broken, strict=True)) or ([], *([] for _ in blank))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time with a name; both ends in the units of the time axis."""

    start: float | str
    end: float | str
    label: str


def era_bands(
    spans: Sequence[Span], *, labels: bool = True
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Shapes and annotations that shade every other span behind a drawing and name each.

    Names stand at the top, turned upright so that short spans do not collide.
    """
    shapes = [
        {
            "type": "rect",
            "layer": "below",
            "xref": "x",
            "yref": "paper",
            "x0": span.start,
            "x1": span.end,
            "y0": 0,
            "y1": 1,
            "fillcolor": "$band",
            "line": {"width": 0},
        }
        for span in spans[::2]
    ]
    annotations = [
        {
            "xref": "x",
            "yref": "paper",
            "x": span.start,
            "y": 1,
            "xanchor": "left",
            "yanchor": "top",
            "xshift": 2,
            "text": span.label,
            "textangle": 90,
            "font": {"size": 11, "color": "$ink_soft"},
        }
        for span in spans
    ]
    return shapes, annotations if labels else []


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated event marked on a time axis."""

    at: float | str
    label: str
    key: str = ""


def milestone_overlay(
    moments: Sequence[Moment], *, label: str = "Milestones"
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Thin lines through a drawing, and one trace of ticks at its foot that say what happened.

    The trace stands on an axis of its own: give the layout :func:`overlay_axis` as ``yaxis9``.
    """
    lines = [
        {
            "type": "line",
            "layer": "below",
            "xref": "x",
            "yref": "paper",
            "x0": moment.at,
            "x1": moment.at,
            "y0": 0,
            "y1": 1,
            "line": {"color": "$axis", "width": 1, "dash": "dot"},
        }
        for moment in moments
    ]
    ticks = {
        "type": "scatter",
        "mode": "markers",
        "name": label,
        "yaxis": "y9",
        "x": [moment.at for moment in moments],
        "y": [0.02] * len(moments),
        "marker": {"symbol": "diamond", "size": 9, "color": "$ink_soft"},
        "text": [moment.label for moment in moments],
        "customdata": [moment.key for moment in moments],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }
    return lines, ticks


def overlay_axis() -> dict[str, Any]:
    """The hidden axis, from 0 at the foot to 1 at the top, of a milestone overlay."""
    return {"overlaying": "y", "range": [0, 1], "fixedrange": True, "visible": False}


@dataclass(frozen=True, slots=True)
class EndLabel:
    """The name of a line, to stand at its last point."""

    text: str
    x: float | str
    y: float
    colour: str


def end_labels(
    labels: Sequence[EndLabel], *, y_range: tuple[float, float], plot_height: float
) -> list[dict[str, Any]]:
    """Annotations that name lines at their ends, moved apart where they would overlap.

    Each stays tied to its point and is shifted by pixels, so that it follows a zoom.

    Args:
        labels: One for each line.
        y_range: Lower and upper end of the axis.
        plot_height: Height of the axis in pixels.
    """
    low, high = y_range
    per_unit = plot_height / (high - low) if high != low else 0.0
    ordered = sorted(labels, key=lambda label: label.y)
    wanted = [(label.y - low) * per_unit for label in ordered]
    shifted = spread(wanted, gap=_LABEL_PX, upper=max(plot_height, 0.0))
    return [
        {
            "xref": "x",
            "yref": "y",
            "x": label.x,
            "y": label.y,
            "xanchor": "left",
            "yanchor": "middle",
            "xshift": 8,
            "yshift": round(place - want, 1),
            "text": label.text,
            "font": {"size": 13, "color": label.colour},
        }
        for label, want, place in zip(ordered, wanted, shifted, strict=True)
    ]


def spread(wanted: Sequence[float], *, gap: float, upper: float) -> list[float]:
    """Places at least ``gap`` apart, as near as can be to the ascending ``wanted`` ones.

    Neighbours too close form a block around their mean; a block that leaves ``[0, upper]`` is
    pushed back inside as long as there is room.
    """
    blocks: list[list[float]] = []  # [first place, number of labels, sum of (wanted - offset)]
    for want in wanted:
        blocks.append([want, 1, want])
        while True:
            first, count, total = blocks[-1]
            room = max(upper - (count - 1) * gap, 0.0)
            blocks[-1][0] = first = min(max(total / count, 0.0), room)
            if len(blocks) == 1 or first - blocks[-2][0] >= blocks[-2][1] * gap - 1e-9:
                break
            below = blocks[-2]
            # The upper block's labels stand `below[1] * gap` above the start of the joint one.
            below[2] += total - count * below[1] * gap
            below[1] += count
            blocks.pop()
    return [first + i * gap for first, count, _ in blocks for i in range(int(count))]


def label_margin(texts: Sequence[str]) -> int:
    """Right margin in pixels that holds the longest of the labels at the ends of lines."""
    return round(16 + _CHARACTER_PX * max(map(len, texts), default=0))


def row_band(place: float) -> dict[str, Any]:
    """A shade behind one row of a chart whose rows stand at whole numbers."""
    return {
        "type": "rect",
        "layer": "below",
        "xref": "paper",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "y0": place - 0.5,
        "y1": place + 0.5,
        "fillcolor": "$band",
        "line": {"width": 0},
    }


def legend_when_narrow(**overrides: Any) -> dict[str, Any]:
    """Overrides for narrow screens: a legend above in place of labels at the ends of lines."""
    return theme.merged({"annotations": [], "showlegend": True, "margin": {"r": 8}}, overrides)


def empty_figure(
    title: str, message: str, *, columns: Mapping[str, str], tables: tuple[str, ...] = ()
) -> Figure:
    """A figure with nothing to draw, which says what to widen.

    Args:
        title: Title the figure has when it is not empty.
        message: What was looked for, and which filter to widen.
        columns: Headings of the figure's table; the table has these columns and no rows.
        tables: Ids of the dataset tables that were searched.
    """
    layout = theme.base_layout(
        xaxis={"visible": False},
        yaxis={"visible": False},
        annotations=[
            {
                "xref": "paper",
                "yref": "paper",
                "x": 0.5,
                "y": 0.5,
                "text": message,
                "font": {"size": 14, "color": "$ink_soft"},
            }
        ],
    )
    return Figure(
        title=title,
        data=(),
        layout=layout,
        alt=message,
        table=pd.DataFrame(columns=list(columns)),
        columns=columns,
        sources=(),
        tables=tables,
        height=180,
        empty=True,
    )
