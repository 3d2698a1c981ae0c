"""Statements side by side: one row each, with its interval and what was said, unit by unit."""

from collections.abc import Iterator, Mapping, Sequence
from math import log10
from typing import Any

import pandas as pd

from dashboard.charts import parts, theme
from dashboard.charts.estimates import marks, style
from dashboard.charts.estimates.words import counted, spans
from dashboard.charts.figure import Figure
from dashboard.charts.panels import Panel, stacked
from dashboard.charts.rows import each, grouped
from dashboard.words.amounts import most_used
from dashboard.words.dates import short_date_words

TABLES = ("estimates", "claimants")

_ROW, _ROW_NARROW = 25, 38
_PAD = 12  # above and below the rows of a panel
_GAP = 66
_BOTTOM = 34
_ARROW = 34


def side_by_side(
    rows: pd.DataFrame, *, title: str, message: str, notes: Sequence[str] = ()
) -> Figure:
    """One row for each statement, by date, a panel with an axis of its own for each unit.

    Args:
        rows: Rows of ``estimate_intervals`` of one quantity.
        title: What is shown.
        message: What to widen when nothing is left.
        notes: Caveats and known conflicts.
    """
    if rows.empty:
        return parts.empty_figure(title, message, columns=style.COLUMNS, tables=TABLES)
    table = style.prepared(rows)
    groups = style.units(table)
    stack = stacked([_height(part, _ROW) for _, part in groups], gap=_GAP)
    small = stacked([_height(part, _ROW_NARROW) for _, part in groups], gap=_GAP)
    traces: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    narrow: dict[str, Any] = {}
    headings, headings_narrow, arrows, words = [], [], [], []
    for (unit, part), panel, tight in zip(groups, stack.panels, small.panels, strict=True):
        log = style.needs_log(part)
        label = str(part["unit_label"].iloc[0])
        beside = style.beside_heading(unit, label, log=log)
        headings.append(panel.heading(label, beside=beside))
        aside = {"x": 1, "xanchor": "right"}  # the names take the left half of a narrow screen
        headings_narrow.append({**tight.heading(label, beside=beside), **aside})
        traces += _traces(part, panel)
        arrows += _arrows(part, panel, log)
        words += _words(part, panel)
        axes |= _axes(part, panel, log)
        narrow[panel.layout_key] = {
            "domain": list(tight.domain),
            "ticktext": _row_labels(part, narrow=True),
            "tickfont": {"size": 11},
        }
        narrow[_x(panel, key=True)] = {**_scale(part, log, count=1.5), "tickfont": {"size": 11}}
    keys = style.legend(table, onward="right", back="left")
    top, top_narrow = (style.legend_room(len(keys), narrow=small) for small in (False, True))
    return Figure(
        title=title,
        data=(*keys, *traces),
        layout=theme.base_layout(
            uirevision="-".join(unit for unit, _ in groups),
            showlegend=True,
            legend={
                "xref": "container",
                "yref": "container",
                "y": 1,
                "yanchor": "top",
                "itemclick": False,
                "itemdoubleclick": False,
            },
            margin={"t": top, "b": _BOTTOM, "r": _room(table)},
            annotations=[*headings, *arrows, *words],
            **axes,
            meta={
                "narrow": {
                    **narrow,
                    "annotations": [*headings_narrow, *arrows],
                    "margin": {"t": top_narrow, "r": 14},
                    "height": round(small.height) + top_narrow + _BOTTOM,
                }
            },
        ),
        alt=_alt(table),
        table=style.twin(table),
        columns=style.COLUMNS,
        sources=most_used(table["source_ids"]),
        tables=TABLES,
        notes=tuple(notes),
        height=round(stack.height) + top + _BOTTOM,
    )


def _alt(table: pd.DataFrame) -> str:
    said = " ".join(span.sentence for span in spans(table))
    return f"{counted(len(table), 'statement')}, one a row, by unit and date. {said}"


def _height(rows: pd.DataFrame, row: int) -> float:
    return len(rows) * row + 2 * _PAD


def _room(table: pd.DataFrame) -> int:
    """Right margin that holds the longest wording."""
    return parts.label_margin([str(said) for said in table["wording"]])


def _x(panel: Panel, *, key: bool = False) -> str:
    number = "" if panel.number == 1 else str(panel.number)
    return f"xaxis{number}" if key else f"x{number}"


def _row_labels(rows: pd.DataFrame, *, narrow: bool) -> list[str]:
    """Who and when; on narrow screens what was said as well, in a second line."""
    if narrow:
        return [
            f"{row.short}<br>{short_date_words(row.date)}: <b>{style.brief(row.wording)}</b>"
            for row in each(rows)
        ]
    return [f"{row.short}, {short_date_words(row.date)}" for row in each(rows)]


def _traces(rows: pd.DataFrame, panel: Panel) -> Iterator[dict[str, Any]]:
    """Lines of intervals and signs at the bounds, by kind of claimant."""
    axes = {"xaxis": _x(panel), "yaxis": panel.axis}
    numbered = rows.assign(place=range(len(rows)))
    for kind, part in grouped(numbered.groupby("claimant_kind", sort=False)):
        look = style.KINDS[kind]
        marked = marks.ends(part)
        spans = [((r.lower, r.place), (r.upper, r.place)) for r in each(part) if r.kind == "range"]
        yield from marks.strokes(look, spans, axes=axes)
        yield marks.bounds(
            look, marked, x=[end for _, end in marked], y=[r.place for r, _ in marked], axes=axes
        )


def _arrows(rows: pd.DataFrame, panel: Panel, log: bool) -> list[dict[str, Any]]:
    found = []
    for place, row in enumerate(each(rows)):
        if marks.is_open(row):
            at = marks.open_bound(row)
            where = {"xref": _x(panel), "yref": panel.axis, "x": log10(at) if log else at}
            found.append(marks.arrow(row, {**where, "y": place}, right=_ARROW))
    return found


def _words(rows: pd.DataFrame, panel: Panel) -> list[dict[str, Any]]:
    """What was said, at the right of each row."""
    return [
        {
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 12,
            "yref": panel.axis,
            "y": place,
            "yanchor": "middle",
            "text": said,
            "font": {"size": 13, "color": "$ink"},
        }
        for place, said in enumerate(rows["wording"])
    ]


def _scale(rows: pd.DataFrame, log: bool, *, count: float) -> dict[str, Any]:
    """Range and ticks of a horizontal axis."""
    least, most = float(rows["least"].min()), float(rows["most"].max())
    low, high = (least / 1.6, most * 1.6) if log else (0.0, (most or 1.0) * 1.09)
    values = style.ticks(low, high, log=log, count=count)
    return {
        "range": [log10(low), log10(high)] if log else [low, high],
        "tickvals": values,
        "ticktext": [style.compact(value) for value in values],
    }


def _axes(rows: pd.DataFrame, panel: Panel, log: bool) -> Mapping[str, Any]:
    return {
        panel.layout_key: {
            "domain": list(panel.domain),
            "anchor": _x(panel),
            "range": [len(rows) - 1 + _PAD / _ROW + 0.5, -0.5 - _PAD / _ROW],
            "tickvals": list(range(len(rows))),
            "ticktext": _row_labels(rows, narrow=False),
            "tickfont": {"color": "$ink"},
            "gridcolor": "$grid",
            "fixedrange": True,
        },
        _x(panel, key=True): {
            "anchor": panel.axis,
            "type": "log" if log else "linear",
            **_scale(rows, log, count=4),
            "showgrid": True,
            "fixedrange": True,
        },
    }
