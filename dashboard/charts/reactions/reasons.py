"""Reasons given for a stance: how many actors give each, and in whose voice."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import parts, stances, theme
from dashboard.charts.figure import Figure
from dashboard.charts.stances import counted
from validators.vocabulary import Reason

COLUMNS: Mapping[str, str] = {
    "reason": "Reason",
    "actors": "Countries and organisations (number)",
    "own": "In their own voice (number)",
    "shared": "Through shared texts alone (number)",
    "texts": "Texts (number)",
}

TABLES = ("reaction_reasons", "reactions", "reaction_events")
LABELS = {str(reason.value): reason.label for reason in Reason}
_PARTS = (
    ("own", "Own voice", "$accent", "$paper"),
    ("shared", "Shared texts alone", "$accent/30", "$ink"),
)
_WHAT = {str(reason.value): reason.description for reason in Reason}
MESSAGE = "No reason matches. Widen the event, the group, the stances or the voice."


def reason_bars(
    given: pd.DataFrame,
    own: pd.DataFrame,
    *,
    title: str,
    notes: Sequence[str] = (),
    message: str = MESSAGE,
) -> Figure:
    """One bar a reason: actors that give it in their own voice, and others in shared texts alone.

    Args:
        given: ``reason``, ``actors``, ``texts``, ``source_ids``, counted over all texts.
        own: The same counted over texts in the actor's own voice.
        title: What is shown.
        notes: Caveats to show beside the bars.
        message: What to widen when nothing is left.
    """
    if given.empty:
        return parts.empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    spoke = given["reason"].map(dict(zip(own["reason"], own["actors"], strict=True)))
    rows = given.assign(own=spoke.fillna(0).astype("Int64"))
    rows = rows.assign(shared=rows["actors"] - rows["own"], code=rows["reason"])
    rows = rows.sort_values(["actors", "own"], ascending=False, kind="stable")
    rows = rows.assign(reason=rows["code"].map(LABELS)).reset_index(drop=True)
    return Figure(
        title=title,
        data=tuple(
            _bar(rows, column, name, colour, on)
            for column, name, colour, on in _PARTS
            if rows[column].sum() > 0
        ),
        layout=_bars_layout(rows),
        alt=_alt(rows),
        table=rows[list(COLUMNS)],
        columns=COLUMNS,
        sources=stances.ranked_sources(rows["source_ids"]),
        tables=TABLES,
        notes=tuple(notes),
        height=92 + 30 * len(rows),
    )


def _bar(rows: pd.DataFrame, column: str, name: str, colour: str, on: str) -> dict[str, Any]:
    counts = rows[column].astype(int).tolist()
    # A bar of one part has its number at the end, like every bar.
    divided = ((rows["own"] > 0) & (rows["shared"] > 0)).tolist()
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": rows["reason"].tolist(),
        "x": counts,
        "marker": {"color": colour, "line": {"width": 1, "color": "$accent"}},
        "text": [
            str(count) if parted else "" for count, parted in zip(counts, divided, strict=True)
        ],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 12, "color": on},
        "hovertext": [
            f"<b>{row['reason']}</b><br>{_WHAT[row['code']]}<br>"
            f"{name}: {counted(int(row[column]), 'actor')}; all: {row['actors']}, "
            f"in {counted(int(row['texts']), 'text')}"
            for row in rows.to_dict("records")
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _bars_layout(rows: pd.DataFrame) -> dict[str, Any]:
    return theme.base_layout(
        barmode="stack",
        bargap=0.25,
        uniformtext={"mode": "hide", "minsize": 10},
        showlegend=True,
        xaxis={
            "title": {"text": "Countries and organisations (number)"},
            "rangemode": "tozero",
            "showgrid": True,
        },
        yaxis={
            "type": "category",
            "autorange": "reversed",
            "tickfont": {"color": "$ink"},
            "showgrid": False,
            "fixedrange": True,
        },
        annotations=[
            {
                "x": int(total),
                "y": reason,
                "xanchor": "left",
                "xshift": 5,
                "text": f"{total}",
                "font": {"color": "$ink"},
            }
            for reason, total in zip(rows["reason"], rows["actors"], strict=True)
        ],
        meta={"narrow": {"yaxis": {"tickfont": {"size": 11}}, "margin": {"r": 24}}},
    )


def _alt(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    text = (
        f"Bars of {counted(len(rows), 'reason')}. Most often given: “{first['reason']}”, by "
        f"{counted(int(first['actors']), 'actor')}, {int(first['own'])} of them in their own voice."
    )
    if len(rows) > 1:
        last = rows.iloc[-1]
        text += f" Least often: “{last['reason']}”, by {int(last['actors'])}."
    return text
