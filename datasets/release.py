"""Version of the data: the calendar day of the release, kept in one file."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "VERSION"


@cache
def version() -> str:
    """Return the version of the data, ``YYYY.MM.DD``."""
    return _FILE.read_text(encoding="ascii").strip()
