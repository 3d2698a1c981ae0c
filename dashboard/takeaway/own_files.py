"""Script and styles of briefs and frames."""

import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

_HERE = Path(__file__).parent


@cache
def _file(name: str) -> bytes:
    return (_HERE / name).read_bytes()


@cache
def own_path(name: str) -> str:
    """Path of one of our files, from the root; it changes with the content."""
    stem, _, ending = name.partition(".")
    return f"{stem}-{hashlib.sha256(_file(name)).hexdigest()[:10]}.{ending}"


def _served(name: str, media_type: str) -> Response:
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_file(name), media_type=media_type, headers=headers)


def script(_: Request) -> Response:
    """The script that hands figures to the component."""
    return _served("takeaway.js", "text/javascript; charset=utf-8")


def style(_: Request) -> Response:
    """Styles of briefs and frames beside those of the dashboard."""
    return _served("takeaway.css", "text/css; charset=utf-8")
