"""What changed between two states of the tables, row by row and in words.

Compared is the text of the cells, so that also a state that the present contract would refuse can
be told; rows are recognised by their key.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from validators.findings import shortened
from validators.spec import TableSpec


class ChangeKind(StrEnum):
    """What happened."""

    TABLE_ADDED = "table added"
    TABLE_REMOVED = "table removed"
    COLUMN_ADDED = "column added"
    COLUMN_REMOVED = "column removed"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that changed; an empty text is an empty cell."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the record.

    Attributes:
        table: Id of the table.
        kind: What happened.
        key: Key of the row, parts joined by ``/``; name of the column; empty for whole tables.
        label: Row in a few words, where the table names a column for that.
        cells: Cells that changed; empty for all but changed rows.
        rows: Number of rows that came or went with a whole table.
    """

    table: str
    kind: ChangeKind
    key: str = ""
    label: str = ""
    cells: tuple[CellChange, ...] = ()
    rows: int = 0

    def __str__(self) -> str:
        match self.kind:
            case ChangeKind.TABLE_ADDED | ChangeKind.TABLE_REMOVED:
                return f"{self.table}: {self.kind}, {self.rows:,} rows"
            case ChangeKind.COLUMN_ADDED | ChangeKind.COLUMN_REMOVED:
                return f"{self.table}: {self.kind}: {self.key}"
            case ChangeKind.CHANGED:
                cells = "; ".join(
                    f"{c.column} {_shown(c.before)} → {_shown(c.after)}" for c in self.cells
                )
                return f"{self.table} {self.key}: {cells}"
        label = f" “{shortened(self.label)}”" if self.label else ""
        return f"{self.table}: {self.kind} {self.key}{label}"


@dataclass(frozen=True, slots=True)
class TextTable:
    """Cells of one table as text: header and rows of the same width."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def _shown(text: str) -> str:
    return shortened(text) if text else "(empty)"


def text_table(data: bytes) -> TextTable:
    """Return the cells of a CSV file; short rows are filled up, long ones cut.

    Raises:
        UnicodeDecodeError: The file is not UTF-8.
    """
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    header = tuple(rows[0]) if rows else ()
    width = len(header)
    full = (tuple((*row, *[""] * width)[:width]) for row in rows[1:])
    return TextTable(header, tuple(full))


def keyed(table: TextTable, key: Sequence[str]) -> dict[tuple[str, ...], Mapping[str, str]]:
    """Return rows by key; a repeated key is told apart by its number."""
    found: dict[tuple[str, ...], Mapping[str, str]] = {}
    for row in table.rows:
        cells = dict(zip(table.header, row, strict=True))
        parts = tuple(cells.get(name, "") for name in key)
        unique, count = parts, 1
        while unique in found:
            count += 1
            unique = (*parts, f"#{count}")
        found[unique] = cells
    return found


def _row_changes(spec: TableSpec, old: TextTable, new: TextTable) -> Iterator[Change]:
    before, after = keyed(old, spec.key), keyed(new, spec.key)
    common = [name for name in new.header if name in old.header]
    for key, cells in after.items():
        name = "/".join(key)
        if key not in before:
            yield Change(spec.id, ChangeKind.ADDED, name, cells.get(spec.label, ""))
            continue
        was = before[key]
        changed = tuple(
            CellChange(column, was[column], cells[column])
            for column in common
            if was[column] != cells[column]
        )
        if changed:
            label = cells.get(spec.label, "")
            yield Change(spec.id, ChangeKind.CHANGED, name, label, changed)
    for key, cells in before.items():
        if key not in after:
            name = "/".join(key)
            yield Change(spec.id, ChangeKind.REMOVED, name, cells.get(spec.label, ""))


def _table_changes(spec: TableSpec, old: TextTable, new: TextTable) -> Iterator[Change]:
    for column in new.header:
        if column not in old.header:
            yield Change(spec.id, ChangeKind.COLUMN_ADDED, column)
    for column in old.header:
        if column not in new.header:
            yield Change(spec.id, ChangeKind.COLUMN_REMOVED, column)
    if old != new:
        yield from _row_changes(spec, old, new)


def changes(
    specs: Sequence[TableSpec], old: Mapping[str, TextTable], new: Mapping[str, TextTable]
) -> tuple[Change, ...]:
    """Return what changed, in order of the tables and of their rows.

    Args:
        specs: Tables of today; tables known to neither side are left out.
        old: Tables before, by id.
        new: Tables after, by id.
    """
    found: list[Change] = []
    for spec in specs:
        before, after = old.get(spec.id), new.get(spec.id)
        if before is not None and after is not None:
            found += _table_changes(spec, before, after)
        elif after is not None:
            found.append(Change(spec.id, ChangeKind.TABLE_ADDED, rows=len(after.rows)))
    for table in sorted(old.keys() - new.keys()):
        found.append(Change(table, ChangeKind.TABLE_REMOVED, rows=len(old[table].rows)))
    return tuple(found)


def as_text(found: Iterable[Change]) -> str:
    """Return changes in words, one a line, grouped by table, with a count at the end of each."""
    groups: dict[str, list[Change]] = {}
    for change in found:
        groups.setdefault(change.table, []).append(change)
    blocks = []
    for table, members in groups.items():
        kinds = [change.kind for change in members]
        counts = ", ".join(f"{kinds.count(k)} {k}" for k in ChangeKind if k in kinds)
        blocks.append("".join(f"{change}\n" for change in members) + f"  = {table}: {counts}\n")
    return "\n".join(blocks)


def as_json_lines(found: Iterable[Change]) -> str:
    """Return changes as JSON lines, one object a line."""
    return "".join(json.dumps(asdict(change), ensure_ascii=False) + "\n" for change in found)
