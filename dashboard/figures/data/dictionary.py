"""The data dictionary, generated from the row models: columns, and terms of vocabularies."""

from dataclasses import asdict
from functools import cache
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

import datasets
from dashboard.browse.param import Browse
from dashboard.charts.rows import each
from dashboard.figures.sheet import Sheet, SheetSpec
from dashboard.lookup import search
from dashboard.markup.row_links import table_address
from dashboard.markup.rows import cards_html, here
from dashboard.state.view import Filters
from validators.projections import dictionary_rows, vocabularies, vocabulary_rows
from validators.spec import TableSpec

PAGE = "data"

COLUMN_HEADINGS = {
    "table_title": "Table",
    "table": "Table id",
    "column": "Column",
    "title": "Heading",
    "description": "Meaning",
    "type": "Type",
    "unit": "Unit",
    "required": "Always filled",
    "key": "Part of the key",
    "references": "Points at",
    "vocabulary": "Terms",
    "example": "Example",
}

TERM_HEADINGS = {
    "vocabulary": "Vocabulary",
    "code": "Code",
    "label": "Term",
    "description": "Meaning",
    "used_in": "Used in",
}


@cache
def columns() -> pd.DataFrame:
    """Every column of every table."""
    rows = [
        {"table_title": spec.title, **asdict(row)}
        for spec in datasets.tables()
        for row in dictionary_rows(spec)
    ]
    return pd.DataFrame(rows)


@cache
def terms() -> pd.DataFrame:
    """Every term of every vocabulary, with the columns that use it."""
    rows = [
        {**asdict(row), "used_in": used}
        for vocabulary in vocabularies(datasets.tables())
        for used in [_users(vocabulary.__name__)]
        for row in vocabulary_rows(vocabulary)
    ]
    return pd.DataFrame(rows)


def _users(vocabulary: str) -> tuple[str, ...]:
    """Columns that hold terms of a vocabulary, as ``table.column``."""
    return tuple(
        f"{spec.id}.{name}"
        for spec in datasets.tables()
        for name, column in spec.columns.items()
        if column.vocabulary is not None and column.vocabulary.__name__ == vocabulary
    )


@cache
def _index(which: str) -> "pd.Series[str]":
    if which == "columns":
        named = ("table", "table_title", "column", "title", "description", "unit", "vocabulary")
        return search.search_index(columns(), named)
    return search.search_index(terms(), ("vocabulary", "code", "label", "description"))


def column_sheet(filters: Filters) -> Sheet:
    """Columns of the table chosen, or of all, that the search finds."""
    rows = search.matching(columns(), _index("columns"), filters.q)
    return Sheet(
        title="Columns",
        rows=rows[rows["table"] == filters.of] if filters.of else rows,
        headings=COLUMN_HEADINGS,
        noun="columns",
        total=len(columns()),
        render=_columns_html,
        intro=_about(datasets.spec(filters.of)) if filters.of else "",
    )


def term_sheet(filters: Filters) -> Sheet:
    """Terms of the vocabularies of the table chosen, or of all, that the search finds."""
    rows = search.matching(terms(), _index("terms"), filters.q)
    if filters.of:
        used = {row.vocabulary for row in dictionary_rows(datasets.spec(filters.of))}
        rows = rows[rows["vocabulary"].isin(used)]
    return Sheet(
        title="Terms of the vocabularies",
        rows=rows,
        headings=TERM_HEADINGS,
        noun="terms",
        total=len(terms()),
        render=_terms_html,
        empty="",
    )


def _about(spec: TableSpec) -> str:
    return f'<div class="tumen-prose"><p>{escape(spec.description)}</p></div>'


def _columns_html(rows: pd.DataFrame) -> str:
    cells = [
        (
            here(table_address(Browse(row.table)), row.table_title),
            f"<strong>{escape(row.title)}</strong><br><code>{escape(row.column)}</code>"
            f"{'<br><small>part of the key</small>' if row.key else ''}",
            _meaning(row),
            escape(row.type),
            escape(row.unit),
            "always" if row.required else "may be empty",
        )
        for row in each(rows)
    ]
    return cards_html(("Table", "Column", "Meaning", "Type", "Unit", "Filled"), cells, "Columns")


def _meaning(row: Any) -> str:
    parts = [escape(row.description)]
    if row.vocabulary:
        address = f"data?{urlencode({'show': 'dictionary', 'q': row.vocabulary})}"
        parts.append(f"Terms: {here(address, row.vocabulary)}.")
    if row.references:
        titles = [here(table_address(Browse(t)), datasets.spec(t).title) for t in row.references]
        parts.append(f"Points at {' or '.join(titles)}.")
    if row.example and not row.vocabulary:
        parts.append(f"Example: <code>{escape(row.example)}</code>.")
    return " ".join(parts)


def _terms_html(rows: pd.DataFrame) -> str:
    cells = [
        (
            escape(row.vocabulary),
            f"<strong>{escape(row.label)}</strong><br><code>{escape(row.code)}</code>",
            escape(row.description),
            ", ".join(f"<code>{escape(name)}</code>" for name in row.used_in),
        )
        for row in each(rows)
    ]
    return cards_html(
        ("Vocabulary", "Term", "Meaning", "Used in"), cells, "Terms of the vocabularies"
    )


COLUMNS = SheetSpec(PAGE, "dictionary", column_sheet, ("of", "q"))
TERMS = SheetSpec(PAGE, "vocabularies", term_sheet, ("of", "q"))
