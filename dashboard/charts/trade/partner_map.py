"""Partners of one year on a world map."""

from collections.abc import Sequence

import pandas as pd

from dashboard.charts import maps
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.rows import each
from dashboard.charts.trade.partners import UNITS, Unit, amount, columns_of, hover, measured, tabled
from dashboard.words import amounts


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
        frame: As for :func:`dashboard.charts.trade.ranking.ranking`, one row a partner.
        countries: The table of countries.
        year: The year shown.
        flow: Code of the flow.
        unit: ``percent`` or ``usd``.
        notes: Caveats.
    """
    measure = UNITS[unit]
    title = f"Where the DPRK's partners were in {year}, by {measured(flow, unit)}"
    if frame.empty:
        message = f"No series chosen names a partner in {year}."
        return empty_figure(title, message, columns=columns_of(unit), tables=("trade_flows",))
    table = tabled(frame).sort_values(measure.column, ascending=False, kind="stable")
    points = {
        str(row.iso3): (float(row.lat), float(row.lon))
        for row in each(countries)
        if not pd.isna(row.lat)
    }
    known = {*points, *(code for code in maps.shape_areas() if not maps.needs_dot(code))}
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
    absent = f"Without a place on this map: {amounts.listed(lost)}."
    return Figure(
        title=title,
        data=maps.class_traces([each for each in classes if each.codes], points),
        layout=maps.map_layout(
            uirevision="partner-map",
            meta={"narrow": {"meta": {"aspect": 1.2}}},  # room for seven entries of the legend
        ),
        alt=_map_alt(table, title, unit),
        table=table[[*columns_of(unit)]].reset_index(drop=True),
        columns=columns_of(unit),
        sources=amounts.most_used(table["source_ids"]),
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
        words = tuple(hover(row) for row in each(rows))
        classes.append(maps.MapClass(label, f"$amount_{number + 1}", tuple(rows["partner"]), words))
    return classes


def _map_alt(table: pd.DataFrame, title: str, unit: str) -> str:
    column = UNITS[unit].column
    first = [f"{row.partner_name} {amount(row, column)}" for row in each(table.head(3))]
    return (
        f"{title}: a world map with {len(table)} partners in five classes. Largest: "
        f"{amounts.listed(first)}. Hatched: no value."
    )
