"""Milestones as a list, and one of them in full in a drawer beside the page."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

import datasets
from dashboard import cache, widgets
from dashboard.card import download_buttons, unavailable, what_to_widen
from dashboard.citations import view_citation
from dashboard.downloads import Export, fields_of_table, source_ids
from dashboard.events import milestone_rows
from dashboard.figures.milestones import CHOOSING, chosen
from dashboard.names import known_names
from dashboard.record_markup import full_record, list_item, related_line
from dashboard.related import related
from dashboard.state import defaults, slug, to_query
from dashboard.text import literal
from dashboard.widgets import View
from datasets.record import TableFailedError

ROWS_A_PAGE = 20
RELATED_SHOWN = 8

_TABLE = "milestones"


def record_list(view: View) -> None:
    """The milestones that the filters leave, page by page, each with its sources."""
    with st.container(key="card-records"):
        _list(view)


@st.fragment
def _list(view: View) -> None:
    try:
        rows = chosen(view.filters.only(*CHOOSING))
        sources = cache.frame("sources").set_index("id", drop=False)
    except TableFailedError as error:
        unavailable(error)
        return
    st.header("Records", anchor="records")
    st.caption(literal(f"{view.reading(*CHOOSING)} {len(rows)} of {_total()} milestones."))
    if rows.empty:
        what_to_widen(view, CHOOSING)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls-order"):
        widgets.control(view, "order")
        with st.popover("Download"):
            download_buttons(_export(view, rows), "records")
    if view.filters.order == "newest":
        rows = rows.iloc[::-1]
    start = _page(len(rows), view)
    for row in rows.iloc[start : start + ROWS_A_PAGE].itertuples():
        _open_button(view, row, "list")
        st.html(list_item(row, sources))


def _total() -> int:
    return len(cache.frame(_TABLE))


def _page(rows: int, view: View) -> int:
    """Draw the page control and return the first row of the page; new filters begin anew."""
    if rows <= ROWS_A_PAGE:
        return 0
    key = f"page-records-{hash(view.filters.only(*CHOOSING, 'order'))}"
    with st.container(horizontal=True, vertical_alignment="center"):
        page = st.pagination(-(-rows // ROWS_A_PAGE), key=key, max_visible_pages=5)
        start = (page - 1) * ROWS_A_PAGE
        st.caption(f"Records {start + 1}–{min(start + ROWS_A_PAGE, rows)} of {rows}")
    return start


def _open_button(view: View, row: Any, where: str) -> None:
    """The title of a milestone, which opens its record."""
    if st.button(literal(row.title), key=f"open-{where}-{row.id}", type="tertiary"):
        widgets.set_filters(view, record=row.id)


def _export(view: View, rows: pd.DataFrame) -> Export:
    """The rows of the table itself, codes and all, as other programs want them."""
    spec = datasets.spec(_TABLE)
    frame = rows[list(cache.frame(_TABLE).columns)]
    filters = view.filters.only(*CHOOSING)
    reading = view.reading(*CHOOSING)
    sources = cache.frame("sources").set_index("id", drop=False)
    cited = [source for source in source_ids(frame) if source in sources.index]
    return Export(
        name=_TABLE,
        title=spec.title,
        frame=frame,
        fields=fields_of_table(spec.columns),
        sources=sources.loc[cited],
        filters=reading,
        slug=slug(view.params, filters),
        version=datasets.version(),
        licence=spec.licence.title,
        citation=view_citation(spec.title, reading, datasets.version(), view.address),
        address=view.address,
    )


def record_drawer(view: View) -> None:
    """The record that the address names, in a drawer; nothing where it names none."""
    record = view.filters.record
    if not record:
        return
    rest = to_query(view.params, view.filters.replace(record=""))
    try:
        rows = cache.measure(milestone_rows)
        sources = cache.frame("sources").set_index("id", drop=False)
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


def _record(view: View, row: Any, rows: pd.DataFrame, sources: pd.DataFrame) -> None:
    st.html(full_record(row, sources))
    st.subheader("Permanent link and citation", anchor=False)
    alone = defaults(view.params).replace(record=row.id)
    address = View(view.spec, alone).address
    st.code(address, language=None, wrap_lines=True)
    citation = view_citation(row.title, f"{row.date_words}.", datasets.version(), address)
    st.code(citation, language=None, wrap_lines=True)
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
