"""Statements over time and side by side."""

from collections.abc import Callable
from itertools import combinations
from math import log10

import pandas as pd
import pytest

from dashboard.charts.estimates import style
from dashboard.charts.estimates.labels import Label, Plot, label_notes
from dashboard.charts.estimates.over_time import COINCIDE, over_time
from dashboard.charts.estimates.rows import side_by_side
from dashboard.charts.figure import Figure
from dashboard.charts.line_labels import Box, text_width
from dashboard.charts.parts import Moment
from dashboard.charts.rows import each
from datasets.measures.estimates import estimate_intervals
from tests.dashboard.charts.estimates.samples import STATEMENTS
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole
from validators.vocabulary import ClaimantKind, Quantity

Chart = Callable[[pd.DataFrame], Figure]

CHARTS: dict[str, Chart] = {
    "time": lambda rows: over_time(rows, title="Estimates"),
    "rows": lambda rows: side_by_side(rows, title="Estimates", message="Widen."),
}
BOTH = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


def _bounds(figure: Figure, axis: str) -> list[tuple[str, float]]:
    """Record and number of every mark."""
    return [
        (code, number)
        for trace in figure.data
        if trace["mode"] == "markers" and "customdata" in trace
        for code, number in zip(trace["customdata"], trace[axis], strict=True)
    ]


@BOTH
def test_marks_stand_at_the_bounds_of_the_table(chart: Chart) -> None:
    figure = whole(unchanged(lambda: chart(STATEMENTS), STATEMENTS))
    drawn = sorted(_bounds(figure, "y" if chart is CHARTS["time"] else "x"))
    expected = sorted(
        (str(row.id), float(bound))
        for row in each(STATEMENTS)
        for bound in {row.lower, row.upper}
        if not pd.isna(bound)
    )
    assert drawn == expected
    assert figure.table["wording"].tolist() == STATEMENTS["wording"].tolist()
    assert figure.sources == ("s1", "s2")


@BOTH
def test_units_have_axes_of_their_own(chart: Chart) -> None:
    figure = chart(STATEMENTS)
    axes: dict[str, set[str]] = {}
    units = dict(zip(STATEMENTS["id"], STATEMENTS["unit"], strict=True))
    for trace in figure.data:
        for code in trace.get("customdata", ()):
            axes.setdefault(units[code], set()).add(trace["yaxis"])
    assert axes == {"troops_sent": {"y"}, "killed": {"y2"}}


@BOTH
def test_kinds_differ_by_shape_and_colour_and_derived_bounds_are_hollow(chart: Chart) -> None:
    figure = chart(STATEMENTS)
    marks = {}
    for trace in figure.data:
        for place, code in enumerate(trace.get("customdata", ())):
            marks[code] = (trace["marker"]["symbol"][place], trace["marker"]["color"])
    assert marks["a"] == ("square", "$kind_intelligence")
    assert marks["f"] == ("square-open", "$kind_intelligence")
    assert marks["b"] == ("circle", "$kind_government")
    names = [trace["name"] for trace in figure.data if trace.get("showlegend")]
    assert names == [
        "Government",
        "Intelligence service",
        "Think tank",
        "Press",
        style.ONLY_LOWER,
        style.ONLY_UPPER,
        style.FROM_WORDING,
    ]
    looks = style.KINDS.values()
    assert len({look.symbol for look in looks}) == len({look.colour for look in looks})
    assert len(looks) == len(ClaimantKind)


@BOTH
def test_open_ends_have_arrows_away_from_the_bound(chart: Chart) -> None:
    arrows = [note for note in chart(STATEMENTS).layout["annotations"] if note.get("showarrow")]
    assert len(arrows) == 3
    assert all(arrow["arrowside"] == "start" for arrow in arrows)
    if chart is CHARTS["time"]:
        assert [arrow["ay"] < 0 for arrow in arrows] == [True, True, False]
    else:
        assert [arrow["ax"] > 0 for arrow in arrows] == [True, True, False]


@BOTH
def test_a_wide_span_alone_gets_a_logarithmic_axis_and_says_so(chart: Chart) -> None:
    figure = chart(STATEMENTS)
    headings = [note["text"] for note in figure.layout["annotations"] if "<b>" in note["text"]]
    assert headings == ["<b>Troops sent</b>, number", "<b>Killed</b>, number, logarithmic axis"]
    along = "yaxis" if chart is CHARTS["time"] else "xaxis"
    assert figure.layout[along]["type"] == "linear"
    assert figure.layout[along]["range"][0] == 0
    assert figure.layout[f"{along}2"]["type"] == "log"
    low, high = figure.layout[f"{along}2"]["range"]
    assert low < log10(100) < log10(6000) < high


@BOTH
def test_nothing_is_said_and_one_row_is_drawn(chart: Chart) -> None:
    nothing(chart(STATEMENTS.head(0)))
    figure = whole(chart(STATEMENTS.iloc[[3]]))
    assert "11,000, one statement: Western officials, January 2025." in figure.alt


