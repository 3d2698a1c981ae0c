"""Charts of voting agreement."""

import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.parts import Moment, Span
from dashboard.charts.united_nations.pair_looks import (
    marker_opacity,
    marker_size,
    pair_looks,
    votes_words,
)
from dashboard.charts.united_nations.split_titles import most_split, split_titles
from dashboard.charts.united_nations.vote_grid import agreement_grid
from dashboard.charts.united_nations.vote_groups import agreement_by_group
from dashboard.charts.united_nations.vote_years import agreement_by_year, lowest_years
from tests.dashboard.charts.law_samples import PAIRS, VOTES, YEARS, agreement
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

STATES = {"RUS": "Russia", "PRK": "North Korea", "CHN": "China"}
ERAS = (Span(1945, 1991, "Before"), Span(1991, 2027, "After"))
NAMES = ("Russia", "North Korea")


def _years(rows: pd.DataFrame = YEARS, special: tuple[int, ...] = (2025,)) -> Figure:
    return agreement_by_year(
        rows,
        PAIRS,
        title="Alike by year",
        special=special,
        eras=ERAS,
        moments=(Moment(1994.5, "An event"), Moment(1900, "Before all votes")),
    )


def _groups(rows: pd.DataFrame, *, by_value: bool = True) -> Figure:
    return agreement_by_group(rows, PAIRS, title="Alike", heading="Issue", by_value=by_value)


def _grid(rows: pd.DataFrame) -> Figure:
    return agreement_grid(rows, STATES, title="Each two", chosen=("RUS-PRK", "PRK-USA"))


def _split(rows: pd.DataFrame) -> Figure:
    return split_titles(rows, NAMES, title="Where they differ")


GROUPS = pd.concat(
    [
        agreement(*PAIRS[0], [("Nuclear weapons", 3, 10), ("Human rights", 9, 10)]),
        agreement(*PAIRS[1], [("Nuclear weapons", 7, 10), ("Human rights", 10, 10)]),
    ],
    ignore_index=True,
)
WHOLE = pd.concat(
    [agreement(*PAIRS[0], [("all", 70, 100)]), agreement(*PAIRS[1], [("all", 90, 100)])],
    ignore_index=True,
)


def test_nothing_gives_a_figure_that_says_so() -> None:
    for figure in (
        _years(YEARS.head(0)),
        _groups(GROUPS.head(0)),
        _grid(WHOLE.head(0)),
        _split(VOTES.head(0)),
        _split(VOTES[~VOTES["split"]]),
    ):
        nothing(figure)


@pytest.mark.parametrize("count", [1, len(YEARS)])
def test_points_by_year_are_the_numbers_of_the_table(count: int) -> None:
    rows = YEARS.head(count)
    figure = whole(unchanged(lambda: _years(rows), rows))
    drawn = [
        (trace["name"], x, round(y, 1))
        for trace in figure.data
        if trace["mode"] == "markers" and "customdata" in trace and trace["name"] != "Milestones"
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]
    told = list(
        figure.table[["label", "group_label", "agreement"]].itertuples(index=False, name=None)
    )
    assert sorted(drawn) == sorted(told)


def test_a_year_without_a_common_vote_breaks_the_line() -> None:
    line = next(
        trace
        for trace in _years().data
        if trace["mode"] == "lines" and trace["name"] == PAIRS[1][1]
    )
    assert None in line["y"]
    assert 1993 not in _years().table.query("label == @PAIRS[1][1]")["group_label"].tolist()


def test_more_votes_make_a_point_larger_and_stronger() -> None:
    points = next(trace for trace in _years().data if trace["mode"] == "markers")
    sizes = dict(zip(points["x"], points["marker"]["size"], strict=True))
    opacity = dict(zip(points["x"], points["marker"]["opacity"], strict=True))
    assert sizes[2025] > sizes[1991] > sizes[1994]
    assert opacity[2025] > opacity[1994]
    assert marker_size(0) > 0
    assert marker_opacity(10_000) == 1


