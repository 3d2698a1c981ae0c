import csv
import json
from pathlib import Path

import pytest
from plotly.graph_objects import Figure as PlotlyFigure

from dashboard.charts import maps, theme
from dashboard.web import assets

COUNTRIES = Path(__file__).parents[3] / "datasets" / "tables" / "countries.csv"


def countries() -> dict[str, tuple[float, float]]:
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)}


def group(*codes: str, label: str = "Critical", colour: str = "$stance_m1") -> maps.MapClass:
    return maps.MapClass(label, colour, codes, tuple(f"{code}: text" for code in codes))


def test_countries_without_a_shape_are_known_and_get_dots() -> None:
    points = countries()
    assert len(points) > 190
    assert {code for code in points if code not in maps.shape_areas()} == {"SMR", "VAT", "XKX"}
    assert all(maps.needs_dot(code) for code in ("SMR", "VAT", "XKX", "SGP", "MLT", "LUX"))
    assert not any(maps.needs_dot(code) for code in ("RUS", "PRK", "KOR", "BEL", "JPN"))


def test_every_country_is_drawn() -> None:
    points = countries()
    traces = maps.class_traces([group(*points)], points)
    shapes, dots = traces
    drawn = set(shapes["locations"]) | set(dots["customdata"])
    assert drawn == set(points)
    assert shapes["customdata"] == shapes["locations"]
    assert len(dots["lat"]) == len(dots["lon"]) == len(dots["customdata"]) > 30


def test_class_without_small_countries_has_no_dots() -> None:
    (trace,) = maps.class_traces([group("RUS", "CHN")], {})
    assert trace["type"] == "choropleth"
    assert trace["text"] == ["RUS: text", "CHN: text"]


def test_class_without_any_country_still_stands_in_the_legend() -> None:
    (trace,) = maps.class_traces([group()], {})
    assert trace["showlegend"] is True
    assert trace["locations"] == []


def test_unknown_is_hatched_and_hollow() -> None:
    shapes, dots = maps.class_traces(
        [group("FRA", "VAT", label="No statement found", colour=maps.NOTHING)], countries()
    )
    assert {colour for _, colour in shapes["colorscale"]} == {maps.NOTHING}
    assert maps.NOTHING.removeprefix("$") in theme.HATCHED
    assert dots["marker"]["color"] == "$paper"


def test_a_country_stands_in_one_class() -> None:
    with pytest.raises(ValueError, match="FRA"):
        maps.class_traces([group("FRA"), group("FRA", label="Neutral")], {})


def test_dot_without_a_point_is_an_error() -> None:
    with pytest.raises(KeyError):
        maps.class_traces([group("VAT")], {})


def test_hover_for_each_country() -> None:
    with pytest.raises(ValueError, match="2 countries but 1"):
        maps.MapClass("Critical", "$stance_m1", ("FRA", "DEU"), ("France",))


def test_map_is_plotly_and_needs_nothing_that_is_not_served() -> None:
    points = countries()
    layout = maps.map_layout(geo={"projection": {"rotation": {"lon": 100}}})
    spec = {
        "data": [
            *maps.class_traces([group(*points)], points),
            maps.place_trace(
                [(39.0, 125.7)], hover=["x"], sizes=[8], colour="$dprk", label="Place"
            ),
        ],
        "layout": layout,
    }
    for mode in ("light", "dark"):
        PlotlyFigure(theme.resolve(spec, mode))
    geo = layout["geo"]
    assert geo["projection"]["rotation"]["lon"] == 100
    assert geo["projection"]["type"] == "equal earth"
    assert geo["fitbounds"] is False
    assert assets.names()["outlines"].endswith(f"/{geo['scope']}_{geo['resolution']}m.json")


def test_outlines_have_all_layers_and_shapes() -> None:
    body = assets.index()[assets.names()["outlines"]].bodies["identity"]
    objects = json.loads(body)["objects"]
    assert set(objects) == {
        "coastlines", "countries", "land", "lakes", "ocean", "rivers", "subunits",
    }  # fmt: skip
    codes = [shape["id"] for shape in objects["countries"]["geometries"]]
    assert sorted(codes) == sorted(maps.shape_areas())
    assert len(codes) == len(set(codes)) == 250
    assert all(shape["arcs"] for shape in objects["countries"]["geometries"])


def test_disclaimer_names_the_set_and_denies_endorsement() -> None:
    assert "United Nations" in maps.DISCLAIMER
    assert "do not imply endorsement" in maps.DISCLAIMER
