"""Reasons given on each event: a grid of numbers."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import parts, stances, theme
from dashboard.charts.figure import Figure
from dashboard.charts.reactions.reasons import LABELS, MESSAGE, TABLES
from dashboard.charts.stances import counted, with_most
from dashboard.words.dates import date_words

COLUMNS: Mapping[str, str] = {
    "reason": "Reason",
    "event": "Event",
    "date": "Date of the event",
    "actors": "Countries and organisations (number)",
}


def reasons_by_event(
    given: pd.DataFrame,
    events: pd.DataFrame,
    *,
    title: str,
    notes: Sequence[str] = (),
    message: str = MESSAGE,
) -> Figure:
    """A grid of reasons and events; each cell holds the number of actors.

    Args:
        given: ``group`` (id of the event), ``reason``, ``actors``, ``source_ids``.
        events: Columns in order: ``event_id``, ``title``, ``date``.
        title: What is shown.
        notes: Caveats to show beside the grid.
        message: What to widen when nothing is left.
    """
    known = events[events["event_id"].isin(given["group"])]
    if known.empty:
        return parts.empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    rows = given[given["group"].isin(known["event_id"])]
    rows = rows.merge(known, left_on="group", right_on="event_id")
    order = [code for code in LABELS if code in set(rows["reason"])]
    totals = rows.groupby("reason")["actors"].sum()
    order.sort(key=lambda code: -int(totals[code]))
    reasons = [LABELS[code] for code in order]
    events_order = known["event_id"].tolist()
    rows = rows.assign(
        _row=rows["event_id"].map(events_order.index), _column=rows["reason"].map(order.index)
    ).sort_values(["_row", "_column"])
    table = pd.DataFrame(
        {
            "reason": rows["reason"].map(LABELS),
            "event": rows["title"],
            "date": rows["date"],
            "actors": rows["actors"],
        }
    ).reset_index(drop=True)
    most = with_most(table, table["actors"])
    return Figure(
        title=title,
        data=(_cells(table, reasons, known["title"].tolist()), _numbers(table)),
        layout=_grid_layout(known, reasons),
        alt=(
            f"Grid of {counted(len(order), 'reason')} and {counted(len(known), 'event')}, with "
            f"the number of actors. Most: “{most['reason']}” on “{most['event']}”, "
            f"{counted(int(most['actors']), 'actor')}. An empty cell: the reason was not given."
        ),
        table=table,
        columns=COLUMNS,
        sources=stances.ranked_sources(rows["source_ids"]),
        tables=TABLES,
        notes=tuple(notes),
        height=170 + 44 * len(known),
    )


def _cells(table: pd.DataFrame, reasons: Sequence[str], events: Sequence[str]) -> dict[str, Any]:
    """The tinted cells, the darker the more actors; the numbers stand above them."""
    counts = {
        (event, reason): int(count)
        for event, reason, count in zip(
            table["event"], table["reason"], table["actors"], strict=True
        )
    }
    return {
        "type": "heatmap",
        "x": list(reasons),
        "y": list(events),
        "z": [[counts.get((event, reason)) for reason in reasons] for event in events],
        "zmin": 0,
        "zmax": max(counts.values()),
        "colorscale": [[0, "$accent/8"], [1, "$accent/55"]],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverinfo": "skip",
    }


def _numbers(table: pd.DataFrame) -> dict[str, Any]:
    counts = table["actors"].astype(int).tolist()
    return {
        "type": "scatter",
        "mode": "text",
        "name": "Actors",
        "x": table["reason"].tolist(),
        "y": table["event"].tolist(),
        "text": [str(count) for count in counts],
        "textfont": {"size": 12, "color": "$ink"},
        "hovertext": [
            f"<b>{event}</b><br>{reason}: {counted(count, 'actor')}"
            for event, reason, count in zip(table["event"], table["reason"], counts, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _grid_layout(events: pd.DataFrame, reasons: list[str]) -> dict[str, Any]:
    titles = events["title"].tolist()

    def labels(width: int) -> list[str]:
        return [
            "<br>".join([*wrap(title, width), date_words(date)])
            for title, date in zip(titles, events["date"], strict=True)
        ]

    return theme.base_layout(
        margin={"r": 64},
        hoverdistance=30,
        xaxis={
            "type": "category",
            "side": "top",
            "categoryorder": "array",
            "categoryarray": reasons,
            "range": [-0.5, len(reasons) - 0.5],
            "tickangle": -45,
            "showline": False,
            "ticks": "",
            "fixedrange": True,
        },
        yaxis={
            "type": "category",
            "categoryorder": "array",
            "categoryarray": titles,
            "range": [len(titles) - 0.5, -0.5],
            "tickvals": titles,
            "ticktext": labels(60),
            "tickfont": {"color": "$ink", "size": 12},
            "showgrid": False,
            "fixedrange": True,
        },
        meta={
            "narrow": {
                "margin": {"r": 8},
                "height": 150 + 58 * len(titles),
                "xaxis": {"tickangle": -90, "tickfont": {"size": 10}},
                "yaxis": {"ticktext": labels(16), "tickfont": {"size": 10}},
            }
        },
    )
