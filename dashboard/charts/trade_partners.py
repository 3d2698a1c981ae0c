"""Partners of one year: ranked, and on a map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts import maps, theme, trade_style, trade_words
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.trade_lines import BASES

#: Partners ranked at most; smaller ones are counted in a note.
RANKED = 15

_ROW_PX = 26
_HIGHLIGHTED = frozenset({"RUS", "CHN"})


@dataclass(frozen=True, slots=True)
class Unit:
    """What is measured, and the classes of the map.

    Attributes:
        column: Column of the frame that is drawn.
        axis: Title of the axis.
        bounds: Lower bounds of the classes after the first.
        labels: Names of the classes, from the lowest.
    """

    column: str
    axis: str
    bounds: tuple[float, ...]
    labels: tuple[str, ...]


UNITS: Mapping[str, Unit] = {
    "percent": Unit(
        "share",
        "%",
        (0.5, 2, 10, 50),
        ("under 0.5%", "0.5 to 2%", "2 to 10%", "10 to 50%", "50% and more"),
    ),
    "usd": Unit(
        "value_million",
        "million US$",
        (1, 10, 100, 1000),
        (
            "under 1 million dollars",
            "1 to 10 million",
            "10 to 100 million",
            "100 million to 1 billion",
            "1 billion and more",
        ),
    ),
}

_COLUMNS: Mapping[str, str] = {
    "partner_name": "Partner",
    "series_title": "Series",
    "year": "Year",
    "flow_label": "Flow",
    "share": "Share (%)",
    "value_million": "Value (million current US$)",
    "basis_label": "Basis",
    "note": "Note",
}


def _titled(flow: str, unit: str) -> str:
    of_flow = trade_words.OF_FLOW[flow]  # type: ignore[index]
    return f"share of {of_flow}" if unit == "percent" else f"value of {of_flow}"


def _tabled(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(
        value_million=trade_words.millions(frame["value_usd"]),
        basis_label=frame["basis"].map(BASES),
    )


def _columns(unit: str) -> Mapping[str, str]:
    """Dollar values have no share beside them: it is known for fewer of them."""
    return _COLUMNS if unit == "percent" else {k: v for k, v in _COLUMNS.items() if k != "share"}


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
    title = f"Partners of the DPRK in {year}, by {_titled(flow, unit)}"
    if frame.empty:
        message = f"No series chosen names a partner in {year}."
        return empty_figure(title, message, columns=_columns(unit), tables=("trade_flows",))
    table = _tabled(frame)
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
        data=(*_spreads(table, measure), *_points(table, measure), *trade_style.series_keys(table)),
        layout=theme.base_layout(
            uirevision=f"ranking-{unit}-{flow}",
            margin={"t": 8, "r": 64},
            showlegend=table["series_id"].nunique() > 1,
            legend={"y": -54 / height, "yanchor": "top"},
            xaxis={
                "title": {"text": f"{_titled(flow, unit)}, {measure.axis}"},
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
        table=table[[*_columns(unit), "source_ids"]].reset_index(drop=True),
        columns=_columns(unit),
        sources=trade_words.most_used(table["source_ids"]),
        tables=("trade_flows", "trade_series"),
        notes=(
            *([f"{rest} smaller partners of this year are not drawn."] if rest else []),
            *notes,
        ),
        height=height + (40 if table["series_id"].nunique() > 1 else 0),
    )


def _amount(row: Any, unit_column: str) -> str:
    if unit_column == "share":
        return trade_words.percent(row.share)
    return trade_words.dollars(row.value_usd).removesuffix(" dollars")


def _spreads(table: pd.DataFrame, measure: Unit) -> list[dict[str, Any]]:
    """A line from the lowest to the highest value of each partner that has several."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, rows in table.groupby("place"):
        if len(rows) > 1:
            x += [float(rows[measure.column].min()), float(rows[measure.column].max()), None]
            y += [float(place), float(place), None]  # type: ignore[arg-type]
    line = {"color": "$axis", "width": 3}
    common = {"type": "scatter", "mode": "lines", "showlegend": False, "hoverinfo": "skip"}
    return [{**common, "name": "Between series", "x": x, "y": y, "line": line}] if x else []


def _points(table: pd.DataFrame, measure: Unit) -> list[dict[str, Any]]:
    traces = []
    for series, rows in table.groupby("series_id", sort=False):
        look = trade_style.look(str(series), rows["series_title"].iloc[0])
        hollow = [
            f"{look.symbol}-open" if each == "estimate" else look.symbol for each in rows["basis"]
        ]
        colours = [trade_style.PARTNER_COLOURS.get(code, "$other") for code in rows["partner"]]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": look.short,
                "showlegend": False,
                "x": rows[measure.column].tolist(),
                "y": rows["place"].tolist(),
                "text": [_hover(row) for row in rows.itertuples()],
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
            "text": _amount(row, measure.column),
            "font": {"size": 12, "color": "$ink"},
        }
        for row in table.drop_duplicates("partner").itertuples()
    ]


