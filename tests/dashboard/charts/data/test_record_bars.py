"""Bars of shares and counts."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import theme
from dashboard.charts.data.record_bars import count_bars, share_bars
from dashboard.charts.figure import Figure


def shares(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["title", "rows", "sourced", "hits"])
    counts = dict.fromkeys(["rows", "sourced", "hits"], "Int64")
    frame = frame.assign(table=frame["title"].str.lower()).astype(counts)
    percent = (100 * frame["hits"] / frame["sourced"]).astype("Float64")
    return frame.assign(share=percent.where(frame["sourced"] > 0))


def drawn(*rows: tuple[str, int, int, int]) -> Figure:
    return share_bars(shares(*rows), title="Single", what="rest on a single source")


def test_the_greatest_share_comes_first() -> None:
    frame = shares(("A", 10, 10, 1), ("B", 10, 8, 4), ("C", 5, 5, 0))
    before = frame.copy()
    figure = share_bars(frame, title="Single", what="rest on a single source")
    pd.testing.assert_frame_equal(frame, before)
    assert figure.data[0]["y"] == ["B", "A", "C"]
    assert figure.data[0]["x"] == [50.0, 10.0, 0.0]
    assert figure.table["hits"].tolist() == [4, 1, 0]
    assert [note["text"] for note in figure.layout["annotations"]] == ["50 %", "10 %", "0 %"]
    assert figure.alt == (
        "Bars of 3 tables. In “B” 50 % of the rows with a source rest on a single source (4 of 8); "
        "in 1 of the tables none does."
    )
    assert figure.tables == ("b", "a", "c")


def test_a_little_is_not_told_as_none_nor_much_as_all() -> None:
    figure = drawn(("A", 1000, 1000, 999), ("B", 1000, 1000, 1), ("C", 3, 3, 3))
    assert [note["text"] for note in figure.layout["annotations"]] == [
        "100 %",
        "over 99 %",
        "under 1 %",
    ]


def test_tables_without_sourced_rows_have_no_share() -> None:
    assert drawn(("A", 3, 0, 0), ("B", 3, 3, 0)).data[0]["y"] == ["B"]
    assert drawn(("A", 3, 0, 0)).empty


def counts(*rows: tuple[str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["label", "sources"])
    return frame.assign(colour="$accent", detail="")


def test_counts_in_the_order_given_with_their_shares() -> None:
    figure = count_bars(counts(("Press", 3), ("Official", 1)), title="T", what="Kind", total=4)
    assert figure.data[0]["x"] == [3.0, 1.0]
    assert figure.table["share"].tolist() == [75.0, 25.0]
    assert figure.columns["label"] == "Kind"
    assert "Press, 3 of 4 (75 %)" in figure.alt


def test_no_sources() -> None:
    assert count_bars(counts(), title="T", what="Kind", total=1).empty


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_plotly_takes_them(mode: theme.Mode) -> None:
    one = count_bars(counts(("Press", 3)), title="T", what="Kind", total=3)
    for figure in (one, drawn(("A", 1, 1, 1)), drawn(("A", 9, 9, 0), ("B", 9, 9, 2))):
        spec = theme.resolve(figure.spec, mode)
        spec["layout"].pop("meta")
        go.Figure(spec)
