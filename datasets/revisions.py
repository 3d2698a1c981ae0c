"""The tables as they stood at a revision of the repository."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

from datasets.diff import TextTable, text_table


class RevisionError(Exception):
    """A revision cannot be read; the message says why and what to do."""


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except FileNotFoundError:
        message = "git is not installed, or not on the path; it holds the earlier states"
        raise RevisionError(message) from None
    if done.returncode:
        raise RevisionError(done.stderr.decode(errors="replace").strip() or "git failed")
    return done.stdout


def tables_at(revision: str, folder: Path) -> dict[str, TextTable]:
    """Return the tables of a folder as they stood at a revision, by id.

    Args:
        revision: Anything git understands as a commit: ``HEAD~3``, a tag, a hash.
        folder: Folder of the tables, inside a git repository.

    Raises:
        RevisionError: There is no git, no repository, no such revision, or no tables in it.
    """
    _git(folder, "rev-parse", "--git-dir")
    try:
        commit = _git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"
        )
    except RevisionError:
        raise RevisionError(
            f"no revision {revision!r}; try HEAD, HEAD~1, a tag or a hash"
        ) from None
    name = commit.decode().strip()
    paths = _git(folder, "ls-tree", "--name-only", "-z", name, "./").decode().split("\0")
    found = {}
    for path in paths:
        if path.endswith(".csv"):
            data = _git(folder, "cat-file", "blob", f"{name}:./{PurePosixPath(path).name}")
            found[PurePosixPath(path).stem] = text_table(data)
    if not found:
        raise RevisionError(f"no tables in {folder.name} at revision {revision!r}")
    return found


def tables_now(folder: Path) -> dict[str, TextTable]:
    """Return the tables of a folder as they stand, by id.

    Raises:
        OSError: The folder cannot be read.
    """
    return {path.stem: text_table(path.read_bytes()) for path in sorted(folder.glob("*.csv"))}


def commit_of(path: Path) -> str:
    """Return the commit that last touched a file.

    Raises:
        RevisionError: There is no git, no repository, or the file was never committed.
    """
    name = _git(path.parent, "log", "-1", "--format=%H", "--", path.name).decode().strip()
    if not name:
        raise RevisionError(f"{path.name} was never committed; name a revision with --since")
    return name
