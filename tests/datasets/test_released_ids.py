"""Ids that were released never vanish without a word."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import datasets
from datasets.build import table_files
from datasets.diff import CellChange, Change, ChangeKind
from datasets.package import as_json
from datasets.read import FOLDER as TABLES
from datasets.read import read_folder
from datasets.record import load_catalog
from datasets.released import (
    ReleaseRefusedError,
    changelog,
    history,
    lost_ids,
    release_files,
    released_ids,
)
from validators.tables import Table


def test_every_released_id_exists_or_has_a_tombstone() -> None:
    released = released_ids()
    assert released.keys() == {s.id for s in datasets.tables() if len(s.key) == 1}
    assert sum(len(ids) for ids in released.values()) > 9000
    assert lost_ids(released, load_catalog().tables) == ()


def test_the_present_version_is_recorded_with_its_tables() -> None:
    last = history()[-1]
    assert last.version == datasets.version()
    assert set(last.tables) == {spec.id for spec in datasets.tables()}


KEPT = ("eras", "tombstones")


def eras_released() -> dict[str, tuple[str, ...]]:
    return {"eras": released_ids()["eras"]}


def without_first_era(folder: Path, tombstone: str = "") -> Mapping[str, Table]:
    """Eras and tombstones in a folder of their own, without the first era."""
    specs = [datasets.spec(table) for table in KEPT]
    folder.mkdir()
    for spec in specs:
        shutil.copy(TABLES / spec.file, folder)
    eras = (folder / "eras.csv").read_text("utf-8").splitlines(keepends=True)
    (folder / "eras.csv").write_text("".join((eras[0], *eras[2:])), encoding="utf-8")
    with (folder / "tombstones.csv").open("a", encoding="utf-8") as stones:
        stones.write(tombstone)
    return read_folder(folder, specs).tables


def test_a_vanished_id_is_named(tmp_path: Path) -> None:
    tables = without_first_era(tmp_path / "tables")
    assert lost_ids(eras_released(), tables) == (("eras", "1945-founding-and-war"),)


def test_a_tombstone_with_a_reason_accounts_for_an_id(tmp_path: Path) -> None:
    stone = "eras,1945-founding-and-war,2026-12,Merged with the next era,1953-reconstruction\n"
    tables = without_first_era(tmp_path / "tables", stone)
    assert lost_ids(eras_released(), tables) == ()


def test_a_tombstone_without_a_reason_does_not(tmp_path: Path) -> None:
    tables = without_first_era(tmp_path / "tables", "eras,1945-founding-and-war,2026-12,,\n")
    assert lost_ids(eras_released(), tables) == (("eras", "1945-founding-and-war"),)


def test_a_table_that_cannot_be_read_loses_its_ids() -> None:
    tables = {k: v for k, v in load_catalog().tables.items() if k != "eras"}
    assert {table for table, _ in lost_ids(released_ids(), tables)} == {"eras"}


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A folder with the files of one release."""
    catalog = load_catalog()
    write(tmp_path, release_files(catalog, table_files(catalog), "2026.01.02", (), tmp_path))
    return tmp_path


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


CHANGE = Change(
    "eras", ChangeKind.CHANGED, "1991-lull", "Lull", (CellChange("title", "Lull", "A lull"),)
)


def test_a_release_remembers_ids_and_changes(released: Path) -> None:
    catalog = load_catalog()
    files = release_files(catalog, table_files(catalog), "2026.02.03", (CHANGE,), released)
    write(released, files)
    first, second = history(released)
    assert (first.version, first.since, first.changes) == ("2026.01.02", "", ())
    assert (second.version, second.since, second.changes) == ("2026.02.03", "2026.01.02", (CHANGE,))
    assert released_ids(released)["eras"] == tuple(sorted(datasets.load("eras")["id"]))
    text = changelog((first, second))
    assert text.index("## 2026.02.03") < text.index("## 2026.01.02")
    assert "- eras 1991-lull: title Lull → A lull" in text
    assert "First release: " in text


@pytest.mark.parametrize("version", ["2026.01.02", "2025.12.31"])
def test_a_version_that_is_not_newer_is_refused(released: Path, version: str) -> None:
    catalog = load_catalog()
    with pytest.raises(ReleaseRefusedError, match="not newer"):
        release_files(catalog, table_files(catalog), version, (), released)


def test_the_same_version_can_be_recorded_again_on_request(released: Path) -> None:
    catalog = load_catalog()
    before = {path.name: path.read_bytes() for path in released.rglob("*.*") if path.is_file()}
    again = release_files(catalog, table_files(catalog), "2026.01.02", (), released, again=True)
    assert {Path(name).name: content for name, content in again.items()} == before


def test_a_release_that_loses_an_id_is_refused(released: Path, tmp_path: Path) -> None:
    (released / "ids" / "eras.txt").write_text("an-older-era\n1991-lull\n", encoding="utf-8")
    catalog = load_catalog()
    with pytest.raises(ReleaseRefusedError, match="eras an-older-era"):
        release_files(catalog, table_files(catalog), "2027.01.01", (), released)


def test_a_change_survives_its_file(tmp_path: Path) -> None:
    change = replace(CHANGE, kind=ChangeKind.ADDED, cells=())
    content = {"version": "v", "since": "u", "tables": {}, "changes": [vars_of(change)]}
    (tmp_path / "v.json").write_bytes(as_json(content))
    assert history(tmp_path)[0].changes == (change,)


def vars_of(change: Change) -> dict[str, object]:
    return {
        "table": change.table,
        "kind": change.kind,
        "key": change.key,
        "label": change.label,
        "cells": [],
        "rows": change.rows,
    }
