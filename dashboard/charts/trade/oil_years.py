"""Refined oil by year against the limit of the United Nations, with vintages and allegations."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each
from dashboard.charts.trade.oil import (
    ALLEGED,
    CONVERTED,
    SUPPLIERS,
    barrels,
    by_look,
    covered,
    supplier_words,
    worded,
)
from dashboard.charts.trade.oil_labels import (
    by_year,
    limit_label,
    limit_lines,
    of_limit,
    partial_words,
    short_totals,
    totals,
)
from dashboard.words import amounts
from dashboard.words.dates import date_words
from validators.vocabulary import PetroleumMeasure

VINTAGES = (
    "Diamonds are totals of all suppliers as they stood at one time; the figures are revised."
)

_ROW_PX = 58
_BELOW_BAR = 0.33  # part of a row by which an allegation stands below the bar

_YEARS: Mapping[str, str] = {
    "year": "Year",
    "supplier_label": "Supplier",
    "barrels": "Barrels",
    "share_of_limit": "Share of the UN limit (%)",
    "how": "What the figure is",
    "covers": "Period covered",
    "as_of_words": "As of",
    "note": "Note",
}


def oil_years(
    known: pd.DataFrame,
    vintages: pd.DataFrame,
    allegations: pd.DataFrame,
    limits: pd.DataFrame,
    *,
    notes: Sequence[str] = (),
) -> Figure:
    """Refined oil notified by year against the limit, with earlier vintages and allegations.

    Args:
        known: Rows of ``petroleum_known`` to add up: either suppliers or all of them, a year.
        vintages: Rows of ``petroleum_yearly`` for all suppliers together, all vintages.
        allegations: Rows of ``petroleum_allegations`` with ``year``.
        limits: Rows of ``petroleum_limits`` for refined products.
        notes: Caveats.
    """
    title = "Refined oil notified by year, against the UN limit"
    if known.empty:
        message = "No notification is known for these years."
        return empty_figure(title, message, columns=_YEARS, tables=("petroleum",))
    limit = {int(row.year): float(row.limit_barrels) for row in each(limits)}
    table = _year_table(known, vintages, allegations, limit)
    years = sorted(set(known["year"].tolist()))
    place = {year: i for i, year in enumerate(years)}
    right = max([float(table["barrels"].max()), *(limit.get(year, 0.0) for year in years)])
    return Figure(
        title=title,
        data=(
            *_year_bars(known, place, limit),
            *_vintage_marks(vintages, place),
            *_year_allegations(allegations, place),
        ),
        layout=theme.base_layout(
            uirevision="oil-years",
            barmode="stack",
            bargap=0.5,
            margin={"t": 24},
            showlegend=True,
            legend={"y": -0.14, "yanchor": "top"},
            shapes=limit_lines(limit, place),
            annotations=[*limit_label(limit, place), *totals(known, place, limit, allegations)],
            xaxis={
                "title": {"text": "barrels"},
                "range": [0, right * 1.08],
                "tickformat": ",d",
                "nticks": 7,
                "showgrid": True,
            },
            yaxis={
                "tickvals": list(place.values()),
                "ticktext": [str(year) for year in years],
                "range": [len(years) - 0.45, -0.55],
                "showgrid": False,
                "tickfont": {"color": "$ink"},
            },
            meta={
                "narrow": {
                    "xaxis": {"nticks": 4},
                    "annotations": [
                        *limit_label(limit, place),
                        *short_totals(known, place, limit),
                    ],
                }
            },
        ),
        alt=_years_alt(known, limit, allegations),
        table=table[[*_YEARS]].reset_index(drop=True),
        columns=_YEARS,
        sources=amounts.most_used(table["source_ids"]),
        tables=("petroleum",),
        notes=(VINTAGES, ALLEGED, CONVERTED, *notes),
        height=110 + _ROW_PX * len(years),
    )


def _year_table(
    known: pd.DataFrame,
    vintages: pd.DataFrame,
    allegations: pd.DataFrame,
    limit: Mapping[int, float],
) -> pd.DataFrame:
    """All marks of the figure: sums, vintages, allegations."""
    told = worded(known, known["converted"]).assign(covers=[covered(p) for p in known["periods"]])
    other = worded(vintages, vintages["converted"]).assign(
        barrels=vintages["barrels_all"], covers="whole year"
    )
    claimed = worded(
        allegations.assign(measure=PetroleumMeasure.ALLEGATION.value),
        pd.Series(False, index=allegations.index),
    ).assign(covers=[covered((period,)) for period in allegations["period"]])
    columns = [name for name in (*_YEARS, "source_ids") if name != "share_of_limit"]
    table = pd.concat([part[columns] for part in (told, other, claimed)], ignore_index=True)
    # A vintage that is drawn as a bar is a mark as well; the table names it once.
    table = table.drop_duplicates(["year", "supplier_label", "barrels", "as_of_words", "how"])
    bounds = table["year"].map(limit).astype("Float64")
    table = table.assign(share_of_limit=100 * table["barrels"].astype("Float64") / bounds)
    return table.sort_values(["year", "supplier_label"], kind="stable")


def _year_bars(
    known: pd.DataFrame, place: Mapping[int, int], limit: Mapping[int, float]
) -> list[dict[str, Any]]:
    return [
        {
            **look,
            "orientation": "h",
            "x": rows["barrels"].tolist(),
            "y": [place[year] for year in rows["year"]],
            "text": [_year_hover(row, limit) for row in each(rows)],
        }
        for look, rows in by_look(known)
    ]


def _year_hover(row: Any, limit: Mapping[int, float]) -> str:
    share = of_limit(row.barrels, row.year, limit)
    vintage = "" if pd.isna(row.as_of) else f"<br>as of {date_words(row.as_of)}"
    return (
        f"<b>{SUPPLIERS[row.supplier]}, {row.year}: {barrels(row.barrels)}</b><br>{share}<br>"
        f"covers: {covered(row.periods)}{vintage}"
    )


def _vintage_marks(vintages: pd.DataFrame, place: Mapping[int, int]) -> list[dict[str, Any]]:
    rows = vintages[vintages["year"].isin(place.keys())]
    if rows.empty:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "total as it stood at one time",
            "x": rows["barrels_all"].tolist(),
            "y": [place[year] for year in rows["year"]],
            "text": [
                f"<b>All suppliers, {row.year}: {barrels(float(row.barrels_all))}</b><br>"
                f"as of {date_words(row.as_of)}"
                f"{'<br>converted from tonnes' if row.converted else ''}"
                for row in each(rows)
            ],
            "hovertemplate": "%{text}<extra></extra>",
            "marker": {
                "symbol": ["diamond-open" if each else "diamond" for each in rows["converted"]],
                "size": 10,
                "color": "$ink",
                "line": {"width": 1.5, "color": "$ink"},
            },
        }
    ]


def _year_allegations(allegations: pd.DataFrame, place: Mapping[int, int]) -> list[dict[str, Any]]:
    rows = allegations[allegations["year"].isin(place.keys())]
    if rows.empty:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "allegation, not notified",
            "x": rows["barrels"].tolist(),
            "y": [place[year] + _BELOW_BAR for year in rows["year"]],
            "text": [
                f"<b>Alleged, {covered((row.period,))} {row.year}: more than "
                f"{barrels(float(row.barrels))}</b><br>supplier: {supplier_words(row.supplier)}"
                for row in each(rows)
            ],
            "hovertemplate": "%{text}<extra></extra>",
            "marker": {
                "symbol": "triangle-right-open",
                "size": 13,
                "color": "$warn",
                "line": {"width": 2, "color": "$warn"},
            },
        }
    ]


def _years_alt(known: pd.DataFrame, limit: Mapping[int, float], allegations: pd.DataFrame) -> str:
    said = []
    for year, rows in by_year(known):
        total = float(rows["barrels"].sum())
        parts = [barrels(total), of_limit(total, year, limit), partial_words(rows)]
        said.append(f"{year}: {', '.join(part for part in parts if part)}")
    claimed = [
        f"{row.year}: more than {barrels(float(row.barrels))} alleged for {covered((row.period,))}"
        for row in each(allegations)
    ]
    tail = f" Allegations apart: {'; '.join(claimed)}." if claimed else ""
    return f"Bars by year, suppliers stacked. {'. '.join(said)}.{tail}"
