"""All tables together: read, checked, and as frames; immutable and shared by every reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from datasets.read import FOLDER, read_folder, uncollected
from datasets.registry import TABLES
from validators.checks import run_checks
from validators.findings import Finding, Severity
from validators.spec import TableSpec
from validators.tables import Table

if TYPE_CHECKING:
    import pandas as pd


class TableFailedError(LookupError):
    """A table is not served because rules are broken; carries the findings that say which."""

    def __init__(self, table: str, findings: Sequence[Finding]) -> None:
        super().__init__(f"table {table!r} is not served: {len(findings)} error(s)")
        self.table = table
        self.findings = tuple(findings)


@dataclass(frozen=True)
class Catalog:
    """The record: specifications, tables as read, and all findings.

    Attributes:
        specs: Specifications of all tables, in order of display.
        tables: Tables that could be read, by id.
        findings: All findings of reading and checking, worst first within each table.
    """

    specs: tuple[TableSpec, ...]
    tables: Mapping[str, Table]
    findings: tuple[Finding, ...]
    _frames: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    @property
    def failed(self) -> frozenset[str]:
        """Ids of tables with errors; they are not served, all others are."""
        broken = {f.table for f in self.findings if f.severity is Severity.ERROR}
        return frozenset(broken & {spec.id for spec in self.specs})

    def spec(self, table: str) -> TableSpec:
        """Return the specification of a table.

        Raises:
            KeyError: There is no such table.
        """
        for spec in self.specs:
            if spec.id == table:
                return spec
        raise KeyError(f"no table {table!r}; tables are {', '.join(s.id for s in self.specs)}")

    def errors(self, table: str) -> tuple[Finding, ...]:
        """Return the errors of a table."""
        return tuple(f for f in self.findings if f.table == table and f.severity is Severity.ERROR)

    def frame(self, table: str) -> pd.DataFrame:
        """Return a table as a frame; built once, shared and not to be written to.

        Raises:
            KeyError: There is no such table.
            TableFailedError: The table has errors.
        """
        if table not in self._frames:
            self.spec(table)
            errors = self.errors(table)
            if errors:
                raise TableFailedError(table, errors)
            # Late, so that checking a folder does not wait for pandas.
            from datasets.frames import frame_of

            self._frames[table] = frame_of(self.tables[table])
        return self._frames[table]

    def settle(self) -> None:
        """Make all frames and forget the cells they were made of, which take more memory.

        For a program that runs on and reads nothing but frames; ``tables`` then hold no cells.
        """
        failed = self.failed
        for spec in self.specs:
            if spec.id not in failed:
                self.frame(spec.id)
        for table in self.tables.values():
            table.drop_cells()


def load_catalog(folder: Path = FOLDER) -> Catalog:
    """Read and check the tables of a folder.

    Raises:
        NotADirectoryError: The folder does not exist.
    """
    with uncollected():
        reading = read_folder(folder, TABLES)
        findings = (*reading.findings, *run_checks(TABLES, reading.tables))
    return Catalog(TABLES, MappingProxyType(reading.tables), findings)
