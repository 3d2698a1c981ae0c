"""A list of records on a page: what is listed, and how, apart from where it is shown."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from dashboard.markup.base import Sources
from dashboard.state.view import Filters

#: Makes HTML of the rows in sight and the sources by id.
Render = Callable[[pd.DataFrame, Sources], str]


@dataclass(frozen=True, eq=False)
class Listing:
    """Records under the reader's filters.

    Attributes:
        title: What is listed.
        table: Id of the dataset table whose rows they are; downloads hold its columns.
        rows: The rows in order of display, with the columns of the table and those that
            ``render`` needs.
        render: Makes HTML of the rows in sight.
        noun: What a row is, in the plural.
        total: Rows that there would be without filters.
        head: HTML that stands above the rows on every page of them, such as a tally.
        notes: Caveats.
        a_page: Rows shown at a time; None for all.
        whole: All rows of the table, to be offered for download beside those listed; None where
            the list is all that is offered.
    """

    title: str
    table: str
    rows: pd.DataFrame
    render: Render
    noun: str
    total: int
    head: str = ""
    notes: tuple[str, ...] = ()
    a_page: int | None = 20
    whole: pd.DataFrame | None = None


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list of a page.

    Attributes:
        page: Path of the page.
        key: Unique among the figures and lists of the page and never changed.
        build: Makes the list from the filters named in ``uses`` and the data, nothing else.
        uses: Keys of the filters on which it depends.
        kept: Whether what is built is kept for all readers; not where the rows can be very many.
    """

    page: str
    key: str
    build: Callable[[Filters], Listing]
    uses: tuple[str, ...]
    kept: bool = True
