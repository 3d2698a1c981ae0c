"""Rows that a reader's filters leave: frame × filters → frame, without touching the frame given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

from dashboard.state.period import Years


class Placed(Protocol):
    """What says where the rows of a frame stand in time and theme, as a table's spec does."""

    @property
    def time(self) -> Sequence[str]:
        """Columns of the start and, if there is one, the end."""
        ...

    @property
    def themes(self) -> Sequence[str]:
        """Columns that hold themes."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Place in time and theme of a frame that is no table, such as a measure."""

    time: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


def first_years(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Year of each cell: of a partial date ("2024", "2024-06", "2024-06-19") or of a number.

    Returns:
        ``Int64``, missing where the cell is.
    """
    if pd.api.types.is_numeric_dtype(column):
        return column.astype("Int64")
    return pd.to_numeric(column.str.slice(0, 4), errors="coerce").astype("Int64")


def in_period(frame: pd.DataFrame, time: Sequence[str], years: Years) -> pd.DataFrame:
    """Rows that overlap the years; a date known by month or year counts whole.

    Args:
        frame: Any frame.
        time: Columns of the start and, if there is one, the end; a row without an end is as long
            as its start says. Rows without a start are left out.
        years: First and last year, both included.
    """
    if not time:
        return frame
    start = first_years(frame[time[0]])
    end = first_years(frame[time[1]]).fillna(start) if len(time) > 1 else start
    overlaps = (start <= years.end) & (end >= years.start)
    return frame[overlaps.fillna(False).astype(bool)]


def among(frame: pd.DataFrame, columns: Sequence[str], values: Iterable[Any]) -> pd.DataFrame:
    """Rows that hold one of ``values`` in any of ``columns``; no values means no restriction.

    A cell may hold one value or a tuple of them. Number columns are compared as numbers, so that
    codes from the address ("-2") work as well.
    """
    wanted = frozenset(values)
    if not wanted or not columns:
        return frame
    found = pd.Series(False, index=frame.index)
    for name in columns:
        column = frame[name]
        if column.dtype == object:
            hits = [
                not wanted.isdisjoint(cell) if isinstance(cell, tuple) else cell in wanted
                for cell in column
            ]
            found |= pd.Series(hits, index=frame.index, dtype=bool)
        elif pd.api.types.is_numeric_dtype(column) and column.dtype != "boolean":
            found |= column.isin([float(value) for value in wanted])
        else:
            found |= column.isin(wanted)
    return frame[found]


def equal(frame: pd.DataFrame, column: str, value: Any) -> pd.DataFrame:
    """Rows that hold ``value`` in ``column``; an empty value means no restriction."""
    return frame if value is None or value == "" else among(frame, (column,), (value,))


def at_least(frame: pd.DataFrame, column: str, value: int) -> pd.DataFrame:
    """Rows whose number in ``column`` is ``value`` or more; missing numbers are left out."""
    return frame[(frame[column] >= value).fillna(False).astype(bool)]


def select(
    frame: pd.DataFrame,
    place: Placed,
    filters: Mapping[str, Any],
    columns: Mapping[str, str | Sequence[str]] | None = None,
) -> pd.DataFrame:
    """Rows that the filters leave.

    Args:
        frame: A table or a measure.
        place: Its spec, or a :class:`Place`.
        filters: The reader's filters. ``period`` and ``themes`` are applied where the frame has a
            place in time and theme; the period of all years is no restriction, so that undated
            rows stay.
        columns: Further filters: key → column, or columns of which one must match.
    """
    period = filters.get("period")
    if isinstance(period, Years) and not period.whole:
        frame = in_period(frame, place.time, period)
    frame = among(frame, place.themes, filters.get("themes", ()))
    for key, named in (columns or {}).items():
        value = filters[key]
        values = value if isinstance(value, tuple) else () if value in {"", None} else (value,)
        frame = among(frame, (named,) if isinstance(named, str) else named, values)
    return frame
