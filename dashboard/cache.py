"""Data and figures shared by all readers: read once, never changed.

What is cached is handed to every session as it is. Frames come as shallow copies (pandas copies on
write); figures are frozen and must not be altered.
"""

import gc
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import streamlit as st

import datasets
from dashboard.charts.figure import Figure
from dashboard.figures.base import FigureSpec
from dashboard.search import search_index
from dashboard.state import Filters
from datasets.record import TableFailedError

#: Figures kept; beyond that the longest unused go. A figure with its table takes 10–300 kB.
FIGURES_KEPT = 200


def frame(table: str) -> pd.DataFrame:
    """A table as a typed frame.

    Raises:
        TableFailedError: It could not be read; the card of the figure says so.
    """
    return datasets.catalog().frame(table).copy(deep=False)


@st.cache_resource(show_spinner=False, max_entries=1)
def _sources_by_id(version: str) -> pd.DataFrame:
    return frame("sources").set_index("id", drop=False)


def sources(ids: Iterable[str]) -> pd.DataFrame:
    """Rows of the table of sources, in the order of ``ids``; unknown ones are left out.

    An empty table when the sources could not be read: what rests on them can still be shown.
    """
    try:
        table = _sources_by_id(datasets.version())
    except TableFailedError:
        return pd.DataFrame(columns=["id", "title", "publisher", "url", "date", "kind"])
    return table.loc[[source for source in ids if source in table.index]]


@st.cache_resource(show_spinner=False, max_entries=64)
def _measure(version: str, _function: Callable[..., Any], name: str, arguments: Any) -> Any:
    return _function(**dict(arguments))


def measure(function: Callable[..., pd.DataFrame], **arguments: Any) -> pd.DataFrame:
    """A measure, computed once for each set of arguments: ``measure(trade_shares)``."""
    name = f"{function.__module__}.{function.__qualname__}"
    computed: pd.DataFrame = _measure(
        datasets.version(), function, name, tuple(sorted(arguments.items()))
    )
    return computed.copy(deep=False)


@st.cache_resource(show_spinner=False, max_entries=64)
def _index(version: str, table: str, columns: tuple[str, ...]) -> "pd.Series[str]":
    try:
        aliases = frame("name_aliases")
    except TableFailedError:
        aliases = None  # spelling must then match, the search goes on
    return search_index(frame(table), columns, aliases)


def text_index(table: str, *columns: str) -> "pd.Series[str]":
    """Searchable text of a table's rows, for :func:`dashboard.search.matching`."""
    return _index(datasets.version(), table, columns)


@st.cache_resource(show_spinner=False, max_entries=FIGURES_KEPT)
def _figure(
    version: str, page: str, key: str, signature: str, _spec: FigureSpec, _filters: Filters
) -> Figure:
    return _spec.build(_filters)


def figure(spec: FigureSpec, filters: Filters) -> Figure:
    """A figure under the filters it depends on, built once for all readers.

    Args:
        spec: The figure.
        filters: The filters named in ``spec.uses``, and no others.
    """
    signature = repr(sorted(filters.items()))
    return _figure(datasets.version(), spec.page, spec.key, signature, spec, filters)


def warm() -> None:
    """Read all data before the first reader comes, and take them out of garbage collection.

    The catalogue lives as long as the process. Frozen, it is not walked again by every collection,
    which would hold up all readers.
    """
    catalog = datasets.catalog()
    for spec in catalog.specs:
        if spec.id not in catalog.failed:
            catalog.frame(spec.id)
    gc.collect()
    gc.freeze()