def test_a_month_is_a_line_and_a_day_is_a_point() -> None:
    figure = over_time(STATEMENTS.iloc[[0, 3]], title="Estimates")
    lines = [trace for trace in figure.data if trace["mode"] == "lines"]
    assert [trace["x"] for trace in lines] == [["2025-01-01", "2025-01-31", None]]
    assert lines[0]["y"] == [11000, 11000, None]
    shown = {t["name"]: t["x"] for t in figure.data if "customdata" in t}
    assert shown == {"Intelligence service": ["2024-10-24"], "Government": ["2025-01-16"]}
    assert "Stated January 2025 (day not known)" in figure.data[-1]["hovertext"][0]


def test_marks_that_would_coincide_stand_side_by_side_and_that_is_said() -> None:
    twins = STATEMENTS.iloc[[0, 4]]
    figure = over_time(twins, title="Estimates")
    days = [day for trace in figure.data if "customdata" in trace for day in trace["x"]]
    assert days[0] == "2024-10-24" < days[1]
    assert COINCIDE in figure.notes
    assert set(figure.table["date_words"]) == {"24 October 2024"}
    assert COINCIDE not in over_time(twins.head(1), title="Estimates").notes


def test_events_stand_behind_only_where_asked_and_within_the_axis() -> None:
    moments = (Moment("2024-11-01", "Inside", "x"), Moment("1961-07-06", "Outside", "y"))
    figure = over_time(STATEMENTS, title="Estimates", moments=moments)
    assert figure.data[-1]["text"] == ["Inside"]
    assert "yaxis90" in figure.layout
    assert "yaxis90" not in over_time(STATEMENTS, title="Estimates").layout


def test_rows_say_who_when_and_what() -> None:
    figure = side_by_side(STATEMENTS, title="Estimates", message="")
    labels = figure.layout["yaxis"]["ticktext"]
    assert labels[1] == "Ukraine, 5 Nov 2024"
    narrow = figure.layout["meta"]["narrow"]["yaxis"]["ticktext"]
    assert narrow[1] == "Ukraine<br>5 Nov 2024: <b>11,000 to 15,000</b>"
    said = [n["text"] for n in figure.layout["annotations"] if n.get("xref") == "paper"]
    assert set(STATEMENTS["wording"]) <= set(said)


@pytest.mark.parametrize("quantity", [one.value for one in Quantity])
def test_no_two_names_collide_in_any_quantity(quantity: str) -> None:
    figure = over_time(estimate_intervals(quantity), title="Estimates")
    names = [n for n in figure.layout["annotations"] if not n.get("showarrow") and "xshift" in n]
    assert names
    first, last = map(pd.Timestamp, figure.layout["xaxis"]["range"])
    boxes: dict[str, list[Box]] = {}
    stack = figure.height - figure.layout["margin"]["t"] - figure.layout["margin"]["b"]
    for note in names:
        axis = figure.layout["yaxis" + note["yref"].removeprefix("y")]
        low, high = axis["range"]
        height = (axis["domain"][1] - axis["domain"][0]) * stack
        x = 900 * (pd.Timestamp(note["x"]) - first) / (last - first) + note["xshift"]
        y = height * (note["y"] - low) / (high - low) + note["yshift"]
        box = Box(x, y - 7, x + text_width(note["text"]), y + 7)
        boxes.setdefault(note["yref"], []).append(box)
    for panel in boxes.values():
        assert all(a.overlap(b) == 0 for a, b in combinations(panel, 2))


def test_names_without_room_are_left_out_or_crowd() -> None:
    labels = [Label("A rather long name", 5, 5, 5, 5, 5) for _ in range(8)]
    plot = Plot((0, 10), (0, 10), 220, 40)
    free = label_notes(labels, plot, crowded=False)
    assert len(free) < len(labels) == len(label_notes(labels, plot, crowded=True))


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (12000, "12,000"), (1.5e6, "1.5 million"), (5e9, "5 billion"), (2.5, "2.5")],
)
def test_numbers_on_axes_are_short(value: float, words: str) -> None:
    assert style.compact(value) == words


def test_wording_is_shortened_only_where_numbers_are_large() -> None:
    assert style.brief("1,700,000,000 to 5,500,000,000") == "1.7 billion to 5.5 billion"
    assert style.brief("more than 101") == "more than 101"


def test_ticks_are_round_and_few() -> None:
    assert style.ticks(0, 17000, log=False, count=2) == [0, 5000, 10000, 15000]
    assert style.ticks(50, 20000, log=True, count=3) == [100, 1000, 10000]
    assert style.ticks(90, 700, log=True, count=3) == [100, 300]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-10", "2024-12", "October – December 2024"),
        ("2024", None, "from 2024"),
        (None, "2025-04", "to April 2025"),
        (None, None, ""),
    ],
)
def test_the_time_covered_is_told_in_words(start: str | None, end: str | None, words: str) -> None:
    assert style.covered(start, end) == words


def test_a_heading_names_what_is_counted_once() -> None:
    assert style.beside_heading("usd", "US dollars", log=False) == ""
    assert style.beside_heading("barrels", "Barrels", log=True) == "logarithmic axis"
    assert style.beside_heading("killed", "Killed", log=True) == "number, logarithmic axis"
