"""Widgets to choose a table, to filter its columns and to sort its rows.

Table, column filters and order are one value in the address. As everywhere, the address leads: the
widgets are set to it on every run, and a change writes the state of all of them back.
"""

from functools import partial
from html import escape
from typing import Any

import streamlit as st

import datasets
from dashboard.browse.columns import FilterKind, bounds, filter_kind, options
from dashboard.browse.conditions import (
    Condition,
    ConditionError,
    Range,
    Terms,
    Words,
    span,
    terms,
    words,
)
from dashboard.browse.param import MOST_CONDITIONS, Browse
from dashboard.markup.base import link
from dashboard.shell import layout, widgets
from dashboard.shell.widgets import View
from dashboard.state.view import Years
from dashboard.words.text import literal
from validators.spec import TableSpec

_COMPLAINT = "browse-complaint"
_UP, _DOWN = "up", "down"
_DIRECTIONS = {_UP: "Ascending", _DOWN: "Descending"}


def table_controls(view: View) -> None:
    """Widgets of table, search, column filters and order, and what the table is."""
    browse: Browse = view.filters.browse
    changed = partial(_write, view, browse)
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls-table"):
        _table(view, browse)
        widgets.control(view, "q")
        columns = _columns(browse, changed)
        _order(browse, changed)
    if columns:
        with st.container(horizontal=True, vertical_alignment="bottom", key="controls-columns"):
            for column in columns:
                _column(browse, column, changed)
    complaint = st.session_state.pop(_COMPLAINT, "")
    if complaint:
        st.warning(complaint)


def _key(browse: Browse, *parts: str) -> str:
    """Key of a widget of one table: another table has widgets of its own."""
    return "-".join(("browse", browse.table, *parts))


