"""Maps of the world: one look, one set of boundaries, and a place for every country.

Boundaries are the United Nations set shipped with plotly.js, simplified (``frontend/outlines.mjs``).
Some countries have no shape in it and many are too small to be seen; both are drawn as dots. A
country of which nothing is known is hatched, which no class of values is.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.charts import theme

DISCLAIMER = (
    "The boundaries, names and designations on this map follow the United Nations set shipped with "
    "plotly.js. They do not imply endorsement or acceptance by the authors of this project or by "
    "the United Nations."
)

#: Shapes below this area, in km², get a dot as well: at full width they are under three pixels.
SMALL_KM2 = 12_000

#: Fill of a country of which nothing is known; the browser turns it into hatching.
NOTHING = "$stance_none"

_SHAPES = Path(__file__).parents[1] / "assets" / "shapes.json"
_RANGE = {"lataxis": {"range": [-58, 84]}, "lonaxis": {"range": [-169, 191]}}


@cache
def shape_areas() -> Mapping[str, int]:
    """Area in km² of each country shape on the map, by ISO 3166-1 alpha-3 code."""
    areas: dict[str, int] = json.loads(_SHAPES.read_text("utf-8"))
    return areas


def needs_dot(code: str) -> bool:
    """Whether a country would be missed without a dot: it has no shape, or a tiny one."""
    return shape_areas().get(code, 0) < SMALL_KM2


def map_layout(**overrides: Any) -> dict[str, Any]:
    """Layout of a world map: equal-area, fixed view, quiet land, legend below."""
    layout = theme.base_layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        dragmode="pan",
        showlegend=True,
        legend={"x": 0, "y": 0, "yanchor": "top", "traceorder": "normal"},
        meta={"aspect": 0.5, "narrow": {"meta": {"aspect": 0.8}}},
        geo={
            "scope": "world",
            "resolution": 50,  # the only outlines served
            "projection": {"type": "equal earth", "rotation": {"lon": 11}},
            "fitbounds": False,
            "bgcolor": "rgba(0,0,0,0)",
            "showframe": False,
            "showland": True,
            "landcolor": "$land",
            "showcountries": False,  # the filled shapes bring their own borders
            "showcoastlines": True,
            "coastlinecolor": "$coast",
            "coastlinewidth": 0.5,
            "showlakes": False,
            "showocean": False,
            "showrivers": False,
            "showsubunits": False,
            **_RANGE,
        },
    )
    return theme.merged(layout, overrides)


@dataclass(frozen=True, slots=True)
class MapClass:
    """Countries that share a colour and an entry in the legend.

    Attributes:
        label: The entry in the legend.
        colour: A colour token; :data:`NOTHING` for "nothing is known", which is hatched.
        codes: ISO 3166-1 alpha-3 codes.
        hover: What the reader sees on each country, in the order of ``codes``.
    """

    label: str
    colour: str
    codes: tuple[str, ...]
    hover: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.codes) != len(self.hover):
            raise ValueError(f"{len(self.codes)} countries but {len(self.hover)} hover texts")


def class_traces(
    classes: Sequence[MapClass], points: Mapping[str, tuple[float, float]]
) -> tuple[dict[str, Any], ...]:
    """Filled shapes, and dots for countries that would be missed, class by class.

    Args:
        classes: In the order of the legend. Each country belongs to one class.
        points: Latitude and longitude of each country that may need a dot.

    Raises:
        KeyError: A country without a shape has no point either, so it cannot be shown.
        ValueError: A country stands in two classes.
    """
    codes = [code for each in classes for code in each.codes]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"In more than one class: {', '.join(twice)}")
    shapes = [_shapes(each) for each in classes]
    dots = [_dots(each, points) for each in classes if any(map(needs_dot, each.codes))]
    return (*shapes, *dots)


def _shapes(group: MapClass) -> dict[str, Any]:
    known = shape_areas()
    drawn = [
        (code, text) for code, text in zip(group.codes, group.hover, strict=True) if code in known
    ]
    return {
        "type": "choropleth",
        "name": group.label,
        "legendgroup": group.label,
        "showlegend": True,
        "locationmode": "ISO-3",
        "locations": [code for code, _ in drawn],
        "z": [1] * len(drawn),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, group.colour], [1, group.colour]],
        "showscale": False,
        "marker": {"line": {"color": _border(group), "width": 0.5}},
        "customdata": [code for code, _ in drawn],
        "text": [text for _, text in drawn],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _dots(group: MapClass, points: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
    drawn = [
        (code, text) for code, text in zip(group.codes, group.hover, strict=True) if needs_dot(code)
    ]
    places = [points[code] for code, _ in drawn]
    hollow = group.colour == NOTHING
    return {
        "type": "scattergeo",
        "mode": "markers",
        "name": group.label,
        "legendgroup": group.label,
        "showlegend": False,
        "lat": [latitude for latitude, _ in places],
        "lon": [longitude for _, longitude in places],
        "marker": {
            "size": 5 if hollow else 7,
            "color": "$paper" if hollow else group.colour,
            "line": {"color": "$stance_none_line" if hollow else "$paper", "width": 1},
        },
        "customdata": [code for code, _ in drawn],
        "text": [text for _, text in drawn],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _border(group: MapClass) -> str:
    return "$stance_none_line" if group.colour == NOTHING else "$land_line"


def place_trace(
    places: Sequence[tuple[float, float]],
    *,
    hover: Sequence[str],
    sizes: Sequence[float],
    colour: str,
    label: str,
    customdata: Sequence[Any] = (),
    symbol: str = "circle",
) -> dict[str, Any]:
    """Points on the map: latitude and longitude, size in pixels, one colour, one legend entry."""
    return {
        "type": "scattergeo",
        "mode": "markers",
        "name": label,
        "lat": [latitude for latitude, _ in places],
        "lon": [longitude for _, longitude in places],
        "marker": {
            "size": list(sizes),
            "sizemode": "diameter",
            "symbol": symbol,
            "color": colour,
            "opacity": 0.85,
            "line": {"color": "$paper", "width": 1},
        },
        "customdata": list(customdata),
        "text": list(hover),
        "hovertemplate": "%{text}<extra></extra>",
    }
