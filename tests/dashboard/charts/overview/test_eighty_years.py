import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.overview.eighty_years import eighty_years
from dashboard.charts.overview.words import AGREEMENT, LANDMARKS, SHARES
from dashboard.charts.parts import Span
from tests.dashboard.charts.milestones.samples import EMPTY, ONE, ROWS
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

SHARE_ROWS = pd.DataFrame(
    {
        "series_id": ["kotra-filled", "kotra-filled", "jetro"],
        "series_title": ["KOTRA annual", "KOTRA annual", "JETRO"],
        "partner_name": ["Russia"] * 3,
        "year": [1991, 1994, 1989],
        "share": [14.1, 7.0, 58.4],
        "basis": ["estimate", "reported", "reported"],
        "note": [None] * 3,
        "source_ids": [("a",), ("a", "b"), ("c",)],
    }
).astype({"note": "str", "year": "Int64", "share": "Float64"})
VOTES = pd.DataFrame(
    {
        "year": [1991, 1992, 1994],
        "same": [20, 28, 20],
        "both": [37, 66, 60],
        "agreement": [54.05, 42.42, 33.33],
        "source_ids": [("v",)] * 3,
    }
).astype({"year": "Int64", "same": "Int64", "both": "Int64", "agreement": "Float64"})
ERAS = (Span(1945, 1991, "Before"), Span(1991, 2027, "After"))


def _picture(
    landmarks: pd.DataFrame = ROWS,
    shares: pd.DataFrame = SHARE_ROWS,
    votes: pd.DataFrame = VOTES,
    years: tuple[int, int] = (1945, 2026),
) -> Figure:
    return eighty_years(landmarks, shares, votes, years=years, eras=ERAS, notes=("Mind this.",))


def test_nothing_gives_a_figure_that_says_so() -> None:
    nothing(_picture(EMPTY, SHARE_ROWS.iloc[:0], VOTES.iloc[:0]))


@pytest.mark.parametrize("rows", [1, 3])
def test_what_is_drawn_equals_the_table(rows: int) -> None:
    landmarks = ONE if rows == 1 else ROWS
    shares, votes = SHARE_ROWS.iloc[:rows], VOTES.iloc[:rows]
    figure = whole(unchanged(lambda: _picture(landmarks, shares, votes), ROWS, SHARE_ROWS, VOTES))
    table = figure.table
    records = [r for trace in figure.data if "customdata" in trace for r in trace["customdata"]]
    assert sorted(records) == sorted(table.loc[table["part"] == LANDMARKS, "id"])
    for axis, part in (("y2", SHARES), ("y3", AGREEMENT)):
        drawn = sorted(
            value
            for trace in figure.data
            if trace.get("yaxis") == axis and trace["type"] == "scatter"
            for value in trace["y"]
            if value is not None
        )
        assert drawn == sorted(table.loc[table["part"] == part, "value"])


@pytest.mark.parametrize("part", range(3))
def test_one_part_without_rows_leaves_the_others(part: int) -> None:
    frames = [ROWS, SHARE_ROWS, VOTES]
    frames[part] = frames[part].iloc[:0]
    figure = whole(_picture(frames[0], frames[1], frames[2]))
    assert len(figure.table) == sum(len(frame) for frame in frames)


def test_lines_break_at_missing_years() -> None:
    (kotra,) = [trace for trace in _picture().data if trace.get("name") == "KOTRA"]
    assert list(zip(kotra["x"], kotra["y"], strict=True))[1][1] is None
    (votes,) = [trace for trace in _picture().data if trace.get("name") == "Agreement"]
    assert votes["y"] == [54.05, 42.42, None, 33.33]


def test_missing_is_named_and_not_applicable_is_hatched_as_well() -> None:
    figure = _picture()
    words = [note["text"] for note in figure.layout["annotations"]]
    assert "Missing: no share<br>known before 1989" in words
    assert "Not applicable: the DPRK<br>has voted since 1991" in words
    (hatched,) = [trace for trace in figure.data if trace["type"] == "bar"]
    assert hatched["marker"]["pattern"]["shape"] == "/"
    assert (hatched["x"], hatched["width"]) == ([1968.0], [46])


def test_within_the_years_known_nothing_is_called_missing() -> None:
    figure = _picture(years=(1991, 2026), shares=SHARE_ROWS[SHARE_ROWS["year"] == 1991])
    words = " ".join(note["text"] for note in figure.layout["annotations"])
    assert "Missing" not in words
    assert "Not applicable" not in words


def test_a_lane_without_landmarks_says_so() -> None:
    words = [note["text"] for note in _picture(EMPTY).layout["annotations"]]
    assert "No landmark in these years and themes" in words
    assert "No landmark" not in str(_picture().layout["annotations"])


def test_a_value_of_a_year_stands_in_the_middle_of_it() -> None:
    (votes,) = [trace for trace in _picture().data if trace.get("name") == "Agreement"]
    assert votes["x"] == [1991.5, 1992.5, 1993.5, 1994.5]


def test_more_votes_make_a_larger_point() -> None:
    (votes,) = [trace for trace in _picture().data if trace.get("name") == "Agreement"]
    sizes = [size for size in votes["marker"]["size"] if size]
    assert sizes[1] > sizes[2] > sizes[0]


def test_three_drawings_share_one_axis_of_years() -> None:
    layout = _picture().layout
    assert layout["xaxis"]["range"] == [1945, 2027]
    domains = [layout[axis]["domain"] for axis in ("yaxis", "yaxis2", "yaxis3")]
    assert domains[0][0] > domains[1][1] > domains[1][0] > domains[2][1]
    assert not any("overlaying" in layout[axis] for axis in ("yaxis2", "yaxis3"))


def test_the_alternative_tells_the_main_readings() -> None:
    alt = _picture().alt
    assert "highest 58.4% in 1989 (JETRO), latest 7.0% in 1994" in alt
    assert "least often in 1994 (33.3% of 60 votes)" in alt
