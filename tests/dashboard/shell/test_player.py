"""Stepping through the values of a filter."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.shell import player
from dashboard.shell.player import next_value
from tests.dashboard.conftest import OpenPage

YEARS = (1990, 1991, 1995)


@pytest.mark.parametrize(
    ("current", "following"), [(1990, 1991), (1991, 1995), (1995, None), (1992, 1995), (1900, 1990)]
)
def test_years_follow_each_other_over_gaps(current: int, following: int | None) -> None:
    assert next_value(YEARS, current) == following


def test_codes_follow_in_their_order_and_a_stranger_comes_before_the_first() -> None:
    assert next_value(("visit", "treaty"), "visit") == "treaty"
    assert next_value(("visit", "treaty"), "treaty") is None
    assert next_value(("visit", "treaty"), "?") == "visit"
    assert next_value((), "visit") is None


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(player, "time", clock)
    return clock


def _year(app: AppTest) -> str:
    """The year in the address, which a test may hold as one value or as a list."""
    value = app.query_params["year"]
    return value if isinstance(value, str) else value[0]


def _labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button if "years" in button.label]


@pytest.fixture
def passed(clock: Clock) -> Callable[[float], None]:
    def wait(beats: float) -> None:
        clock.now += beats * player.BEAT

    return wait


def test_playing_steps_once_a_beat_and_writes_the_address(
    open_page: OpenPage, passed: Callable[[float], None]
) -> None:
    app = open_page("trade", show="partners", series="cow-trade-4", year="2001")
    assert _labels(app) == ["Play years"]
    app.button(key="play-year").click().run()
    assert _labels(app) == ["Pause years"]
    assert _year(app) == "2001"
    app.run()
    assert _year(app) == "2001"  # less than a beat
    passed(1)
    app.run()
    assert _year(app) == "2002"
    assert "2002" in app.header[0].value
    app.button(key="play-year").click().run()
    assert _labels(app) == ["Play years"]
    passed(1)
    app.run()
    assert _year(app) == "2002"


def test_at_the_last_value_it_stops_and_playing_again_starts_over(
    open_page: OpenPage, passed: Callable[[float], None]
) -> None:
    app = open_page("trade", show="partners", series="cow-trade-4", year="2013")
    app.button(key="play-year").click().run()
    for _ in range(3):
        passed(1)
        app.run()
    assert _year(app) == "2014"
    app.run()
    assert _labels(app) == ["Play years"]
    app.button(key="play-year").click().run()
    assert _year(app) == "1992"


def test_it_does_not_go_on_by_itself_when_the_reader_comes_back(
    open_page: OpenPage, passed: Callable[[float], None]
) -> None:
    app = open_page("trade", show="partners", series="cow-trade-4", year="2001")
    app.button(key="play-year").click().run()
    passed(10)
    app.run()
    assert _labels(app) == ["Play years"]
    assert _year(app) == "2001"
