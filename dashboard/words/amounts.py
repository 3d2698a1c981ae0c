"""Shares, dollars and lists of names as a reader says them."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from validators.vocabulary import Flow

MILLION = 1_000_000
BILLION = 1_000_000_000

#: What a share is a share of.
OF_FLOW = {Flow.TOTAL: "total DPRK trade", Flow.EXPORT: "DPRK exports", Flow.IMPORT: "DPRK imports"}

#: What a value is the value of, followed by a partner.
WITH_PARTNER = {
    Flow.TOTAL: "DPRK trade with",
    Flow.EXPORT: "DPRK exports to",
    Flow.IMPORT: "DPRK imports from",
}


def percent(value: float) -> str:
    """A share: one decimal from 1% on, two below, so that small ones do not vanish."""
    if value == 0:
        return "0%"
    if value < 0.005:
        return "under 0.01%"
    return f"{value:.1f}%" if value >= 0.995 else f"{value:.2f}%"


def dollars(value: float) -> str:
    """An amount in current US dollars: "1.36 billion dollars", "42.7 million dollars"."""
    size = abs(value)
    if size >= BILLION:
        return f"{value / BILLION:,.2f} billion dollars"
    if size >= 100 * MILLION:
        return f"{value / MILLION:,.0f} million dollars"
    if size >= MILLION:
        return f"{value / MILLION:,.1f} million dollars"
    if size >= 10_000:
        return f"{value / MILLION:,.2f} million dollars"
    return f"{value:,.0f} dollars"


def millions(values: "pd.Series[Any]") -> "pd.Series[Any]":
    """Dollars in millions."""
    return values.astype("Float64") / MILLION


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "Russia, China and Japan"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def span(years: Iterable[int]) -> str:
    """First and last of some years: "1990–2024"."""
    known = sorted(years)
    if not known:
        return ""
    return str(known[0]) if known[0] == known[-1] else f"{known[0]}–{known[-1]}"


def most_used(columns: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Source ids of several rows, each once, the most used first."""
    counts: dict[str, int] = {}
    for cell in columns:
        for source in cell:
            counts[source] = counts.get(source, 0) + 1
    return tuple(sorted(counts, key=lambda source: (-counts[source], source)))
