"""Places for marks on a time axis so that none covers another: no jitter, no chance."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """What needs room: a stretch of the axis, in pixels.

    Attributes:
        left: Left edge.
        right: Right edge.
        height: Height.
    """

    left: float
    right: float
    height: float


def packed(marks: Sequence[Mark], *, gap: float = 1.0) -> list[float]:
    """Heights above the middle of a lane at which the marks stand, as near to it as can be.

    The marks are placed in the order given, so the first ones stand in the middle. The same marks
    always get the same places.

    Args:
        marks: In order of importance.
        gap: Least distance between two marks, in pixels.

    Returns:
        For each mark the distance of its centre from the middle, positive or negative.
    """
    places: list[float] = []
    for mark in marks:
        near = [
            (place, (other.height + mark.height) / 2 + gap)
            for other, place in zip(marks, places, strict=False)
            if mark.left < other.right + gap and other.left < mark.right + gap
        ]
        places.append(_nearest_free(near))
    return places


def _nearest_free(near: Sequence[tuple[float, float]]) -> float:
    """The free height closest to 0; above wins over below.

    Args:
        near: Height and least distance of each mark in the way.
    """
    wanted = [0.0]
    for place, distance in near:
        wanted += [place + distance, place - distance]
    return next(
        height
        for height in sorted(wanted, key=lambda value: (round(abs(value), 6), -value))
        if all(abs(height - place) >= distance - 1e-9 for place, distance in near)
    )
