"""Figures and lists of agreements and the United Nations, on the record itself."""

from typing import Any

import pytest

import datasets
from dashboard import cache
from dashboard.figures import agreements
from dashboard.figures.base import FigureSpec
from dashboard.figures.listing import Listing, ListSpec
from dashboard.figures.united_nations import FIGURES, LISTS, council, frames, key_votes, votes
from dashboard.navigation import page
from dashboard.state.view import Filters, Years, defaults
from datasets.measures import split_votes, treaties_in_force, voting_agreement
from tests.dashboard.charts.reaction_samples import drawn

ALL_FIGURES = (*agreements.FIGURES, *FIGURES)
ALL_LISTS = (*agreements.LISTS, *LISTS)


def filters(url: str, **values: Any) -> Filters:
    return defaults(page(url).all_params).replace(**values)


def un(**values: Any) -> Filters:
    return filters("united-nations", **values)


def listed(spec: ListSpec, **values: Any) -> Listing:
    return spec.build(filters(spec.page, **values).only(*spec.uses))


@pytest.mark.parametrize("spec", ALL_FIGURES, ids=lambda spec: spec.key)
@pytest.mark.parametrize("period", [(1945, 1948), (1961, 1985), (2024, 2025)])
def test_every_figure_stands_in_any_period(spec: FigureSpec, period: tuple[int, int]) -> None:
    figure = spec.build(filters(spec.page, period=Years(*period)).only(*spec.uses))
    assert list(figure.columns) == list(figure.table.columns)
    assert figure.empty == (len(figure.table) == 0)
    drawn(figure)
    known = set(datasets.load("sources")["id"])
    assert set(figure.sources) <= known
    assert bool(figure.sources) != figure.empty


@pytest.mark.parametrize("spec", ALL_LISTS, ids=lambda spec: spec.key)
@pytest.mark.parametrize("period", [(1945, 1948), (1945, 2026)])
def test_every_list_holds_rows_of_its_table(spec: ListSpec, period: tuple[int, int]) -> None:
    found = listed(spec, period=Years(*period))
    columns = list(datasets.spec(found.table).columns)
    assert set(columns) <= set(found.rows.columns)
    assert len(found.rows) <= found.total
    sources = cache.sources_by_id()
    assert isinstance(found.render(found.rows.head(5), sources), str)


@pytest.mark.parametrize(
    ("period", "share"),
    [((1991, 1999), 48.4), ((2000, 2009), 73.8), ((2010, 2019), 72.1), ((2020, 2025), 84.6)],
)
def test_agreement_of_decades_is_that_of_the_record(period: tuple[int, int], share: float) -> None:
    figure = votes.everyone(un(period=Years(*period)).only("period", "pairs", "issue", "contested"))
    names = frames.label_of("RUS-PRK")
    row = figure.table[figure.table["label"] == names]
    assert row["agreement"].tolist() == [share]
    assert names == "Russia – North Korea"


@pytest.mark.parametrize("contested", [False, True])
def test_points_by_year_are_those_of_the_measure(contested: bool) -> None:
    shown = un(pairs=("RUS-PRK",), contested=contested)
    figure = votes.by_year(shown.only(*votes.BY_YEAR.uses))
    wanted = voting_agreement("RUS", "PRK", min_no=4 if contested else 0)
    assert figure.table["both"].tolist() == wanted["both"].tolist()
    assert figure.table["same"].tolist() == wanted["same"].tolist()
    points = next(trace for trace in figure.data if trace["mode"] == "markers")
    assert points["y"] == pytest.approx(wanted["agreement"].tolist(), abs=0.006)
    assert figure.alt.endswith("(41.5 %).") or contested


def test_the_caveat_on_a_year_stands_beside_it_and_only_there() -> None:
    caveat = datasets.load("caveats").set_index("id")["text"]["ga-2025-near-unanimous"]
    for spec in (votes.BY_YEAR, votes.BY_GROUP, votes.EVERYONE):
        with_it = spec.build(un(period=Years(2020, 2025)).only(*spec.uses))
        without = spec.build(un(period=Years(2020, 2024)).only(*spec.uses))
        assert caveat in with_it.notes
        assert caveat not in without.notes


def test_the_last_era_is_told_without_the_special_year_too() -> None:
    figure = votes.by_group(un(by="era", pairs=("RUS-PRK",)).only(*votes.BY_GROUP.uses))
    rows = figure.table.set_index("Era" if "Era" in figure.table else "group_label")
    last = [name for name in rows.index if "2022" in name]
    assert [name for name in last if "without 2025" in name]
    wanted = voting_agreement("RUS", "PRK", by="period", periods=[(2022, 2024), (2022, 2025)])
    assert (
        sorted(rows.loc[last, "agreement"]) == wanted["agreement"].round(1).sort_values().tolist()
    )


def test_an_issue_narrows_the_groups_to_itself() -> None:
    shown = un(by="issue", issue="nu", pairs=("RUS-PRK",))
    figure = votes.by_group(shown.only(*votes.BY_GROUP.uses))
    assert figure.table["group_label"].tolist() == ["Nuclear weapons"]


def test_split_votes_are_those_of_the_measure() -> None:
    found = listed(key_votes.SPLIT_LIST, contested=True, issue="nu", period=Years(2010, 2025))
    wanted = split_votes("RUS", "PRK", min_no=4, issue="nu", period=(2010, 2025))
    assert set(found.rows["roll_call_id"]) == set(wanted["roll_call_id"])
    assert found.rows["date"].is_monotonic_decreasing


