"""Filters of the Reactions page."""

from functools import cache

import datasets
from dashboard.charts.stances import CLASSES
from dashboard.state import options
from dashboard.state.view import Choice, Choices, Option, Param, Text, Toggle
from dashboard.words.dates import date_words

#: Sections of the page, in the order of display.
SECTIONS: tuple[Option, ...] = (
    ("map", "Map"),
    ("matrix", "Matrix"),
    ("groups", "Groups"),
    ("reasons", "Reasons"),
    ("texts", "Joint statements"),
    ("country", "Countries"),
    ("list", "List"),
)

ORDERS: tuple[Option, ...] = (("mean", "Mean stance"),)

#: Parts of the world that the map can show.
AREAS: tuple[Option, ...] = (
    ("europe", "Europe"),
    ("asia", "East Asia and Pacific"),
)

#: Most countries that are compared.
MOST_COUNTRIES = 4

#: The event to which most reactions were found; a page without an address opens on it.
FIRST_EVENT = "2024-10-troop-deployment"


@cache
def event_options() -> tuple[Option, ...]:
    """Events by date, the date in front."""
    catalog = datasets.catalog()
    if "reaction_events" in catalog.failed:
        return ()
    events = catalog.frame("reaction_events").sort_values(["date", "event_id"])
    return tuple(
        (code, f"{title} ({date_words(date)})")
        for code, title, date in zip(
            events["event_id"], events["title"], events["date"], strict=True
        )
    )


@cache
def group_options() -> tuple[Option, ...]:
    """Groups of states whose members are listed, by short name."""
    catalog = datasets.catalog()
    if "organisations" in catalog.failed:
        return ()
    groups = catalog.frame("organisations")
    listed = groups[groups["members_listed"].fillna(False).astype(bool)]
    pairs = zip(listed["code"], listed["short_name"], strict=True)
    return tuple(sorted(pairs, key=lambda pair: pair[1].casefold()))


@cache
def country_options() -> tuple[Option, ...]:
    """Countries by name. Codes of organisations never stand here: one is also a country's."""
    catalog = datasets.catalog()
    if "countries" in catalog.failed:
        return ()
    countries = catalog.frame("countries")
    pairs = zip(countries["iso3"], countries["name"], strict=True)
    return tuple(sorted(pairs, key=lambda pair: pair[1].casefold()))


PARAMS: tuple[Param, ...] = (
    Choice("show", "Section", options=SECTIONS, side_by_side=True),
    Choice(
        "event", "Event", options=event_options, default=FIRST_EVENT, blank="All events together"
    ),
    Toggle("own", "Own voice only", on="own voice only", term="own-voice"),
    Choice("group", "Group", options=group_options, blank="All countries"),
    Choices(
        "stance",
        "Stances",
        options=tuple((each.code, each.signed) for each in CLASSES),
        term="stance",
    ),
    Choices("country", "Countries", options=country_options, most=MOST_COUNTRIES),
    Choice("area", "Area", options=AREAS, blank="World"),
    Choice("order", "Ordered by", options=ORDERS, blank="Region"),
    Text("q", "Search", placeholder="summons, Kishida, ballistic"),
    Toggle("overlay", "Landmark milestones", on="with landmark milestones", term="landmark"),
    Choice(
        "record", "Record", options=options.rows("reactions", label="summary"), blank="All records"
    ),
)
