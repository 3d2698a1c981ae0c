"""Answers that are the same for everyone: validators, compression, HEAD, errors that explain."""

import gzip
import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from html import escape

from starlette.requests import Request
from starlette.responses import Response

import datasets
from dashboard.plain.kept import Kept
from dashboard.web.assets import accepted, held

#: Shorter bodies gain nothing from compression.
_WORTH_PACKING = 1_000
_PACKED_TYPES = ("text/", "application/json", "application/ld+json", "application/atom+xml")

#: Bodies and their compressed form; beyond that the longest unused go.
BODIES = Kept(64 * 2**20)


@cache
def released() -> datetime:
    """The day of the release, at midnight UTC: the date of last change of every answer."""
    year, month, day = (int(part) for part in datasets.version().split("."))
    return datetime(year, month, day, tzinfo=UTC)


def answer(
    request: Request,
    key: str,
    make: Callable[[], bytes],
    media_type: str,
    *,
    file_name: str = "",
    headers: dict[str, str] | None = None,
) -> Response:
    """Answer with a body that depends on ``key`` and the version of the data alone.

    Args:
        request: The request; its validators and accepted encodings count.
        key: Names the body; the same key always stands for the same bytes.
        make: Makes the body, when it is not kept already.
        media_type: Content type.
        file_name: Name under which a browser should save it; empty where it should show it.
        headers: Further headers.
    """
    body = BODIES.get(f"plain:{key}", make)

    def digest() -> bytes:
        return hashlib.sha256(body).hexdigest()[:32].encode()

    tag = BODIES.get(f"tag:{key}", digest).decode()
    common = {
        "Cache-Control": "public, max-age=0, must-revalidate",
        "Last-Modified": format_datetime(released(), usegmt=True),
        "Vary": "Accept-Encoding",
        **(headers or {}),
    }
    packed = (
        len(body) >= _WORTH_PACKING
        and media_type.startswith(_PACKED_TYPES)
        and "gzip" in accepted(request.headers.get("accept-encoding", ""))
    )
    # Two encodings are two representations and need two strong tags.
    common["ETag"] = f'"{tag}-gzip"' if packed else f'"{tag}"'
    if _unchanged(request, tag):
        return Response(status_code=304, headers=common)
    if file_name:
        common["Content-Disposition"] = f'attachment; filename="{file_name}"'
    if packed:
        whole = body
        body = BODIES.get(f"gzip:{key}", lambda: gzip.compress(whole, 6, mtime=0))
        common["Content-Encoding"] = "gzip"
    return Response(body, media_type=media_type, headers=common)


def _unchanged(request: Request, tag: str) -> bool:
    if "if-none-match" in request.headers:
        return held(request, tag, f"{tag}-gzip")
    since = request.headers.get("if-modified-since")
    if since is None:
        return False
    try:
        return parsedate_to_datetime(since) >= released()
    except (TypeError, ValueError, OverflowError):
        return False  # a date that cannot be read is no condition


def complaint(status: int, title: str, *said: str) -> Response:
    """An error as a short page that says what exists instead."""
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in said)
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title></head><body><h1>{escape(title)}</h1>{paragraphs}"
        '<p><a href="/data/">All tables</a> · <a href="/">Dashboard</a></p></body></html>'
    )
    headers = {"Cache-Control": "no-store"}
    return Response(
        page, status_code=status, media_type="text/html; charset=utf-8", headers=headers
    )
