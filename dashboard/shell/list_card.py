"""The card of a list: title, reading of the filters, records page by page, and what stands behind.

It is to lists what :mod:`dashboard.shell.card` is to figures: a fragment of its own, which a
failing table takes down alone.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import cache
from dashboard.exports import Shown, export, sources_of, whole_table, work
from dashboard.figures.listing import Listing, ListSpec
from dashboard.markup.base import Sources, cited, notes_html, sources_html
from dashboard.shell.behind import cite_panel, code_panel, download_buttons
from dashboard.shell.card import rows_in_sight, shown_on, unavailable, what_to_widen
from dashboard.shell.widgets import View
from dashboard.words.text import literal
from datasets.record import TableFailedError

_PANELS = ("Sources", "Download", "Code", "Cite")
_SOURCES_A_PAGE = 50
_LOG = logging.getLogger(__name__)


#: Draws the rows in sight, given the sources by id.
Draw = Callable[[pd.DataFrame, Sources], None]


@dataclass(frozen=True, slots=True)
class _Card:
    view: View
    spec: ListSpec
    controls: Callable[[], None] | None
    draw: Draw | None

    @property
    def shown(self) -> Shown:
        """The list under the reader's filters."""
        return shown_on(self.view, self.spec)


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
    try:
        _show(card)
    except TableFailedError as error:
        unavailable(error)
    except Exception:
        _LOG.exception("list %s of page /%s", card.spec.key, card.view.spec.url)
        st.warning("This list could not be drawn. The rest of the page is not affected.")


def _show(card: _Card) -> None:
    view, spec = card.view, card.spec
    listing = cache.content(spec, card.shown.used)
    sources = cache.sources_by_id()
    st.header(literal(listing.title), anchor=spec.key)
    count = f"{len(listing.rows):,} of {listing.total:,} {listing.noun}."
    st.caption(literal(f"{card.shown.reading} {count}".strip()))
    if card.controls is not None:
        card.controls()
    if listing.head:
        st.html(listing.head)
    if listing.rows.empty:
        if not listing.head:
            what_to_widen(view, spec.uses)
        return
    key = f"page-{spec.key}-{card.shown.mark}"
    start, end = rows_in_sight(len(listing.rows), listing.a_page, key)
    seen = listing.rows.iloc[start:end]
    if card.draw is not None:
        card.draw(seen, sources)
    else:
        st.html(listing.render(seen, sources))
    if listing.notes:
        st.html(notes_html(listing.notes))
    _behind(card, listing, sources)


def _behind(card: _Card, listing: Listing, sources: Sources) -> None:
    key = card.spec.key
    panel = st.segmented_control(
        f"Behind the list “{listing.title}”",
        _PANELS,
        label_visibility="collapsed",
        key=f"panel-{key}",
    )
    if panel is None:
        return
    shown = card.shown
    with st.container(key=f"behind-{key}"):
        match panel:
            case "Sources":
                _sources(cited(sources_of(listing), sources), key)
            case "Download":
                download_buttons(export(shown, listing), key)
                if listing.whole is not None and len(listing.rows) < len(listing.whole):
                    st.markdown("**The whole table**")
                    download_buttons(whole_table(shown, listing, listing.whole), f"{key}-whole")
            case "Code":
                code_panel(shown, listing)
            case "Cite":
                cite_panel(work(shown, listing), key, shown.relative_file)


def _sources(named: Sequence[Any], key: str) -> None:
    if not named:
        st.caption("No sources are named for this list.")
        return
    start = 0
    if len(named) > _SOURCES_A_PAGE:
        page = st.pagination(-(-len(named) // _SOURCES_A_PAGE), key=f"page-{key}-sources")
        start = (page - 1) * _SOURCES_A_PAGE
    st.html(sources_html(named[start : start + _SOURCES_A_PAGE]))
