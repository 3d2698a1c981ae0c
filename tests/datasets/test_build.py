"""What is generated follows from its sources, and what no longer does is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import datasets
from datasets.__main__ import main
from datasets.build import RecordBrokenError, build, generated, stale, write
from datasets.documents import cell, dictionary_page, findings_page, table
from datasets.read import FOLDER
from datasets.record import load_catalog
from validators.checks import CHECKS
from validators.codes import HOUSEKEEPING, READING


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return generated(datasets.catalog())


def test_everything_generated_is_up_to_date(files: dict[str, bytes]) -> None:
    found = [str(entry) for entry in stale(files)]
    assert found == [], "run python -m datasets build and commit the result"


def test_generating_twice_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert generated(load_catalog()) == files


def test_every_table_has_a_schema(files: dict[str, bytes]) -> None:
    schemas = {path for path in files if path.startswith("datasets/schemas/")}
    assert schemas == {f"datasets/schemas/{s.id}.schema.json" for s in datasets.tables()}


def test_stale_files_are_named_and_written(files: dict[str, bytes], tmp_path: Path) -> None:
    few = {path: files[path] for path in list(files)[:4]}
    assert len(write(few, tmp_path)) == 4
    assert stale(few, tmp_path) == ()
    first, second = list(few)[1:3]
    (tmp_path / first).write_bytes(b"changed by hand")
    (tmp_path / second).unlink()
    orphan = tmp_path / "datasets/schemas/gone.schema.json"
    orphan.write_bytes(b"{}")
    assert [str(entry) for entry in stale(few, tmp_path)] == [
        f"{first}: is out of date",
        f"{second}: is missing",
        "datasets/schemas/gone.schema.json: belongs to no table",
    ]
    assert len(write(few, tmp_path)) == 3
    assert not orphan.exists()
    assert stale(few, tmp_path) == ()


def test_a_changed_cell_makes_its_pages_stale(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(FOLDER, folder)
    assert build(check=False, root=tmp_path, folder=folder)
    eras = folder / "eras.csv"
    eras.write_text(eras.read_text("utf-8").replace(",Lull,", ",A lull,"), encoding="utf-8")
    outdated = build(check=True, root=tmp_path, folder=folder)
    assert [entry.path for entry in outdated] == ["datasets/datapackage.json"]


def test_nothing_is_generated_from_a_broken_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(FOLDER, folder)
    eras = folder / "eras.csv"
    eras.write_text(eras.read_text("utf-8").replace(",1945,", ",194x,"), encoding="utf-8")
    with pytest.raises(RecordBrokenError, match="1 error"):
        build(check=True, root=tmp_path, folder=folder)

    def broken(*, check: bool) -> None:
        raise RecordBrokenError(f"check is {check}")

    monkeypatch.setattr("datasets.build.build", broken)
    assert main(["build"]) == 2
    assert "cannot build" in capsys.readouterr().err


def test_the_command_tells_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--check"]) == 0
    assert "up to date" in capsys.readouterr().out


def test_every_code_stands_in_the_list_of_findings() -> None:
    page = findings_page()
    codes = [code.code for code in (*READING, *HOUSEKEEPING)] + [check.code for check in CHECKS]
    assert len(codes) == len(set(codes))
    for code in codes:
        assert page.count(f"| `{code}` |") == 1


def test_the_dictionary_quotes_the_data() -> None:
    spec = datasets.spec("eras")
    page = dictionary_page([spec], {"eras": b"id,title\na-b,Some era\n"}, "2026.01.02")
    assert "Example: `a-b`." in page
    assert "eras.csv`, 1 rows" in page
    assert "`start_milestone_id`" in page


def test_cells_cannot_break_a_table() -> None:
    assert cell("a|b\nc\\d") == "a\\|b c\\\\d"
    assert table(("x", "n:"), [("a|b", 1)]) == "| x | n |\n| --- | ---: |\n| a\\|b | 1 |\n"
