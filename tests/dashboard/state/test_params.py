"""Switches, numbers and free text in the address."""

import pytest

from dashboard.state.params import Integer, Text, Toggle, plain_text

OWN = Toggle("own", "Own voice only", on="own voice only")
YEAR = Integer("year", "Year", low=1945, high=2026)
SEARCH = Text("q", "Search")


@pytest.mark.parametrize(("text", "state"), [("1", True), ("0", False)])
def test_a_switch_takes_one_and_zero(text: str, state: bool) -> None:
    assert OWN.read({"own": [text]}) == (state, ())


@pytest.mark.parametrize("text", ["", "true", "on", "2", "１"])
def test_a_switch_takes_nothing_else(text: str) -> None:
    value, ignored = OWN.read({"own": [text]})
    assert value is False
    assert [part.value for part in ignored] == [text]


@pytest.mark.parametrize("text", ["1944", "2027", "1e3", "1_990", " 1990", "١٩٩٠", "9" * 400])
def test_a_number_is_whole_and_within_bounds(text: str) -> None:
    value, ignored = YEAR.read({"year": [text]})
    assert value == 2026
    assert len(ignored) == 1


def test_a_number_without_default_starts_at_the_greatest() -> None:
    assert YEAR.initial == 2026
    assert Integer("n", "N", low=3, high=9, default=1).initial == 3
    assert Integer("n", "N", low=3, high=9, default=lambda: 7).initial == 7
    assert Integer("n", "N", low=lambda: 5, high=lambda: 2).bounds == (5, 5)


def test_text_is_tidied() -> None:
    assert plain_text("  a\u0000b\n c\u200b ") == "a b c"
    assert plain_text("e\u0301") == "é"
    assert SEARCH.read({"q": ["  Rason \t port "]}) == ("Rason port", ())


def test_long_text_is_cut_and_said_so() -> None:
    value, ignored = SEARCH.read({"q": ["x" * 201]})
    assert value == "x" * 200
    assert "longer than 200" in ignored[0].why


def test_a_value_too_long_to_be_looked_at_is_left_out() -> None:
    value, ignored = SEARCH.read({"q": ["x" * 2_001]})
    assert value == ""
    assert ignored[0].why == "is too long"


def test_defaults_are_not_written() -> None:
    assert OWN.write(False) == SEARCH.write("") == YEAR.write(2026) == {}
    assert OWN.write(True) == {"own": "1"}
    assert Toggle("gaps", "Gaps", default=True).write(False) == {"gaps": "0"}
    assert YEAR.write(1950) == {"year": "1950"}
