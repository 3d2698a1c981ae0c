"""The addresses of what can be taken from a page, in the order in which they are tried."""

from collections.abc import Callable
from importlib import import_module

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dashboard.plain.answers import complaint
from dashboard.takeaway import own_files

_READ = ["GET", "HEAD"]


def _late(module: str, name: str) -> Callable[[Request], Response]:
    """An endpoint of one of our modules, imported when it is first asked for.

    The figures of all pages hang on them, and the start of the server does not wait for those. What
    cannot be answered becomes a page that says what exists.
    """

    def answered(request: Request) -> Response:
        from dashboard.takeaway.asked import NotServedError

        endpoint = getattr(import_module(f"dashboard.takeaway.{module}"), name)
        try:
            response: Response = endpoint(request)
        except NotServedError as error:
            return complaint(error.status, error.title, *error.said)
        return response

    return answered


def routes() -> list[BaseRoute]:
    """Briefs, figures for other sites, rows and citations as files, packages."""
    asked = {
        "/brief/{page}": _late("brief", "brief"),
        "/embed/{page}/{key}": _late("embed", "embed"),
        "/view/{page}/{file}": _late("files", "card_file"),
        "/cite/{file}": _late("files", "citation"),
        "/package/{page}.zip": _late("files", "package"),
    }
    return [
        *(Route(path, endpoint, methods=_READ) for path, endpoint in asked.items()),
        Route(f"/{own_files.own_path('takeaway.js')}", own_files.script, methods=_READ),
        Route(f"/{own_files.own_path('takeaway.css')}", own_files.style, methods=_READ),
    ]
