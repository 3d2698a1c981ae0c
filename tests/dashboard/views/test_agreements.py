"""The Agreements page as a reader meets it, without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

import datasets
from tests.dashboard.conftest import OpenPage

HEADERS = {
    "time": [
        "Agreements and what was in force in 2026",
        "In force in 2026, or signed by then with no end seen before",
    ],
    "compare": ["Treaties side by side, topic by topic"],
    "list": ["Agreements and their sources"],
}


def _headers(app: AppTest) -> list[str]:
    assert not app.exception
    assert not app.error
    return [header.value.replace("\\", "") for header in app.header]


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def _captions(app: AppTest) -> list[str]:
    return [caption.value.replace("\\", "") for caption in app.caption]


@pytest.mark.parametrize("section", HEADERS)
def test_each_section_shows_its_cards_and_no_other(open_page: OpenPage, section: str) -> None:
    app = open_page("agreements", show=section)
    assert _headers(app) == HEADERS[section]
    assert not app.warning


def test_article_four_stands_beside_what_was_promised_before(open_page: OpenPage) -> None:
    """Overview → Agreements → Treaties side by side."""
    app = open_page("agreements")
    section = next(group for group in app.button_group if group.label == "Section")
    section.set_value("compare").run()
    html = _html(app)
    row = html[html.index("Mutual defence</th>") : html.index("Consultation</th>")]
    clauses = datasets.load("agreement_provisions").set_index("id")["summary"]
    for clause in ("treaty-2024-art-04-mutual-defence", "treaty-1961-art-01-mutual-defence"):
        assert clauses[clause].replace("'", "&#x27;") in row
    assert row.index("Article 1<") < row.index("Article 4<")
    assert "Verified" in row


def test_filters_reach_the_list(open_page: OpenPage) -> None:
    app = open_page("agreements", show="list", kind="defence", defence="1")
    rows = datasets.load("agreements")
    wanted = rows[rows["mutual_defence"] & (rows["kind"] == "defence")]
    assert _captions(app)[-1].endswith(f"{len(wanted)} of {len(rows)} records.")
    html = _html(app)
    assert all(title in html for title in wanted["title"])
    assert "Pyongyang joint declaration" not in html


def test_the_year_decides_what_is_listed(open_page: OpenPage) -> None:
    app = open_page("agreements", date="1950")
    assert any("1 of 33 agreements" in caption for caption in _captions(app))
    assert "economic and cultural co-operation" in _html(app)


def test_a_record_stands_alone_and_all_come_back(open_page: OpenPage) -> None:
    app = open_page("agreements", show="list", record="treaty-1961")
    assert any("1 of 33 records" in caption for caption in _captions(app))
    next(button for button in app.button if button.label == "Show all agreements").click().run()
    assert app.query_params == {"show": "list"}


def test_an_empty_selection_says_what_to_widen(open_page: OpenPage) -> None:
    query = {"from": "1945", "to": "1948"}
    app = open_page("agreements", show="list", **query)
    assert "Widen or clear: period" in app.info[0].value


def test_a_treaty_too_many_is_named(open_page: OpenPage) -> None:
    every = "agr-1949-economic-cultural.treaty-1961.treaty-1961-chn.treaty-2000.treaty-2024"
    app = open_page("agreements", show="compare", treaties=every)
    assert "at most 4 treaties can be compared" in app.warning[0].value
    assert _headers(app) == HEADERS["compare"]
