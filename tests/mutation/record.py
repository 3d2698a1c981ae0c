"""The clean record as lines of text, and what the contract says when one table is changed.

The clean tables are read once. A changed table is read from its bytes by the same reader as ever,
and only the checks that look at it run again; ``test_mutation`` holds this against a full run over
files.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from datasets.read import FOLDER, read_folder, uncollected
from datasets.registry import TABLES
from validators.checks import CHECKS, run_checks
from validators.checks.base import EVERY, Check
from validators.findings import Finding, Severity
from validators.parse import TableReader
from validators.spec import TableSpec
from validators.tables import Table

SPECS: Mapping[str, TableSpec] = {spec.id: spec for spec in TABLES}
# Few rules look into these from every table; both are short.
_EVERYWHERE = ("accepted_findings", "caveats", "tombstones")
# A change in these may show in any other table.
_FAR = ("caveats", "tombstones")


def csv_line(cells: Sequence[str]) -> bytes:
    """Return cells as one line of a file."""
    text = io.StringIO()
    # With the longer line end a lone carriage return is quoted too.
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n").encode() + b"\n"


@dataclass(frozen=True)
class Text:
    """One clean file: its lines and its cells."""

    lines: tuple[bytes, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def cell(self, row: int, column: str) -> str:
        """Return the text of a cell."""
        return self.rows[row][self.header.index(column)]

    def record(self, row: int) -> dict[str, str]:
        """Return a row as column → text."""
        return dict(zip(self.header, self.rows[row], strict=True))

    def with_cell(self, row: int, column: str, text: str) -> bytes:
        """Return the file with one cell changed."""
        cells = list(self.rows[row])
        cells[self.header.index(column)] = text
        return self.with_line(row + 1, csv_line(cells))

    def with_line(self, place: int, *lines: bytes) -> bytes:
        """Return the file with the line at a place (0 is the header) replaced."""
        return b"".join((*self.lines[:place], *lines, *self.lines[place + 1 :]))


class Record:
    """The clean record, read once."""

    def __init__(self) -> None:
        reading = read_folder(FOLDER, TABLES)
        if reading.findings:
            raise ValueError(f"the record is not clean: {reading.findings[0]}")
        self.tables: Mapping[str, Table] = reading.tables

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """The files, by table."""
        texts = {}
        for spec in TABLES:
            data = (FOLDER / spec.file).read_bytes()
            header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
            lines = tuple(data.splitlines(keepends=True))
            if len(lines) != len(rows) + 1:
                raise ValueError(f"{spec.file} has cells of several lines")
            texts[spec.id] = Text(lines, tuple(header), tuple(tuple(row) for row in rows))
        return texts

    def findings(self, changed: Mapping[str, bytes]) -> list[Finding]:
        """Return errors and warnings after some files were changed.

        Args:
            changed: New content by table; of others than the first only what its rules reach.
        """
        with uncollected():
            found: list[Finding] = []
            tables = dict(self.tables)
            for name, data in changed.items():
                reader = TableReader(SPECS[name], SPECS[name].file)
                table = reader.read(data)
                found += reader.findings
                if table is None:
                    del tables[name]
                else:
                    tables[name] = table
            found += _checked(tuple(changed), tables)
        return [finding for finding in found if finding.severity is not Severity.ACCEPTED]


def _neighbours(name: str) -> set[str]:
    """Return the tables that a table names or that name it, and those of upkeep."""
    near = {name, *_EVERYWHERE}
    for spec in TABLES:
        for reference in spec.references:
            if spec.id == name:
                near.update(reference.targets)
            elif name in reference.targets:
                # The other targets too: a reference is only judged when all could be read.
                near.update((spec.id, *reference.targets))
    near.add("sources")
    return near


def _checked(names: Sequence[str], tables: Mapping[str, Table]) -> list[Finding]:
    if "accepted_findings" in names:
        return list(run_checks(TABLES, tables))
    far = any(name in _FAR for name in names)
    near = set(tables) if far else set().union(*(_neighbours(name) for name in names))
    few = {name: table for name, table in tables.items() if name in near}
    alone = {name: tables[name] for name in (*names, "accepted_findings") if name in tables}
    return [
        *_run([c for c in CHECKS if not c.needs and c.alone], alone),
        *_run([c for c in CHECKS if not c.needs and not c.alone], few),
        *_run([c for c in CHECKS if c.needs == EVERY or set(c.needs) & set(names)], tables),
    ]


def _run(checks: Sequence[Check], tables: Mapping[str, Table]) -> tuple[Finding, ...]:
    return run_checks(TABLES, tables, checks)
