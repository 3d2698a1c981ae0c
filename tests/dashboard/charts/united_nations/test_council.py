"""Charts of the Security Council and of sanctions actions."""

import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.parts import Span
from dashboard.charts.united_nations.council_ladder import sanctions_ladder
from dashboard.charts.united_nations.council_votes import council_votes
from dashboard.charts.united_nations.sanctions_lanes import sanctions_lanes
from tests.dashboard.charts.law_samples import ACTIONS, DECISIONS
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

ERAS = (Span(1945, 1991, "Before"), Span(1991, 2027, "After"))


def _ladder(rows: pd.DataFrame) -> Figure:
    return sanctions_ladder(rows, title="Ladder", last=2026, eras=ERAS)


def _votes(rows: pd.DataFrame) -> Figure:
    return council_votes(rows, (1948.0, 2026.0), title="Votes", eras=ERAS)


def _lanes(rows: pd.DataFrame) -> Figure:
    return sanctions_lanes(rows, (2015.0, 2026.0), title="Actions")


def test_nothing_gives_a_figure_that_says_so() -> None:
    nothing(_ladder(DECISIONS.head(0)))
    nothing(_ladder(DECISIONS[DECISIONS["kind"] == "draft_vetoed"]))
    nothing(_votes(DECISIONS.head(0)))
    nothing(_lanes(ACTIONS.head(0)))


def test_the_ladder_has_a_row_for_each_measure_in_order_of_its_first_decision() -> None:
    figure = whole(unchanged(lambda: _ladder(DECISIONS), DECISIONS))
    assert figure.layout["yaxis"]["ticktext"] == ["Arms embargo", "Workers abroad"]
    points = {trace["name"]: trace for trace in figure.data if trace["mode"] == "markers"}
    done = points["Resolution with the measure"]
    assert sorted(done["y"]) == [0, 0, 1]
    vetoed = points["Draft that was vetoed"]
    assert vetoed["y"] == [1]
    assert len(figure.table) == len(done["y"]) + len(vetoed["y"])
    whole(_ladder(DECISIONS.head(1)))


def test_a_measure_is_drawn_no_longer_than_to_its_last_resolution() -> None:
    lines = [trace for trace in _ladder(DECISIONS).data if trace["mode"] == "lines"]
    assert [round(x) for trace in lines for x in trace["x"]] == [2007, 2018, 2018, 2018]


def test_vetoes_cross_the_drawing_and_name_who_cast_them() -> None:
    layout = _ladder(DECISIONS).layout
    lines = [shape for shape in layout["shapes"] if shape["type"] == "line"]
    assert len(lines) == 1
    for annotations in (layout["annotations"], layout["meta"]["narrow"]["annotations"]):
        assert [n["text"] for n in annotations if "Veto" in n["text"]] == [
            "<b>28 Mar 2024</b><br>Veto: Russia"
        ]


def test_each_decision_has_a_mark_in_each_lane_where_the_vote_is_known() -> None:
    figure = whole(unchanged(lambda: _votes(DECISIONS), DECISIONS))
    drawn = {trace["name"]: len(trace["x"]) for trace in figure.data}
    known = pd.concat([figure.table["russia"], figure.table["china"]]).dropna().value_counts()
    assert drawn == known.to_dict() == {"Yes": 4, "Abstention": 2, "Veto": 1}
    whole(_votes(DECISIONS.head(1)))


def test_marks_of_one_lane_never_cover_each_other() -> None:
    same = pd.concat([DECISIONS.head(1).assign(id=f"d{i}") for i in range(6)], ignore_index=True)
    (yes,) = _votes(same).data
    places = list(zip(yes["x"], yes["y"], strict=True))
    assert len(set(places)) == len(places) == 12
    assert min(abs(a - b) for a in yes["y"] for b in yes["y"] if a != b) >= 11


def test_actions_are_sized_by_what_they_listed_and_hollow_without_a_count() -> None:
    figure = whole(unchanged(lambda: _lanes(ACTIONS), ACTIONS))
    known, unknown = figure.data
    sizes = dict(zip(known["customdata"], known["marker"]["size"], strict=True))
    assert sizes["us-2"] > sizes["us-1"] == sizes["eu-1"]
    assert unknown["customdata"] == ["ru-1"]
    assert unknown["marker"]["symbol"] == "circle-open"
    told = dict(zip(known["customdata"], known["text"], strict=True))
    assert told == {"us-1": "1", "us-2": "9", "eu-1": "1"}
    assert int(figure.table["listed"].sum()) == sum(map(int, told.values()))
    whole(_lanes(ACTIONS.head(1)))


def test_the_most_active_body_stands_first_and_a_month_in_its_middle() -> None:
    figure = _lanes(ACTIONS)
    headings = [note["text"] for note in figure.layout["annotations"]]
    assert headings[0] == "<b>United States</b>  2 actions, 10 listed"
    known = figure.data[0]
    month = dict(zip(known["customdata"], known["x"], strict=True))["eu-1"]
    assert month == pytest.approx(2024.123, abs=0.01)
    assert "Note: applies UN sanctions" in figure.data[1]["hovertext"][0]
