"""Years without a value: missing ones are named, those that cannot have one hatched as well."""

from typing import Any

import pandas as pd

from dashboard.charts.panels import Panel


def hatching(rows: pd.DataFrame, panel: Panel, years: tuple[int, int]) -> list[dict[str, Any]]:
    """Years in which the DPRK did not vote yet: not applicable, unlike a missing value."""
    end = int(rows["year"].min()) if len(rows) else years[0]
    if end <= years[0]:
        return []
    return [
        {
            "type": "bar",
            "name": "Not applicable",
            "yaxis": panel.axis,
            "x": [(years[0] + end) / 2],
            "width": [end - years[0]],
            "y": [100],
            "marker": {
                "color": "$paper/0",
                "line": {"width": 0},
                "pattern": {
                    "shape": "/",
                    "fillmode": "replace",
                    "fgcolor": "$axis/55",
                    "bgcolor": "$paper/0",
                    "size": 9,
                    "solidity": 0.12,
                },
            },
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


def none_found(rows: pd.DataFrame, panel: Panel, years: tuple[int, int]) -> list[dict[str, Any]]:
    """Words in a lane without landmarks."""
    if len(rows):
        return []
    return [_in_the_blank("No landmark in these years and themes", panel, years[0], years[1] + 1)]


def missing(rows: pd.DataFrame, panel: Panel, years: tuple[int, int]) -> list[dict[str, Any]]:
    """Words in the years before the first share that is known."""
    first = int(rows["year"].min()) if len(rows) else years[1] + 1
    if first <= years[0]:
        return []
    return [_in_the_blank(f"Missing: no share<br>known before {first}", panel, years[0], first)]


def not_yet(rows: pd.DataFrame, panel: Panel, years: tuple[int, int]) -> list[dict[str, Any]]:
    """Words in the years before the DPRK had a vote."""
    first = int(rows["year"].min()) if len(rows) else years[0]
    if first <= years[0]:
        return []
    text = f"Not applicable: the DPRK<br>has voted since {first}"
    return [{**_in_the_blank(text, panel, years[0], first), "bgcolor": "$paper", "borderpad": 3}]


def _in_the_blank(text: str, panel: Panel, start: float, end: float) -> dict[str, Any]:
    return {
        "xref": "x",
        "yref": "paper",
        "x": (start + end) / 2,
        "y": sum(panel.domain) / 2,
        "xanchor": "center",
        "yanchor": "middle",
        "align": "center",
        "text": text,
        "font": {"size": 12, "color": "$ink_soft"},
    }
