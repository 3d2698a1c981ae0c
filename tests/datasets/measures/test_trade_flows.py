import pandas as pd
import pytest

import datasets
from datasets.measures import completed_flows, trade_values
from tests.datasets.measures.made import cell, flow, made, records


def test_total_is_the_sum_where_both_directions_are_known() -> None:
    flows = made(
        "trade_flows", flow("s", 2000, "RUS", "export", 30), flow("s", 2000, "RUS", "import", 12)
    )
    totals = completed_flows(flows).query("flow == 'total'")
    assert records(totals, "value_usd", "summed", "source_ids") == [(42, True, ("s-2000",))]


def test_one_direction_gives_no_total() -> None:
    flows = made("trade_flows", flow("s", 2000, "RUS", "export", 30))
    assert list(completed_flows(flows)["flow"]) == ["export"]
    assert records(
        trade_values(flows), "export_usd", "import_usd", "total_usd", "balance_usd", "total_is"
    ) == [(30, None, None, None, None)]


def test_a_reported_zero_is_a_value() -> None:
    flows = made(
        "trade_flows", flow("s", 2021, "RUS", "export", 40), flow("s", 2021, "RUS", "import", 0)
    )
    assert records(trade_values(flows), "import_usd", "total_usd", "balance_usd") == [(0, 40, 40)]


def test_published_total_stands_alone_and_has_no_balance() -> None:
    flows = made("trade_flows", flow("s", 2000, "RUS", "total", 99))
    values = trade_values(flows)
    assert records(values, "export_usd", "total_usd", "balance_usd", "total_is") == [
        (None, 99, None, "published")
    ]


def test_published_total_takes_precedence_over_a_sum() -> None:
    flows = made(
        "trade_flows",
        flow("s", 2000, "RUS", "export", 30),
        flow("s", 2000, "RUS", "import", 12),
        flow("s", 2000, "RUS", "total", 45),
    )
    assert records(trade_values(flows), "total_usd", "total_is") == [(45, "published")]


def test_series_years_and_partners_never_mix() -> None:
    flows = made(
        "trade_flows",
        flow("s", 2000, "RUS", "export", 1),
        flow("t", 2000, "RUS", "import", 2),
        flow("s", 2001, "RUS", "import", 4),
        flow("s", 2000, "CHN", "import", 8),
    )
    assert not (completed_flows(flows)["flow"] == "total").any()


def test_a_sum_is_as_soft_as_its_softest_part_and_keeps_notes_and_sources() -> None:
    flows = made(
        "trade_flows",
        flow(
            "s", 2000, "RUS", "export", 1, basis="reported", note="rounded", source_ids=("a", "b")
        ),
        flow(
            "s", 2000, "RUS", "import", 2, basis="estimate", note="rounded", source_ids=("b", "c")
        ),
    )
    assert records(trade_values(flows), "basis", "note", "source_ids") == [
        ("estimate", "rounded", ("a", "b", "c"))
    ]


def test_a_row_that_stands_twice_is_refused() -> None:
    flows = made(
        "trade_flows",
        flow("s", 2000, "RUS", "export", 1),
        flow("s", 2000, "RUS", "export", 3),
        flow("s", 2000, "RUS", "import", 2),
    )
    with pytest.raises(ValueError, match="not unique"):
        completed_flows(flows)


def test_empty_frames_stay_typed() -> None:
    values = trade_values(made("trade_flows"))
    assert values.empty
    assert values.dtypes.astype(str).to_dict() == trade_values().dtypes.astype(str).to_dict()


def test_values_of_the_record() -> None:
    values = trade_values().set_index(["series_id", "year", "partner"])
    assert cell(values, ("russia-customs", 2021, "RUS"), "import_usd") == 0
    assert cell(values, ("russia-customs", 2020, "RUS"), "balance_usd") == 714_000 - 42_030_000
    assert cell(values, ("kotra-annual", 1990, "WLD"), "total_usd") == 3_088_550_000
    assert cell(values, ("kotra-restated", 1990, "WLD"), "total_usd") == 4_170_000_000
    assert pd.isna(cell(values, ("russia-customs", 2023, "RUS"), "export_usd"))
    # One row per series, year and partner that occur, and nothing else.
    key = ["series_id", "year", "partner"]
    assert len(values) == len(datasets.load("trade_flows")[key].drop_duplicates())
