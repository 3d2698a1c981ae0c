"""The figure card: what stands behind a figure, and what happens when there is none."""

import io
import json
import re
from collections.abc import Callable

import pandas as pd
import pytest
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

import dashboard.shell.card as cards
from dashboard.charts.figure import Figure
from dashboard.figures.base import FigureSpec
from dashboard.routes import routes
from dashboard.shell.chart_component import Selection
from dashboard.state.view import Filters
from datasets.record import TableFailedError
from tests.asgi import ask
from validators.findings import Finding, Severity

ROWS = 120


def _figure(rows: int = ROWS, **changed: object) -> Figure:
    table = pd.DataFrame({"year": range(1900, 1900 + rows), "share": [0.5] * rows})
    values: dict[str, object] = {
        "title": "Share of *exports*",
        "data": ({"type": "bar", "x": [1], "y": [2]},),
        "layout": {},
        "alt": "Bars.",
        "table": table,
        "columns": {"year": "Year", "share": "Share (%)"},
        "sources": ("112-2024-11-05", "no-such-source"),
        "tables": ("eras", "trade_flows"),
        "notes": ("One note.",),
    }
    return Figure(**{**values, **changed})  # type: ignore[arg-type]


def _page() -> None:
    import streamlit as st

    from dashboard.navigation import page
    from dashboard.shell import card, widgets

    view = widgets.open_view(page(""))
    card.figure_card(view, st.session_state["spec"])


def shown(build: Callable[[Filters], Figure], **query: str) -> AppTest:
    app = AppTest.from_function(_page, default_timeout=30)
    app.session_state["spec"] = FigureSpec("", "shares", build, ("period", "themes"))
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def opened(app: AppTest, panel: str) -> AppTest:
    app.button_group(key="panel-shares").set_value(panel).run()
    assert not app.exception
    return app


pytestmark = pytest.mark.usefixtures("_fresh_cache")


def test_a_card_says_what_it_shows_under_which_filters() -> None:
    app = shown(lambda _: _figure(), themes="law", **{"from": "1961", "to": "1985"})
    assert app.header[0].value == r"Share of \*exports\*"
    assert app.caption[0].value == r"1961–1985 \(alliance between two giants\); themes\: Law\."
    assert "One note." in html(app)
    assert "<table>" not in html(app)


def test_the_table_is_the_twin_of_the_figure_page_by_page() -> None:
    app = opened(shown(lambda _: _figure()), "Table")
    assert html(app).count("<tr>") == 1 + cards.ROWS_A_PAGE
    assert "Share (%)" in html(app)
    assert app.caption[-1].value == "Rows 1–50 of 120"


def test_a_short_table_has_one_page() -> None:
    app = opened(shown(lambda _: _figure(rows=3)), "Table")
    assert html(app).count("<tr>") == 4
    assert not app.get("pagination")


def test_sources_are_listed_with_links() -> None:
    app = opened(shown(lambda _: _figure()), "Sources")
    assert 'href="https://112-tv.112.ua/' in html(app)
    assert html(app).count("<li>") == 2  # one note, one source that exists
    bare = opened(shown(lambda _: _figure(title="Bare", sources=()), themes="law"), "Sources")
    assert "No sources" in bare.caption[-1].value


def chosen(app: AppTest, key: str, code: str) -> AppTest:
    app.button_group(key=key).set_value(code).run()
    assert not app.exception
    return app


def test_a_citation_names_the_view_in_the_style_chosen() -> None:
    app = opened(shown(lambda _: _figure(), themes="law"), "Cite")
    assert "“Share of *exports* (1945–2026; Themes: Law).”" in app.code[-1].value
    assert app.code[-1].value.endswith("/?themes=law.")
    assert "download=" not in html(app)
    bibtex = chosen(app, "style-shares", "bibtex")
    assert bibtex.code[-1].value.startswith("@misc{tumen-share-of-exports-")
    assert 'href="view/overview/shares.bib?themes=law"' in html(bibtex)


def test_code_reads_the_rows_of_the_card_under_its_filters() -> None:
    app = opened(shown(lambda _: _figure(), themes="law", **{"from": "1990"}), "Code")
    address = "/view/overview/shares.csv?from=1990&themes=law"
    for code in ("pandas", "r", "duckdb", "excel"):
        assert address in chosen(app, "tool--shares", code).code[-1].value
    # Eras lie in time but have no themes.
    assert 'href="data/eras.csv?from=1990"' in html(app)


def test_a_frame_for_other_sites_names_the_figure() -> None:
    app = opened(shown(lambda _: _figure(title='"Share" & more'), themes="law"), "Embed")
    frame = app.code[-1].value
    assert frame.startswith('<iframe src="/embed/overview/shares?themes=law"')
    assert 'title="&quot;Share&quot; &amp; more"' in frame


def test_downloads_hold_the_rows_and_the_words() -> None:
    app = opened(shown(lambda _: _figure(), themes="law"), "Download")
    links = re.findall(r'href="(take/[^"]+)"[^>]* download="([^"]+)">([^<]+)<', html(app))
    assert [label for _, _, label in links] == ["CSV", "CSV for Excel", "Excel", "JSON", "Parquet"]
    server = Starlette(routes=routes())
    csv = ask(server, f"/{links[0][0]}")
    assert csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert csv.headers["content-disposition"] == f'attachment; filename="{links[0][1]}"'
    assert links[0][1].startswith("tumen-overview-shares-themes-law-")
    pd.testing.assert_frame_equal(pd.read_csv(io.BytesIO(csv.content)), _figure().table)
    about = json.loads(ask(server, f"/{links[3][0]}").content)
    assert about["filters"] == "1945–2026; themes: Law."
    assert "Creative Commons" in about["licence"]
    assert [source["id"] for source in about["sources"]] == ["112-2024-11-05"]


def test_nothing_to_show_names_what_to_widen() -> None:
    app = shown(lambda _: _figure(empty=True), themes="law", **{"from": "2020"})
    assert app.info[0].value == "Nothing matches. Widen or clear: period, themes."
    assert not app.get("button_group")


def test_a_failed_table_takes_down_its_card_and_says_where() -> None:
    def broken(_: Filters) -> Figure:
        finding = Finding(
            "number-range",
            Severity.ERROR,
            "trade_flows",
            "trade_flows.csv",
            17,
            "value",
            "-1",
            "is below 0",
            "Correct the value.",
        )
        raise TableFailedError("trade_flows", (finding,) * 7)

    app = shown(broken)
    said = app.warning[0].value.replace("\\", "")
    assert "Trade flows" in said
    assert "trade_flows.csv:17 [value]" in said
    assert "number-range" in said
    assert "and 2 more" in said


def test_a_figure_that_cannot_be_drawn_takes_down_its_card_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(_: Filters) -> Figure:
        raise ZeroDivisionError

    app = shown(broken)
    assert "could not be drawn" in app.warning[0].value
    assert "ZeroDivisionError" in caplog.text


def test_a_selection_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    chosen = Selection(location="CHN")
    monkeypatch.setattr(cards, "show_chart", lambda *_, **__: chosen)

    def page() -> None:
        import streamlit as st

        from dashboard.navigation import page
        from dashboard.shell import card, widgets

        view = widgets.open_view(page(""))
        card.figure_card(view, st.session_state["spec"], on_select=st.session_state["told"])

    app = AppTest.from_function(page, default_timeout=30)
    app.session_state["spec"] = FigureSpec("", "shares", lambda _: _figure(), ("period",))
    app.session_state["told"] = told.append
    app.run()
    app.run()
    assert told == [chosen]
