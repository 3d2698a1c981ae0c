"""Tables become typed frames that hold nothing but plain values."""

import pandas as pd
import pytest

import datasets
from datasets.frames import dtype_of, frame_of
from tests.validators.building import table
from validators.primitives import Kind
from validators.spec import TableSpec

SPECS = datasets.tables()


def test_types_of_columns() -> None:
    made = table(
        "milestones",
        {"date": "2024-06", "themes_other": "law|nuclear", "tone": "-2", "place_id": "seoul"},
        {"date": "1961-07-06"},
    )
    frame = frame_of(made)
    assert list(frame.columns) == list(made.columns)
    assert frame["date"].tolist() == ["2024-06", "1961-07-06"]
    assert frame["themes_other"].tolist() == [("law", "nuclear"), ()]
    assert frame["tone"].tolist() == [-2, 0]
    assert str(frame["tone"].dtype) == "Int64"
    assert str(frame["date"].dtype) == "str"
    assert frame["place_id"].isna().tolist() == [False, True]


def test_numbers_and_yes_no_keep_missing_apart_from_zero() -> None:
    frame = frame_of(table("petroleum", {"barrels": "0"}, {"barrels": "", "tonnes": "5"}))
    assert str(frame["barrels"].dtype) == "Float64"
    assert frame["barrels"].isna().tolist() == [False, True]
    calls = frame_of(table("ga_roll_calls", {"important": "no"}, {"important": ""}))
    assert str(calls["important"].dtype) == "boolean"
    assert calls["important"].isna().tolist() == [False, True]


def test_terms_are_plain_values() -> None:
    frame = frame_of(table("reactions", {"stance": "-2", "actions": "summons|sanctions"}))
    assert type(frame["basis"][0]) is str
    assert {type(item) for item in frame["actions"][0]} == {str}
    assert frame["actions"][0] == ("summons", "sanctions")


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_every_table_loads_with_its_types(spec: TableSpec) -> None:
    frame = datasets.load(spec.id)
    assert list(frame.columns) == list(spec.columns)
    assert isinstance(frame.index, pd.RangeIndex)
    assert {n: str(frame[n].dtype) for n in frame} == {
        name: dtype_of(column) for name, column in spec.columns.items()
    }
    for name, column in spec.columns.items():
        if column.several:
            assert all(isinstance(items, tuple) for items in frame[name])
        elif column.required:
            assert frame[name].notna().all()


def test_an_empty_table_keeps_its_types() -> None:
    frame = frame_of(table("estimates"))
    assert len(frame) == 0
    assert str(frame["low"].dtype) == "Float64"
    assert str(frame["bound_from_wording"].dtype) == "boolean"


def test_a_type_for_every_kind() -> None:
    kinds = {column.kind for spec in SPECS for column in spec.columns.values()}
    assert kinds == set(Kind)
