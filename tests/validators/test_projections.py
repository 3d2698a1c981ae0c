"""The contract told as dictionary, JSON Schema and Table Schema says what the row models say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pandas as pd
import pytest

import datasets
from datasets.read import FOLDER
from validators.parse import TableReader
from validators.projections import (
    SEVERAL,
    dictionary_rows,
    is_foreign_key,
    json_schema,
    table_schema,
    type_words,
    vocabularies,
    vocabulary_rows,
)
from validators.spec import TableSpec
from validators.tables import Table
from validators.vocabulary import Stance, Theme

SPECS = datasets.tables()
KEYS = {spec.id: spec.key for spec in SPECS}

tables = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)


def read(spec: TableSpec) -> Table:
    table = TableReader(spec, spec.file).read((FOLDER / spec.file).read_bytes())
    assert table is not None
    return table


def json_rows(spec: TableSpec, most: int = 400) -> Iterator[dict[str, Any]]:
    """Rows as the JSON download holds them, evenly taken from the whole table."""
    table = read(spec)
    for row in range(0, len(table), max(1, len(table) // most)):
        yield {
            name: list(table[name][row]) if column.several else table[name][row]
            for name, column in spec.columns.items()
        }


@tables
def test_the_dictionary_tells_every_column(spec: TableSpec) -> None:
    rows = dictionary_rows(spec)
    assert [row.column for row in rows] == list(spec.columns)
    for row in rows:
        assert row.table == spec.id
        assert row.title
        assert row.description
        assert row.type
        assert row.required or row.column != "id"
    assert {row.column for row in rows if row.key} == set(spec.key)
    references = {row.column: row.references for row in rows if row.references}
    assert references == {r.column: r.targets for r in spec.references}


def test_the_dictionary_tells_unit_type_and_terms() -> None:
    rows = {row.column: row for row in dictionary_rows(datasets.spec("trade_flows"))}
    assert rows["value_usd"].unit == "US$"
    assert rows["value_usd"].type == "whole number"
    assert rows["flow"].vocabulary == "Flow"
    assert rows["source_ids"].type == f"list of code, separated by {SEVERAL}"
    assert not rows["note"].required
    assert type_words(datasets.spec("agreements").columns["multilateral"]) == "yes or no"


def test_vocabularies_stand_once_and_in_order_of_display() -> None:
    found = vocabularies(SPECS)
    assert len(found) == len(set(found))
    assert Theme in found
    assert [row.code for row in vocabulary_rows(Theme)] == [theme.value for theme in Theme]
    assert [row.code for row in vocabulary_rows(Stance)] == ["-2", "-1", "0", "1", "2"]
    assert all(row.label for vocabulary in found for row in vocabulary_rows(vocabulary))


@tables
def test_json_schema_takes_the_rows_of_the_table(spec: TableSpec) -> None:
    schema = json_schema(spec)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for row in json_rows(spec):
        assert list(validator.iter_errors(row)) == []


@tables
def test_json_schema_refuses_what_the_row_model_refuses(spec: TableSpec) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(spec))
    row = next(json_rows(spec), None)
    if row is None:
        row = {name: [] if column.several else None for name, column in spec.columns.items()}
        assert not validator.is_valid(row)
        return
    assert validator.is_valid(row)
    assert not validator.is_valid({**row, "surprise": 1})
    for name, column in spec.columns.items():
        assert not validator.is_valid({k: v for k, v in row.items() if k != name})
        assert not validator.is_valid({**row, name: {"an": "object"}})
        assert validator.is_valid({**row, name: [] if column.several else None}) is (
            not column.required
        )
        if column.vocabulary is not None:
            assert not validator.is_valid(
                {**row, name: ["no-such"] if column.several else "no-such"}
            )
        elif column.cell is not None and column.cell.pattern:
            bad = "Not a Code!"
            assert not validator.is_valid({**row, name: [bad] if column.several else bad})
        elif column.cell is not None and column.cell.maximum is not None:
            assert not validator.is_valid({**row, name: column.cell.maximum + 1})


@tables
def test_table_schema_says_every_reference_once(spec: TableSpec) -> None:
    schema = table_schema(spec, KEYS)
    foreign = {entry["fields"][0]: entry["reference"] for entry in schema.get("foreignKeys", [])}
    other = {entry["fields"][0]: entry["reference"] for entry in schema.get("references", [])}
    assert not foreign.keys() & other.keys()
    for reference in spec.references:
        if is_foreign_key(spec, reference):
            target = foreign[reference.column]
            assert target == {
                "resource": reference.targets[0],
                "fields": list(KEYS[reference.targets[0]]),
            }
        else:
            assert [t["resource"] for t in other[reference.column]] == list(reference.targets)
    assert len(foreign) + len(other) == len(spec.references)


@tables
def test_table_schema_is_a_key_and_fields_that_fit_the_file(spec: TableSpec) -> None:
    schema = table_schema(spec, KEYS)
    header = (FOLDER / spec.file).read_text(encoding="utf-8").partition("\n")[0].split(",")
    assert [field["name"] for field in schema["fields"]] == header
    optional = [name for name in spec.key if not spec.columns[name].required]
    if optional:
        assert "primaryKey" not in schema
        assert schema["uniqueKeys"] == [list(spec.key)]
    else:
        assert schema["primaryKey"] == list(spec.key)
    for field in schema["fields"]:
        pattern = field.get("constraints", {}).get("pattern", "")
        assert re.compile(pattern)
        if field["type"] == "list":
            assert field["delimiter"] == SEVERAL
            assert field.get("constraints", {}).keys() <= {"required"}


def test_table_schema_leaves_out_tables_that_are_not_there() -> None:
    spec = datasets.spec("reactions")
    schema = table_schema(spec, {"reactions": ("id",), "sources": ("id",)})
    assert "foreignKeys" not in schema
    assert [entry["fields"] for entry in schema["references"]] == [["source_ids"]]


def test_dates_known_to_the_month_stay_text_with_a_pattern() -> None:
    schema = table_schema(datasets.spec("milestones"), KEYS)
    date = next(field for field in schema["fields"] if field["name"] == "date")
    assert date["type"] == "string"
    pattern = date["constraints"]["pattern"]
    for good in ("2024", "2024-06", "2024-06-19"):
        assert re.search(pattern, good)
    for bad in ("2024-13", "24-06-19", "2024-06-19T00:00", "x2024"):
        assert not re.search(pattern, bad)


def test_dictionary_rows_make_a_frame() -> None:
    frame = pd.DataFrame(dictionary_rows(datasets.spec("eras")))
    assert list(frame["column"]) == list(datasets.spec("eras").columns)
