"""Streamlit's scripts and styles, sent compressed.

Streamlit leaves its own static files uncompressed, since compressing them anew for every request
would cost more than it saves. Here each file is compressed once, when it is first asked for, and
kept: the files never change while the server runs, and all that a reader loads is a few megabytes.
"""

import asyncio
import gzip
from functools import partial
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.web.assets import accepted
from dashboard.web.front import STATIC

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
_FOREVER = "public, immutable, max-age=31536000"  # names of Streamlit's files carry a hash
_LEVEL = 9


class CompressedStatic:
    """ASGI middleware in front of Streamlit that answers for its static files.

    Everything else passes through untouched.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._files = {
            f"/static/{path.relative_to(STATIC / 'static').as_posix()}": path
            for path in (STATIC / "static").rglob("*")
            if path.suffix in _TYPES
        }
        self._packed: dict[str, asyncio.Task[bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GET and HEAD for the files known; hand on all else."""
        path = scope.get("path", "")
        if path not in self._files or not _takes_it_whole_and_packed(scope):
            await self.app(scope, receive, send)
            return
        body = await self._pack(path)
        headers = {
            "Cache-Control": _FOREVER,
            "Content-Encoding": "gzip",
            "Content-Length": str(len(body)),
            "Vary": "Accept-Encoding",
        }
        response = Response(
            body if scope["method"] == "GET" else b"",
            media_type=_TYPES[self._files[path].suffix],
            headers=headers,
        )
        await response(scope, receive, send)

    async def _pack(self, path: str) -> bytes:
        """The compressed file; readers who ask at the same time share the work."""
        if path not in self._packed:
            pack = partial(_compressed, self._files[path])
            self._packed[path] = asyncio.create_task(asyncio.to_thread(pack))
        # A reader who leaves must not cancel the work for the others.
        return await asyncio.shield(self._packed[path])


def _takes_it_whole_and_packed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return False
    headers = Headers(scope=scope)
    return "gzip" in accepted(headers.get("accept-encoding", "")) and "range" not in headers


def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), _LEVEL, mtime=0)
