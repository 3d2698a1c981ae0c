"""What all measures share: where their frames come from, and how values are brought together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

import datasets

PARTIES = ("RUS", "PRK")
"""The two sides of the relation: they take part, they do not react."""


def table(given: pd.DataFrame | None, name: str) -> pd.DataFrame:
    """Return the frame that was given, or the bundled table of that name."""
    return datasets.catalog().frame(name) if given is None else given


def united(*lists: Iterable[str]) -> tuple[str, ...]:
    """Return all items of several lists, each once, in order of first appearance."""
    return tuple(dict.fromkeys(item for items in lists for item in items))


def joined(notes: Iterable[Any]) -> str | None:
    """Return notes as one text, each note once; None where there is none."""
    kept = dict.fromkeys(note for note in notes if isinstance(note, str) and note)
    return "; ".join(kept) or None


def tuples(values: Sequence[tuple[str, ...]], index: pd.Index[Any] | None = None) -> Any:
    """Return tuples as an object column: pandas would else read them as rows of a matrix."""
    column = pd.Series(pd.NA, index=range(len(values)) if index is None else index, dtype="object")
    column[:] = list(values)
    return column


def sources_of(groups: Any, index: pd.Index[Any]) -> Any:
    """Return the sources of each group of a grouped frame, each once, as an object column."""
    return tuples([united(*lists) for lists in groups["source_ids"].agg(list)], index)


def years(dates: pd.Series[Any]) -> pd.Series[Any]:
    """Return the year of partial dates as ``Int64``; missing where there is no date."""
    return pd.to_numeric(dates.str[:4]).astype("Int64")


def percent(part: pd.Series[Any], whole: pd.Series[Any]) -> pd.Series[Any]:
    """Return part ÷ whole in percent as ``Float64``; missing where the whole is missing or 0."""
    base = whole.astype("Float64")
    return 100 * part.astype("Float64") / base.where(base > 0)


def codes(values: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return one code or several as a tuple; empty for None."""
    if values is None:
        return ()
    return (values,) if isinstance(values, str) else tuple(values)
