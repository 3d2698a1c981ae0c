"""Sections of the Data page that are text: method, changes, how to cite and to take it all."""

from collections.abc import Sequence
from html import escape

import streamlit as st

import datasets
from dashboard.charts.maps import DISCLAIMER
from dashboard.downloads.citations import database
from dashboard.figures.data.versions import data_changelog
from dashboard.filters.data import PLACED
from dashboard.lookup.addresses import cite_address
from dashboard.markup import prose
from dashboard.markup.base import link
from dashboard.shell import layout
from dashboard.shell.behind import cite_panel
from dashboard.shell.card import unavailable
from dashboard.shell.widgets import View
from dashboard.words.text import literal
from datasets.archive import archive_name
from datasets.method import Section, headings, sections
from datasets.package import DESCRIPTION, NAME
from datasets.record import TableFailedError
from datasets.registry.licences import CC_BY

_NAME = (
    "Tumen is an open data explorer, named after the river that the two countries share as a "
    "border. It shows where sources disagree, how exact a date is and what is missing, and every "
    "number leads to those who say so."
)
_ACCESS = (
    "Every figure has a text alternative and its numbers as a table; the panel below the figure "
    "opens it. No meaning is carried by colour alone. All controls can be reached by keyboard, "
    "pages follow the light or dark setting of the system, and filters stand in the address, so "
    "that a view can be bookmarked and shared. All pages can be printed."
)
_NO_REQUEST = (
    "Maps, fonts and scripts come from the same server as the page; nothing is asked of any other."
)


@st.cache_resource(show_spinner=False, max_entries=2)
def _method(version: str) -> tuple[Section, ...]:
    return sections(datasets.catalog())


def unplaced_notice(view: View) -> None:
    """Say where the filters that follow the reader do not apply."""
    if view.shared and view.filters.show not in PLACED:
        st.caption("The period and the themes chosen above do not apply to this section.")


def method(view: View) -> None:
    """The method with its contents, or the part of it that the address names."""
    part = view.filters.part
    if part:
        with st.container(key="links-method"):
            layout.view_link(view, "data", "Show the whole method", show="method")
        method_sections(part)
    else:
        st.html(_contents(headings()))
        method_sections(*(name for name, _ in headings()))


def method_sections(*names: str) -> None:
    """Sections of the method under headings that can be linked to."""
    try:
        found = {section.id: section for section in _method(datasets.version())}
    except TableFailedError as error:
        unavailable(error)
        return
    except LookupError:
        st.warning("The method could not be shown, as figures in it are missing.")
        return
    for section in (found[name] for name in names):
        with st.container(key=f"card-{section.id}"):
            st.header(literal(section.title), anchor=section.id)
            st.html(prose.html(section.text, caption=section.title))


def _contents(found: Sequence[tuple[str, str]]) -> str:
    items = "".join(
        f'<li><a href="#{escape(name, quote=True)}">{escape(heading)}</a></li>'
        for name, heading in found
    )
    return f'<nav class="tumen-contents" aria-label="Contents of the method"><ol>{items}</ol></nav>'


def changelog() -> None:
    """What each version changed, in words."""
    text = data_changelog()
    if text:
        with st.container(key="card-changelog"):
            st.header("Changes in words", anchor="changelog")
            st.html(prose.html(text))


def about(view: View) -> None:
    """What the record is, how to cite it, and all of it as one file."""
    with st.container(key="card-about"):
        st.header("What this is", anchor="about")
        st.html(prose.html(f"{DESCRIPTION}\n\n{_NAME}"))
    with st.container(key="card-cite"):
        st.header("How to cite", anchor="cite")
        _citation(view)
        st.html(
            prose.html(
                "Figures, tables and records have citations of their own, with their filters and "
                "their address, in the panel below each. Please name the version you used."
            )
        )
    with st.container(key="card-package"):
        st.header("The whole record as one file", anchor="package")
        st.html(
            prose.html(
                "All tables as CSV, a description of every table and column (Data Package 2.0), "
                "schemas, dictionary, method, changes, and the terms of each table. The file is "
                "made when it is first asked for, which takes a few seconds."
            )
        )
        name = escape(archive_name(), quote=True)
        st.html(
            '<ul class="tumen-downloads" aria-label="The whole record">'
            f'<li><a href="data/{name}" download="{name}">{name}</a>'
            "</li></ul>"
        )
        with st.container(key="links-package"):
            layout.view_link(view, "data", "Download a single table or a selection", show="tables")


@st.fragment
def _citation(view: View) -> None:
    work = database(datasets.version(), view.home)
    cite_panel(work, "record", lambda ending: cite_address(NAME, ending))


def terms_and_limits() -> None:
    """Terms in general, boundaries, and who can use the pages how."""
    with st.container(key="card-limits"):
        st.header("Terms, boundaries, accessibility", anchor="limits")
        ours = link(CC_BY.url, CC_BY.title)
        st.html(
            '<div class="tumen-prose"><p>Rows, wording and arrangement are our own and free to '
            f"reuse with attribution ({ours}), except where the table above names other terms. "
            "Sources keep their own rights.</p>"
            f"<h3>Boundaries on maps</h3><p>{escape(DISCLAIMER)}</p>"
            f"<h3>Accessibility</h3><p>{escape(_ACCESS)}</p>"
            f"<h3>Privacy</h3><p>{escape(_NO_REQUEST)}</p></div>"
        )
