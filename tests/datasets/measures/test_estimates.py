from typing import Any

import pandas as pd
import pytest

import datasets
from datasets.measures import estimate_intervals, estimate_units
from tests.datasets.measures.made import made, records

CLAIMANTS = made("claimants", {"code": "USA", "name": "United States", "country": "USA"})


def of(*rows: dict[str, Any], **options: Any) -> pd.DataFrame:
    shared = {
        "quantity": "troops_deployed",
        "unit": "troops_sent",
        "claimant": "USA",
        "claimant_kind": "government",
        "date_of_statement": "2024-11",
        "bound_from_wording": False,
    }
    given = [{**shared, "id": f"e{place}", **row} for place, row in enumerate(rows)]
    return estimate_intervals(estimates=made("estimates", *given), claimants=CLAIMANTS, **options)


@pytest.mark.parametrize(
    ("stated", "interval"),
    [
        ({"point": 50.0}, (50.0, 50.0, "point", "50")),
        ({"low": 1000.0}, (1000.0, None, "open-high", "more than 1,000")),
        ({"high": 4800.0}, (None, 4800.0, "open-low", "up to 4,800")),
        ({"low": 4.0, "high": 6.0}, (4.0, 6.0, "range", "4 to 6")),
        ({"point": 11.0, "high": 15.0}, (11.0, 15.0, "range", "11 to 15")),
        ({"point": 11.0, "low": 9.0}, (9.0, 11.0, "range", "9 to 11")),
        ({"point": 0.5}, (0.5, 0.5, "point", "0.5")),
        ({"point": 0.0}, (0.0, 0.0, "point", "0")),
    ],
)
def test_interval_of_a_statement(stated: dict[str, float], interval: tuple[Any, ...]) -> None:
    assert records(of(stated), "lower", "upper", "kind", "wording") == [interval]


def test_labels_and_claimant_stand_beside_the_codes() -> None:
    columns = ("quantity_label", "unit_label", "claimant_name", "claimant_kind_label")
    assert records(of({"point": 1.0}), *columns) == [
        ("Troops", "Troops sent", "United States", "Government")
    ]


def test_units_stay_apart_and_dates_in_order() -> None:
    rows = (
        {"point": 1.0, "unit": "troops_planned"},
        {"point": 2.0, "date_of_statement": "2024-12-01"},
        {"point": 3.0, "date_of_statement": "2024-10-18"},
    )
    assert records(of(*rows), "unit", "point") == [
        ("troops_sent", 3.0),
        ("troops_sent", 2.0),
        ("troops_planned", 1.0),
    ]
    assert records(of(*rows, unit="troops_planned"), "point") == [(1.0,)]
    assert of(*rows, quantity="workers").empty


def test_a_unit_of_another_quantity_is_refused() -> None:
    with pytest.raises(ValueError, match="'shells' does not belong to 'workers'"):
        estimate_intervals("workers", "shells")


def test_intervals_of_the_record() -> None:
    found = estimate_intervals()
    table = datasets.load("estimates")
    assert len(found) == len(table) == 125
    assert set(found["id"]) == set(table["id"])
    assert found["kind"].value_counts().to_dict() == {
        "point": 81,
        "open-high": 30,
        "range": 8,
        "open-low": 6,
    }
    assert found["bound_from_wording"].sum() == 3
    assert found["claimant_name"].notna().all()
    both = found.dropna(subset=["lower", "upper"])
    assert (both["lower"] <= both["upper"]).all()
    shells = estimate_intervals("artillery_shells", "shells").set_index("id")
    assert records(shells.loc[["shells-osc-2025-04"]], "lower", "upper", "kind") == [
        (4_000_000.0, 6_000_000.0, "range")
    ]


def test_axes_of_the_record() -> None:
    axes = estimate_units()
    assert axes["estimates"].sum() == 125
    assert not axes.duplicated(["quantity", "unit"]).any()
    shells = axes[axes["quantity"] == "artillery_shells"]
    assert set(shells["unit"]) == {
        "shells",
        "shells_equivalent",
        "shells_and_rockets",
        "rounds",
        "shells_per_year",
    }
    counted = axes[axes["unit"] == "shells_equivalent"]
    assert records(counted, "smallest", "largest") == [(100_000.0, 12_000_000.0)]
