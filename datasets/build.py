"""Everything generated from tables and contract, and whether what is committed is still that.

Generated files are committed, so that a change of the contract shows in review as the reader will
see it; ``build --check`` finds those that no longer follow from their sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from datasets import documents, method
from datasets.package import DESCRIPTOR, as_json, descriptor, schema_path
from datasets.read import FOLDER
from datasets.record import Catalog, load_catalog
from datasets.release import version
from validators.findings import Severity
from validators.projections import json_schema

ROOT = FOLDER.parent.parent
"""The repository; generated files are named relative to it."""

_SCHEMAS = "datasets/schemas"


class RecordBrokenError(Exception):
    """The tables have errors, so nothing may be generated from them."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A generated file that is not what it should be."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def table_files(catalog: Catalog, folder: Path = FOLDER) -> dict[str, bytes]:
    """Return the file of each table, as it stands in the folder."""
    return {spec.id: (folder / spec.file).read_bytes() for spec in catalog.specs}


def dataset_sources(catalog: Catalog) -> list[dict[str, str]]:
    """Return the machine-readable datasets among the sources, for the descriptor."""
    sources = catalog.frame("sources")
    rows = sources[sources["kind"] == "dataset"][["title", "url"]].itertuples(index=False)
    return [{"title": title, "path": url} for title, url in rows]


def generated(catalog: Catalog, folder: Path = FOLDER) -> dict[str, bytes]:
    """Return every generated file by its path relative to the repository.

    Args:
        catalog: The record, without errors.
        folder: Folder from which the catalog was read.

    Raises:
        RecordBrokenError: The record has errors.
    """
    errors = sum(f.severity is Severity.ERROR for f in catalog.findings)
    if errors:
        message = f"the tables have {errors} errors; see python -m datasets check"
        raise RecordBrokenError(message)
    specs = catalog.specs
    files = table_files(catalog, folder)
    package = descriptor(specs, files, dataset_sources(catalog), version())
    pages = {
        "docs/dictionary.md": documents.dictionary_page(specs, files, version()),
        "docs/findings.md": documents.findings_page(),
        "docs/method.md": method.page(catalog),
    }
    schemas = {f"datasets/{schema_path(s.id)}": as_json(json_schema(s)) for s in specs}
    return {
        f"datasets/{DESCRIPTOR}": as_json(package),
        **schemas,
        **{path: text.encode() for path, text in pages.items()},
    }


def _orphans(files: Iterable[str], root: Path) -> list[Path]:
    """Return schemas of tables that no longer exist."""
    wanted = {root / path for path in files}
    return sorted(p for p in (root / _SCHEMAS).glob("*.schema.json") if p not in wanted)


def stale(files: Mapping[str, bytes], root: Path = ROOT) -> tuple[Stale, ...]:
    """Return the generated files that are missing, out of date or no longer wanted."""
    found = []
    for path, content in files.items():
        place = root / path
        if not place.is_file():
            found.append(Stale(path, "is missing"))
        elif place.read_bytes() != content:
            found.append(Stale(path, "is out of date"))
    orphans = [p.relative_to(root).as_posix() for p in _orphans(files, root)]
    return (*found, *(Stale(path, "belongs to no table") for path in orphans))


def write(files: Mapping[str, bytes], root: Path = ROOT) -> tuple[Stale, ...]:
    """Write what is stale and return it; what is up to date is not touched."""
    outdated = stale(files, root)
    for path in (entry.path for entry in outdated):
        place = root / path
        if path in files:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(files[path])
        else:
            place.unlink()
    return outdated


def build(*, check: bool, root: Path = ROOT, folder: Path = FOLDER) -> tuple[Stale, ...]:
    """Generate everything from a folder of tables.

    Args:
        check: Only compare, write nothing.
        root: Folder below which the generated files stand.
        folder: Folder of the tables.

    Returns:
        The files that were stale, in order.

    Raises:
        RecordBrokenError: The tables have errors.
        OSError: A file cannot be read or written.
    """
    files = generated(load_catalog(folder), folder)
    return stale(files, root) if check else write(files, root)
