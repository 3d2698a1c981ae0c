import pytest

from datasets.measures import (
    barrels_per_tonne,
    petroleum_allegations,
    petroleum_limits,
    petroleum_monthly,
    petroleum_yearly,
)
from tests.datasets.measures.made import cell, made, records

MONTH = {"period": "2020-07", "period_type": "month", "supplier": "CHN", "measure": "reported"}
YEAR = {"period": "2020", "period_type": "year", "supplier": "CHN", "measure": "reported"}
LIMIT = {"period": "2020", "period_type": "year", "supplier": "UN-CAP", "measure": "cap"}


def test_latest_vintage_of_a_month_stands_and_others_are_counted() -> None:
    rows = made(
        "petroleum",
        {**MONTH, "barrels": 10.0, "as_of": "2020-09"},
        {**MONTH, "barrels": 12.0, "as_of": "2021-01"},
    )
    result = petroleum_monthly(petroleum=rows, factor=8.0)
    assert records(result, "month", "year", "barrels", "as_of", "vintages") == [
        ("2020-07", 2020, 12.0, "2021-01", 2)
    ]


def test_reported_stands_before_derived_of_the_same_vintage() -> None:
    rows = made(
        "petroleum",
        {**MONTH, "barrels": 10.0, "as_of": "2021-01"},
        {**MONTH, "barrels": 11.0, "as_of": "2021-01", "measure": "derived"},
    )
    assert records(petroleum_monthly(petroleum=rows, factor=8.0), "measure") == [("reported",)]


def test_tonnes_are_converted_only_where_barrels_are_missing_and_said_so() -> None:
    rows = made(
        "petroleum",
        {**MONTH, "barrels": 90.0, "tonnes": 10.0, "as_of": "2021"},
        {**MONTH, "period": "2020-08", "tonnes": 10.0, "as_of": "2021"},
        {**MONTH, "period": "2020-09", "barrels": 0.0, "tonnes": 0.0, "as_of": "2021"},
    )
    result = petroleum_monthly(petroleum=rows, factor=8.0)
    assert records(result, "barrels", "tonnes", "barrels_all", "converted", "factor") == [
        (90.0, 10.0, 90.0, False, None),
        (None, 10.0, 80.0, True, 8.0),
        (0.0, 0.0, 0.0, False, None),
    ]


def test_ranges_years_limits_and_allegations_are_no_months() -> None:
    rows = made(
        "petroleum",
        {**MONTH, "period": "2020-01/2020-05", "period_type": "range", "barrels": 5.0},
        {**YEAR, "barrels": 5.0},
        {**LIMIT, "barrels": 5.0},
        {**MONTH, "measure": "allegation", "barrels": 5.0},
    )
    assert petroleum_monthly(petroleum=rows, factor=8.0).empty


def test_factor_is_the_median_of_rows_with_both_units() -> None:
    rows = made(
        "petroleum",
        {**MONTH, "barrels": 80.0, "tonnes": 10.0},
        {**MONTH, "barrels": 84.0, "tonnes": 10.0},
        {**MONTH, "barrels": 99.0, "tonnes": 10.0},
        {**MONTH, "barrels": 0.0, "tonnes": 0.0},
        {**YEAR, "barrels": 10.0, "tonnes": 10.0},
    )
    assert barrels_per_tonne(petroleum=rows) == pytest.approx(8.4)


def test_without_a_known_factor_nothing_is_converted() -> None:
    rows = made("petroleum", {**MONTH, "tonnes": 10.0, "as_of": "2021"})
    assert barrels_per_tonne(petroleum=rows) is None
    assert records(petroleum_monthly(petroleum=rows), "tonnes", "barrels_all", "converted") == [
        (10.0, None, False)
    ]


def test_years_keep_all_vintages_against_the_limit() -> None:
    rows = made(
        "petroleum",
        {**YEAR, "barrels": 100.0, "as_of": "2021-01"},
        {**YEAR, "tonnes": 25.0, "as_of": "2022-01"},
        {**LIMIT, "barrels": 400.0},
        {**LIMIT, "supplier": "UN-CAP-CRUDE", "barrels": 9.0},
    )
    result = petroleum_yearly(petroleum=rows, factor=8.0)
    assert records(result, "barrels_all", "limit_barrels", "share_of_limit", "latest") == [
        (100.0, 400.0, 25.0, False),
        (200.0, 400.0, 50.0, True),
    ]


def test_a_year_without_a_limit_has_no_share() -> None:
    rows = made("petroleum", {**YEAR, "barrels": 100.0, "as_of": "2021-01"})
    assert records(petroleum_yearly(petroleum=rows, factor=8.0), "share_of_limit") == [(None,)]


def test_allegations_stand_apart() -> None:
    rows = made("petroleum", {**MONTH, "measure": "allegation", "barrels": 7.0}, MONTH)
    assert records(petroleum_allegations(petroleum=rows), "barrels") == [(7.0,)]


def test_oil_of_the_record() -> None:
    assert barrels_per_tonne() == pytest.approx(8.33, abs=0.005)
    yearly = petroleum_yearly().query("supplier == 'RUS'").set_index(["year", "as_of"])
    assert round(cell(yearly, (2023, "2024-01"), "share_of_limit"), 1) == 21.2
    assert cell(yearly, (2019, "2024-01"), "barrels_all") == 277_365
    both = petroleum_yearly().query("year == 2019 and supplier == 'ALL'")
    assert list(both["latest"]) == [False, True]
    limits = petroleum_limits()
    refined = limits[limits["supplier"] == "UN-CAP"]
    assert set(refined["limit_barrels"]) == {500_000}
    assert set(refined["year"]) == set(range(2018, 2026))
    monthly = petroleum_monthly()
    assert not monthly.duplicated(["month", "supplier"]).any()
    assert len(petroleum_allegations()) == 2
