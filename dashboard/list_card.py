"""The card of a list: title, reading of the filters, records page by page, and what stands behind.

It is to lists what :mod:`dashboard.card` is to figures: a fragment of its own, which a failing
table takes down alone.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

import datasets
from dashboard import cache
from dashboard.card import download_buttons, unavailable, what_to_widen
from dashboard.citations import view_citation
from dashboard.downloads import Export, fields_of_table, source_ids
from dashboard.figures.listing import Listing, ListSpec
from dashboard.markup import notes_html, sources_html
from dashboard.state import slug
from dashboard.text import literal
from dashboard.widgets import View
from datasets.record import TableFailedError

_PANELS = ("Sources", "Download", "Cite")
_SOURCES_A_PAGE = 50
_LOG = logging.getLogger(__name__)


#: Draws the rows in sight, given the table of sources by id.
Draw = Callable[[pd.DataFrame, pd.DataFrame], None]


@dataclass(frozen=True, slots=True)
class _Card:
    view: View
    spec: ListSpec
    controls: Callable[[], None] | None
    draw: Draw | None

    @property
    def reading(self) -> str:
        """The filters on which the list depends, in a sentence."""
        return self.view.reading(*self.spec.uses)


def list_card(
    view: View,
    spec: ListSpec,
    *,
    controls: Callable[[], None] | None = None,
    draw: Draw | None = None,
) -> None:
    """Show a list in its card.

    Args:
        view: The view, as ``layout.page`` returned it.
        spec: The list.
        controls: Draws widgets that belong to this list alone, between title and records.
        draw: Draws the rows in sight where plain HTML will not do, as with titles that open a
            record.
    """
    with st.container(key=f"card-{spec.key}"):
        _draw(_Card(view, spec, controls, draw))


@st.fragment
def _draw(card: _Card) -> None:
    view, spec = card.view, card.spec
    try:
        listing = spec.build(view.filters.only(*spec.uses))
        sources = cache.frame("sources").set_index("id", drop=False)
    except TableFailedError as error:
        unavailable(error)
        return
    except Exception:
        _LOG.exception("list %s of page /%s", spec.key, view.spec.url)
        st.warning("This list could not be drawn. The rest of the page is not affected.")
        return
    st.header(literal(listing.title), anchor=spec.key)
    count = f"{len(listing.rows):,} of {listing.total:,} {listing.noun}."
    st.caption(literal(f"{card.reading} {count}".strip()))
    if card.controls is not None:
        card.controls()
    if listing.head:
        st.html(listing.head)
    if listing.rows.empty:
        if not listing.head:
            what_to_widen(view, spec.uses)
        return
    start, end = _span(card, listing)
    seen = listing.rows.iloc[start:end]
    if card.draw is not None:
        card.draw(seen, sources)
    else:
        st.html(listing.render(seen, sources))
    if listing.notes:
        st.html(notes_html(listing.notes))
    _behind(card, listing, sources)


def _span(card: _Card, listing: Listing) -> tuple[int, int]:
    """Draw the page control and return first and last row; new filters begin anew."""
    rows, size = len(listing.rows), listing.a_page
    if size is None or rows <= size:
        return 0, rows
    key = f"page-{card.spec.key}-{hash(card.view.filters.only(*card.spec.uses))}"
    with st.container(horizontal=True, vertical_alignment="center"):
        page = st.pagination(-(-rows // size), key=key, max_visible_pages=5)
        start = (page - 1) * size
        end = min(start + size, rows)
        st.caption(f"{start + 1:,}–{end:,} of {rows:,}")
    return start, end


def _behind(card: _Card, listing: Listing, sources: pd.DataFrame) -> None:
    key = card.spec.key
    panel = st.segmented_control(
        f"Behind the list “{listing.title}”",
        _PANELS,
        label_visibility="collapsed",
        key=f"panel-{key}",
    )
    if panel is None:
        return
    export = _export(card, listing, sources)
    with st.container(key=f"behind-{key}"):
        match panel:
            case "Sources":
                _sources(export.sources, key)
            case "Download":
                download_buttons(export, key)
                if listing.whole is not None and len(listing.rows) < len(listing.whole):
                    st.markdown("**The whole table**")
                    download_buttons(_whole(card, listing, listing.whole, sources), f"{key}-whole")
            case "Cite":
                st.code(export.citation, language=None, wrap_lines=True)


def _sources(cited: pd.DataFrame, key: str) -> None:
    if cited.empty:
        st.caption("No sources are named for this list.")
        return
    start = 0
    if len(cited) > _SOURCES_A_PAGE:
        page = st.pagination(-(-len(cited) // _SOURCES_A_PAGE), key=f"page-{key}-sources")
        start = (page - 1) * _SOURCES_A_PAGE
    st.html(sources_html(cited.iloc[start : start + _SOURCES_A_PAGE]))


def _export(card: _Card, listing: Listing, sources: pd.DataFrame) -> Export:
    """The rows of the table itself, codes and all, as other programs want them."""
    view, spec = card.view, datasets.spec(listing.table)
    return Export(
        name=f"{view.spec.url}-{card.spec.key}",
        title=listing.title,
        frame=listing.rows[list(spec.columns)],
        fields=fields_of_table(spec.columns),
        sources=_cited(listing.rows, sources),
        filters=card.reading,
        slug=slug(view.params, view.filters.only(*card.spec.uses)),
        version=datasets.version(),
        licence=spec.licence.title,
        citation=view_citation(listing.title, card.reading, datasets.version(), view.address),
        notes=listing.notes,
        address=view.address,
    )


def _whole(card: _Card, listing: Listing, frame: pd.DataFrame, sources: pd.DataFrame) -> Export:
    """Every row of the table, whatever is filtered."""
    spec, version = datasets.spec(listing.table), datasets.version()
    return Export(
        name=spec.id,
        title=spec.title,
        frame=frame,
        fields=fields_of_table(spec.columns),
        sources=_cited(frame, sources),
        version=version,
        licence=spec.licence.title,
        citation=view_citation(spec.title, "", version, card.view.address),
        notes=listing.notes,
    )


def _cited(rows: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The sources that rows name, in the order of the rows."""
    return sources.loc[[source for source in source_ids(rows) if source in sources.index]]
