"""A page as a document to print: filters, key points, figures, complete tables, sources.

It can be read without JavaScript; only the drawings need it. Key points follow by rule from the
data: of a figure its text alternative, which ends in its main reading, of a list how many rows are
left, and on the start page the headline figures.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

import datasets
from dashboard import cache, contents, exports
from dashboard.charts.figure import Figure
from dashboard.downloads.citations import view_citation
from dashboard.exports import Content, Shown
from dashboard.figures.listing import Listing
from dashboard.headlines import HEADLINES
from dashboard.lookup.addresses import brief_address, page_address
from dashboard.markup.base import cited, sources_html
from dashboard.plain.answers import answer
from dashboard.selection import rows_address
from dashboard.state.view import Choice, describe
from dashboard.takeaway.asked import Asked, NotServedError, asked, content_of, words
from dashboard.takeaway.drawing import drawn, render
from dashboard.takeaway.tables import printed
from datasets.record import TableFailedError

PAPER = "paper"

#: Rows of a list or table beyond which paper is the wrong medium; the brief then names the file.
MOST_ROWS = 15_000

#: Columns from which a table stands across the paper.
_WIDE = 8

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper."""

    code: str
    label: str
    size: str


PAPERS: Sequence[Paper] = (Paper("a4", "A4", "A4"), Paper("letter", "Letter", "letter"))


@dataclass(frozen=True, slots=True)
class Point:
    """A key point: what it is about, and how the sentence goes on."""

    title: str
    said: str


@dataclass(frozen=True)
class Part:
    """A card as it stands in the brief; ``content`` is None where it could not be made."""

    shown: Shown
    content: Content | None
    missing: str = ""


def brief(request: Request) -> Response:
    """The page that the path names, as a document to print."""
    found = asked(request, beside=(PAPER,))
    code = request.query_params.get(PAPER, PAPERS[0].code)
    paper = next((each for each in PAPERS if each.code == code), PAPERS[0])
    ignored = ";".join(words(part) for part in found.ignored)
    return answer(
        request,
        f"brief:{found.signature}:{paper.code}:{ignored}",
        lambda: _page(found, paper),
        "text/html; charset=utf-8",
    )


def parts_of(found: Asked) -> tuple[Part, ...]:
    """The cards of a page; one that cannot be made is left out alone, and said so."""
    made = []
    for card in contents.cards(found.page.url, found.filters):
        shown = found.shown(card)
        try:
            made.append(Part(shown, content_of(shown)))
        except NotServedError as error:
            made.append(Part(shown, None, " ".join((error.title, *error.said))))
    return tuple(made)


def _page(found: Asked, paper: Paper) -> bytes:
    page = found.page
    parts = parts_of(found)
    held = [part.content for part in parts if part.content is not None]
    ids = tuple(dict.fromkeys(each for content in held for each in exports.sources_of(content)))
    named = cited(ids, cache.sources_by_id())
    tables = [table for content in held for table in exports.tables_of(content)]
    address = page_address(page.url, found.query, found.home)
    title = f"{page.title}: {section}" if (section := _section(found)) else page.title
    reading = describe(page.all_params, found.filters)
    shown = [_shown(part) for part in parts]
    return render(
        "brief.html",
        "light",  # paper is white
        kind="tumen-brief",
        root="../",
        base=page.url,
        home=found.home,
        title=title,
        description=page.description,
        reading=reading,
        address=address,
        paper=paper,
        papers=[_paper(found, each) for each in PAPERS],
        ignored=[f"{words(part)}." for part in found.ignored],
        points=[*_headlines(page.url), *(point for part in parts for point in _points(part))],
        parts=shown,
        drawings=[part["drawing"] for part in shown if part["drawing"]],
        terms=exports.licences(tables),
        sources=sources_html(named) if named else "",
        count=f"{len(named):,}",
        citation=view_citation(title, reading, datasets.version(), address),
    )


def _paper(found: Asked, paper: Paper) -> dict[str, str]:
    query = {**found.query, PAPER: paper.code}
    return {
        "code": paper.code,
        "label": paper.label,
        "address": brief_address(found.page.url, query, found.home),
    }


def _section(found: Asked) -> str:
    """Name of the section shown; empty where the page has none."""
    show = next((param for param in found.page.params if param.key == "show"), None)
    return dict(show.choices).get(found.filters.show, "") if isinstance(show, Choice) else ""


def _headlines(url: str) -> Iterator[Point]:
    """On the start page, the headline figures."""
    for make in HEADLINES if not url else ():
        try:
            found = make()
        except TableFailedError:
            continue  # the figures that rest on the same table say why
        if found is not None:
            said = (found.value, found.meaning, found.range, found.change)
            yield Point(found.title, f": {' '.join(part for part in said if part)}")


def _points(part: Part) -> Iterator[Point]:
    match part.content:
        case None:
            return
        case Figure() as figure:
            repeated = figure.alt.startswith(figure.title)
            said = figure.alt.removeprefix(figure.title) if repeated else f". {figure.alt}"
            yield Point(figure.title, said)
        case content:
            total = f" of {content.total:,}" if content.total > len(content.rows) else ""
            yield Point(content.title, f": {len(content.rows):,}{total} {content.noun}.")


def _shown(part: Part) -> dict[str, Any]:
    """What the template needs for one card."""
    shown, content = part.shown, part.content
    if content is None:
        empty = {"drawing": None, "notes": (), "rows": "", "wide": False}
        title = shown.card.key.replace("-", " ").capitalize()
        return {
            **empty,
            "key": shown.card.key,
            "title": title,
            "reading": "",
            "missing": part.missing,
        }
    drawing = drawn(shown, content) if isinstance(content, Figure) and not content.empty else None
    rows, wide = _rows(shown, content)
    return {
        "key": shown.card.key,
        "title": content.title,
        "reading": shown.reading,
        "missing": "",
        "drawing": drawing,
        "notes": content.notes if isinstance(content, Figure | Listing) else (),
        "rows": rows,
        "wide": wide,
    }


def _rows(shown: Shown, content: Content) -> tuple[str, bool]:
    """All rows, a figure's as a table, a list's as on its page; and whether they need width."""
    frame = content.table if isinstance(content, Figure) else content.rows
    if frame.empty:
        return "<p>Nothing matches the filters.</p>", False
    if len(frame) > MOST_ROWS:
        address = escape(rows_address(shown), quote=True)
        said = (
            f"<p>{len(frame):,} rows are more than fit on paper ({MOST_ROWS:,} at most). All of "
            f'them as a file: <a href="{address}">{address}</a>. Narrower filters bring them here.'
            "</p>"
        )
        return said, False
    match content:
        case Figure():
            table = printed(content.table, content.columns, f"{content.title}: all rows")
            return table.html, table.columns >= _WIDE
        case Listing():
            every = cache.sources_by_id()
            html = _unfolded(content.head + content.render(content.rows, every))
            return html, html.count("<th") >= _WIDE
    return _unfolded(content.intro + content.html(content.rows)), False


def _unfolded(html: str) -> str:
    """What is folded away on the screen stands open on paper."""
    return html.replace("<details", "<details open")
