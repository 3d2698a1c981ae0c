"""Which shape of the maps holds which place, above all where borders are contested.

The shapes are those of the United Nations as plotly.js ships them; the dashboard says so beside
every map. Other outlines may replace them; then this test says what changed.
"""

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from dashboard.web import assets

Point = tuple[float, float]
Ring = list[Point]

#: Place → longitude, latitude and the shape that holds it.
PLACES: dict[str, tuple[float, float, str]] = {
    "Simferopol": (34.10, 44.95, "UKR"),
    "Sevastopol": (33.60, 44.62, "UKR"),
    "Donetsk": (37.80, 48.00, "UKR"),
    "Pristina": (21.16, 42.66, "SRB"),
    "Golan, Quneitra": (35.82, 33.12, "SYR"),
    "Ramallah": (35.20, 31.90, "PSE"),
    "Gaza": (34.40, 31.45, "PSE"),
    "Laayoune": (-13.10, 27.10, "ESH"),
    "Taichung": (120.90, 24.20, "TWN"),
    "Srinagar": (74.80, 34.10, "XJK"),
    "Sukhumi": (41.10, 43.05, "GEO"),
    "Tskhinvali": (43.97, 42.23, "GEO"),
    "Tiraspol": (29.50, 46.85, "MDA"),
    "Nicosia, north": (33.40, 35.28, "CYP"),
    "Hargeisa": (44.06, 9.56, "SOM"),
    "Pyongyang": (125.75, 39.03, "PRK"),
    "Kaesong": (126.50, 38.00, "PRK"),
    "Seoul": (127.00, 37.55, "KOR"),
    "Khasan": (130.62, 42.45, "RUS"),
    "Rason": (130.30, 42.30, "PRK"),
    "Hunchun": (130.35, 42.87, "CHN"),
}


@pytest.fixture(scope="module")
def shapes() -> dict[str, list[Ring]]:
    """Rings of every shape, by its id."""
    folder = Path(assets.__file__).parents[1] / "assets"
    topology = json.loads((folder / assets.names()["outlines"]).read_text("utf-8"))
    arcs = [_placed(arc, topology["transform"]) for arc in topology["arcs"]]
    return {
        shape["id"]: [_ring(ring, arcs) for polygon in _polygons(shape) for ring in polygon]
        for shape in topology["objects"]["countries"]["geometries"]
        if shape["type"] in {"Polygon", "MultiPolygon"}
    }


def _placed(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    across, up = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
    return [(x * wide + left, y * high + low) for x, y in zip(across, up, strict=True)]


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = shape["arcs"]
    return [arcs] if shape["type"] == "Polygon" else arcs


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Arcs end to end; one with a negative number runs backwards."""
    return [
        point
        for number in numbers
        for point in (arcs[number] if number >= 0 else reversed(arcs[~number]))
    ]


def _inside(rings: list[Ring], x: float, y: float) -> bool:
    """Whether a ray from the point crosses the rings an odd number of times."""
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize("place", PLACES)
def test_a_place_lies_in_its_shape(shapes: dict[str, list[Ring]], place: str) -> None:
    x, y, expected = PLACES[place]
    assert [code for code, rings in shapes.items() if _inside(rings, x, y)] == [expected]


def test_no_shape_stands_for_what_has_none(shapes: dict[str, list[Ring]]) -> None:
    assert "XKX" not in shapes
