"""Exports laid out for readers to fetch, so that any process of the server can hand them out.

Streamlit keeps what a download button made in the memory of one process; where several answer,
the request for it may reach another. Here the rows are laid into a folder that all processes share
when a reader opens the list of formats. The file itself is made when its link is followed.
"""

import atexit
import hashlib
import os
import pickle
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

from dashboard.downloads.formats import Export

#: Names the folder that the processes of a server share; without it, one process has its own.
VARIABLE = "TUMEN_SPOOL"

#: Exports kept; beyond that the oldest go. Most take a few ten kilobytes.
KEPT = 400

_TOKEN = re.compile(r"[0-9a-f]{40}")


@cache
def _folder() -> Path:
    given = os.environ.get(VARIABLE)
    if given:
        return Path(given)
    made = Path(tempfile.mkdtemp(prefix="tumen-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def lay_out(export: Export) -> str:
    """Keep an export for a while and return the token by which it is fetched.

    Raises:
        OSError: There is no room for it, or no folder.
    """
    # Only our own processes write to the folder, so that what is read from it can be trusted.
    content = pickle.dumps(export, protocol=5)
    token = hashlib.sha256(content).hexdigest()[:40]
    path = _folder() / token
    if path.exists():
        path.touch()
        return token
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)  # at once, so that no process reads half a file
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    _tidy()
    return token


def fetch(token: str) -> Export | None:
    """The export of a token; None when it is unknown or no longer kept."""
    if not _TOKEN.fullmatch(token):
        return None
    try:
        export = pickle.loads((_folder() / token).read_bytes())
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    return export if isinstance(export, Export) else None


def _tidy() -> None:
    """Remove the oldest exports beyond :data:`KEPT`."""
    kept = [path for path in _folder().iterdir() if _TOKEN.fullmatch(path.name)]
    if len(kept) <= KEPT:
        return
    aged: list[tuple[float, Path]] = []
    for path in kept:
        try:
            aged.append((path.stat().st_mtime, path))
        except FileNotFoundError:
            continue  # another process was faster
    for _, path in sorted(aged)[: len(aged) - KEPT]:
        path.unlink(missing_ok=True)
