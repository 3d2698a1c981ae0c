import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.milestones.places_map import AREAS, places_map
from dashboard.filters.milestones import AREAS as OFFERED
from dashboard.lookup.events import milestone_rows
from tests.dashboard.charts.milestones.samples import EMPTY, ONE, ROWS
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole


def _map(rows: pd.DataFrame = ROWS, area: str = "world", chosen: tuple[str, ...] = ()) -> Figure:
    return places_map(rows, area, chosen)


def test_nothing_and_nothing_with_a_place_give_a_figure_that_says_so() -> None:
    nothing(_map(EMPTY))
    nothing(_map(ROWS[ROWS["place_id"].isna()]))


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("rows", [ONE, ROWS, milestone_rows()], ids=["one", "few", "all"])
def test_marks_hold_every_place_of_the_table_once(rows: pd.DataFrame, area: str) -> None:
    figure = whole(unchanged(lambda: _map(rows, area), rows))
    (trace,) = figure.data
    drawn = [place for ids in trace["customdata"] for place in ids.split(".")]
    assert sorted(drawn) == sorted(set(rows["place_id"].dropna()))
    assert figure.table["count"].sum() == rows["place_id"].notna().sum()


def test_places_at_one_point_share_a_mark_whose_area_stands_for_their_sum() -> None:
    (trace,) = _map().data
    marks = dict(zip(trace["customdata"], trace["marker"]["size"], strict=True))
    assert set(marks) == {"rason.rajin", "moscow"}
    assert marks["rason.rajin"] > marks["moscow"]
    hover = trace["hovertext"][trace["customdata"].index("rason.rajin")]
    assert hover.startswith(
        "<b>Rason zone (north)</b>: 2 milestones, 1990–2026<br><b>Rajin port</b>"
    )


def test_chosen_places_are_marked_and_the_rest_stay() -> None:
    (trace,) = _map(chosen=("moscow",)).data
    colours = dict(zip(trace["customdata"], trace["marker"]["color"], strict=True))
    assert colours == {"moscow": "$warn", "rason.rajin": "$accent"}


def test_names_stand_beside_large_marks_in_the_view_alone() -> None:
    (world,) = _map().data
    assert sorted(world["text"]) == ["Moscow 2", "Rason zone / Rajin port 3"]
    (korea,) = _map(area="korea").data
    assert sorted(korea["text"]) == ["", "Rason zone / Rajin port 3"]


def test_milestones_without_a_place_are_counted_in_a_note() -> None:
    assert "1 of the 6 milestones have no single place." in _map().notes
    assert not any("no single place" in note for note in _map(ONE).notes)


def test_the_areas_offered_are_those_that_can_be_drawn() -> None:
    assert [code for code, _ in OFFERED] == list(AREAS)
