"""The Trade page as a reader meets it, without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.figures.trade import SECTIONS
from tests.dashboard.conftest import OpenPage

TITLES = {
    "shares": ["Share of Russia and China in total DPRK trade", "Shares of Russia and China as"],
    "values": [
        "DPRK trade with Russia and China, in dollars",
        "DPRK exports, imports and balance",
        "Value of total DPRK trade, by series",
    ],
    "partners": ["Where the DPRK's partners were in", "Partners of the DPRK in"],
    "goods": ["Goods traded with Russia", "Goods traded with China"],
    "oil": ["Refined oil notified by year", "Refined oil adding up", "Refined oil notified to"],
    "roubles": [
        "Soviet trade with the DPRK in clearing roubles",
        "Dollars per clearing rouble",
        "What the choice of rate does",
    ],
}


def _headers(app: AppTest) -> list[str]:
    assert not app.exception
    assert not app.error
    return [header.value.replace("\\", "") for header in app.header]


@pytest.mark.parametrize("section", TITLES)
def test_each_section_shows_its_figures_and_no_other(open_page: OpenPage, section: str) -> None:
    app = open_page("trade", show=section)
    headers = _headers(app)
    assert len(headers) == len(TITLES[section]) == len(SECTIONS[section])
    for header, expected in zip(headers, TITLES[section], strict=True):
        assert header.startswith(expected)
    assert not app.warning


def test_the_page_opens_on_shares(open_page: OpenPage) -> None:
    assert _headers(open_page("trade")) == _headers(open_page("trade", show="shares"))


def test_filters_reach_the_figures(open_page: OpenPage) -> None:
    app = open_page("trade", partners="RUS.IND", flow="export", unit="usd", overlay="1")
    assert _headers(app)[0] == "DPRK exports to Russia and India, in dollars"
    captions = [caption.value.replace("\\", "") for caption in app.caption]
    (caption,) = [words for words in captions if "unit: Dollars" in words]
    assert "partners: Russia and India" in caption
    assert "with milestones and sanctions" in caption


def test_partners_are_compared_four_at_a_time(open_page: OpenPage) -> None:
    app = open_page("trade", partners="RUS.CHN.JPN.IND.THA")
    assert _headers(app)[0].count(",") == 2
    assert "at most 4 partners can be compared" in app.warning[0].value


def test_the_year_stands_in_the_titles(open_page: OpenPage) -> None:
    headers = _headers(open_page("trade", show="partners", year="2005"))
    assert all("2005" in header for header in headers)


def test_a_hostile_address_gives_a_notice_and_the_page(open_page: OpenPage) -> None:
    app = open_page(
        "trade",
        show="<script>",
        partners="WLD.XXX.../etc",
        series="kotra'--",
        flow="both",
        unit="€",
        year="99999",
        overlay="yes",
        nonsense="x" * 5000,
    )
    assert _headers(app) == _headers(open_page("trade"))
    assert len(app.warning) == 1


@pytest.mark.parametrize("section", ["shares", "values", "goods", "oil", "roubles"])
def test_a_period_without_data_says_what_to_widen(open_page: OpenPage, section: str) -> None:
    app = open_page("trade", show=section, **{"from": "1945", "to": "1946"})
    assert _headers(app)
    assert app.info
    assert all("period" in info.value for info in app.info)


def test_a_year_without_partners_says_what_to_widen(open_page: OpenPage) -> None:
    app = open_page("trade", show="partners", series="jetro", year="2005")
    assert len(app.info) == 2
    assert "year" in app.info[0].value
