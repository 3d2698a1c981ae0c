"""The frame around every page."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from dashboard.navigation import PAGES, PageSpec
from dashboard.state.view import Choice, Choices, Integer, Param, Text, Toggle

OpenPage = Callable[..., AppTest]

HOSTILE: tuple[dict[str, Any], ...] = (
    {"from": "x", "to": "9999", "themes": "nope.law", "q": "<script>", "zzz": "1"},
    {"from": ["1990", "2000"], "themes": ["", "."], "": "x"},
    dict.fromkeys(("from", "to", "themes", "series", "q", "year"), "\x00' OR 1=1 --"),
    {f"p{i}": "x" * 500 for i in range(50)},
)


def faults(app: AppTest) -> list[str]:
    """What a reader must never see."""
    return [e.value for e in (*app.exception, *app.error)]


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url or "start")
def test_every_page_opens(open_page: OpenPage, spec: PageSpec) -> None:
    app = open_page(spec.url)
    assert faults(app) == []
    assert app.title[0].value == spec.title
    assert app.query_params == {}
    assert not [w.value for w in app.warning]


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url or "start")
@pytest.mark.parametrize("query", HOSTILE, ids=["words", "repeated", "control", "many"])
def test_every_page_bears_a_hostile_address(
    open_page: OpenPage, spec: PageSpec, query: dict[str, Any]
) -> None:
    app = open_page(spec.url, **query)
    assert faults(app) == []
    notices = [w.value for w in app.warning if w.value.startswith("Not understood")]
    assert len(notices) == 1
    assert len(notices[0]) < 1_200


def restrictions(param: Param) -> dict[str, str]:
    """Some value of a filter other than its default."""
    match param:
        case Choices() | Choice():
            codes = [code for code, _ in param.choices if code and code != param.initial]
            return {param.key: codes[-1]} if codes else {}
        case Toggle():
            return {param.key: str(int(not param.default))}
        case Integer():
            low, high = param.bounds
            return {param.key: str(low if param.initial != low else high)} if low < high else {}
        case Text():
            return {param.key: "Moscow"}
    return {"from": "1961", "to": "1985"}


@pytest.mark.parametrize(
    ("spec", "param"),
    [(spec, param) for spec in PAGES for param in spec.all_params],
    ids=lambda value: getattr(value, "key", None) or getattr(value, "url", "") or "start",
)
def test_every_filter_of_every_page_works_from_its_address(
    open_page: OpenPage, spec: PageSpec, param: Param
) -> None:
    query = restrictions(param)
    app = open_page(spec.url, **query)
    assert faults(app) == []
    assert not [w.value for w in app.warning]
    assert app.query_params == query


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.text(max_size=12), st.text(max_size=30), max_size=6))
def test_the_start_page_bears_any_address(open_page: OpenPage, query: dict[str, str]) -> None:
    assert faults(open_page("", **query)) == []


def test_the_shared_filters_are_in_every_link_of_the_navigation(open_page: OpenPage) -> None:
    app = open_page("", **{"from": "1961"}, themes="law")
    links = [e.proto for e in app.get("page_link")]
    to_others = {link.label: link.query_string for link in links if link.label in TITLES}
    assert to_others
    assert set(to_others.values()) == {"from=1961&themes=law"}


TITLES = {spec.title for spec in PAGES[1:]}


def test_an_era_is_one_click_away(open_page: OpenPage) -> None:
    app = open_page("", themes="law")
    app.button(key="era-1961-alliance").click().run()
    assert app.query_params == {"from": "1961", "to": "1985", "themes": "law"}
    assert app.slider(key="filter--period").value == (1961, 1985)


def test_filters_can_be_cleared(open_page: OpenPage) -> None:
    app = open_page("", themes="law", unknown="x")
    app.button(key="clear-filters").click().run()
    assert app.query_params == {}
    assert "clear-filters" not in {button.key for button in app.button}
    assert not app.warning


def test_the_link_to_copy_is_that_of_the_view(open_page: OpenPage) -> None:
    app = open_page("", themes="law.economy")
    (copy,) = (e.proto for e in app.get("bidi_component") if e.proto.component_name == "tumen_copy")
    assert json.loads(copy.json)["text"] == "/?themes=economy.law"


def test_every_page_can_be_taken_as_a_brief_and_as_a_package(open_page: OpenPage) -> None:
    app = open_page("trade", themes="law", **{"from": "1990"})
    links = " ".join(element.proto.body for element in app.get("html"))
    assert 'href="brief/trade?from=1990&amp;themes=law"' in links
    assert 'href="package/trade.zip?from=1990&amp;themes=law"' in links


def test_a_notice_cannot_be_used_to_say_things(open_page: OpenPage) -> None:
    app = open_page("", evil="[click](https://evil.example) **now** $x$ :red[!]")
    said = app.warning[0].value
    assert r"\[click\]\(https\://evil" in said
    assert "**now**" not in said
