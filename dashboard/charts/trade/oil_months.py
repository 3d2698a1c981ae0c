"""Refined oil by month: what was notified, what was alleged, and where Russia stopped."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each, highest
from dashboard.charts.trade.oil import (
    ALLEGED,
    COLOURS,
    CONVERTED,
    barrels,
    by_look,
    supplier_words,
    worded,
)
from dashboard.words import amounts
from dashboard.words.dates import date_words, last_day
from validators.vocabulary import PetroleumMeasure

ZERO = "A ring on the base line is a notified zero. A month without a mark was not found."

_MONTHS: Mapping[str, str] = {
    "month_words": "Month",
    "supplier_label": "Supplier",
    "barrels_all": "Barrels",
    "tonnes": "Tonnes as published",
    "how": "What the figure is",
    "as_of_words": "As of",
    "note": "Note",
}


def oil_months(
    months: pd.DataFrame, allegations: pd.DataFrame, *, notes: Sequence[str] = ()
) -> Figure:
    """Refined oil notified for single months, with allegations for single months.

    Args:
        months: Rows of ``petroleum_monthly``.
        allegations: Rows of ``petroleum_allegations`` that name a single month.
        notes: Caveats.
    """
    title = "Refined oil notified to the United Nations, by month"
    if months.empty and allegations.empty:
        message = "No monthly notification is known for these years."
        return empty_figure(title, message, columns=_MONTHS, tables=("petroleum",))
    alleged = allegations.rename(columns={"period": "month"}).assign(
        measure=PetroleumMeasure.ALLEGATION.value, barrels_all=allegations["barrels"]
    )
    told = worded(months, months["converted"])
    claimed = worded(alleged, pd.Series(False, index=alleged.index))
    columns = [name for name in (*_MONTHS, "source_ids") if name != "month_words"]
    table = pd.concat([told[["month", *columns]], claimed[["month", *columns]]], ignore_index=True)
    table = table.assign(month_words=table["month"].map(date_words)).sort_values(
        ["month", "supplier_label"], kind="stable"
    )
    stop = _last_notified(months, "RUS")
    top = float(table["barrels_all"].max()) * 1.15 or 1.0
    return Figure(
        title=title,
        data=(*_month_bars(told), *_zeros(told), *_alleged_bars(claimed)),
        layout=theme.base_layout(
            uirevision="oil-months",
            barmode="stack",
            bargap=0.15,
            margin={"t": 16},
            showlegend=True,
            legend={"y": -0.16, "yanchor": "top"},
            shapes=_stop_line(stop),
            annotations=[*_stop_label(stop), *_alleged_labels(claimed)],
            xaxis={"type": "date", "tickformat": "%Y", "dtick": "M12", "ticklabelmode": "period"},
            yaxis={
                "title": {"text": "barrels in the month"},
                "range": [0, top],
                "tickformat": ",d",
            },
            meta={"narrow": {"annotations": []}},
        ),
        alt=_months_alt(told, claimed, stop),
        table=table[[*_MONTHS]].reset_index(drop=True),
        columns=_MONTHS,
        sources=amounts.most_used(table["source_ids"]),
        tables=("petroleum",),
        notes=(ZERO, CONVERTED, *([ALLEGED] if not claimed.empty else []), *notes),
        height=440,
    )


def _last_notified(months: pd.DataFrame, supplier: str) -> str:
    """Last month that a supplier notified; empty where it notified none."""
    own = months.loc[months["supplier"] == supplier, "month"]
    return "" if own.empty else str(own.max())


def _middle(month: str) -> str:
    return f"{month}-16"


def _month_bars(told: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {
            **look,
            "x": [_middle(month) for month in rows["month"]],
            "y": rows["barrels_all"].tolist(),
            "text": [_month_hover(row) for row in each(rows)],
        }
        for look, rows in by_look(told[told["barrels_all"] > 0])
    ]


def _zeros(told: pd.DataFrame) -> list[dict[str, Any]]:
    rows = told[told["barrels_all"] == 0]
    if rows.empty:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "notified zero",
            "x": [_middle(month) for month in rows["month"]],
            "y": [0] * len(rows),
            "text": [_month_hover(row) for row in each(rows)],
            "hovertemplate": "%{text}<extra></extra>",
            "cliponaxis": False,
            "marker": {
                "symbol": "circle-open",
                "size": 8,
                "color": [COLOURS[code] for code in rows["supplier"]],
                "line": {"width": 2},
            },
        }
    ]


def _alleged_bars(claimed: pd.DataFrame) -> list[dict[str, Any]]:
    if claimed.empty:
        return []
    return [
        {
            "type": "bar",
            "name": "allegation, not notified",
            "x": [_middle(month) for month in claimed["month"]],
            "y": claimed["barrels_all"].tolist(),
            "text": [_month_hover(row) for row in each(claimed)],
            "textposition": "none",
            "hovertemplate": "%{text}<extra></extra>",
            "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 2, "color": "$warn"}},
        }
    ]


def _alleged_labels(claimed: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {
            "xref": "x",
            "yref": "y",
            "x": _middle(row.month),
            "y": float(row.barrels_all),
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "xshift": 8,
            "text": f"alleged, {date_words(row.month)}:<br>more than {barrels(float(row.barrels_all))}",
            "font": {"size": 12, "color": "$warn"},
        }
        for row in each(claimed)
    ]


def _stop_line(month: str) -> list[dict[str, Any]]:
    if not month:
        return []
    day = last_day(month)
    line = {"color": "$russia", "width": 1.5, "dash": "dash"}
    common = {"type": "line", "xref": "x", "yref": "paper", "layer": "below"}
    return [{**common, "x0": day, "x1": day, "y0": 0, "y1": 1, "line": line}]


def _stop_label(month: str) -> list[dict[str, Any]]:
    if not month:
        return []
    return [
        {
            "xref": "x",
            "yref": "paper",
            "x": last_day(month),
            "y": 1,
            "xanchor": "right",
            "yanchor": "top",
            "align": "right",
            "xshift": -6,
            "text": f"Russia's last<br>notification:<br>{date_words(month)}",
            "font": {"size": 12, "color": "$russia"},
        }
    ]


def _month_hover(row: Any) -> str:
    vintage = "" if pd.isna(row.as_of_words) else f"<br>as of {row.as_of_words}"
    return (
        f"<b>{date_words(row.month)}, {supplier_words(row.supplier)}: "
        f"{barrels(float(row.barrels_all))}</b><br>{row.how}{vintage}"
    )


def _months_alt(told: pd.DataFrame, claimed: pd.DataFrame, stop: str) -> str:
    said = f"Bars by month: {told['month'].nunique()} months with a notification."
    if not told.empty:
        top = highest(told, "barrels_all")
        said += (
            f" Most in {date_words(str(top['month']))}: {barrels(float(top['barrels_all']))} "
            f"({top['supplier_label']})."
        )
    if stop:
        said += f" Russia's last notification is for {date_words(stop)}."
    if not claimed.empty:
        said += f" {len(claimed)} month with an allegation, drawn hollow."
    return said
