"""Addresses beside the pages that the same server answers, without JavaScript."""

import functools
import gzip
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

import datasets
from dashboard import cache
from dashboard.downloads.formats import FORMATS
from dashboard.downloads.spool import fetch
from dashboard.navigation import PAGES
from dashboard.plain import routes as plain_routes
from dashboard.takeaway import routes as takeaway_routes
from dashboard.web import assets
from dashboard.web.front import front_page
from dashboard.web.style import style_name, style_sheet

_ICON = Path(__file__).parent / "web" / "favicon.svg"


def health(_: Request) -> Response:
    """Whether the data are loaded, for whoever watches the server.

    The status is 503 until then, and 200 as long as pages can be served; tables that could not be
    read are named.
    """
    if not cache.is_warm():
        return JSONResponse({"status": "starting"}, 503, headers={"Cache-Control": "no-store"})
    catalog = datasets.catalog()
    failed = sorted(catalog.failed)
    content = {
        "status": "degraded" if failed else "ok",
        "version": datasets.version(),
        "tables": len(catalog.specs) - len(failed),
        "failed": failed,
    }
    return JSONResponse(content, headers={"Cache-Control": "no-store"})


@functools.cache
def _icon_bytes() -> bytes:
    return _ICON.read_bytes()


def icon(_: Request) -> Response:
    """The icon in the browser's tab, under the name that Streamlit's pages ask for."""
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(_icon_bytes(), media_type="image/svg+xml", headers=headers)


class PageName(Convertor[str]):
    """A path of one part without a dot: all pages are such, no file is."""

    regex = r"[^/.]*"

    def convert(self, value: str) -> str:
        """The name as it stands."""
        return value

    def to_string(self, value: str) -> str:
        """The name as it stands."""
        return value


register_url_convertor("page", PageName())


@functools.cache
def _html(url: str, *, packed: bool) -> tuple[bytes, str]:
    """The HTML of a page and its entity tag."""
    charts = {spec.url: spec.charts for spec in PAGES}
    html = front_page(charts=charts[url])
    body = gzip.compress(html, mtime=0) if packed else html
    return body, hashlib.sha256(body).hexdigest()[:20]


def page(request: Request) -> Response:
    """The HTML of a page. A page that does not exist gets it too: Streamlit says so in its place."""
    packed = "gzip" in assets.accepted(request.headers.get("accept-encoding", ""))
    name = request.path_params["name"]
    known = name if any(spec.url == name for spec in PAGES) else ""
    html, tag = _html(known, packed=packed)
    headers = {"Cache-Control": "no-cache", "ETag": f'"{tag}"', "Vary": "Accept-Encoding"}
    if assets.held(request, tag):
        return Response(status_code=304, headers=headers)
    if packed:
        headers["Content-Encoding"] = "gzip"
    return HTMLResponse(html, headers=headers)


def style(_: Request) -> Response:
    """The style sheet."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(style_sheet(), media_type="text/css", headers=headers)


def take(request: Request) -> Response:
    """A file of an export that a page has laid out for its reader."""
    known = {form.code: form for form in FORMATS}
    form = known.get(request.path_params["code"])
    if form is None:
        said = f"There is no such format. There are: {', '.join(known)}."
        return PlainTextResponse(said, status_code=404)
    export = fetch(request.path_params["token"])
    if export is None:
        said = "This download is no longer kept. Open its page again and follow the link there."
        return PlainTextResponse(said, status_code=404)
    headers = {
        "Cache-Control": "private, max-age=3600",
        "Content-Disposition": f'attachment; filename="{export.file_name(form.extension)}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(form.write(export), media_type=form.mime, headers=headers)


def own_routes() -> list[BaseRoute]:
    """Health, icon, style sheet and downloads."""
    return [
        Route("/healthz", health, methods=["GET", "HEAD"]),
        Route("/favicon.png", icon, methods=["GET", "HEAD"]),
        Route(f"/{style_name()}", style, methods=["GET", "HEAD"]),
        Route("/take/{token}/{code}", take, methods=["GET", "HEAD"]),
    ]


def page_routes() -> list[BaseRoute]:
    """The pages; last, since their pattern takes every path of one part."""
    return [Route("/{name:page}", page, methods=["GET", "HEAD"])]


#: Modules add their routes by putting the function that makes them here.
SOURCES: tuple[Callable[[], Sequence[BaseRoute]], ...] = (
    own_routes,
    assets.routes,
    plain_routes.routes,
    takeaway_routes.routes,
    page_routes,
)


def routes() -> list[BaseRoute]:
    """All routes, in the order in which they are tried."""
    return [route for source in SOURCES for route in source()]
