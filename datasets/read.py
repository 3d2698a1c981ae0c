"""Files of a folder → tables and findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from validators.findings import Finding, Severity
from validators.parse import TableReader
from validators.spec import TableSpec
from validators.tables import Table

FOLDER = Path(__file__).parent / "tables"
"""The record that is bundled with the program."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: tables that could be read and all findings so far."""

    tables: dict[str, Table]
    findings: tuple[Finding, ...]


def read_folder(folder: Path, specs: Sequence[TableSpec]) -> Reading:
    """Read and type every table of a folder; nothing raises but a folder that is no folder.

    Raises:
        NotADirectoryError: The folder does not exist or cannot be listed.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is not a folder")
    tables: dict[str, Table] = {}
    findings: list[Finding] = []
    for spec in specs:
        reader = TableReader(spec, spec.file)
        try:
            data = (folder / spec.file).read_bytes()
        except OSError as error:
            reader.report("file-missing", 0, "", "", f"cannot be read: {error.strerror}")
        else:
            table = reader.read(data)
            if table is not None:
                tables[spec.id] = table
        findings += reader.findings
    known = {spec.file for spec in specs}
    for stray in sorted(path.name for path in folder.glob("*.csv") if path.name not in known):
        message = "belongs to no table of the registry"
        hint = "Remove the file or register the table."
        findings.append(
            Finding("file-unknown", Severity.WARNING, "", stray, 0, "", "", message, hint)
        )
    return Reading(tables, tuple(findings))
