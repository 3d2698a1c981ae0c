"""Partners of one year, ranked, with a point for each series."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each, grouped
from dashboard.charts.trade import style
from dashboard.charts.trade.partners import UNITS, Unit, amount, columns_of, hover, measured, tabled
from dashboard.words import amounts

#: Partners ranked at most; smaller ones are counted in a note.
RANKED = 15

_ROW_PX = 26


def ranking(
    frame: pd.DataFrame, *, year: int, flow: str, unit: str, notes: Sequence[str] = ()
) -> Figure:
    """Partners of one year by share or value, a point for each series.

    Args:
        frame: One row a partner and series: ``partner``, ``partner_name``, ``series_id``,
            ``series_title``, ``year``, ``flow_label``, ``value_usd``, ``basis``, ``note``,
            ``source_ids``, and ``share`` where the unit is percent.
        year: The year shown.
        flow: Code of the flow.
        unit: ``percent`` or ``usd``.
        notes: Caveats.
    """
    measure = UNITS[unit]
    title = f"Partners of the DPRK in {year}, by {measured(flow, unit)}"
    if frame.empty:
        message = f"No series chosen names a partner in {year}."
        return empty_figure(title, message, columns=columns_of(unit), tables=("trade_flows",))
    table = tabled(frame)
    highest = table.groupby("partner")[measure.column].max().sort_values(ascending=False)
    shown = list(highest.index[:RANKED])
    table = table[table["partner"].isin(shown)]
    place = {code: i for i, code in enumerate(shown)}
    table = table.assign(place=table["partner"].map(place)).sort_values(
        ["place", measure.column], ascending=[True, False], kind="stable"
    )
    names = dict(zip(table["partner"], table["partner_name"], strict=True))
    rest = len(highest) - len(shown)
    height = 70 + _ROW_PX * len(shown)
    return Figure(
        title=title,
        data=(*_spreads(table, measure), *_points(table, measure), *style.series_keys(table)),
        layout=theme.base_layout(
            uirevision=f"ranking-{unit}-{flow}",
            margin={"t": 8, "r": 64},
            showlegend=table["series_id"].nunique() > 1,
            legend={"y": -54 / height, "yanchor": "top"},
            xaxis={
                "title": {"text": f"{measured(flow, unit)}, {measure.axis}"},
                "rangemode": "tozero",
                "range": [0, float(highest.iloc[0]) * 1.04 or 1],
                "showgrid": True,
                "tickformat": ",~r",
            },
            yaxis={
                "tickvals": list(range(len(shown))),
                "ticktext": [names[code] for code in shown],
                "range": [len(shown) - 0.4, -0.6],
                "showgrid": False,
                "tickfont": {"color": "$ink"},
            },
            annotations=_numbers(table, measure),
            meta={"narrow": {"margin": {"r": 56}}},
        ),
        alt=_ranking_alt(table, title, unit),
        table=table[[*columns_of(unit)]].reset_index(drop=True),
        columns=columns_of(unit),
        sources=amounts.most_used(table["source_ids"]),
        tables=("trade_flows", "trade_series"),
        notes=(
            *([f"{rest} smaller partners of this year are not drawn."] if rest else []),
            *notes,
        ),
        height=height + (40 if table["series_id"].nunique() > 1 else 0),
    )


def _spreads(table: pd.DataFrame, measure: Unit) -> list[dict[str, Any]]:
    """A line from the lowest to the highest value of each partner that has several."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, rows in grouped(table.groupby("place")):
        if len(rows) > 1:
            x += [float(rows[measure.column].min()), float(rows[measure.column].max()), None]
            y += [float(place), float(place), None]
    line = {"color": "$axis", "width": 3}
    common = {"type": "scatter", "mode": "lines", "showlegend": False, "hoverinfo": "skip"}
    return [{**common, "name": "Between series", "x": x, "y": y, "line": line}] if x else []


def _points(table: pd.DataFrame, measure: Unit) -> list[dict[str, Any]]:
    traces = []
    for series, rows in grouped(table.groupby("series_id", sort=False)):
        look = style.look(str(series), rows["series_title"].iloc[0])
        hollow = [
            f"{look.symbol}-open" if each == "estimate" else look.symbol for each in rows["basis"]
        ]
        colours = [style.PARTNER_COLOURS.get(code, "$other") for code in rows["partner"]]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": look.short,
                "showlegend": False,
                "x": rows[measure.column].tolist(),
                "y": rows["place"].tolist(),
                "text": [hover(row) for row in each(rows)],
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
                "marker": {
                    "size": 10,
                    "symbol": hollow,
                    "color": colours,
                    "line": {"width": 1.5, "color": colours},
                },
            }
        )
    return traces


def _numbers(table: pd.DataFrame, measure: Unit) -> list[dict[str, Any]]:
    """The highest value of each partner, right of its point."""
    return [
        {
            "xref": "x",
            "yref": "y",
            "x": float(getattr(row, measure.column)),
            "y": row.place,
            "xanchor": "left",
            "xshift": 10,
            "text": amount(row, measure.column),
            "font": {"size": 12, "color": "$ink"},
        }
        for row in each(table.drop_duplicates("partner"))
    ]


def _ranking_alt(table: pd.DataFrame, title: str, unit: str) -> str:
    column = UNITS[unit].column
    highest = table.drop_duplicates("partner")
    first = [
        f"{row.partner_name} {amount(row, column)} ({row.series_title})"
        for row in each(highest.head(3))
    ]
    russia = highest[highest["partner"] == "RUS"]
    said = f"{title}. {len(highest)} partners drawn; first {amounts.listed(first)}."
    if russia.empty:
        return f"{said} No value for Russia."
    row = next(each(russia))
    return f"{said} Russia: {amount(row, column)} ({row.series_title})."
