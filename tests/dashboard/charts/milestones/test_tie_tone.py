import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.milestones.tie_tone import FEW, mean_tone
from datasets.measures import tie_tone
from tests.dashboard.charts.milestones.samples import TABLE
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

YEARS = (1945, 2026)


def _figure(tones: pd.DataFrame) -> Figure:
    return mean_tone(tones, YEARS)


def test_nothing_gives_a_figure_that_says_so() -> None:
    nothing(_figure(tie_tone(milestones=TABLE.iloc[:0])))


@pytest.mark.parametrize(
    "tones",
    [tie_tone(milestones=TABLE.iloc[:1]), tie_tone(milestones=TABLE), tie_tone()],
    ids=["one", "few", "all"],
)
def test_marks_equal_the_table(tones: pd.DataFrame) -> None:
    figure = whole(unchanged(lambda: _figure(tones), tones))
    marks = {
        year: (mean, events)
        for trace in figure.data
        if trace["mode"] == "markers"
        for year, mean, events in zip(trace["x"], trace["y"], trace["customdata"], strict=True)
    }
    table = figure.table
    told = zip(table["year"], table["mean"], table["events"], strict=True)
    assert marks == {year: (mean, events) for year, mean, events in told}
    assert len(marks) == (tones["events"] > 0).sum()


def test_years_with_few_milestones_are_hollow() -> None:
    _, many, few = _figure(tie_tone(milestones=TABLE)).data
    assert many["x"] == [1961]
    assert few["x"] == [1990, 2017, 2026]
    assert few["marker"]["color"] == "$paper"
    assert str(FEW) in few["name"]


def test_the_line_breaks_at_years_without_milestones() -> None:
    line = _figure(tie_tone(milestones=TABLE)).data[0]
    assert line["x"] == [1961, 1962, 1990, 1991, 2017, 2018, 2026]
    assert line["y"][1] is None


def test_the_alternative_names_the_extremes() -> None:
    assert "lowest mean is +0.7 in 1961" in _figure(tie_tone(milestones=TABLE)).alt
