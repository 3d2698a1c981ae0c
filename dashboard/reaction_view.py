"""Reactions and shared texts as lists under the reader's filters."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

import datasets
from dashboard import cache, widgets
from dashboard.card import download_buttons, unavailable, what_to_widen
from dashboard.citations import view_citation
from dashboard.downloads import Export, fields_of_table, source_ids
from dashboard.figures import reactions_frames as frames
from dashboard.filters.reactions import event_options
from dashboard.reaction_markup import list_html, permanent, reaction_item, shared_text_item
from dashboard.state import defaults, slug, to_query
from dashboard.text import literal
from dashboard.widgets import View
from datasets.record import TableFailedError

ROWS_A_PAGE = 20

#: Filters that choose reactions, and shared texts.
CHOOSING = (
    "period",
    "themes",
    "event",
    "own",
    "group",
    "stance",
    "country",
    "q",
    "record",
)
CHOOSING_TEXTS = ("period", "themes", "event", "group", "stance")


def reaction_list(view: View) -> None:
    """The reactions that the filters leave, the latest first."""
    with st.container(key="card-reactions"):
        _reactions(view)


@st.fragment
def _reactions(view: View) -> None:
    try:
        rows = frames.texts(view.filters.only(*CHOOSING))
        total = len(cache.frame("reactions"))
        sources = cache.frame("sources").set_index("id", drop=False)
    except TableFailedError as error:
        unavailable(error)
        return
    st.header("Reactions", anchor="reactions")
    st.caption(literal(f"{_reading(view)} {len(rows)} of {total} reactions.".strip()))
    if view.filters.record:
        everything = to_query(view.params, view.filters.replace(record=""))
        st.button(
            "Show all reactions",
            on_click=partial(widgets.write_query, everything),
            type="tertiary",
            key="all-reactions",
        )
    if rows.empty:
        what_to_widen(view, CHOOSING)
        return
    rows = rows.sort_values(["date", "name", "id"], ascending=[False, True, True], kind="stable")
    with st.popover("Download"):
        download_buttons(_export(view, rows, "reactions", CHOOSING), "reactions")
    start = _page(len(rows), view)
    alone = defaults(view.params).replace(show="list", event="")
    items = [
        reaction_item(row, sources, permanent(to_query(view.params, alone.replace(record=row.id))))
        for row in rows.iloc[start : start + ROWS_A_PAGE].itertuples()
    ]
    st.html(list_html(items, "Reactions"))


def _reading(view: View) -> str:
    """The filters in a sentence; where no country is chosen there is no such filter."""
    keys = [key for key in CHOOSING if key not in {"country", "record"} or view.filters[key]]
    return view.reading(*(key for key in keys if key != "record"))


def _page(rows: int, view: View) -> int:
    """Draw the page control and return the first row of the page; new filters begin anew."""
    if rows <= ROWS_A_PAGE:
        return 0
    key = f"page-reactions-{hash(view.filters.only(*CHOOSING))}"
    with st.container(horizontal=True, vertical_alignment="center"):
        page = st.pagination(-(-rows // ROWS_A_PAGE), key=key, max_visible_pages=5)
        start = (page - 1) * ROWS_A_PAGE
        st.caption(f"Reactions {start + 1}–{min(start + ROWS_A_PAGE, rows)} of {rows}")
    return start


def shared_text_list(view: View) -> None:
    """The shared texts that the filters leave, each with its signatories."""
    with st.container(key="card-signatories"):
        _shared_texts(view)


@st.fragment
def _shared_texts(view: View) -> None:
    try:
        rows = frames.shared_texts(view.filters.only(*CHOOSING_TEXTS))
        sources = cache.frame("sources").set_index("id", drop=False)
    except TableFailedError as error:
        unavailable(error)
        return
    if rows.empty:
        return
    st.header("Who signed", anchor="signatories")
    st.caption("Open a text to see its countries and sources.")
    with st.popover("Download"):
        table = cache.frame("joint_statements")
        chosen = table[table["joint_id"].isin(rows["joint_id"])]
        download_buttons(_export(view, chosen, "joint_statements", CHOOSING_TEXTS), "signatories")
    ordered = rows.sort_values(["date", "joint_id"], kind="stable")
    items = [shared_text_item(row, sources) for row in ordered.itertuples()]
    st.html(list_html(items, "Shared texts"))


def _export(view: View, rows: pd.DataFrame, table: str, keys: tuple[str, ...]) -> Export:
    """The rows of the table itself, codes and all, as other programs want them."""
    spec = datasets.spec(table)
    frame = rows[list(spec.columns)]
    filters = view.filters.only(*keys)
    reading = view.reading(*keys)
    sources = cache.frame("sources").set_index("id", drop=False)
    cited = [source for source in source_ids(frame) if source in sources.index]
    return Export(
        name=table.replace("_", "-"),
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


def events_of(view: View) -> tuple[Any, ...]:
    """Codes of the events in the period and themes, by date, to be played through."""
    try:
        inside = set(frames.events_in(view.filters)["event_id"])
    except TableFailedError:
        return ()
    return tuple(code for code, _ in event_options() if code in inside)
