import pandas as pd

from dashboard.charts import maps
from dashboard.charts.figure import Figure
from dashboard.charts.trade.partner_map import partner_map
from dashboard.charts.trade.ranking import RANKED, ranking
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole
from tests.dashboard.charts.trade.samples import COUNTRIES, ON_2010, points


def _ranking(frame: pd.DataFrame = ON_2010, unit: str = "percent") -> Figure:
    return ranking(frame, year=2010, flow="total", unit=unit, notes=("A caveat.",))


def _one_each(frame: pd.DataFrame = ON_2010) -> pd.DataFrame:
    return frame.drop_duplicates("partner")


def _map(frame: pd.DataFrame = ON_2010, unit: str = "percent") -> Figure:
    return partner_map(_one_each(frame), COUNTRIES, year=2010, flow="total", unit=unit)


def test_partners_stand_by_value_with_a_point_for_each_series() -> None:
    figure = whole(unchanged(_ranking, ON_2010))
    assert figure.layout["yaxis"]["ticktext"] == ["China", "India", "Russia"]
    marks = [trace for trace in figure.data if trace["mode"] == "markers" and trace["x"] != [None]]
    assert points(marks) == [(1, 2), (2.75, 2), (5, 1), (75, 0)]
    assert figure.table["share"].tolist() == [75, 5, 2.75, 1]
    said = [note["text"] for note in figure.layout["annotations"]]
    assert said == ["75.0%", "5.0%", "2.8%"]


def test_two_series_are_joined_by_a_line_and_named_in_the_legend() -> None:
    figure = _ranking()
    assert figure.data[0]["x"] == [1, 2.75, None]
    assert figure.layout["showlegend"] is True
    keys = [trace["name"] for trace in figure.data if trace["x"] == [None]]
    assert keys == ["KOTRA, first release", "Correlates of War"]


def test_dollars_have_no_share_in_the_table() -> None:
    figure = whole(_ranking(ON_2010.drop(columns="share"), unit="usd"))
    assert "share" not in figure.columns
    assert figure.layout["annotations"][0]["text"] == "3.00 billion"


def test_many_partners_are_cut_and_counted() -> None:
    many = pd.concat([ON_2010.iloc[[0]].assign(partner=f"X{i:02}") for i in range(20)])
    figure = _ranking(many)
    assert len(figure.layout["yaxis"]["ticktext"]) == RANKED
    assert figure.notes[0] == f"{20 - RANKED} smaller partners of this year are not drawn."


def test_no_partner_and_one() -> None:
    nothing(_ranking(ON_2010.iloc[:0]))
    nothing(_map(ON_2010.iloc[:0]))
    assert "No value for Russia" in whole(_ranking(ON_2010[ON_2010["partner"] == "CHN"])).alt
    assert len(whole(_map(ON_2010.iloc[:1])).table) == 1


def test_the_map_puts_each_country_in_one_class() -> None:
    figure = whole(unchanged(_map, ON_2010, COUNTRIES))
    shapes = {
        trace["name"]: set(trace["locations"])
        for trace in figure.data
        if trace["type"] == "choropleth"
    }
    assert shapes["50% and more"] == {"CHN"}
    assert shapes["2 to 10%"] == {"RUS", "IND"}
    assert shapes["no value in these series"] == {"BRA", "SGP"}
    assert shapes["North Korea"] == {"PRK"}
    assert figure.notes[-1] == maps.DISCLAIMER


def test_a_partner_without_a_place_is_named() -> None:
    lost = ON_2010.iloc[[0]].assign(partner="DDR", partner_name="German Democratic Republic")
    figure = _map(pd.concat([ON_2010, lost]))
    assert figure.notes[0] == "Without a place on this map: German Democratic Republic."
    assert "DDR" not in str(figure.data)


def test_bounds_belong_to_the_upper_class() -> None:
    on_bound = ON_2010.iloc[[0]].assign(share=50.0)
    assert {t["name"] for t in _map(on_bound).data} >= {"50% and more"}
    small = ON_2010.iloc[[0]].assign(value_usd=999_999)
    assert {t["name"] for t in _map(small, "usd").data} >= {"under 1 million dollars"}
