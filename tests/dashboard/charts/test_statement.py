"""The figures in the statement on accessibility are those of the palette."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from dashboard.charts import theme
from tests.dashboard.charts.test_theme import GROUPS, MODES, SURFACES, hex_of
from tests.dashboard.charts.vision import contrast, distance

TEXT = (Path(__file__).parents[3] / "docs" / "accessibility.md").read_text("utf-8")


def smallest(names: tuple[str, ...], mode: theme.Mode) -> float:
    pairs = combinations(names, 2)
    return min(distance(hex_of(one, mode), hex_of(other, mode)) for one, other in pairs)


def test_distances_of_every_group_stand_there() -> None:
    block = re.search(r"<!-- distances -->(.+)<!-- /distances -->", TEXT, re.DOTALL)
    assert block is not None
    rows = re.findall(r"(?m)^\| (\w+) \| ([\d.]+) \| ([\d.]+) \|$", block[1])
    stated = {name: (float(light), float(dark)) for name, light, dark in rows}
    found = {
        group: tuple(round(smallest(names, mode), 1) for mode in MODES)
        for group, names in GROUPS.items()
    }
    assert stated == found


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("Text contrast", {"ink", "ink_soft", "warn", "accent", *GROUPS["countries"]}),
        ("Contrast of marks", set(theme.COLOURS) - SURFACES - {"axis"}),
    ],
)
def test_contrasts_stand_there(row: str, names: set[str]) -> None:
    stated = re.search(rf"{row}.*measured: ([\d.]+) light, ([\d.]+) dark", TEXT)
    assert stated is not None
    for told, mode in zip(stated.groups(), MODES, strict=True):
        least = min(contrast(hex_of(name, mode), hex_of("paper", mode)) for name in names)
        assert float(told) == round(least, 1)
