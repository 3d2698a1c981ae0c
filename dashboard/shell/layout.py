"""The frame of every page: navigation, filters that follow the reader, heading, notices, footer."""

from collections.abc import Hashable, Mapping
from html import escape

import streamlit as st

import datasets
from dashboard.downloads.citations import PROJECT, SUBTITLE
from dashboard.lookup.addresses import brief_address, package_address
from dashboard.navigation import EVERYWHERE, PAGES, PageSpec
from dashboard.navigation import page as page_at
from dashboard.shell import widgets
from dashboard.shell.behind import download_buttons
from dashboard.shell.card import figure_card, paged_table
from dashboard.shell.copying import copy_button
from dashboard.shell.returning import run_again_on_return
from dashboard.shell.widgets import View
from dashboard.state.period import Period
from dashboard.state.view import Choices, defaults, to_query
from dashboard.words.text import literal

__all__ = ["download_buttons", "figure_card", "page", "paged_table", "view_link"]

#: Sections of the page of the data to which the footer leads, and what the links say.
_FOOTER = {
    "method": "Method",
    "sources": "Sources",
    "coverage": "Coverage and bias",
    "about": "Cite and download",
}

_NOTICES = 5  # values named one by one before the rest is only counted
_LONGEST_NAMED = 60


def page(url: str, controls: tuple[str, ...] | None = None) -> View:
    """Begin a page: heading, purpose, what of the address was not understood, the page's filters.

    Args:
        url: Path of the page, as in its ``PageSpec``.
        controls: Keys of the page's filters to draw under the heading; all of its own where None.
            Draw the others with ``widgets.control`` beside the figure they belong to.

    Returns:
        The view, with the filters as ``view.filters``.
    """
    spec = page_at(url)
    view = widgets.open_view(spec)
    st.title(spec.title, anchor=False)
    st.html(f'<p class="tumen-purpose">{escape(spec.description)}</p>')
    _notice(view)
    named = tuple(param.key for param in spec.params) if controls is None else controls
    if named:
        widgets.controls(view, *named)
    return view


def _notice(view: View) -> None:
    """Name what the address holds that was not understood."""
    if not view.ignored:
        return
    said = []
    for part in view.ignored[:_NOTICES]:
        value = part.value
        shown = value if len(value) <= _LONGEST_NAMED else f"{value[:_LONGEST_NAMED]}…"
        said.append(f"{literal(part.name[:_LONGEST_NAMED])} = “{literal(shown)}” {part.why}")
    rest = len(view.ignored) - len(said)
    tail = f"; and {rest} more" if rest else ""
    st.warning(f"Not understood in the address, and left out: {'; '.join(said)}{tail}.")


def masthead(pages: dict[str, st.Page], current: PageSpec) -> None:
    """Name, navigation and the filters that follow the reader; drawn before the page itself.

    Every link carries the shared filters, so that it can also be opened in a new tab.

    Args:
        pages: Streamlit's page for each path.
        current: The page shown.
    """
    view = widgets.open_view(current)
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        with st.container(key="brand", width="content"):
            if current.url:
                _nav_link(pages[""], PROJECT, view)
            else:
                st.html(f'<span class="tumen-brand">{PROJECT}</span>')
        with st.container(key="nav", horizontal=True, width="content"):
            _links(pages, view)
        with (
            st.container(key="nav-small", width="content"),
            st.popover("Menu", key="menu", type="tertiary"),
        ):
            _links(pages, view)
    with st.container(key="everywhere", horizontal=True, vertical_alignment="center"):
        _shared_filters(view)
    run_again_on_return()


def _links(pages: dict[str, st.Page], view: View) -> None:
    for spec in PAGES:
        if spec is view.spec:
            st.html(f'<span class="tumen-here" aria-current="page">{escape(spec.title)}</span>')
        else:
            _nav_link(pages[spec.url], spec.title, view)


def _nav_link(target: st.Page, label: str, view: View) -> None:
    # An empty help keeps the page's description from becoming a tooltip.
    st.page_link(target, label=label, icon="", help="", query_params=view.shared)


def _shared_filters(view: View) -> None:
    period, themes = EVERYWHERE
    if not isinstance(period, Period) or not isinstance(themes, Choices):
        raise TypeError("the filters of every page are a period and themes")
    with st.popover(f"Period: {view.filters.period}", key="pick-period", type="tertiary"):
        widgets.control(view, "period")
        for preset, years in period.spans:
            query = to_query(view.params, view.filters.replace(period=years))
            _link_here(f"{years} · {preset.title}", query, f"era-{preset.code}")
    chosen = widgets.summary(themes, view.filters.themes)
    with st.popover(f"Themes: {chosen}", key="pick-themes", type="tertiary"):
        widgets.control(view, "themes")
    if view.query:
        _link_here("Clear filters", {}, "clear-filters")
    with st.container(key="take", horizontal=True, vertical_alignment="center", width="content"):
        copy_button(view.address, "copy-link", "Copy link")
        st.html(_take_links(view))


def _take_links(view: View) -> str:
    """Links to the page as a document, and to its tables as one file, both under its filters."""
    brief = escape(brief_address(view.spec.url, view.query), quote=True)
    package = escape(package_address(view.spec.url, view.query), quote=True)
    return (
        f'<a class="tumen-take" href="{brief}" title="This page to print, with complete tables and '
        'sources">Brief</a>'
        f'<a class="tumen-take" href="{package}" download title="The tables of this page under its '
        'filters, as one archive">Package<span> of this view</span></a>'
    )


def _link_here(label: str, query: Mapping[str, str], key: str) -> None:
    """A change of the filters of this page that looks like a link.

    Streamlit's own links to the page they stand on leave the address bar as it was.
    """
    st.button(literal(label), key=key, type="tertiary", on_click=widgets.write_query, args=(query,))


def view_link(view: View, url: str, label: str, **values: Hashable) -> None:
    """A link to a page under filters of our choice, such as a guided question.

    Args:
        view: The view in which the link stands.
        url: Path of the page it leads to.
        label: What the link says.
        values: Filter key → value; the other filters stand at their defaults.

    Raises:
        KeyError: There is no such page, or it has no such filter.
    """
    spec = page_at(url)
    wanted = defaults(spec.all_params).replace(**values)
    query = to_query(spec.all_params, wanted)
    if spec is view.spec:
        _link_here(label, query, f"link-{label}")
    else:
        target = f"views/{spec.file}.py"
        st.page_link(target, label=literal(label), icon="", help="", query_params=query)


def footer(pages: dict[str, st.Page], current: PageSpec) -> None:
    """Version, licence and the way to method and sources; drawn after the page.

    Args:
        pages: Streamlit's page for each path.
        current: The page shown.
    """
    with st.container(key="footer"):
        st.html(
            f"<p>{PROJECT}: {SUBTITLE}. Data version {datasets.version()}. "
            "Our own rows and wording: Creative Commons Attribution 4.0; each table states its "
            "own terms.</p>"
        )
        if "data" in pages:
            with st.container(horizontal=True, key="footer-links"):
                for section, label in _FOOTER.items():
                    _footer_link(pages["data"], current, section, label)


def _footer_link(target: st.Page, current: PageSpec, section: str, label: str) -> None:
    query = {"show": section}
    if current.url == "data":
        _link_here(label, query, f"footer-{section}")
    else:
        st.page_link(target, label=label, icon="", help="", query_params=query)