def test_who_voted_no_on_the_first_resolution_on_the_war() -> None:
    found = listed(key_votes.VOTERS, vote=("no",))
    assert found.rows["name"].sort_values().tolist() == [
        "Belarus",
        "Eritrea",
        "North Korea",
        "Russia",
        "Syria",
    ]
    assert found.total == 193
    assert "<b>141</b>" in found.head
    figure = key_votes.world(un().only(*key_votes.MAP.uses))
    counts = figure.table["vote"].value_counts()
    assert (counts["Yes"], counts["No"], counts["Abstention"], counts["Absent"]) == (141, 5, 35, 12)


def test_a_resolution_of_another_topic_gives_way_to_the_latest_of_the_topic() -> None:
    shown = un(topic="nuclear_test_ban")
    assert key_votes.settled(shown) == "a-res-80-70"
    assert key_votes.settled(un(topic="", resolution="a-res-60-173")) == "a-res-60-173"
    assert "80/70" in key_votes.world(shown.only("topic", "resolution")).title


@pytest.mark.parametrize(
    ("resolution", "outside"), [("a-res-60-173", "South Sudan"), ("a-res-es-11-1", "")]
)
def test_states_that_were_no_members_are_told_apart(resolution: str, outside: str) -> None:
    figure = key_votes.world(un(topic="", resolution=resolution).only("topic", "resolution"))
    states = figure.table[figure.table["vote"] == "Not a member"]["country"].tolist()
    assert "Palestine" in states
    assert ("South Sudan" in states) == bool(outside)
    assert ("Serbia and Montenegro" in figure.table["country"].tolist()) == bool(outside)


def test_an_adoption_without_a_vote_names_no_voter() -> None:
    found = listed(key_votes.VOTERS, topic="", resolution="dprk-human-rights-2024")
    assert found.rows.empty
    assert "without a vote" in found.head


def test_the_ladder_begins_with_the_first_sanctions_and_ends_with_the_vetoes() -> None:
    figure = council.ladder(un().only(*council.LADDER.uses))
    assert figure.table["date"].min() == "2006-07-15"
    vetoed = figure.table[figure.table["outcome"] == "Draft vetoed"]
    assert vetoed["date"].tolist() == ["2024-03-28"]
    labels = [note["text"] for note in figure.layout["annotations"] if "Veto" in note["text"]]
    assert labels == [
        "<b>26 May 2022</b><br>Veto: Russia and China",
        "<b>28 Mar 2024</b><br>Veto: Russia",
    ]


def test_decisions_can_be_searched_and_narrowed() -> None:
    assert len(listed(council.COUNCIL_LIST).rows) == 46
    coal = listed(council.COUNCIL_LIST, q="coal")
    assert 0 < len(coal.rows) < 46
    vetoed = listed(council.COUNCIL_LIST, outcome=("draft_vetoed",))
    assert set(vetoed.rows["kind"]) == {"draft_vetoed"}
    limited = listed(council.COUNCIL_LIST, measure=("petroleum_cap",))
    assert limited.rows["symbol"].tolist() == ["S/RES/2397", "S/RES/2375"]


def test_sanctions_follow_bodies_themes_and_search() -> None:
    assert len(listed(council.ACTIONS_LIST).rows) == 31
    assert set(listed(council.ACTIONS_LIST, body=("KOR",)).rows["body"]) == {"KOR"}
    assert set(listed(council.ACTIONS_LIST, themes=("nuclear",)).rows["theme"]) == {"nuclear"}
    assert "MRB Bank" in listed(council.ACTIONS_LIST, q="mrb").rows["targets"].iloc[0]


@pytest.mark.parametrize("year", [1950, 1980, 1996, 2010, 2026])
def test_what_was_in_force_is_what_the_measure_says(year: int) -> None:
    wanted = set(treaties_in_force(str(year), pair_only=False)["id"])
    assert set(listed(agreements.IN_FORCE, date=year).rows["id"]) == wanted
    spec = agreements.OVER_TIME
    table = spec.build(filters("agreements", date=year).only(*spec.uses)).table
    assert (table["status"] != "not in force").sum() == len(wanted)


def test_an_agreement_without_an_end_counts_in_later_periods() -> None:
    late = listed(agreements.ALL, period=Years(2020, 2022)).rows["id"].tolist()
    assert "agr-1955-air" in late  # no end seen
    assert "treaty-1961" not in late  # ended
    assert "event-1995-no-renewal" not in late  # a notice counts in its year
    assert "treaty-2024" not in late  # not yet signed


def test_the_record_of_the_address_stands_alone() -> None:
    assert listed(agreements.ALL, record="treaty-2024").rows["id"].tolist() == ["treaty-2024"]


def test_the_treaties_stand_side_by_side_with_their_articles() -> None:
    found = listed(agreements.COMPARED, topic=("mutual_defence",))
    sources = cache.sources_by_id()
    html = found.render(found.rows, sources)
    assert "Article 4" in html
    assert "Article 1" in html
    assert "UN Charter Article 51" in html
    chinese = listed(agreements.COMPARED, treaties=("treaty-1961", "treaty-1961-chn"))
    assert "For comparison" in chinese.render(chinese.rows, sources)
    assert len(listed(agreements.COMPARED, treaties=()).rows) > 0
