"""Shares over time: a line for each partner in each series, in percent."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.eras import STRIP
from dashboard.charts.figure import Figure
from dashboard.charts.line_labels import Frame, Line, line_labels, text_width
from dashboard.charts.parts import empty_figure, overlay_axis, with_gaps
from dashboard.charts.rows import each, grouped, highest
from dashboard.charts.trade import style
from dashboard.charts.trade.axis import (
    WIDTH_PX,
    Break,
    Overlay,
    behind,
    lane,
    lane_px,
    narrow_years,
    year_axis,
)
from dashboard.words import amounts
from validators.vocabulary import TradeBasis

HEIGHT = 460
_PLOT_PX = 380  # height of the drawing between its margins
_SUSPECT = "suspect"  # how the notes of the table begin

BASES = {basis.value: basis.label for basis in TradeBasis}

HOLLOW = "Hollow points are estimates; filled ones are reported by a partner or mirror statistics."
SUSPECT = "A thin cross marks a value that is suspect: out of line, or perhaps of the other Korea."
BREAKS = "A line breaks where a year has no value in its series; that is not zero."

_COLUMNS: Mapping[str, str] = {
    "partner_name": "Partner",
    "series_title": "Series",
    "year": "Year",
    "flow_label": "Flow",
    "share": "Share (%)",
    "value_million": "Value (million current US$)",
    "world_million": "Total of all partners (million current US$)",
    "basis_label": "Basis",
    "rule": "Rule of a combined series",
    "note": "Note",
}


def groups(frame: pd.DataFrame) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Partner, series and rows of each line, in the order of the frame."""
    for (partner, series), rows in grouped(frame.groupby(["partner", "series_id"], sort=False)):
        yield str(partner), str(series), rows.sort_values("year")


def line_trace(rows: pd.DataFrame, y: str, *, colour: str, text: Sequence[str]) -> dict[str, Any]:
    """A line with a point for each year, hollow where it is an estimate, broken at gaps."""
    first = rows.iloc[0]
    look = style.look(first["series_id"], first["series_title"])
    symbols = [
        _symbol(look.symbol, basis, note)
        for basis, note in zip(rows["basis"], rows["note"], strict=True)
    ]
    years, values, words, marks = with_gaps(
        rows["year"].tolist(), rows[y].tolist(), list(text), symbols
    )
    paint = look.paint(colour)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": f"{first['partner_name']}: {look.short}",
        "x": years,
        "y": values,
        "text": [word or "" for word in words],
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "line": {"color": paint, "width": look.width, "dash": look.dash},
        "marker": {
            "color": paint,
            "size": 4 if look.faint else 7,
            "symbol": [mark or look.symbol for mark in marks],
            "line": {"width": 1.5, "color": paint},
        },
    }


def _symbol(symbol: str, basis: str, note: object) -> str:
    if isinstance(note, str) and _SUSPECT in note:
        return "x-thin-open"
    return f"{symbol}-open" if basis == TradeBasis.ESTIMATE else symbol


