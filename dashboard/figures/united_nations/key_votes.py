"""Figures and lists of key resolutions, and of votes on which two states differ."""

import pandas as pd

import datasets
from dashboard import cache, queries
from dashboard.charts.figure import Figure
from dashboard.charts.rows import each
from dashboard.charts.united_nations.key_map import NO_VOTE, key_map
from dashboard.charts.united_nations.key_tallies import key_tallies
from dashboard.charts.united_nations.split_titles import split_titles
from dashboard.charts.united_nations.vote_looks import VOTES
from dashboard.figures.base import FigureSpec
from dashboard.figures.listing import Listing, ListSpec
from dashboard.figures.united_nations import frames
from dashboard.figures.united_nations.votes import PAGE
from dashboard.filters.united_nations import short_symbol, states
from dashboard.lookup.search import plain
from dashboard.markup.united_nations import split_list, tally_bar, voters
from dashboard.state.pairs import states_of
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.dates import date_words
from dashboard.words.names import known_names
from validators.vocabulary import AdoptedBy

_MEMBER = "UN"
_RECENT = 10  # years before the last vote that count as recent while no period is chosen
_ABSENT = ("ga-licence",)


def resolutions(filters: Filters) -> pd.DataFrame:
    """Key resolutions of the topic and the period, with the votes of Russia and North Korea."""
    rows = cache.frame("ga_key_resolutions")
    rows = queries.select(rows, queries.Place(time=("date",)), filters)
    rows = queries.equal(rows, "topic", filters.topic)
    votes = cache.frame("ga_key_votes")
    cast = {
        name: votes.loc[votes["iso3"] == state].set_index("resolution_id")["vote"]
        for name, state in (("russia", "RUS"), ("dprk", "PRK"))
    }
    return rows.assign(**{name: rows["id"].map(series) for name, series in cast.items()})


def choices(topic: str) -> tuple[str, ...]:
    """Ids of the resolutions of a topic, or of all, the latest first."""
    if "ga_key_resolutions" in datasets.catalog().failed:
        return ()
    rows = queries.equal(cache.frame("ga_key_resolutions"), "topic", topic)
    return tuple(rows.sort_values(["date", "id"], ascending=[False, True])["id"])


def settled(filters: Filters) -> str:
    """The resolution to show: the one chosen, or the latest of the topic where it has another."""
    offered = choices(filters.topic)
    if filters.resolution in offered or not offered:
        return str(filters.resolution)
    return offered[0]


def _resolution(filters: Filters) -> pd.DataFrame:
    rows = cache.frame("ga_key_resolutions")
    return rows[rows["id"] == settled(filters)]


def _named(resolution: pd.DataFrame) -> str:
    row = next(each(resolution))
    return f"{short_symbol(row.symbol)}{row.title}, {date_words(row.date)}"


def tallies(filters: Filters) -> Figure:
    """Key resolutions of the topic by date, with their tallies."""
    return key_tallies(
        resolutions(filters),
        title="Key resolutions and how many voted how",
        chosen=settled(filters),
        notes=caveats("ga-coverage-end", *_ABSENT),
    )


def world(filters: Filters) -> Figure:
    """How each state voted on the resolution."""
    resolution = _resolution(filters)
    title = f"How states voted: {_named(resolution)}" if len(resolution) else "How states voted"
    return key_map(
        _placed_votes(resolution),
        title=title,
        sources=frames.without_duplicates(list(resolution["source_ids"])),
        notes=caveats(*_ABSENT),
    )


def _placed_votes(resolution: pd.DataFrame) -> pd.DataFrame:
    """All countries with their vote, and members of the time that are no countries today."""
    countries = cache.frame("countries").rename(columns={"un_region": "region"})
    countries = countries[["iso3", "name", "region", "lat", "lon", "member_of"]]
    if resolution.empty:
        return countries.head(0).assign(vote="")
    if resolution["adopted_by"].iloc[0] == AdoptedBy.WITHOUT_VOTE.value:
        members = [_MEMBER in cell for cell in countries["member_of"]]
        return countries[members].assign(vote=NO_VOTE)
    cast = _votes(resolution["id"].iloc[0])
    votes = cast.set_index("iso3")["vote"]
    placed = countries.assign(vote=countries["iso3"].map(votes).fillna("nonmember"))
    former = cast[~cast["iso3"].isin(countries["iso3"])]
    return pd.concat([placed, former[["iso3", "name", "vote"]]], ignore_index=True)


