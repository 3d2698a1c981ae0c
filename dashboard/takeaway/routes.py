"""The addresses of what can be taken from a page, in the order in which they are tried."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dashboard.plain.answers import complaint
from dashboard.takeaway import brief, drawing, embed, files
from dashboard.takeaway.asked import NotServedError

_READ = ["GET", "HEAD"]


def _explained(endpoint: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """The endpoint, with a page that says what exists where it cannot answer."""

    def answered(request: Request) -> Response:
        try:
            return endpoint(request)
        except NotServedError as error:
            return complaint(error.status, error.title, *error.said)

    return answered


def routes() -> list[BaseRoute]:
    """Briefs, figures for other sites, rows and citations as files, packages."""
    asked = {
        "/brief/{page}": brief.brief,
        "/embed/{page}/{key}": embed.embed,
        "/view/{page}/{file}": files.card_file,
        "/cite/{file}": files.citation,
        "/package/{page}.zip": files.package,
    }
    return [
        *(Route(path, _explained(endpoint), methods=_READ) for path, endpoint in asked.items()),
        Route(f"/{drawing.own_path('takeaway.js')}", drawing.script, methods=_READ),
        Route(f"/{drawing.own_path('takeaway.css')}", drawing.style, methods=_READ),
    ]
