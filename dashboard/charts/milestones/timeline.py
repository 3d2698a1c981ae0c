"""Milestones on a time axis, in lanes by theme.

Size tells significance, colour and shape tell tone. A date known by the day is a point; one known
by month or year is a bar over it. Marks are packed so that none covers another at full width.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme, tone
from dashboard.charts.eras import STRIP, clipped, era_strip
from dashboard.charts.figure import Figure
from dashboard.charts.milestones.lanes import AXIS_WIDTH, Lanes, lanes_of
from dashboard.charts.milestones.words import hover, most_used, timeline_alt
from dashboard.charts.parts import Span, empty_figure
from validators.vocabulary import Significance, Theme

TITLE = "Milestones by theme"

#: Headings of the table twin.
COLUMNS: Mapping[str, str] = {
    "date": "Date",
    "date_end": "Until",
    "precision": "Date known by",
    "title": "Milestone",
    "theme_label": "Theme",
    "tone_label": "Tone",
    "significance_label": "Significance",
    "place": "Place",
    "verified_label": "Verified",
    "id": "Record",
}

_LEGEND = 64
_LEGEND_NARROW = 112
_DAY_MS = 86_400_000


def timeline(
    rows: pd.DataFrame, years: tuple[int, int], eras: Sequence[Span] = (), notes: Sequence[str] = ()
) -> Figure:
    """Milestones in lanes by main theme.

    Args:
        rows: Milestones as :func:`dashboard.lookup.events.milestone_rows` tells them.
        years: First and last year of the axis.
        eras: Eras to shade, in years.
        notes: Caveats to show.
    """
    if rows.empty:
        return empty_figure(TITLE, "No milestone matches.", columns=COLUMNS, tables=("milestones",))
    placed = rows.sort_values(["start", "id"])
    lanes = lanes_of(placed, years)
    placed = placed.assign(_y=list(lanes.heights))
    shapes, names = era_strip(clipped(eras, years[0], years[1] + 1), width=AXIS_WIDTH, dates=True)
    dividers = [_divider(lanes.height - top) for top in lanes.tops[1:]]
    return Figure(
        title=TITLE,
        data=(*_whiskers(placed), *_bars(placed), *_points(placed), *_key(placed)),
        layout=_layout(lanes, years, [*shapes, *dividers], names, placed),
        alt=timeline_alt(placed),
        table=placed[list(COLUMNS)].reset_index(drop=True),
        columns=COLUMNS,
        sources=most_used(placed),
        tables=("milestones",),
        notes=tuple(notes),
        height=round(lanes.height) + STRIP + _LEGEND + 34,
    )


def _points(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """One trace of points for each tone; those not verified are hollow."""
    days = rows[rows["precision"] == "day"]
    traces = []
    for step in tone.ORDER:
        mine = days[days["tone"] == step]
        shape = tone.SHAPES[step][0]
        hollow = mine["verified"] == "no"
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": step.label,
                "legendgroup": str(int(step)),
                "showlegend": bool((rows["tone"] == step).any()),
                "x": mine["start"].tolist(),
                "y": mine["_y"].tolist(),
                "marker": {
                    "symbol": [f"{shape}-open" if flag else shape for flag in hollow] or shape,
                    "size": [tone.SIZES[each] for each in mine["significance"]] or 10,
                    "color": tone.colour(step),
                    "line": {"width": [2 if flag else 0.5 for flag in hollow], "color": "$paper"}
                    if not hollow.any()
                    else {"width": [2 if flag else 0 for flag in hollow]},
                    "opacity": 1,
                },
                "customdata": mine["id"].tolist(),
                "text": hover(mine),
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
            }
        )
    return traces


def _bars(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """One trace of bars for each tone that has dates known by month or year only."""
    wide = rows[rows["precision"] != "day"]
    traces = []
    for step in tone.ORDER:
        mine = wide[wide["tone"] == step]
        if mine.empty:
            continue
        days = pd.to_datetime(mine["end"]) - pd.to_datetime(mine["start"])
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": step.label,
                "legendgroup": str(int(step)),
                "showlegend": False,
                "base": mine["start"].tolist(),
                "x": [int(each + 1) * _DAY_MS for each in days.dt.days],
                "y": mine["_y"].tolist(),
                "width": [tone.SIZES[each] for each in mine["significance"]],
                "marker": {
                    "color": tone.colour(step),
                    "line": {"width": 1.5, "color": tone.colour(step)},
                    "pattern": {
                        "shape": tone.hatching(step),
                        "fgcolor": "$paper",
                        "fillmode": "overlay",
                        "size": 5,
                    },
                },
                "customdata": mine["id"].tolist(),
                "hovertext": hover(mine),
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    return traces


def _whiskers(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Lines from the first to the last day of events of several days."""
    long = rows[(rows["precision"] == "day") & rows["date_end"].notna()]
    if long.empty:
        return []
    ends = zip(long["start"], long["end"], long["_y"], strict=True)
    x, y = zip(*((x, y) for start, end, y in ends for x in (start, end, None)), strict=True)
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": list(x),
            "y": list(y),
            "line": {"color": "$ink_soft", "width": 1.5},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


