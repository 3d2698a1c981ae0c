"""World map of stances on one event."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import maps, parts, stances
from dashboard.charts.figure import Figure
from dashboard.charts.stances import BY_CODE, CLASSES, NONE, PARTY, counted
from dashboard.words.dates import date_words

COLUMNS: Mapping[str, str] = {
    "country": "Country",
    "region": "Region",
    "stance": "Stance",
    "event": "Event",
    "basis": "Basis",
    "date": "Date of the text",
    "texts": "Texts found (number)",
}

_TABLES = ("reactions", "reaction_events", "countries")

Window = tuple[tuple[float, float], tuple[float, float]]

#: Longitudes and latitudes that each area shows.
AREAS: Mapping[str, Window | None] = {
    "": None,
    "europe": ((-26, 46), (33, 72)),
    "asia": ((68, 182), (-48, 56)),
}


def stance_map(
    found: pd.DataFrame,
    countries: pd.DataFrame,
    *,
    title: str,
    area: str = "",
    classes: Sequence[str] = (),
    notes: Sequence[str] = (),
    message: str = "No country matches. Widen the group or the stances.",
) -> Figure:
    """Every country in the colour of its stance, hatched where no statement was found.

    Args:
        found: Stances on one event: ``actor``, ``actor_kind``, ``stance``, ``basis``, ``date``,
            ``event`` (title), ``texts``, ``party``, ``source_ids``. Organisations are left out:
            their codes may be those of countries.
        countries: Countries to show: ``iso3``, ``name``, ``un_region``, ``lat``, ``lon``.
        title: What the map shows.
        area: Key of :data:`AREAS`, the part of the world to show; all of it where empty.
        classes: Codes of the classes to show; all where empty.
        notes: Caveats to show beside the map.
        message: What to widen when nothing is left.
    """
    rows = _placed(found, countries)
    if classes:
        rows = rows[rows["code"].isin(classes)]
    if rows.empty:
        return parts.empty_figure(title, message, columns=COLUMNS, tables=_TABLES)
    points = {
        code: (float(lat), float(lon))
        for code, lat, lon in zip(rows["iso3"], rows["lat"], rows["lon"], strict=True)
    }
    return Figure(
        title=title,
        data=maps.class_traces(_classes(rows), points),
        layout=maps.map_layout(uirevision=f"stances/{area}", **_view(area)),
        alt=f"World map. {_reading(rows)}",
        table=_table(rows),
        columns=COLUMNS,
        sources=stances.ranked_sources(rows["source_ids"]),
        tables=_TABLES,
        notes=(*notes, maps.DISCLAIMER),
    )


def _view(area: str) -> dict[str, Any]:
    window = AREAS[area]
    if window is None:
        return {}
    longitudes, latitudes = window
    return {
        "geo": {
            "projection": {"rotation": {"lon": sum(longitudes) / 2}},
            "lonaxis": {"range": list(longitudes)},
            "lataxis": {"range": list(latitudes)},
        }
    }


def _placed(found: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """The countries with their stance; class "none" where there is no row."""
    rows = found[found["actor_kind"] == "country"]
    rows = rows[["actor", "stance", "event", "basis", "date", "texts", "party", "source_ids"]]
    merged = countries.merge(rows, how="left", left_on="iso3", right_on="actor")
    return merged.assign(code=stances.codes_of(merged))


def _classes(rows: pd.DataFrame) -> list[maps.MapClass]:
    classes = []
    for each in CLASSES:
        members = rows[rows["code"] == each.code]
        if len(members):
            hover = tuple(_hover(row) for row in members.to_dict("records"))
            label = f"{each.signed} ({len(members)})"
            classes.append(maps.MapClass(label, each.colour, tuple(members["iso3"]), hover))
    return classes


def _hover(row: Mapping[Any, Any]) -> str:
    lines = [f"<b>{row['name']}</b>", BY_CODE[row["code"]].signed]
    if row["code"] != NONE.code:
        lines.append(row["event"])
        lines.append(f"{stances.BASES[row['basis']]}, {date_words(row['date'])}")
        lines.append(counted(int(row["texts"]), "text"))
    return "<br>".join(lines)


def _reading(rows: pd.DataFrame) -> str:
    counts = rows["code"].value_counts()
    said = [
        f"{BY_CODE[each.code].label.lower()}: {counts[each.code]}"
        for each in CLASSES
        if each not in (NONE, PARTY) and each.code in counts
    ]
    known = sum(int(counts.get(each.code, 0)) for each in CLASSES if each not in (NONE, PARTY))
    said_parts = [f"A stance was found for {counted(known, 'country', 'countries')}"]
    if said:
        said_parts.append(f" ({'; '.join(said)})")
    if NONE.code in counts:
        said_parts.append(f"; for {counts[NONE.code]} no statement was found")
    if PARTY.code in counts:
        named = " and ".join(rows.loc[rows["code"] == PARTY.code, "name"])
        said_parts.append(f". {named}: party, not reaction")
    return f"{''.join(said_parts)}."


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    order = {each.code: place for place, each in enumerate(CLASSES)}
    ordered = rows.assign(place=rows["code"].map(order)).sort_values(["place", "name"])
    return pd.DataFrame(
        {
            "country": ordered["name"],
            "region": ordered["un_region"],
            "stance": [BY_CODE[code].signed for code in ordered["code"]],
            "event": ordered["event"],
            "basis": ordered["basis"].map(stances.BASES),
            "date": ordered["date"],
            "texts": ordered["texts"].astype("Int64"),
        }
    ).reset_index(drop=True)
