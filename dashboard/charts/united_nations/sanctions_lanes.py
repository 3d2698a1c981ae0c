"""Sanctions actions by body over time, sized by what they listed."""

from collections.abc import Mapping, Sequence
from math import sqrt
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.packing import Mark, packed
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each
from dashboard.words.dates import date_words, first_day, last_day, on_year_axis
from validators.vocabulary import Theme

COLUMNS: Mapping[str, str] = {
    "body_name": "Body",
    "date": "Date",
    "reason": "Reason",
    "individuals": "Individuals, as reported (number)",
    "entities": "Entities, as reported (number)",
    "vessels_aircraft": "Vessels and aircraft, as reported (number)",
    "listed": "Listed in all, as reported (number)",
    "theme": "Theme",
    "targets": "Targets",
    "note": "Note",
}
TABLES = ("sanctions_actions",)

_WIDTH = 620  # pixels of the axis for which marks are packed: between a phone and a desk
_PAD, _FOOT, _TOP, _TOP_NARROW = 10, 34, 40, 64
_HEADING = 24
_THEMES = {each.value: each.label for each in Theme}


def sanctions_lanes(
    actions: pd.DataFrame,
    span: tuple[float, float],
    *,
    title: str,
    notes: Sequence[str] = (),
    message: str = "No sanctions action matches. Widen the period, the themes or the bodies.",
) -> Figure:
    """A lane for each body, most active first; the area of a mark grows with what was listed.

    Args:
        actions: Rows of ``sanctions_actions`` with ``body_name`` and ``listed`` (Int64: all counts
            together, missing where none was reported).
        span: First and last value of the axis, in years.
        title: What is shown.
        notes: Caveats to show beside the lanes.
        message: What to widen when nothing is left.
    """
    if actions.empty:
        return empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    rows = actions.sort_values(["date", "id"])
    bodies = list(rows["body_name"].value_counts(sort=True).index)
    places, middles, height = _placed(rows, bodies, span)
    return Figure(
        title=title,
        data=_traces(rows, places),
        layout=_layout(bodies, rows, middles, height, span),
        alt=_alt(rows, bodies),
        table=_table(rows, bodies),
        columns=COLUMNS,
        sources=tuple(dict.fromkeys(s for cell in rows["source_ids"] for s in cell)),
        tables=TABLES,
        notes=tuple(notes),
        height=round(height) + _TOP + _FOOT,
    )


def _size(listed: Any) -> float:
    """Diameter in pixels."""
    return 12.0 if pd.isna(listed) else round(11 + 4.6 * sqrt(int(listed)), 1)


def _at(date: str) -> float:
    """Middle of the day or month that is known."""
    return (on_year_axis(first_day(date)) + on_year_axis(last_day(date))) / 2


def _placed(
    rows: pd.DataFrame, bodies: Sequence[str], span: tuple[float, float]
) -> tuple[dict[str, float], dict[str, tuple[float, float]], float]:
    """Height of each mark, top and middle of each lane, and height of all lanes."""
    per_year = _WIDTH / (span[1] - span[0])
    places: dict[str, float] = {}
    lanes: dict[str, tuple[float, float]] = {}
    height = 0.0
    for body in bodies:
        mine = rows[rows["body_name"] == body].sort_values("listed", ascending=False)
        marks = []
        for row in each(mine):
            at, size = (_at(row.date) - span[0]) * per_year, _size(row.listed)
            marks.append(Mark(at - size / 2, at + size / 2, size))
        shifts = packed(marks, gap=2)
        above = max(y + mark.height / 2 for y, mark in zip(shifts, marks, strict=True))
        below = max(mark.height / 2 - y for y, mark in zip(shifts, marks, strict=True))
        middle = height + _HEADING + above
        places |= {code: middle - y for code, y in zip(mine["id"], shifts, strict=True)}
        lanes[body] = (height, middle)
        height = middle + below + _PAD
    return places, lanes, height


def _traces(rows: pd.DataFrame, places: Mapping[str, float]) -> tuple[dict[str, Any], ...]:
    known = rows[rows["listed"].notna()]
    unknown = rows[rows["listed"].isna()]
    traces = [
        _marks("Listed, as reported (area: number)", known, places, hollow=False),
        _marks("No count reported", unknown, places, hollow=True),
    ]
    return tuple(trace for trace in traces if trace["x"])


