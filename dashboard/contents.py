"""What each page holds under its filters: figures, lists and sheets, in the order of the page.

The pages themselves place widgets and react to clicks; brief, embedded figures and files of rows
need only to know what stands where. The tests hold every section of every page to this.
"""

from collections.abc import Callable, Mapping

import datasets
from dashboard.figures import (
    agreements,
    claims,
    data,
    estimates,
    milestones,
    overview,
    reactions,
    trade,
    united_nations,
)
from dashboard.figures.base import FigureSpec
from dashboard.figures.data import coverage, dictionary, quality, sources, versions
from dashboard.figures.data.tables import list_of
from dashboard.figures.listing import ListSpec
from dashboard.figures.reactions.lists import SIGNATORIES, reactions_of
from dashboard.figures.sheet import SheetSpec
from dashboard.figures.united_nations import council, key_votes, votes
from dashboard.state.view import Filters

Card = FigureSpec | ListSpec | SheetSpec
Cards = tuple[Card, ...]


def _overview(_: Filters) -> Cards:
    return (overview.PICTURE,)


def _trade(filters: Filters) -> Cards:
    return trade.SECTIONS[filters.show]


def _milestones(filters: Filters) -> Cards:
    sections: Mapping[str, Cards] = {
        "timeline": (milestones.TIMELINE, milestones.RECORDS),
        "years": (milestones.COUNTS, milestones.TONE),
        "map": (milestones.PLACES, milestones.RECORDS),
        "list": (milestones.RECORDS,),
    }
    return sections[filters.show]


def _reactions(filters: Filters) -> Cards:
    lists: Mapping[str, Cards] = {"texts": (SIGNATORIES,), "list": (reactions_of(filters),)}
    return (*reactions.SECTIONS[filters.show], *lists.get(filters.show, ()))


def _agreements(filters: Filters) -> Cards:
    return {
        "time": (agreements.OVER_TIME, agreements.IN_FORCE),
        "compare": (agreements.COMPARED,),
        "list": (agreements.ALL,),
    }[filters.show]


def _united_nations(filters: Filters) -> Cards:
    by_year = filters.by == "year"
    sections: Mapping[str, Cards] = {
        "agreement": (votes.BY_YEAR if by_year else votes.BY_GROUP, votes.EVERYONE),
        "split": (key_votes.SPLIT_TITLES, key_votes.SPLIT_LIST),
        "key": (key_votes.MAP, key_votes.VOTERS, key_votes.TALLIES),
        "council": (council.LADDER, council.VOTES, council.COUNCIL_LIST),
        "sanctions": (council.ACTIONS, council.ACTIONS_LIST),
    }
    return sections[filters.show]


def _estimates(filters: Filters) -> Cards:
    return {
        "time": (estimates.RANGES, estimates.OVER_TIME),
        "rows": (estimates.RANGES, estimates.SIDE_BY_SIDE),
        "list": (estimates.STATEMENTS,),
    }[filters.show]


def _claims(filters: Filters) -> Cards:
    if filters.claim:
        return (claims.ONE,)
    return (claims.TOTALS, claims.STATEMENTS, claims.ARTICLES)


def _data(filters: Filters) -> Cards:
    sourced: Cards = (sources.LIST,)
    if not filters.source:
        sourced = (
            *sourced,
            sources.KINDS,
            sources.PUBLISHERS_MOST,
            coverage.SINGLE,
            coverage.STATE,
        )
    sections: Mapping[str, Cards] = {
        "tables": (list_of(filters.browse.table),),
        "dictionary": (dictionary.COLUMNS, dictionary.TERMS),
        "sources": sourced,
        "coverage": (
            coverage.BY_THEME,
            coverage.BY_KIND,
            coverage.SINGLE,
            coverage.STATE,
        ),
        "quality": (quality.FINDINGS, quality.RULES),
        "versions": (versions.RELEASES, versions.CHANGES),
        "about": (versions.TABLES,),
    }
    return sections.get(filters.show, ())


_PAGES: Mapping[str, Callable[[Filters], Cards]] = {
    "": _overview,
    "trade": _trade,
    "milestones": _milestones,
    "reactions": _reactions,
    "agreements": _agreements,
    "united-nations": _united_nations,
    "estimates": _estimates,
    "claims": _claims,
    "data": _data,
}


_SHEETS: Cards = (
    dictionary.COLUMNS,
    dictionary.TERMS,
    quality.FINDINGS,
    quality.RULES,
    versions.RELEASES,
    versions.CHANGES,
    versions.TABLES,
)

#: All cards of a page, whatever its section.
_EVERY: Mapping[str, Callable[[Filters], Cards]] = {
    "": _overview,
    "trade": lambda _: trade.FIGURES,
    "milestones": lambda _: (*milestones.FIGURES, *milestones.LISTS),
    "reactions": lambda f: (*reactions.FIGURES, SIGNATORIES, reactions_of(f)),
    "agreements": lambda _: (*agreements.FIGURES, *agreements.LISTS),
    "united-nations": lambda _: (*united_nations.FIGURES, *united_nations.LISTS),
    "estimates": lambda _: (*estimates.FIGURES, *estimates.LISTS),
    "claims": lambda _: (*claims.FIGURES, *claims.LISTS),
    "data": lambda _: (*data.FIGURES, sources.LIST, *_SHEETS),
}


def cards(url: str, filters: Filters) -> Cards:
    """The cards of a page under its filters, in order.

    Raises:
        KeyError: There is no such page.
    """
    return _PAGES[url](filters)


def settled(url: str, filters: Filters) -> Filters:
    """The filters as the page itself settles them where one depends on another."""
    if url == "united-nations" and filters.show == "key":
        return filters.replace(resolution=key_votes.settled(filters))
    return filters


def every(url: str, filters: Filters) -> Cards:
    """All cards of a page that have a fixed place, whatever its section."""
    return _EVERY[url](filters)


def card(url: str, key: str, filters: Filters) -> Card | None:
    """The card of a key, in whatever section it stands; None where the page has none.

    Args:
        url: Path of the page.
        key: Key of the card.
        filters: The filters of the page, on which it depends what some lists count.
    """
    found = next((each for each in every(url, filters) if each.key == key), None)
    if found is None and url == claims.PAGE and key == claims.beside(filters.claim).key:
        return claims.beside(filters.claim)
    if found is None and url == sources.PAGE and key in _tables():
        return list_of(_tables()[key])
    return found


def _tables() -> Mapping[str, str]:
    return {list_of(spec.id).key: spec.id for spec in datasets.tables()}
