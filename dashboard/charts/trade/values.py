"""Trade in dollars: a panel for each partner with a scale of its own, a line for each series."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.eras import STRIP
from dashboard.charts.figure import Figure
from dashboard.charts.line_labels import Frame, Line, line_labels, text_width
from dashboard.charts.panels import Panel, Stack, axes, stacked
from dashboard.charts.parts import empty_figure, overlay_axis
from dashboard.charts.rows import each, grouped, highest
from dashboard.charts.trade import style
from dashboard.charts.trade.axis import Overlay, behind, lane, narrow_years, year_axis
from dashboard.charts.trade.lines import BASES, groups, line_trace, marks_explained
from dashboard.words import amounts

OWN_SCALES = "Each panel has a scale of its own: compare shapes, not heights, between panels."

PANEL_PX = 210
GAP_PX = 44
_WIDTH_PX = 900
_BELOW_PX = 34
_HEADING_PX = 26

_COLUMNS: Mapping[str, str] = {
    "partner_name": "Partner",
    "series_title": "Series",
    "year": "Year",
    "flow_label": "Flow",
    "value_million": "Value (million current US$)",
    "basis_label": "Basis",
    "note": "Note",
}


def value_panels(
    frame: pd.DataFrame, *, flow: str, overlay: Overlay, notes: Sequence[str] = ()
) -> Figure:
    """Dollar values over time, a panel for each partner and a line for each series.

    Args:
        frame: One row a partner, series and year with ``value_usd`` of one flow,
            ``partner_name``, ``series_title``, ``flow_label``, ``basis``, ``note`` and
            ``source_ids``; its order is that of panels and labels.
        flow: Code of the flow.
        overlay: Eras and events behind the lines.
        notes: Caveats and definitions.
    """
    with_partner = amounts.WITH_PARTNER[flow]  # type: ignore[index]
    names = list(dict.fromkeys(frame["partner_name"]))
    title = f"{with_partner} {amounts.listed(names) or 'partners'}, in dollars"
    if frame.empty:
        message = "No value is known for these partners, series and years."
        return empty_figure(title, message, columns=_COLUMNS, tables=("trade_flows",))
    table = frame.assign(
        value_million=amounts.millions(frame["value_usd"]),
        basis_label=frame["basis"].map(BASES),
    )
    return line_panels(
        table,
        title=title,
        y="value_million",
        headings={name: f"{with_partner} {name}" for name in names},
        panel_of="partner_name",
        hover=[_hover(row) for row in each(table)],
        overlay=overlay,
        columns=_COLUMNS,
        notes=((OWN_SCALES,) if len(names) > 1 else ()) + (*marks_explained(frame), *notes),
        alt=_alt(table, title),
        uirevision=f"values-{flow}",
    )


def line_panels(
    table: pd.DataFrame,
    *,
    title: str,
    y: str,
    headings: Mapping[str, str],
    panel_of: str,
    hover: Sequence[str],
    overlay: Overlay,
    columns: Mapping[str, str],
    notes: Sequence[str],
    alt: str,
    uirevision: str,
    panel_px: float = PANEL_PX,
) -> Figure:
    """Lines over years in panels one above the other, named at their ends.

    Args:
        table: Rows to draw, in the order of panels and labels.
        title: What is shown.
        y: Column drawn, in million dollars.
        headings: Heading of each panel, by the value in ``panel_of``, in order.
        panel_of: Column that tells the panel.
        hover: What the reader sees on each row.
        overlay: Eras and events behind the lines.
        columns: Headings of the table.
        notes: Caveats beside the figure.
        alt: Text alternative.
        uirevision: Changes when the axes change their meaning.
        panel_px: Height of each panel in pixels.
    """
    table = table.assign(_hover=pd.Series(list(hover), index=table.index, dtype="object"))
    stack = stacked([panel_px] * len(headings), gap=GAP_PX)
    years = year_axis(table)
    shapes, era_names, ticks = behind(overlay, years)
    colours = style.colours(list(dict.fromkeys(table["partner"])))
    margin = _margin(table, years)
    traces: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    settings = []
    for panel, (key, _) in zip(stack.panels, headings.items(), strict=True):
        rows = table[table[panel_of] == key]
        drawn = [
            {
                **line_trace(part, y, colour=colours[partner], text=part["_hover"].tolist()),
                "yaxis": panel.axis,
            }
            for partner, _, part in groups(rows)
        ]
        scale = dollar_range(rows[y])
        if panel == stack.lowest and scale[0] == 0:
            scale = (lane(scale[1], ticks), scale[1])
        traces += drawn
        labels += _labels(drawn, panel, Frame(years, scale, _WIDTH_PX, panel.height, margin))
        settings.append(dollar_axis(scale))
    names = [
        panel.heading(text) for panel, text in zip(stack.panels, headings.values(), strict=True)
    ]
    return Figure(
        title=title,
        data=(*traces, *ticks),
        layout=panel_layout(
            stack,
            settings=settings,
            years=years,
            shapes=shapes,
            annotations=[*era_names, *names, *labels],
            headings=names,
            margin=margin,
            uirevision=uirevision,
        ),
        alt=alt,
        table=table[[*columns]].reset_index(drop=True),
        columns=columns,
        sources=amounts.most_used(table["source_ids"]),
        tables=("trade_flows", "trade_series"),
        notes=tuple(dict.fromkeys(notes)),
        height=full_height(stack),
    )


def full_height(stack: Stack) -> int:
    """Height of a figure of panels with its margins."""
    return round(stack.height) + STRIP + _HEADING_PX + _BELOW_PX


def panel_layout(
    stack: Stack,
    *,
    settings: Sequence[Mapping[str, Any]],
    years: tuple[float, float],
    shapes: list[Any],
    annotations: list[Any],
    headings: list[Any],
    margin: int,
    uirevision: str,
) -> dict[str, Any]:
    """Layout of panels over years; on narrow screens only their headings stay."""
    # The names of the eras stand above the heading of the first panel.
    lifted = [
        {**note, "yshift": _HEADING_PX}
        if note.get("yref") == "paper" and note["xref"] == "x"
        else note
        for note in annotations
    ]
    return theme.base_layout(
        uirevision=uirevision,
        margin={"t": STRIP + _HEADING_PX, "r": margin, "b": _BELOW_PX},
        shapes=shapes,
        annotations=lifted,
        yaxis9={**overlay_axis(), "overlaying": stack.lowest.axis},
        meta={
            "narrow": {
                "annotations": headings,
                "showlegend": True,
                "margin": {"r": 8, "t": _HEADING_PX},
                "legend": {"y": -_BELOW_PX / stack.height, "yanchor": "top"},
                "height": full_height(stack) + 100,
                "xaxis": narrow_years(years),
            }
        },
        **theme.merged(
            axes(stack, settings),
            {"xaxis": {"range": list(years), "dtick": 5, "tick0": 1950, "tickformat": "d"}},
        ),
    )


def dollar_axis(scale: tuple[float, float]) -> dict[str, Any]:
    """A vertical axis in million dollars."""
    crosses = scale[0] < 0
    return {
        "range": list(scale),
        "nticks": 5,
        "tickformat": ",~r" if scale[1] - scale[0] < 10 else ",d",
        "title": {"text": "million US$"},
        "zeroline": crosses,
        "zerolinecolor": "$axis",
        "zerolinewidth": 1.5,
    }


def dollar_range(values: "pd.Series[Any]") -> tuple[float, float]:
    """From zero, or from below it where values are negative, with a little room."""
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    room = (high - low) * 0.12 or 1.0
    return (low - room if low < 0 else 0.0), high + room


def _margin(table: pd.DataFrame, years: tuple[float, float]) -> int:
    late = table[table["year"] > years[1] - 4]
    names = [
        style.look(code, title).short
        for code, title in zip(late["series_id"], late["series_title"], strict=True)
    ]
    return round(min(max(map(text_width, names), default=0) + 12, 200))


def _labels(drawn: Sequence[Mapping[str, Any]], panel: Panel, frame: Frame) -> list[dict[str, Any]]:
    lines = [
        Line(
            trace["name"].partition(": ")[2],
            trace["line"]["color"].partition("/")[0],
            trace["x"],
            trace["y"],
        )
        for trace in drawn
    ]
    return [{**note, "yref": panel.axis} for note in line_labels(lines, frame)]


def _hover(row: Any) -> str:
    return (
        f"<b>{row.partner_name}, {row.year}: {amounts.dollars(row.value_usd)}</b><br>"
        f"{row.series_title}<br>{row.basis_label}"
    )


def _alt(table: pd.DataFrame, title: str) -> str:
    said = []
    for name, rows in grouped(table.groupby("partner_name", sort=False)):
        latest = highest(rows, "year")
        most = highest(rows, "value_usd")
        said.append(
            f"{name}: {amounts.dollars(latest['value_usd'])} in {latest['year']} "
            f"({latest['series_title']}), at most {amounts.dollars(most['value_usd'])} in "
            f"{most['year']} ({most['series_title']})"
        )
    return f"{title}, {amounts.span(table['year'])}. {'. '.join(said)}."
