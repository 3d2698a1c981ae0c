"""What there is to choose from."""

import pytest

import datasets
from dashboard.state import options
from dashboard.state.period import Years
from dashboard.state.view import Choices, Period
from validators.vocabulary import Theme, Tone


def test_vocabularies_keep_their_order_and_labels() -> None:
    assert options.terms(Theme)[0] == ("diplomacy", "Diplomacy")
    assert len(options.terms(Theme)) == 10
    assert {code for code, _ in options.terms(Tone)} == {"-2", "-1", "0", "1", "2"}


def test_rows_of_a_table_are_options_by_their_key() -> None:
    eras = options.rows("eras", label="title")()
    assert eras[0] == ("1945-founding-and-war", "Occupation, founding and war")
    series = dict(options.rows("trade_series", label="title")())
    assert series["cow-trade-4"] == "Correlates of War dyadic trade"
    publishers = options.rows("trade_series", label="series_id", code="publisher")()
    assert ("CIA", "cia-1966") in publishers


def test_a_table_that_failed_offers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        failed = frozenset({"eras", "trade_series"})

    monkeypatch.setattr(datasets, "catalog", Broken)
    empty = Choices("series", "Series", options=options.rows("trade_series", label="title"))
    assert empty.choices == ()
    assert empty.read({"series": ["cow-trade-4"]})[0] == ()
    options.eras.cache_clear()
    try:
        assert options.eras() == ()
    finally:
        options.eras.cache_clear()


def test_the_last_year_is_that_of_the_data() -> None:
    assert str(options.last_year()) == datasets.version()[:4]


def test_the_last_era_is_open() -> None:
    assert [era.end for era in options.eras()][-1] is None
    assert all(era.end for era in options.eras()[:-1])
    period = Period(last=options.last_year, presets=options.eras)
    assert period.spans[-1][1] == Years(2022, options.last_year())