def _key(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Entries of the legend for sizes, bars and hollow points."""
    present = set(rows["significance"])
    entries = [
        (term.label, "circle", tone.SIZES[term])
        for term in sorted(Significance, reverse=True)
        if term in present
    ]
    if (rows["precision"] != "day").any():
        entries.append(("Month or year known", "line-ew-open", 16))
    if (rows["verified"] == "no").any():
        entries.append(("Not verified", "circle-open", 10))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": label,
            "x": [None],
            "y": [None],
            "marker": {
                "symbol": shape,
                "size": size,
                "color": "$ink_soft",
                "line": {"width": 5 if "line" in shape else 1.5 if "open" in shape else 0},
            },
            "hoverinfo": "skip",
            "showlegend": True,
        }
        for label, shape, size in entries
    ]


def _layout(
    lanes: Lanes,
    years: tuple[int, int],
    shapes: list[dict[str, Any]],
    names: list[dict[str, Any]],
    rows: pd.DataFrame,
) -> dict[str, Any]:
    counts = rows["theme"].value_counts()
    words = {code: f"{Theme(code).label} · {counts[code]}" for code in lanes.middles}  # type: ignore[call-arg]
    inside = [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "xshift": 2,
            "y": lanes.height - top,
            "yanchor": "top",
            "text": words[code],
            "font": {"size": 11, "color": "$ink_soft"},
        }
        for code, top in zip(lanes.middles, lanes.tops, strict=True)
    ]
    return theme.base_layout(
        showlegend=True,
        legend={"xref": "container", "yref": "container", "y": 1, "yanchor": "top"},
        margin={"t": STRIP + _LEGEND, "b": 34, "l": 8},
        barmode="overlay",
        hovermode="closest",
        shapes=shapes,
        annotations=names,
        uirevision=f"{years[0]}-{years[1]}",
        xaxis={
            "type": "date",
            "range": [f"{years[0]}-01-01", f"{years[1] + 1}-01-01"],
            "automargin": False,
        },
        yaxis={
            "range": [0, lanes.height],
            "fixedrange": True,
            "showgrid": False,
            "tickmode": "array",
            "tickvals": [lanes.height - middle for middle in lanes.middles.values()],
            "ticktext": list(words.values()),
            "tickfont": {"color": "$ink"},
        },
        meta={
            "narrow": {
                "annotations": inside,
                "height": round(lanes.height) + _LEGEND_NARROW + 34,
                "margin": {"t": _LEGEND_NARROW, "l": 2, "r": 4},
                "yaxis": {"showticklabels": False},
                "legend": {"entrywidthmode": "fraction", "entrywidth": 0.47},
            }
        },
    )


def _divider(y: float) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "line": {"color": "$grid", "width": 1},
    }
