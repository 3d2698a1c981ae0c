import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.parts import Moment, Span
from dashboard.charts.trade.axis import Break, Overlay
from dashboard.charts.trade.lines import BREAKS, HOLLOW, SUSPECT, share_lines
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole
from tests.dashboard.charts.trade.samples import SHARES, points, told

NOTHING_BEHIND = Overlay()
OVERLAY = Overlay(
    (Span(2000, 2012, "Reset"), Span(2012, 2022, "Sanctions")),
    (Moment(2013.2, "7 March 2013: a resolution"), Moment(1950.0, "long before")),
)


def _lines(frame: pd.DataFrame = SHARES, overlay: Overlay = NOTHING_BEHIND) -> Figure:
    return share_lines(frame, flow="total", overlay=overlay, notes=("A caveat.",))


def test_a_line_for_each_partner_in_each_series_holds_the_numbers_of_the_table() -> None:
    figure = whole(unchanged(_lines, SHARES))
    assert [trace["name"] for trace in figure.data] == [
        "Russia: KOTRA, first release",
        "China: KOTRA, first release",
        "Russia: Correlates of War",
        "India: Correlates of War",
    ]
    assert points(figure.data) == told(figure, "year", "share")
    assert figure.table["value_million"].tolist()[0] == pytest.approx(110)
    assert figure.sources[0] == "shared"


def test_a_missing_year_breaks_the_line_and_a_zero_does_not() -> None:
    russia = _lines().data[0]
    assert russia["x"] == [2010, 2011, 2012, 2014]
    assert russia["y"][2] is None
    assert russia["y"][3] == 0
    assert russia["connectgaps"] is False


def test_estimates_are_hollow_and_suspect_values_crossed() -> None:
    kotra, _, cow, _ = _lines().data
    assert kotra["marker"]["symbol"][:2] == ["circle", "circle-open"]
    assert cow["marker"]["symbol"] == ["x-thin-open"]
    assert _lines().notes == (BREAKS, HOLLOW, SUSPECT, "A caveat.")
    firm = SHARES[(SHARES["basis"] == "mirror") & SHARES["note"].isna()]
    assert _lines(firm).notes == (BREAKS, "A caveat.")


def test_partners_have_their_colours_and_every_line_its_name() -> None:
    figure = _lines()
    assert figure.data[0]["line"]["color"] == "$russia"
    assert figure.data[1]["line"]["color"] == "$china"
    assert figure.data[2]["line"]["color"] == "$russia/55"
    labels = {note["text"] for note in figure.layout["annotations"]}
    assert {trace["name"] for trace in figure.data} <= labels


def test_eras_stand_behind_and_events_in_a_lane_below_zero() -> None:
    figure = _lines(overlay=OVERLAY)
    ticks = figure.data[-1]
    assert ticks["name"] == "Milestones and sanctions"
    assert ticks["x"] == [2013.2]  # the other lies outside
    assert figure.layout["yaxis"]["range"][0] < 0
    assert _lines().layout["yaxis"]["range"][0] == 0
    assert any(note["text"] == "Reset" for note in figure.layout["annotations"])


def test_a_break_is_drawn_only_within_the_years_shown() -> None:
    inside = share_lines(SHARES, flow="total", overlay=Overlay(), breaks=(Break(2012, "new"),))
    assert [shape["x0"] for shape in inside.layout["shapes"]] == [2011.5]
    outside = share_lines(SHARES, flow="total", overlay=Overlay(), breaks=(Break(2022, "new"),))
    assert outside.layout["shapes"] == []


def test_one_row_and_none() -> None:
    figure = whole(_lines(SHARES.iloc[:1]))
    assert points(figure.data) == [(2010, 2.75)]
    empty = nothing(_lines(SHARES.iloc[:0]))
    assert empty.title == "Share of partners in total DPRK trade"


def test_title_and_alternative_name_partners_and_extremes() -> None:
    figure = _lines()
    assert figure.title == "Share of Russia, China and India in total DPRK trade"
    assert "Russia: 0% in 2014 (KOTRA annual report); highest 2.8% in 2010" in figure.alt


@pytest.mark.parametrize("flow", ["export", "import"])
def test_the_flow_is_named(flow: str) -> None:
    figure = share_lines(SHARES, flow=flow, overlay=Overlay())
    assert f"DPRK {flow}s" in figure.layout["yaxis"]["title"]["text"]
