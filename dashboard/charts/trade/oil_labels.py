"""What stands beside the bars of refined oil by year: the limit, sums, gaps and allegations."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.charts.rows import each
from dashboard.charts.trade.oil import SUPPLIERS, barrels, covered
from dashboard.words import amounts

_LINE_PX = 16


def of_limit(total: float, year: int, limit: Mapping[int, float]) -> str:
    """The share of the limit in words, where the year has one."""
    return f"{amounts.percent(100 * total / limit[year])} of the limit" if year in limit else ""


def limit_lines(limit: Mapping[int, float], place: Mapping[int, int]) -> list[dict[str, Any]]:
    """The limit of each year as a line across its row."""
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "y",
            "x0": limit[year],
            "x1": limit[year],
            "y0": row - 0.5,
            "y1": row + 0.5,
            "line": {"color": "$dprk", "width": 2},
        }
        for year, row in place.items()
        if year in limit
    ]


def limit_label(limit: Mapping[int, float], place: Mapping[int, int]) -> list[dict[str, Any]]:
    """The limit in words, above its first line."""
    first = next((year for year in place if year in limit), None)
    if first is None:
        return []
    return [
        {
            "xref": "x",
            "yref": "paper",
            "x": limit[first],
            "y": 1,
            "yanchor": "bottom",
            "text": f"UN limit: {barrels(limit[first])}",
            "font": {"size": 12, "color": "$dprk"},
        }
    ]


def totals(
    known: pd.DataFrame,
    place: Mapping[int, int],
    limit: Mapping[int, float],
    allegations: pd.DataFrame,
) -> list[dict[str, Any]]:
    """Beside each bar the sum, its share of the limit, what it leaves out, and what is alleged."""
    notes = []
    for year, rows in by_year(known):
        total = float(rows["barrels"].sum())
        partial = partial_words(rows)
        share = of_limit(total, year, limit)
        lines = [f"{'at least ' if partial else ''}{total:,.0f}{' · ' if share else ''}{share}"]
        lines += [f"({partial})"] if partial else []
        said = [
            f"alleged for {covered((row.period,))}: more than {float(row.barrels):,.0f}"
            for row in each(allegations[allegations["year"] == year])
        ]
        at = {"x": max(total, limit.get(year, 0.0)), "y": place[year]}
        notes.append(
            {**_BESIDE, **at, "yshift": _LINE_PX / 2 * len(said), "text": "<br>".join(lines)}
        )
        if said:
            ink = {"size": 12, "color": "$warn"}
            down = {"yshift": -_LINE_PX / 2 * len(lines) - 1, "font": ink}
            notes.append({**_BESIDE, **at, **down, "text": "<br>".join(said)})
    return notes


_BESIDE = {
    "xref": "x",
    "yref": "y",
    "xanchor": "left",
    "align": "left",
    "xshift": 10,
    "font": {"size": 12, "color": "$ink"},
}


def short_totals(
    known: pd.DataFrame, place: Mapping[int, int], limit: Mapping[int, float]
) -> list[dict[str, Any]]:
    """The share of the limit alone, for narrow screens."""
    return [
        {
            **_BESIDE,
            "x": max(float(rows["barrels"].sum()), limit[year]),
            "y": place[year],
            "text": f"{'at least ' if partial_words(rows) else ''}"
            f"{amounts.percent(100 * float(rows['barrels'].sum()) / limit[year])}",
        }
        for year, rows in by_year(known)
        if year in limit
    ]


def by_year(known: pd.DataFrame) -> list[tuple[int, pd.DataFrame]]:
    """The rows of each year, in order."""
    return [(int(year), known[known["year"] == year]) for year in sorted(set(known["year"]))]


def partial_words(rows: pd.DataFrame) -> str:
    """Which months of a year the sum holds, where not all of them."""
    said = [
        f"{SUPPLIERS[row.supplier]}: {covered(row.periods)}"
        for row in each(rows)
        if not row.whole_year
    ]
    return f"{'; '.join(said)} only" if said else ""
