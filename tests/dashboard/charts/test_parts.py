from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.graph_objects import Figure as PlotlyFigure

from dashboard.charts import parts, theme


def test_gap_breaks_a_line() -> None:
    years, values, names = parts.with_gaps([2001, 1999, 1998], [3, 2, 1], ["c", "b", "a"])
    assert years == [1998, 1999, 2000, 2001]
    assert values == [1, 2, None, 3]
    assert names == ["a", "b", None, "c"]


def test_consecutive_years_stay_whole() -> None:
    assert parts.with_gaps([1, 2, 3], [4, 5, 6]) == ([1, 2, 3], [4, 5, 6])
    assert parts.with_gaps([1950, 1955], [1, 2], step=5) == ([1950, 1955], [1, 2])


def test_gaps_of_nothing_and_of_one_point() -> None:
    assert parts.with_gaps([], []) == ([], [])
    assert parts.with_gaps([1990], [7]) == ([1990], [7])


def test_columns_of_unequal_length_are_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        parts.with_gaps([1, 2], [1])


def test_bands_shade_every_other_era_and_name_all() -> None:
    spans = [parts.Span(1945, 1953, "A"), parts.Span(1953, 1961, "B"), parts.Span(1961, 1985, "C")]
    shapes, annotations = parts.era_bands(spans)
    assert [(shape["x0"], shape["x1"]) for shape in shapes] == [(1945, 1953), (1961, 1985)]
    assert [note["text"] for note in annotations] == ["A", "B", "C"]
    assert parts.era_bands(spans, labels=False)[1] == []
    assert parts.era_bands([]) == ([], [])


def test_overlay_marks_each_moment_once() -> None:
    moments = [parts.Moment(1961.5, "Treaty", "treaty-1961"), parts.Moment("2024-06-19", "Treaty")]
    lines, ticks = parts.milestone_overlay(moments)
    assert [line["x0"] for line in lines] == ticks["x"] == [1961.5, "2024-06-19"]
    assert ticks["customdata"] == ["treaty-1961", ""]


def test_labels_move_apart_only_where_they_collide() -> None:
    labels = [
        parts.EndLabel("High", 2024, 90, "$china"),
        parts.EndLabel("Low", 2024, 20, "$russia"),
        parts.EndLabel("Lower", 2024, 19, "$rok"),
    ]
    notes = {
        note["text"]: note for note in parts.end_labels(labels, y_range=(0, 100), plot_height=300)
    }
    assert notes["High"]["yshift"] == 0
    assert notes["Low"]["yshift"] > 0 > notes["Lower"]["yshift"]
    apart = (20 - 19) * 3 + notes["Low"]["yshift"] - notes["Lower"]["yshift"]
    assert apart == pytest.approx(17, abs=0.2)


def test_labels_on_an_axis_without_extent_do_not_fail() -> None:
    labels = [parts.EndLabel("A", 1, 5, "$russia"), parts.EndLabel("B", 1, 5, "$china")]
    assert len(parts.end_labels(labels, y_range=(5, 5), plot_height=200)) == 2
    assert parts.end_labels([], y_range=(0, 1), plot_height=200) == []


@given(
    st.lists(st.floats(0, 400, allow_nan=False), min_size=1, max_size=12).map(sorted),
    st.floats(1, 30),
)
def test_spread_keeps_order_distance_and_bounds(wanted: list[float], gap: float) -> None:
    upper = 400.0
    places = parts.spread(wanted, gap=gap, upper=upper)
    assert len(places) == len(wanted)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(places))
    if gap * (len(wanted) - 1) <= upper:
        assert places[0] >= -1e-6
        assert places[-1] <= upper + 1e-6
    if all(b - a >= gap for a, b in pairwise(wanted)):
        assert places == pytest.approx(wanted)


def test_margin_grows_with_the_longest_label() -> None:
    assert parts.label_margin([]) < parts.label_margin(["China"])
    assert parts.label_margin(["China"]) < parts.label_margin(["China", "Republic of Korea"])


def test_narrow_screens_get_a_legend_for_labels() -> None:
    over = parts.legend_when_narrow(margin={"t": 40})
    assert over["annotations"] == []
    assert over["showlegend"] is True
    assert over["margin"] == {"r": 8, "t": 40}


def test_empty_figure_says_what_to_widen() -> None:
    figure = parts.empty_figure(
        "Trade", "No trade in 1944. Widen the period.", columns={"year": "Year"}, tables=("x",)
    )
    assert figure.empty
    assert figure.table.empty
    assert list(figure.table.columns) == ["year"]
    assert figure.alt == figure.layout["annotations"][0]["text"]
    PlotlyFigure(theme.resolve(figure.spec, "dark"))


def test_pieces_together_are_plotly() -> None:
    shapes, names = parts.era_bands([parts.Span(1945, 1953, "War")])
    lines, ticks = parts.milestone_overlay([parts.Moment(1950, "Start")])
    ends = parts.end_labels(
        [parts.EndLabel("Russia", 1953, 4, "$russia")], y_range=(0, 5), plot_height=200
    )
    spec = {
        "data": [{"type": "scatter", "x": [1952, 1953], "y": [1, 4]}, ticks],
        "layout": theme.base_layout(
            shapes=[*shapes, *lines],
            annotations=[*names, *ends],
            yaxis9=parts.overlay_axis(),
            meta={"narrow": parts.legend_when_narrow()},
        ),
    }
    PlotlyFigure(theme.resolve(spec, "light"))
    PlotlyFigure(layout=theme.resolve(spec["layout"]["meta"]["narrow"], "light"))  # type: ignore[index]
