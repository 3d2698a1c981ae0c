"""The United Nations page as a reader meets it, without a browser."""

import gzip

import pytest
from streamlit.testing.v1 import AppTest

import datasets
from tests.dashboard.conftest import OpenPage

HEADERS = {
    "agreement": [
        "How often they voted alike in the General Assembly, year by year (final votes)",
        "Each two of 15 states: same votes in percent (final votes)",
    ],
    "split": [
        "Where Russia and North Korea still vote differently, 2015–2025",
        "Votes on which Russia and North Korea differed",
    ],
    "key": [
        "How states voted: ES-11/1: Aggression against Ukraine; demand to withdraw, 2 March 2022",
        "Who voted how: ES-11/1: Aggression against Ukraine; demand to withdraw, 2 March 2022",
        "Key resolutions and how many voted how",
    ],
    "council": [
        "Sanctions of the Security Council, measure by measure, and vetoed drafts",
        "How Russia and China voted in the Security Council",
        "Decisions, votes and measures",
    ],
    "sanctions": [
        "Sanctions actions that touch ties between Russia and North Korea, by body",
        "Actions, targets and counts as reported",
    ],
}
PAGE = "united-nations"


def _headers(app: AppTest) -> list[str]:
    assert not app.exception
    assert not app.error
    return [header.value.replace("\\", "") for header in app.header]


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def _alts(app: AppTest) -> str:
    sent = [element.proto.bytes for element in app.get("bidi_component")]
    return "".join(gzip.decompress(each).decode() for each in sent if each)


@pytest.mark.parametrize("section", HEADERS)
def test_each_section_shows_its_cards_and_no_other(open_page: OpenPage, section: str) -> None:
    app = open_page(PAGE, show=section)
    assert _headers(app) == HEADERS[section]
    assert not app.warning


def test_who_voted_no_is_two_steps_away(open_page: OpenPage) -> None:
    """Overview → United Nations → Key resolutions; the list begins with the votes against."""
    app = open_page(PAGE)
    section = next(group for group in app.button_group if group.label == "Section")
    section.set_value("key").run()
    html = _html(app)
    against = html[html.index("no: 5") : html.index("abstention: 35")]
    for state in ("Belarus", "Eritrea", "North Korea", "Russia", "Syria"):
        assert f"<li>{state}</li>" in against
    assert against.count("<li>") == 5


def test_votes_can_be_narrowed_from_the_address(open_page: OpenPage) -> None:
    app = open_page(PAGE, show="key", vote="no.absent", resolution="a-res-es-11-4")
    html = _html(app)
    assert "no: 5" in html
    assert "absent: 10" in html
    assert "yes: 1" not in html
    assert app.query_params == {"show": "key", "vote": "no.absent", "resolution": "a-res-es-11-4"}


def test_a_topic_offers_its_own_resolutions_and_shows_one_of_them(open_page: OpenPage) -> None:
    app = open_page(PAGE, show="key", topic="nuclear_test_ban")
    chosen = {"show": "key", "topic": "nuclear_test_ban", "resolution": "a-res-80-70"}
    assert app.query_params == chosen
    offered = next(box for box in app.selectbox if box.label == "Resolution").options
    rows = datasets.load("ga_key_resolutions")
    assert len(offered) == int((rows["topic"] == "nuclear_test_ban").sum())
    assert "80/70" in _headers(app)[0]


def test_an_adoption_without_a_vote_is_shown_as_such(open_page: OpenPage) -> None:
    app = open_page(
        PAGE, show="key", topic="dprk_human_rights", resolution="dprk-human-rights-2024"
    )
    assert len(_headers(app)) == 3
    assert "Adopted without a vote" in _html(app)
    assert not app.info  # nothing to widen: this is how it was adopted


def test_pairs_are_taken_away_and_added(open_page: OpenPage) -> None:
    app = open_page(PAGE)
    app.button(key="drop-RUS-CHN").click().run()
    assert app.query_params == {"pairs": "RUS-PRK.PRK-CHN"}
    app.selectbox(key="pair-one").select("JPN").run()
    app.selectbox(key="pair-other").select("PRK").run()
    app.button(key="pair-compare").click().run()
    assert app.query_params == {"pairs": "RUS-PRK.PRK-CHN.PRK-JPN"}
    assert "drop-PRK-JPN" in {button.key for button in app.button}


@pytest.mark.parametrize("by", ["issue", "era"])
def test_grouping_changes_the_figure(open_page: OpenPage, by: str) -> None:
    app = open_page(PAGE, by=by)
    assert f"by {by} (final votes)" in _headers(app)[0]


def test_low_points_and_the_caveat_are_readable(open_page: OpenPage) -> None:
    app = open_page(PAGE)
    assert "voted least alike in 1994 (33.3 %), 1993 (33.9 %), 1995 (41.5 %)" in _alts(app)
    caveat = datasets.load("caveats").set_index("id")["text"]["ga-2025-near-unanimous"]
    assert caveat in _html(app)


@pytest.mark.parametrize("section", ["agreement", "split"])
def test_years_without_votes_say_what_to_widen(open_page: OpenPage, section: str) -> None:
    query = {"from": "1945", "to": "1947"}
    app = open_page(PAGE, show=section, **query)
    assert "Widen or clear: period" in app.info[0].value


def test_the_search_narrows_decisions(open_page: OpenPage) -> None:
    app = open_page(PAGE, show="council", q="coal")
    assert any("coal" in caption.value for caption in app.caption)
    assert "S/RES/2371" in _html(app)
    assert "S/RES/82:" not in _html(app)
