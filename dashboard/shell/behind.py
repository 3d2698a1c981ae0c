"""What stands behind every card: downloads, code, citations and the frame for other sites."""

import logging
from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

import datasets
from dashboard import exports
from dashboard.charts.figure import Figure
from dashboard.downloads import snippets
from dashboard.downloads.citations import STYLES, Work
from dashboard.downloads.formats import Export
from dashboard.downloads.spool import lay_out
from dashboard.exports import Content, Shown
from dashboard.figures.listing import Listing
from dashboard.lookup.addresses import embed_address, table_address
from dashboard.markup.base import downloads_html
from dashboard.selection import rows_address, table_query
from dashboard.shell.chart_component import reserved
from dashboard.shell.copying import copy_button
from dashboard.words.text import literal

_FRAME_PX = 190  # title, filters and source line around an embedded figure

_LOG = logging.getLogger(__name__)

_TOOLS = {tool.code: tool for tool in snippets.TOOLS}
_STYLES = {style.code: style for style in STYLES}


def download_buttons(export: Export, key: str) -> None:
    """One link a format; the file is made when the link is followed.

    Args:
        export: Rows and what goes with them.
        key: Unique on the page.
    """
    st.caption(f"{len(export.frame):,} rows, version {export.version}. {literal(export.licence)}")
    try:
        token = lay_out(export)
    except OSError as error:
        _LOG.error("no download of %s: %s", export.name, error)
        st.warning(
            "Downloads cannot be prepared just now: the server has no room for temporary files. "
            "Everything else works; whole tables stand on the Data page."
        )
        return
    with st.container(key=f"downloads-{key}"):
        st.html(downloads_html(export, f"take/{token}"))


def cite_panel(work: Work, key: str, file_address: Callable[[str], str] | None = None) -> None:
    """The citation in the style chosen, to copy or as a file.

    Args:
        work: What is cited.
        key: Unique on the page.
        file_address: Where files of the citation are found, by their ending; None where nowhere.
    """
    code = st.segmented_control(
        "Citation style",
        list(_STYLES),
        format_func=lambda code: _STYLES[code].label,
        default=STYLES[0].code,
        required=True,
        key=f"style-{key}",
        label_visibility="collapsed",
    )
    style = _STYLES[code]
    _copied(style.write(work), f"cite-{key}")
    if style.ending and file_address is not None:
        address = escape(file_address(style.ending), quote=True)
        name = escape(f"{work.key}.{style.ending}", quote=True)
        st.html(
            '<ul class="tumen-downloads" aria-label="Citation as a file">'
            f'<li><a href="{address}" download="{name}">Download as .{style.ending}</a></li></ul>'
        )


def code_panel(shown: Shown, content: Content) -> None:
    """Code that reads the rows of a card under the present filters, and the tables behind them."""
    key = f"{shown.page.url}-{shown.card.key}"
    chosen = st.segmented_control(
        "Program",
        list(_TOOLS),
        format_func=lambda code: _TOOLS[code].label,
        default=snippets.TOOLS[0].code,
        required=True,
        key=f"tool-{key}",
        label_visibility="collapsed",
    )
    tool = _TOOLS[chosen]
    source = snippets.Source(rows_address(shown), content.title, shown.reading, datasets.version())
    st.caption(literal(f"{tool.hint} The address holds the rows of this card under its filters."))
    _copied(tool.write(source), f"code-{key}", tool.language or None)
    tables = exports.tables_of(content)
    if tables and not isinstance(content, Listing):
        st.html(_tables_html(shown, tables))


def _tables_html(shown: Shown, tables: Sequence[str]) -> str:
    """Links to the whole rows behind a figure, under the filters that apply to them."""
    links = []
    for table in tables:
        query = table_query(table, shown.page, shown.filters, shown.card.uses)
        address = escape(table_address(table, "csv", query), quote=True)
        links.append(f'<a href="{address}">{escape(datasets.spec(table).title)}</a>')
    return (
        '<p class="tumen-behind">Drawn from these tables, under the filters that apply to their '
        f"rows: {', '.join(links)}.</p>"
    )


def embed_panel(shown: Shown, figure: Figure) -> None:
    """The frame that shows the figure on another site, with its sources."""
    address = embed_address(shown.page.url, shown.card.key, shown.query, shown.home)
    snippet = (
        f'<iframe src="{escape(address, quote=True)}" title="{escape(figure.title, quote=True)}" '
        f'width="100%" height="{reserved(figure) + _FRAME_PX}" loading="lazy" '
        'style="border: 0"></iframe>'
    )
    st.caption("The figure with title, filters, sources and a link back, under the same filters.")
    _copied(snippet, f"embed-{shown.page.url}-{shown.card.key}", "html")
    relative = embed_address(shown.page.url, shown.card.key, shown.query)
    st.html(
        f'<p class="tumen-behind"><a href="{escape(relative, quote=True)}">'
        "See it as it will stand there</a></p>"
    )


def _copied(text: str, key: str, language: str | None = None) -> None:
    """Text as it is, and a button that copies it."""
    st.code(text, language=language, wrap_lines=True)
    copy_button(text, f"copy-{key}")
