"""Addresses beside the pages that the same server answers, without JavaScript."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

import datasets
from dashboard import assets

_ICON = Path(__file__).with_name("favicon.svg")


def health(_: Request) -> Response:
    """Whether the data are loaded, for whoever watches the server.

    The status is 200 as long as pages can be served; tables that could not be read are named.
    """
    catalog = datasets.catalog()
    failed = sorted(catalog.failed)
    content = {
        "status": "degraded" if failed else "ok",
        "version": datasets.version(),
        "tables": len(catalog.specs) - len(failed),
        "failed": failed,
    }
    return JSONResponse(content, headers={"Cache-Control": "no-store"})


@cache
def _icon_bytes() -> bytes:
    return _ICON.read_bytes()


def icon(_: Request) -> Response:
    """The icon in the browser's tab, under the name that Streamlit's pages ask for."""
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(_icon_bytes(), media_type="image/svg+xml", headers=headers)


def own_routes() -> list[BaseRoute]:
    """Health and icon."""
    return [
        Route("/healthz", health, methods=["GET", "HEAD"]),
        Route("/favicon.png", icon, methods=["GET", "HEAD"]),
    ]


#: Modules add their routes by putting the function that makes them here.
SOURCES: tuple[Callable[[], list[BaseRoute]], ...] = (own_routes, lambda: list(assets.routes()))


def routes() -> list[BaseRoute]:
    """All routes, in the order in which they are tried."""
    return [route for source in SOURCES for route in source()]
