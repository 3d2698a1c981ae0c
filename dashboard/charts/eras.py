"""Eras behind a time axis: bands, and their names in a strip above the drawing."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from dashboard.charts.parts import Span, era_bands

#: Height of the strip of names in pixels: three lines of small print.
STRIP = 46

_CHARACTER_PX = 6.2
_LEAST_PX = 44


def clipped(spans: Sequence[Span], first: float, last: float) -> tuple[Span, ...]:
    """The parts of the spans between two years, those outside left out."""
    cut = (
        Span(max(float(span.start), first), min(float(span.end), last), span.label)
        for span in spans
    )
    return tuple(span for span in cut if float(span.start) < float(span.end))


def era_strip(
    spans: Sequence[Span], *, width: float = 900, dates: bool = False
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Bands behind a drawing, and the names of the eras above it, broken to the width of each.

    Args:
        spans: In years, clipped to the axis.
        width: Width of the axis in pixels; a name that finds no room is left out.
        dates: Whether the axis counts in dates, not in years.

    Returns:
        Shapes and annotations; leave :data:`STRIP` pixels of margin at the top for the latter.
    """
    placed = (
        [Span(_on(span.start), _on(span.end), span.label) for span in spans] if dates else spans
    )
    shapes, _ = era_bands(placed, labels=False)
    if not spans:
        return shapes, []
    total = float(spans[-1].end) - float(spans[0].start)
    names = []
    for span, place in zip(spans, placed, strict=True):
        room = width * (float(span.end) - float(span.start)) / total
        if room < _LEAST_PX:
            continue
        lines = wrap(span.label, max(int(room / _CHARACTER_PX), 10), break_long_words=False)
        names.append(
            {
                "xref": "x",
                "yref": "paper",
                "x": place.start,
                "y": 1,
                "xanchor": "left",
                "yanchor": "bottom",
                "align": "left",
                "xshift": 2,
                "yshift": 2,
                "text": "<br>".join(lines[:3]),
                "font": {"size": 11, "color": "$ink_soft"},
            }
        )
    return shapes, names


def _on(year: float | str) -> str:
    return f"{int(float(year)):04d}-01-01"
