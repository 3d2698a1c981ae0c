"""Pairs of states as a filter, and how another pair joins those chosen."""

from dashboard.filters.united_nations import MAIN_PAIRS, MOST_PAIRS, pairs, states
from dashboard.shell.pair_picker import ordered, toggled, with_pair
from dashboard.state.pairs import Pairs, pair_code, pair_options, states_of

STATES = {"RUS": "Russia", "PRK": "North Korea", "CHN": "China"}
PARAM = Pairs("pairs", "Pairs", options=pair_options(STATES), default=("RUS-PRK",), most=2)


def test_all_pairs_of_the_states_are_offered_once() -> None:
    assert [code for code, _ in pair_options(STATES)] == ["RUS-PRK", "RUS-CHN", "PRK-CHN"]
    known = [code for code, _ in pairs()]
    assert len(known) == len(set(known)) == len(states()) * (len(states()) - 1) // 2 == 105
    assert set(MAIN_PAIRS) <= set(known)
    assert states_of(pair_code("RUS", "PRK")) == ("RUS", "PRK")


def test_a_pair_may_stand_in_either_order() -> None:
    value, ignored = PARAM.read({"pairs": ["CHN-PRK.PRK-RUS"]})
    assert value == ("RUS-PRK", "PRK-CHN")
    assert ignored == ()


def test_unknown_and_surplus_pairs_are_named() -> None:
    value, ignored = PARAM.read({"pairs": ["RUS-XXX.RUS-RUS.-.CHN"]})
    assert value == PARAM.initial
    assert [part.value for part in ignored] == ["RUS-XXX", "RUS-RUS", "-", "CHN"]
    value, ignored = PARAM.read({"pairs": ["RUS-PRK.RUS-CHN.PRK-CHN"]})
    assert len(value) == 2
    assert [part.value for part in ignored] == ["PRK-CHN"]


def test_no_pair_can_be_chosen() -> None:
    assert PARAM.read({"pairs": ["-"]}) == ((), ())
    assert PARAM.write(()) == {"pairs": "-"}


def test_a_pair_joins_or_leaves_those_chosen() -> None:
    assert ordered("CHN", "RUS") == ordered("RUS", "CHN") == "RUS-CHN"
    assert toggled(("RUS-PRK",), "PRK-CHN") == ("RUS-PRK", "PRK-CHN")
    assert toggled(("RUS-PRK", "PRK-CHN"), "RUS-PRK") == ("PRK-CHN",)
    assert with_pair(("RUS-PRK",), "no-pair") == ("RUS-PRK",)
    full = tuple(code for code, _ in pairs()[:MOST_PAIRS])
    assert len(with_pair(full, "CHN-USA")) == MOST_PAIRS
    assert "CHN-USA" in with_pair(full, "CHN-USA")
