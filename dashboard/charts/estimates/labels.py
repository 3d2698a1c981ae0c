"""Names of claimants beside their marks, placed so that they cover neither marks nor each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.line_labels import Box, text_width

_HEIGHT = 15
_SIZE = 12
_MARK = 7  # half the side of a mark, in pixels
_RINGS = (0, 12, 16, 24, 34, 46, 60)


@dataclass(frozen=True, slots=True)
class Label:
    """A name and the mark that it belongs to.

    Attributes:
        text: The name.
        x: Horizontal place of the mark.
        left: Where a line through it begins, if the day is not known.
        right: Where that line ends.
        low: Its lower end, in units of the axis.
        high: Its upper end.
        up: Pixels by which an arrow goes on above the upper end.
        down: Pixels by which one goes on below the lower end.
    """

    text: str
    x: float
    left: float
    right: float
    low: float
    high: float
    up: float = 0
    down: float = 0


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing: ranges of its axes and its size in pixels."""

    x_range: tuple[float, float]
    y_range: tuple[float, float]
    width: float
    height: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point in pixels from the lower left corner."""
        (left, right), (low, high) = self.x_range, self.y_range
        return (
            self.width * (x - left) / (right - left or 1.0),
            self.height * (y - low) / (high - low or 1.0),
        )

    def ink(self, label: Label) -> list[Box]:
        """The room that a mark takes: its interval and arrow, and lines of a vague date."""
        x, low = self.place(label.x, label.low)
        _, high = self.place(label.x, label.high)
        upright = Box(
            x - _MARK, low - max(_MARK, label.down), x + _MARK, high + max(_MARK, label.up)
        )
        if label.left == label.right:
            return [upright]
        ends = self.place(label.left, label.low)[0], self.place(label.right, label.low)[0]
        return [upright, *(Box(ends[0], y - 3, ends[1], y + 3) for y in (low, high))]


def label_notes(labels: Sequence[Label], plot: Plot, *, crowded: bool) -> list[dict[str, Any]]:
    """Annotations that name marks, each as near to its mark as can be.

    Names are placed one after the other. One that finds no free place is left out, or stands where
    it covers least if ``crowded``. The same marks get the same places.

    Args:
        labels: In order of importance.
        plot: The drawing.
        crowded: Whether names may overlap rather than be left out.
    """
    taken = [box for label in labels for box in plot.ink(label)]
    notes = []
    for label in labels:
        spots = list(_spots(label, plot, text_width(label.text)))
        free = [spot for spot in spots if _fits(spot[2], plot) and not _covers(spot[2], taken)]
        if not free and not crowded:
            continue
        inside = [spot for spot in spots if _fits(spot[2], plot)] or spots
        shift, up, box, x = (
            free[0] if free else min(inside, key=lambda spot: _covers(spot[2], taken))
        )
        taken.append(box)
        notes.append(
            {
                "x": x,
                "y": label.high,
                "xanchor": "left",
                "yanchor": "middle",
                "xshift": round(shift, 1),
                "yshift": round(up, 1),
                "text": label.text,
                "font": {"size": _SIZE, "color": "$ink"},
                "borderpad": 0,
            }
        )
    return notes


def _spots(label: Label, plot: Plot, width: float) -> Iterator[tuple[float, float, Box, float]]:
    """Places of a name, best first: shift right and up, its box, and the point it is tied to.

    Beside a line of a vague date a name is tied to the end of the line, so that it stays clear of
    it however wide the drawing is.
    """
    top = plot.place(label.x, label.high)[1]
    foot = plot.place(label.x, label.low)[1]
    vague = label.left != label.right
    gap = 4.0 if vague else _MARK + 4.0
    right = (gap, label.right if vague else label.x)
    left = (-width - gap, label.left if vague else label.x)
    middle = (-width / 2, label.x)
    over = max(label.up, _MARK) + _HEIGHT / 2 + 1
    under = foot - top - max(label.down, _MARK) - _HEIGHT / 2 - 1
    spots = [(right, 0.0), (left, 0.0), (middle, over), (middle, under)]
    for ring in _RINGS[1:]:
        spots += [(side, sign * ring) for sign in (1.0, -1.0) for side in (right, left)]
        spots += [(middle, over + ring), (middle, under - ring)]
    for (across, tied), up in spots:
        x, y = plot.place(tied, label.high)[0] + across, top + up
        yield across, up, Box(x, y - _HEIGHT / 2, x + width, y + _HEIGHT / 2), tied


def _fits(box: Box, plot: Plot) -> bool:
    return box.left >= 0 and box.right <= plot.width and box.bottom >= 0 and box.top <= plot.height


def _covers(box: Box, taken: Sequence[Box]) -> float:
    return sum(box.overlap(other) for other in taken)
