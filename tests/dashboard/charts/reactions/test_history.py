import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.parts import Moment
from dashboard.charts.reactions.history import reaction_history
from dashboard.charts.stances import BY_CODE
from tests.dashboard.charts.reaction_samples import drawn, nothing, unchanged, whole

SPAN = ("2023-08-01", "2024-12-31")
TEXTS = pd.DataFrame(
    [
        ("a", "Japan", "2023-09-14", "day", -1, "individual", "Visit"),
        ("b", "Japan", "2024-03", "month", -1, "joint_statement", "Veto"),
        ("c", "Japan", "2024-10-25", "day", -2, "g7_statement", "Troops"),
        ("d", "Japan", "2024-10-25", "day", -2, "un_meeting", "Troops"),
        ("e", "China", "2024-11-01", "day", 0, "individual", "Troops"),
    ],
    columns=["id", "country", "date", "precision", "stance", "basis", "event"],
).assign(speaker="a minister", summary="Said something.")
TEXTS = TEXTS.astype({"stance": "Int64"})
TEXTS["source_ids"] = pd.Series([("s",) for _ in TEXTS.index], dtype="object")
SILENT = pd.DataFrame(
    [("China", "Visit", "2023-09-13"), ("Namibia", "Visit", "2023-09-13")],
    columns=["country", "event", "date"],
)


def _history(*names: str, moments: tuple[Moment, ...] = ()) -> Figure:
    return reaction_history(TEXTS, SILENT, names, SPAN, title="Over time", moments=moments)


def test_every_text_is_drawn_once_and_in_the_table() -> None:
    figure = whole(unchanged(lambda: _history("Japan", "China"), TEXTS, SILENT))
    dots = [t for t in figure.data if t.get("customdata")]
    assert sorted(code for t in dots for code in t["customdata"]) == ["a", "c", "d", "e"]
    bars = [t for t in figure.data if t["mode"] == "lines"]
    assert [t["x"] for t in bars] == [["2024-03-01", "2024-03-31", None]]
    assert len(figure.table) == len(TEXTS) + 1
    assert figure.table["country"].tolist() == ["Japan"] * 4 + ["China"] * 2


def test_height_is_the_stance_and_texts_of_one_day_stand_apart() -> None:
    (japan,) = [t for t in _history("Japan").data if t.get("name") == "Japan"]
    heights = dict(zip(japan["customdata"], japan["y"], strict=True))
    assert heights["a"] == -1
    assert heights["c"] != heights["d"]
    assert {round(heights[code]) for code in "cd"} == {-2}
    assert heights["c"] + heights["d"] == pytest.approx(-4)


def test_shape_tells_the_voice() -> None:
    (japan,) = [t for t in _history("Japan").data if t.get("name") == "Japan"]
    shapes = dict(zip(japan["customdata"], japan["marker"]["symbol"], strict=True))
    assert shapes == {"a": "circle", "c": "square", "d": "circle"}


def test_silence_has_a_row_of_its_own_and_no_date_of_a_text() -> None:
    figure = whole(_history("Namibia"))
    assert figure.table["stance"].tolist() == [BY_CODE["none"].label]
    assert figure.table["date"].isna().all()
    assert "no statement found" in figure.alt


def test_the_reading_tells_where_it_began_and_ended() -> None:
    alt = _history("Japan").alt
    assert f"from {BY_CODE['-1'].signed} (14 September 2023)" in alt
    assert f"to {BY_CODE['-2'].signed} (25 October 2024)" in alt


def test_milestones_can_be_laid_over() -> None:
    figure = _history("Japan", moments=(Moment("2024-06-19", "Treaty", "m"),))
    assert figure.data[-1]["customdata"] == ["m"]
    assert figure.layout["shapes"]
    drawn(figure)


def test_nobody_is_said() -> None:
    nothing(_history())
    nothing(_history("Atlantis"))
