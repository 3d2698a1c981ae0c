"""The Soviet share of DPRK trade, which hangs on what a clearing rouble is taken to be worth."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each
from dashboard.charts.trade import style
from dashboard.charts.trade.lines import BASES
from dashboard.words import amounts

_ROW_PX = 34

_SHARES: Mapping[str, str] = {
    "year": "Year",
    "series_title": "Series",
    "share": "Soviet share (%)",
    "value_million": "Soviet trade (million current US$)",
    "world_million": "All trade (million current US$)",
    "basis_label": "Basis",
    "note": "Note",
}


def soviet_shares(frame: pd.DataFrame, *, notes: Sequence[str] = ()) -> Figure:
    """The Soviet share of DPRK trade in the last years of the USSR, as each series gives it.

    Args:
        frame: Rows of ``trade_shares`` for Russia, all series, total trade.
        notes: Caveats.
    """
    title = "What the choice of rate does to the Soviet share of DPRK trade"
    if frame.empty:
        message = "No share of the Soviet Union is known for these years."
        return empty_figure(title, message, columns=_SHARES, tables=("trade_flows",))
    table = frame.assign(
        value_million=amounts.millions(frame["value_usd"]),
        world_million=amounts.millions(frame["world_usd"]),
        basis_label=frame["basis"].map(BASES),
    ).sort_values(["year", "share"], kind="stable")
    years = sorted(set(table["year"].tolist()))
    rows = [(row.year, row) for row in each(table)]
    labels = [f"{year}: {style.look(row.series_id, row.series_title).short}" for year, row in rows]
    return Figure(
        title=title,
        data=(
            {
                "type": "bar",
                "orientation": "h",
                "name": "Soviet share",
                "x": table["share"].tolist(),
                "y": list(range(len(table))),
                "text": [amounts.percent(share) for share in table["share"]],
                "textposition": "outside",
                "cliponaxis": False,
                "customdata": table["series_title"].tolist(),
                "hovertemplate": "%{customdata}: %{text}<extra></extra>",
                "marker": {"color": "$russia"},
            },
        ),
        layout=theme.base_layout(
            uirevision="soviet-shares",
            margin={"t": 8, "r": 48},
            bargap=0.35,
            meta={"narrow": {"margin": {"r": 40}, "xaxis": {"nticks": 4}}},
            xaxis={
                "range": [0, 100],
                "showgrid": True,
                "title": {"text": "share of total DPRK trade, %"},
            },
            yaxis={
                "tickvals": list(range(len(table))),
                "ticktext": labels,
                "range": [len(table) - 0.4, -0.6],
                "showgrid": False,
                "tickfont": {"color": "$ink"},
            },
        ),
        alt=f"{title}, {amounts.span(years)}. {'; '.join(_shared(rows))}.",
        table=table[[*_SHARES]].reset_index(drop=True),
        columns=_SHARES,
        sources=amounts.most_used(table["source_ids"]),
        tables=("trade_flows", "trade_series"),
        notes=tuple(notes),
        height=80 + _ROW_PX * len(table),
    )


def _shared(rows: Sequence[tuple[Any, Any]]) -> list[str]:
    return [f"{year}: {amounts.percent(row.share)} ({row.series_title})" for year, row in rows]
