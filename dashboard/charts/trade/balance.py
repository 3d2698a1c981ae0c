"""Exports, imports and the balance between them, and the total that each series gives."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.panels import Panel, stacked
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each, highest
from dashboard.charts.trade import style
from dashboard.charts.trade.axis import Overlay, behind, year_axis
from dashboard.charts.trade.lines import BASES, groups, marks_explained
from dashboard.charts.trade.values import (
    GAP_PX,
    OWN_SCALES,
    PANEL_PX,
    dollar_axis,
    dollar_range,
    full_height,
    line_panels,
    panel_layout,
)
from dashboard.words import amounts

_SIDES_PX = 150

DIRECTION = "Exports and imports are those of the DPRK; below zero it buys more than it sells."

_SIDES: Mapping[str, str] = {
    "partner_name": "Partner",
    "series_title": "Series",
    "year": "Year",
    "export_million": "DPRK exports (million current US$)",
    "import_million": "DPRK imports (million current US$)",
    "balance_million": "Balance (million current US$)",
    "basis_label": "Basis",
    "note": "Note",
}
_WORLD: Mapping[str, str] = {
    "series_title": "Series",
    "year": "Year",
    "flow_label": "Flow",
    "value_million": "Value (million current US$)",
    "basis_label": "Basis",
    "note": "Note",
}


def exports_imports(frame: pd.DataFrame, *, overlay: Overlay, notes: Sequence[str] = ()) -> Figure:
    """Exports above and imports below zero with the balance, a panel for each partner and series.

    Args:
        frame: Rows of ``trade_values`` with both directions, with ``partner_name`` and
            ``series_title``, in the order of the panels.
        overlay: Eras and events behind the bars.
        notes: Caveats.
    """
    names = list(dict.fromkeys(frame["partner_name"]))
    title = f"DPRK exports, imports and balance with {amounts.listed(names) or 'partners'}"
    if frame.empty:
        message = "No year with both exports and imports is known for this choice."
        return empty_figure(title, message, columns=_SIDES, tables=("trade_flows",))
    table = frame.assign(
        export_million=amounts.millions(frame["export_usd"]),
        import_million=amounts.millions(frame["import_usd"]),
        balance_million=amounts.millions(frame["balance_usd"]),
        basis_label=frame["basis"].map(BASES),
    )
    parts = [rows for _, _, rows in groups(table)]
    stack = stacked([_SIDES_PX] * len(parts), gap=GAP_PX)
    years = year_axis(table)
    shapes, era_names, ticks = behind(overlay, years)
    traces: list[dict[str, Any]] = []
    settings, headings, short = [], [], []
    for panel, rows in zip(stack.panels, parts, strict=True):
        traces += _sides(rows, panel)
        sides = pd.concat([rows["export_million"], -rows["import_million"]])
        settings.append(dollar_axis(dollar_range(sides)))
        first = rows.iloc[0]
        name, series = first["partner_name"], first["series_title"]
        headings.append(panel.heading(f"{name}: {series}"))
        look = style.look(first["series_id"], series)
        short.append(panel.heading(f"{name}: {look.short}"))
    layout = panel_layout(
        stack,
        settings=settings,
        years=years,
        shapes=shapes,
        annotations=[*era_names, *headings],
        headings=short,
        margin=12,
        uirevision="balance",
    )
    below = {"y": -34 / stack.height, "yanchor": "top"}
    return Figure(
        title=title,
        data=(*traces, *ticks),
        layout={
            **layout,
            "barmode": "relative",
            "showlegend": True,
            "legend": below,
            "bargap": 0.25,
        },
        alt=_sides_alt(table, title),
        table=table[[*_SIDES]].reset_index(drop=True),
        columns=_SIDES,
        sources=amounts.most_used(table["source_ids"]),
        tables=("trade_flows", "trade_series"),
        notes=(DIRECTION, *((OWN_SCALES,) if len(parts) > 1 else ()), *notes),
        height=full_height(stack) + 30,
    )


def _sides(rows: pd.DataFrame, panel: Panel) -> list[dict[str, Any]]:
    years = rows["year"].tolist()
    hover = [
        f"<b>{row.partner_name}, {row.year}</b><br>"
        f"exports {amounts.dollars(row.export_usd)}<br>"
        f"imports {amounts.dollars(row.import_usd)}<br>"
        f"balance {amounts.dollars(row.balance_usd)}<br>{row.series_title}"
        for row in each(rows)
    ]
    common = {
        "x": years,
        "yaxis": panel.axis,
        "text": hover,
        "hovertemplate": "%{text}<extra></extra>",
        "textposition": "none",
        "showlegend": panel.number == 1,
    }
    mark = {
        "symbol": "diamond",
        "size": 8,
        "color": "$ink",
        "line": {"color": "$paper", "width": 1},
    }
    return [
        _bars(common, "Exports", rows["export_million"], "$amount_3"),
        _bars(common, "Imports", -rows["import_million"], "$amount_1"),
        {
            **{key: value for key, value in common.items() if key != "textposition"},
            "type": "scatter",
            "mode": "markers",
            "name": "Balance",
            "legendgroup": "Balance",
            "y": rows["balance_million"].tolist(),
            "marker": mark,
        },
    ]


def _bars(
    common: Mapping[str, Any], name: str, values: "pd.Series[Any]", colour: str
) -> dict[str, Any]:
    return {
        **common,
        "type": "bar",
        "name": name,
        "legendgroup": name,
        "y": values.tolist(),
        "marker": {"color": colour},
    }


def _sides_alt(table: pd.DataFrame, title: str) -> str:
    said = []
    for _, _, rows in groups(table):
        last = highest(rows, "year")
        short = int((rows["balance_usd"] < 0).sum())
        said.append(
            f"{last['partner_name']} ({last['series_title']}): the DPRK bought more than it sold in "
            f"{short} of {len(rows)} years; in {last['year']} exports were "
            f"{amounts.dollars(last['export_usd'])}, imports "
            f"{amounts.dollars(last['import_usd'])}"
        )
    return f"{title}, {amounts.span(table['year'])}. {'. '.join(said)}."


def world_totals(
    frame: pd.DataFrame, *, flow: str, overlay: Overlay, notes: Sequence[str] = ()
) -> Figure:
    """The value of all DPRK trade as each series gives it: what shares are divided by.

    Args:
        frame: One row a series and year with ``value_usd``, ``partner`` (the world),
            ``partner_name``, ``series_title``, ``flow_label``, ``basis``, ``note``, ``source_ids``.
        flow: Code of the flow.
        overlay: Eras and events behind the lines.
        notes: Caveats and definitions.
    """
    of_flow = amounts.OF_FLOW[flow]  # type: ignore[index]
    title = f"Value of {of_flow}, by series"
    if frame.empty:
        message = "No series gives a total in these years."
        return empty_figure(title, message, columns=_WORLD, tables=("trade_flows",))
    table = frame.assign(
        value_million=amounts.millions(frame["value_usd"]),
        basis_label=frame["basis"].map(BASES),
    )
    hover = [
        f"<b>{row.year}: {amounts.dollars(row.value_usd)}</b><br>{row.series_title}<br>"
        f"{row.basis_label}"
        for row in each(table)
    ]
    return line_panels(
        table,
        title=title,
        y="value_million",
        headings={table["partner_name"].iloc[0]: "All partners together"},
        panel_of="partner_name",
        hover=hover,
        overlay=overlay,
        columns=_WORLD,
        notes=(*marks_explained(frame), *notes),
        alt=_world_alt(table, title),
        uirevision=f"world-{flow}",
        panel_px=round(PANEL_PX * 1.6),
    )


def _world_alt(table: pd.DataFrame, title: str) -> str:
    spread = table.groupby("year")["value_usd"].agg(["min", "max", "size"]).reset_index()
    several = spread[spread["size"] > 1]
    count = table["series_id"].nunique()
    said = f"{title}, {amounts.span(table['year'])}, from {count} series."
    if several.empty:
        return said
    least, most = several["min"].astype("float64"), several["max"].astype("float64")
    widest = highest(several.assign(ratio=most / least), "ratio")
    return (
        f"{said} They differ most in {widest['year']}: from "
        f"{amounts.dollars(widest['min'])} to {amounts.dollars(widest['max'])}."
    )
