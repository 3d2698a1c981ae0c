"""Soviet trade in clearing roubles, and what published dollar values imply for their worth."""

from collections.abc import Mapping, Sequence
from math import log10
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each, grouped, highest, lowest
from dashboard.charts.trade import style
from dashboard.charts.trade.lines import BASES
from dashboard.words import amounts
from validators.vocabulary import Flow

_ROW_PX = 34
_TOGETHER = 1.12  # ratio below which two labels would overlap
_FLOW_COLOURS = {
    Flow.EXPORT.value: "$amount_3",
    Flow.IMPORT.value: "$amount_1",
    Flow.TOTAL.value: "$other",
}

TURNOVER = "Of a year shown as turnover only the sum of both directions was published."
NO_RATE = (
    "If clearing roubles had one dollar value, all points would stand at the same rate. They do "
    "not, so no single rate is used here and roubles are never added to dollars. Equal distances on "
    "the axis are equal ratios."
)

_FLOWS: Mapping[str, str] = {
    "year": "Year",
    "flow_label": "Flow",
    "value_mln_rub": "Value (million clearing roubles)",
    "note": "Note",
}
_RATES: Mapping[str, str] = {
    "year": "Year",
    "flow_label": "Flow",
    "series_title": "Series of the dollar value",
    "value_million": "Value (million current US$)",
    "roubles": "Value (million clearing roubles)",
    "rate": "Dollars per clearing rouble",
    "basis_label": "Basis of the dollar value",
    "note": "Note",
}


def rouble_flows(frame: pd.DataFrame, *, notes: Sequence[str] = ()) -> Figure:
    """Soviet trade in million clearing roubles, by year and flow.

    Args:
        frame: Rows of ``trade_flows_rubles`` with ``flow_label``.
        notes: Caveats.
    """
    title = "Soviet trade with the DPRK in clearing roubles"
    if frame.empty:
        message = "No value in roubles is known for these years."
        return empty_figure(title, message, columns=_FLOWS, tables=("trade_flows_rubles",))
    table = frame.sort_values(["year", "flow"], kind="stable")
    traces = [
        {
            "type": "bar",
            "name": "Turnover, both directions" if flow == Flow.TOTAL else label,
            "x": rows["year"].astype("str").tolist(),
            "y": rows["value_mln_rub"].tolist(),
            "text": [f"{value:,.0f}" for value in rows["value_mln_rub"]],
            "textposition": "outside",
            "cliponaxis": False,
            "hovertemplate": "%{x}: %{y:,.0f} million clearing roubles<extra></extra>",
            "marker": {
                "color": "rgba(0,0,0,0)" if flow == Flow.TOTAL else _FLOW_COLOURS[str(flow)],
                "line": {"width": 2 if flow == Flow.TOTAL else 0, "color": "$other"},
            },
        }
        for (flow, label), rows in grouped(table.groupby(["flow", "flow_label"], sort=False))
    ]
    top = float(table["value_mln_rub"].max()) * 1.15
    return Figure(
        title=title,
        data=tuple(traces),
        layout=theme.base_layout(
            uirevision="rouble-flows",
            barmode="group",
            bargap=0.3,
            showlegend=True,
            legend={"y": -0.14, "yanchor": "top"},
            xaxis={
                "type": "category",
                "categoryorder": "array",
                "categoryarray": [str(year) for year in sorted(set(table["year"]))],
            },
            yaxis={"title": {"text": "million clearing roubles"}, "range": [0, top]},
            meta={"narrow": {"bargap": 0.15}},
        ),
        alt=f"{title}. "
        + ". ".join(
            f"{row.year}, {row.flow_label.lower()}: {row.value_mln_rub:,.0f} million"
            for row in each(table)
        )
        + ".",
        table=table[[*_FLOWS]].reset_index(drop=True),
        columns=_FLOWS,
        sources=amounts.most_used(table["source_ids"]),
        tables=("trade_flows_rubles",),
        notes=(*([TURNOVER] if (table["flow"] == Flow.TOTAL).any() else []), *notes),
        height=340,
    )


