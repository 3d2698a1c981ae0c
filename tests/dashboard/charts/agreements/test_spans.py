from typing import Any

import pandas as pd
import pytest

from dashboard.charts.agreements.rows import (
    COMPARISON,
    DEFENCE,
    bar,
    end_words,
    in_order,
    start_words,
    years_words,
)
from dashboard.charts.agreements.spans import span_chart
from dashboard.charts.figure import Figure
from dashboard.charts.parts import Span
from datasets.measures import treaties_in_force
from tests.dashboard.charts.law_samples import agreements, spans
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

NOTICES = {"treaty-old": "1995-09"}
ERAS = (Span(1945, 1991, "Before"), Span(1991, 2027, "After"))


def _chart(rows: pd.DataFrame, year: int = 1970) -> Figure:
    held = treaties_in_force(str(year), pair_only=False, agreements=agreements())
    return span_chart(
        rows,
        (1945, 2026),
        title="Agreements",
        status=dict(zip(held["id"], held["status"], strict=True)),
        year=year,
        notices=NOTICES,
        eras=ERAS,
    )


def _row(code: str) -> dict[Any, Any]:
    rows = spans()
    return rows[rows["id"] == code].to_dict("records")[0]


def _bars(figure: Figure) -> dict[str, list[tuple[float, float]]]:
    """Begin and end of each bar by agreement."""
    found: dict[str, list[tuple[float, float]]] = {}
    for trace in figure.data:
        if trace["type"] == "bar":
            for code, base, length in zip(
                trace["customdata"], trace["base"], trace["x"], strict=True
            ):
                found.setdefault(code, []).append((round(base, 2), round(base + length, 2)))
    return found


def test_nothing_gives_a_figure_that_says_so() -> None:
    nothing(_chart(spans().head(0)))


@pytest.mark.parametrize("count", [1, 6])
def test_every_agreement_of_the_table_has_a_bar_and_no_notice_has(count: int) -> None:
    rows = spans().head(count)
    figure = whole(unchanged(lambda: _chart(rows), rows))
    drawn = set(_bars(figure))
    assert drawn == set(rows.loc[rows["form"] != "notice", "id"])
    assert len(figure.table) == len(drawn)


def test_a_bar_runs_from_start_to_end_or_to_the_end_of_the_axis() -> None:
    bars = _bars(_chart(spans()))
    assert bars["treaty-mild"] == [(2000.83, 2024.92)]
    assert bars["agr-oil"] == [(1959.0, 2027.0)]


def test_a_vague_end_is_hatched_from_the_notice_to_the_last_day_it_may_have_been() -> None:
    figure = _chart(spans())
    assert _bars(figure)["treaty-old"] == [(1961.51, 1995.67), (1995.67, 1997.0)]
    (hatched,) = [trace for trace in figure.data if "pattern" in trace.get("marker", {})]
    assert hatched["customdata"] == ["treaty-old"]
    assert bar(_row("treaty-old"), 2027).sure == 1996.0  # without a notice


def test_signature_and_entry_into_force_look_different() -> None:
    figure = _chart(spans())
    solid = {
        code: colour
        for trace in figure.data
        if trace["type"] == "bar" and isinstance(trace["marker"]["color"], list)
        for code, colour in zip(trace["customdata"], trace["marker"]["color"], strict=True)
    }
    assert solid["treaty-new"] == "$theme_military"
    assert solid["treaty-old"] == "$theme_military/25"
    assert solid["treaty-mild"] == "$accent"


def test_alliances_come_first_and_those_of_others_last() -> None:
    sections = in_order(spans())["section"].tolist()
    assert sections[:2] == [DEFENCE, DEFENCE]
    assert sections[-1] == COMPARISON
    notes = [note["text"] for note in _chart(spans()).layout["annotations"]]
    assert "28 years without a mutual-defence clause" in notes


def test_what_was_not_in_force_is_faint_but_alliances_never_are() -> None:
    figure = _chart(spans(), 1970)
    opacity = {
        code: value
        for trace in figure.data
        if trace["type"] == "bar" and "opacity" in trace["marker"]
        for code, value in zip(trace["customdata"], trace["marker"]["opacity"], strict=True)
    }
    assert opacity["treaty-mild"] < opacity["agr-oil"] == opacity["treaty-new"] == 1
    status = figure.table.set_index("title")["status"]
    assert status["Title of treaty-mild"] == "not in force"
    assert "entry into force not seen" in status["Title of agr-oil"]


def test_the_year_is_marked_only_when_it_lies_on_the_axis() -> None:
    def lines(year: int) -> int:
        return sum(shape["type"] == "line" for shape in _chart(spans(), year).layout["shapes"])

    assert (lines(1970), lines(1900)) == (1, 0)


def test_words_say_what_is_known_of_start_and_end() -> None:
    old, mild = _row("treaty-old"), _row("treaty-mild")
    assert start_words(old) == "signed 6 July 1961; entry into force not seen"
    assert end_words(old, "1995-09") == "ended 1996 (notice of September 1995; sources differ)"
    assert end_words(old) == "ended 1996, day not seen"
    assert end_words(mild) == "ended 4 December 2024"
    assert end_words(_row("agr-oil")) == "no end seen"
    assert years_words(old, "1995-09") == "1961–1995/96"
    assert [years_words(row) for row in (mild, _row("treaty-new"))] == ["2000–2024", "2024–"]


def test_the_alternative_names_the_alliances_and_counts() -> None:
    alt = _chart(spans(), 1970).alt
    assert "In 1970 0 in force and 3 signed by then" in alt
    assert "ended 1996 (notice of September 1995; sources differ)" in alt
