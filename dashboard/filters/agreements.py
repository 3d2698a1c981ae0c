"""Filters of the Agreements page."""

from functools import cache

import datasets
from dashboard.state import options
from dashboard.state.view import Choice, Choices, Integer, Option, Param, Toggle
from validators.vocabulary import AgreementKind, ProvisionTopic

#: Sections of the page, in the order of display.
SECTIONS: tuple[Option, ...] = (
    ("time", "In force over time"),
    ("compare", "Treaties side by side"),
    ("list", "All agreements"),
)

#: Most treaties that stand side by side.
MOST_TREATIES = 4

#: The treaties between the two that are compared at first.
MAIN_TREATIES = ("agr-1949-economic-cultural", "treaty-1961", "treaty-2000", "treaty-2024")


@cache
def treaty_options() -> tuple[Option, ...]:
    """Agreements of which clauses are recorded, by date of signature, the year in front."""
    catalog = datasets.catalog()
    if {"agreements", "agreement_provisions"} & catalog.failed:
        return ()
    treaties = catalog.frame("agreements")
    recorded = set(catalog.frame("agreement_provisions")["treaty_id"])
    chosen = treaties[treaties["id"].isin(recorded)].sort_values(["signed", "id"])
    return tuple(
        (code, f"{signed[:4]}: {title}")
        for code, signed, title in zip(chosen["id"], chosen["signed"], chosen["title"], strict=True)
    )


@cache
def first_year() -> int:
    """Year of the first agreement."""
    catalog = datasets.catalog()
    if "agreements" in catalog.failed:
        return options.last_year()
    return int(catalog.frame("agreements")["signed"].str[:4].min())


PARAMS: tuple[Param, ...] = (
    Choice("show", "Section", options=SECTIONS, side_by_side=True),
    Choices("kind", "Kinds", options=options.terms(AgreementKind)),
    Toggle("defence", "Mutual defence only", on="with mutual defence only"),
    Integer("date", "In force in", low=first_year, high=options.last_year),
    Choices(
        "treaties",
        "Treaties",
        options=treaty_options,
        default=MAIN_TREATIES,
        everything="the first four treaties",
        most=MOST_TREATIES,
    ),
    Choices("topic", "Topics", options=options.terms(ProvisionTopic)),
    Choice(
        "record",
        "Record",
        options=options.rows("agreements", label="title"),
        blank="All agreements",
    ),
)
