"""World map of the votes on one key resolution."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import maps
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.united_nations.vote_looks import VOTES

COLUMNS: Mapping[str, str] = {"country": "Country", "region": "Region", "vote": "Vote"}
TABLES = ("ga_key_votes", "ga_key_resolutions", "countries")

#: Stands in place of a vote where a resolution was adopted without one.
NO_VOTE = "none"
_NO_VOTE_LABEL = "Adopted without a vote: no positions recorded"


def key_map(
    votes: pd.DataFrame,
    *,
    title: str,
    sources: Sequence[str],
    notes: Sequence[str] = (),
    message: str = "No resolution matches. Choose another topic.",
) -> Figure:
    """Every country in the colour of its vote; a state that was no member is hatched.

    Args:
        votes: ``iso3``, ``name``, ``region``, ``lat``, ``lon`` and ``vote``, which is
            :data:`NO_VOTE` throughout where the resolution was adopted without a vote. A state
            without a place on the map stands in the table alone.
        title: What was voted on.
        sources: Ids of the sources of the vote.
        notes: Caveats to show beside the map.
        message: What to choose when there is no resolution.
    """
    if votes.empty:
        return empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    placed = votes[votes["lat"].notna()]
    points = {
        code: (float(lat), float(lon))
        for code, lat, lon in zip(placed["iso3"], placed["lat"], placed["lon"], strict=True)
    }
    table = _table(votes)
    return Figure(
        title=title,
        data=maps.class_traces(_classes(placed, votes), points),
        layout=maps.map_layout(
            # Three lines of legend below a map as wide as a phone.
            uirevision="key-votes",
            meta={"narrow": {"meta": {"aspect": 0.68}}},
        ),
        alt=_alt(title, votes),
        table=table,
        columns=COLUMNS,
        sources=tuple(sources),
        tables=TABLES,
        notes=(*notes, maps.DISCLAIMER),
    )


def _looks() -> dict[str, tuple[str, str]]:
    looks = {code: (look.label, look.colour) for code, look in VOTES.items()}
    return {**looks, NO_VOTE: (_NO_VOTE_LABEL, maps.NOTHING)}


def _classes(placed: pd.DataFrame, votes: pd.DataFrame) -> list[maps.MapClass]:
    classes = []
    for code, (label, colour) in _looks().items():
        rows = placed[placed["vote"] == code]
        if rows.empty:
            continue
        count = int((votes["vote"] == code).sum())
        hover = tuple(f"<b>{name}</b><br>{label}" for name in rows["name"])
        named = label if code == NO_VOTE else f"{label} ({count})"
        classes.append(maps.MapClass(named, colour, tuple(rows["iso3"]), hover))
    return classes


def _alt(title: str, votes: pd.DataFrame) -> str:
    counts = votes["vote"].value_counts()
    if NO_VOTE in counts:
        return f"World map. {title}. {_NO_VOTE_LABEL}."
    said = [f"{look.label.lower()} {counts[c]}" for c, look in VOTES.items() if c in counts]
    against = votes.loc[votes["vote"] == "no", "name"].sort_values().tolist()
    named = f" Voted no: {', '.join(against)}." if 0 < len(against) <= 12 else ""
    return f"World map of votes. {title}. {', '.join(said)}.{named}"


def _table(votes: pd.DataFrame) -> pd.DataFrame:
    looks = _looks()
    order = {code: place for place, code in enumerate(looks)}
    ordered = votes.assign(_place=votes["vote"].map(order)).sort_values(["_place", "name"])
    table: dict[str, Any] = {
        "country": ordered["name"],
        "region": ordered["region"],
        "vote": [looks[code][0] for code in ordered["vote"]],
    }
    return pd.DataFrame(table).reset_index(drop=True)
