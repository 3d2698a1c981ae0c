"""The Overview as a reader meets it, without a browser."""

import pytest

import datasets
from dashboard.figures.overview import FIGURES, SHARE_SERIES
from dashboard.headlines import HEADLINES, Headline
from dashboard.headlines.find import FIND
from dashboard.headlines.questions import QUESTIONS
from dashboard.navigation import page
from dashboard.state.view import Years, defaults
from datasets import measures
from datasets.record import TableFailedError
from tests.dashboard.conftest import OpenPage


def test_the_overview_shows_figures_picture_questions_and_links(open_page: OpenPage) -> None:
    app = open_page()
    assert not app.exception
    assert not app.warning
    headers = [header.value for header in app.header]
    assert headers == ["Latest figures", "Eighty years in one picture", "Five questions", "Find"]
    told = [e.proto.body for e in app.get("html") if "tumen-headline" in e.proto.body]
    assert len(told) == len(HEADLINES)
    assert len(app.subheader) == len(QUESTIONS) == 5
    links = [element for element in app.get("page_link") if element.proto.query_string]
    assert len(links) >= len(FIND)


def test_the_picture_follows_period_and_themes() -> None:
    (picture,) = FIGURES
    filters = defaults(page("").all_params)
    whole = picture.build(filters.only(*picture.uses))
    rows = datasets.load("milestones")
    parts = whole.table["part"].value_counts()
    assert parts.iloc[0] + parts.iloc[1] + parts.iloc[2] == len(whole.table)
    assert (whole.table["id"].notna()).sum() == (rows["significance"] == 3).sum()
    votes = measures.voting_agreement("RUS", "PRK")
    assert (whole.table["votes"].notna()).sum() == len(votes)
    cut = picture.build(
        filters.replace(period=Years(2000, 2010), themes=("military",)).only(*picture.uses)
    )
    years = cut.table["date"].str.slice(0, 4).astype(int)
    assert years.between(2000, 2010).all()
    assert (cut.table["votes"].notna()).sum() == 11


def test_the_series_drawn_exist_and_reach_the_earliest_share() -> None:
    shares = measures.trade_shares()
    russia = shares[(shares["partner"] == "RUS") & (shares["flow"] == "total")]
    assert set(SHARE_SERIES) <= set(russia["series_id"])
    drawn = russia[russia["series_id"].isin(SHARE_SERIES)]
    assert drawn["year"].min() == russia["year"].min()


@pytest.mark.usefixtures("_fresh_cache")
def test_headlines_are_told_once_for_all_readers(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell() -> Headline | None:
        told.append("once")
        return HEADLINES[0]()

    monkeypatch.setattr("dashboard.shell.headline_view.HEADLINES", (tell,))
    for _ in range(2):
        app = open_page()
        assert any("tumen-headline" in e.proto.body for e in app.get("html"))
    assert told == ["once"]


def test_an_empty_period_still_opens(open_page: OpenPage) -> None:
    app = open_page(**{"from": "1970", "to": "1970"}, themes="human_rights")
    assert not app.exception
    assert [header.value for header in app.header][1] == "Eighty years in one picture"


def test_a_hostile_address_gives_a_notice_and_the_page(open_page: OpenPage) -> None:
    app = open_page(**{"from": "99999"}, themes="<b>", record="x")
    assert not app.exception
    assert len(app.warning) == 1


@pytest.mark.usefixtures("_fresh_cache")
def test_a_failed_table_takes_down_its_own_cards(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = datasets.catalog()
    frame = type(catalog).frame

    def broken(self: object, table: str) -> object:
        if table == "estimates":
            raise TableFailedError(table, ())
        return frame(self, table)  # type: ignore[arg-type]

    monkeypatch.setattr(type(catalog), "frame", broken)
    app = open_page()
    assert not app.exception
    assert len(app.warning) == 2  # one figure and one question rest on it
    assert all(
        "Estimates" in warning.value or "estimate" in warning.value for warning in app.warning
    )
    assert len(app.subheader) == len(QUESTIONS) - 1
