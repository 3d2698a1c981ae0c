"""Rows that are generated, not a table of the record: the dictionary, findings, versions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.markup.base import table_html
from dashboard.state.view import Filters


@dataclass(frozen=True, eq=False)
class Sheet:
    """Generated rows under the reader's filters.

    Attributes:
        title: What the rows are.
        rows: The rows in order of display.
        headings: Column → heading; downloads hold these columns.
        noun: What a row is, in the plural.
        total: Rows that there would be without filters.
        render: Makes HTML of the rows in sight; a plain table of all columns where None.
        intro: HTML that stands above the rows, also where none is left.
        empty: What to say where there is no row though nothing is filtered.
        a_page: Rows shown at a time.
    """

    title: str
    rows: pd.DataFrame
    headings: Mapping[str, str]
    noun: str
    total: int
    render: Callable[[pd.DataFrame], str] | None = None
    intro: str = ""
    empty: str = ""
    a_page: int = 50

    def html(self, part: pd.DataFrame) -> str:
        """HTML of some of the rows."""
        if self.render is not None:
            return self.render(part)
        return table_html(part, self.headings, self.title)


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """A sheet of a page.

    Attributes:
        page: Path of the page.
        key: Unique among the figures, lists and sheets of the page and never changed.
        build: Makes the sheet from the filters named in ``uses`` and the data, nothing else.
        uses: Keys of the filters on which it depends.
        kept: Whether what is built is kept for all readers.
    """

    page: str
    key: str
    build: Callable[[Filters], Sheet]
    uses: tuple[str, ...] = ()
    kept: bool = True
