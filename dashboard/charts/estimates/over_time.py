"""Statements over time: small multiples, one a unit, every statement an interval on its date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log10
from typing import Any

import pandas as pd

from dashboard.charts import parts, theme
from dashboard.charts.estimates import marks, style
from dashboard.charts.estimates.labels import Label, Plot, label_notes
from dashboard.charts.estimates.words import counted, spans
from dashboard.charts.figure import Figure
from dashboard.charts.panels import Panel, stacked
from dashboard.charts.rows import each, grouped
from dashboard.words.amounts import most_used

TABLES = ("estimates", "claimants")
COINCIDE = "Marks of the same day and number stand side by side."
MESSAGE = "No statement matches. Widen the period, the units, the kinds or the claimants."

_HEIGHTS = (96, 130, 165, 200, 240, 290, 350)
_LOG_HEIGHT = 3  # the least height that shows decades apart
_GAP = 74  # between panels: dates of the upper, heading of the lower
_BOTTOM = 46  # two lines of dates
_WIDTH, _WIDTH_NARROW = 900, 262  # of the drawing, for which labels are placed
_ARROW = 30
_BESIDE = 13  # pixels between marks that would coincide
_ROOM = 20  # above the highest and, on a logarithmic axis, below the lowest mark
_OVERLAY = "y90"


@dataclass(frozen=True, slots=True)
class _Axis:
    """The vertical axis of one panel."""

    low: float
    high: float
    log: bool

    @property
    def range(self) -> list[float]:
        return [log10(self.low), log10(self.high)] if self.log else [self.low, self.high]

    def place(self, value: float) -> float:
        """A value as the layout counts it."""
        return log10(value) if self.log else value


def over_time(
    rows: pd.DataFrame,
    *,
    title: str,
    moments: Sequence[parts.Moment] = (),
    notes: Sequence[str] = (),
    message: str = MESSAGE,
) -> Figure:
    """Every statement as an interval on its date, a panel for each unit.

    Args:
        rows: Rows of ``estimate_intervals`` of one quantity.
        title: What is shown.
        moments: Events behind the drawing.
        notes: Caveats and known conflicts.
        message: What to widen when nothing is left.
    """
    if rows.empty:
        return parts.empty_figure(title, message, columns=style.COLUMNS, tables=TABLES)
    table = style.prepared(rows)
    dates = _dates(table)
    table = table.assign(at=_beside(table, dates))
    groups = style.units(table)
    heights = [_height(part, dates) for _, part in groups]
    stack = stacked(heights, gap=_GAP)
    lines, overlay = _overlay(moments, dates)
    headings, wide, narrow, arrows, traces = [], [], [], [], []
    axes: dict[str, Any] = {}
    for (unit, part), panel in zip(groups, stack.panels, strict=True):
        axis = _axis(part, panel.height)
        label = str(part["unit_label"].iloc[0])
        words = style.beside_heading(unit, label, log=axis.log)
        headings.append(panel.heading(label, beside=words))
        arrows += [_arrow(row, panel, axis) for row in each(part) if marks.is_open(row)]
        wide += _labels(part, panel, axis, dates, _WIDTH)
        narrow += _labels(part, panel, axis, dates, _WIDTH_NARROW, crowded=False)
        traces += list(_traces(part, panel))
        axes |= _axes(panel, axis, dates)
    base = [*headings, *arrows]
    keys = style.legend(table)
    entries = len(keys) + len(overlay)
    top, top_narrow = (style.legend_room(entries, narrow=small) for small in (False, True))
    return Figure(
        title=title,
        data=(*keys, *traces, *overlay),
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
            margin={"t": top, "b": _BOTTOM},
            shapes=lines,
            annotations=[*base, *wide],
            **axes,
            **({"yaxis90": _overlay_axis()} if overlay else {}),
            meta={
                "narrow": {
                    "annotations": [*base, *narrow],
                    "margin": {"t": top_narrow},
                    "height": round(stack.height) + top_narrow + _BOTTOM,
                }
            },
        ),
        alt=_alt(table),
        table=style.twin(table),
        columns=style.COLUMNS,
        sources=most_used(table["source_ids"]),
        tables=TABLES,
        notes=(*notes, *([COINCIDE] if (table["at"] != table["middle"]).any() else [])),
        height=round(stack.height) + top + _BOTTOM,
    )


def _alt(table: pd.DataFrame) -> str:
    said = " ".join(f"{span.label}: {span.range}, {span.counts}." for span in spans(table))
    panels = counted(table["unit"].nunique(), "panel")
    return f"Statements as intervals on their dates, {panels}, each with an axis of its own. {said}"


def _dates(table: pd.DataFrame) -> tuple[date, date]:
    first = date.fromisoformat(min(table["start"]))
    last = date.fromisoformat(max(table["end"]))
    margin = timedelta(days=max(round((last - first).days * 0.04), 20))
    return first - margin, last + margin


def _beside(table: pd.DataFrame, dates: tuple[date, date]) -> list[str]:
    """Day at which each mark stands: beside the mark that it would otherwise cover."""
    step = timedelta(days=max(round((dates[1] - dates[0]).days * _BESIDE / _WIDTH), 1))
    taken: dict[tuple[Any, ...], int] = {}
    days = []
    for row in each(table):
        places = [(row.unit, row.middle, bound) for bound in {row.least, row.most}]
        earlier = max(taken.get(place, 0) for place in places)
        taken |= dict.fromkeys(places, earlier + 1)
        days.append((date.fromisoformat(row.middle) + earlier * step).isoformat())
    return days


def _axis(rows: pd.DataFrame, height: float) -> _Axis:
    least, most = float(rows["least"].min()), float(rows["most"].max())
    above = _ARROW + _ROOM if (rows["kind"] == "open-high").any() else _ROOM
    if style.needs_log(rows):
        below = _ARROW + _ROOM if (rows["kind"] == "open-low").any() else _ROOM
        per_pixel = (log10(most) - log10(least)) / max(height - above - below, 20)
        return _Axis(
            10 ** (log10(least) - below * per_pixel), 10 ** (log10(most) + above * per_pixel), True
        )
    return _Axis(0.0, (most or 1.0) * height / max(height - above, 20), False)


def _height(rows: pd.DataFrame, dates: tuple[date, date]) -> float:
    """The least height at which the names of claimants stand apart."""
    if len(rows) == 1:
        return _HEIGHTS[0]
    enough = _HEIGHTS[1:] if not style.needs_log(rows) else _HEIGHTS[_LOG_HEIGHT:]
    for height in enough:
        axis = _axis(rows, height)
        plot = _plot(axis, dates, _WIDTH, height)
        if len(label_notes(_marks(rows, axis), plot, crowded=False)) == len(rows):
            return height
    return _HEIGHTS[-1]


def _plot(axis: _Axis, dates: tuple[date, date], width: float, height: float) -> Plot:
    low, high = axis.range
    return Plot((dates[0].toordinal(), dates[1].toordinal()), (low, high), width, height)


def _marks(rows: pd.DataFrame, axis: _Axis) -> list[Label]:
    return [
        Label(
            row.short,
            _ordinal(row.at),
            _ordinal(row.start),
            _ordinal(row.end),
            axis.place(float(row.least)),
            axis.place(float(row.most)),
            up=_ARROW if row.kind == "open-high" else 0,
            down=_ARROW if row.kind == "open-low" else 0,
        )
        for row in each(rows)
    ]


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _labels(
    rows: pd.DataFrame,
    panel: Panel,
    axis: _Axis,
    dates: tuple[date, date],
    width: float,
    *,
    crowded: bool = True,
) -> list[dict[str, Any]]:
    plot = _plot(axis, dates, width, panel.height)
    notes = label_notes(_marks(rows, axis), plot, crowded=crowded)
    x = _x(panel)
    return [
        {**note, "xref": x, "yref": panel.axis, "x": date.fromordinal(round(note["x"])).isoformat()}
        for note in notes
    ]


def _arrow(row: Any, panel: Panel, axis: _Axis) -> dict[str, Any]:
    place = {
        "xref": _x(panel),
        "yref": panel.axis,
        "x": row.at,
        "y": axis.place(marks.open_bound(row)),
    }
    return marks.arrow(row, place, up=_ARROW)


def _x(panel: Panel) -> str:
    return "x" if panel.number == 1 else f"x{panel.number}"


def _traces(rows: pd.DataFrame, panel: Panel) -> Iterator[dict[str, Any]]:
    """Lines of intervals and of vague dates, and signs at the bounds, by kind of claimant."""
    axes = {"xaxis": _x(panel), "yaxis": panel.axis}
    for kind, part in grouped(rows.groupby("claimant_kind", sort=False)):
        look = style.KINDS[kind]
        marked = marks.ends(part)
        spans = [((r.at, r.lower), (r.at, r.upper)) for r in each(part) if r.kind == "range"]
        vague = [((r.start, end), (r.end, end)) for r, end in marked if not r.exact]
        yield from marks.strokes(look, [*spans, *vague], axes=axes)
        yield marks.bounds(
            look, marked, x=[r.at for r, _ in marked], y=[end for _, end in marked], axes=axes
        )


def _axes(panel: Panel, axis: _Axis, dates: tuple[date, date]) -> dict[str, Any]:
    values = style.ticks(axis.low, axis.high, log=axis.log, count=max(round(panel.height / 50), 2))
    number = "" if panel.number == 1 else str(panel.number)
    return {
        panel.layout_key: {
            "domain": list(panel.domain),
            "anchor": f"x{number}",
            "type": "log" if axis.log else "linear",
            "range": axis.range,
            "tickvals": values,
            "ticktext": [style.compact(value) for value in values],
            "fixedrange": True,
        },
        f"xaxis{number}": {
            "type": "date",
            "anchor": panel.axis,
            "range": [dates[0].isoformat(), dates[1].isoformat()],
            "showgrid": True,
            "hoverformat": "%-d %B %Y",
            **({"matches": "x"} if number else {}),
        },
    }


def _overlay(
    moments: Sequence[parts.Moment], dates: tuple[date, date]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Events behind all panels, their marks at the foot of the lowest."""
    first, last = dates[0].isoformat(), dates[1].isoformat()
    shown = [moment for moment in moments if first <= str(moment.at) <= last]
    if not shown:
        return [], []
    lines, ticks = parts.milestone_overlay(shown, label="Landmark milestones")
    return lines, [{**ticks, "yaxis": _OVERLAY, "showlegend": True}]


def _overlay_axis() -> dict[str, Any]:
    return {"domain": [0, 1], "anchor": "x", "range": [0, 1], "fixedrange": True, "visible": False}
