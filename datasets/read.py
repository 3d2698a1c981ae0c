"""Files of a folder → tables and findings."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from validators.codes import BY_CODE
from validators.findings import Finding
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


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the collection of garbage while a great many rows are made.

    Reading makes some million small objects and drops few, so each collection walks over all of
    them for nothing: half of the time of reading.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def read_folder(folder: Path, specs: Sequence[TableSpec]) -> Reading:
    """Read and type every table of a folder; nothing raises but a folder that is no folder.

    Raises:
        NotADirectoryError: The folder does not exist or cannot be listed.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is not a folder")
    with uncollected():
        return _read(folder, specs)


def _read(folder: Path, specs: Sequence[TableSpec]) -> Reading:
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
        code, message = BY_CODE["file-unknown"], "belongs to no table of the registry"
        findings.append(Finding(code.code, code.severity, "", stray, 0, "", "", message, code.hint))
    return Reading(tables, tuple(findings))
