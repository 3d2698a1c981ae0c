"""The figure card: title, reading of the filters, figure, and beside it what stands behind it.

A card is a fragment: opening its table reruns the card alone. Table, sources, downloads and
citation are made only when asked for. A figure that cannot be made takes down its own card.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

import datasets
from dashboard import cache
from dashboard.charts.figure import Figure
from dashboard.contents import Card
from dashboard.exports import Shown, export, source_line, work
from dashboard.figures.base import FigureSpec
from dashboard.markup.base import cited, notes_html, sources_html, table_html
from dashboard.shell.behind import cite_panel, code_panel, download_buttons, embed_panel
from dashboard.shell.chart_component import Selection, show_chart
from dashboard.shell.widgets import View
from dashboard.words.text import literal
from datasets.record import TableFailedError

ROWS_A_PAGE = 50
FINDINGS_SHOWN = 5

_PANELS = ("Table", "Sources", "Download", "Code", "Cite", "Embed")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Card:
    """One card on a page; see :func:`figure_card`."""

    view: View
    spec: FigureSpec
    controls: Callable[[], None] | None
    on_select: Callable[[Selection], None] | None

    @property
    def key(self) -> str:
        """Key of the figure."""
        return self.spec.key

    @property
    def shown(self) -> Shown:
        """The figure under the reader's filters."""
        return shown_on(self.view, self.spec)


def figure_card(
    view: View,
    spec: FigureSpec,
    *,
    controls: Callable[[], None] | None = None,
    on_select: Callable[[Selection], None] | None = None,
) -> None:
    """Show a figure in its card.

    Only the filters that the figure depends on are read out, stand in its file names, and make it
    anew when they change. The figure is kept and shown to all readers.

    Args:
        view: The view, as ``layout.page`` returned it.
        spec: The figure.
        controls: Draws widgets that belong to this figure alone, between title and figure.
        on_select: Called once for each new selection in the figure; it may call
            ``widgets.set_filters``.
    """
    with st.container(key=f"card-{spec.key}"):
        _draw(_Card(view, spec, controls, on_select))


def shown_on(view: View, card: Card) -> Shown:
    """A card under the filters of a view."""
    return Shown(view.spec, card, view.filters, view.home)


@st.fragment
def _draw(card: _Card) -> None:
    shown = card.shown
    try:
        figure = cache.content(card.spec, shown.used)
    except TableFailedError as error:
        unavailable(error)
        return
    except Exception:
        _LOG.exception("card %s of page /%s", card.key, card.view.spec.url)
        st.warning("This figure could not be drawn. The rest of the page is not affected.")
        return
    st.header(literal(figure.title), anchor=card.key)
    if shown.reading:
        st.caption(literal(shown.reading))
    if card.controls is not None:
        card.controls()
    selection = show_chart(
        figure,
        key=f"figure-{card.key}",
        selectable=card.on_select is not None,
        subtitle=shown.reading,
        source_line=source_line(figure),
    )
    _tell_once(card, selection)
    if figure.empty:
        what_to_widen(card.view, card.spec.uses)
        return
    if figure.notes:
        st.html(notes_html(figure.notes))
    panel = st.segmented_control(
        f"Behind the figure “{figure.title}”",
        _PANELS,
        label_visibility="collapsed",
        key=f"panel-{card.key}",
    )
    if panel is not None:
        with st.container(key=f"behind-{card.key}"):
            _panel(panel, shown, figure)


def _panel(panel: str, shown: Shown, figure: Figure) -> None:
    key = shown.card.key
    match panel:
        case "Table":
            paged_table(figure.table, figure.columns, figure.title, key)
        case "Sources":
            _sources(figure.sources, key)
        case "Download":
            download_buttons(export(shown, figure), key)
        case "Code":
            code_panel(shown, figure)
        case "Cite":
            cite_panel(work(shown, figure), key, shown.relative_file)
        case "Embed":
            embed_panel(shown, figure)


def paged_table(frame: pd.DataFrame, headings: Mapping[str, str], caption: str, key: str) -> None:
    """A table of which :data:`ROWS_A_PAGE` rows are shown at a time."""
    start = _page_start(len(frame), key)
    st.html(table_html(frame.iloc[start : start + ROWS_A_PAGE], headings, caption))


def rows_in_sight(rows: int, size: int | None, key: str) -> tuple[int, int]:
    """Draw a page control where rows are many; where the rows in sight begin and end.

    Args:
        rows: How many there are.
        size: Rows shown at a time; None for all.
        key: Key of the control; another one begins at the first page.
    """
    if size is None or rows <= size:
        return 0, rows
    with st.container(horizontal=True, vertical_alignment="center"):
        page = st.pagination(-(-rows // size), key=key, max_visible_pages=5)
        start = (page - 1) * size
        end = min(start + size, rows)
        st.caption(f"{start + 1:,}–{end:,} of {rows:,}")
    return start, end


def _page_start(rows: int, key: str) -> int:
    """Draw the page control where it is needed and return the first row of the page."""
    if rows <= ROWS_A_PAGE:
        return 0
    pages = -(-rows // ROWS_A_PAGE)
    with st.container(horizontal=True, vertical_alignment="center"):
        # Other rows begin with their own first page.
        page = st.pagination(pages, key=f"page-{key}-{rows}", max_visible_pages=5)
        start = (page - 1) * ROWS_A_PAGE
        st.caption(f"Rows {start + 1}–{min(start + ROWS_A_PAGE, rows)} of {rows:,}")
    return start


def _sources(ids: Sequence[str], key: str) -> None:
    """The sources of a figure: publisher, kind, date, link."""
    if not ids:
        st.caption("No sources are named for this figure.")
        return
    rows = cited(ids, cache.sources_by_id())
    start = _page_start(len(rows), f"{key}-sources")
    st.html(sources_html(rows[start : start + ROWS_A_PAGE], first=start + 1))


def _tell_once(card: _Card, selection: Selection | None) -> None:
    """Hand a selection on the first time it is seen: it stays in the figure on later runs."""
    memory = f"selected-{card.key}"
    if card.on_select is None or st.session_state.get(memory) == selection:
        return
    st.session_state[memory] = selection
    if selection is not None:
        card.on_select(selection)


def what_to_widen(view: View, keys: Sequence[str]) -> None:
    """Name the restrictions, among the filters given, that leave nothing to show."""
    restricting = [
        param.label.lower()
        for param in view.params
        if param.key in keys and param.restricts(view.filters[param.key])
    ]
    if restricting:
        st.info(f"Nothing matches. Widen or clear: {', '.join(restricting)}.")


def unavailable(error: TableFailedError) -> None:
    """Say which table is missing and which file, line and rule are to blame."""
    title = literal(datasets.spec(error.table).title)
    lines = [f"The table “{title}” could not be read, so this part of the page is not shown."]
    lines += [f"- {literal(str(finding))}" for finding in error.findings[:FINDINGS_SHOWN]]
    if len(error.findings) > FINDINGS_SHOWN:
        lines.append(f"- and {len(error.findings) - FINDINGS_SHOWN} more")
    st.warning("\n".join(lines))
