"""Goods traded with one partner: sections by year, and how much of the trade they account for."""

from collections.abc import Mapping, Sequence
from math import sqrt
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.panels import Panel, axes, stacked
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each, highest
from dashboard.charts.trade import style
from dashboard.words import amounts
from validators.vocabulary import Flow

_ROW_PX = 34
_COVER_PX = 56
_GAP_PX = 40
_LARGEST_PX = 30
_LABEL_CHARACTERS = 26

_SIDES = (Flow.IMPORT, Flow.EXPORT)

PART_YEAR = "Diamonds cover some months of a year only."
AREAS = (
    "The area of a mark is its value beside the largest of its direction; compare areas within one "
    "direction only. Marks over each other are the same goods in different series."
)
NO_MARK = "No mark means that no value was found for the section in that year, not that there was no trade."
COVERED = (
    "Bars show how much of the year's trade in that direction is told by goods, in the "
    "series that itemises most of it; the rest is not known by goods."
)

_COLUMNS: Mapping[str, str] = {
    "partner_name": "Partner",
    "flow_label": "Flow",
    "year": "Year",
    "section": "HS section",
    "section_title": "Section title",
    "products": "Goods as published",
    "value_million": "Value (million current US$)",
    "share_of_pair": "Share of the year's trade in this direction (%)",
    "itemised": "All goods itemised by this series, share of the year's trade (%)",
    "period": "Period covered",
    "series_title": "Series",
    "pair_title": "Series of the year's trade",
    "note": "Note",
}


def goods_matrix(frame: pd.DataFrame, *, partner: str, notes: Sequence[str] = ()) -> Figure:
    """Goods by section and year, imports above exports, with the share they account for.

    Args:
        frame: Rows of ``goods_by_section`` of one partner, with ``flow_label``, ``series_title``,
            ``pair_title`` and ``itemised`` (percent of the pair's trade, without the rest).
        partner: Name of the partner.
        notes: Caveats.
    """
    title = f"Goods traded with {partner}, by section of the Harmonized System"
    if frame.empty:
        message = f"No goods traded with {partner} were found for these years."
        return empty_figure(title, message, columns=_COLUMNS, tables=("trade_products",))
    table = frame.assign(value_million=amounts.millions(frame["value_usd"]), partner_name=partner)
    parts = [(flow, table[table["flow"] == flow]) for flow in _SIDES]
    parts = [(flow, rows) for flow, rows in parts if not rows.empty]
    sections = [_sections(rows) for _, rows in parts]
    heights = [size for named in sections for size in (_ROW_PX * len(named), _COVER_PX)]
    stack = stacked(heights, gap=_GAP_PX)
    colour = style.PARTNER_COLOURS.get(str(frame["partner"].iloc[0]), "$other")
    traces: list[dict[str, Any]] = []
    settings: list[dict[str, Any]] = []
    headings, short = [], []
    for number, ((flow, rows), named) in enumerate(zip(parts, sections, strict=True)):
        matrix, cover = stack.panels[2 * number], stack.panels[2 * number + 1]
        largest = float(rows["value_usd"].max())
        traces.append(_marks(rows, named, matrix, colour, largest))
        traces.append(_cover(rows, cover))
        settings += [_section_axis(named), _cover_axis()]
        headings += [
            matrix.heading(
                f"{amounts.WITH_PARTNER[flow]} {partner}",
                beside=f"largest mark {amounts.dollars(largest)}",
            ),
            cover.heading("Share of that trade itemised"),
        ]
        short += [
            matrix.heading(f"{amounts.WITH_PARTNER[flow]} {partner}"),
            cover.heading("Share itemised"),
        ]
    years = (float(table["year"].min()) - 0.8, float(table["year"].max()) + 0.8)
    return Figure(
        title=title,
        data=tuple(traces),
        layout=theme.base_layout(
            uirevision="goods",
            margin={"t": 30, "r": 16},
            annotations=headings,
            bargap=0.4,
            meta={"narrow": {"annotations": short}},
            **theme.merged(
                axes(stack, settings),
                {"xaxis": {"range": list(years), "dtick": 5, "tickformat": "d"}},
            ),
        ),
        alt=_alt(table, partner),
        table=_sorted(table)[[*_COLUMNS]].reset_index(drop=True),
        columns=_COLUMNS,
        sources=amounts.most_used(table["source_ids"]),
        tables=("trade_products", "hs_chapters", "trade_flows"),
        notes=(
            NO_MARK,
            COVERED,
            AREAS,
            *([PART_YEAR] if table["part_year"].any() else []),
            *notes,
        ),
        height=round(stack.height) + 70,
    )


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    flows = {flow.value: i for i, flow in enumerate(_SIDES)}
    return table.assign(_flow=table["flow"].map(flows)).sort_values(
        ["_flow", "section_number", "section", "year", "series_id"], kind="stable"
    )


