"""Lanes by theme on a time axis, with a place for every milestone."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts.packing import Mark, packed
from dashboard.charts.tone import SIZES
from validators.vocabulary import Theme

#: Width of the axis in pixels for which marks are packed.
AXIS_WIDTH = 1000

_LEAST_LANE = 34
_LEAST_BAR = 4
_PADDING = 4


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where lanes and milestones stand, in pixels.

    Attributes:
        middles: Distance of each lane's middle from the top, by theme.
        tops: Distance of each lane's upper edge from the top.
        heights: Height of each milestone above the foot, in the order of the rows.
        height: Height of all lanes.
    """

    middles: dict[str, float]
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    height: float


def lanes_of(rows: pd.DataFrame, years: tuple[int, int]) -> Lanes:
    """Pack each theme's milestones, landmarks in the middle, and stack the lanes from the top.

    Args:
        rows: Milestones with ``start``, ``end``, ``precision``, ``theme`` and ``significance``.
        years: First and last year of the axis.
    """
    origin = pd.Timestamp(years[0], 1, 1)
    per_day = AXIS_WIDTH / (pd.Timestamp(years[1] + 1, 1, 1) - origin).days
    marks = {row.id: _mark(row, origin, per_day) for row in rows.itertuples()}
    ranked = rows.sort_values(["significance", "start", "id"], ascending=[False, True, True])
    middles: dict[str, float] = {}
    tops: list[float] = []
    from_top: dict[str, float] = {}
    height = 0.0
    for lane in Theme:
        ids = ranked.loc[ranked["theme"] == lane.value, "id"].tolist()
        if not ids:
            continue
        places = packed([marks[each] for each in ids])
        reach = max(abs(y) + marks[each].height / 2 for y, each in zip(places, ids, strict=True))
        room = max(_LEAST_LANE, 2 * (reach + _PADDING))
        middle = height + room / 2
        from_top |= {each: middle - y for y, each in zip(places, ids, strict=True)}
        middles[lane.value] = middle
        tops.append(height)
        height += room
    heights = tuple(round(height - from_top[each], 1) for each in rows["id"])
    return Lanes(middles, tuple(tops), heights, height)


def _mark(row: Any, origin: pd.Timestamp, per_day: float) -> Mark:
    size = SIZES[row.significance]
    left = (pd.Timestamp(row.start) - origin).days * per_day
    if row.precision == "day":
        return Mark(left - size / 2, left + size / 2, size)
    right = ((pd.Timestamp(row.end) - origin).days + 1) * per_day
    return Mark(left, max(right, left + _LEAST_BAR), size)