def _seed(key: str, value: Any) -> None:
    """Set a widget; it is given the value as its default too, as in :mod:`dashboard.shell.widgets`."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def _table(view: View, browse: Browse) -> None:
    catalog = datasets.catalog()
    labels = {
        spec.id: f"{spec.title} ({len(catalog.tables[spec.id]):,})"
        if spec.id in catalog.tables
        else spec.title
        for spec in catalog.specs
    }
    _seed("browse-table", browse.table)
    st.selectbox(
        "Table (rows)",
        list(labels),
        index=list(labels).index(browse.table),
        format_func=labels.__getitem__,
        key="browse-table",
        on_change=_open_table,
        args=(view,),
        width=300,
    )


def _open_table(view: View) -> None:
    """Another table begins without filters and in its own order."""
    widgets.change(view.spec, browse=Browse(st.session_state["browse-table"]))


def _columns(browse: Browse, changed: Any) -> list[str]:
    """Choose the columns to filter by; those that the address filters are among them."""
    key = _key(browse, "columns")
    filtered = [condition.column for condition in browse.where]
    picked = [name for name in st.session_state.get(key, ()) if name not in filtered]
    chosen = [*filtered, *picked][:MOST_CONDITIONS]
    _seed(key, chosen)
    described = datasets.spec(browse.table).columns
    st.multiselect(
        "Filter by columns",
        list(described),
        default=chosen,
        format_func=lambda name: described[name].title,
        max_selections=MOST_CONDITIONS,
        placeholder=f"Up to {MOST_CONDITIONS}",
        key=key,
        on_change=changed,
        width=260,
    )
    return chosen


def _order(browse: Browse, changed: Any) -> None:
    described = datasets.spec(browse.table).columns
    key = _key(browse, "sort")
    _seed(key, browse.sort)
    names = ["", *described]
    st.selectbox(
        "Sort by",
        names,
        index=names.index(browse.sort),
        format_func=lambda name: described[name].title if name else "Order of the table",
        key=key,
        on_change=changed,
        width=200,
    )
    if browse.sort:
        key = _key(browse, "direction")
        way = _DOWN if browse.descending else _UP
        _seed(key, way)
        st.segmented_control(
            "Direction",
            list(_DIRECTIONS),
            default=way,
            format_func=_DIRECTIONS.__getitem__,
            required=True,
            label_visibility="collapsed",
            key=key,
            on_change=changed,
        )


def _column(browse: Browse, column: str, changed: Any) -> None:
    """The widget of one column filter."""
    described = datasets.spec(browse.table).columns[column]
    held = next((each for each in browse.where if each.column == column), None)
    match filter_kind(browse.table, column):
        case FilterKind.TERMS:
            labels = dict(options(browse.table, column))
            key = _key(browse, column, "terms")
            codes = list(held.codes) if isinstance(held, Terms) else []
            _seed(key, codes)
            st.multiselect(
                described.title,
                list(labels),
                default=codes,
                format_func=labels.__getitem__,
                placeholder="All",
                help=described.description,
                key=key,
                on_change=changed,
                width=320,
            )
        case FilterKind.RANGE:
            ends = (held.low, held.high) if isinstance(held, Range) else ("", "")
            known = bounds(browse.table, column)
            for end, value, bound in zip(("from", "to"), ends, known, strict=True):
                key = _key(browse, column, end)
                _seed(key, value)
                st.text_input(
                    f"{described.heading}, {end}",
                    value,
                    placeholder=bound,
                    help=described.description,
                    key=key,
                    on_change=changed,
                    width=180,
                )
        case FilterKind.WORDS:
            key = _key(browse, column, "words")
            words = held.text if isinstance(held, Words) else ""
            _seed(key, words)
            st.text_input(
                f"{described.title} contains",
                words,
                type="search",
                help=described.description,
                key=key,
                on_change=changed,
                width=280,
            )


def _write(view: View, browse: Browse) -> None:
    """Write the state of the widgets to the address; runs before the page does."""
    state = st.session_state
    columns = state.get(_key(browse, "columns"), [])
    where = [found for column in columns if (found := _meant(browse, column))]
    sort = state.get(_key(browse, "sort"), browse.sort) or ""
    down = state.get(_key(browse, "direction"), _UP) == _DOWN
    widgets.change(view.spec, browse=Browse(browse.table, tuple(where), sort, bool(sort) and down))


def _meant(browse: Browse, column: str) -> Condition | None:
    """The filter that the widgets of a column say; the one before where they say none that can be."""
    held = next((each for each in browse.where if each.column == column), None)
    state, table = st.session_state, browse.table
    try:
        match filter_kind(table, column):
            case FilterKind.TERMS:
                codes = state.get(_key(browse, column, "terms"), ())
                return terms(table, column, codes) if codes else None
            case FilterKind.RANGE:
                ends = [state.get(_key(browse, column, end)) or "" for end in ("from", "to")]
                return span(table, column, *ends) if any(ends) else None
            case FilterKind.WORDS:
                text = state.get(_key(browse, column, "words")) or ""
                return words(column, text) if text.strip() else None
    except ConditionError as error:
        title = datasets.spec(table).columns[column].title
        state[_COMPLAINT] = literal(f"{title}: {error}.")
    return held


def table_facts(view: View) -> None:
    """What the table shown is: description, size, terms, and what of the filters cannot apply."""
    browse: Browse = view.filters.browse
    spec = datasets.spec(browse.table)
    st.html(_facts(spec))
    with st.container(horizontal=True, key="links-table"):
        layout.view_link(
            view, "data", "Columns and terms explained", show="dictionary", of=browse.table
        )
    told = _not_applied(view, spec)
    if told:
        st.caption(told)


def _facts(spec: TableSpec) -> str:
    terms_of = link(spec.licence.url, spec.licence.title)
    by_row = "; a column holds the terms of each row" if spec.licence_column else ""
    return (
        f'<div class="tumen-prose"><p>{escape(spec.description)}</p>'
        f"<p><small>Section: {escape(spec.group)}. {len(spec.columns)} columns. "
        f"Terms: {terms_of}{by_row}.</small></p></div>"
    )


def _not_applied(view: View, spec: TableSpec) -> str:
    period: Years = view.filters.period
    said = []
    if not spec.time and not period.whole:
        said.append("no place in time, so the period does not apply")
    if not spec.themes and view.filters.themes:
        said.append("no themes, so the themes chosen do not apply")
    return f"This table has {', and '.join(said)}." if said else ""
