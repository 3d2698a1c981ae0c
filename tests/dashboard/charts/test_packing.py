import pytest

from dashboard.charts.packing import Mark, packed


def test_marks_apart_all_stand_in_the_middle() -> None:
    assert packed([Mark(0, 8, 8), Mark(20, 28, 8)]) == [0.0, 0.0]


def test_marks_at_one_place_are_stacked_first_in_the_middle_then_above_and_below() -> None:
    assert packed([Mark(0, 8, 8)] * 4, gap=2) == [0.0, 10.0, -10.0, 20.0]


def test_a_small_mark_slips_into_the_nearest_gap() -> None:
    places = packed([Mark(0, 10, 10), Mark(0, 10, 10), Mark(0, 4, 4)], gap=0)
    assert places == [0.0, 10.0, -7.0]


def test_the_same_marks_get_the_same_places() -> None:
    marks = [Mark(x % 7, x % 7 + 5, 5) for x in range(40)]
    assert packed(marks) == packed(list(marks))


def test_no_two_marks_overlap() -> None:
    marks = [Mark(x * 1.7 % 50, x * 1.7 % 50 + 4 + x % 5, 4 + x % 5) for x in range(120)]
    placed = list(zip(marks, packed(marks, gap=1), strict=True))
    pairs = 0
    for i, (one, y) in enumerate(placed):
        for other, z in placed[i + 1 :]:
            if one.left < other.right and other.left < one.right:
                pairs += 1
                assert abs(y - z) >= (one.height + other.height) / 2 + 1 - 1e-6
    assert pairs > 100


def test_no_marks_need_no_places() -> None:
    assert packed([]) == []


@pytest.mark.parametrize("gap", [0.0, 3.0])
def test_the_gap_is_kept_sideways_too(gap: float) -> None:
    places = packed([Mark(0, 10, 10), Mark(10 + gap - 0.5, 20, 10)], gap=gap)
    assert places[1] != 0
