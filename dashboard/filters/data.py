"""Filters of the Data page."""

from functools import cache

import datasets
from dashboard.browse.param import Browsing
from dashboard.state import options
from dashboard.state.view import Choice, Choices, Option, Param, Text
from datasets.method import headings
from validators.vocabulary import SourceKind

#: Sections of the page, in the order of display.
SECTIONS: tuple[Option, ...] = (
    ("tables", "Tables"),
    ("dictionary", "Dictionary"),
    ("sources", "Sources"),
    ("coverage", "Coverage and bias"),
    ("quality", "Quality report"),
    ("method", "Method"),
    ("versions", "Versions and changes"),
    ("about", "About and download"),
)

#: Sections to which the period and the themes apply.
PLACED = frozenset({"tables", "coverage"})

FIRST_TABLE = "milestones"

STEPS: tuple[Option, ...] = (("5", "Five years"), ("1", "One year"))


def table_options() -> tuple[Option, ...]:
    """Tables by id and title, in order of display."""
    return tuple((spec.id, spec.title) for spec in datasets.tables())


@cache
def method_options() -> tuple[Option, ...]:
    """Sections of the method by name and heading."""
    return headings()


PARAMS: tuple[Param, ...] = (
    Choice("show", "Section", options=SECTIONS, side_by_side=True),
    Browsing("browse", "Column filters", default=FIRST_TABLE),
    Text("q", "Search", placeholder="Rajin, Kim Jong Un, 김정은"),
    Choice("of", "Table", options=table_options, blank="All tables"),
    Choices("kind", "Kinds of source", options=options.terms(SourceKind)),
    Choice("step", "Steps of", options=STEPS),
    Choice("part", "Part of the method", options=method_options, blank="The whole method"),
    Choice("source", "Source", options=options.rows("sources", label="title"), blank="All sources"),
)
