"""Goods traded and refined petroleum."""

import pytest

from tests.validators.building import Case, judge, places, table
from validators.checks.goods import CHECKS, months

_CHAPTERS = table("hs_chapters", {"chapter": "27"}, {"chapter": "84"}, {"chapter": "90"})
_CAP = {
    "period": "2020",
    "period_type": "year",
    "supplier": "UN-CAP",
    "measure": "cap",
    "as_of": "",
}


def _codes(*codes: str) -> list[dict[str, str]]:
    return [{"hs_code": code} for code in codes]


def _periods(*periods: str, **cells: str) -> list[dict[str, str]]:
    return [{"period": period} | cells for period in periods]


def _range(period: str, barrels: str = "9") -> dict[str, str]:
    return {"period": period, "period_type": "range", "barrels": barrels, "as_of": "2021-02"}


CASES = (
    Case(
        "hs-code",
        (_CHAPTERS, table("trade_products", *_codes("", "SS", "HS27", "HS8471", "HS84-90"))),
        (
            _CHAPTERS,
            table("trade_products", *_codes("27", "HS271", "HS77", "HS90-84", "HS84-9001")),
        ),
        tuple(("trade_products", line, "hs_code") for line in (2, 3, 4, 5, 6)),
    ),
    Case(
        "period-year",
        (table("trade_products", *_periods("2010", "2010-05", "2010-01/2010-09")),),
        (table("trade_products", *_periods("2011", "2009-05", "2010-11/2011-02")),),
        tuple(("trade_products", line, "period") for line in (2, 3, 4)),
    ),
    Case(
        "petroleum-period",
        (
            table(
                "petroleum",
                {"period": "2020", "period_type": "year"},
                {"period": "2020-05", "period_type": "month"},
                {"period": "2020-01/2020-05", "period_type": "range"},
            ),
        ),
        (table("petroleum", *_periods("2020", "2020-05", period_type="range")),),
        (("petroleum", 2, "period_type"), ("petroleum", 3, "period_type")),
    ),
    Case(
        "petroleum-figure",
        (
            table(
                "petroleum",
                {"barrels": "", "tonnes": "5"},
                {"barrels": "800", "tonnes": "100"},
                {"barrels": "0", "tonnes": "0"},
            ),
        ),
        (
            table(
                "petroleum",
                {"barrels": "", "tonnes": ""},
                {"barrels": "100", "tonnes": "800"},
                {"barrels": "5", "tonnes": "0"},
            ),
        ),
        tuple(("petroleum", line, "barrels") for line in (2, 3, 4)),
    ),
    Case(
        "petroleum-measure",
        (table("petroleum", {}, _CAP, {"measure": "derived", "note": "a less b"}),),
        (
            table(
                "petroleum",
                _CAP | {"supplier": "RUS"},
                _CAP | {"period_type": "month"},
                _CAP | {"as_of": "2020-09"},
                {"as_of": ""},
                {"measure": "derived"},
                {"measure": "allegation", "period_type": "year"},
            ),
        ),
        (
            ("petroleum", 2, "measure"),
            ("petroleum", 3, "period_type"),
            ("petroleum", 4, "as_of"),
            ("petroleum", 5, "as_of"),
            ("petroleum", 6, "note"),
            ("petroleum", 7, "period_type"),
        ),
    ),
    Case(
        "petroleum-vintage",
        (table("petroleum", {"as_of": "2020-05"}, {"period": "2020", "as_of": "2020-12"}),),
        (table("petroleum", {"as_of": "2020-04"}, {"period": "2020", "as_of": "2020-11"}),),
        (("petroleum", 2, "as_of"), ("petroleum", 3, "as_of")),
    ),
    Case(
        "petroleum-overlap",
        (
            table(
                "petroleum",
                _range("2020-01/2020-05"),
                _range("2020-01/2020-08"),
                _range("2020-09/2020-10"),
                {"period": "2020-05", "as_of": "2021-02"},
                _range("2020-04/2020-09") | {"as_of": "2021-03"},
            ),
        ),
        (
            table(
                "petroleum",
                _range("2020-01/2020-05"),
                _range("2020-04/2020-08"),
                _range("2020-04/2020-08"),
            ),
        ),
        (
            ("petroleum", 3, "period"),
            ("petroleum", 4, "period"),
            ("petroleum", 4, "period"),
        ),
    ),
    Case(
        "petroleum-sum",
        (
            table(
                "petroleum",
                _range("2020-01/2020-05", "100"),
                {"period": "2020-01", "barrels": "60", "as_of": "2021-02"},
                {"period": "2020-02", "barrels": "41", "as_of": "2021-02"},
            ),
        ),
        (
            table(
                "petroleum",
                _range("2020-01/2020-05", "100"),
                {"period": "2020-01", "barrels": "60", "as_of": "2021-02"},
                {"period": "2020-02", "barrels": "42", "as_of": "2021-02"},
            ),
        ),
        (("petroleum", 2, "barrels"),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}


def test_months_of_a_period() -> None:
    assert months("2020") == ("2020-01", "2020-12")
    assert months("2020-05") == ("2020-05", "2020-05")
    assert months("2020-01/2020-05") == ("2020-01", "2020-05")


def test_cumulative_ranges_are_not_added_to_each_other() -> None:
    nested = [_range("2020-01/2020-05", "60"), _range("2020-01/2020-08", "70")]
    assert places("petroleum-sum", table("petroleum", *nested)) == []
    shrinking = [_range("2020-01/2020-05", "60"), _range("2020-01/2020-08", "50")]
    assert places("petroleum-sum", table("petroleum", *shrinking)) == [("petroleum", 3, "barrels")]
