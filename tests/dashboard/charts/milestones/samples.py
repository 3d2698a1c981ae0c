"""A few milestones as charts see them."""

import pandas as pd

from dashboard.lookup.events import described_milestones

PLACES = pd.DataFrame(
    {
        "id": ["moscow", "rason", "rajin"],
        "name": ["Moscow", "Rason zone (north)", "Rajin port"],
        "lat": [55.75, 42.25, 42.25],
        "lon": [37.6, 130.3, 130.3],
    }
).astype({"id": "str", "name": "str"})

NAMES = {"RUS": "Russia", "PRK": "North Korea", "CHN": "China"}

#: id, date, precision, end, theme, other themes, actors, place, tone, significance, state, verified
_ROWS = (
    (
        "treaty",
        "1961-07-06",
        "day",
        None,
        "military",
        ("law",),
        "RUS PRK",
        "moscow",
        2,
        3,
        "USSR",
        "yes",
    ),
    ("plan", "1961", "year", None, "economy", (), "RUS PRK", None, 1, 1, "USSR", "yes"),
    (
        "dispute",
        "1961-07-10",
        "day",
        "1961-07-12",
        "military",
        (),
        "RUS CHN",
        "moscow",
        -1,
        2,
        "USSR",
        "yes",
    ),
    ("talks", "1990-09", "month", None, "diplomacy", (), "RUS CHN", "rason", -2, 2, "USSR", "yes"),
    ("ferry", "2017-05-17", "day", None, "economy", (), "PRK RUS", "rajin", 0, 1, None, "yes"),
    (
        "bridge",
        "2026-04-02",
        "day",
        None,
        "economy",
        ("law",),
        "RUS PRK",
        "rason",
        1,
        1,
        None,
        "no",
    ),
)
_COLUMNS = (
    *("id", "date", "precision", "date_end", "theme", "themes_other", "actors", "place_id"),
    *("tone", "significance", "russia_as", "verified"),
)


def _table() -> pd.DataFrame:
    table = pd.DataFrame(_ROWS, columns=list(_COLUMNS))
    table = table.assign(
        actors=pd.Series([tuple(cell.split()) for cell in table["actors"]], dtype=object),
        title=[f"The {name}" for name in table["id"]],
        summary=[f"About the {name} & more." for name in table["id"]],
        note=None,
        source_ids=pd.Series([("a", f"s-{name}") for name in table["id"]], dtype=object),
    )
    text = ["id", "date", "precision", "date_end", "theme", "place_id", "russia_as", "verified"]
    kinds = dict.fromkeys([*text, "title", "summary", "note"], "str")
    return table.astype({**kinds, "tone": "Int64", "significance": "Int64"})


TABLE = _table()
ROWS = described_milestones(TABLE, PLACES, NAMES)
EMPTY = ROWS.iloc[:0]
ONE = ROWS.iloc[:1]
