"""Marks of statements: a sign at each bound, a line between two, an arrow where one is missing."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts.estimates.style import KINDS, KindLook
from dashboard.charts.rows import each

_SIZE = 11
_LINE = 3
_ARROW_LINE = 1.75


def ends(rows: pd.DataFrame) -> list[tuple[Any, float]]:
    """Each statement with each bound that it names: once for a point, twice for a range."""
    return [(row, float(end)) for row in each(rows) for end in dict.fromkeys((row.least, row.most))]


def bounds(
    look: KindLook,
    marked: Sequence[tuple[Any, float]],
    *,
    x: Sequence[Any],
    y: Sequence[Any],
    axes: Mapping[str, str],
) -> dict[str, Any]:
    """Signs at the bounds of statements of one kind of claimant.

    Args:
        look: The kind.
        marked: Statements and bounds, see :func:`ends`.
        x: Horizontal place of each.
        y: Vertical place of each.
        axes: Axes of the panel.
    """
    return {
        "type": "scatter",
        "mode": "markers",
        "name": look.label,
        "showlegend": False,
        "x": list(x),
        "y": list(y),
        "marker": {
            "size": _SIZE,
            "color": look.colour,
            "symbol": [look.mark(bool(row.bound_from_wording)) for row, _ in marked],
            "line": {"width": 1.5, "color": look.colour},
        },
        "customdata": [row.id for row, _ in marked],
        "hovertext": [row.hover for row, _ in marked],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        **axes,
    }


Stroke = tuple[tuple[Any, Any], tuple[Any, Any]]


def strokes(
    look: KindLook, lines: Sequence[Stroke], *, axes: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Lines from point to point in one trace; no trace where there are none."""
    if not lines:
        return []
    points = [point for start, end in lines for point in (start, end, (None, None))]
    trace = {
        "type": "scatter",
        "mode": "lines",
        "showlegend": False,
        "hoverinfo": "skip",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "line": {"color": look.colour, "width": _LINE},
        **axes,
    }
    return [trace]


def is_open(row: Any) -> bool:
    """Whether a statement gives one bound only."""
    return str(row.kind).startswith("open")


def arrow(row: Any, place: Mapping[str, Any], *, right: int = 0, up: int = 0) -> dict[str, Any]:
    """An arrow of constant length at the open end of a statement.

    Args:
        row: The statement.
        place: Reference axes and point of the annotation.
        right: Pixels to the right in which larger numbers lie, if they do.
        up: Pixels upwards in which they lie, if they do.
    """
    sign = 1 if row.kind == "open-high" else -1
    return {
        **place,
        "ax": sign * right,
        "ay": -sign * up,
        "text": "",
        "showarrow": True,
        "arrowside": "start",
        "startarrowhead": 2,
        "startarrowsize": 1,
        "arrowwidth": _ARROW_LINE,
        "arrowcolor": KINDS[row.claimant_kind].colour,
    }


def open_bound(row: Any) -> float:
    """The one bound that such a statement gives."""
    return float(row.least if row.kind == "open-high" else row.most)
