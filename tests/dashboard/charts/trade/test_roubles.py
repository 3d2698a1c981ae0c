import pandas as pd
import pytest

from dashboard.charts.trade.roubles import TURNOVER, rouble_flows, rouble_rates
from dashboard.charts.trade.soviet import soviet_shares
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole
from tests.dashboard.charts.trade.samples import SHARES

FLOWS = pd.DataFrame(
    {
        "year": [1990, 1989, 1989],
        "flow": ["total", "export", "import"],
        "flow_label": ["Total trade", "Exports", "Imports"],
        "value_mln_rub": [1499.0, 561.0, 940.0],
        "note": [None, None, None],
        "source_ids": [("press",)] * 3,
    }
).astype({"note": "str", "year": "Int64"})

#: year, flow, series, million dollars, million roubles
_RATES = (
    (1989, "Exports", "jetro", 891.0, 561.0),
    (1990, "Total trade", "kotra-annual", 1142.67, 1499.0),
    (1990, "Total trade", "rok-mofa", 2320.0, 1499.0),
    (1990, "Total trade", "kita-1991", 2330.0, 1499.0),
)
RATES = pd.DataFrame(
    [
        {
            "year": year,
            "flow": flow,
            "flow_label": flow,
            "series_id": series,
            "series_title": series.upper(),
            "value_million": dollars,
            "roubles": roubles,
            "rate": dollars / roubles,
            "basis": "estimate",
            "note": None,
            "source_ids": (series, "press"),
        }
        for year, flow, series, dollars, roubles in _RATES
    ]
).astype({"note": "str"})


def test_roubles_stand_by_year_and_turnover_is_hollow() -> None:
    figure = whole(unchanged(lambda: rouble_flows(FLOWS), FLOWS))
    assert figure.layout["xaxis"]["categoryarray"] == ["1989", "1990"]
    values = {trace["name"]: trace["y"] for trace in figure.data}
    assert values == {"Exports": [561], "Imports": [940], "Turnover, both directions": [1499]}
    hollow = next(t for t in figure.data if t["name"].startswith("Turnover"))
    assert hollow["marker"]["color"] == "rgba(0,0,0,0)"
    assert figure.notes == (TURNOVER,)
    assert sorted(figure.table["value_mln_rub"]) == [561, 940, 1499]


def test_rates_are_points_on_a_scale_of_ratios() -> None:
    figure = whole(unchanged(lambda: rouble_rates(RATES), RATES))
    assert sorted(figure.data[0]["x"]) == pytest.approx(sorted(figure.table["rate"]))
    assert figure.layout["xaxis"]["type"] == "log"
    assert figure.layout["yaxis"]["ticktext"] == ["1989, exports", "1990, total trade"]
    assert "from 0.76 (1990, total trade, KOTRA-ANNUAL) to 1.59" in figure.alt


def test_rates_that_stand_together_share_a_label() -> None:
    said = [note["text"] for note in rouble_rates(RATES).layout["annotations"]]
    assert said == ["1.59", "0.76", "1.55"]


def test_shares_of_the_soviet_union_are_named_by_year_and_series() -> None:
    rows = SHARES[SHARES["partner"] == "RUS"].head(2)
    figure = whole(unchanged(lambda: soviet_shares(rows), rows))
    assert figure.data[0]["x"] == figure.table["share"].tolist() == [2.75, 2.0]
    assert figure.layout["yaxis"]["ticktext"][0] == "2010: KOTRA, first release"


def test_nothing_in_roubles() -> None:
    nothing(rouble_flows(FLOWS.iloc[:0]))
    nothing(rouble_rates(RATES.iloc[:0]))
    nothing(soviet_shares(SHARES.iloc[:0]))


def test_one_row_each() -> None:
    assert whole(rouble_flows(FLOWS.iloc[[1]])).notes == ()
    assert len(whole(rouble_rates(RATES.iloc[:1])).table) == 1
    assert len(whole(soviet_shares(SHARES.iloc[:1])).table) == 1
