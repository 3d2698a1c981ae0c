"""A folder of files becomes tables; a fault in one does not hide the others."""

import csv
import gc
import io
import shutil
from pathlib import Path

import pytest

import datasets
from datasets.read import FOLDER, read_folder, uncollected
from validators.parse import TableReader
from validators.spec import TableSpec

SPECS = datasets.tables()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the record."""
    return Path(shutil.copytree(FOLDER, tmp_path / "tables"))


def test_the_record_is_read_whole() -> None:
    reading = read_folder(FOLDER, SPECS)
    assert list(reading.tables) == [spec.id for spec in SPECS]
    assert reading.findings == ()


def test_files_on_disk_and_registry_agree() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {spec.file for spec in SPECS}


def test_a_missing_file_is_one_finding(folder: Path) -> None:
    (folder / "eras.csv").unlink()
    reading = read_folder(folder, SPECS)
    assert len(reading.tables) == len(SPECS) - 1
    (found,) = reading.findings
    assert (found.code, found.table, found.line) == ("file-missing", "eras", 0)


def test_a_directory_in_place_of_a_file_is_a_finding(folder: Path) -> None:
    (folder / "eras.csv").unlink()
    (folder / "eras.csv").mkdir()
    assert [f.code for f in read_folder(folder, SPECS).findings] == ["file-missing"]


def test_a_stray_file_is_a_warning(folder: Path) -> None:
    (folder / "epochs.csv").write_text("id\n")
    (found,) = read_folder(folder, SPECS).findings
    assert (found.code, found.file, found.severity.value) == (
        "file-unknown",
        "epochs.csv",
        "warning",
    )


def test_no_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="nowhere"):
        read_folder(tmp_path / "nowhere", SPECS)


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collection_is_left_as_it_was(enabled: bool) -> None:
    before = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is enabled
    finally:
        gc.enable() if before else gc.disable()


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_reading_by_column_is_validating_by_row(spec: TableSpec) -> None:
    """The shortcut over distinct values gives what the row model gives, row by row."""
    table = read_folder(FOLDER, [spec]).tables[spec.id]
    lines = _lines(spec.file)
    step = max(1, len(table) // 700)
    for row in range(0, len(table), step):
        filled = {name: text for name, text in lines[row].items() if text}
        model = spec.row.model_validate(filled)
        assert model.model_dump() == {name: table[name][row] for name in spec.columns}


def _lines(file: str) -> list[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _written(header: list[str], rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def test_a_column_is_refused_where_the_row_model_refuses() -> None:
    spec = datasets.spec("eras")
    era = _lines("eras.csv")[0]
    rows = [era | {"start": text} for text in ("1945", "", "19x", "1945")]
    reader = TableReader(spec, "eras.csv")
    table = reader.read(_written(list(spec.columns), rows))
    assert table is not None
    assert list(table["start"]) == [1945, None, None, 1945]
    assert [(f.code, f.line, f.column) for f in reader.findings] == [
        ("value-required", 3, "start"),
        ("whole-number-form", 4, "start"),
    ]


@pytest.mark.parametrize("broken", [5_000, 9_999])
def test_lines_are_right_far_into_a_file(broken: int) -> None:
    """Rows are read in blocks; a cell with a line break moves all lines after it."""
    spec = datasets.spec("eras")
    era = _lines("eras.csv")[0]
    rows = [era | {"id": f"e{n}"} for n in range(10_000)]
    rows[4_500]["reason"] = "two\nlines"
    rows[broken]["start"] = "19x"
    reader = TableReader(spec, "eras.csv")
    table = reader.read(_written(list(spec.columns), rows))
    assert table is not None
    assert len(table) == 10_000
    assert list(table["id"]) == [f"e{n}" for n in range(10_000)]
    found = [(f.code, f.line) for f in reader.findings if f.column == "start"]
    assert found == [("whole-number-form", broken + 3)]
    assert table.lines[4_500:4_502] == [4_502, 4_504]
