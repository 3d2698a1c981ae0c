import pytest

from datasets.measures import petroleum_known, petroleum_progress
from tests.datasets.measures.made import made, records

MONTH = {"period_type": "month", "supplier": "RUS", "measure": "reported", "as_of": "2024-01"}
SPAN = {**MONTH, "period_type": "range"}
YEAR = {**MONTH, "period_type": "year"}


def test_a_whole_year_stands_before_its_parts_in_its_latest_vintage() -> None:
    rows = made(
        "petroleum",
        {**YEAR, "period": "2020", "barrels": 100.0},
        {**YEAR, "period": "2020", "barrels": 120.0, "as_of": "2025-01"},
        {**MONTH, "period": "2020-01", "barrels": 7.0},
    )
    result = petroleum_known(petroleum=rows, factor=8.0)
    assert records(result, "year", "supplier", "barrels", "months", "whole_year", "as_of") == [
        (2020, "RUS", 120.0, 12, True, "2025-01")
    ]


def test_without_a_year_parts_that_do_not_overlap_are_added() -> None:
    rows = made(
        "petroleum",
        {**SPAN, "period": "2022-01/2022-05", "barrels": 50.0},
        {**MONTH, "period": "2022-03", "barrels": 9.0},
        {**MONTH, "period": "2022-12", "barrels": 3.0},
    )
    result = petroleum_known(petroleum=rows, factor=8.0)
    assert records(result, "barrels", "months", "whole_year", "periods") == [
        (53.0, 6, False, ("2022-01/2022-05", "2022-12"))
    ]


def test_spans_over_new_year_limits_and_allegations_count_for_no_year() -> None:
    rows = made(
        "petroleum",
        {**SPAN, "period": "2022-12/2023-04", "barrels": 50.0},
        {**YEAR, "period": "2022", "supplier": "UN-CAP", "measure": "cap", "barrels": 500.0},
        {**MONTH, "period": "2022-03", "measure": "allegation", "barrels": 900.0},
    )
    assert petroleum_known(petroleum=rows, factor=8.0).empty
    assert petroleum_progress(petroleum=rows, factor=8.0).empty


def test_tonnes_are_converted_and_said_so() -> None:
    rows = made("petroleum", {**MONTH, "period": "2019-01", "tonnes": 10.0})
    assert records(petroleum_known(petroleum=rows, factor=8.0), "barrels", "converted") == [
        (80.0, True)
    ]


def test_progress_follows_months_without_a_gap_and_spans_from_january() -> None:
    rows = made(
        "petroleum",
        {**MONTH, "period": "2023-01", "barrels": 1.0},
        {**MONTH, "period": "2023-02", "barrels": 2.0},
        {**MONTH, "period": "2023-04", "barrels": 4.0},
        {**SPAN, "period": "2023-01/2023-06", "barrels": 20.0},
        {**SPAN, "period": "2023-03/2023-08", "barrels": 99.0},
    )
    result = petroleum_progress(petroleum=rows, factor=8.0)
    assert records(result, "month", "barrels", "summed") == [
        (1, 1.0, False),
        (2, 3.0, True),
        (6, 20.0, False),
    ]


def test_of_months_and_a_span_the_later_vintage_counts() -> None:
    months = [
        {**MONTH, "period": "2023-01", "barrels": 1.0},
        {**MONTH, "period": "2023-02", "barrels": 2.0, "as_of": "2025-01"},
    ]
    older = {**SPAN, "period": "2023-01/2023-02", "barrels": 9.0}
    result = petroleum_progress(petroleum=made("petroleum", *months, older), factor=8.0)
    assert records(result, "month", "barrels") == [(1, 1.0), (2, 3.0)]
    newer = {**older, "as_of": "2026-01"}
    result = petroleum_progress(petroleum=made("petroleum", *months, newer), factor=8.0)
    assert records(result, "month", "barrels") == [(1, 1.0), (2, 9.0)]


def test_the_record_tells_2023_against_the_limit() -> None:
    known = petroleum_known().set_index(["year", "supplier"])["barrels"]
    assert known[2023, "RUS"] == 105_845
    assert known[2023, "CHN"] == 256_861
    progress = petroleum_progress()
    russia = progress[(progress["year"] == 2023) & (progress["supplier"] == "RUS")]
    assert russia["month"].tolist() == list(range(1, 13))
    assert russia["barrels"].is_monotonic_increasing
    assert russia["barrels"].iloc[-1] == pytest.approx(105_845)


def test_russia_is_known_for_january_2024_alone() -> None:
    known = petroleum_known()
    row = known[(known["year"] == 2024) & (known["supplier"] == "RUS")].iloc[0]
    assert (row["months"], row["periods"]) == (1, ("2024-01",))
