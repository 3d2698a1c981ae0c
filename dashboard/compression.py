"""Streamlit's scripts, styles and pages, sent compressed.

Streamlit leaves its own static files uncompressed, since compressing them anew for every request
would cost more than it saves. Here each file is compressed once, when it is first asked for, and
kept: the files never change while the server runs, and all that a reader loads is a few megabytes.
"""

import asyncio
import gzip
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.assets import accepted
from dashboard.front import STATIC, front_page

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
_FOREVER = "public, immutable, max-age=31536000"  # names of Streamlit's files carry a hash
_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Packed:
    """A file as it is sent."""

    body: bytes
    coding: str
    media_type: str
    cache_control: str


class CompressedStatic:
    """ASGI middleware in front of Streamlit: static files and the page itself, compressed.

    Everything else passes through untouched.

    Args:
        app: The application behind.
        pages: Paths that answer with the page, such as ``/trade``.
    """

    def __init__(self, app: ASGIApp, pages: frozenset[str]) -> None:
        self.app = app
        self.pages = pages
        self._files = {
            f"/static/{path.relative_to(STATIC / 'static').as_posix()}": path
            for path in (STATIC / "static").rglob("*")
            if path.suffix in _TYPES
        }
        self._packed: dict[str, asyncio.Task[Packed]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GET and HEAD for the files known; hand on all else."""
        path = scope.get("path", "")
        known = path in self.pages or path in self._files
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or not known:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        packs = "gzip" in accepted(headers.get("accept-encoding", ""))
        if path in self._files and (not packs or "range" in headers):
            await self.app(scope, receive, send)
            return
        packed = await self._pack(path) if packs else _plain_page()
        response = _response(packed, with_body=scope["method"] == "GET")
        await response(scope, receive, send)

    async def _pack(self, path: str) -> Packed:
        """The compressed file; readers who ask at the same time share the work."""
        key = "/" if path in self.pages else path
        if key not in self._packed:
            self._packed[key] = asyncio.create_task(
                asyncio.to_thread(_page if key == "/" else _file, self._files.get(path, STATIC))
            )
        # A reader who leaves must not cancel the work for the others.
        return await asyncio.shield(self._packed[key])


def _plain_page() -> Packed:
    return Packed(front_page(), "", "text/html; charset=utf-8", "no-cache")


def _page(_: Path) -> Packed:
    plain = _plain_page()
    return replace(plain, body=gzip.compress(plain.body, _LEVEL, mtime=0), coding="gzip")


def _file(path: Path) -> Packed:
    body = gzip.compress(path.read_bytes(), _LEVEL, mtime=0)
    return Packed(body, "gzip", _TYPES[path.suffix], _FOREVER)


def _response(packed: Packed, *, with_body: bool) -> Response:
    headers = {
        "Cache-Control": packed.cache_control,
        "Content-Length": str(len(packed.body)),
        "Vary": "Accept-Encoding",
    }
    if packed.coding:
        headers["Content-Encoding"] = packed.coding
    body = packed.body if with_body else b""
    return Response(body, media_type=packed.media_type, headers=headers)
