"""The Milestones page as a reader meets it, without a browser."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import datasets
from dashboard import queries
from dashboard.figures.milestones import CHOOSING, FIGURES, chosen
from dashboard.navigation import page
from dashboard.state.view import Years, defaults, from_query
from tests.dashboard.conftest import OpenPage

RECORD = "1961-07-06-friendship-treaty"
HEADERS = {
    "timeline": ["Milestones by theme", "Records"],
    "years": ["Milestones by year, by tone", "Mean tone of milestones by year"],
    "map": ["Where milestones happened", "Records"],
    "list": ["Records"],
}


def _headers(app: AppTest) -> list[str]:
    assert not app.exception
    assert not app.error
    return [header.value for header in app.header]


def _titles(app: AppTest) -> list[str]:
    """Titles in the list of records."""
    return [
        button.label.replace("\\", "")
        for button in app.button
        if str(button.key).startswith("open-list-")
    ]


@pytest.mark.parametrize("section", HEADERS)
def test_each_section_shows_its_figures_and_no_other(open_page: OpenPage, section: str) -> None:
    app = open_page("milestones", show=section)
    assert _headers(app) == HEADERS[section]
    assert not app.warning


def test_the_page_opens_on_the_timeline_and_the_newest_records(open_page: OpenPage) -> None:
    app = open_page("milestones")
    assert _headers(app) == HEADERS["timeline"]
    newest = datasets.load("milestones").iloc[::-1]["title"].head(20).tolist()
    assert _titles(app) == newest


def test_filters_reach_the_list(open_page: OpenPage) -> None:
    app = open_page(
        "milestones",
        **{"from": "2024", "to": "2024"},
        show="list",
        themes="military",
        significance="3",
        order="oldest",
    )
    rows = datasets.load("milestones")
    year = rows[rows["date"].str.startswith("2024") & (rows["significance"] == 3)]
    wanted = year[
        [
            "military" in (theme, *other)
            for theme, other in zip(year["theme"], year["themes_other"], strict=True)
        ]
    ]
    assert len(wanted) > 2
    assert _titles(app) == wanted["title"].tolist()
    caption = next(caption.value for caption in app.caption if "milestones\\." in caption.value)
    assert f"{len(wanted)} of {len(rows)} milestones" in caption.replace("\\", "")


@pytest.mark.parametrize("spelling", ["Rason", "라선", "расон", "RASON"])
def test_the_search_takes_any_spelling(open_page: OpenPage, spelling: str) -> None:
    app = open_page("milestones", show="list", q=spelling)
    assert len(_titles(app)) > 8


def test_a_record_opens_with_sources_link_and_relations(open_page: OpenPage) -> None:
    app = open_page("milestones", record=RECORD, q="moscow")
    assert not app.exception
    rows = datasets.load("milestones")
    row = rows[rows["id"] == RECORD].iloc[0]
    told = " ".join(element.proto.body for element in app.get("html"))
    assert row["summary"].replace("'", "&#x27;") in told
    assert f"{len(row['source_ids'])} sources" in told
    assert any(f"/r/{RECORD}" in code.value for code in app.code)
    assert [button for button in app.button if str(button.key).startswith("open-related-")]


def test_a_title_in_the_list_opens_its_record(open_page: OpenPage) -> None:
    app = open_page("milestones", show="list", q="1961", order="oldest")
    button = next(b for b in app.button if str(b.key) == f"open-list-{RECORD}")
    button.click().run()
    assert app.query_params["record"] in (RECORD, [RECORD])
    assert app.query_params["q"] in ("1961", ["1961"])


def test_an_empty_choice_says_what_to_widen(open_page: OpenPage) -> None:
    for section in HEADERS:
        app = open_page("milestones", show=section, q="no such words at all")
        assert not app.exception
        said = [info.value for info in app.info]
        assert said
        assert all("search" in words for words in said)


def test_a_hostile_address_gives_a_notice_and_the_page(open_page: OpenPage) -> None:
    app = open_page(
        "milestones",
        show="<script>",
        record="../../etc/passwd",
        significance="9.3.x",
        tone="-2.77",
        place="atlantis",
        actor="RUS'--",
        q="x" * 5000,
        order="sideways",
        area="moon",
    )
    assert _headers(app)[0] == "Milestones by theme"
    assert len(app.warning) == 1
    only = open_page("milestones", record="../../etc/passwd").warning
    assert "is not a known record" in only[0].value


def test_a_place_on_the_map_is_marked_and_narrows_the_list_alone() -> None:
    params = page("milestones").all_params
    filters, _ = from_query(params, {"place": "moscow", "show": "map"})
    (places,) = [spec for spec in FIGURES if spec.key == "places"]
    figure = places.build(filters.only(*places.uses))
    assert len(figure.table) > 30
    assert set(chosen(filters.only(*CHOOSING))["place_id"]) == {"moscow"}


@pytest.mark.parametrize("spec", FIGURES, ids=lambda spec: spec.key)
def test_every_figure_depends_on_its_filters_alone(spec: object) -> None:
    uses = spec.uses  # type: ignore[attr-defined]
    filters = defaults(page("milestones").all_params).only(*uses)
    assert set(filters) == set(uses)
    figure = spec.build(filters)  # type: ignore[attr-defined]
    assert not figure.empty
    assert set(figure.sources) <= set(datasets.load("sources")["id"])


def test_the_filters_choose_what_the_table_says() -> None:
    filters = defaults(page("milestones").all_params)
    rows = datasets.load("milestones")
    assert len(chosen(filters.only(*CHOOSING))) == len(rows)
    seen = filters.replace(tone=("-2", "2"), actor=("CHN",), period=Years(1945, 1991))
    found = chosen(seen.only(*CHOOSING))
    inside = queries.in_period(rows, ("date", "date_end"), Years(1945, 1991))
    wanted = inside[
        inside["tone"].isin([-2, 2])
        & pd.Series(["CHN" in cell for cell in inside["actors"]], inside.index)
    ]
    assert found["id"].tolist() == wanted["id"].tolist()
    assert len(wanted) > 0
