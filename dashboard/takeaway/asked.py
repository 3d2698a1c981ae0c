"""What a request asks for: a page under filters, or an answer that says what exists instead."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

import datasets
from dashboard import contents
from dashboard.exports import Content, Shown
from dashboard.lookup.addresses import page_name, page_url
from dashboard.navigation import PAGES, PageSpec
from dashboard.plain.pages import base
from dashboard.state.view import Filters, Ignored, from_query, to_query
from datasets.record import TableFailedError

_LOG = logging.getLogger(__name__)


class NotServedError(Exception):
    """A request that cannot be answered, with what to say instead.

    Attributes:
        status: Status of the answer.
        title: What is wrong.
        said: What exists.
    """

    def __init__(self, status: int, title: str, *said: str) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.said = said


@dataclass(frozen=True)
class Asked:
    """A page under filters.

    Attributes:
        page: The page.
        filters: Its filters.
        ignored: What of the query was not understood.
        home: Root of the dashboard as the reader sees it, with a slash at its end.
    """

    page: PageSpec
    filters: Filters
    ignored: tuple[Ignored, ...]
    home: str

    @property
    def query(self) -> dict[str, str]:
        """The filters as the shortest query."""
        return to_query(self.page.all_params, self.filters)

    @property
    def signature(self) -> str:
        """Names the page and its filters, for answers that are kept."""
        return f"{self.home}{self.page.url}?{sorted(self.query.items())}"

    def shown(self, card: contents.Card) -> Shown:
        """A card of the page under the filters."""
        return Shown(self.page, card, self.filters, self.home)


def asked(request: Request, *, beside: Sequence[str] = ()) -> Asked:
    """The page and filters of a request whose path names the page.

    Args:
        request: The request.
        beside: Names in the query that are no filters.

    Raises:
        NotServedError: There is no such page.
    """
    name = request.path_params["page"]
    page = next((each for each in PAGES if each.url == page_url(name)), None)
    if page is None or page_name(page.url) != name:
        names = ", ".join(page_name(each.url) for each in PAGES)
        raise NotServedError(404, "No such page", f"Pages: {names}.")
    query: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        if key not in beside:
            query.setdefault(key, []).append(value)
    filters, ignored = from_query(page.all_params, query)
    filters = contents.settled(page.url, filters)
    return Asked(page, filters, ignored, f"{base(request)}/")


def strictly(found: Asked) -> Asked:
    """The same, for files that programs read: nothing may be ignored silently.

    Raises:
        NotServedError: A part of the query was not understood.
    """
    if found.ignored:
        said = "; ".join(words(part) for part in found.ignored)
        names = ", ".join(name for param in found.page.all_params for name in param.names)
        raise NotServedError(400, "Not understood", f"{said}.", f"Filters: {names}.")
    return found


def words(part: Ignored) -> str:
    """A part of a query that was not understood, and why."""
    return f"{part.name[:60]} = “{part.value[:60]}” {part.why}"


def card_of(found: Asked, key: str) -> contents.Card:
    """The card of a page.

    Raises:
        NotServedError: The page has none of that key.
    """
    card = contents.card(found.page.url, key, found.filters)
    if card is None:
        known = ", ".join(each.key for each in contents.every(found.page.url, found.filters))
        raise NotServedError(404, "No such figure or list", f"This page has: {known}.")
    return card


def content_of(shown: Shown) -> Content:
    """The figure, list or sheet of a card.

    Raises:
        NotServedError: It rests on a table that breaks a rule, or could not be made.
    """
    try:
        return shown.content()
    except TableFailedError as error:
        title = datasets.spec(error.table).title
        findings = (str(finding) for finding in error.findings[:5])
        said = f"It rests on the table “{title}”, which breaks a rule:"
        raise NotServedError(503, "Not served", said, *findings) from error
    except Exception as error:
        _LOG.exception("card %s of page /%s", shown.card.key, shown.page.url)
        raise NotServedError(503, "Not served", "It could not be made.") from error
