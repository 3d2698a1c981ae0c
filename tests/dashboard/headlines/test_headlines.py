import re

import pytest

import datasets
from dashboard.headlines import HEADLINES, Headline
from dashboard.headlines.base import points
from dashboard.navigation import page
from dashboard.shell.headline_view import headline_html
from datasets import measures
from datasets.record import TableFailedError


@pytest.fixture(scope="module")
def told() -> dict[str, Headline]:
    """Headlines by key."""
    found = [tell() for tell in HEADLINES]
    return {headline.key: headline for headline in found if headline is not None}


def test_each_headline_is_told_and_leads_to_a_view_and_to_sources(
    told: dict[str, Headline],
) -> None:
    assert len(told) == len(HEADLINES) == 6
    known = set(datasets.load("sources")["id"])
    for headline in told.values():
        assert headline.value
        assert re.search(r"\d{4}", headline.meaning), "a headline names its date"
        assert headline.sources
        assert set(headline.sources) <= known
        keys = {param.key for param in page(headline.page).all_params}
        assert set(headline.filters) <= keys


def test_the_trade_share_is_that_of_the_measure(told: dict[str, Headline]) -> None:
    shares = measures.trade_shares()
    rows = shares[
        (shares["series_id"] == "russia-customs-over-kotra")
        & (shares["flow"] == "total")
        & (shares["partner"] == "RUS")
    ].sort_values("year")
    assert told["trade-share"].value == f"{rows['share'].iloc[-1]:.1f}%"
    assert f"in {rows['year'].iloc[-1]}" in told["trade-share"].meaning
    assert told["trade-share"].change == "Up 1.0 percentage points on 2022."


def test_the_agreement_has_its_number_of_votes_and_the_contested_ones(
    told: dict[str, Headline],
) -> None:
    last = measures.voting_agreement("RUS", "PRK").iloc[-1]
    headline = told["vote-agreement"]
    assert headline.value == f"{last['agreement']:.1f}%"
    assert f"the {last['both']} UN General Assembly votes in {last['year']}" in headline.meaning
    hard = measures.voting_agreement("RUS", "PRK", min_no=4).iloc[-1]
    assert f"{hard['agreement']:.1f}% of the {hard['both']} votes" in headline.range
    assert "192 recorded votes" in headline.note


def test_the_latest_milestone_is_the_last_known_by_the_day(told: dict[str, Headline]) -> None:
    rows = datasets.load("milestones")
    last = rows[rows["precision"] == "day"].sort_values(["date", "id"]).iloc[-1]
    headline = told["milestones"]
    assert headline.value == str(len(rows))
    assert last["title"] in headline.meaning
    assert headline.filters == {"record": last["id"]}


def test_the_range_of_troops_covers_every_claimant(told: dict[str, Headline]) -> None:
    rows = measures.estimate_intervals("troops_deployed", "troops_sent")
    low, high = rows["lower"].min(), rows["upper"].max()
    assert told["troops-sent"].value == f"{low:,.0f}–{high:,.0f}"
    assert f"by {rows['claimant'].nunique()} claimants" in told["troops-sent"].meaning


def test_parties_are_not_counted_among_the_reactions(told: dict[str, Headline]) -> None:
    held = measures.stances()
    held = held[
        (held["event_id"] == "2024-10-troop-deployment") & (held["actor_kind"] == "country")
    ]
    others = held[~held["actor"].isin(["RUS", "PRK"])]
    against = (others["stance"] < 0).sum()
    headline = told["reactions-to-troops"]
    assert headline.value == f"{against} of {len(others)}"
    unheard = len(datasets.load("countries")) - len(others) - 2
    assert headline.change == f"For {unheard} states no statement was found."


def test_the_oil_is_what_russia_reported_against_the_limit(told: dict[str, Headline]) -> None:
    headline = told["refined-oil"]
    assert headline.value == "105,845 barrels"
    assert "21.2% of the yearly limit of 500,000 barrels" in headline.meaning
    assert "alleged" in headline.range


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (91.16, 83.72, "Up 7.4 percentage points"),
        (1.0, 2.5, "Down 1.5 percentage points"),
        (1.01, 1.03, "Unchanged"),
    ],
)
def test_a_change_says_its_direction(now: float, before: float, words: str) -> None:
    assert points(now, before) == words


def test_the_words_of_a_headline_are_escaped() -> None:
    headline = Headline("k", "A & B", "<1>", "of 2024", "", "", (), "trade", "See")
    html = headline_html(headline)
    assert "A &amp; B" in html
    assert "&lt;1&gt;" in html
    assert "<p></p>" not in html


def test_a_failed_table_takes_down_its_headlines_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = datasets.catalog()
    whole = type(catalog).frame

    def broken(self: object, table: str) -> object:
        if table == "milestones":
            raise TableFailedError(table, ())
        return whole(self, table)  # type: ignore[arg-type]

    monkeypatch.setattr(type(catalog), "frame", broken)
    outcomes = []
    for tell in HEADLINES:
        try:
            outcomes.append(tell() is not None)
        except TableFailedError:
            outcomes.append(False)
    assert outcomes.count(False) == 1
