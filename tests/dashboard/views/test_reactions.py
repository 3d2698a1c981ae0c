"""The Reactions page as a reader meets it, without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

import datasets
from dashboard.figures.reactions import SECTIONS
from tests.dashboard.conftest import OpenPage

ALL = len(datasets.load("reactions"))
TITLES = {
    "map": ["How countries reacted to"],
    "matrix": ["Stances of countries"],
    "groups": ["How the members of each group", "UN members"],
    "reasons": ["Reasons given by", "Reasons given, event"],
    "texts": ["Joint statements", "Who signed"],
    "country": ["Reactions over time", "Votes on key resolutions", "Trade with the DPRK"],
    "list": ["Reactions"],
}


def _headers(app: AppTest) -> list[str]:
    assert not app.exception
    assert not app.error
    return [header.value.replace("\\", "") for header in app.header]


@pytest.mark.parametrize("section", TITLES)
def test_each_section_shows_its_figures_and_no_other(open_page: OpenPage, section: str) -> None:
    app = open_page("reactions", show=section)
    headers = _headers(app)
    assert len(headers) == len(TITLES[section])
    for header, expected in zip(headers, TITLES[section], strict=True):
        assert header.startswith(expected)
    assert not app.warning


def test_sections_and_figures_agree() -> None:
    assert list(TITLES) == list(SECTIONS)


def test_the_page_opens_on_the_map(open_page: OpenPage) -> None:
    assert _headers(open_page("reactions")) == _headers(open_page("reactions", show="map"))


def test_filters_reach_the_figures(open_page: OpenPage) -> None:
    app = open_page(
        "reactions", show="list", event="-", own="1", country="JPN.KOR", q="summons", stance="-2"
    )
    assert _headers(app) == ["Reactions"]
    caption = next(c.value for c in app.caption if f"of {ALL} " in c.value)
    assert "own voice only" in caption
    assert "Japan and South Korea" in caption


def test_the_map_can_be_played_through_the_events_of_the_period(open_page: OpenPage) -> None:
    app = open_page("reactions", **{"from": "2025"}, event="2025-2025")
    assert any("known event" in warning.value for warning in app.warning)
    played = open_page("reactions", event="2025-09-03-beijing-talks")
    assert [button.label for button in played.button if "events" in button.label] == ["Play events"]


def test_a_hostile_address_gives_a_notice_and_the_page(open_page: OpenPage) -> None:
    app = open_page(
        "reactions",
        show="<script>",
        event="../../etc",
        stance="9.-2.x",
        country="JPN.KOR.USA.CHN.DEU.FRA",
        group="NAM'--",
        own="yes",
        area="moon",
        record="r-none",
        q="x" * 5000,
    )
    headers = _headers(app)
    assert headers[0].startswith("How countries reacted to")
    assert len(app.warning) == 1


@pytest.mark.parametrize("section", [section for section in TITLES if section != "country"])
def test_a_period_without_events_says_what_to_widen(open_page: OpenPage, section: str) -> None:
    app = open_page("reactions", show=section, to="1990")
    _headers(app)
    assert any("period" in info.value for info in app.info)


def test_one_record_has_an_address_of_its_own(open_page: OpenPage) -> None:
    # The event is another one: a record that is named stands for itself.
    app = open_page("reactions", show="list", record="r-troops-aut-ind-20241023", to="1990")
    _headers(app)
    assert any(
        f"1 of {ALL} reactions" in caption.value.replace("\\", "") for caption in app.caption
    )
    assert [button.label for button in app.button if "all" in button.label] == [
        "Show all reactions"
    ]
