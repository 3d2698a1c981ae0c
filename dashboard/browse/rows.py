"""Rows of a table under a reader's filters: narrowed, searched and sorted, never copied whole."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import pandas as pd

import datasets
from dashboard import queries
from dashboard.browse.columns import EMPTY, NO, YES, codes, is_searched, items
from dashboard.browse.conditions import Condition, Range, Terms, Words
from dashboard.browse.labels import labels_of
from dashboard.browse.param import Browse
from dashboard.lookup.search import plain, search_index
from datasets.record import TableFailedError
from validators.primitives import Kind

#: Searchable text of each code of each column: ``column``, ``code`` and ``text``.
Texts = pd.DataFrame


def table_texts(table: str) -> Texts:
    """Searchable text of every code and text that occurs in a table; make it once and keep it.

    Texts are gathered by column and value, not by row: a table of a hundred thousand votes has a
    few thousand values. A code is found by itself and by its label.

    Raises:
        TableFailedError: The table could not be read.
    """
    frame = datasets.catalog().frame(table)
    parts = []
    for described in datasets.spec(table).columns.values():
        if is_searched(described, table):
            found = items(frame[described.name]).astype(str).unique()
            labels = labels_of(table, described.name) or {}
            parts.append(
                pd.DataFrame(
                    {
                        "column": described.name,
                        "code": found,
                        "words": [
                            f"{code} {labels[code]}" if code in labels else code for code in found
                        ],
                    }
                )
            )
    values = pd.concat(parts, ignore_index=True)
    return values[["column", "code"]].assign(text=search_index(values, ("words",), _aliases()))


def _aliases() -> pd.DataFrame | None:
    try:
        return datasets.catalog().frame("name_aliases")
    except TableFailedError:
        return None  # spelling must then match, the search goes on


def selected(
    frame: pd.DataFrame, browse: Browse, filters: Mapping[str, Any], texts: Texts | None
) -> pd.DataFrame:
    """Rows that are left, in their order.

    Args:
        frame: The table.
        browse: Its column filters and order.
        filters: ``period`` and ``themes``, which count where the table has a place in time and
            theme, and ``q``, words to be found anywhere in a row.
        texts: Result of :func:`table_texts`; needed where words are looked for.
    """
    rows = queries.select(frame, datasets.spec(browse.table), filters)
    for condition in browse.where:
        rows = rows[_holds(rows, browse.table, condition, texts)]
    if filters.get("q") and texts is not None:
        rows = rows[_found(rows, texts, filters["q"])]
    return ordered(rows, browse)


def _holds(
    rows: pd.DataFrame, table: str, condition: Condition, texts: Texts | None
) -> "pd.Series[bool]":
    match condition:
        case Terms():
            return _among(rows[condition.column], condition.codes)
        case Range():
            return _within(rows[condition.column], condition, dates=_is_date(table, condition))
        case Words() if texts is not None:
            return _worded(rows[condition.column], table, condition, texts)
    raise TypeError(f"cannot apply {condition!r}")


def _is_date(table: str, condition: Range) -> bool:
    return datasets.spec(table).columns[condition.column].kind is Kind.DATE


def _among(cells: "pd.Series[Any]", chosen: Iterable[str]) -> "pd.Series[bool]":
    wanted = set(chosen)
    empty = EMPTY in wanted
    wanted.discard(EMPTY)
    if cells.dtype == object:
        return cells.map(lambda cell: not wanted.isdisjoint(cell) or (empty and not cell)).astype(
            bool
        )
    if cells.dtype == "boolean":
        found = (cells == True) & (YES in wanted) | (cells == False) & (NO in wanted)  # noqa: E712
        found = found.fillna(False)
    elif pd.api.types.is_numeric_dtype(cells):
        found = cells.isin([int(code) for code in wanted])
    else:
        found = cells.isin(wanted)
    return (found | (cells.isna() & empty)).astype(bool)


def _within(cells: "pd.Series[Any]", condition: Range, *, dates: bool) -> "pd.Series[bool]":
    """Cells that overlap a range; a date known by month or year counts whole."""
    inside = cells.notna()
    if dates:
        # As text, "1990-12-31" sorts after every day of 1990, whatever the length of the month.
        first, last = _padded(cells, "-01-01"), _padded(cells, "-12-31")
        if condition.low:
            inside &= last >= condition.low
        if condition.high:
            inside &= first <= condition.high + "-12-31"[len(condition.high) - 4 :]
    else:
        if condition.low:
            inside &= cells >= float(condition.low)
        if condition.high:
            inside &= cells <= float(condition.high)
    return inside.fillna(False).astype(bool)


def _padded(cells: "pd.Series[Any]", rest: str) -> "pd.Series[Any]":
    """Partial dates as days: "1990-06" and "-12-31" give "1990-06-31"."""
    lengths = cells.str.len()
    days = cells.where(lengths != 4, cells + rest)
    return days.where(lengths != 7, cells + rest[3:])


def _worded(
    cells: "pd.Series[Any]", table: str, condition: Words, texts: Texts
) -> "pd.Series[bool]":
    """Cells in which every word begins a word. An id that stands there exactly is meant alone."""
    described = datasets.spec(table).columns[condition.column]
    if described.kind is Kind.CODE:
        exact = _among(cells, (condition.text,))
        if exact.any():
            return exact
    own = texts[texts["column"] == condition.column]
    found = pd.Series(True, index=cells.index)
    for word in dict.fromkeys(plain(condition.text).split()):
        found &= _among(cells, own.loc[_with_word(own, word), "code"])
    return found


def _found(rows: pd.DataFrame, texts: Texts, text: str) -> "pd.Series[bool]":
    """Rows in which every word begins a word of some cell."""
    found = pd.Series(True, index=rows.index)
    for word in dict.fromkeys(plain(text).split()):
        hits = texts[_with_word(texts, word)]
        anywhere = pd.Series(False, index=rows.index)
        for column, matching in hits.groupby("column", sort=False)["code"]:
            anywhere |= _among(rows[str(column)], matching)
        found &= anywhere
    return found


def _with_word(texts: Texts, word: str) -> "pd.Series[bool]":
    return texts["text"].str.contains(f" {word}", regex=False)


def ordered(rows: pd.DataFrame, browse: Browse) -> pd.DataFrame:
    """Rows sorted as asked for: terms in their order, other codes by label; empty cells last."""
    if not browse.sort:
        return rows
    keys = _sort_keys(rows[browse.sort], browse.table, browse.sort)
    order = keys.sort_values(
        ascending=not browse.descending, na_position="last", kind="stable"
    ).index
    return rows.loc[order]


def _sort_keys(cells: "pd.Series[Any]", table: str, column: str) -> "pd.Series[Any]":
    labels = labels_of(table, column)
    if cells.dtype == object:
        names = labels or {}
        joined = [", ".join(names.get(code, code) for code in cell) or None for cell in cells]
        return pd.Series(joined, index=cells.index, dtype="str").str.casefold()
    if labels is not None:
        return cells.astype("str").map(_places(table, column)).astype("Int64")
    return cells.str.casefold() if cells.dtype == "str" else cells


@cache
def _places(table: str, column: str) -> Mapping[str, int]:
    """Place of each code: terms of a vocabulary in its order, everything else by label."""
    labels = labels_of(table, column) or {}
    if datasets.spec(table).columns[column].vocabulary is not None:
        return {code: place for place, code in enumerate(labels)}
    named = sorted((labels.get(code, code).casefold(), code) for code in codes(table, column))
    return {code: place for place, (_, code) in enumerate(named)}
