import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.trade.oil import covered
from dashboard.charts.trade.oil_months import oil_months
from dashboard.charts.trade.oil_progress import oil_progress
from dashboard.charts.trade.oil_years import oil_years
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

LIMITS = pd.DataFrame({"year": [2019, 2024], "limit_barrels": [500_000.0, 500_000.0]})


def _typed(rows: list[dict[str, object]], **types: str) -> pd.DataFrame:
    frame = pd.DataFrame([{**row, "note": None, "source_ids": ("un",)} for row in rows])
    return frame.astype({"note": "str", "converted": "boolean", **types})


MONTHS = _typed(
    [
        {"month": "2019-01", "supplier": "RUS", "tonnes": 100.0, "barrels_all": 833.0, "converted": True},
        {"month": "2024-01", "supplier": "RUS", "tonnes": None, "barrels_all": 15_279.0, "converted": False},
        {"month": "2024-01", "supplier": "CHN", "tonnes": None, "barrels_all": 0.0, "converted": False},
    ]
).assign(measure="reported", as_of="2024-12")  # fmt: skip

ALLEGED = pd.DataFrame(
    {
        "period": ["2024-03"],
        "period_type": ["month"],
        "supplier": ["RUS"],
        "barrels": [165_000.0],
        "tonnes": [None],
        "as_of": ["2024-12"],
        "note": ["said by a spokesman"],
        "source_ids": [("press",)],
        "year": [2024],
    }
).astype({"tonnes": "Float64"})

KNOWN = _typed(
    [
        {"year": 2019, "supplier": "RUS", "barrels": 277_365.0, "converted": False, "whole_year": True, "periods": ("2019",)},
        {"year": 2019, "supplier": "CHN", "barrels": 189_336.0, "converted": True, "whole_year": True, "periods": ("2019",)},
        {"year": 2024, "supplier": "CHN", "barrels": 280_928.0, "converted": False, "whole_year": False, "periods": ("2024-01/2024-11",)},
    ]
).assign(as_of="2025-03")  # fmt: skip

VINTAGES = _typed(
    [
        {"year": 2019, "supplier": "ALL", "barrels_all": 418_000.0, "converted": False, "as_of": "2020-02"},
        {"year": 2019, "supplier": "ALL", "barrels_all": 468_192.0, "converted": True, "as_of": "2021-02"},
    ]
).assign(measure="reported")  # fmt: skip

PROGRESS = _typed(
    [
        {"year": 2024, "supplier": "CHN", "month": 8, "barrels": 153_400.0, "converted": False, "summed": False},
        {"year": 2024, "supplier": "CHN", "month": 11, "barrels": 280_928.0, "converted": False, "summed": False},
        {"year": 2019, "supplier": "RUS", "month": 1, "barrels": 49_779.0, "converted": True, "summed": True},
    ],
    summed="boolean",
).assign(as_of="2025-03")  # fmt: skip


def _months(months: pd.DataFrame = MONTHS, alleged: pd.DataFrame = ALLEGED) -> Figure:
    return oil_months(months, alleged)


def test_months_are_bars_zeros_rings_and_allegations_hollow() -> None:
    figure = whole(unchanged(_months, MONTHS, ALLEGED))
    traces = {trace["name"]: trace for trace in figure.data}
    assert traces["Russia"]["y"] == [15_279]
    assert traces["Russia, converted from tonnes"]["y"] == [833]
    assert traces["notified zero"]["marker"]["symbol"] == "circle-open"
    alleged = traces["allegation, not notified"]
    assert alleged["marker"]["color"] == "rgba(0,0,0,0)"
    assert sorted(figure.table["barrels_all"]) == [0, 833, 15_279, 165_000]
    assert figure.table.set_index("barrels_all").loc[165_000, "how"] == "Allegation"


def test_the_last_notification_of_russia_is_marked() -> None:
    figure = _months()
    assert figure.layout["shapes"][0]["x0"] == "2024-01-31"
    assert "January 2024" in figure.layout["annotations"][0]["text"]
    assert _months(MONTHS[MONTHS["supplier"] == "CHN"]).layout["shapes"] == []


def test_no_months_and_one() -> None:
    nothing(_months(MONTHS.iloc[:0], ALLEGED.iloc[:0]))
    assert len(whole(_months(MONTHS.iloc[:1], ALLEGED.iloc[:0])).table) == 1
    assert len(whole(_months(MONTHS.iloc[:0])).table) == 1


def _years(known: pd.DataFrame = KNOWN) -> Figure:
    return oil_years(known, VINTAGES, ALLEGED, LIMITS)


def test_years_stand_against_the_limit() -> None:
    figure = whole(unchanged(_years, KNOWN, VINTAGES, ALLEGED, LIMITS))
    traces = {trace["name"]: trace for trace in figure.data}
    assert traces["Russia"]["x"] == [277_365]
    assert traces["China"]["x"] == [280_928]
    assert traces["China, converted from tonnes"]["x"] == [189_336]
    assert {shape["x0"] for shape in figure.layout["shapes"]} == {500_000}
    said = [note["text"] for note in figure.layout["annotations"]]
    assert "466,701 · 93.3% of the limit" in said
    assert "at least 280,928 · 56.2% of the limit<br>(China: January–November only)" in said
    assert "alleged for March: more than 165,000" in said


def test_vintages_and_allegations_stand_apart_and_in_the_table() -> None:
    figure = _years()
    traces = {trace["name"]: trace for trace in figure.data}
    assert traces["total as it stood at one time"]["x"] == [418_000, 468_192]
    assert traces["allegation, not notified"]["x"] == [165_000]
    assert len(figure.table) == len(KNOWN) + len(VINTAGES) + len(ALLEGED)
    assert figure.table["share_of_limit"].max() == pytest.approx(93.6384)
    assert "466,701 barrels, 93.3% of the limit" in figure.alt


def test_a_year_without_a_limit_and_no_year() -> None:
    bare = oil_years(KNOWN, VINTAGES, ALLEGED, LIMITS.iloc[:0])
    assert "of the limit" not in str(bare.layout["annotations"])
    assert bare.table["share_of_limit"].isna().all()
    nothing(_years(KNOWN.iloc[:0]))


def test_progress_has_a_panel_for_each_year_with_its_limit() -> None:
    figure = whole(unchanged(lambda: oil_progress(PROGRESS, LIMITS), PROGRESS, LIMITS))
    china = [t for t in figure.data if t["name"] == "China"]
    assert [t["x"] for t in china] == [[None], [8, 11]]
    assert china[1]["y"] == [153_400, 280_928]
    russia = next(t for t in figure.data if t["name"] == "Russia")
    assert russia["marker"]["symbol"] == ["circle-open"]
    limits = [t["y"] for t in figure.data if t["name"] == "UN limit of the year"]
    assert limits == [[500_000, 500_000]] * 2
    assert len(figure.table) == len(PROGRESS)
    assert "months added up here" in figure.table["how"].tolist()[-1]


def test_progress_of_nothing_and_of_one_year() -> None:
    nothing(oil_progress(PROGRESS.iloc[:0], LIMITS))
    assert "xaxis2" not in whole(oil_progress(PROGRESS.iloc[:1], LIMITS)).layout


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        (("2019",), "whole year"),
        (("2024-01/2024-11",), "January–November"),
        (("2022-01/2022-05", "2022-12"), "January–May, December"),
    ],
)
def test_periods_in_words(periods: tuple[str, ...], words: str) -> None:
    assert covered(periods) == words
