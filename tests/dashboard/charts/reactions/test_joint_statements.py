import pandas as pd

from dashboard.charts.reactions.joint_statements import joint_statements
from dashboard.charts.stances import BY_CODE
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

TEXTS = pd.DataFrame(
    {
        "joint_id": ["late", "early", "vague"],
        "date": ["2024-11-08", "2023-09-22", "2024-03"],
        "title": ["Council statement", "Three ministers", "Ten members"],
        "basis": ["nato_declaration", "joint_statement", "joint_statement"],
        "stance": [-2, -1, -1],
        "event": ["Troops", "Visit", "Veto"],
        "countries": [
            ("Albania", "Belgium"),
            ("Japan", "South Korea", "United States"),
            ("Malta",),
        ],
        "organisations": [("NATO",), (), ()],
        "source_ids": [("a",), ("b",), ("b",)],
    }
).astype({"stance": "Int64"})


def test_bars_are_as_long_as_the_lists_and_stand_by_date() -> None:
    figure = whole(unchanged(lambda: joint_statements(TEXTS, title="Texts"), TEXTS))
    assert figure.table["text"].tolist() == ["Three ministers", "Ten members", "Council statement"]
    assert figure.table["signatories"].tolist() == [3, 1, 2]
    drawn = {
        place: (length, trace["name"])
        for trace in figure.data
        for place, length in zip(trace["y"], trace["x"], strict=True)
    }
    assert drawn == {
        place: (length, stance)
        for place, (length, stance) in enumerate(
            zip(figure.table["signatories"], figure.table["stance"], strict=True)
        )
    }
    assert drawn[2][1] == BY_CODE["-2"].signed
    # A width of its own keeps every bar in its row, however few share its stance.
    assert all(0 < trace["width"] < 1 for trace in figure.data)
    assert figure.sources == ("b", "a")


def test_a_month_stays_a_month() -> None:
    labels = joint_statements(TEXTS, title="Texts").layout["yaxis"]["ticktext"]
    assert labels[1].endswith("<br>March 2024")


def test_one_text_and_none() -> None:
    assert len(whole(joint_statements(TEXTS.head(1), title="Texts")).table) == 1
    nothing(joint_statements(TEXTS.head(0), title="Texts"))
