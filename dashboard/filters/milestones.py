"""Filters of the Milestones page."""

from functools import cache

import datasets
from dashboard.state import options
from dashboard.state.view import Choice, Choices, Option, Param, Text
from dashboard.words.names import known_names
from validators.vocabulary import Significance, Tone

#: Sections of the page, in the order of display.
SECTIONS: tuple[Option, ...] = (
    ("timeline", "Timeline"),
    ("years", "By year"),
    ("map", "Map"),
    ("list", "List"),
)

STACKS: tuple[Option, ...] = (("tone", "Tone"), ("theme", "Theme"))

AREAS: tuple[Option, ...] = (
    ("world", "World"),
    ("eurasia", "Europe and Asia"),
    ("korea", "Korea and Primorye"),
)

ORDERS: tuple[Option, ...] = (("newest", "Newest first"), ("oldest", "Oldest first"))

_PARTIES = ("RUS", "PRK")


@cache
def actor_options() -> tuple[Option, ...]:
    """Actors of any milestone: Russia and the DPRK, then the others by name."""
    catalog = datasets.catalog()
    if "milestones" in catalog.failed:
        return ()
    found = {code for cell in catalog.frame("milestones")["actors"] for code in cell}
    names = known_names()
    rest = sorted(found - set(_PARTIES), key=lambda code: names.get(code, code))
    return tuple(
        (code, names.get(code, code)) for code in (*(p for p in _PARTIES if p in found), *rest)
    )


@cache
def place_options() -> tuple[Option, ...]:
    """Places of any milestone, by name."""
    catalog = datasets.catalog()
    if {"milestones", "places"} & catalog.failed:
        return ()
    found = set(catalog.frame("milestones")["place_id"].dropna())
    named = options.rows("places", label="name")()
    return tuple(sorted((pair for pair in named if pair[0] in found), key=lambda pair: pair[1]))


PARAMS: tuple[Param, ...] = (
    Choice("show", "Section", options=SECTIONS, side_by_side=True),
    Text("q", "Search", placeholder="Rajin, Kim Jong Un, 김정은"),
    Choices(
        "significance",
        "Significance",
        options=options.terms(Significance)[::-1],
        term="significance",
    ),
    Choices("tone", "Tone", options=options.terms(Tone)[::-1], term="tone"),
    Choices("place", "Places", options=place_options),
    Choices("actor", "Actors", options=actor_options),
    Choice("by", "Stacked by", options=STACKS),
    Choice("area", "Area", options=AREAS),
    Choice("order", "Order", options=ORDERS),
    Choice("record", "Record", options=options.rows("milestones", label="title"), blank="None"),
)