def _marks(
    name: str, rows: pd.DataFrame, places: Mapping[str, float], *, hollow: bool
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": name,
        "x": [_at(row.date) for row in each(rows)],
        "y": [round(places[row.id], 1) for row in each(rows)],
        "marker": {
            "symbol": "circle-open" if hollow else "circle",
            "size": [_size(row.listed) for row in each(rows)],
            "color": "$theme_sanctions",
            "opacity": 0.9,
            "line": {"width": 1.5 if hollow else 1, "color": _line(hollow=hollow)},
        },
        "text": ["" if hollow else str(row.listed) for row in each(rows)],
        "textposition": "middle center",
        "textfont": {"size": 11, "color": "$paper"},
        "customdata": [row.id for row in each(rows)],
        "hovertext": [_hover(row) for row in each(rows)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _line(*, hollow: bool) -> str:
    return "$theme_sanctions" if hollow else "$paper"


def _count(value: Any) -> str:
    return "not reported" if pd.isna(value) else str(int(value))


def _hover(row: Any) -> str:
    return "<br>".join(
        [
            f"<b>{row.body_name}, {date_words(row.date)}</b>",
            *wrap(row.reason, 58),
            f"Individuals {_count(row.individuals)}, entities {_count(row.entities)}, "
            f"vessels and aircraft {_count(row.vessels_aircraft)}",
            *wrap("; ".join(row.targets), 58)[:4],
            *([f"Note: {row.note}"] if isinstance(row.note, str) else []),
        ]
    )


def _layout(
    bodies: Sequence[str],
    rows: pd.DataFrame,
    middles: Mapping[str, tuple[float, float]],
    height: float,
    span: tuple[float, float],
) -> dict[str, Any]:
    headings = []
    for body in bodies:
        mine = rows[rows["body_name"] == body]
        total = int(mine["listed"].sum())
        count = len(mine)
        said = f"{count} action{'' if count == 1 else 's'}, {total} listed"
        headings.append(
            {
                "xref": "paper",
                "yref": "y",
                "x": 0,
                "y": middles[body][0],
                "xanchor": "left",
                "yanchor": "top",
                "yshift": -3,
                "xshift": 3,
                "text": f"<b>{body}</b>  {said}",
                "font": {"size": 12, "color": "$ink"},
            }
        )
    lines = [
        {
            "type": "line",
            "xref": "paper",
            "yref": "y",
            "x0": 0,
            "x1": 1,
            "y0": top,
            "y1": top,
            "layer": "below",
            "line": {"color": "$grid", "width": 1},
        }
        for top, _ in middles.values()
    ]
    return theme.base_layout(
        showlegend=True,
        legend={"yref": "container", "y": 1, "yanchor": "top", "itemsizing": "constant"},
        margin={"t": _TOP, "b": _FOOT, "r": 14},
        shapes=lines,
        annotations=headings,
        xaxis={
            "range": list(span),
            "tickformat": "d",
            "dtick": 1 if span[1] - span[0] < 14 else 5,
            "showgrid": True,
        },
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
        uirevision=f"sanctions/{span}/{round(height)}",
        meta={
            "narrow": {
                "height": round(height) + _TOP_NARROW + _FOOT,
                "margin": {"t": _TOP_NARROW, "l": 4, "r": 10},
                "xaxis": {"dtick": 2 if span[1] - span[0] < 14 else 10},
            }
        },
    )


def _alt(rows: pd.DataFrame, bodies: Sequence[str]) -> str:
    counts = rows["body_name"].value_counts()
    said = ", ".join(f"{body} {counts[body]}" for body in bodies)
    years = rows["date"].str[:4].value_counts()
    count = len(rows)
    return (
        f"{count} sanctions action{'' if count == 1 else 's'} by body: {said}. Most in "
        f"{years.index[0]} ({years.iloc[0]}). {int(rows['listed'].sum())} persons, entities, "
        "vessels and aircraft listed in all, as reported."
    )


def _table(rows: pd.DataFrame, bodies: Sequence[str]) -> pd.DataFrame:
    order = {body: place for place, body in enumerate(bodies)}
    ordered = rows.assign(_place=rows["body_name"].map(order)).sort_values(["_place", "date"])
    named = ordered.assign(
        theme=ordered["theme"].map(_THEMES),
        targets=["; ".join(cell) for cell in ordered["targets"]],
    )
    return named[list(COLUMNS)].reset_index(drop=True)
