"""Eighty years in one picture: eras, landmarks, trade and votes on one axis of years.

Three drawings stand one above the other; none shares an axis of values with another. Years without
a value are left blank and named; years for which there can be none are hatched and named.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme, tone
from dashboard.charts.eras import STRIP, clipped, era_strip
from dashboard.charts.figure import Figure
from dashboard.charts.line_labels import Frame, Line, line_labels
from dashboard.charts.milestones.words import hover
from dashboard.charts.overview.blanks import hatching, missing, none_found, not_yet
from dashboard.charts.overview.words import COLUMNS, alt, table_of
from dashboard.charts.packing import Mark, packed
from dashboard.charts.panels import Panel, Stack, axes, stacked
from dashboard.charts.parts import Span, empty_figure, with_gaps
from dashboard.charts.trade.lines import line_trace
from dashboard.charts.trade.style import look

TITLE = "Eighty years in one picture"

TABLES = ("eras", "milestones", "trade_flows", "trade_series", "ga_roll_calls", "ga_votes")

_WIDTH = 1010  # of the axis, for which landmarks are packed and labels placed
_WIDTH_LABELS = 900  # narrow screens have a legend instead
_MARK = 12
_CHART = 170
_GAP = 46
_RAISED = 26  # names of eras above the first heading
_LEGEND = 34
_FOOT = 34
_UPRIGHT = 178  # eras written upright on narrow screens
_SERIES = 84  # legend of series below the drawings on narrow screens
_HALVES = {"entrywidthmode": "fraction", "entrywidth": 0.47}
_AT_FOOT = {
    "xref": "container",
    "yref": "container",
    "y": 0,
    "yanchor": "bottom",
    "xanchor": "left",
}


def eighty_years(
    landmarks: pd.DataFrame,
    shares: pd.DataFrame,
    agreement: pd.DataFrame,
    *,
    years: tuple[int, int],
    eras: Sequence[Span] = (),
    notes: Sequence[str] = (),
) -> Figure:
    """Landmark milestones, Russia's share of DPRK trade, and agreement of their votes.

    Args:
        landmarks: Milestones as :func:`dashboard.lookup.events.milestone_rows` tells them.
        shares: Rows of ``trade_shares`` of Russia's total trade, with ``partner_name``.
        agreement: Rows of ``voting_agreement`` of Russia and the DPRK by year.
        years: First and last year of the axis.
        eras: Eras, in years.
        notes: Caveats to show.
    """
    if landmarks.empty and shares.empty and agreement.empty:
        message = "Nothing is recorded for these years."
        return empty_figure(TITLE, message, columns=COLUMNS, tables=TABLES)
    placed, lane = _placed(landmarks.sort_values(["start", "id"]), years)
    stack = stacked((lane, _CHART, _CHART), gap=_GAP)
    first, second, third = stack.panels
    spans = clipped(eras, years[0], years[1] + 1)
    bands, names = era_strip(spans, width=_WIDTH)
    lines = _shares(shares, second)
    headings = [
        first.heading("Landmark milestones"),
        second.heading("Russia's share of DPRK trade", beside="percent, by series"),
        third.heading("Agreement of UN votes", beside="percent"),
    ]
    blanks = [
        *none_found(placed, first, years),
        *missing(shares, second, years),
        *not_yet(agreement, third, years),
    ]
    words = [*headings, *blanks]
    return Figure(
        title=TITLE,
        data=(
            *_landmarks(placed),
            *lines,
            *hatching(agreement, third, years),
            *_agreement(agreement, third),
        ),
        layout=_layout(
            stack,
            years,
            shapes=bands,
            wide=[*_raised(names), *words, *_names(lines, second, years)],
            narrow=[*_upright(spans), *words],
        ),
        alt=alt(landmarks, shares, agreement),
        table=table_of(landmarks, shares, agreement),
        columns=COLUMNS,
        sources=_sources(landmarks, shares, agreement),
        tables=TABLES,
        notes=tuple(notes),
        height=round(stack.height) + STRIP + _LEGEND + _RAISED + _FOOT,
    )


def _placed(rows: pd.DataFrame, years: tuple[int, int]) -> tuple[pd.DataFrame, float]:
    """Landmarks with their year as a number and their place in the lane, and its height."""
    days = pd.to_datetime(rows["start"])
    at = days.dt.year + (days.dt.day_of_year - 1) / 366
    scale = _WIDTH / (years[1] + 1 - years[0])
    marks = [Mark(x * scale - _MARK / 2, x * scale + _MARK / 2, _MARK) for x in at]
    places = packed(marks)
    reach = max((abs(place) for place in places), default=_MARK) + _MARK / 2 + 4
    return rows.assign(_x=at.round(3), _y=[round(reach + place, 1) for place in places]), 2 * reach


def _landmarks(rows: pd.DataFrame) -> list[dict[str, Any]]:
    traces = []
    for step in tone.ORDER:
        mine = rows[rows["tone"] == step]
        if mine.empty:
            continue
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": step.label,
                "x": mine["_x"].tolist(),
                "y": mine["_y"].tolist(),
                "marker": {
                    "symbol": tone.SHAPES[step][0],
                    "size": _MARK,
                    "color": tone.colour(step),
                },
                "customdata": mine["id"].tolist(),
                "text": hover(mine),
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
            }
        )
    return traces


def _shares(rows: pd.DataFrame, panel: Panel) -> list[dict[str, Any]]:
    """A line for each series."""
    traces = []
    for _, mine in rows.groupby("series_id", sort=False):
        ordered = mine.sort_values("year")
        texts = [
            f"<b>{share:.1f}%</b> in {year}<br>{title}"
            for share, year, title in zip(
                ordered["share"], ordered["year"], ordered["series_title"], strict=True
            )
        ]
        trace = line_trace(ordered, "share", colour="$russia", text=texts)
        first = ordered.iloc[0]
        name = look(first["series_id"], first["series_title"]).short
        own = {"x": _mid(trace["x"]), "name": name, "yaxis": panel.axis, "legend": "legend2"}
        traces.append({**trace, **own})
    return traces


def _mid(years: Sequence[int | None]) -> list[float | None]:
    """Years as their middles: a value of a year stands among the events of that year."""
    return [None if year is None else year + 0.5 for year in years]


def _names(
    lines: Sequence[Mapping[str, Any]], panel: Panel, years: tuple[int, int]
) -> list[dict[str, Any]]:
    """Names of the series where their lines end."""
    values = [value for line in lines for value in line["y"] if value is not None]
    named = [Line(line["name"], "$ink_soft", line["x"], line["y"]) for line in lines]
    frame = Frame(
        (years[0], years[1] + 1), (0, max(values, default=1)), _WIDTH_LABELS, panel.height, 0
    )
    return [{**label, "yref": panel.axis} for label in line_labels(named, frame)]


def _agreement(rows: pd.DataFrame, panel: Panel) -> list[dict[str, Any]]:
    """A line by year; the area of each point stands for the number of votes behind it."""
    if rows.empty:
        return []
    most = int(rows["both"].max())
    columns = (rows[name] for name in ("agreement", "year", "same", "both"))
    texts = [
        f"<b>{share:.1f}%</b> in {year}<br>{same} of {both} votes alike"
        for share, year, same, both in zip(*columns, strict=True)
    ]
    years, values, sizes, words = with_gaps(
        rows["year"].tolist(),
        rows["agreement"].tolist(),
        [round(4 + 9 * (votes / most) ** 0.5, 1) for votes in rows["both"]],
        texts,
    )
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": "Agreement",
            "yaxis": panel.axis,
            "x": _mid(years),
            "y": values,
            "line": {"color": "$dprk", "width": 1.5},
            "marker": {
                "color": "$dprk",
                "size": [size or 0 for size in sizes],
                "opacity": 1,
                "line": {"width": 0.5, "color": "$paper"},
            },
            "text": [word or "" for word in words],
            "hovertemplate": "%{text}<extra></extra>",
            "showlegend": False,
        }
    ]


def _layout(
    stack: Stack,
    years: tuple[int, int],
    *,
    shapes: list[dict[str, Any]],
    wide: list[dict[str, Any]],
    narrow: list[dict[str, Any]],
) -> dict[str, Any]:
    lane = stack.panels[0]
    settings: tuple[Mapping[str, Any], ...] = (
        {"visible": False, "range": [0, lane.height], "fixedrange": True},
        {"rangemode": "tozero", "ticksuffix": "%", "nticks": 5},
        {"range": [0, 100], "ticksuffix": "%", "dtick": 25},
    )
    layout = axes(stack, settings)
    years_axis = {"range": [years[0], years[1] + 1], "tickformat": "d"}
    return theme.base_layout(
        **{**layout, "xaxis": {**layout["xaxis"], **years_axis}},
        bargap=0,
        showlegend=True,
        legend={"xref": "container", "yref": "container", "y": 1, "yanchor": "top"},
        legend2={"visible": False, "orientation": "h", "x": 0, "bgcolor": "$paper/0"},
        margin={"t": STRIP + _LEGEND + _RAISED, "b": _FOOT},
        shapes=shapes,
        annotations=wide,
        uirevision=f"{years[0]}-{years[1]}",
        meta={
            "narrow": {
                "annotations": narrow,
                "margin": {"t": _UPRIGHT + 60, "b": _FOOT + _SERIES},
                "height": round(stack.height) + _UPRIGHT + 60 + _FOOT + _SERIES,
                "legend": _HALVES,
                "legend2": {**_HALVES, "entrywidth": 0.56, "visible": True, **_AT_FOOT},
                "xaxis": {"nticks": 5},
            }
        },
    )


def _raised(names: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Names of eras, lifted above the first heading."""
    return [{**name, "yshift": _RAISED} for name in names]


def _upright(eras: Sequence[Span]) -> list[dict[str, Any]]:
    """Names of eras for narrow screens, above the first heading."""
    return [
        {
            "xref": "x",
            "yref": "paper",
            "x": (float(era.start) + float(era.end)) / 2,
            "y": 1,
            "xanchor": "center",
            "yanchor": "bottom",
            "yshift": _RAISED,
            "text": era.label,
            "textangle": -90,
            "font": {"size": 11, "color": "$ink_soft"},
        }
        for era in eras
    ]


def _sources(*frames: pd.DataFrame) -> tuple[str, ...]:
    cells = pd.concat([frame["source_ids"] for frame in frames])
    return tuple(cells.explode().dropna().value_counts().index)
