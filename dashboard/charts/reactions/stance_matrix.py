"""Who said what on which event: a matrix of actors and events."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import parts, stances
from dashboard.charts.figure import Figure
from dashboard.charts.reactions import matrix_layout
from dashboard.charts.stances import BY_CODE, CLASSES, NONE, OWN, PARTY, StanceClass, counted
from dashboard.words.dates import date_words

COLUMNS: Mapping[str, str] = {
    "section": "Region",
    "actor": "Country or organisation",
    "event": "Event",
    "event_date": "Date of the event",
    "stance": "Stance",
    "basis": "Basis",
    "own": "Own voice",
    "date": "Date of the text",
    "texts": "Texts found (number)",
}

_TABLES = ("reactions", "reaction_events", "countries")


def stance_matrix(
    held: pd.DataFrame,
    events: pd.DataFrame,
    actors: pd.DataFrame,
    *,
    title: str,
    by_mean: bool = False,
    outside: Collection[tuple[str, str]] = (),
    notes: Sequence[str] = (),
    message: str = "No statement matches. Widen the period, the themes or the group.",
) -> Figure:
    """Actors as rows, events as columns, the stance as colour and sign.

    Args:
        held: Stances: ``event_id``, ``actor``, ``actor_kind``, ``stance``, ``basis``, ``date``,
            ``texts``, ``party``, ``source_ids``.
        events: Columns in order: ``event_id``, ``title``, ``date``.
        actors: Rows: ``actor``, ``actor_kind``, ``name``, ``section`` (heading under which the
            row stands; sections in order of first appearance), ``region`` for the table,
            ``is_party`` (whether it takes part and does not react).
        title: What the matrix shows.
        by_mean: Order all countries by their mean stance, not within their section.
        outside: ``(event_id, actor)`` of cells that do not apply, such as an event before a
            country joined the group; they stay blank.
        notes: Caveats to show beside the matrix.
        message: What to widen when nothing is left.
    """
    cells = _cells(held, events, actors, outside)
    if cells.empty or not (cells["code"] != NONE.code).any():
        return parts.empty_figure(title, message, columns=COLUMNS, tables=_TABLES)
    sections = _sections(cells, by_mean)
    rows = [row for heading, names in sections for row in (f"<b>{heading}</b>", *names)]
    table = _table(cells, sections)
    return Figure(
        title=title,
        data=(_fill(cells, events, rows), *_marks(cells)),
        layout=matrix_layout.layout(events, rows),
        alt=_alt(cells, events, bool(outside)),
        table=table,
        columns=COLUMNS,
        sources=stances.ranked_sources(cells["source_ids"]),
        tables=_TABLES,
        notes=tuple(notes),
        height=matrix_layout.height(events, rows),
    )


def _cells(
    held: pd.DataFrame,
    events: pd.DataFrame,
    actors: pd.DataFrame,
    outside: Collection[tuple[str, str]],
) -> pd.DataFrame:
    """One row per actor and event, "none" where there is no statement."""
    columns = events[["event_id", "title", "date"]].rename(columns={"date": "event_date"})
    grid = actors.merge(columns, how="cross")
    if outside:
        pairs = zip(grid["event_id"], grid["actor"], strict=True)
        grid = grid[[pair not in outside for pair in pairs]]
    cells = grid.merge(held, how="left", on=["event_id", "actor", "actor_kind"])
    return cells.assign(code=stances.codes_of(cells), own=cells["basis"].isin(OWN))


def _sections(cells: pd.DataFrame, by_mean: bool) -> list[tuple[str, list[str]]]:
    """Headings with the names below them, most opposed first; parties and organisations apart."""
    stated = cells[~cells["code"].isin((NONE.code, PARTY.code))]
    means = stated.groupby("name")["stance"].mean()
    rows = cells.drop_duplicates("name")[["name", "section", "actor_kind", "is_party"]]
    rows = rows.assign(mean=rows["name"].map(means).astype("Float64"))
    if by_mean:
        country = (rows["actor_kind"] == "country") & ~rows["is_party"]
        rows = rows.assign(section=rows["section"].where(~country, "Countries by mean stance"))
    ordered = rows.sort_values(["mean", "name"], na_position="last", kind="stable")
    return [
        (heading, ordered.loc[ordered["section"] == heading, "name"].tolist())
        for heading in dict.fromkeys(rows["section"])
    ]


def _fill(cells: pd.DataFrame, events: pd.DataFrame, rows: Sequence[str]) -> dict[str, Any]:
    """The coloured cells; the signs stand above them and carry the words."""
    filled = [each for each in CLASSES if each is not NONE]
    place = {each.code: number for number, each in enumerate(filled)}
    found = {
        (title, name): place[code]
        for title, name, code in zip(cells["title"], cells["name"], cells["code"], strict=True)
        if code in place
    }
    titles = events["title"].tolist()
    steps = len(filled)
    return {
        "type": "heatmap",
        "x": titles,
        "y": list(rows),
        "z": [[found.get((title, row)) for title in titles] for row in rows],
        "zmin": -0.5,
        "zmax": steps - 0.5,
        "colorscale": [
            [edge / steps, each.colour]
            for number, each in enumerate(filled)
            for edge in (number, number + 1)
        ],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverinfo": "skip",
    }


def _marks(cells: pd.DataFrame) -> list[dict[str, Any]]:
    """A sign in each cell, ringed where the actor spoke for itself; and what the signs mean."""
    classes = [(each, cells[cells["code"] == each.code]) for each in CLASSES]
    known = [(each, members) for each, members in classes if len(members)]
    legend = [
        _entry(each.label, "circle-open", 5, "$stance_none_line", 1)
        if each is NONE
        else _entry(each.signed, "square", 12, each.colour, 0)
        for each, _ in known
    ]
    ring = _entry("Ring: own voice", "circle", 12, "rgba(0,0,0,0)", 1.75)
    ring["marker"]["line"]["color"] = "$ink"
    return [*(_mark(each, members) for each, members in known), *legend, ring]


def _entry(name: str, symbol: str, size: int, colour: str, line: float) -> dict[str, Any]:
    """An entry of the legend."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [None],
        "y": [None],
        "marker": {"symbol": symbol, "size": size, "color": colour, "line": {"width": line}},
        "hoverinfo": "skip",
    }


