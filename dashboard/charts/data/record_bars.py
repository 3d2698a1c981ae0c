"""Bars with their names and numbers: shares of rows by table, sources by kind and by publisher."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import parts, theme
from dashboard.charts.figure import Figure
from dashboard.charts.rows import each
from dashboard.charts.stances import counted

_ROW = 26
_ROW_NARROW = 32
_NARROW_LABEL = 19  # characters of a line beside the bars on a phone
_AXIS = 56

SHARE_COLUMNS = {
    "title": "Table",
    "share": "Share of rows (%)",
    "hits": "Rows concerned (number)",
    "sourced": "Rows with a source (number)",
    "rows": "All rows (number)",
}

COUNT_COLUMNS = {"label": "", "sources": "Sources (number)", "share": "Share of all sources (%)"}


def share_bars(shares: pd.DataFrame, *, title: str, what: str, notes: Sequence[str] = ()) -> Figure:
    """Share of the rows of each table of which something holds, the greatest first.

    Args:
        shares: ``table`` (id), ``title``, ``rows``, ``sourced``, ``hits`` (numbers) and ``share``
            (percent, missing where no row has a source).
        title: What is shown.
        what: What holds of the rows, for the text alternative: "rest on a single source".
        notes: Caveats.
    """
    known = shares[shares["share"].notna()]
    if known.empty:
        message = "No table with sources is chosen. Widen the table."
        return parts.empty_figure(title, message, columns=SHARE_COLUMNS)
    rows = known.sort_values(["share", "title"], ascending=[False, True], kind="stable")
    labels = rows["title"].tolist()
    texts = [_percent(float(row.share), int(row.hits)) for row in each(rows)]
    bar = _bar(labels, rows["share"].astype(float).tolist(), "$accent") | {
        "hovertext": [
            f"<b>{row.title}</b><br>{row.hits:,} of {counted(int(row.sourced), 'row')} with a "
            f"source: {row.share:.1f} %"
            for row in each(rows)
        ]
    }
    first = next(each(rows))
    return Figure(
        title=title,
        data=(bar,),
        layout=_layout(labels, texts, rows["share"].astype(float).tolist(), "Share of rows (%)"),
        alt=(
            f"Bars of {counted(len(rows), 'table')}. In “{first.title}” {first.share:.0f} % of the "
            f"rows with a source {what} ({first.hits:,} of {first.sourced:,}); in "
            f"{int((rows['hits'] == 0).sum())} of the tables none does."
        ),
        table=rows[list(SHARE_COLUMNS)].reset_index(drop=True),
        columns=SHARE_COLUMNS,
        sources=(),
        tables=tuple(rows["table"]),
        notes=tuple(notes),
        height=_AXIS + _ROW * len(rows),
    )


def count_bars(
    counts: pd.DataFrame, *, title: str, what: str, total: int, notes: Sequence[str] = ()
) -> Figure:
    """Number of sources of each kind or publisher, in the order given.

    Args:
        counts: ``label``, ``sources`` (number), ``colour`` (token) and ``detail`` (words for the
            hover label).
        title: What is shown.
        what: What a bar is, such as "Kind".
        total: All sources, of which shares are taken.
        notes: Caveats.
    """
    headings = COUNT_COLUMNS | {"label": what}
    if counts.empty:
        message = "No source matches. Widen the search, the table or the kinds."
        return parts.empty_figure(title, message, columns=headings, tables=("sources",))
    rows = counts.assign(share=(100 * counts["sources"] / total).astype("Float64"))
    labels, numbers = rows["label"].tolist(), rows["sources"].astype(int).tolist()
    bar = _bar(labels, [float(number) for number in numbers], rows["colour"].tolist()) | {
        "hovertext": [
            f"<b>{row.label}</b><br>{counted(int(row.sources), 'source')}, {row.share:.1f} %"
            f"{'<br>' + row.detail if row.detail else ''}"
            for row in each(rows)
        ]
    }
    first = next(each(rows))
    texts = [f"{number:,}" for number in numbers]
    return Figure(
        title=title,
        data=(bar,),
        layout=_layout(labels, texts, [float(n) for n in numbers], "Sources (number)"),
        alt=(
            f"Bars of {len(rows)}, by {what.lower()}. Most sources: {first.label}, "
            f"{first.sources:,} of {total:,} ({first.share:.0f} %)."
        ),
        table=rows[list(headings)].reset_index(drop=True),
        columns=headings,
        sources=(),
        tables=("sources",),
        notes=tuple(notes),
        height=_AXIS + _ROW * len(rows),
    )


def _percent(share: float, hits: int) -> str:
    """A share in whole percent; a small one is not told as none, nor a large one as all."""
    if hits and share < 1:
        return "under 1 %"
    return "over 99 %" if 99 < share < 100 else f"{share:.0f} %"


def _bar(labels: Sequence[str], values: Sequence[float], colour: Any) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(labels),
        "x": list(values),
        "marker": {"color": colour, "line": {"width": 0}},
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _layout(
    labels: Sequence[str], texts: Sequence[str], values: Sequence[float], axis: str
) -> dict[str, Any]:
    """Names at the left, numbers at the ends of the bars."""
    return theme.base_layout(
        bargap=0.28,
        margin={"t": 4, "r": 12},
        uirevision=f"bars/{axis}/{len(labels)}",
        xaxis={
            "title": {"text": axis},
            "range": [0, max(values, default=0) * 1.12 or 1],
            "showgrid": True,
            "fixedrange": True,
        },
        yaxis={
            "type": "category",
            "range": [len(labels) - 0.5, -0.5],
            "tickvals": list(labels),
            "ticktext": list(labels),
            "tickfont": {"color": "$ink"},
            "showgrid": False,
            "fixedrange": True,
        },
        annotations=[
            {
                "x": value,
                "y": label,
                "xanchor": "left",
                "xshift": 5,
                "text": text,
                "font": {"color": "$ink"},
            }
            for label, text, value in zip(labels, texts, values, strict=True)
        ],
        meta={
            "narrow": {
                "height": _AXIS + _ROW_NARROW * len(labels),
                "xaxis": {"range": [0, max(values, default=0) * 1.3 or 1], "nticks": 4},
                "yaxis": {
                    "ticktext": ["<br>".join(wrap(label, _NARROW_LABEL)[:2]) for label in labels],
                    "tickfont": {"size": 11},
                },
            }
        },
    )
