import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.milestones.years import counts_by_year, year_axis
from dashboard.lookup.events import milestone_rows
from tests.dashboard.charts.milestones.samples import EMPTY, ONE, ROWS
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole


def _counts(rows: pd.DataFrame = ROWS, by: str = "tone") -> Figure:
    return counts_by_year(rows, (1945, 2026), by)


@pytest.mark.parametrize("by", ["tone", "theme"])
def test_nothing_gives_a_figure_that_says_so(by: str) -> None:
    nothing(_counts(EMPTY, by))


@pytest.mark.parametrize("by", ["tone", "theme"])
@pytest.mark.parametrize("rows", [ONE, ROWS, milestone_rows()], ids=["one", "few", "all"])
def test_bars_equal_the_table_and_add_up_to_the_milestones(rows: pd.DataFrame, by: str) -> None:
    figure = whole(unchanged(lambda: _counts(rows, by), rows))
    drawn = {
        (year, trace["name"]): count
        for trace in figure.data
        for year, count in zip(trace["x"], trace["y"], strict=True)
    }
    table = figure.table
    told = dict(zip(zip(table["year"], table["label"], strict=True), table["count"], strict=True))
    assert drawn == told
    assert sum(drawn.values()) == len(rows)


def test_a_milestone_counts_in_the_year_in_which_it_begins() -> None:
    table = _counts().table
    assert table[table["year"] == 1961]["count"].sum() == 3
    assert set(table["year"]) == {1961, 1990, 2017, 2026}


def test_stacks_stand_in_the_order_of_the_vocabulary() -> None:
    names = [trace["name"] for trace in _counts().data]
    assert names == ["Major deepening", "Closer", "Neutral", "Friction", "Serious strain"]
    assert [t["name"] for t in _counts(by="theme").data] == ["Diplomacy", "Economy", "Military"]


def test_the_alternative_names_the_fullest_year() -> None:
    assert "most in 1961 (3)" in _counts().alt


def test_few_years_have_a_tick_each() -> None:
    assert year_axis((2020, 2025))["dtick"] == 1
    assert "dtick" not in year_axis((1945, 2025))
