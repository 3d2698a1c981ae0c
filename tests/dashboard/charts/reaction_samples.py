"""Small frames for the charts of reactions, and what every figure must be."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import theme
from dashboard.charts.figure import Figure

EVENTS = pd.DataFrame(
    {
        "event_id": ["visit", "treaty"],
        "title": ["A visit", "A treaty with a rather long name indeed"],
        "date": ["2023-09-13", "2024-06-19"],
    }
)

COUNTRIES = pd.DataFrame(
    {
        "iso3": ["JPN", "NAM", "RUS", "SMR", "BRA"],
        "name": ["Japan", "Namibia", "Russia", "San Marino", "Brazil"],
        "un_region": ["Asia", "Africa", "Europe", "Europe", "Americas"],
        "lat": [36.0, -22.0, 60.0, 43.9, -10.0],
        "lon": [138.0, 17.0, 90.0, 12.4, -53.0],
    }
)

#: actor, kind, event, stance, basis, date, texts, party
_HELD = (
    ("JPN", "country", "visit", -1, "individual", "2023-09-14", 2, False),
    ("JPN", "country", "treaty", -2, "joint_statement", "2024-06", 3, False),
    ("SMR", "country", "treaty", 0, "eu_statement", "2024-06-28", 1, False),
    ("RUS", "country", "treaty", 2, "individual", "2024-06-19", 1, True),
    ("NAM", "organisation", "treaty", 1, "individual", "2024-06-20", 1, False),
)
HELD = pd.DataFrame(
    [
        {
            "actor": actor,
            "actor_kind": kind,
            "event_id": event,
            "event": dict(zip(EVENTS["event_id"], EVENTS["title"], strict=True))[event],
            "stance": stance,
            "basis": basis,
            "date": date,
            "texts": texts,
            "party": party,
            "source_ids": (f"{actor.lower()}-{event}", "shared"),
        }
        for actor, kind, event, stance, basis, date, texts, party in _HELD
    ]
).astype({"stance": "Int64", "texts": "Int64", "party": "boolean"})

ON_TREATY = HELD[HELD["event_id"] == "treaty"]


def drawn(figure: Figure) -> go.Figure:
    """The figure as Plotly takes it in both themes; it refuses what is no figure."""
    go.Figure(theme.resolve(figure.spec, "dark"))
    return go.Figure(theme.resolve(figure.spec, "light"))


def whole(figure: Figure) -> Figure:
    """The figure, after checking that it has what a reader needs to check it."""
    assert not figure.empty
    assert figure.title[:1].isupper()
    assert figure.alt.endswith(".")
    assert list(figure.columns) == list(figure.table.columns)
    assert len(figure.table) > 0
    assert figure.tables
    assert figure.layout["meta"]["narrow"]
    assert len(drawn(figure).data) > 0
    return figure


def nothing(figure: Figure) -> Figure:
    """The figure, after checking that it says that there is nothing."""
    assert figure.empty
    assert figure.data == ()
    assert len(figure.table) == 0
    assert list(figure.table.columns) == list(figure.columns)
    assert figure.alt
    drawn(figure)
    return figure


def unchanged(make: Callable[[], Figure], *frames: pd.DataFrame) -> Figure:
    """What ``make`` returns, after checking that it altered none of the frames."""
    before = [frame.copy(deep=True) for frame in frames]
    figure = make()
    for old, new in zip(before, frames, strict=True):
        pd.testing.assert_frame_equal(old, new)
    return figure