def share_lines(
    frame: pd.DataFrame,
    *,
    flow: str,
    overlay: Overlay,
    breaks: Sequence[Break] = (),
    notes: Sequence[str] = (),
) -> Figure:
    """Shares of partners over time, a line for each partner in each series.

    Args:
        frame: Rows of ``trade_shares`` of one flow, with ``partner_name`` and ``flow_label``;
            the order of partners and series is that of the labels.
        flow: Code of the flow.
        overlay: Eras and events behind the lines.
        breaks: Years from which a series is made otherwise.
        notes: Caveats and definitions.
    """
    of_flow = amounts.OF_FLOW[flow]  # type: ignore[index]
    names = list(dict.fromkeys(frame["partner_name"]))
    title = f"Share of {amounts.listed(names) or 'partners'} in {of_flow}"
    if frame.empty:
        message = "No share is known for these partners, series and years."
        return empty_figure(title, message, columns=_COLUMNS, tables=("trade_flows",))
    table = frame.assign(
        value_million=amounts.millions(frame["value_usd"]),
        world_million=amounts.millions(frame["world_usd"]),
        basis_label=frame["basis"].map(BASES),
    )
    colours = style.colours(list(dict.fromkeys(frame["partner"])))
    years = year_axis(frame)
    top = _top(float(frame["share"].max()))
    shapes, era_names, ticks = behind(overlay, years)
    traces = [
        line_trace(rows, "share", colour=colours[partner], text=_hover(rows, of_flow))
        for partner, _, rows in groups(table)
    ]
    floor = lane(top, ticks)
    labels, margin = _labels(traces, years, (floor, top))
    changes = [each for each in breaks if years[0] < each.year - 0.5 < years[1]]
    return Figure(
        title=title,
        data=(*traces, *ticks),
        layout=theme.base_layout(
            uirevision=f"share-{flow}",
            margin={"t": STRIP, "r": margin},
            shapes=[*shapes, *(each.line for each in changes)],
            annotations=[*era_names, *(each.words for each in changes), *labels],
            xaxis={"range": list(years), "dtick": 5, "tick0": 1950, "tickformat": "d"},
            yaxis={
                "range": [floor, top],
                "zeroline": floor < 0,
                "zerolinecolor": "$axis",
                "ticksuffix": "%",
                "title": {"text": f"share of {of_flow}, %"},
            },
            yaxis9=overlay_axis(),
            legend={"y": 1.0},
            meta={
                "narrow": {
                    "annotations": [],
                    "showlegend": True,
                    "margin": {"r": 8, "t": 8},
                    "height": HEIGHT + 120,
                    "legend": {"y": -0.12, "yanchor": "top"},
                    "xaxis": narrow_years(years),
                }
            },
        ),
        alt=_alt(frame, title),
        table=table[[*_COLUMNS]].reset_index(drop=True),
        columns=_COLUMNS,
        sources=amounts.most_used(frame["source_ids"]),
        tables=("trade_flows", "trade_series"),
        notes=(*marks_explained(frame), *notes),
        height=HEIGHT,
    )


def marks_explained(frame: pd.DataFrame) -> tuple[str, ...]:
    """What gaps and marks mean, as far as they occur."""
    estimated = (frame["basis"] == TradeBasis.ESTIMATE).any()
    suspect = frame["note"].str.contains(_SUSPECT, na=False).any()
    return (BREAKS, *([HOLLOW] if estimated else []), *([SUSPECT] if suspect else []))


def _top(highest: float) -> float:
    """Upper end of the axis: 100 where shares come near it, else a little above the highest."""
    if highest > 78:
        return 103.0
    return max(highest * 1.12, 1.0)


def _labels(
    traces: Sequence[Mapping[str, Any]], years: tuple[float, float], scale: tuple[float, float]
) -> tuple[list[dict[str, Any]], int]:
    lines = [
        Line(trace["name"], trace["line"]["color"].partition("/")[0], trace["x"], trace["y"])
        for trace in traces
    ]
    # Names of lines that end at the right stand in the margin; it need not hold the others.
    late = [line.text for line in lines if line.points and line.points[-1][0] > years[1] - 4]
    margin = round(min(max(map(text_width, late), default=0) + 10, 240))
    frame = Frame(years, scale, WIDTH_PX, _PLOT_PX, margin, lane_px(scale, _PLOT_PX))
    return line_labels(lines, frame), margin


def _hover(rows: pd.DataFrame, of_flow: str) -> list[str]:
    return [
        f"<b>{row.partner_name}, {row.year}: {amounts.percent(row.share)}</b> of {of_flow}<br>"
        f"{amounts.dollars(row.value_usd)} of {amounts.dollars(row.world_usd)}<br>"
        f"{row.series_title}<br>{row.basis_label}"
        for row in each(rows)
    ]


def _alt(frame: pd.DataFrame, title: str) -> str:
    """What the lines say: for each partner the latest and the highest share, with series."""
    said = []
    for _, rows in grouped(frame.groupby("partner", sort=False)):
        latest = highest(rows, "year")
        most = highest(rows, "share")
        said.append(
            f"{latest['partner_name']}: {_point(latest)}; highest {_point(most)}, as far as found"
        )
    return f"{title}, {amounts.span(frame['year'])}. {'. '.join(said)}."


def _point(row: "pd.Series[Any]") -> str:
    return f"{amounts.percent(row['share'])} in {row['year']} ({row['series_title']})"
