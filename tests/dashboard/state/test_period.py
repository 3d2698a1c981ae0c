"""The span of years in the address and in words."""

import pytest

from dashboard.state.period import Period, Preset, Years

PERIOD = Period(
    last=lambda: 2026,
    presets=lambda: (
        Preset("alliance", "Alliance between two giants", 1961, 1985),
        Preset("war", "Wartime partnership", 2022, None),
    ),
)


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ({}, (1945, 2026)),
        ({"from": ["1961"]}, (1961, 2026)),
        ({"to": ["1985"]}, (1945, 1985)),
        ({"from": ["1990"], "to": ["1990"]}, (1990, 1990)),
    ],
)
def test_each_end_may_be_given(query: dict[str, list[str]], years: tuple[int, int]) -> None:
    value, ignored = PERIOD.read(query)
    assert (value.start, value.end) == years
    assert ignored == ()


def test_ends_in_the_wrong_order_are_exchanged_and_said_so() -> None:
    value, ignored = PERIOD.read({"from": ["2000"], "to": ["1980"]})
    assert value == Years(1980, 2000)
    assert "exchanged" in ignored[0].why


@pytest.mark.parametrize("year", ["1944", "2027", "-1", "19.5", "", "soon"])
def test_one_bad_end_leaves_the_other(year: str) -> None:
    value, ignored = PERIOD.read({"from": [year], "to": ["1980"]})
    assert value == Years(1945, 1980)
    assert [part.name for part in ignored] == ["from"]


def test_all_years_restrict_nothing() -> None:
    assert PERIOD.initial.whole
    assert PERIOD.read({"from": ["1945"], "to": ["2026"]})[0].whole
    assert not PERIOD.read({"from": ["1946"]})[0].whole


def test_an_open_era_ends_with_the_data() -> None:
    assert [years for _, years in PERIOD.spans] == [Years(1961, 1985), Years(2022, 2026)]


def test_words_name_the_era() -> None:
    assert PERIOD.words(Years(1961, 1985)) == "1961–1985 (alliance between two giants)"
    assert PERIOD.words(Years(1961, 1984)) == "1961–1984"
    assert PERIOD.words(Years(1990, 1990)) == "1990"
