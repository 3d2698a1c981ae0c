"""Places of milestones on a map, sized by their number."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.maps import DISCLAIMER, map_layout, place_trace
from dashboard.charts.milestones.words import most_used
from dashboard.charts.parts import empty_figure
from dashboard.state.params import JOINER

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

Window = tuple[tuple[float, float], tuple[float, float]]

#: Longitudes and latitudes that each area shows, on wide screens and on narrow ones.
AREAS: Mapping[str, tuple[Window, Window] | None] = {
    "world": None,
    "eurasia": (((-12, 180), (8, 78)), ((-12, 180), (-10, 84))),
    "korea": (((106, 154), (33, 53)), ((118, 142), (33, 53))),
}

_WORLD: Window = ((-170, 190), (-56, 84))

_LARGEST_PX = 44
_SMALLEST_PX = 8
_NAMED = {"world": 3, "eurasia": 4, "korea": 9}  # places named beside their mark, given room
_NEAR, _LONG = 0.06, 0.25  # of height and width of the view: closer names would collide


def places_map(
    rows: pd.DataFrame, area: str, chosen: Sequence[str] = (), notes: Sequence[str] = ()
) -> Figure:
    """One mark a place, its area in proportion to the number of milestones there.

    Places that share a point share a mark.

    Args:
        rows: Milestones as :func:`dashboard.lookup.events.milestone_rows` tells them; those without
            a place are counted in a note.
        area: Key of :data:`AREAS`.
        chosen: Ids of places that the reader has chosen.
        notes: Caveats to show.
    """
    placed = rows[rows["lat"].notna()]
    if placed.empty:
        message = "No milestone with a place matches."
        return empty_figure(TITLE, message, columns=COLUMNS, tables=("milestones", "places"))
    table = _table(placed)
    points = _points(table, area)
    without = len(rows) - len(placed)
    area_said = "The area of a mark stands for the number of milestones there."
    said = (f"{without} of the {len(rows)} milestones have no single place.",) if without else ()
    return Figure(
        title=TITLE,
        data=(_trace(points, chosen),),
        layout=map_layout(showlegend=False, uirevision=area, **_view(area)),
        alt=_alt(table, placed),
        table=table[list(COLUMNS)].reset_index(drop=True),
        columns=COLUMNS,
        sources=most_used(placed),
        tables=("milestones", "places"),
        notes=(area_said, *said, *notes, DISCLAIMER),
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


def _points(table: pd.DataFrame, area: str) -> pd.DataFrame:
    """One row a point of the map, the largest first so that the smaller lie on top."""
    short = table["place"].str.partition(" (")[0]
    groups = table.assign(text=_hover(table), short=short).groupby(["lat", "lon"], sort=False)
    points = groups.agg(
        ids=("place_id", tuple),
        count=("count", "sum"),
        text=("text", "<br>".join),
        short=("short", " / ".join),
    )
    points = points.reset_index().sort_values(["count", "short"], ascending=[False, True])
    return points.assign(label=_labels(points, area))


def _labels(points: pd.DataFrame, area: str) -> list[str]:
    """Names of the largest points that lie in the view and not beside a larger one."""
    window = AREAS[area]
    (west, east), (south, north) = window[0] if window else _WORLD
    labels: list[str] = []
    taken: list[tuple[float, float]] = []
    columns = (points[name].tolist() for name in ("lat", "lon", "short", "count"))
    for lat, lon, short, count in zip(*columns, strict=True):
        inside = west <= lon <= east and south <= lat <= north
        near = any(
            abs(lat - y) < _NEAR * (north - south) and abs(lon - x) < _LONG * (east - west)
            for y, x in taken
        )
        if inside and not near and len(taken) < _NAMED[area]:
            taken.append((lat, lon))
            labels.append(f"{short} {count}")
        else:
            labels.append("")
    return labels


def _hover(table: pd.DataFrame) -> list[str]:
    texts = []
    columns = (table[name].tolist() for name in ("place", "count", "first", "last"))
    for place, count, first, last in zip(*columns, strict=True):
        years = f"{first}" if first == last else f"{first}–{last}"
        texts.append(f"<b>{place}</b>: {count} milestone{'' if count == 1 else 's'}, {years}")
    return texts


def _trace(points: pd.DataFrame, chosen: Sequence[str]) -> dict[str, Any]:
    """All marks in one trace, so that the smaller lie on top whether chosen or not."""
    most = points["count"].max()
    sizes = [max(_SMALLEST_PX, _LARGEST_PX * sqrt(count / most)) for count in points["count"]]
    trace = place_trace(
        list(zip(points["lat"], points["lon"], strict=True)),
        hover=points["text"].tolist(),
        sizes=[round(size, 1) for size in sizes],
        colour="$accent",
        label="Milestones at a place",
        customdata=[JOINER.join(ids) for ids in points["ids"]],
    )
    colours = ["$accent" if set(ids).isdisjoint(chosen) else "$warn" for ids in points["ids"]]
    return {
        **trace,
        "mode": "markers+text",
        "marker": {**trace["marker"], "color": colours, "opacity": 0.7},
        "text": points["label"].tolist(),
        "textposition": "middle right",
        "textfont": {"size": 12, "color": "$ink"},
        "hovertext": points["text"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _view(area: str) -> dict[str, Any]:
    """Layout of the part of the world shown; borders of states are clearer than on world maps."""
    borders = {"showcountries": True, "countrycolor": "$coast", "countrywidth": 0.6}
    windows = AREAS[area]
    if windows is None:
        return {"geo": borders}
    wide, narrow = (_window(window) for window in windows)
    return {"geo": {**borders, **wide}, "meta": {"narrow": {"geo": narrow}}}


def _window(window: Window) -> dict[str, Any]:
    longitudes, latitudes = window
    return {
        "projection": {"rotation": {"lon": sum(longitudes) / 2}},
        "lonaxis": {"range": list(longitudes)},
        "lataxis": {"range": list(latitudes)},
    }


def _alt(table: pd.DataFrame, placed: pd.DataFrame) -> str:
    head = table.head(3)
    top = ", ".join(
        f"{place} {count}" for place, count in zip(head["place"], head["count"], strict=True)
    )
    return f"Map of {len(table)} places of {len(placed)} milestones. Most happened at: {top}."
