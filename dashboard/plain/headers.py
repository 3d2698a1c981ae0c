"""Headers that a careful operator expects, on every answer.

The policy is the one under which the pages really run: scripts and styles of this server alone.
Streamlit writes styles into the page (hence ``unsafe-inline`` for styles), draws images from data
and blobs, and talks over a websocket to its own host. Which other sites may show the dashboard in a
frame is the operator's choice: ``TUMEN_FRAME_ANCESTORS``, for instance ``https://example.org``.
"""

import os
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.front import inline_scripts

FRAMES = "TUMEN_FRAME_ANCESTORS"


@cache
def policy() -> str:
    """The content security policy of pages."""
    scripts = " ".join(f"'{digest}'" for digest in inline_scripts())
    directives = {
        "default-src": "'self'",
        "script-src": f"'self' blob: 'wasm-unsafe-eval' {scripts}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' data: blob: ws: wss:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-src": "'self'",
        "frame-ancestors": os.environ.get(FRAMES, "'self'"),
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


class CarefulHeaders:
    """ASGI middleware that adds the headers; a route's own headers win."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add headers to HTTP answers; hand on all else."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
                headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Content-Security-Policy", policy())
            await send(message)

        await self.app(scope, receive, sent)
