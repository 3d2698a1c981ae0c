"""Names of lines where they end, placed so that they cover neither each other nor the lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

#: Points along lines in pixels, one a row.
Ink = npt.NDArray[np.float64]

_CHARACTER_PX = 6.6
_HEIGHT_PX = 15
_SIZE = 12

#: Least width of a drawing with labels in pixels; narrower ones have a legend.
LEAST_PX = 600

#: Where a label may stand, best first: distance from the point in pixels, right and up.
_RINGS = (8, 18, 30, 44, 60, 80, 104)

_LABEL_COST = 60.0
_LINE_COST = 12.0
_OUTSIDE_COST = 200.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its name.

    Attributes:
        text: The name.
        colour: Colour token of the name.
        x: Horizontal values in order; None in both columns breaks the line.
        y: Vertical values.
    """

    text: str
    colour: str
    x: Sequence[float | None]
    y: Sequence[float | None]

    @property
    def points(self) -> list[tuple[float, float]]:
        """The points that are there."""
        return [
            (float(x), float(y))
            for x, y in zip(self.x, self.y, strict=True)
            if x is not None and y is not None
        ]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; up is positive."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: "Box") -> float:
        """Area in common with another."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(width, 0.0) * max(height, 0.0)

    def covers(self, spots: Ink, margin: float) -> int:
        """How many of the spots lie inside or within a margin of it."""
        x, y = spots[:, 0], spots[:, 1]
        across = (x >= self.left - margin) & (x <= self.right + margin)
        up = (y >= self.bottom - margin) & (y <= self.top + margin)
        return int(np.count_nonzero(across & up))


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawing: its axes and its size in pixels.

    Attributes:
        x_range: First and last horizontal value.
        y_range: Lowest and highest vertical value.
        width: Width in pixels.
        height: Height in pixels.
        margin: Room right of the drawing, in pixels.
        lane: Height of a lane at the foot that is kept free of labels, in pixels.
    """

    x_range: tuple[float, float]
    y_range: tuple[float, float]
    width: float
    height: float
    margin: float
    lane: float = 0.0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point in pixels from the lower left corner."""
        (left, right), (low, high) = self.x_range, self.y_range
        return (
            self.width * (x - left) / (right - left or 1.0),
            self.height * (y - low) / (high - low or 1.0),
        )


def text_width(text: str) -> float:
    """Width of a label in pixels, estimated."""
    return _CHARACTER_PX * len(text) + 2


def line_labels(lines: Sequence[Line], frame: Frame) -> list[dict[str, Any]]:
    """Annotations that name lines, each near the last point of its line.

    The labels are placed one after the other, in the order given: each where it covers least of
    what is drawn and of the labels before it, as near to its point as can be. The same lines get
    the same places.

    Args:
        lines: In order of importance; a line without points gets no label.
        frame: The drawing at its usual width; the places also have to do at :data:`LEAST_PX`.
    """
    frames = [frame, *([replace(frame, width=LEAST_PX)] if frame.width > LEAST_PX else [])]
    inks = [
        np.array([spot for line in lines for spot in _ink(line, each)], dtype=float).reshape(-1, 2)
        for each in frames
    ]
    taken: list[list[Box]] = [[] for _ in frames]
    notes = []
    for line in lines:
        if not line.points:
            continue
        end = line.points[-1]
        width = text_width(line.text)
        costs = {
            shift: _distance(shift)
            + sum(
                _cost(_box(each.place(*end), shift, width), ink, boxes, each)
                for each, ink, boxes in zip(frames, inks, taken, strict=True)
            )
            for shift in _shifts(width)
        }
        shift = min(costs, key=costs.__getitem__)
        for each, boxes in zip(frames, taken, strict=True):
            boxes.append(_box(each.place(*end), shift, width))
        notes.append(_note(line, end, shift))
    return notes


def _note(line: Line, end: tuple[float, float], shift: tuple[float, float]) -> dict[str, Any]:
    return {
        "xref": "x",
        "yref": "y",
        "x": end[0],
        "y": end[1],
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": round(shift[0], 1),
        "yshift": round(shift[1], 1),
        "text": line.text,
        "font": {"size": _SIZE, "color": line.colour},
        "borderpad": 0,
        "bgcolor": "$paper/45",  # what runs behind a name does not break it
    }


def _shifts(width: float) -> Iterator[tuple[float, float]]:
    """Places of the left middle of a label relative to its point."""
    for ring in _RINGS:
        for across in (8.0, -width / 2, -width - 8.0):
            for up in (0.0, ring, -ring) if ring == _RINGS[0] else (ring, -ring):
                if across == 8.0 or abs(up) >= 12:
                    yield across, up
        yield -width - 8.0, 0.0


def _box(place: tuple[float, float], shift: tuple[float, float], width: float) -> Box:
    left, middle = place[0] + shift[0], place[1] + shift[1]
    return Box(left, middle - _HEIGHT_PX / 2, left + width, middle + _HEIGHT_PX / 2)


def _cost(box: Box, ink: Ink, taken: Sequence[Box], frame: Frame) -> float:
    """What a label would cover, and how far it would stand outside the drawing."""
    covered = sum(box.overlap(other) for other in taken)
    lines = box.covers(ink, 2.0)
    outside = (
        max(-box.left, 0.0)
        + max(box.right - frame.width - frame.margin, 0.0)
        + max(frame.lane - box.bottom, 0.0)
        + max(box.top - frame.height, 0.0)
    )
    beyond = _OUTSIDE_COST + outside if outside > 1 else 0.0
    return _LABEL_COST * covered + _LINE_COST * lines + beyond


def _distance(shift: tuple[float, float]) -> float:
    """How far a label stands from its point; right of it is best."""
    return abs(shift[1]) + (0.0 if shift[0] > 0 else 12.0)


def _ink(line: Line, frame: Frame) -> list[tuple[float, float]]:
    """Points every few pixels along a line."""
    spots: list[tuple[float, float]] = []
    before: tuple[float, float] | None = None
    for x, y in zip(line.x, line.y, strict=True):
        if x is None or y is None:
            before = None
            continue
        here = frame.place(float(x), float(y))
        if before is not None:
            steps = max(int(max(abs(here[0] - before[0]), abs(here[1] - before[1])) // 5), 1)
            spots += [
                (
                    before[0] + (here[0] - before[0]) * step / steps,
                    before[1] + (here[1] - before[1]) * step / steps,
                )
                for step in range(1, steps)
            ]
        spots.append(here)
        before = here
    return spots
