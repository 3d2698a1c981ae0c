"""Refined oil adding up through each year, a panel for each, against the UN limit."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each
from dashboard.charts.trade.oil import COLOURS, SUPPLIERS, barrels, supplier_words, worded
from dashboard.words import amounts
from dashboard.words.dates import MONTHS, MONTHS_SHORT

POINTS = (
    "A point is what was notified from January to the end of that month. Between points nothing is "
    "known of the months; the line only joins them."
)
HOLLOW = "Hollow points were published in tonnes and are converted here."

_COLUMNS_WIDE = 4
_COLUMNS_NARROW = 2
_PANEL_PX = 150
_GAP_PX = 52
_MARGIN = {"l": 8, "r": 12, "t": 30, "b": 70}

_TABLE: Mapping[str, str] = {
    "year": "Year",
    "month_words": "From January to",
    "supplier_label": "Supplier",
    "barrels": "Barrels since January",
    "share_of_limit": "Share of the UN limit (%)",
    "how": "What the figure is",
    "as_of_words": "As of",
    "note": "Note",
}


def oil_progress(
    progress: pd.DataFrame, limits: pd.DataFrame, *, notes: Sequence[str] = ()
) -> Figure:
    """Volumes notified from January on, month by month, for each year.

    Args:
        progress: Rows of ``petroleum_progress``.
        limits: Rows of ``petroleum_limits`` for refined products.
        notes: Caveats.
    """
    title = "Refined oil adding up through each year, against the UN limit"
    if progress.empty:
        message = "No volume from January on is known for these years."
        return empty_figure(title, message, columns=_TABLE, tables=("petroleum",))
    limit = {int(row.year): float(row.limit_barrels) for row in each(limits)}
    years = sorted({int(year) for year in progress["year"]})
    wide, narrow = _grid(len(years), _COLUMNS_WIDE), _grid(len(years), _COLUMNS_NARROW)
    top = max(float(progress["barrels"].max()), *limit.values(), 1.0) * 1.06
    table = _tabled(progress, limit)
    headings = [_heading(year, place) for year, place in zip(years, wide, strict=True)]
    return Figure(
        title=title,
        data=tuple(
            trace
            for number, year in enumerate(years, start=1)
            for trace in _panel(table[table["year"] == year], number, limit.get(year))
        ),
        layout=theme.base_layout(
            uirevision="oil-progress",
            margin=_MARGIN,
            showlegend=True,
            legend={"y": -46 / _height(len(years), _COLUMNS_WIDE), "yanchor": "top"},
            annotations=headings,
            **_axes(wide, top, _COLUMNS_WIDE),
            meta={
                "narrow": {
                    **_axes(narrow, top, _COLUMNS_NARROW),
                    "height": _height(len(years), _COLUMNS_NARROW) + 100 + 40,
                    "legend": {"y": -46 / _height(len(years), _COLUMNS_NARROW)},
                    "annotations": [
                        _heading(year, place) for year, place in zip(years, narrow, strict=True)
                    ],
                }
            },
        ),
        alt=_alt(table, limit),
        table=table[[*_TABLE]].reset_index(drop=True),
        columns=_TABLE,
        sources=amounts.most_used(progress["source_ids"]),
        tables=("petroleum",),
        notes=(POINTS, *([HOLLOW] if progress["converted"].any() else []), *notes),
        height=_height(len(years), _COLUMNS_WIDE) + 100,
    )


Place = tuple[tuple[float, float], tuple[float, float]]


def _grid(count: int, columns: int) -> list[Place]:
    """Horizontal and vertical extent of each panel, row by row, as parts of the whole."""
    rows = -(-count // columns)
    height = float(_height(count, columns))
    places = []
    for number in range(count):
        row, column = divmod(number, columns)
        left = column / columns
        bottom = 1 - (row * (_PANEL_PX + _GAP_PX) + _PANEL_PX) / height
        places.append(
            ((left, left + 0.86 / columns), (max(bottom, 0.0), bottom + _PANEL_PX / height))
        )
    return places if rows else []


def _height(count: int, columns: int) -> int:
    rows = -(-count // columns)
    return rows * _PANEL_PX + (rows - 1) * _GAP_PX


def _axes(places: Sequence[Place], top: float, columns: int) -> dict[str, dict[str, Any]]:
    layout: dict[str, dict[str, Any]] = {}
    for number, (across, up) in enumerate(places, start=1):
        suffix = "" if number == 1 else str(number)
        first = (number - 1) % columns == 0
        layout[f"xaxis{suffix}"] = {
            "domain": list(across),
            "anchor": f"y{suffix}",
            "range": [-0.3, 12.6],
            "tickvals": [3, 6, 9, 12],
            "ticktext": [MONTHS_SHORT[month] for month in (3, 6, 9, 12)],
        }
        layout[f"yaxis{suffix}"] = {
            "domain": list(up),
            "anchor": f"x{suffix}",
            "range": [0, top],
            "nticks": 4,
            "tickformat": "~s",
            "showticklabels": first,
            "title": {"text": "barrels" if first else ""},
        }
    return layout


def _heading(year: int, place: Place) -> dict[str, Any]:
    return {
        "xref": "paper",
        "yref": "paper",
        "x": place[0][0],
        "y": place[1][1],
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 3,
        "text": f"<b>{year}</b>",
        "font": {"size": 13, "color": "$ink"},
    }


def _tabled(progress: pd.DataFrame, limit: Mapping[int, float]) -> pd.DataFrame:
    rows = worded(progress, progress["converted"])
    bounds = rows["year"].map(limit).astype("Float64")
    summed = rows["summed"].map({True: ", months added up here", False: ""})
    return rows.assign(
        month_words=[MONTHS[int(month)] for month in rows["month"]],
        share_of_limit=100 * rows["barrels"] / bounds,
        how=rows["how"] + summed.astype("str"),
    )


def _panel(rows: pd.DataFrame, number: int, limit: float | None) -> list[dict[str, Any]]:
    suffix = "" if number == 1 else str(number)
    axes = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
    traces: list[dict[str, Any]] = []
    for supplier, colour in COLOURS.items():
        own = rows[rows["supplier"] == supplier].sort_values("month")
        traces.append({**_line(own, supplier, colour), **axes, "showlegend": number == 1})
    if limit is not None:
        traces.append(
            {
                **axes,
                "type": "scatter",
                "mode": "lines",
                "name": "UN limit of the year",
                "legendgroup": "limit",
                "showlegend": number == 1,
                "x": [0, 12],
                "y": [limit, limit],
                "hovertemplate": f"UN limit: {barrels(limit)}<extra></extra>",
                "line": {"color": "$dprk", "width": 1.5, "dash": "dash"},
            }
        )
    return traces


def _line(rows: pd.DataFrame, supplier: str, colour: str) -> dict[str, Any]:
    converted = rows["converted"].fillna(False).tolist()
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": SUPPLIERS[supplier],
        "legendgroup": supplier,
        "x": rows["month"].tolist() or [None],
        "y": rows["barrels"].tolist() or [None],
        "text": [_hover(row) for row in each(rows)] or [""],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
        "line": {"color": colour, "width": 2},
        "marker": {
            "size": 7,
            "color": colour,
            "symbol": ["circle-open" if each else "circle" for each in converted] or "circle",
            "line": {"width": 1.5, "color": colour},
        },
    }


def _hover(row: Any) -> str:
    vintage = "" if pd.isna(row.as_of_words) else f", as of {row.as_of_words}"
    until = "January" if row.month == 1 else f"January–{row.month_words}"
    return (
        f"<b>{SUPPLIERS[row.supplier]}, {until} {row.year}: {barrels(row.barrels)}</b><br>"
        f"{row.how}{vintage}"
    )


def _alt(table: pd.DataFrame, limit: Mapping[int, float]) -> str:
    said = []
    for year in sorted(set(table["year"])):
        last = table[table["year"] == year].drop_duplicates("supplier", keep="last")
        parts = [
            f"{supplier_words(row.supplier)} {barrels(row.barrels)} by the end of {row.month_words}"
            for row in each(last)
        ]
        said.append(f"{year}: {amounts.listed(parts)}")
    return f"A panel a year with lines from January on. {'. '.join(said)}."
