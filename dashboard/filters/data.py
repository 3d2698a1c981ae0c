"""Filters of the Data page."""

import datasets
from dashboard import options
from dashboard.browse.param import Browsing
from dashboard.state import Choice, Choices, Option, Param, Text
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


PARAMS: tuple[Param, ...] = (
    Choice("show", "Section", options=SECTIONS, side_by_side=True),
    Browsing("browse", "Column filters", default=FIRST_TABLE),
    Text("q", "Search", placeholder="Rajin, Kim Jong Un, 김정은"),
    Choice("of", "Table", options=table_options, blank="All tables"),
    Choices("kind", "Kinds of source", options=options.terms(SourceKind)),
    Choice("step", "Steps of", options=STEPS),
    Choice("source", "Source", options=options.rows("sources", label="title"), blank="All sources"),
)
