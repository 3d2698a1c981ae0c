import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.trade.axis import Overlay
from dashboard.charts.trade.balance import exports_imports, world_totals
from dashboard.charts.trade.values import OWN_SCALES, value_panels
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole
from tests.dashboard.charts.trade.samples import SHARES, VALUES, points, told


def _panels(frame: pd.DataFrame = SHARES) -> Figure:
    return value_panels(frame, flow="total", overlay=Overlay())


def test_each_partner_has_a_panel_with_a_scale_of_its_own() -> None:
    figure = whole(unchanged(_panels, SHARES))
    headings = [note["text"] for note in figure.layout["annotations"] if "<b>" in note["text"]]
    assert headings == [f"<b>DPRK trade with {name}</b>" for name in ("Russia", "China", "India")]
    assert {trace["yaxis"] for trace in figure.data} == {"y", "y2", "y3"}
    assert figure.layout["yaxis"]["range"][1] < figure.layout["yaxis2"]["range"][1]
    assert OWN_SCALES in figure.notes
    assert points(figure.data) == told(figure, "year", "value_million")


def test_one_partner_needs_no_word_on_scales() -> None:
    assert OWN_SCALES not in _panels(SHARES[SHARES["partner"] == "RUS"]).notes


def test_nothing_and_one_row() -> None:
    nothing(_panels(SHARES.iloc[:0]))
    assert points(whole(_panels(SHARES.iloc[:1])).data) == [(2010, 110)]


def _sides(frame: pd.DataFrame = VALUES) -> Figure:
    return exports_imports(frame, overlay=Overlay())


def test_exports_stand_above_imports_below_and_the_balance_between() -> None:
    figure = whole(unchanged(_sides, VALUES))
    exports, imports, balance = figure.data[:3]
    assert exports["y"] == [20, 10]
    assert imports["y"] == [-90, -95]
    assert balance["y"] == [-70, -85]
    assert figure.table["balance_million"].tolist() == [-70, -85, 190]
    assert [trace["showlegend"] for trace in figure.data] == [True] * 3 + [False] * 3
    assert "bought more than it sold in 2 of 2 years" in figure.alt


def test_no_split_and_a_single_one() -> None:
    nothing(_sides(VALUES.iloc[:0]))
    assert len(whole(_sides(VALUES.iloc[:1])).data) == 3


def test_world_totals_stand_side_by_side() -> None:
    world = SHARES[SHARES["partner"] == "RUS"].assign(partner="WLD", partner_name="All partners")
    figure = whole(world_totals(world, flow="total", overlay=Overlay()))
    assert len(figure.data) == 2
    assert "They differ most in 2010" in figure.alt
    alone = world_totals(world.iloc[:1], flow="export", overlay=Overlay())
    assert "differ" not in alone.alt
    nothing(world_totals(world.iloc[:0], flow="total", overlay=Overlay()))
