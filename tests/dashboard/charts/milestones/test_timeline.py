from typing import Any

import pandas as pd
import pytest

from dashboard.charts import tone
from dashboard.charts.figure import Figure
from dashboard.charts.milestones import timeline
from dashboard.charts.milestones.lanes import AXIS_WIDTH
from dashboard.charts.parts import Span
from dashboard.lookup.events import milestone_rows
from tests.dashboard.charts.milestones.samples import EMPTY, ONE, ROWS
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

YEARS = (1945, 2026)
ERAS = (Span(1945, 1991, "Before"), Span(1991, 2027, "After"))


def _timeline(rows: pd.DataFrame = ROWS) -> Figure:
    return timeline.timeline(rows, YEARS, ERAS, ("Mind this.",))


def _drawn(figure: Figure) -> list[dict[str, Any]]:
    """Traces that stand for milestones."""
    return [trace for trace in figure.data if trace.get("customdata")]


def test_nothing_gives_a_figure_that_says_so() -> None:
    nothing(_timeline(EMPTY))


@pytest.mark.parametrize("rows", [ONE, ROWS, milestone_rows()], ids=["one", "few", "all"])
def test_every_milestone_of_the_table_is_drawn_once(rows: pd.DataFrame) -> None:
    figure = whole(unchanged(lambda: _timeline(rows), rows))
    drawn = [record for trace in _drawn(figure) for record in trace["customdata"]]
    assert sorted(drawn) == sorted(figure.table["id"]) == sorted(rows["id"])


def test_day_is_a_point_and_month_and_year_are_bars_over_it() -> None:
    bars = {
        record: (base, length)
        for trace in _drawn(_timeline())
        if trace["type"] == "bar"
        for record, base, length in zip(trace["customdata"], trace["base"], trace["x"], strict=True)
    }
    day = 86_400_000
    assert bars == {"plan": ("1961-01-01", 365 * day), "talks": ("1990-09-01", 30 * day)}
    points = {
        record: x
        for trace in _drawn(_timeline())
        if trace["type"] == "scatter"
        for record, x in zip(trace["customdata"], trace["x"], strict=True)
    }
    assert points["treaty"] == "1961-07-06"
    assert set(points) | set(bars) == set(ROWS["id"])


def test_size_tells_significance_and_colour_and_shape_tell_tone() -> None:
    (closer,) = [t for t in _drawn(_timeline()) if t["name"] == "Closer" and t["type"] != "bar"]
    assert closer["marker"]["symbol"] == ["circle-open"]  # not verified
    assert closer["marker"]["color"] == "$tone_p1"
    assert closer["marker"]["size"] == [tone.SIZES[1]]
    friction = next(t for t in _drawn(_timeline()) if t["name"] == "Friction")
    assert friction["marker"]["symbol"] == ["diamond"]


def test_an_event_of_several_days_has_a_line_to_its_last_day() -> None:
    (line,) = [trace for trace in _timeline().data if trace.get("mode") == "lines"]
    assert line["x"] == ["1961-07-10", "1961-07-12", None]


def test_lanes_stand_in_the_order_of_the_vocabulary_with_their_counts() -> None:
    axis = _timeline().layout["yaxis"]
    assert axis["ticktext"] == ["Diplomacy · 1", "Economy · 3", "Military · 2"]
    assert axis["tickvals"] == sorted(axis["tickvals"], reverse=True)


def test_marks_of_the_whole_record_never_cover_one_another() -> None:
    figure = _timeline(milestone_rows())
    boxes = []
    start = pd.Timestamp(YEARS[0], 1, 1)
    scale = AXIS_WIDTH / (pd.Timestamp(YEARS[1] + 1, 1, 1) - start).days
    for trace in _drawn(figure):
        if trace["type"] != "scatter":
            continue
        for x, y, size in zip(trace["x"], trace["y"], trace["marker"]["size"], strict=True):
            boxes.append(((pd.Timestamp(x) - start).days * scale, y, size))
    assert len(boxes) > 300
    for i, (x, y, size) in enumerate(boxes):
        for other_x, other_y, other in boxes[i + 1 :]:
            room = (size + other) / 2 - 0.2
            assert abs(x - other_x) >= room or abs(y - other_y) >= room
    assert all(0 <= y <= figure.layout["yaxis"]["range"][1] for _, y, _ in boxes)


def test_the_words_tell_numbers_sources_and_caveats() -> None:
    figure = _timeline()
    assert figure.alt == (
        "Timeline of 6 milestones from 1961 to 2026 in 3 lanes by theme, 1 of them landmarks. "
        "Most stand under Economy (3) and in 1961 (3)."
    )
    assert figure.sources[0] == "a"
    assert figure.notes == ("Mind this.",)
