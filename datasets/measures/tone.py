"""Tone of the tie by year."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from datasets.measures.inputs import codes, sources_of, table, tuples, years
from validators.vocabulary import Theme, Tone

_CLASSES = {f"tone_{'m' if t < 0 else 'p' if t > 0 else ''}{abs(t)}": int(t) for t in Tone}
"""Column of each class of tone: tone_m2 … tone_p2."""


def tie_tone(
    *,
    by_theme: bool = False,
    themes: str | Sequence[str] | None = None,
    min_significance: int = 1,
    milestones: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the tone of the milestones of each year.

    Formula: mean = sum of tones ÷ number of events; tone is the effect on the tie, so outside
    sanctions are 0. An event that lasts or is known by month or year counts once, in the year in
    which it begins.

    Args:
        by_theme: One row per year and main theme instead of one per year.
        themes: Only events with one of these as main or further theme.
        min_significance: Only events of at least this significance (1–3).
        milestones: Table ``milestones``; the bundled one if None.

    Returns:
        ``year`` (Int64; every year from the first event to the last, years without an event with
        0 events), ``theme`` (only by theme; then only years with an event), ``events`` (Int64),
        ``mean`` (Float64, missing without events), ``sum``, ``tone_m2`` … ``tone_p2``
        (Int64 counts), ``source_ids``.
    """
    rows = table(milestones, "milestones")
    wanted = set(codes(themes))
    if wanted:
        named = zip(rows["theme"], rows["themes_other"], strict=True)
        rows = rows[[theme in wanted or bool(wanted & set(other)) for theme, other in named]]
    rows = rows[rows["significance"] >= min_significance]
    rows = rows.assign(year=years(rows["date"]))
    for name, value in _CLASSES.items():
        rows[name] = (rows["tone"] == value).astype("Int64")
    key = ["year", "theme"] if by_theme else ["year"]
    groups = rows.groupby(key)
    tones = groups[list(_CLASSES)].sum()
    tones.insert(0, "events", groups.size().astype("Int64"))
    tones.insert(1, "mean", groups["tone"].mean().astype("Float64"))
    tones.insert(2, "sum", groups["tone"].sum().astype("Int64"))
    tones["source_ids"] = sources_of(groups, tones.index)
    result = tones.reset_index()
    if by_theme:
        place = {theme.value: number for number, theme in enumerate(Theme)}
        order = result["theme"].map(place)
        result = result.assign(_place=order).sort_values(["year", "_place"], ignore_index=True)
        return result.drop(columns="_place")
    return _every_year(result)


def _every_year(tones: pd.DataFrame) -> pd.DataFrame:
    if tones.empty:
        return tones
    span = pd.RangeIndex(int(tones["year"].min()), int(tones["year"].max()) + 1, name="year")
    filled = tones.set_index("year").reindex(span)
    counts = ["events", "sum", *_CLASSES]
    filled[counts] = filled[counts].fillna(0)
    known = [item if isinstance(item, tuple) else () for item in filled["source_ids"]]
    filled["source_ids"] = tuples(known, filled.index)
    return filled.reset_index().astype({"year": "Int64"})
