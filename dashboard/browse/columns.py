"""What the columns of a table can be filtered by."""

from enum import StrEnum
from functools import cache
from typing import Any

import pandas as pd

import datasets
from dashboard.browse.labels import TABLE_IDS, labels_of, shortened
from dashboard.state.choices import Option
from validators.fields import Column
from validators.primitives import Kind

#: Stands for an empty cell among the codes of a column.
EMPTY = "-"
EMPTY_LABEL = "Empty cell"

#: Most codes that a list to choose from can hold; columns with more are searched by words.
MOST_CODES = 1_500

YES, NO = "yes", "no"


class FilterKind(StrEnum):
    """How a column is filtered."""

    TERMS = "terms"
    RANGE = "range"
    WORDS = "words"


@cache
def filter_kind(table: str, column: str) -> FilterKind:
    """How a column is filtered.

    Raises:
        KeyError: There is no such table or column.
    """
    described = datasets.spec(table).columns[column]
    if described.kind is Kind.BOOLEAN or described.vocabulary is not None:
        return FilterKind.TERMS
    if labels_of(table, column) is not None:
        return FilterKind.TERMS if len(codes(table, column)) <= MOST_CODES else FilterKind.WORDS
    if described.kind in {Kind.DATE, Kind.INTEGER, Kind.NUMBER}:
        return FilterKind.RANGE
    return FilterKind.WORDS


@cache
def codes(table: str, column: str) -> tuple[str, ...]:
    """Codes that occur in a column, each once; none where the table could not be read."""
    catalog = datasets.catalog()
    if table in catalog.failed:
        return ()
    return tuple(str(code) for code in items(catalog.frame(table)[column]).unique())


def items(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """The single values of a column, empty cells left out."""
    return column.explode().dropna() if column.dtype == object else column.dropna()


@cache
def options(table: str, column: str) -> tuple[Option, ...]:
    """Codes and labels of a column that is filtered by terms.

    Terms of a vocabulary stand in its order, everything else by label; what occurs nowhere is
    left out.
    """
    found = set(codes(table, column))
    described = datasets.spec(table).columns[column]
    empty = ((EMPTY, EMPTY_LABEL),) if _has_empty(table, column) else ()
    if described.kind is Kind.BOOLEAN:
        return ((YES, "Yes"), (NO, "No"), *empty)
    labels = labels_of(table, column) or {}
    if described.vocabulary is not None:
        return (*((code, label) for code, label in labels.items() if code in found), *empty)
    named = ((code, shortened(labels.get(code, code))) for code in found)
    return (*sorted(named, key=lambda pair: (pair[1].casefold(), pair[0])), *empty)


@cache
def _has_empty(table: str, column: str) -> bool:
    catalog = datasets.catalog()
    if table in catalog.failed:
        return False
    cells = catalog.frame(table)[column]
    if cells.dtype == object:
        return not all(cells)
    return bool(cells.isna().any())


@cache
def bounds(table: str, column: str) -> tuple[str, str]:
    """Least and greatest value of a column that is filtered by range, as a reader writes them."""
    catalog = datasets.catalog()
    cells = None if table in catalog.failed else catalog.frame(table)[column].dropna()
    if cells is None or cells.empty:
        return "", ""
    low, high = cells.min(), cells.max()
    return (str(low), str(high)) if isinstance(low, str) else (f"{low:.12g}", f"{high:.12g}")


def is_searched(described: Column, table: str) -> bool:
    """Whether the words of a reader are looked for in a column."""
    named = labels_of(table, described.name) is not None or (table, described.name) in TABLE_IDS
    return described.kind in {Kind.TEXT, Kind.CODE} or named
