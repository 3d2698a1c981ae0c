"""The card of generated rows: title, reading of the filters, rows page by page, downloads."""

import logging
from dataclasses import dataclass

import streamlit as st

from dashboard import cache
from dashboard.exports import Shown, export, work
from dashboard.figures.sheet import Sheet, SheetSpec
from dashboard.markup.base import notes_html
from dashboard.shell.behind import cite_panel, code_panel, download_buttons
from dashboard.shell.card import rows_in_sight, shown_on, unavailable, what_to_widen
from dashboard.shell.widgets import View
from dashboard.words.text import literal
from datasets.record import TableFailedError

_PANELS = ("Download", "Code", "Cite")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Card:
    view: View
    spec: SheetSpec

    @property
    def shown(self) -> Shown:
        """The rows under the reader's filters."""
        return shown_on(self.view, self.spec)


def sheet_card(view: View, spec: SheetSpec) -> None:
    """Show generated rows in their card.

    Args:
        view: The view, as ``layout.page`` returned it.
        spec: The rows.
    """
    with st.container(key=f"card-{spec.key}"):
        _draw(_Card(view, spec))


@st.fragment
def _draw(card: _Card) -> None:
    try:
        _show(card)
    except TableFailedError as error:
        unavailable(error)
    except Exception:
        _LOG.exception("sheet %s of page /%s", card.spec.key, card.view.spec.url)
        st.warning("This part of the page could not be shown. The rest is not affected.")


def _show(card: _Card) -> None:
    view, spec = card.view, card.spec
    sheet = cache.content(spec, card.shown.used)
    st.header(literal(sheet.title), anchor=spec.key)
    said = f"{card.shown.reading} {_count(sheet)}".strip()
    if said:
        st.caption(literal(said))
    if sheet.intro:
        st.html(sheet.intro)
    if sheet.rows.empty:
        if sheet.total:
            what_to_widen(view, spec.uses)
        elif sheet.empty:
            st.html(notes_html((sheet.empty,)))
        return
    key = f"page-{spec.key}-{card.shown.mark}"
    start, end = rows_in_sight(len(sheet.rows), sheet.a_page, key)
    st.html(sheet.html(sheet.rows.iloc[start:end]))
    _behind(card, sheet)


def _count(sheet: Sheet) -> str:
    """How many rows there are, or how many of them are left."""
    if not sheet.total:
        return ""
    noun = sheet.noun if sheet.total != 1 else sheet.noun.removesuffix("s")
    left = f"{len(sheet.rows):,} of " if len(sheet.rows) != sheet.total else ""
    return f"{left}{sheet.total:,} {noun}."


def _behind(card: _Card, sheet: Sheet) -> None:
    key = card.spec.key
    panel = st.segmented_control(
        f"Behind “{sheet.title}”", _PANELS, label_visibility="collapsed", key=f"panel-{key}"
    )
    if panel is None:
        return
    shown = card.shown
    with st.container(key=f"behind-{key}"):
        match panel:
            case "Download":
                download_buttons(export(shown, sheet), key)
            case "Code":
                code_panel(shown, sheet)
            case "Cite":
                cite_panel(work(shown, sheet), key, shown.relative_file)