def _hover(row: Any) -> str:
    share = getattr(row, "share", None)
    said = f"{trade_words.percent(share)}, " if share is not None and not pd.isna(share) else ""
    return (
        f"<b>{row.partner_name}, {row.year}</b><br>{said}{trade_words.dollars(row.value_usd)}<br>"
        f"{row.series_title}<br>{BASES.get(row.basis, row.basis)}"
    )


def _ranking_alt(table: pd.DataFrame, title: str, unit: str) -> str:
    column = UNITS[unit].column
    highest = table.drop_duplicates("partner")
    first = [
        f"{row.partner_name} {_amount(row, column)} ({row.series_title})"
        for row in highest.head(3).itertuples()
    ]
    russia = highest[highest["partner"] == "RUS"]
    said = f"{title}. {len(highest)} partners drawn; first {trade_words.listed(first)}."
    if russia.empty:
        return f"{said} No value for Russia."
    row = next(russia.itertuples())
    return f"{said} Russia: {_amount(row, column)} ({row.series_title})."


def partner_map(
    frame: pd.DataFrame,
    countries: pd.DataFrame,
    *,
    year: int,
    flow: str,
    unit: str,
    notes: Sequence[str] = (),
) -> Figure:
    """World map of one year: each partner in the class of its share or value.

    Args:
        frame: As for :func:`ranking`, one row a partner.
        countries: The table of countries.
        year: The year shown.
        flow: Code of the flow.
        unit: ``percent`` or ``usd``.
        notes: Caveats.
    """
    measure = UNITS[unit]
    title = f"Where the DPRK's partners were in {year}, by {_titled(flow, unit)}"
    if frame.empty:
        message = f"No series chosen names a partner in {year}."
        return empty_figure(title, message, columns=_columns(unit), tables=("trade_flows",))
    table = _tabled(frame).sort_values(measure.column, ascending=False, kind="stable")
    points = {
        str(row.iso3): (float(row.lat), float(row.lon))
        for row in countries.itertuples()
        if not pd.isna(row.lat)
    }
    known = points.keys() | maps.shape_areas().keys()
    drawn = table[table["partner"].isin(known)]
    lost = table[~table["partner"].isin(known)]["partner_name"].tolist()
    missing = countries[~countries["iso3"].isin([*drawn["partner"], "PRK"])]
    classes = [
        *_classes(drawn, measure),
        maps.MapClass(
            "no value in these series",
            maps.NOTHING,
            tuple(missing["iso3"]),
            tuple(f"<b>{name}</b><br>no value in these series" for name in missing["name"]),
        ),
        maps.MapClass("North Korea", "$dprk", ("PRK",), ("<b>North Korea</b>",)),
    ]
    absent = f"Not on today's map: {trade_words.listed(lost)}."
    return Figure(
        title=title,
        data=maps.class_traces([each for each in classes if each.codes], points),
        layout=maps.map_layout(uirevision="partner-map"),
        alt=_map_alt(table, title, unit),
        table=table[[*_columns(unit), "source_ids"]].reset_index(drop=True),
        columns=_columns(unit),
        sources=trade_words.most_used(table["source_ids"]),
        tables=("trade_flows", "trade_series"),
        notes=(*([absent] if lost else []), *notes, maps.DISCLAIMER),
        height=560,
    )


def _classes(drawn: pd.DataFrame, measure: Unit) -> list[maps.MapClass]:
    edges = [float("-inf"), *measure.bounds, float("inf")]
    classes = []
    for number, label in enumerate(measure.labels):
        values = drawn[measure.column]
        rows = drawn[(values >= edges[number]) & (values < edges[number + 1])]
        hover = tuple(_hover(row) for row in rows.itertuples())
        classes.append(maps.MapClass(label, f"$amount_{number + 1}", tuple(rows["partner"]), hover))
    return classes


def _map_alt(table: pd.DataFrame, title: str, unit: str) -> str:
    column = UNITS[unit].column
    first = [f"{row.partner_name} {_amount(row, column)}" for row in table.head(3).itertuples()]
    return (
        f"{title}: a world map with {len(table)} partners in five classes. Largest: "
        f"{trade_words.listed(first)}. Hatched: no value."
    )
