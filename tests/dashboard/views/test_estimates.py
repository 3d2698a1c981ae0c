"""The Estimates page as a reader meets it, without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

import datasets
from tests.dashboard.conftest import OpenPage

HEADERS = {
    "time": ["What the statements range between: troops", "Estimates by date of statement: troops"],
    "rows": ["What the statements range between: troops", "Who says what: troops"],
    "list": ["Statements and their sources: troops"],
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
    app = open_page("estimates", show=section)
    assert _headers(app) == HEADERS[section]
    assert not app.warning


def test_the_range_of_troops_at_the_end_of_2024_is_told(open_page: OpenPage) -> None:
    """Overview → Estimates → period 2024."""
    app = open_page("estimates")
    app.slider(key="filter--period").set_value((2024, 2024)).run()
    assert app.query_params == {"from": "2024", "to": "2024"}
    html = _html(app)
    assert "Troops sent: 11,000 to 15,000" in html
    assert "Lowest: Ukrainian government, 5 November 2024" in html


def test_another_quantity_drops_the_units_of_the_last_without_a_notice(open_page: OpenPage) -> None:
    app = open_page("estimates", unit="troops_sent")
    assert [caption for caption in _captions(app) if "units: Troops sent" in caption]
    app.selectbox(key="filter-estimates-quantity").set_value("casualties").run()
    assert app.query_params == {"quantity": "casualties"}
    assert not app.warning
    assert "casualties" in _headers(app)[0]


def test_contradicting_units_are_named(open_page: OpenPage) -> None:
    app = open_page("estimates", quantity="casualties", unit="troops_sent")
    assert "is no unit of" in app.warning[0].value
    assert "casualties" in _headers(app)[0]


def test_a_record_stands_alone_and_all_come_back(open_page: OpenPage) -> None:
    app = open_page("estimates", show="list", record="shells-kor-mnd-2023-10")
    assert any("1 of 125 statements" in caption for caption in _captions(app))
    next(button for button in app.button if button.label == "Show all statements").click().run()
    assert app.query_params == {"show": "list"}


def test_the_list_pages_through_all_statements(open_page: OpenPage) -> None:
    app = open_page("estimates", show="list", quantity="casualties")
    rows = datasets.load("estimates")
    count = int((rows["quantity"] == "casualties").sum())
    assert any(f"{count} of {count} statements" in caption for caption in _captions(app))
    assert any(f"1–20 of {count}" in caption for caption in _captions(app))


def test_an_empty_selection_says_what_to_widen(open_page: OpenPage) -> None:
    app = open_page("estimates", **{"from": "1945", "to": "1950"})
    assert len(app.info) == 2
    assert all("Widen or clear: period" in info.value for info in app.info)