def test_special_years_are_hollow_and_point_to_the_note() -> None:
    points = next(trace for trace in _years().data if trace["mode"] == "markers")
    assert points["marker"]["symbol"] == ["circle", "circle", "circle", "circle-open"]
    assert any("2025" in note["text"] for note in _years().layout["annotations"])
    plain = _years(special=())
    assert not any("see note" in note["text"] for note in plain.layout["annotations"])


def test_the_low_points_of_the_first_pair_are_named_on_any_screen() -> None:
    figure = _years()
    label = "Least alike: 1994 (25 %), 1993, 1991"
    for annotations in (
        figure.layout["annotations"],
        figure.layout["meta"]["narrow"]["annotations"],
    ):
        assert [note["text"] for note in annotations].count(label) == 1
    assert "voted least alike in 1994 (25.0 %)" in figure.alt
    few = agreement(*PAIRS[0], [(1991, 0, 3), (1992, 10, 20)])
    assert lowest_years(few)["year"].tolist() == [1992]


def test_events_outside_the_axis_are_left_out() -> None:
    (ticks,) = [trace for trace in _years().data if trace["name"] == "Milestones"]
    assert ticks["text"] == ["An event"]


def test_groups_are_ordered_by_the_first_pair_or_as_given() -> None:
    figure = whole(unchanged(lambda: _groups(GROUPS), GROUPS))
    assert figure.layout["yaxis"]["ticktext"] == ["Human rights", "Nuclear weapons"]
    assert _groups(GROUPS, by_value=False).layout["yaxis"]["ticktext"] == [
        "Nuclear weapons",
        "Human rights",
    ]
    drawn = sorted(value for trace in figure.data for value in trace["x"])
    assert drawn == sorted(figure.table["agreement"])
    assert figure.data[0]["text"] == ["30.0 % of 10", "90.0 % of 10"]
    whole(_groups(GROUPS.head(1)))


def test_the_grid_holds_each_pair_once_below_the_diagonal() -> None:
    figure = whole(unchanged(lambda: _grid(WHOLE), WHOLE))
    cells = figure.data[0]
    shown = {
        pair: value
        for pairs, values in zip(cells["customdata"], cells["z"], strict=True)
        for pair, value in zip(pairs, values, strict=True)
        if pair
    }
    assert shown == {"RUS-PRK": 70.0, "PRK-CHN": 90.0}
    outlines = [shape for shape in figure.layout["shapes"] if shape["line"]["width"] == 2]
    assert len(outlines) == 1  # the chosen pair that is not there is not outlined
    assert figure.table["agreement"].tolist() == [90.0, 70.0]
    whole(_grid(WHOLE.head(1)))


def test_no_two_pairs_look_the_same() -> None:
    pairs = [(code, code) for code in ("RUS-PRK", "RUS-CHN", "PRK-CHN", "FRA-DEU")]
    looks = pair_looks(pairs)
    assert len({look.colour for look in looks}) == len({look.symbol for look in looks}) == 4
    assert looks[0].colour == "$russia"
    assert pair_looks([("PRK-CHN", "")])[0].colour == "$china"
    assert votes_words(1, 1) == "1 of 1 vote"


def test_split_votes_show_both_votes_and_the_same_ones_faintly() -> None:
    figure = whole(unchanged(lambda: _split(VOTES), VOTES))
    assert most_split(VOTES) == ["test ban", "disarmament"]
    assert figure.layout["yaxis"]["ticktext"] == ["Test-Ban (2 of 3)", "Disarmament (1 of 1)"]
    yes = next(
        trace for trace in figure.data if trace["name"] == "Yes" and "hovertemplate" in trace
    )
    assert yes["x"] == pytest.approx([2018.83, 2019.83, 2020.83, 2021.17])
    assert yes["marker"]["opacity"][:2] == [1.0, 1.0]
    assert max(yes["marker"]["opacity"][2:]) < 1
    marks = sum(len(trace["x"]) for trace in figure.data if "hovertemplate" in trace)
    assert marks == 2 * len(figure.table) == 8
    assert figure.columns["vote_a"] == "Vote of Russia"
    whole(_split(VOTES.head(1)))
