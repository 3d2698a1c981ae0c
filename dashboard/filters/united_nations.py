"""Filters of the United Nations page."""

from functools import cache

import datasets
from dashboard.charts.rows import each
from dashboard.state import options
from dashboard.state.pairs import Pairs, pair_options
from dashboard.state.view import Choice, Choices, Option, Param, Text, Toggle
from dashboard.words.dates import date_words
from dashboard.words.names import known_names
from validators.vocabulary import (
    CouncilKind,
    CouncilMeasure,
    KeyTopic,
    VoteChoice,
    VoteIssue,
)

#: Sections of the page, in the order of display.
SECTIONS: tuple[Option, ...] = (
    ("agreement", "Voting agreement"),
    ("split", "Where they differ"),
    ("key", "Key resolutions"),
    ("council", "Security Council"),
    ("sanctions", "Sanctions actions"),
)

GROUPINGS: tuple[Option, ...] = (("year", "Year"), ("issue", "Issue"), ("era", "Era"))

#: Most pairs on one axis.
MOST_PAIRS = 4

MAIN_PAIR = "RUS-PRK"

#: Compared at first: the two, China with either of them.
MAIN_PAIRS = (MAIN_PAIR, "RUS-CHN", "PRK-CHN")

#: The first vote on the war, which most later ones repeat or vary.
MAIN_RESOLUTION = "a-res-es-11-1"

#: Offered before all others.
_FIRST_STATES = ("RUS", "PRK", "CHN", "USA", "KOR", "JPN")

#: Votes that a member can have on a key resolution.
VOTES = tuple((vote.value, vote.label) for vote in VoteChoice if vote is not VoteChoice.NONMEMBER)


@cache
def states() -> dict[str, str]:
    """Name by code of the states whose votes are recorded, those most asked for first."""
    catalog = datasets.catalog()
    if "ga_votes" in catalog.failed:
        return {}
    names = known_names()
    found = set(catalog.frame("ga_votes")["iso3"].unique())
    rest = sorted(found - set(_FIRST_STATES), key=lambda code: names.get(code, code))
    ordered = (*(code for code in _FIRST_STATES if code in found), *rest)
    return {code: names.get(code, code) for code in ordered}


@cache
def pairs() -> tuple[Option, ...]:
    """All pairs of those states."""
    return pair_options(states())


@cache
def resolution_options() -> tuple[Option, ...]:
    """Key resolutions, the latest first: symbol, title and date."""
    catalog = datasets.catalog()
    if "ga_key_resolutions" in catalog.failed:
        return ()
    rows = catalog.frame("ga_key_resolutions").sort_values(
        ["date", "id"], ascending=[False, True], kind="stable"
    )
    return tuple(
        (row.id, f"{short_symbol(row.symbol)}{row.title} ({date_words(row.date)})")
        for row in each(rows)
    )


def short_symbol(symbol: object) -> str:
    """What a resolution is called in a list: "ES-11/1: "; nothing where no symbol was seen."""
    return f"{symbol.removeprefix('A/RES/')}: " if isinstance(symbol, str) else ""


@cache
def body_options() -> tuple[Option, ...]:
    """States and organisations that imposed sanctions, by name."""
    catalog = datasets.catalog()
    if "sanctions_actions" in catalog.failed:
        return ()
    names = known_names()
    codes = catalog.frame("sanctions_actions")["body"].unique()
    return tuple(sorted(((code, names.get(code, code)) for code in codes), key=lambda o: o[1]))


PARAMS: tuple[Param, ...] = (
    Choice("show", "Section", options=SECTIONS, side_by_side=True),
    Pairs(
        "pairs",
        "Pairs",
        options=pairs,
        default=MAIN_PAIRS,
        everything="Russia – North Korea",
        most=MOST_PAIRS,
        term="voting-agreement",
    ),
    Choice("by", "Grouped by", options=GROUPINGS),
    Choice("issue", "Issue", options=options.terms(VoteIssue), blank="All issues"),
    Toggle("contested", "Contested votes only", on="contested votes only"),
    Toggle("overlay", "Landmark milestones", on="with landmark milestones", term="landmark"),
    Choice("pair", "Pair", options=pairs, default=MAIN_PAIR),
    Choice(
        "topic",
        "Topic",
        options=options.terms(KeyTopic),
        default=KeyTopic.UKRAINE_WAR.value,
        blank="All topics",
    ),
    Choice(
        "resolution",
        "Resolution",
        options=resolution_options,
        default=MAIN_RESOLUTION,
        term="key-resolution",
    ),
    Choices("vote", "Votes", options=VOTES),
    Choices("outcome", "Outcomes", options=options.terms(CouncilKind)),
    Choices("measure", "Measures", options=options.terms(CouncilMeasure)),
    Choices("body", "Bodies", options=body_options),
    Text("q", "Search", placeholder="oil, coal, panel, Vladivostok"),
)