def _mark(each: StanceClass, members: pd.DataFrame) -> dict[str, Any]:
    none = each is NONE
    own = members["own"].tolist() if each is not PARTY else [False] * len(members)
    ring = "$paper" if each.on == "$paper" else "$on_mark"
    return {
        "type": "scatter",
        "mode": "markers" if none else "markers+text",
        "name": each.label,
        "showlegend": False,
        "x": members["title"].tolist(),
        "y": members["name"].tolist(),
        "marker": {
            "symbol": "circle-open" if none else ["circle" if o else "square" for o in own],
            "size": 4 if none else 15,
            "color": "$stance_none_line" if none else each.colour,
            "line": {"color": ring, "width": 1 if none else [1.75 if o else 0 for o in own]},
            "opacity": 1,
        },
        "text": [each.sign] * len(members),
        "textposition": "middle center",
        "textfont": {"size": 11, "color": each.on, "weight": 700},
        "hovertext": [_hover(row) for row in members.to_dict("records")],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": members["actor"].tolist(),
        "cliponaxis": False,
    }


def _hover(row: Mapping[Any, Any]) -> str:
    each = BY_CODE[row["code"]]
    lines = [f"<b>{row['name']}</b>", row["title"], each.signed]
    if each is not NONE:
        lines.append(f"{stances.BASES[row['basis']]}, {date_words(row['date'])}")
        lines.append(counted(int(row["texts"]), "text"))
    return "<br>".join(lines)


def _alt(cells: pd.DataFrame, events: pd.DataFrame, partly: bool) -> str:
    stated = cells[~cells["code"].isin((NONE.code, PARTY.code))]
    silent = int((cells["code"] == NONE.code).sum())
    actors = stated["name"].nunique()
    counts = stated["code"].value_counts()
    said = "; ".join(
        f"{each.label.lower()}: {counts[each.code]}" for each in CLASSES if each.code in counts
    )
    text = (
        f"Matrix of {counted(actors, 'actor')} with a statement and "
        f"{counted(len(events), 'event')}. Cells with a stance: {said or 'none'}; own voice in "
        f"{int(stated['own'].sum())} of them. In {silent:,} cells no statement was found."
    )
    return f"{text} Cells before a country joined the group are blank." if partly else text


def _table(cells: pd.DataFrame, sections: list[tuple[str, list[str]]]) -> pd.DataFrame:
    order = {name: place for place, name in enumerate(n for _, names in sections for n in names)}
    ordered = cells.assign(place=cells["name"].map(order)).sort_values("place", kind="stable")
    return pd.DataFrame(
        {
            "section": ordered["region"],
            "actor": ordered["name"],
            "event": ordered["title"],
            "event_date": ordered["event_date"],
            "stance": [BY_CODE[code].signed for code in ordered["code"]],
            "basis": ordered["basis"].map(stances.BASES),
            "own": ["" if pd.isna(b) else "yes" if b in OWN else "no" for b in ordered["basis"]],
            "date": ordered["date"],
            "texts": ordered["texts"].astype("Int64"),
        }
    ).reset_index(drop=True)
