"""Versions of the data, what each changed, and the terms of each table."""

from html import escape

import pandas as pd

import datasets
from dashboard.browse.param import Browse
from dashboard.charts.rows import each
from dashboard.charts.stances import counted
from dashboard.figures.sheet import Sheet, SheetSpec
from dashboard.markup.base import link
from dashboard.markup.row_links import table_address
from dashboard.markup.rows import cards_html, here
from dashboard.state.view import Filters
from datasets.build import ROOT
from datasets.released import Release, history

PAGE = "data"

RELEASE_HEADINGS = {
    "version": "Version",
    "since": "Version before",
    "tables": "Tables (number)",
    "rows": "Rows (number)",
    "changes": "Changes (number)",
}

CHANGE_HEADINGS = {
    "version": "Version",
    "table": "Table",
    "kind": "What happened",
    "row": "Row or column",
    "label": "Name",
    "cells": "Cells that changed",
}

TABLE_HEADINGS = {
    "title": "Table",
    "id": "Id",
    "description": "What it holds",
    "rows": "Rows (number)",
    "licence": "Terms",
    "licence_url": "Address of the terms",
    "licence_column": "Column with the terms of a row",
}


def releases_frame(releases: tuple[Release, ...]) -> pd.DataFrame:
    """One row per version, the newest first."""
    return pd.DataFrame(
        [
            {
                "version": release.version,
                "since": release.since or "first release",
                "tables": len(release.tables),
                "rows": sum(int(table["rows"]) for table in release.tables.values()),
                "changes": len(release.changes),
            }
            for release in reversed(releases)
        ],
        columns=list(RELEASE_HEADINGS),
    )


def changes_frame(releases: tuple[Release, ...]) -> pd.DataFrame:
    """One row per change of any version, the newest version first."""
    titles = {spec.id: spec.title for spec in datasets.tables()}
    return pd.DataFrame(
        [
            {
                "version": release.version,
                "table": titles.get(change.table, change.table),
                "kind": change.kind.value,
                "row": change.key or f"{change.rows:,} rows",
                "label": change.label,
                "cells": "; ".join(
                    f"{cell.column}: {cell.before or '(empty)'} → {cell.after or '(empty)'}"
                    for cell in change.cells
                ),
            }
            for release in reversed(releases)
            for change in release.changes
        ],
        columns=list(CHANGE_HEADINGS),
    )


def releases(_: Filters) -> Sheet:
    """All versions."""
    frame = releases_frame(history())
    return Sheet("Versions of the data", frame, RELEASE_HEADINGS, "versions", len(frame))


def changes(_: Filters) -> Sheet:
    """All changes between versions."""
    frame = changes_frame(history())
    return Sheet(
        title="Changes row by row",
        rows=frame,
        headings=CHANGE_HEADINGS,
        noun="changes",
        total=len(frame),
        empty="No row has changed since the first release.",
    )


def data_changelog() -> str:
    """The part of the changelog that tells of the data, as Markdown; empty where it is not there."""
    path = ROOT / "CHANGELOG.md"
    if not path.is_file():
        return ""  # an installed program comes without it
    _, _, rest = path.read_text("utf-8").partition("\n## Data\n")
    return rest.partition("\n## ")[0].strip()


def tables_frame() -> pd.DataFrame:
    """Every table with its rows and terms; rows are missing where it could not be read."""
    catalog = datasets.catalog()
    frame = pd.DataFrame(
        [
            {
                "title": spec.title,
                "id": spec.id,
                "description": spec.description,
                "rows": len(catalog.tables[spec.id]) if spec.id in catalog.tables else None,
                "licence": spec.licence.title,
                "licence_url": spec.licence.url,
                "licence_column": spec.licence_column,
            }
            for spec in catalog.specs
        ]
    )
    return frame.astype({"rows": "Int64"})


def tables(_: Filters) -> Sheet:
    """Every table with its terms."""
    frame = tables_frame()
    return Sheet(
        title="Tables and their terms",
        rows=frame,
        headings=TABLE_HEADINGS,
        noun="tables",
        total=len(frame),
        render=_tables_html,
    )


def _tables_html(rows: pd.DataFrame) -> str:
    cells = [
        (
            here(table_address(Browse(row.id)), row.title),
            escape(row.description),
            "not readable" if pd.isna(row.rows) else counted(int(row.rows), "row"),
            f"{link(row.licence_url, row.licence)}{_by_row(row.licence_column)}",
        )
        for row in each(rows)
    ]
    return cards_html(("Table", "What it holds", "Size", "Terms"), cells, "Tables and their terms")


def _by_row(column: str) -> str:
    return f"; row by row in the column <code>{escape(column)}</code>" if column else ""


RELEASES = SheetSpec(PAGE, "versions", releases)
CHANGES = SheetSpec(PAGE, "changes", changes)
TABLES = SheetSpec(PAGE, "terms", tables)