def _sections(rows: pd.DataFrame) -> dict[str, str]:
    """Label of each section by its code, from the first to the rest that is not itemised."""
    ordered = rows.drop_duplicates("section").sort_values(
        ["section_number", "section"], na_position="last", kind="stable"
    )
    labels = {}
    for row in each(ordered):
        numeral = "" if pd.isna(row.section_number) else f"{row.section} "
        lines = wrap(f"{numeral}{row.section_title}", _LABEL_CHARACTERS)
        labels[str(row.section)] = "<br>".join(
            lines if len(lines) < 3 else [lines[0], f"{lines[1]}…"]
        )
    return labels


def _marks(
    rows: pd.DataFrame, sections: Mapping[str, str], panel: Panel, colour: str, largest: float
) -> dict[str, Any]:
    place = {code: i for i, code in enumerate(sections)}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": str(rows["flow_label"].iloc[0]),
        "yaxis": panel.axis,
        "x": rows["year"].tolist(),
        "y": [place[code] for code in rows["section"]],
        "text": [_hover(row) for row in each(rows)],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
        "marker": {
            "size": [_diameter(value, largest) for value in rows["value_usd"]],
            "symbol": ["diamond" if part else "circle" for part in rows["part_year"]],
            "color": f"{colour}/35",
            "line": {"width": 1.25, "color": colour},
        },
    }


def _diameter(value: float, largest: float) -> float:
    """Area goes with the value; the least one can still be seen."""
    return round(max(_LARGEST_PX * sqrt(float(value) / largest), 4.0), 1)


def _cover(rows: pd.DataFrame, panel: Panel) -> dict[str, Any]:
    """The best itemised series of each year."""
    known = rows[rows["itemised"].notna()].sort_values("itemised", kind="stable")
    best = known.drop_duplicates("year", keep="last").sort_values("year")
    return {
        "type": "bar",
        "name": "Share itemised",
        "yaxis": panel.axis,
        "x": best["year"].tolist(),
        "y": best["itemised"].tolist(),
        "text": [
            f"<b>{row.year}: {amounts.percent(row.itemised)} itemised</b><br>"
            f"goods: {row.series_title}<br>all trade: {row.pair_title}"
            for row in each(best)
        ],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": "$other"},
    }


def _section_axis(sections: Mapping[str, str]) -> dict[str, Any]:
    return {
        "tickvals": list(range(len(sections))),
        "ticktext": list(sections.values()),
        "range": [len(sections) - 0.4, -0.6],
        "showgrid": True,
        "tickfont": {"size": 12, "color": "$ink"},
    }


def _cover_axis() -> dict[str, Any]:
    return {"range": [0, 105], "tickvals": [0, 50, 100], "ticktext": ["0%", "50%", "100%"]}


def _hover(row: Any) -> str:
    share = (
        ""
        if pd.isna(row.share_of_pair)
        else f", {amounts.percent(row.share_of_pair)} of that trade"
    )
    goods = "<br>".join(wrap(str(row.products), 60))
    months = f"<br>covers {row.period.replace('/', ' to ')}" if row.part_year else ""
    return (
        f"<b>{row.year}: {row.section_title}</b><br>{amounts.dollars(row.value_usd)}{share}<br>"
        f"{goods}{months}<br>{row.series_title}"
    )


def _alt(table: pd.DataFrame, partner: str) -> str:
    said = []
    for flow in _SIDES:
        rows = table[(table["flow"] == flow) & table["section_number"].notna()]
        if rows.empty:
            continue
        top = highest(rows, "value_usd")
        said.append(
            f"{amounts.WITH_PARTNER[flow]} {partner}: {rows['section'].nunique()} sections in "
            f"{rows['year'].nunique()} years; largest {top['section_title'].lower()} in "
            f"{top['year']}, {amounts.dollars(top['value_usd'])}"
        )
    return (
        f"Marks by section and year, {amounts.span(table['year'])}. {'. '.join(said)}. Below "
        "each, bars of the share of that trade which the goods make up."
    )
