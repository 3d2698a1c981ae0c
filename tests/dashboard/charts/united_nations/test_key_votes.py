"""Charts of key resolutions."""

import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.maps import NOTHING
from dashboard.charts.united_nations.key_map import NO_VOTE, key_map
from dashboard.charts.united_nations.key_tallies import key_tallies
from dashboard.charts.united_nations.vote_looks import COUNCIL_VOTES, VOTES
from tests.dashboard.charts.law_samples import PLACED, RESOLUTIONS
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole


def _map(rows: pd.DataFrame) -> Figure:
    return key_map(rows, title="How they voted", sources=("a",))


def _tallies(rows: pd.DataFrame) -> Figure:
    return key_tallies(rows, title="Tallies", chosen="first")


def test_nothing_gives_a_figure_that_says_so() -> None:
    nothing(_map(PLACED.head(0)))
    nothing(_tallies(RESOLUTIONS.head(0)))


def test_five_kinds_of_vote_have_five_looks() -> None:
    assert len(VOTES) == len({look.colour for look in VOTES.values()}) == 5
    assert len({look.symbol for look in VOTES.values()}) == 5
    assert len({look.sign for look in COUNCIL_VOTES.values()}) == len(COUNCIL_VOTES)
    figure = _map(PLACED)
    fills = [trace["colorscale"][0][1] for trace in figure.data if trace["type"] == "choropleth"]
    assert len(set(fills)) == len(fills) == 5
    assert NOTHING in fills  # a state that was no member is hatched


def test_the_map_shows_every_state_that_has_a_place_and_the_table_all() -> None:
    figure = whole(unchanged(lambda: _map(PLACED), PLACED))
    drawn = {code for trace in figure.data for code in trace["customdata"]}
    assert drawn == {"RUS", "JPN", "BRA", "SMR", "SSD"}
    assert set(figure.table["country"]) == set(PLACED["name"])
    yes = next(trace for trace in figure.data if trace["name"].startswith("Yes"))
    assert yes["name"] == "Yes (2)"  # the former state counts
    assert "Voted no: Russia." in figure.alt
    whole(_map(PLACED.head(1)))


def test_small_states_are_dots() -> None:
    dots = [trace for trace in _map(PLACED).data if trace["type"] == "scattergeo"]
    assert [code for trace in dots for code in trace["customdata"]] == ["SMR"]


def test_an_adoption_without_a_vote_shows_no_position() -> None:
    figure = whole(_map(PLACED.assign(vote=NO_VOTE)))
    assert {trace["name"] for trace in figure.data} == {
        "Adopted without a vote: no positions recorded"
    }
    assert figure.alt.endswith("Adopted without a vote: no positions recorded.")


def test_bars_add_up_to_the_members_and_are_the_numbers_of_the_table() -> None:
    figure = whole(unchanged(lambda: _tallies(RESOLUTIONS), RESOLUTIONS))
    drawn = {trace["name"]: trace["x"] for trace in figure.data if trace["type"] == "bar"}
    voted = figure.table.dropna(subset="yes")
    assert drawn["Yes"] == voted["yes"].tolist() == [50, 100]
    assert drawn["No"] == voted["no"].tolist()
    assert drawn["Absent"] == voted["absent"].tolist()
    assert drawn["Abstention"] == voted["abstain"].tolist()
    assert sum(values[0] for values in drawn.values()) == 193


def test_adoptions_without_a_vote_are_words_not_bars() -> None:
    figure = _tallies(RESOLUTIONS)
    (words,) = [trace for trace in figure.data if trace.get("mode") == "text"]
    assert words["customdata"] == ["quiet"]
    assert "1 adopted without a vote." in figure.alt
    alone = whole(_tallies(RESOLUTIONS.tail(1)))
    assert all(not trace["x"] for trace in alone.data if trace["type"] == "bar")


def test_votes_of_the_two_stand_beside_the_bars() -> None:
    marks = {trace["name"]: trace for trace in _tallies(RESOLUTIONS).data}
    assert marks["Russia"]["marker"]["symbol"] == ["circle", "x"]
    assert marks["DPRK"]["marker"]["symbol"] == ["circle-open", "x"]


def test_the_chosen_resolution_is_marked() -> None:
    (band,) = _tallies(RESOLUTIONS).layout["shapes"]
    assert (band["y0"], band["y1"]) == (1.5, 2.5)  # the oldest of three stands last
