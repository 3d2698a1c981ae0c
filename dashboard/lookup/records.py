"""Records by their permanent id: what a row says, what it cites, and what refers to it.

Everything is read off the table's specification: headings and terms from its columns, links from
its references, both ways.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

import datasets
from dashboard.words.names import known_names
from datasets.record import Catalog
from validators.fields import Column
from validators.primitives import Kind
from validators.spec import TableSpec

#: Tables whose rows have a page of their own, in the order in which an id is looked up.
TABLES = (
    "milestones",
    "agreements",
    "agreement_provisions",
    "reaction_events",
    "reactions",
    "joint_statements",
    "claims",
    "articles",
    "estimates",
    "ga_key_resolutions",
    "security_council",
    "sanctions_actions",
    "ga_roll_calls",
    "trade_series",
    "places",
    "eras",
    "sources",
)

#: Rows of one table that are listed as referring to a record.
LISTED = 50

_SOURCES = "source_ids"


@dataclass(frozen=True, slots=True)
class Link:
    """A record that another one names, or that names it."""

    table: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One filled cell of a record: heading, and its values as text or links."""

    name: str
    heading: str
    values: tuple[str | Link, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one table that refer to a record."""

    title: str
    links: tuple[Link, ...]
    total: int


@dataclass(frozen=True)
class Record:
    """One row of a table."""

    spec: TableSpec
    id: str
    row: dict[str, Any]

    @property
    def label(self) -> str:
        """What the record is called."""
        named = self.row.get(self.spec.label) if self.spec.label else None
        return str(named) if _filled(named) else self.id

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of its sources, best first."""
        return tuple(self.row.get(_SOURCES) or ())


def _filled(value: Any) -> bool:
    if isinstance(value, tuple):
        return bool(value)
    return value is not None and value is not pd.NA and value == value  # noqa: PLR0124 - NaN


@cache
def _places(table: str) -> dict[str, int]:
    frame = datasets.catalog().frame(table)
    key = datasets.spec(table).key[0]
    return {str(value): place for place, value in enumerate(frame[key])}


def find(catalog: Catalog, wanted: str, table: str = "") -> tuple[Record, ...]:
    """The records of an id, most often one; none where no table holds it."""
    tables = (table,) if table else TABLES
    found = []
    for name in tables:
        if name in TABLES and name not in catalog.failed:
            place = _places(name).get(wanted)
            if place is not None:
                row = {str(k): v for k, v in catalog.frame(name).iloc[place].items()}
                found.append(Record(catalog.spec(name), wanted, row))
    return tuple(found)


def _link(catalog: Catalog, targets: tuple[str, ...], value: str) -> str | Link:
    for table in targets:
        if table in TABLES and table not in catalog.failed and value in _places(table):
            spec = catalog.spec(table)
            row = catalog.frame(table).iloc[_places(table)[value]]
            label = row[spec.label] if spec.label else value
            return Link(table, value, str(label) if _filled(label) else value)
    return known_names().get(value, value)


def _said(column: Column, value: Any) -> str:
    if column.vocabulary is not None:
        return {str(term.value): term.label for term in column.vocabulary}.get(
            str(value), str(value)
        )
    if column.kind is Kind.BOOLEAN:
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and column.unit != "year":
        return f"{value:,}"
    return str(value)


def facts(catalog: Catalog, record: Record) -> tuple[Fact, ...]:
    """The filled cells of a record, sources left out, in the order of the table."""
    references = {reference.column: reference.targets for reference in record.spec.references}
    found = []
    for name, column in record.spec.columns.items():
        value = record.row[name]
        if name == _SOURCES or name in (record.spec.key[0], record.spec.label):
            continue
        if not _filled(value):
            continue
        items = value if isinstance(value, tuple) else (value,)
        if name in references:
            said = tuple(_link(catalog, references[name], str(item)) for item in items)
        else:
            said = tuple(_said(column, item) for item in items)
        found.append(Fact(name, column.heading, said))
    return tuple(found)


def referring(catalog: Catalog, record: Record) -> Iterator[Group]:
    """Yield the rows that refer to a record, by table and column."""
    for spec in catalog.specs:
        if spec.id not in TABLES or spec.id in catalog.failed:
            continue
        for reference in spec.references:
            if record.spec.id not in reference.targets:
                continue
            places = _referring_places(spec.id, reference.column).get(record.id, ())
            if places:
                frame = catalog.frame(spec.id)
                links = tuple(_row_link(spec, frame.iloc[place]) for place in places[:LISTED])
                column = spec.columns[reference.column].title.lower()
                yield Group(f"{spec.title} ({column})", links, len(places))


def _row_link(spec: TableSpec, row: "pd.Series[Any]") -> Link:
    key = str(row[spec.key[0]])
    label = row[spec.label] if spec.label else key
    return Link(spec.id, key, str(label) if _filled(label) else key)


@cache
def _referring_places(table: str, column: str) -> dict[str, tuple[int, ...]]:
    cells = datasets.catalog().frame(table)[column]
    found: dict[str, list[int]] = {}
    for place, cell in enumerate(cells):
        for item in cell if isinstance(cell, tuple) else (cell,):
            if _filled(item):
                found.setdefault(str(item), []).append(place)
    return {item: tuple(places) for item, places in found.items()}
