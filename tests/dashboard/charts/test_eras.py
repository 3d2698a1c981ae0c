from dashboard.charts.eras import clipped, era_strip
from dashboard.charts.parts import Span

SPANS = (Span(1945, 1953, "Occupation, founding and war"), Span(1953, 2027, "All the rest"))


def test_spans_are_cut_to_the_axis_and_those_outside_left_out() -> None:
    assert clipped(SPANS, 1950, 1953) == (Span(1950.0, 1953.0, SPANS[0].label),)
    assert clipped(SPANS, 1900, 1940) == ()


def test_names_are_broken_to_their_room_and_left_out_without_any() -> None:
    shapes, names = era_strip(clipped(SPANS, 1945, 2027), width=900)
    assert [name["text"] for name in names] == [
        "Occupation,<br>founding and<br>war",
        "All the rest",
    ]
    assert len(shapes) == 1
    assert [name["text"] for name in era_strip(SPANS, width=300)[1]] == ["All the rest"]


def test_dates_take_the_first_day_of_the_year() -> None:
    shapes, names = era_strip(SPANS, dates=True)
    assert (shapes[0]["x0"], shapes[0]["x1"]) == ("1945-01-01", "1953-01-01")
    assert names[0]["x"] == "1945-01-01"


def test_no_spans_give_nothing() -> None:
    assert era_strip(()) == ([], [])
