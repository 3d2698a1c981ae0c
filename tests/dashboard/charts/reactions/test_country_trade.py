import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.reactions.country_trade import country_trade
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

VALUES = pd.DataFrame(
    [
        ("Japan", "JPN", "Correlates of War", "cow-trade-4", 1990, 477_000_000),
        ("Japan", "JPN", "Correlates of War", "cow-trade-4", 1991, 508_000_000),
        ("Japan", "JPN", "Correlates of War", "cow-trade-4", 1994, None),
        ("Japan", "JPN", "Correlates of War", "cow-trade-4", 1995, 595_000_000),
        ("Japan", "JPN", "KOTRA", "kotra-annual", 1991, 0),
        ("India", "IND", "KOTRA", "kotra-annual", 2010, 58_000_000),
    ],
    columns=["country", "partner", "series", "series_id", "year", "total_usd"],
).assign(basis="reported")
VALUES = VALUES.astype({"total_usd": "Int64", "year": "Int64"})
VALUES["source_ids"] = pd.Series([("s",) for _ in VALUES.index], dtype="object")


def _trade(*names: str) -> Figure:
    return country_trade(VALUES, names, (1990, 2010), title="Trade")


def test_lines_are_the_table_and_gaps_break_them() -> None:
    figure = whole(unchanged(lambda: _trade("Japan", "India"), VALUES))
    points = [
        (x, y)
        for trace in figure.data
        for x, y in zip(trace["x"], trace["y"], strict=True)
        if y is not None
    ]
    table = figure.table
    assert sorted(points) == sorted(zip(table["year"], table["total"], strict=True))
    war = figure.data[0]
    assert war["y"] == [477.0, 508.0, None, 595.0]


def test_a_reported_zero_is_drawn_and_a_missing_value_is_not() -> None:
    figure = _trade("Japan")
    kotra = [t for t in figure.data if t["y"] == [0.0]]
    assert len(kotra) == 1
    assert 1994 not in figure.table["year"].tolist()


def test_every_series_is_named_at_its_line_and_panels_keep_their_heading_when_narrow() -> None:
    figure = _trade("Japan", "India")
    texts = [note["text"] for note in figure.layout["annotations"]]
    assert sum("Correlates of War" in text for text in texts) == 1
    assert sum(text.startswith("KOTRA") for text in texts) == 2
    narrow = figure.layout["meta"]["narrow"]
    assert len(narrow["annotations"]) == 2
    assert narrow["showlegend"] is True


def test_nobody_and_nothing() -> None:
    nothing(_trade())
    nothing(country_trade(VALUES.iloc[[2]], ["Japan"], (1990, 2010), title="Trade"))
