"""``python -m datasets release``: record what a version holds, before it is published."""

from __future__ import annotations

import sys
from pathlib import Path

from datasets.build import table_files
from datasets.diff import Change, changes
from datasets.read import FOLDER as TABLES_FOLDER
from datasets.record import load_catalog
from datasets.registry import TABLES
from datasets.release import version
from datasets.released import FOLDER, ReleaseRefusedError, history, release_files
from datasets.revisions import RevisionError, commit_of, tables_at, tables_now
from validators.findings import Severity


def _changes(since: str | None, present: str, folder: Path) -> tuple[Change, ...]:
    """Return the changes since a revision, or since the commit that recorded the last release."""
    earlier = [release.version for release in history(folder) if release.version != present]
    if not earlier:
        return ()
    revision = since or commit_of(folder / f"{max(earlier)}.json")
    return changes(TABLES, tables_at(revision, TABLES_FOLDER), tables_now(TABLES_FOLDER))


def publish(*, since: str | None, again: bool, folder: Path = FOLDER) -> int:
    """Write the files of a release.

    Args:
        since: Revision to compare with; the commit of the last release where None.
        again: Whether the present version may be recorded anew.
        folder: Folder of the releases.

    Returns:
        0 written, 1 refused, 2 could not run.
    """
    catalog = load_catalog()
    if any(f.severity is Severity.ERROR for f in catalog.findings):
        print("cannot release: the tables have errors; see python -m datasets check")
        return 1
    present = version()
    try:
        found = _changes(since, present, folder)
        files = release_files(catalog, table_files(catalog), present, found, folder, again=again)
    except ReleaseRefusedError as error:
        print(f"refused: {error}", file=sys.stderr)
        return 1
    except (RevisionError, OSError) as error:
        print(f"cannot release: {error}", file=sys.stderr)
        return 2
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    print(f"recorded {present}: {len(files) - 1} lists of ids, {len(found):,} changes")
    return 0
