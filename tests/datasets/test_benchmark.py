"""The benchmark measures what it says; its times are for people, not for tests."""

from __future__ import annotations

import csv
import io
import json

import pytest

import datasets
from datasets.__main__ import main
from datasets.benchmark import Result, Scale, as_json, as_table, parse_all, repeated, scale
from datasets.read import FOLDER


@pytest.mark.parametrize("table", ["milestones", "trade_flows", "reactions"])
def test_copies_have_keys_of_their_own(table: str) -> None:
    spec = datasets.spec(table)
    data = (FOLDER / spec.file).read_bytes()
    rows = list(csv.DictReader(io.StringIO(repeated(spec, data, 3).decode(), newline="")))
    assert len(rows) == 3 * len(datasets.load(table))
    keys = {tuple(row[name] for name in spec.key) for row in rows}
    assert len(keys) == len(rows)


def test_growing_tables_are_read_without_findings() -> None:
    one, two = scale((1, 2), rounds=1)
    assert two.rows == 2 * one.rows
    assert min(one.seconds, two.seconds, one.split_seconds) > 0


def test_mere_parsing_reads_every_row() -> None:
    assert parse_all() == sum(len(table) for table in datasets.catalog().tables.values())


def test_the_command_measures_everything_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--rounds", "1", "--scales", "1", "--format", "json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["rows"] == parse_all()
    assert len(result["ratios"]) == 1
    assert result["frames_megabytes"] > result["peak_megabytes"] > result["base_megabytes"] > 1


def test_a_result_is_told_with_its_range() -> None:
    result = Result(
        2, 10, 0.1, 0.3, (2.5, 3.5), 3.0, 33.0, 180.0, 120.0, 250.0, (Scale(10, 50, 1, 2, 4, 2),)
    )
    text = as_table(result)
    assert "3.00    (2.50–3.50)" in text
    assert "10 × 5 rows" in text
    assert json.loads(as_json(result))["scales"][0]["factor"] == 10
