import pandas as pd

from dashboard.charts.reactions.reason_grid import reasons_by_event
from dashboard.charts.reactions.reasons import reason_bars
from tests.dashboard.charts.reaction_samples import EVENTS, nothing, unchanged, whole

GIVEN = pd.DataFrame(
    {
        "reason": ["arms_transfer", "un_resolutions", "non_interference"],
        "actors": [3, 7, 1],
        "texts": [2, 4, 1],
        "source_ids": [("a",), ("a", "b"), ("c",)],
    }
).astype({"actors": "Int64", "texts": "Int64"})
OWN = pd.DataFrame({"reason": ["un_resolutions", "non_interference"], "actors": [2, 1]}).astype(
    {"actors": "Int64"}
)
BY_EVENT = pd.DataFrame(
    {
        "group": ["visit", "treaty", "treaty", "unknown"],
        "reason": ["arms_transfer", "arms_transfer", "defence_pact", "ukraine_war"],
        "actors": [2, 5, 9, 4],
        "source_ids": [("a",), ("b",), ("c",), ("d",)],
    }
).astype({"actors": "Int64"})


def test_bars_are_ordered_and_divided_as_the_table_says() -> None:
    figure = whole(unchanged(lambda: reason_bars(GIVEN, OWN, title="Reasons"), GIVEN, OWN))
    table = figure.table
    assert table["reason"].tolist() == ["UN resolutions", "Arms transfers", "Non-interference"]
    assert table["own"].tolist() == [2, 0, 1]
    assert (table["own"] + table["shared"]).tolist() == table["actors"].tolist() == [7, 3, 1]
    own, shared = figure.data
    assert own["x"] == table["own"].tolist()
    assert shared["x"] == table["shared"].tolist()
    assert own["text"] == ["2", "", ""]
    assert figure.sources[0] == "a"


def test_own_voice_alone_has_one_kind_of_bar() -> None:
    figure = reason_bars(GIVEN.iloc[[2]], OWN, title="Reasons")
    assert [trace["name"] for trace in whole(figure).data] == ["Own voice"]


def test_no_reason_is_said() -> None:
    nothing(reason_bars(GIVEN.head(0), OWN, title="Reasons"))


def test_cells_are_the_table_and_stand_in_order() -> None:
    figure = whole(
        unchanged(lambda: reasons_by_event(BY_EVENT, EVENTS, title="Reasons"), BY_EVENT, EVENTS)
    )
    cells, numbers = figure.data
    drawn = list(zip(numbers["y"], numbers["x"], map(int, numbers["text"]), strict=True))
    table = figure.table
    filled = {
        (event, reason): count
        for event, line in zip(cells["y"], cells["z"], strict=True)
        for reason, count in zip(cells["x"], line, strict=True)
        if count is not None
    }
    assert filled == {(event, reason): count for event, reason, count in drawn}
    assert drawn == list(zip(table["event"], table["reason"], table["actors"], strict=True))
    assert table["actors"].tolist() == [2, 9, 5]
    assert figure.layout["xaxis"]["categoryarray"] == ["Defence pact", "Arms transfers"]
    assert "9 actors" in figure.alt
    assert "d" not in figure.sources


def test_a_grid_of_one_and_of_none() -> None:
    assert len(whole(reasons_by_event(BY_EVENT.head(1), EVENTS, title="Reasons")).table) == 1
    nothing(reasons_by_event(BY_EVENT.tail(1), EVENTS, title="Reasons"))
    nothing(reasons_by_event(BY_EVENT.head(0), EVENTS, title="Reasons"))
