"""Milestones as a list, and one of them in full in a drawer beside the page."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

import datasets
from dashboard import cache
from dashboard.downloads.citations import Work
from dashboard.figures.milestones import RECORDS
from dashboard.lookup.addresses import cite_address, record_address
from dashboard.lookup.events import milestone_rows
from dashboard.lookup.related import related
from dashboard.markup.base import Sources
from dashboard.markup.records import full_record, list_item, related_line
from dashboard.shell import widgets
from dashboard.shell.behind import cite_panel
from dashboard.shell.card import unavailable
from dashboard.shell.copying import copy_button
from dashboard.shell.list_card import list_card
from dashboard.shell.widgets import View
from dashboard.state.view import defaults, to_query
from dashboard.words.names import known_names
from dashboard.words.text import literal
from datasets.record import TableFailedError

RELATED_SHOWN = 8


def record_list(view: View) -> None:
    """The milestones that the filters leave, page by page, each with its sources."""

    def draw(rows: pd.DataFrame, sources: Sources) -> None:
        for row in rows.itertuples():
            _open_button(view, row, "list")
            st.html(list_item(row, sources))

    list_card(view, RECORDS, controls=lambda: widgets.control(view, "order"), draw=draw)


def _open_button(view: View, row: Any, where: str) -> None:
    """The title of a milestone, which opens its record."""
    if st.button(literal(row.title), key=f"open-{where}-{row.id}", type="tertiary"):
        widgets.set_filters(view, record=row.id)


def record_drawer(view: View) -> None:
    """The record that the address names, in a drawer; nothing where it names none."""
    record = view.filters.record
    if not record:
        return
    rest = to_query(view.params, view.filters.replace(record=""))
    try:
        rows = cache.measure(milestone_rows)
        sources = cache.sources_by_id()
    except TableFailedError as error:
        unavailable(error)
        return
    row = next(rows[rows["id"] == record].itertuples())
    drawer = st.dialog(
        literal(row.title),
        width="medium",
        position="right",
        on_dismiss=partial(widgets.write_query, rest),
    )
    drawer(_record)(view, row, rows, sources)


def _record(view: View, row: Any, rows: pd.DataFrame, sources: Sources) -> None:
    st.html(full_record(row, sources))
    st.subheader("Permanent link and citation", anchor=False)
    address = record_address(row.id, view.home)
    st.code(address, language=None, wrap_lines=True)
    copy_button(address, "copy-record", "Copy permanent link")
    detail = f"{datasets.spec('milestones').title}, record {row.id}"
    cited = Work(row.title, detail, datasets.version(), address)
    cite_panel(cited, "record", lambda ending: cite_address(row.id, ending))
    found = related(rows, row.id)
    if found.empty:
        return
    st.subheader(f"Related records: {len(found)}", anchor=False)
    names = known_names()
    for other in found.head(RELATED_SHOWN).itertuples():
        _open_button(view, other, "related")
        st.caption(literal(related_line(other, names)))
    if isinstance(row.place_id, str) and st.button(
        literal(f"All milestones at this place: {row.place}"), key="all-at-place", type="tertiary"
    ):
        everywhere = defaults(view.params).replace(place=(row.place_id,))
        widgets.set_filters(view, **everywhere)
