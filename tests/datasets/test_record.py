"""The catalog: read once, immutable, and it serves what is whole."""

import shutil
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import datasets
from datasets.read import FOLDER
from datasets.record import TableFailedError, load_catalog
from validators.findings import Severity


def test_the_record_has_no_error_and_no_open_warning() -> None:
    found = [f for f in datasets.catalog().findings if f.severity is not Severity.ACCEPTED]
    assert [str(finding) for finding in found] == []


def test_what_was_accepted_has_a_reason() -> None:
    accepted = [f for f in datasets.catalog().findings if f.severity is Severity.ACCEPTED]
    assert accepted
    assert all(finding.reason.endswith(".") for finding in accepted)


def test_a_loaded_frame_is_one_s_own() -> None:
    frame = datasets.load("eras")
    frame.loc[0, "title"] = "Changed"
    frame["new"] = 1
    again = datasets.load("eras")
    assert again.loc[0, "title"] != "Changed"
    assert "new" not in again


def test_the_catalog_is_read_once_and_frozen() -> None:
    catalog = datasets.catalog()
    assert datasets.catalog() is catalog
    with pytest.raises(FrozenInstanceError):
        catalog.specs = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        catalog.tables["eras"] = catalog.tables["places"]  # type: ignore[index]


def test_an_unknown_table_is_named_with_those_there_are() -> None:
    with pytest.raises(KeyError, match=r"no table 'epochs'.*eras"):
        datasets.load("epochs")
    with pytest.raises(KeyError, match="epochs"):
        datasets.spec("epochs")


def test_a_failing_table_is_not_served_and_all_others_are(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "tables"))
    file = folder / "glossary.csv"
    file.write_text(file.read_text(encoding="utf-8") + "x,,,\n", encoding="utf-8")
    catalog = load_catalog(folder)
    assert catalog.failed == {"glossary"}
    with pytest.raises(TableFailedError) as caught:
        catalog.frame("glossary")
    assert caught.value.table == "glossary"
    assert {f.table for f in caught.value.findings} == {"glossary"}
    assert len(catalog.frame("milestones")) == len(datasets.load("milestones"))


def test_an_unreadable_table_is_not_served_either(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "tables"))
    (folder / "hs_chapters.csv").write_bytes(b"\xff\xfe")
    catalog = load_catalog(folder)
    assert catalog.failed == {"hs_chapters"}
    assert "hs_chapters" not in catalog.tables
    with pytest.raises(TableFailedError):
        catalog.frame("hs_chapters")


def test_a_frame_is_built_once() -> None:
    catalog = datasets.catalog()
    assert catalog.frame("eras") is catalog.frame("eras")
