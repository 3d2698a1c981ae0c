"""The Data page as a reader meets it, without a browser."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.filters.data import SECTIONS
from dashboard.shell import widgets
from tests.dashboard.conftest import OpenPage

TITLES = {
    "tables": ["Milestones"],
    "dictionary": ["Columns", "Terms of the vocabularies"],
    "sources": [
        "Sources",
        "Sources by kind",
        "Publishers with most sources",
        "Rows that rest on a single source, by table",
        "Rows that rest on state media alone, by table",
    ],
    "coverage": [
        "Records by year and theme",
        "Records by year and kind of source",
        "Rows that rest on a single source, by table",
        "Rows that rest on state media alone, by table",
        "Verification and single sources",
        "Coverage and known gaps",
    ],
    "quality": ["Findings of the validators", "Rules"],
    "versions": ["Versions of the data", "Changes row by row", "Changes in words"],
    "about": [
        "What this is",
        "How to cite",
        "The whole record as one file",
        "Tables and their terms",
        "Terms, boundaries, accessibility",
    ],
}


def _headers(app: AppTest) -> list[str]:
    assert not app.exception
    assert not app.error
    return [header.value.replace("\\", "") for header in app.header]


def _html(app: AppTest) -> str:
    return "".join(part.proto.body for part in app.get("html"))


def _rows(app: AppTest) -> int:
    return _html(app).partition("tumen-rows")[2].partition("</table>")[0].count("<tr>") - 1


@pytest.mark.parametrize("section", TITLES)
def test_each_section_shows_its_parts_and_no_other(open_page: OpenPage, section: str) -> None:
    app = open_page("data", show=section)
    assert _headers(app) == TITLES[section]
    assert not app.warning


def test_the_method_has_contents_that_lead_to_its_sections(open_page: OpenPage) -> None:
    app = open_page("data", show="method")
    headers = _headers(app)
    assert len(headers) == 12
    html = _html(app)
    for header in app.header:
        assert f'href="#{header.proto.anchor}"' in html


def test_a_part_of_the_method_has_an_address_of_its_own(open_page: OpenPage) -> None:
    app = open_page("data", show="method", part="licences")
    assert _headers(app) == ["Licences"]
    app.button(key="link-Show the whole method").click().run()
    assert app.query_params == {"show": "method"}


def test_sections_and_titles_agree() -> None:
    assert {code for code, _ in SECTIONS} == {*TITLES, "method"}


def test_a_table_shows_fifty_rows_at_most(open_page: OpenPage) -> None:
    assert _rows(open_page("data")) == 50
    assert _rows(open_page("data", table="ga_votes")) == 50
    assert _rows(open_page("data", table="eras")) == 8


def test_filters_in_the_address_reach_the_rows(open_page: OpenPage) -> None:
    app = open_page(
        "data",
        table="trade_flows",
        where="partner.RUS",
        where2="year.1990..1992",
        sort="-value_usd",
    )
    assert not app.warning
    caption = next(c.value for c in app.caption if "4,443" in c.value)
    assert "year: from 1990 up to 1992" in caption.replace("\\", "")
    assert app.multiselect(key="browse-trade_flows-columns").value == ["partner", "year"]
    assert app.multiselect(key="browse-trade_flows-partner-terms").value == ["RUS"]
    assert app.text_input(key="browse-trade_flows-year-from").value == "1990"
    assert app.selectbox(key="browse-trade_flows-sort").value == "value_usd"


def test_another_table_begins_anew(open_page: OpenPage) -> None:
    app = open_page("data", where="theme.law", sort="date", q="treaty")
    app.selectbox(key="browse-table").set_value("estimates").run()
    assert app.query_params == {"table": "estimates", "q": "treaty"}
    assert _headers(app) == ["Estimates"]


def test_a_column_is_chosen_filtered_and_given_up(open_page: OpenPage) -> None:
    app = open_page("data", table="agreements")
    app.multiselect(key="browse-agreements-columns").set_value(["kind", "signed", "title"]).run()
    assert app.query_params == {"table": "agreements"}
    app.text_input(key="browse-agreements-signed-from").set_value("1990").run()
    app.text_input(key="browse-agreements-title-words").set_value("Treaty").run()
    expected = {"table": "agreements", "where": "signed.1990..", "where2": "title.Treaty"}
    assert app.query_params == expected
    assert 0 < _rows(app) < 33
    columns = app.multiselect(key="browse-agreements-columns")
    assert columns.value == ["signed", "title", "kind"]
    columns.set_value(["title"]).run()
    assert app.query_params == {"table": "agreements", "where": "title.Treaty"}


def test_two_quick_changes_both_count(open_page: OpenPage) -> None:
    app = open_page("data", where="theme.law", where2="title.treaty")
    app.multiselect(key="browse-milestones-theme-terms").set_value(["military"])
    app.text_input(key="browse-milestones-title-words").set_value("talks")
    app.run()
    assert app.query_params == {"where": "theme.military", "where2": "title.talks"}


def test_an_end_that_is_no_date_is_told_and_changes_nothing(open_page: OpenPage) -> None:
    app = open_page("data", where="date.1990..")
    app.text_input(key="browse-milestones-date-to").set_value("soon").run()
    assert app.query_params == {"where": "date.1990.."}
    said = app.warning[0].value.replace("\\", "")
    assert said.startswith("Date: “soon” is not a date such as 1990")
    assert not app.run().warning


def test_sorting_has_a_direction(open_page: OpenPage) -> None:
    app = open_page("data")
    app.selectbox(key="browse-milestones-sort").set_value("date").run()
    assert app.query_params == {"sort": "date"}
    app.button_group(key="browse-milestones-direction").set_value("down").run()
    assert app.query_params == {"sort": "-date"}
    first = _html(app).partition("tumen-rows")[2].partition("</tr>")[2][:200]
    assert "2026" in first
    app.selectbox(key="browse-milestones-sort").set_value("").run()
    assert app.query_params == {}


def test_an_empty_selection_says_what_to_widen(open_page: OpenPage) -> None:
    app = open_page("data", where="title.zzzz", **{"from": "1961"})
    assert [info.value for info in app.info] == [
        "Nothing matches. Widen or clear: period, column filters."
    ]


def test_filters_that_cannot_apply_are_named(open_page: OpenPage) -> None:
    app = open_page("data", table="places", themes="law", **{"from": "1961"})
    said = [caption.value for caption in app.caption]
    assert (
        "This table has no place in time, so the period does not apply, and no themes, so the "
        "themes chosen do not apply." in said
    )
    app = open_page("data", show="sources", themes="law")
    assert any("do not apply to this section" in caption.value for caption in app.caption)


HOSTILE: tuple[dict[str, Any], ...] = (
    {"table": "../../etc/passwd", "where": "x.y", "sort": "z"},
    {"table": "ga_votes", "where": "vote." + "no." * 400, "where2": "..", "where3": "vote"},
    {"where": ["theme.law", "theme.military"], "sort": "-'; DROP TABLE"},
    {"where": "title.<script>alert(1)</script>", "q": "\x00\u202e"},
    {"show": "nope", "of": "nope", "kind": "a.b.c", "step": "0", "source": "nope"},
)


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_the_page_bears_a_hostile_address(open_page: OpenPage, query: dict[str, Any]) -> None:
    app = open_page("data", **query)
    _headers(app)
    assert "<script>alert" not in _html(app)


def test_one_source_stands_alone_with_a_way_back(open_page: OpenPage) -> None:
    app = open_page("data", show="sources", source="cow-trade-4")
    assert _headers(app) == ["Sources"]
    app.button(key="link-Show all sources").click().run()
    assert app.query_params == {"show": "sources"}


def test_the_record_is_cited_in_the_style_chosen(open_page: OpenPage) -> None:
    app = open_page("data", show="about")
    assert any("Tumen" in code.value for code in app.code)
    assert "data/tumen-" in _html(app)


def test_the_footer_of_every_page_leads_to_the_method(open_page: OpenPage) -> None:
    links = {e.proto.label: e.proto.query_string for e in open_page("").get("page_link")}
    assert links["Method"] == "show=method"
    app = open_page("data")
    app.button(key="footer-method").click().run()
    assert app.query_params == {"show": "method"}


def test_filters_without_a_page_are_refused() -> None:
    from dashboard.navigation import page

    with pytest.raises(KeyError):
        widgets.change(page("data"), nope=1)
