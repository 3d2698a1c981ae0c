"""Places of milestones on a map, sized by their number."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.maps import DISCLAIMER, map_layout, place_trace
from dashboard.charts.milestone_words import most_used
from dashboard.charts.parts import empty_figure
from dashboard.params import JOINER

TITLE = "Where milestones happened"

COLUMNS: Mapping[str, str] = {
    "place": "Place",
    "count": "Milestones (number)",
    "landmarks": "Landmarks (number)",
    "first": "First",
    "last": "Latest",
    "lat": "Latitude (°)",
    "lon": "Longitude (°)",
}

#: Longitudes and latitudes that each area shows.
AREAS: Mapping[str, tuple[tuple[float, float], tuple[float, float]] | None] = {
    "world": None,
    "eurasia": ((-12, 180), (8, 78)),
    "korea": ((121, 141), (33, 53)),
}

_LARGEST_PX = 44
_SMALLEST_PX = 8
_NAMED = 8  # places named beside their mark


def places_map(
    rows: pd.DataFrame, area: str, chosen: Sequence[str] = (), notes: Sequence[str] = ()
) -> Figure:
    """One mark a place, its area in proportion to the number of milestones there.

    Places that share a point share a mark.

    Args:
        rows: Milestones as :func:`dashboard.events.milestone_rows` tells them; those without a
            place are counted in a note.
        area: Key of :data:`AREAS`.
        chosen: Ids of places that the reader has chosen.
        notes: Caveats to show.
    """
    placed = rows[rows["lat"].notna()]
    if placed.empty:
        message = "No milestone with a place matches."
        return empty_figure(TITLE, message, columns=COLUMNS, tables=("milestones", "places"))
    table = _table(placed)
    points = _points(table)
    marked = points["ids"].map(lambda ids: not set(ids).isdisjoint(chosen))
    traces = [
        _trace(points[~marked], "$accent", "Milestones at a place", points["count"].max()),
        _trace(points[marked], "$warn", "Chosen", points["count"].max()),
    ]
    without = len(rows) - len(placed)
    said = (f"{without} of the {len(rows)} milestones have no single place.",) if without else ()
    return Figure(
        title=TITLE,
        data=tuple(trace for trace in traces if trace["lat"]),
        layout=map_layout(showlegend=bool(marked.any()), uirevision=area, **_view(area)),
        alt=_alt(table, placed),
        table=table[list(COLUMNS)].reset_index(drop=True),
        columns=COLUMNS,
        sources=most_used(placed),
        tables=("milestones", "places"),
        notes=(*said, *notes, DISCLAIMER),
        height=560,
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a place, the busiest first."""
    groups = rows.groupby("place_id", sort=False)
    table = groups.agg(
        place=("place", "first"),
        count=("id", "size"),
        landmarks=("significance", lambda cells: int((cells == 3).sum())),
        first=("start", "min"),
        last=("start", "max"),
        lat=("lat", "first"),
        lon=("lon", "first"),
    ).reset_index()
    years = {name: table[name].str.slice(0, 4).astype(int) for name in ("first", "last")}
    return table.assign(**years).sort_values(["count", "place"], ascending=[False, True])


def _points(table: pd.DataFrame) -> pd.DataFrame:
    """One row a point of the map, the largest first so that the smaller lie on top."""
    groups = table.assign(text=_hover(table)).groupby(["lat", "lon"], sort=False)
    points = groups.agg(ids=("place_id", tuple), count=("count", "sum"), text=("text", "<br>".join))
    return points.reset_index().sort_values("count", ascending=False)


def _hover(table: pd.DataFrame) -> list[str]:
    texts = []
    columns = (table[name].tolist() for name in ("place", "count", "first", "last"))
    for place, count, first, last in zip(*columns, strict=True):
        years = f"{first}" if first == last else f"{first}–{last}"
        texts.append(f"<b>{place}</b>: {count} milestone{'' if count == 1 else 's'}, {years}")
    return texts


def _trace(points: pd.DataFrame, colour: str, label: str, most: int) -> dict[str, Any]:
    sizes = [max(_SMALLEST_PX, _LARGEST_PX * sqrt(count / most)) for count in points["count"]]
    trace = place_trace(
        list(zip(points["lat"], points["lon"], strict=True)),
        hover=points["text"].tolist(),
        sizes=[round(size, 1) for size in sizes],
        colour=colour,
        label=label,
        customdata=[JOINER.join(ids) for ids in points["ids"]],
    )
    return {**trace, "marker": {**trace["marker"], "opacity": 0.7}}


def _view(area: str) -> dict[str, Any]:
    window = AREAS[area]
    if window is None:
        return {}
    longitudes, latitudes = window
    centre = sum(longitudes) / 2
    return {
        "geo": {
            "projection": {"rotation": {"lon": centre}},
            "lonaxis": {"range": list(longitudes)},
            "lataxis": {"range": list(latitudes)},
        }
    }


def _alt(table: pd.DataFrame, placed: pd.DataFrame) -> str:
    head = table.head(3)
    top = ", ".join(
        f"{place} {count}" for place, count in zip(head["place"], head["count"], strict=True)
    )
    return f"Map of {len(table)} places of {len(placed)} milestones. Most happened at: {top}."
