from itertools import combinations

import pytest

from dashboard.charts.line_labels import Box, Frame, Line, line_labels, text_width

FRAME = Frame((2000, 2020), (0, 100), 900, 380, 150)


def _boxes(lines: list[Line], frame: Frame) -> list[Box]:
    boxes = []
    for note in line_labels(lines, frame):
        x, y = frame.place(note["x"], note["y"])
        left, middle = x + note["xshift"], y + note["yshift"]
        width = text_width(note["text"])
        boxes.append(Box(left, middle - 7.5, left + width, middle + 7.5))
    return boxes


def test_a_lone_label_stands_right_of_the_last_point() -> None:
    (note,) = line_labels([Line("Russia", "$russia", [2001, 2002], [10, 20])], FRAME)
    assert (note["x"], note["y"]) == (2002, 20)
    assert note["xshift"] > 0
    assert note["yshift"] == 0
    assert note["font"]["color"] == "$russia"


def test_labels_of_lines_that_end_together_do_not_collide() -> None:
    lines = [Line(f"Series number {i}", "$ink", [2010, 2020], [5, 5 + i / 10]) for i in range(8)]
    boxes = _boxes(lines, FRAME)
    assert len(boxes) == 8
    assert all(a.overlap(b) == 0 for a, b in combinations(boxes, 2))


def test_a_label_keeps_off_other_lines() -> None:
    short = Line("Short", "$russia", [2000, 2005], [50, 50])
    across = Line("Across", "$china", [2000, 2020], [50.0, 50.0])
    (box, _) = _boxes([short, across], FRAME)
    level = FRAME.place(2000, 50)[1]
    assert not box.bottom < level < box.top


def test_labels_keep_out_of_the_lane_at_the_foot() -> None:
    lines = [Line(f"Low {i}", "$ink", [2000, 2010], [0, 0]) for i in range(3)]
    frame = Frame((2000, 2020), (-7, 100), 900, 380, 150, lane=25)
    assert all(box.bottom >= 24 for box in _boxes(lines, frame))


def test_gaps_are_no_points_and_a_line_of_gaps_has_no_label() -> None:
    assert Line("A", "$ink", [1, None, 3], [4, None, 6]).points == [(1, 4), (3, 6)]
    assert line_labels([Line("A", "$ink", [None], [None])], FRAME) == []
    (note,) = line_labels([Line("B", "$ink", [2001, 2002, 2003], [1, None, 3])], FRAME)
    assert note["x"] == 2003


def test_the_same_lines_get_the_same_places() -> None:
    lines = [Line(f"S{i}", "$ink", [2000, 2019], [i, 40 - i]) for i in range(6)]
    assert line_labels(lines, FRAME) == line_labels(lines, FRAME)


@pytest.mark.parametrize("span", [(5.0, 5.0), (0.0, 10.0)])
def test_a_frame_without_extent_is_no_error(span: tuple[float, float]) -> None:
    frame = Frame(span, span, 900, 380, 100)
    assert len(line_labels([Line("A", "$ink", [5], [5])], frame)) == 1
