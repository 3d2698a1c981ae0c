"""Shares as the CIA World Factbook printed them: a second opinion beside a computed series."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.eras import STRIP
from dashboard.charts.figure import Figure
from dashboard.charts.line_labels import Frame, Line, line_labels
from dashboard.charts.panels import Panel, axes, stacked
from dashboard.charts.parts import empty_figure, overlay_axis, with_gaps
from dashboard.charts.rows import each, grouped, highest
from dashboard.charts.trade import style
from dashboard.charts.trade.axis import (
    WIDTH_PX,
    Overlay,
    behind,
    lane,
    lane_px,
    narrow_years,
    year_axis,
)
from dashboard.words import amounts
from validators.vocabulary import Flow

EDITIONS = (
    "Each dot is a share as one edition printed it for the year below it; editions that print "
    "different shares for one year are joined by a line. A partner not printed is not zero."
)

_TICKS = [0, 25, 50, 75, 100]
_PANEL_PX = 220
_GAP_PX = 44
_MARGIN_PX = 96
_BELOW_PX = 34
_HEADING_PX = 26

_COLUMNS: Mapping[str, str] = {
    "partner_name": "Partner",
    "flow_label": "Flow",
    "year": "Year",
    "edition": "Edition",
    "share": "Share (%)",
    "series_title": "Where it stands",
    "note": "Note",
}


def published_shares(
    printed: pd.DataFrame,
    computed: pd.DataFrame,
    *,
    overlay: Overlay,
    notes: Sequence[str] = (),
) -> Figure:
    """Printed shares as dots, with a computed series faintly behind, exports and imports apart.

    Args:
        printed: Rows of ``published_shares`` with ``partner_name`` and ``flow_label``.
        computed: Rows of ``trade_shares`` of one series for the same partners and flows, with
            ``partner_name`` and ``flow_label``.
        overlay: Eras and events behind the dots.
        notes: Caveats.
    """
    names = list(dict.fromkeys(printed["partner_name"]))
    whose = amounts.listed(names) or "partners"
    title = f"Shares of {whose} as the CIA World Factbook printed them"
    if printed.empty:
        message = "The Factbook printed no share of these partners for these years."
        return empty_figure(title, message, columns=_COLUMNS, tables=("trade_published_shares",))
    table = _table(printed, computed)
    flows = [flow for flow in Flow if (printed["flow"] == flow).any()]
    stack = stacked([_PANEL_PX] * len(flows), gap=_GAP_PX)
    years = year_axis(table)
    shapes, eras, ticks = behind(overlay, years)
    colours = style.colours(list(dict.fromkeys(table["partner"])))
    traces: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    for panel, flow in zip(stack.panels, flows, strict=True):
        dots = printed[printed["flow"] == flow]
        traces += _computed(computed[computed["flow"] == flow], panel, colours)
        traces += _dots(dots, panel, colours)
        ends = (lane(105, ticks), 105.0)
        foot = lane_px(ends, panel.height)
        frame = Frame(years, ends, WIDTH_PX, panel.height, _MARGIN_PX, foot)
        labels += _labels(dots, panel, frame, colours)
    headings = [
        panel.heading(f"Share of {amounts.OF_FLOW[flow]}")
        for panel, flow in zip(stack.panels, flows, strict=True)
    ]
    lifted = [{**era, "yshift": _HEADING_PX} for era in eras]
    scale = {
        "range": [lane(105, ticks), 105],
        "tickvals": _TICKS,
        "ticktext": [f"{each}%" for each in _TICKS],
    }
    return Figure(
        title=title,
        data=(*traces, *ticks),
        layout=theme.base_layout(
            uirevision="published",
            margin={"t": STRIP + _HEADING_PX, "r": _MARGIN_PX, "b": _BELOW_PX},
            shapes=shapes,
            annotations=[*lifted, *headings, *labels],
            yaxis9={**overlay_axis(), "overlaying": stack.lowest.axis},
            meta={
                "narrow": {
                    "annotations": headings,
                    "showlegend": True,
                    "margin": {"r": 8, "t": _HEADING_PX},
                    "legend": {"y": -_BELOW_PX / stack.height, "yanchor": "top"},
                    "height": round(stack.height) + 170,
                    "xaxis": narrow_years(years),
                }
            },
            **theme.merged(
                axes(stack, [scale] * len(flows)),
                {"xaxis": {"range": list(years), "dtick": 5, "tick0": 1950, "tickformat": "d"}},
            ),
        ),
        alt=_alt(printed, title),
        table=table[[*_COLUMNS]].reset_index(drop=True),
        columns=_COLUMNS,
        sources=amounts.most_used([*printed["source_ids"], *computed["source_ids"]]),
        tables=("trade_published_shares", "trade_flows"),
        notes=(EDITIONS, *_behind_note(computed), *notes),
        height=round(stack.height) + STRIP + _HEADING_PX + _BELOW_PX,
    )


def _table(printed: pd.DataFrame, computed: pd.DataFrame) -> pd.DataFrame:
    dots = printed.assign(series_title="CIA World Factbook")
    line = computed.assign(edition=pd.Series(pd.NA, index=computed.index, dtype="Int64"))
    columns = ["partner", "flow", *_COLUMNS, "source_ids"]
    both = [part[columns] for part in (dots, line) if not part.empty]
    return pd.concat(both, ignore_index=True).sort_values(
        ["flow", "partner_name", "year", "edition"], kind="stable"
    )


def _behind_note(computed: pd.DataFrame) -> tuple[str, ...]:
    titles = list(dict.fromkeys(computed["series_title"]))
    return (f"The faint line behind is {amounts.listed(titles)}.",) if titles else ()


def _computed(rows: pd.DataFrame, panel: Panel, colours: Mapping[str, str]) -> list[dict[str, Any]]:
    traces = []
    for (partner, title), own in grouped(rows.groupby(["partner", "series_title"], sort=False)):
        years, shares = with_gaps(own["year"].tolist(), own["share"].tolist())
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": f"{own['partner_name'].iloc[0]}: {title}",
                "showlegend": False,
                "yaxis": panel.axis,
                "x": years,
                "y": shares,
                "hoverinfo": "skip",
                "line": {"color": f"{colours[partner]}/35", "width": 2},
                "marker": {"color": f"{colours[partner]}/35", "size": 4},
            }
        )
    return traces


def _dots(rows: pd.DataFrame, panel: Panel, colours: Mapping[str, str]) -> list[dict[str, Any]]:
    """Dots for editions, and lines between editions that print different shares of one year."""
    traces: list[dict[str, Any]] = []
    for partner, own in grouped(rows.groupby("partner", sort=False)):
        colour, name = colours[partner], own["partner_name"].iloc[0]
        x: list[int | None] = []
        y: list[float | None] = []
        for year, editions in grouped(own.groupby("year")):
            if len(editions) > 1:
                x += [year, year, None]
                y += [editions["share"].min(), editions["share"].max(), None]
        common = {"type": "scatter", "yaxis": panel.axis, "legendgroup": str(name)}
        if x:
            line = {"color": colour, "width": 1.5}
            hidden = {"mode": "lines", "showlegend": False, "hoverinfo": "skip"}
            traces.append({**common, **hidden, "name": str(name), "x": x, "y": y, "line": line})
        traces.append(
            {
                **common,
                "mode": "markers",
                "name": str(name),
                "showlegend": panel.number == 1,
                "x": own["year"].tolist(),
                "y": own["share"].tolist(),
                "text": [
                    f"<b>{name}, {row.year}: {amounts.percent(row.share)}</b> of "
                    f"{row.flow_label.lower()}<br>printed in the edition of {row.edition}"
                    for row in each(own)
                ],
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
                "marker": {"size": 9, "color": colour, "line": {"width": 1, "color": "$paper"}},
            }
        )
    return traces


def _labels(
    rows: pd.DataFrame, panel: Panel, frame: Frame, colours: Mapping[str, str]
) -> list[dict[str, Any]]:
    lines = [
        Line(
            str(own["partner_name"].iloc[0]),
            colours[partner],
            own.sort_values("year")["year"].tolist(),
            own.sort_values("year")["share"].tolist(),
        )
        for partner, own in grouped(rows.groupby("partner", sort=False))
    ]
    return [{**note, "yref": panel.axis} for note in line_labels(lines, frame)]


def _alt(printed: pd.DataFrame, title: str) -> str:
    said = []
    for (name, flow), rows in grouped(printed.groupby(["partner_name", "flow_label"], sort=False)):
        last = highest(rows, "year")
        said.append(f"{name}, {flow.lower()}: {amounts.percent(last['share'])} in {last['year']}")
    return f"{title}, {amounts.span(printed['year'])}. Latest: {'; '.join(said)}."
