import pytest

from dashboard.charts.panels import axes, stacked


def test_panels_fill_the_height_from_top_to_bottom_with_room_between() -> None:
    stack = stacked([100, 50], gap=50)
    assert stack.height == 200
    assert [panel.domain for panel in stack.panels] == [(0.5, 1.0), (0.0, 0.25)]
    assert [panel.axis for panel in stack.panels] == ["y", "y2"]
    assert stack.lowest.number == 2


def test_the_lowest_panel_carries_the_axis_of_years() -> None:
    layout = axes(stacked([10, 10, 10], gap=5), [{"nticks": 3}, {}, {}])
    assert layout["xaxis"]["anchor"] == "y3"
    assert layout["yaxis"]["nticks"] == 3
    assert layout["yaxis3"]["domain"][0] == 0


def test_a_setting_for_each_panel() -> None:
    with pytest.raises(ValueError, match="zip"):
        axes(stacked([10, 10], gap=5), [{}])


def test_headings_stand_above_their_panels() -> None:
    (upper, lower) = stacked([100, 50], gap=50).panels
    assert lower.heading("Below")["y"] == 0.25
    assert upper.heading("Above", beside="words")["text"] == "<b>Above</b>, words"
