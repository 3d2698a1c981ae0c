"""What a figure of a page is, apart from how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.charts.figure import Figure
from dashboard.state.view import Filters


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A figure of a page.

    Attributes:
        page: Path of the page, as in its ``PageSpec``; empty for the start page.
        key: Unique on the page and never changed: part of addresses and file names.
        build: Makes the figure from the filters named in ``uses`` and the data, nothing else.
        uses: Keys of the filters on which the figure depends; at least one.
        kept: Whether what is built is kept for all readers.
    """

    page: str
    key: str
    build: Callable[[Filters], Figure]
    uses: tuple[str, ...]
    kept: bool = True
