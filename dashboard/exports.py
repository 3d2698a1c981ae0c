"""What a card hands out: its rows with all that must travel with them, and how to cite it.

The same for the card on its page, for the file at its plain address and for the brief.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

import pandas as pd

import datasets
from dashboard import cache, contents
from dashboard.charts.figure import Figure
from dashboard.downloads.citations import PROJECT, Work, view_citation
from dashboard.downloads.formats import Export, Field, fields_of_figure, fields_of_table, source_ids
from dashboard.figures.listing import Listing
from dashboard.figures.sheet import Sheet
from dashboard.lookup.addresses import card_address, page_address, page_name, table_address
from dashboard.navigation import PageSpec
from dashboard.state.view import Filters, describe, slug, to_query
from datasets.registry.licences import CC_BY

PUBLISHERS_NAMED = 4

Content = Figure | Listing | Sheet


@dataclass(frozen=True)
class Shown:
    """A card under a reader's filters.

    Attributes:
        page: The page on which it stands.
        card: What it is.
        filters: All filters of the page.
        home: Root of the dashboard, with a slash at its end.
    """

    page: PageSpec
    card: contents.Card
    filters: Filters
    home: str

    @property
    def used(self) -> Filters:
        """The filters on which it depends."""
        return self.filters.only(*self.card.uses)

    @property
    def reading(self) -> str:
        """Those filters in a sentence; empty where there are none."""
        return describe(self.page.all_params, self.used) if self.card.uses else ""

    @property
    def query(self) -> dict[str, str]:
        """Those filters as a query."""
        return to_query(self.page.all_params, self.used)

    @property
    def mark(self) -> str:
        """Those filters in ten letters, for keys of widgets.

        The same in every process: a reader who is taken over by another keeps what was opened.
        """
        return hashlib.sha256(urlencode(self.query).encode()).hexdigest()[:10]

    @property
    def name(self) -> str:
        """Page and card, as the beginning of a file name."""
        return f"{page_name(self.page.url)}-{self.card.key}"

    @property
    def slug(self) -> str:
        """Those filters as part of a file name; empty where there are none."""
        return slug(self.page.all_params, self.used) if self.card.uses else ""

    @property
    def address(self) -> str:
        """Where the page can be opened again as it is."""
        return page_address(self.page.url, to_query(self.page.all_params, self.filters), self.home)

    def file_address(self, ending: str) -> str:
        """Where its rows or its citation are found as a file."""
        return card_address(self.page.url, self.card.key, ending, self.query, self.home)

    def relative_file(self, ending: str) -> str:
        """The same, seen from a page of the dashboard."""
        return card_address(self.page.url, self.card.key, ending, self.query)

    def content(self) -> Content:
        """The figure, list or sheet itself.

        Raises:
            TableFailedError: A table that it needs could not be read.
        """
        card: cache.Card[Content] = self.card
        return cache.content(card, self.used)


def work(shown: Shown, content: Content) -> Work:
    """The card as something to cite."""
    return Work(content.title, shown.reading, datasets.version(), shown.address)


def export(shown: Shown, content: Content) -> Export:
    """The rows of a card with all that must travel with them."""
    frame, fields = _rows(content)
    return Export(
        name=shown.name,
        title=content.title,
        frame=frame,
        fields=fields,
        sources=cache.sources(sources_of(content)),
        filters=shown.reading,
        slug=shown.slug,
        version=datasets.version(),
        licence=licences(tables_of(content)),
        citation=view_citation(content.title, shown.reading, datasets.version(), shown.address),
        notes=() if isinstance(content, Sheet) else content.notes,
        address=shown.address,
    )


def whole_table(shown: Shown, listing: Listing, frame: pd.DataFrame) -> Export:
    """Every row of the table of a list, whatever is filtered.

    Args:
        shown: The list.
        listing: What it holds.
        frame: The table.
    """
    spec, version = datasets.spec(listing.table), datasets.version()
    address = table_address(spec.id, "csv", {}, shown.home)
    return Export(
        name=spec.id,
        title=spec.title,
        frame=frame[list(spec.columns)],
        fields=fields_of_table(spec.columns),
        sources=cache.sources(source_ids(frame)),
        version=version,
        licence=spec.licence.title,
        citation=view_citation(spec.title, "", version, address),
        notes=listing.notes,
        address=address,
    )


def _rows(content: Content) -> tuple[pd.DataFrame, tuple[Field, ...]]:
    match content:
        case Figure():
            return content.table[list(content.columns)], fields_of_figure(content.columns)
        case Listing():
            columns = datasets.spec(content.table).columns
            # The rows of the table itself, codes and all, as other programs want them.
            return content.rows[list(columns)], fields_of_table(columns)
    return content.rows[list(content.headings)], fields_of_figure(content.headings)


def tables_of(content: Content) -> tuple[str, ...]:
    """Ids of the tables behind a card."""
    match content:
        case Figure():
            return content.tables
        case Listing():
            return (content.table,)
    return ()


def sources_of(content: Content) -> tuple[str, ...]:
    """Ids of the sources behind a card, the best first."""
    match content:
        case Figure():
            return content.sources
        case Listing():
            return source_ids(content.rows)
    return ()


def licences(tables: Sequence[str]) -> str:
    """Terms of the tables in words; those of our own wording where there is none."""
    named = [datasets.spec(table).licence.title for table in tables]
    return "; ".join(dict.fromkeys(named or [CC_BY.title]))


@lru_cache(maxsize=cache.CARDS_KEPT)
def source_line(content: Content) -> str:
    """Publishers, version and licence in one line, for pictures and frames."""
    publishers = dict.fromkeys(cache.sources(sources_of(content))["publisher"])
    named = list(publishers)[:PUBLISHERS_NAMED]
    more = [f"{len(publishers) - len(named)} more"] if len(publishers) > len(named) else []
    sources = f"Sources: {', '.join([*named, *more])}. " if named else ""
    terms = licences(tables_of(content))
    return f"{sources}{PROJECT}, version {datasets.version()}. {terms}"
