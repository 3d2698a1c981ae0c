"""What a few countries traded with the DPRK, series by series."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import parts, stances, theme
from dashboard.charts.figure import Figure
from dashboard.charts.line_labels import Frame, Line, line_labels
from dashboard.charts.panels import Stack, axes, stacked
from dashboard.charts.stances import counted, with_most
from dashboard.charts.trade import style
from validators.vocabulary import TradeBasis

COLUMNS: Mapping[str, str] = {
    "country": "Country",
    "series": "Series",
    "year": "Year",
    "total": "Trade with the DPRK (million current US$)",
    "basis": "Basis",
}

_TABLES = ("trade_flows", "trade_series")
_PANEL, _GAP, _TOP, _FOOT = 190, 34, 34, 34  # pixels
_WIDTH, _ROOM = 930, 150  # of the drawing on a wide screen, and of the margin right of it
_BASES = {str(basis.value): basis.label for basis in TradeBasis}


def country_trade(
    values: pd.DataFrame,
    names: Sequence[str],
    years: tuple[int, int],
    *,
    title: str,
    notes: Sequence[str] = (),
    message: str = "No trade is recorded for this choice. Widen the period or choose other countries.",
) -> Figure:
    """A panel for each country with a line for each series; missing years break the line.

    Args:
        values: ``country`` (name), ``partner`` (code), ``series`` (title), ``series_id``,
            ``year``, ``total_usd``, ``basis``, ``source_ids``.
        names: Countries in order of their panels.
        years: First and last year of the axis.
        title: What is shown.
        notes: Caveats to show beside the panels.
        message: What to widen when nothing is left.
    """
    known = values[values["total_usd"].notna()]
    shown = [name for name in names if name in set(known["country"])]
    if not shown:
        return parts.empty_figure(title, message, columns=COLUMNS, tables=_TABLES)
    rows = known[known["country"].isin(shown)].sort_values(["series_id", "year"])
    rows = rows.assign(total=rows["total_usd"].astype("Float64") / 1e6)
    stack = stacked([_PANEL] * len(shown), gap=_GAP)
    traces, labels, seen = [], [], set()
    for place, name in enumerate(shown):
        panel = rows[rows["country"] == name]
        top = max(float(panel["total"].max()) * 1.08, 0.001)
        ends = []
        for series, line in panel.groupby("series_id", sort=False):
            traces.append(
                _line(line, str(series), stack.panels[place].axis, str(series) not in seen)
            )
            seen.add(str(series))
            ends.append(_label(line, str(series)))
        ends.sort(key=lambda each: -len(each.points))
        frame = Frame((years[0] - 0.5, years[1] + 0.5), (0.0, top), _WIDTH, _PANEL, _ROOM)
        labels += [{**note, "yref": stack.panels[place].axis} for note in line_labels(ends, frame)]
    table = _table(rows, shown)
    return Figure(
        title=title,
        data=tuple(traces),
        layout=_layout(stack, shown, rows, labels, years),
        alt=_alt(rows, shown),
        table=table,
        columns=COLUMNS,
        sources=stances.ranked_sources(rows["source_ids"]),
        tables=_TABLES,
        notes=tuple(notes),
        height=round(stack.height) + _TOP + _FOOT,
    )


def _line(line: pd.DataFrame, series: str, axis: str, first: bool) -> dict[str, Any]:
    look = style.look(series, line["series"].iloc[0])
    partner = line["partner"].iloc[0]
    colour = style.colours([partner])[partner]
    x, y, basis = parts.with_gaps(
        line["year"].astype(int).tolist(),
        [round(float(total), 4) for total in line["total"]],
        line["basis"].map(_BASES).tolist(),
    )
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": look.short,
        "legendgroup": look.short,
        "showlegend": first,
        "yaxis": axis,
        "x": x,
        "y": y,
        "line": {"color": look.paint(colour), "dash": look.dash, "width": look.width},
        "marker": {"symbol": look.symbol, "size": 5, "color": look.paint(colour)},
        "text": basis,
        "hovertemplate": (
            f"<b>{line['country'].iloc[0]}</b>, {line['series'].iloc[0]}<br>"
            "%{x}: US$ %{y:,.2f} million (%{text})<extra></extra>"
        ),
    }


def _label(line: pd.DataFrame, series: str) -> Line:
    look = style.look(series, line["series"].iloc[0])
    x = line["year"].astype(float).tolist()
    return Line(look.short, "$ink_soft", x, line["total"].astype(float).tolist())


def _layout(
    stack: Stack,
    names: Sequence[str],
    rows: pd.DataFrame,
    labels: list[dict[str, Any]],
    years: tuple[int, int],
) -> dict[str, Any]:
    setting = {"rangemode": "tozero", "tickformat": ",", "nticks": 5, "fixedrange": True}
    headings = [
        panel.heading(f"{name}</b>  million current US$<b>")
        for panel, name in zip(stack.panels, names, strict=True)
    ]
    return theme.base_layout(
        margin={"r": _ROOM, "t": _TOP},
        **theme.merged(
            axes(stack, [setting] * len(names)),
            {"xaxis": {"range": [years[0] - 0.5, years[1] + 0.5], "tickformat": "d"}},
        ),
        annotations=[*headings, *labels],
        uirevision=f"trade/{len(names)}",
        meta={
            "narrow": {
                "annotations": headings,
                "showlegend": True,
                "legend": {"y": -0.08, "yanchor": "top"},
                "margin": {"r": 8},
                "height": round(stack.height) + _TOP + _FOOT + 24 * rows["series_id"].nunique(),
            }
        },
    )


def _alt(rows: pd.DataFrame, names: Sequence[str]) -> str:
    said = []
    for name in names:
        panel = rows[rows["country"] == name]
        most = with_most(panel, panel["total"])
        said.append(
            f"{name}: {counted(panel['series_id'].nunique(), 'series', 'series')}, "
            f"{int(panel['year'].min())} to {int(panel['year'].max())}, at most "
            f"US$ {float(most['total']):,.1f} million in {int(most['year'])} ({most['series']})"
        )
    return f"Trade with the DPRK by series and year. {'. '.join(said)}."


def _table(rows: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    order = {name: place for place, name in enumerate(names)}
    placed = rows.assign(_panel=rows["country"].map(order))
    placed = placed.sort_values(["_panel", "series_id", "year"], kind="stable")
    return placed.assign(basis=placed["basis"].map(_BASES))[list(COLUMNS)].reset_index(drop=True)
