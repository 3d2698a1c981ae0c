"""Layout of a matrix of actors and events, wide and narrow."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.words.dates import date_words

_ROW = 19  # pixels
_LABEL_CHARACTERS = 25
_LINE = 6.2  # pixels of a character in a column heading
_LEGEND = 36
_LEGEND_NARROW = 142
_HEADING_NARROW = 62
_LONGEST_NARROW = 15
_FOOT = 12


def height(events: pd.DataFrame, rows: Sequence[str]) -> int:
    """Height of the whole figure in pixels."""
    return _heading_height(events) + _LEGEND + _ROW * len(rows) + _FOOT


def layout(events: pd.DataFrame, rows: Sequence[str]) -> dict[str, Any]:
    """Layout of a matrix: events as columns with upright names, rows from the top.

    Args:
        events: ``title`` and ``date``, in order.
        rows: Names of the rows from the top, headings among them in bold.
    """
    titles = events["title"].tolist()
    narrow = [row if len(row) <= _LONGEST_NARROW or "<b>" in row else _cut(row) for row in rows]
    return theme.base_layout(
        margin={"t": _heading_height(events) + _LEGEND, "b": _FOOT},
        showlegend=True,
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        hoverdistance=40,
        uirevision=f"matrix/{len(rows)}/{len(titles)}",
        xaxis={
            "type": "category",
            "side": "top",
            "categoryorder": "array",
            "categoryarray": titles,
            "range": [-0.5, len(titles) - 0.5],
            "tickvals": titles,
            "ticktext": _headings(events),
            "tickangle": -90,
            "tickfont": {"size": 12},
            "automargin": False,
            "showline": False,
            "ticks": "",
            "fixedrange": True,
        },
        yaxis={
            "type": "category",
            "categoryorder": "array",
            "categoryarray": list(rows),
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(rows),
            "ticktext": list(rows),
            "showgrid": False,
            "tickfont": {"color": "$ink", "size": 12},
            "fixedrange": True,
        },
        meta={
            "narrow": {
                "height": _LEGEND_NARROW + _HEADING_NARROW + _ROW * len(rows) + _FOOT,
                "margin": {"t": _LEGEND_NARROW + _HEADING_NARROW, "l": 4, "r": 4},
                "xaxis": {
                    "ticktext": [_short(date) for date in events["date"]],
                    "tickfont": {"size": 10},
                },
                "yaxis": {"ticktext": narrow, "tickfont": {"size": 10}},
            }
        },
    )


def _cut(name: str) -> str:
    return f"{name[: _LONGEST_NARROW - 1].rstrip()}…"


def _short(date: str) -> str:
    """A date where there is room for a few letters: "18 Oct 24"."""
    *day, month, year = date_words(date).split()
    return " ".join([*day, month[:3], year[2:]])


def _headings(events: pd.DataFrame) -> list[str]:
    return [
        "<br>".join([*wrap(title, _LABEL_CHARACTERS), date_words(date)])
        for title, date in zip(events["title"], events["date"], strict=True)
    ]


def _heading_height(events: pd.DataFrame) -> int:
    lines = [line for heading in _headings(events) for line in heading.split("<br>")]
    return round(16 + _LINE * max(map(len, lines)))
