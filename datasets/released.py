"""What was released: the ids, which never vanish without a word, and the changes of each version.

``releases/ids/<table>.txt`` holds the ids of the last release, one a line, for every table whose
key is one column; ``releases/<version>.json`` says what each version holds and what it changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from datasets.diff import CellChange, Change, ChangeKind
from datasets.package import as_json, row_count
from datasets.record import Catalog
from validators.tables import Table

FOLDER = Path(__file__).parent / "releases"


class ReleaseRefusedError(Exception):
    """A release would break a promise; the message says which."""


@dataclass(frozen=True, slots=True)
class Release:
    """One version of the data.

    Attributes:
        version: Calendar version.
        since: Version before it; empty for the first.
        tables: Rows and SHA-256 of each table's file.
        changes: What changed since the version before; empty for the first.
    """

    version: str
    since: str
    tables: Mapping[str, Mapping[str, Any]]
    changes: tuple[Change, ...]


def _ids(table: Table) -> list[str]:
    return sorted(str(key) for key in table.keys)


def released_ids(folder: Path = FOLDER) -> dict[str, tuple[str, ...]]:
    """Return the ids of the last release by table; empty before the first."""
    files = sorted((folder / "ids").glob("*.txt"))
    return {path.stem: tuple(path.read_text(encoding="utf-8").splitlines()) for path in files}


def _release(path: Path) -> Release:
    content = json.loads(path.read_text(encoding="utf-8"))
    changes = tuple(
        Change(
            entry["table"],
            ChangeKind(entry["kind"]),
            entry["key"],
            entry["label"],
            tuple(CellChange(**cell) for cell in entry["cells"]),
            entry["rows"],
        )
        for entry in content["changes"]
    )
    return Release(content["version"], content["since"], content["tables"], changes)


def history(folder: Path = FOLDER) -> tuple[Release, ...]:
    """Return all releases, the oldest first."""
    return tuple(_release(path) for path in sorted(folder.glob("*.json")))


def lost_ids(
    released: Mapping[str, tuple[str, ...]], tables: Mapping[str, Table]
) -> tuple[tuple[str, str], ...]:
    """Return (table, id) of released ids that neither exist nor have a tombstone with a reason."""
    stones = tables["tombstones"].rows("table", "id", "reason") if "tombstones" in tables else ()
    buried = {(table, id_) for _, table, id_, reason in stones if reason}
    found = []
    for table, ids in released.items():
        alive = set(_ids(tables[table])) if table in tables else set()
        found += [(table, id_) for id_ in ids if id_ not in alive and (table, id_) not in buried]
    return tuple(found)


def release_files(
    catalog: Catalog,
    files: Mapping[str, bytes],
    version: str,
    changes: tuple[Change, ...],
    folder: Path = FOLDER,
    *,
    again: bool = False,
) -> dict[str, bytes]:
    """Return the files that record a release, by path relative to ``folder``.

    Args:
        catalog: The record, without errors.
        files: File of each table.
        version: Version to release.
        changes: What changed since the version before.
        folder: Folder of the releases so far.
        again: Whether a version that was recorded already may be recorded anew.

    Raises:
        ReleaseRefusedError: A released id vanished without a tombstone, or the version is not
            newer than the last.
    """
    lost = lost_ids(released_ids(folder), catalog.tables)
    if lost:
        names = ", ".join(f"{table} {id_}" for table, id_ in lost[:5])
        more = f" and {len(lost) - 5} more" if len(lost) > 5 else ""
        message = f"released ids without a row or a tombstone: {names}{more}"
        raise ReleaseRefusedError(message)
    earlier = [release.version for release in history(folder) if release.version != version]
    last = max(earlier, default="")
    recorded = (folder / f"{version}.json").exists()
    if version < last or (recorded and not again):
        message = f"version {version} is not newer than the last release; raise datasets/VERSION"
        raise ReleaseRefusedError(message)
    about = {
        "version": version,
        "since": last,
        "tables": {
            table: {"rows": row_count(data), "sha256": hashlib.sha256(data).hexdigest()}
            for table, data in files.items()
        },
        "changes": [asdict(change) for change in changes] if last else [],
    }
    ids = {
        f"ids/{spec.id}.txt": "".join(f"{id_}\n" for id_ in _ids(catalog.tables[spec.id])).encode()
        for spec in catalog.specs
        if len(spec.key) == 1
    }
    return {f"{version}.json": as_json(about), **ids}


def changelog(releases: tuple[Release, ...]) -> str:
    """Return the changes of all versions in words, the newest first, as Markdown."""
    lines = ["# Changes of the data\n"]
    for release in reversed(releases):
        rows = sum(int(table["rows"]) for table in release.tables.values())
        lines.append(f"## {release.version}\n")
        if not release.since:
            lines.append(f"First release: {len(release.tables)} tables, {rows:,} rows.\n")
            continue
        lines.append(
            f"{len(release.changes):,} changes since {release.since}; "
            f"{len(release.tables)} tables, {rows:,} rows.\n"
        )
        lines.append("".join(f"- {change}\n" for change in release.changes))
    return "\n".join(lines)
