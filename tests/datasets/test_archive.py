"""The record as one file: whole or filtered, the same bytes for the same data."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pandas as pd
import pytest

import datasets
from datasets.__main__ import main
from datasets.archive import archive_name, csv_bytes, package_zip, selection_zip
from datasets.build import RecordBrokenError
from datasets.package import row_count
from datasets.read import FOLDER
from datasets.record import load_catalog
from validators.parse import TableReader
from validators.spec import TableSpec


def entries(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def whole() -> bytes:
    return package_zip(datasets.catalog())


def test_the_whole_package_holds_every_table_as_it_stands(whole: bytes) -> None:
    files = entries(whole)
    for spec in datasets.tables():
        assert files[f"tables/{spec.file}"] == (FOLDER / spec.file).read_bytes()
        assert f"schemas/{spec.id}.schema.json" in files
    assert files.keys() >= {"README.md", "CHANGES.md", "datapackage.json", "dictionary.md"}
    assert files.keys() >= {"method.md", "CHANGELOG.md", "CITATION.cff", "LICENSE-DATA.md"}
    assert not any(name.startswith(("/", "..")) for name in files)


def test_the_descriptor_describes_the_files_beside_it(whole: bytes) -> None:
    files = entries(whole)
    for resource in json.loads(files["datapackage.json"])["resources"]:
        assert resource["bytes"] == len(files[resource["path"]])


def test_the_readme_says_how_to_cite_and_under_which_terms(whole: bytes) -> None:
    text = entries(whole)["README.md"].decode()
    assert f"Version {datasets.version()}" in text
    assert "## How to cite" in text
    for spec in datasets.tables():
        assert f"`tables/{spec.file}`" in text
        assert spec.licence.title in text
    assert "This is the whole record." in text


def test_the_same_data_give_the_same_bytes(whole: bytes) -> None:
    assert package_zip(datasets.catalog()) == whole


@pytest.mark.parametrize("spec", datasets.tables(), ids=lambda spec: spec.id)
def test_a_frame_becomes_the_file_that_it_came_from(spec: TableSpec) -> None:
    written = csv_bytes(spec, datasets.load(spec.id))
    reader = TableReader(spec, spec.file)
    again = reader.read(written)
    assert reader.findings == []
    assert again is not None
    original = load_catalog().tables[spec.id]
    assert {name: list(again[name]) for name in spec.columns} == {
        name: list(original[name]) for name in spec.columns
    }


def test_numbers_are_written_in_plain_digits() -> None:
    spec = datasets.spec("petroleum")
    frame = datasets.load("petroleum").head(3).copy()
    frame["barrels"] = pd.array([1e15, 0.5, None], dtype="Float64")
    cells = [line.split(",")[3] for line in csv_bytes(spec, frame).decode().splitlines()[1:]]
    assert cells == ["1000000000000000", "0.5", ""]


def selection(**frames: pd.DataFrame) -> tuple[dict[str, bytes], dict[str, Any]]:
    files = entries(selection_zip(datasets.catalog(), frames, "years 2024 to 2025"))
    described = json.loads(files["datapackage.json"])
    return files, {resource["name"]: resource for resource in described["resources"]}


def test_a_selection_brings_its_sources_and_says_its_filters() -> None:
    reactions = datasets.load("reactions")
    files, resources = selection(reactions=reactions[reactions["date"] >= "2024"])
    assert list(resources) == ["reactions", "sources"]
    assert row_count(files["tables/reactions.csv"]) == (reactions["date"] >= "2024").sum()
    sources = row_count(files["tables/sources.csv"])
    assert 0 < sources < len(datasets.load("sources"))
    assert "years 2024 to 2025" in files["README.md"].decode()
    assert "It does not hold the whole record." in files["README.md"].decode()


def test_a_selection_claims_no_reference_that_it_does_not_hold() -> None:
    reactions = datasets.load("reactions")
    events = datasets.load("reaction_events")
    _, resources = selection(reactions=reactions, reaction_events=events)
    keys = [key["fields"] for key in resources["reactions"]["schema"]["foreignKeys"]]
    assert keys == [["event_id"]]
    _, resources = selection(reactions=reactions, reaction_events=events.head(3))
    assert "foreignKeys" not in resources["reactions"]["schema"]
    assert resources["reactions"]["schema"]["references"][0]["fields"] == ["source_ids"]


def test_an_empty_selection_is_a_package_too() -> None:
    files, resources = selection(milestones=datasets.load("milestones").head(0))
    assert resources["milestones"]["rows"] == 0
    assert row_count(files["tables/sources.csv"]) == 0


def test_unknown_tables_and_columns_are_refused() -> None:
    eras = datasets.load("eras")
    with pytest.raises(KeyError, match="no table 'battles'"):
        selection(battles=eras)
    with pytest.raises(KeyError, match="reason"):
        selection(eras=eras.drop(columns="reason"))


def test_the_name_says_filter_and_version() -> None:
    assert archive_name() == f"tumen-{datasets.version()}.zip"
    assert archive_name("2024-2025") == f"tumen-2024-2025-{datasets.version()}.zip"


def test_the_command_writes_the_archive(
    tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    whole: bytes,
) -> None:
    monkeypatch.setattr("datasets.archive.package_zip", lambda _: whole)
    assert main(["archive", "--output", str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / archive_name()).read_bytes() == whole
    assert archive_name() in capsys.readouterr().out


def test_a_broken_record_makes_no_archive(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> bytes:
        raise RecordBrokenError("the tables have 3 errors")

    monkeypatch.setattr("datasets.archive.package_zip", broken)
    assert main(["archive", "--output", str(tmp_path)]) == 2
    assert "3 errors" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
