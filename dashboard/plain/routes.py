"""The plain addresses, in the order in which they are tried."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dashboard.plain import pages, site, tables
from dashboard.plain.answers import complaint

_READ = ["GET", "HEAD"]


def unknown(_: Request) -> Response:
    """Anything else below the plain addresses."""
    return complaint(404, "No such address", "Tables and files are listed below /data/.")


def routes() -> list[BaseRoute]:
    """Tables, records, package, feed, robots and sitemap."""
    return [
        Route("/data/", pages.index, methods=_READ),
        Route("/data/datapackage.json", site.descriptor, methods=_READ),
        Route("/data/changes.atom", site.feed, methods=_READ),
        Route("/data/{name}.zip", site.package, methods=_READ),
        Route("/data/{table}.{ending}", tables.table, methods=_READ),
        Route("/r/{id}", pages.record, methods=_READ),
        Route("/r/{table}/{id}", pages.record, methods=_READ),
        Route("/robots.txt", site.robots, methods=_READ),
        Route("/sitemap.xml", site.sitemap, methods=_READ),
        Route(pages.style_path(), pages.style, methods=_READ),
        Route("/data/{rest:path}", unknown, methods=_READ),
        Route("/r/{rest:path}", unknown, methods=_READ),
    ]
