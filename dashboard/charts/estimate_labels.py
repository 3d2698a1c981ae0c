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
        colour: Colour token of the name.
        x: Horizontal place of the mark.
        low: Its lower end, in units of the axis.
        high: Its upper end.
        up: Pixels by which an arrow goes on above the upper end.
        down: Pixels by which one goes on below the lower end.
    """

    text: str
    colour: str
    x: float
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

    def ink(self, label: Label) -> Box:
        """The room that a mark with its interval and arrow takes."""
        x, low = self.place(label.x, label.low)
        _, high = self.place(label.x, label.high)
        return Box(
            x - _MARK,
            low - max(_MARK, label.down),
            x + _MARK,
            high + max(_MARK, label.up),
        )


def label_notes(labels: Sequence[Label], plot: Plot, *, crowded: bool) -> list[dict[str, Any]]:
    """Annotations that name marks, each as near to its mark as can be.

    Names are placed one after the other. One that finds no free place is left out, or stands where
    it covers least if ``crowded``. The same marks get the same places.

    Args:
        labels: In order of importance.
        plot: The drawing.
        crowded: Whether names may overlap rather than be left out.
    """
    taken = [plot.ink(label) for label in labels]
    notes = []
    for label in labels:
        place = plot.place(label.x, label.high)
        foot = plot.place(label.x, label.low)[1]
        spots = list(_spots(label, place, foot, text_width(label.text)))
        free = [spot for spot in spots if _fits(spot[2], plot) and not _covers(spot[2], taken)]
        if not free and not crowded:
            continue
        inside = [spot for spot in spots if _fits(spot[2], plot)] or spots
        across, up, box = free[0] if free else min(inside, key=lambda spot: _covers(spot[2], taken))
        taken.append(box)
        notes.append(
            {
                "x": label.x,
                "y": label.high,
                "xanchor": "left",
                "yanchor": "middle",
                "xshift": round(across, 1),
                "yshift": round(up, 1),
                "text": label.text,
                "font": {"size": _SIZE, "color": label.colour},
                "borderpad": 0,
            }
        )
    return notes


def _spots(
    label: Label, place: tuple[float, float], foot: float, width: float
) -> Iterator[tuple[float, float, Box]]:
    """Places of a name, best first: shift right and up from the upper end, and its box."""
    right, left, middle = _MARK + 4.0, -width - _MARK - 4.0, -width / 2
    over = max(label.up, _MARK) + _HEIGHT / 2 + 1
    under = foot - place[1] - max(label.down, _MARK) - _HEIGHT / 2 - 1
    shifts = [(right, 0.0), (left, 0.0), (middle, over), (middle, under)]
    for ring in _RINGS[1:]:
        shifts += [(side, sign * ring) for sign in (1.0, -1.0) for side in (right, left)]
        shifts += [(middle, over + ring), (middle, under - ring)]
    for across, up in shifts:
        x, y = place[0] + across, place[1] + up
        yield across, up, Box(x, y - _HEIGHT / 2, x + width, y + _HEIGHT / 2)


def _fits(box: Box, plot: Plot) -> bool:
    return box.left >= 0 and box.right <= plot.width and box.bottom >= 0 and box.top <= plot.height


def _covers(box: Box, taken: Sequence[Box]) -> float:
    return sum(box.overlap(other) for other in taken)
