import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.trade.goods import AREAS, PART_YEAR, goods_matrix
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

_V = ("V", 5, "Mineral products")
_XVI = ("XVI–XVIII", 16, "Machinery; Vehicles; Instruments and other things of that kind")
_REST = ("not itemised", None, "Not itemised")
#: series, year, period, flow, section, value, covered
_ROWS = (
    ("kotra-rus", 2014, "2014", "import", _V, 30_000_000, 91.0),
    ("russia-customs", 2014, "2014", "import", _V, 29_000_000, 60.0),
    ("kotra-rus", 2016, "2016-01/2016-09", "import", _V, 7_500_000, None),
    ("russia-customs", 2014, "2014", "export", _XVI, 400_000, 50.0),
    ("russia-customs", 2014, "2014", "export", _REST, 100_000, 50.0),
)
GOODS = pd.DataFrame(
    [
        {
            "series_id": series,
            "series_title": series.upper(),
            "year": year,
            "period": period,
            "partner": "RUS",
            "flow": flow,
            "flow_label": f"{flow.title()}s",
            "section": section[0],
            "section_number": section[1],
            "section_title": section[2],
            "products": "Coal; oil",
            "value_usd": value,
            "share_of_pair": covered,
            "itemised": covered,
            "pair_title": "All trade",
            "part_year": len(period) > 4,
            "note": None,
            "source_ids": (series,),
        }
        for series, year, period, flow, section, value, covered in _ROWS
    ]
).astype(
    {
        "year": "Int64",
        "section_number": "Int64",
        "value_usd": "Int64",
        "share_of_pair": "Float64",
        "itemised": "Float64",
        "part_year": "boolean",
        "note": "str",
    }
)


def _matrix(frame: pd.DataFrame = GOODS) -> Figure:
    return goods_matrix(frame, partner="Russia", notes=("A caveat.",))


def test_marks_and_table_hold_the_same_goods() -> None:
    figure = whole(unchanged(_matrix, GOODS))
    imports, covered, exports, _ = figure.data
    assert imports["x"] == [2014, 2014, 2016]
    assert imports["y"] == [0, 0, 0]
    assert len(exports["x"]) == 2
    assert len(figure.table) == len(GOODS)
    assert figure.table["value_million"].tolist() == [30, 29, 7.5, 0.4, 0.1]
    assert covered["x"] == [2014]
    assert covered["y"] == [91]  # the series that itemises most


def test_areas_go_with_values_within_a_direction() -> None:
    imports, _, exports, _ = _matrix().data
    largest, _, quarter = imports["marker"]["size"]
    assert quarter == largest / 2  # a quarter of the area
    assert exports["marker"]["size"][0] == largest
    assert AREAS in _matrix().notes


def test_part_years_are_told_apart() -> None:
    figure = _matrix()
    assert figure.data[0]["marker"]["symbol"] == ["circle", "circle", "diamond"]
    assert PART_YEAR in figure.notes
    assert PART_YEAR not in _matrix(GOODS[~GOODS["part_year"]]).notes


def test_sections_stand_in_order_and_the_rest_last() -> None:
    labels = _matrix().layout["yaxis3"]["ticktext"]
    assert labels[0].startswith("XVI–XVIII Machinery")
    assert labels[0].count("<br>") == 1
    assert labels[0].endswith("…")
    assert labels[-1] == "Not itemised"


def test_no_goods_and_one_row() -> None:
    nothing(_matrix(GOODS.iloc[:0]))
    one = whole(_matrix(GOODS.iloc[[3]]))
    assert "yaxis3" not in one.layout
    assert "machinery" in one.alt
