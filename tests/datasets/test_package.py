"""The descriptor describes the files that stand beside it, and nothing else."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

import datasets
from datasets.build import ROOT
from datasets.package import DESCRIPTOR, descriptor, licence, row_count
from datasets.read import FOLDER
from datasets.registry.licences import CC_BY, UN_NC
from validators.spec import TableSpec


@pytest.fixture(scope="module")
def committed() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ROOT / "datasets" / DESCRIPTOR).read_text("utf-8"))
    return content


def test_the_package_says_what_version_by_whom_and_under_which_terms(
    committed: dict[str, Any],
) -> None:
    assert re.fullmatch(r"[a-z0-9._-]+", committed["name"])
    assert committed["version"] == datasets.version()
    assert committed["created"] == datasets.version().replace(".", "-") + "T00:00:00Z"
    assert committed["contributors"]
    assert {terms["title"] for terms in committed["licenses"]} == {
        spec.licence.title for spec in datasets.tables()
    }
    titles = [source["title"] for source in committed["sources"]]
    assert any("Correlates of War" in title for title in titles)


def test_resources_are_the_tables_in_order(committed: dict[str, Any]) -> None:
    names = [resource["name"] for resource in committed["resources"]]
    assert names == [spec.id for spec in datasets.tables()]


@pytest.mark.parametrize("spec", datasets.tables(), ids=lambda spec: spec.id)
def test_a_resource_fits_its_file(committed: dict[str, Any], spec: TableSpec) -> None:
    resource = next(r for r in committed["resources"] if r["name"] == spec.id)
    path = Path(resource["path"])
    assert not path.is_absolute()
    assert ".." not in path.parts
    data = (ROOT / "datasets" / path).read_bytes()
    assert resource["bytes"] == len(data)
    assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert resource["rows"] == len(rows) - 1
    assert [field["name"] for field in resource["schema"]["fields"]] == rows[0]
    assert (ROOT / "datasets" / resource["jsonSchema"]).is_file()
    assert resource["licenses"] == [licence(spec.licence)]


def test_terms_outside_the_open_definition_have_no_name_but_an_address() -> None:
    assert licence(CC_BY)["name"] == "CC-BY-4.0"
    assert "name" not in licence(UN_NC)
    assert licence(UN_NC)["path"].startswith("https://")


def test_foreign_keys_point_at_resources_of_the_package(committed: dict[str, Any]) -> None:
    fields = {
        resource["name"]: {field["name"] for field in resource["schema"]["fields"]}
        for resource in committed["resources"]
    }
    checked = 0
    for resource in committed["resources"]:
        for key in resource["schema"].get("foreignKeys", []):
            assert set(key["fields"]) <= fields[resource["name"]]
            assert set(key["reference"]["fields"]) <= fields[key["reference"]["resource"]]
            checked += 1
    assert checked >= 15


def test_a_changed_file_changes_the_descriptor() -> None:
    spec = datasets.spec("eras")
    data = (FOLDER / spec.file).read_bytes()
    first = descriptor([spec], {"eras": data}, [], "2026.01.02")
    second = descriptor([spec], {"eras": data + b"x,y,1990,,z,\n"}, [], "2026.01.02")
    assert first["resources"][0]["rows"] + 1 == second["resources"][0]["rows"]
    assert first["resources"][0]["hash"] != second["resources"][0]["hash"]
    assert first["created"] == "2026-01-02T00:00:00Z"
    assert "foreignKeys" not in first["resources"][0]["schema"]


@pytest.mark.parametrize(
    ("data", "rows"), [(b"", 0), (b"a,b\n", 0), (b"a,b", 0), (b"a\n1\n", 1), (b"a\n1\n2", 2)]
)
def test_rows_are_counted_without_the_header(data: bytes, rows: int) -> None:
    assert row_count(data) == rows
