"""Data and contents of cards shared by all readers: made once, never changed.

What is cached is handed to every session as it is. Frames come as shallow copies (pandas copies on
write); figures and lists are frozen and must not be altered.
"""

import gc
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from threading import Event
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

import pandas as pd
import pyarrow as pa
import streamlit as st

import datasets
from dashboard.lookup.events import milestone_rows
from dashboard.lookup.search import search_index
from dashboard.state.view import Filters
from datasets.record import TableFailedError

#: Contents of cards kept; beyond that the longest unused go. One takes 10–300 kB.
CARDS_KEPT = 300

_WARM = Event()

T_co = TypeVar("T_co", covariant=True)


def frame(table: str) -> pd.DataFrame:
    """A table as a typed frame.

    Raises:
        TableFailedError: It could not be read; the card of the figure says so.
    """
    return datasets.catalog().frame(table).copy(deep=False)


@st.cache_resource(show_spinner=False, max_entries=1)
def _sources(version: str) -> pd.DataFrame:
    return frame("sources").set_index("id", drop=False)


def sources(ids: Iterable[str]) -> pd.DataFrame:
    """Rows of the table of sources, in the order of ``ids``; unknown ones are left out.

    An empty table when the sources could not be read: what rests on them can still be shown.
    """
    try:
        table = _sources(datasets.version())
    except TableFailedError:
        return pd.DataFrame(columns=["id", "title", "publisher", "url", "date", "kind"])
    return table.loc[[source for source in ids if source in table.index]]


@st.cache_resource(show_spinner=False, max_entries=2)
def _by_id(version: str, name: str, _rows: Callable[[], pd.DataFrame]) -> Mapping[str, Any]:
    return MappingProxyType({str(row.id): row for row in _rows().itertuples()})


def sources_by_id() -> Mapping[str, Any]:
    """All sources, columns as attributes; none when the table could not be read."""
    try:
        return _by_id(datasets.version(), "sources", lambda: frame("sources"))
    except TableFailedError:
        return {}


def milestones_by_id() -> Mapping[str, Any]:
    """Rows of ``milestone_rows``, columns as attributes.

    Raises:
        TableFailedError: A table they rest on could not be read.
    """
    return _by_id(datasets.version(), "milestones", lambda: measure(milestone_rows))


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
    """Searchable text of a table's rows, for :func:`dashboard.lookup.search.matching`."""
    return _index(datasets.version(), table, columns)


class Card(Protocol[T_co]):
    """What stands in a card, apart from how it is shown: a figure, a list or a sheet."""

    @property
    def page(self) -> str:
        """Path of the page."""
        ...

    @property
    def key(self) -> str:
        """Unique on the page."""
        ...

    @property
    def build(self) -> Callable[[Filters], T_co]:
        """Makes it from the filters and the data, nothing else."""
        ...

    @property
    def kept(self) -> bool:
        """Whether it is kept for the next reader."""
        ...


@st.cache_resource(show_spinner=False, max_entries=CARDS_KEPT)
def _content(version: str, page: str, key: str, signature: str, _build: Callable[[], Any]) -> Any:
    return _build()


def content(card: Card[T_co], filters: Filters) -> T_co:
    """What stands in a card under the filters it depends on, built once for all readers.

    Args:
        card: The figure, list or sheet.
        filters: The filters named in ``card.uses``, and no others.
    """
    if not card.kept:
        return card.build(filters)
    signature = repr(sorted(filters.items()))
    build = partial(card.build, filters)
    built: T_co = _content(datasets.version(), card.page, card.key, signature, build)
    return built


@st.cache_resource(show_spinner=False, max_entries=64)
def _told(version: str, name: str, _tell: Callable[[], Any]) -> Any:
    return _tell()


def told(tell: Callable[[], T_co]) -> T_co:
    """What depends on no filter, such as a headline: told once for all readers."""
    answer: T_co = _told(datasets.version(), f"{tell.__module__}.{tell.__qualname__}", tell)
    return answer


def warm() -> None:
    """Read all data before the first reader needs them, and keep memory in bounds.

    The catalogue lives as long as the process. Frozen, it is not walked again by every collection,
    which would hold up all readers.
    """
    # Arrow's own pool sets aside 20 MB before it is asked for any.
    pa.set_memory_pool(pa.system_memory_pool())
    datasets.catalog().settle()
    gc.collect()
    gc.freeze()
    _WARM.set()


def is_warm() -> bool:
    """Whether all data have been read."""
    return _WARM.is_set()
