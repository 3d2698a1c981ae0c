import pandas as pd
import pytest

from dashboard.charts.rows import each, grouped, highest, lowest

FRAME = pd.DataFrame({"kind": ["a", "b", "a"], "size": [1, 5, 3]}, index=[7, 8, 9])


def test_rows_come_in_order_with_columns_as_attributes() -> None:
    assert [(row.kind, row.size) for row in each(FRAME)] == [("a", 1), ("b", 5), ("a", 3)]


def test_groups_come_with_their_key() -> None:
    assert [(key, len(rows)) for key, rows in grouped(FRAME.groupby("kind"))] == [
        ("a", 2),
        ("b", 1),
    ]


def test_the_row_with_the_highest_and_the_lowest_value() -> None:
    assert highest(FRAME, "size")["kind"] == "b"
    assert lowest(FRAME, "size")["kind"] == "a"
    with pytest.raises(ValueError, match="empty"):
        highest(FRAME.iloc[:0], "size")
