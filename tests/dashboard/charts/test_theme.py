from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

import pytest
from plotly.graph_objects import Figure as PlotlyFigure

from dashboard.charts import theme
from tests.dashboard.charts.vision import contrast, distance, lightness

SURFACES = {"paper", "grid", "band", "land", "land_line", "stance_none", "on_mark"}
# Colours of a group stand side by side in one figure.
GROUPS = {
    "countries": ("russia", "dprk", "china", "usa", "rok", "japan", "other"),
    "stances": ("stance_m2", "stance_m1", "stance_0", "stance_p1", "stance_p2"),
    "tones": ("tone_m2", "tone_m1", "tone_0", "tone_p1", "tone_p2"),
    "verdicts": tuple(name for name in theme.COLOURS if name.startswith("verdict_")),
    "votes": tuple(name for name in theme.COLOURS if name.startswith("vote_")),
    "claimants": (
        "kind_government",
        "kind_intelligence",
        "kind_party",
        "kind_think_tank",
        "kind_intergovernmental",
        "kind_press",
    ),
}
MODES: tuple[theme.Mode, ...] = ("light", "dark")


def hex_of(name: str, mode: theme.Mode) -> str:
    return theme.colour(f"${name}", mode)


def tokens(spec: Any) -> Iterator[str]:
    if isinstance(spec, str) and spec.startswith("$"):
        yield spec
    elif isinstance(spec, dict):
        for value in spec.values():
            yield from tokens(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from tokens(value)


def test_distance_is_small_where_red_and_green_are_confused() -> None:
    assert distance("#c00000", "#c00000") == 0
    assert distance("#000000", "#ffffff") == pytest.approx(100, abs=1)
    assert distance("#9c7a00", "#6f8a00") < 5  # apart in hue, alike without red or green
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", sorted(set(theme.COLOURS) - SURFACES))
def test_marks_stand_out_from_paper(name: str, mode: theme.Mode) -> None:
    least = 4.5 if name in {"ink", "ink_soft", "warn", "accent", *GROUPS["countries"]} else 3.0
    if name == "axis":  # supports the labels, carries nothing
        least = 2.0
    assert contrast(hex_of(name, mode), hex_of("paper", mode)) >= least


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("group", GROUPS)
def test_colours_side_by_side_differ_for_every_eye(group: str, mode: theme.Mode) -> None:
    names = GROUPS[group]
    assert len(names) >= 4
    near = {
        (one, other): round(distance(hex_of(one, mode), hex_of(other, mode)), 1)
        for one, other in combinations(names, 2)
        if distance(hex_of(one, mode), hex_of(other, mode)) < 7.5
    }
    assert near == {}


@pytest.mark.parametrize("mode", MODES)
def test_amounts_go_one_way_in_lightness(mode: theme.Mode) -> None:
    steps = [lightness(hex_of(f"amount_{step}", mode)) for step in range(1, 6)]
    assert steps == sorted(steps, reverse=mode == "light")
    assert min(abs(a - b) for a, b in pairwise(steps)) >= 5


def test_resolve_replaces_tokens_at_any_depth_and_leaves_the_rest() -> None:
    spec = {
        "a": ["$russia", {"b": ("$dprk/30", "US$ 5", "$", 3, None)}],
        "title": "$1,000",
    }
    assert theme.resolve(spec, "light") == {
        "a": ["#2a5bd0", {"b": ["rgba(163,18,12,0.3)", "US$ 5", "$", 3, None]}],
        "title": "$1,000",
    }
    assert theme.resolve("$russia", "dark") == "#6ba6ff"
    assert spec["a"][0] == "$russia"


def test_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        theme.resolve({"color": "$atlantis"}, "light")


def test_base_layout_merges_and_is_fresh_each_time() -> None:
    first = theme.base_layout(margin={"r": 90}, yaxis={"title": {"text": "Per cent"}})
    assert first["margin"]["r"] == 90
    assert first["margin"]["l"] == theme.base_layout()["margin"]["l"]
    first["margin"]["l"] = 999
    assert theme.base_layout()["margin"]["l"] != 999


@pytest.mark.parametrize("mode", MODES)
def test_template_and_layout_are_plotly(mode: theme.Mode) -> None:
    layout = theme.base_layout(template=dict(theme.TEMPLATE))
    PlotlyFigure(data=[], layout=theme.resolve(layout, mode))


def test_template_uses_known_colours_and_lets_axes_make_room() -> None:
    used = list(tokens(dict(theme.TEMPLATE)))
    assert len(used) > 10
    assert all(theme.colour(token, "dark") for token in used)
    layout = theme.TEMPLATE["layout"]
    assert layout["xaxis"]["automargin"] is True
    assert layout["yaxis"]["automargin"] is True


def test_hatched_fills_are_unlike_any_class() -> None:
    for mode in MODES:
        fills = [hex_of(name, mode) for name in theme.COLOURS if name not in theme.HATCHED]
        for name, line in theme.HATCHED.items():
            # The browser finds what to hatch by its fill.
            assert hex_of(name, mode) not in fills
            assert contrast(hex_of(line, mode), hex_of(name, mode)) >= 3
