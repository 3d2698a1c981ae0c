"""One figure alone, for a frame on another site: title, filters, drawing, sources, a link back."""

import re
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from dashboard.charts.figure import Figure
from dashboard.exports import source_line
from dashboard.lookup.addresses import page_address
from dashboard.plain.answers import answer
from dashboard.plain.headers import policy
from dashboard.takeaway.asked import Asked, NotServedError, asked, card_of, content_of, words
from dashboard.takeaway.drawing import drawn, render

#: Name in the query for the look of the frame, which the reader's own setting must not decide:
#: it has to go with the page around it.
LOOK = "look"

_FRAMES = re.compile(r"frame-ancestors [^;]*")


def embed(request: Request) -> Response:
    """A figure of a page under filters; any site may show it in a frame."""
    found = asked(request, beside=(LOOK,))
    mode: Literal["light", "dark"] = "dark" if request.query_params.get(LOOK) == "dark" else "light"
    key = request.path_params["key"]
    ignored = ";".join(words(part) for part in found.ignored)
    return answer(
        request,
        f"embed:{found.signature}:{key}:{mode}:{ignored}",
        lambda: _page(found, key, mode),
        "text/html; charset=utf-8",
        headers={"Content-Security-Policy": _FRAMES.sub("frame-ancestors *", policy())},
    )


def _page(found: Asked, key: str, mode: Literal["light", "dark"]) -> bytes:
    shown = found.shown(card_of(found, key))
    figure = content_of(shown)
    if not isinstance(figure, Figure):
        raise NotServedError(404, "Not a figure", "Only figures can stand on other sites.")
    return render(
        "embed.html",
        mode,
        kind="tumen-embed",
        root="../../",
        base=found.page.url,
        title=figure.title,
        reading=shown.reading,
        ignored=[f"Not understood and left out: {words(part)}" for part in found.ignored],
        address=f"{page_address(found.page.url, found.query, found.home)}#{key}",
        drawings=[drawn(shown, figure)],
        source_line=source_line(figure),
    )