def rouble_rates(frame: pd.DataFrame, *, notes: Sequence[str] = ()) -> Figure:
    """Dollars per clearing rouble that each published dollar value implies.

    Args:
        frame: One row a year, flow and series: ``roubles`` and ``value_million`` (both million),
            ``rate``, ``flow_label``, ``series_id``, ``series_title``, ``basis``, ``note``,
            ``source_ids``.
        notes: Caveats.
    """
    title = "Dollars per clearing rouble implied by published dollar values"
    if frame.empty:
        message = "No year has both a value in roubles and one in dollars."
        return empty_figure(title, message, columns=_RATES, tables=("trade_flows_rubles",))
    table = frame.assign(basis_label=frame["basis"].map(BASES)).sort_values(
        ["year", "flow", "rate"], kind="stable"
    )
    rows = list(dict.fromkeys(zip(table["year"], table["flow_label"], strict=True)))
    place = {row: i for i, row in enumerate(rows)}
    at = [place[row] for row in zip(table["year"], table["flow_label"], strict=True)]
    low, high = float(table["rate"].min()), float(table["rate"].max())
    height = 90 + _ROW_PX * len(rows)
    return Figure(
        title=title,
        data=(
            {
                "type": "scatter",
                "mode": "markers",
                "name": "Implied rate",
                "showlegend": False,
                "x": table["rate"].tolist(),
                "y": at,
                "text": [_rate_hover(row) for row in each(table)],
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
                "marker": {
                    "size": 11,
                    "color": "$russia",
                    "symbol": [_symbol(row) for row in each(table)],
                    "line": {"width": 1.75, "color": "$russia"},
                },
            },
            *style.series_keys(table),
        ),
        layout=theme.base_layout(
            uirevision="rouble-rates",
            margin={"t": 8, "r": 24},
            meta={"narrow": {"margin": {"r": 16}}},
            showlegend=True,
            legend={"y": -60 / height, "yanchor": "top"},
            annotations=_rate_labels(table.assign(place=at)),
            xaxis={
                "type": "log",
                "range": [log10(low) - 0.12, log10(high) + 0.12],
                "tickvals": [0.5, 1, 2, 5, 10, 20],
                "showgrid": True,
                "title": {"text": "dollars per clearing rouble"},
            },
            yaxis={
                "tickvals": list(place.values()),
                "ticktext": [f"{year}, {label.lower()}" for year, label in rows],
                "range": [len(rows) - 0.4, -0.7],
                "showgrid": True,
                "tickfont": {"color": "$ink"},
            },
        ),
        alt=_rates_alt(table, title),
        table=table[[*_RATES]].reset_index(drop=True),
        columns=_RATES,
        sources=amounts.most_used(table["source_ids"]),
        tables=("trade_flows_rubles", "trade_flows"),
        notes=(NO_RATE, *notes),
        height=height + 30,
    )


def _symbol(row: Any) -> str:
    symbol = style.look(row.series_id).symbol
    return f"{symbol}-open" if row.basis == "estimate" else symbol


def _rate_hover(row: Any) -> str:
    return (
        f"<b>{row.year}, {row.flow_label.lower()}: {row.rate:.2f} dollars per rouble</b><br>"
        f"{row.value_million:,.0f} million dollars for {row.roubles:,.0f} million roubles<br>"
        f"{row.series_title}"
    )


def _rate_labels(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rates above their points; rates that stand together share a label."""
    notes = []
    for place, rows in grouped(table.groupby("place")):
        clusters: list[list[float]] = []
        for rate in sorted(map(float, rows["rate"])):
            if clusters and rate / clusters[-1][-1] < _TOGETHER:
                clusters[-1].append(rate)
            else:
                clusters.append([rate])
        for cluster in clusters:
            ends = dict.fromkeys((f"{cluster[0]:.2f}", f"{cluster[-1]:.2f}"))
            notes.append(
                {
                    "xref": "x",
                    "yref": "y",
                    "x": log10(sum(cluster) / len(cluster)),
                    "y": place,
                    "yanchor": "bottom",
                    "yshift": 6,
                    "text": "–".join(ends),
                    "font": {"size": 11, "color": "$ink"},
                }
            )
    return notes


def _rates_alt(table: pd.DataFrame, title: str) -> str:
    least, most = lowest(table, "rate"), highest(table, "rate")
    return f"{title}: from {_rate(least)} to {_rate(most)}; {len(table)} points."


def _rate(row: "pd.Series[Any]") -> str:
    return f"{row['rate']:.2f} ({row['year']}, {row['flow_label'].lower()}, {row['series_title']})"