def _votes(resolution: str) -> pd.DataFrame:
    """Votes on a resolution with the names of members."""
    rows = cache.frame("ga_key_votes")
    rows = rows[rows["resolution_id"] == resolution]
    names = known_names()
    return rows.assign(name=[names.get(code, code) for code in rows["iso3"]])


def who_voted(filters: Filters) -> Listing:
    """Members by their vote on the resolution."""
    resolution = _resolution(filters)
    everyone = _votes(settled(filters))
    counts = everyone["vote"].value_counts()
    rows = queries.among(everyone, ("vote",), filters.vote)
    head = tally_bar({code: int(counts[code]) for code in VOTES if code in counts})
    if everyone.empty and len(resolution):
        head = "<p>Adopted without a vote: no member's position was recorded.</p>"
    cited = resolution["source_ids"].iloc[0] if len(resolution) else ()
    return Listing(
        title=f"Who voted how: {_named(resolution)}" if len(resolution) else "Who voted how",
        table="ga_key_votes",
        rows=rows.assign(source_ids=pd.Series([cited] * len(rows), index=rows.index, dtype=object)),
        render=lambda shown, _: voters(shown),
        noun="members",
        total=len(everyone),
        head=head,
        notes=caveats(*_ABSENT),
        a_page=None,
    )


def _subject(title: str) -> str:
    """One key for all spellings of a title, so that a text is followed through the years."""
    return plain(title)


def _names(filters: Filters) -> tuple[str, str]:
    one, other = states_of(filters.pair)
    known = states()
    return known.get(one, one), known.get(other, other)


def splits_by_title(filters: Filters) -> Figure:
    """On which texts the two voted differently; of all years the recent ones."""
    votes = frames.shared_votes(filters)
    if filters.period.whole and len(votes):
        votes = votes[votes["year"] >= votes["year"].max() - _RECENT]
    votes = votes.assign(subject=votes["title"].map(_subject))
    one, other = _names(filters)
    since = f", {votes['year'].min()}–{votes['year'].max()}" if len(votes) else ""
    return split_titles(
        votes,
        (one, other),
        title=f"Where {one} and {other} still vote differently{since}",
        notes=caveats("ga-coverage-end", "ga-issue-codes" if filters.issue else "ga-licence"),
    )


def split_records(filters: Filters) -> Listing:
    """Votes on which the two differ, the latest first."""
    votes = frames.shared_votes(filters)
    rows = votes[votes["split"]].iloc[::-1]
    names = _names(filters)
    return Listing(
        title=f"Votes on which {names[0]} and {names[1]} differed",
        table="ga_roll_calls",
        rows=rows,
        render=lambda shown, sources: split_list(shown, sources, names),
        noun="votes that both cast",
        total=len(votes),
        notes=caveats("ga-dates-before-2003", "ga-sources-differ"),
        a_page=15,
    )


_SPLIT = ("period", "pair", "issue", "contested")

SPLIT_TITLES = FigureSpec(PAGE, "split-votes", splits_by_title, _SPLIT)
SPLIT_LIST = ListSpec(PAGE, "split-list", split_records, _SPLIT)
TALLIES = FigureSpec(PAGE, "tallies", tallies, ("period", "topic", "resolution"))
MAP = FigureSpec(PAGE, "key-map", world, ("topic", "resolution"))
VOTERS = ListSpec(PAGE, "who-voted", who_voted, ("topic", "resolution", "vote"))

FIGURES = (SPLIT_TITLES, TALLIES, MAP)
LISTS = (SPLIT_LIST, VOTERS)
