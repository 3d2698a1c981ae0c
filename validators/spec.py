"""What a table is, beyond its rows: key, references, order, licence, place in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from validators.fields import Column, columns_of
from validators.rows.base import Row


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms under which the rows of a table may be used."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Every value of a column must be a key of one of the target tables."""

    column: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expectations:
    """What the table is known to hold; a broken minimum is an error, a maximum a warning.

    Attributes:
        min_rows: Fewest rows ever to be expected.
        max_rows: Most rows that would not be surprising.
        filled: Smallest share (0–1) of non-empty cells per column.
    """

    min_rows: int
    max_rows: int
    filled: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table: its row model and all that makes a set of rows a valid table.

    Attributes:
        id: Name of the table and of its file, ``<id>.csv``.
        title: Name for the reader.
        description: What the table holds and what one row is.
        row: Row model.
        key: Columns that identify a row.
        group: Section of the dashboard to which the table belongs.
        licence: Terms of the table; where rows differ, ``licence_column`` names the column.
        references: Columns that point at other tables.
        order: Columns by which the file is sorted; the key where empty.
        time: Columns that place a row in time: (start,) or (start, end); empty if timeless.
        themes: Columns that hold themes.
        label: Column that names a row for the reader.
        caveats: Ids of caveats that apply to the whole table.
        licence_column: Column with the terms of the single row, if they differ.
        expectations: Rows and fill rates to be expected.
    """

    id: str
    title: str
    description: str
    row: type[Row]
    key: tuple[str, ...]
    group: str
    licence: Licence
    expectations: Expectations
    references: tuple[Reference, ...] = ()
    order: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    label: str = ""
    caveats: tuple[str, ...] = ()
    licence_column: str = ""

    @property
    def file(self) -> str:
        """Name of the table's file."""
        return f"{self.id}.csv"

    @property
    def columns(self) -> Mapping[str, Column]:
        """The columns in the order of the file."""
        return columns_of(self.row)
