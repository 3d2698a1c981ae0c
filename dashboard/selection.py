"""Whole rows of the tables behind a page, under those of its filters that apply to them.

A figure may rest on shares, sums or groups that no table holds. What can be said of a table is said
here: the period and the themes where it has a place in them, and filters that stand for one of its
columns.
"""

from collections.abc import Collection, Iterator
from typing import Any

import pandas as pd

import datasets
from dashboard import queries
from dashboard.browse.param import Browse, Browsing
from dashboard.exports import Shown
from dashboard.figures.listing import ListSpec
from dashboard.lookup.addresses import table_address
from dashboard.navigation import PageSpec
from dashboard.plain.tables import COLUMNS, rows, understood
from dashboard.state.params import Param
from dashboard.state.view import Filters, describe
from datasets.archive import selection_zip

#: Columns that name the row to which a row belongs.
_OWNED = frozenset({"roll_call_id", "resolution_id", "reaction_id", "treaty_id", "article_id"})


def table_query(
    table: str, page: PageSpec, filters: Filters, uses: Collection[str] | None = None
) -> dict[str, str]:
    """The filters that apply to a table, as the query of its plain address.

    Args:
        table: Id of the table.
        page: The page on which the filters stand.
        filters: All filters of the page.
        uses: Keys to which to keep; all where None.
    """
    written: dict[str, str] = {}
    for param in _applying(table, page, filters):
        if uses is None or param.key in uses:
            written |= param.write(filters[param.key])
    written.pop("table", None)  # stands in the path
    return written


def rows_address(shown: Shown, ending: str = "csv") -> str:
    """Where the rows of a card are found as a file; a table browsed has an address of its own."""
    browse = shown.used.get("browse")
    if isinstance(shown.card, ListSpec) and isinstance(browse, Browse):
        query = table_query(browse.table, shown.page, shown.filters, shown.card.uses)
        return table_address(browse.table, ending, query, shown.home)
    return shown.file_address(ending)


def _applying(table: str, page: PageSpec, filters: Filters) -> tuple[Param, ...]:
    return tuple(param for param in page.all_params if _applies(param, table, page, filters))


def _applies(param: Param, table: str, page: PageSpec, filters: Filters) -> bool:
    value = filters[param.key]
    if not param.write(value):
        return False  # a default restricts the page alone
    spec = datasets.spec(table)
    if param.key == "period":
        return bool(spec.time)
    if param.key == "themes":
        return bool(spec.themes)
    if isinstance(param, Browsing):
        return bool(value.table == table)
    if param.key == "q":
        return table == (_browsed(filters) or page.tables[0])
    column = COLUMNS.get(table, {}).get(param.key)
    return column is not None and _occur(table, column, value)


def _browsed(filters: Filters) -> str:
    return filters.browse.table if "browse" in filters else ""


def _occur(table: str, column: str | tuple[str, ...], value: Any) -> bool:
    """Whether the table knows every code chosen: a series spliced from two stands in none."""
    frame = datasets.catalog().frame(table)
    columns = (column,) if isinstance(column, str) else column
    codes = value if isinstance(value, tuple) else (value,)
    return all(len(queries.among(frame, columns, (code,))) for code in codes)


def tables_of(page: PageSpec, filters: Filters) -> tuple[str, ...]:
    """Ids of the tables that a page shows under its filters, those that could be read.

    The sources are left out: an archive holds those that its rows name.
    """
    browsed = _browsed(filters)
    named = (browsed,) if browsed else tuple(t for t in page.tables if t != "sources")
    return tuple(table for table in named if table not in datasets.catalog().failed)


def selection(page: PageSpec, filters: Filters) -> dict[str, pd.DataFrame]:
    """Rows of each table of a page under the filters that apply to it.

    Rows that belong to rows of another table, such as votes to a roll call, go with them.
    """
    chosen: dict[str, pd.DataFrame] = {}
    for table in tables_of(page, filters):
        query = {k: [v] for k, v in table_query(table, page, filters).items()}
        chosen[table] = rows(table, understood(table, query), frozenset(query))
    whole = {table: len(datasets.catalog().frame(table)) for table in chosen}
    for table, owner, column in _belonging(chosen):
        if len(chosen[owner]) < whole[owner]:
            key = datasets.spec(owner).key[0]
            belongs = chosen[table][column].isin(chosen[owner][key])
            chosen[table] = chosen[table][belongs]
    return chosen


def _belonging(tables: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Tables whose key names a row of another one: the table, the other one, the column."""
    for table in tables:
        spec = datasets.spec(table)
        for reference in spec.references:
            (owner, *others) = reference.targets
            if not others and owner in tables and owner != table and reference.column in _OWNED:
                yield table, owner, reference.column


def selection_words(page: PageSpec, filters: Filters) -> str:
    """What was selected, table by table where they differ, in words."""
    tables = tables_of(page, filters)
    narrowed = {table for table in tables if _applying(table, page, filters)}
    belonging = {table for table, owner, _ in _belonging(tables) if owner in narrowed}
    said: dict[str, list[str]] = {}
    for table in tables:
        kept = {param.key: filters[param.key] for param in _applying(table, page, filters)}
        words = describe(page.all_params, kept).rstrip(".")
        if table in belonging:
            words = f"{words}; rows that belong to them" if words else "rows that belong to them"
        words = f"{words[:1].lower()}{words[1:]}" or "all rows"
        said.setdefault(words, []).append(datasets.spec(table).title)
    parts = [f"{', '.join(titles)}: {words}" for words, titles in said.items()]
    return f"tables of the page {page.title} ({'; '.join(parts)})"


def package(page: PageSpec, filters: Filters) -> bytes:
    """The archive of what a page shows under its filters.

    Raises:
        TableFailedError: The table of sources could not be read.
    """
    words = selection_words(page, filters)
    return selection_zip(datasets.catalog(), selection(page, filters), words)
