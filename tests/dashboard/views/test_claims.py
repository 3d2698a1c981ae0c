"""The Claims page as a reader meets it, without a browser."""

from streamlit.testing.v1 import AppTest

from tests.dashboard.conftest import OpenPage

HEADERS = ["Claims by article and verdict", "Statement by statement", "The articles under review"]
FIGURE = "Share of Russia in DPRK exports"


def _headers(app: AppTest) -> list[str]:
    assert not app.exception
    assert not app.error
    return [header.value.replace("\\", "") for header in app.header]


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def _captions(app: AppTest) -> list[str]:
    return [caption.value.replace("\\", "") for caption in app.caption]


def test_the_page_opens_on_totals_claims_and_articles(open_page: OpenPage) -> None:
    app = open_page("claims")
    assert _headers(app) == HEADERS
    assert any("165 of 165 claims" in caption for caption in _captions(app))
    assert any("1–15 of 165" in caption for caption in _captions(app))


def test_whether_nearly_17_percent_holds(open_page: OpenPage) -> None:
    """Overview → Claims → search."""
    app = open_page("claims")
    app.text_input(key="filter-claims-q").set_value("nearly 17 % of exports").run()
    assert app.query_params == {"q": "nearly 17 % of exports"}
    html = _html(app)
    assert "In 2020 Russia took nearly 17 percent of North Korean exports." in html
    assert "<b>Contradicted</b>" in html
    assert FIGURE in _headers(app)
    assert "Stated: 17%." in html


def test_a_figure_in_a_long_list_opens_when_asked(open_page: OpenPage) -> None:
    app = open_page("claims", article="article-4", kind="quantity.event.agreement")
    assert FIGURE not in _headers(app)
    toggle = next(each for each in app.toggle if (each.key or "").startswith("show-a4-p06-3"))
    toggle.set_value(True).run()
    assert FIGURE in _headers(app)


def test_a_claim_has_a_permanent_address(open_page: OpenPage) -> None:
    app = open_page("claims", claim="a4-p06-3")
    assert _headers(app) == ["One statement", FIGURE]
    assert any("1 of 165 claims" in caption for caption in _captions(app))
    next(button for button in app.button if button.label == "Show all claims").click().run()
    assert app.query_params == {}
    assert _headers(app) == HEADERS


def test_totals_can_be_divided_otherwise(open_page: OpenPage) -> None:
    for by in ("theme", "verdict", "kind"):
        app = open_page("claims", by=by)
        assert _headers(app)[0].startswith("Claims by")
        assert not app.warning


def test_filters_reach_list_and_totals(open_page: OpenPage) -> None:
    app = open_page("claims", article="article-4", verdict="contradicted")
    assert any("5 of 165 claims" in caption for caption in _captions(app))
    assert any("1 of 5 articles" in caption for caption in _captions(app))


def test_claims_without_evidence_say_so(open_page: OpenPage) -> None:
    app = open_page("claims", evidence="none")
    html = _html(app)
    assert html.count("Evidence: none found.") == 15
    assert any("17 of 165 claims" in caption for caption in _captions(app))


def test_an_empty_selection_says_what_to_widen(open_page: OpenPage) -> None:
    app = open_page("claims", q="zzzz")
    assert any("Widen or clear: search" in info.value for info in app.info)
