"""``python -m datasets check``: twenty broken cells, twenty findings, three exit codes."""

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from datasets.__main__ import main
from datasets.read import FOLDER

# File, row (from 0), column, new text and the code that must be found there.
BROKEN = (
    ("sources.csv", 4, "id", "No Slug", "id-form"),
    ("countries.csv", 10, "iso3", "au", "country-code-form"),
    ("areas.csv", 0, "kind", "planet", "term-unknown"),
    ("organisations.csv", 1, "members_listed", "maybe", "yes-no"),
    ("membership_changes.csv", 2, "date", "2024-02-30", "date-impossible"),
    ("eras.csv", 3, "end", "1984", "period-reversed"),
    ("places.csv", 5, "lat", "140.1", "number-range"),
    ("milestones.csv", 40, "source_ids", "no-such-source", "reference-dangling"),
    ("trade_series.csv", 2, "url", "example.org/series", "url-invalid"),
    ("trade_flows.csv", 99, "value_usd", "1_000_000", "whole-number-form"),
    ("trade_published_shares.csv", 7, "share_pct", "101", "number-range"),
    ("trade_products.csv", 11, "hs_code", "HS77", "hs-code"),
    ("petroleum.csv", 30, "period", "2019-01/2019-13", "period-form"),
    ("reaction_events.csv", 1, "title", "", "value-required"),
    ("reactions.csv", 20, "stance", "+1", "term-unknown"),
    ("joint_statements.csv", 3, "countries", "ALB|AND|ALB", "list-repeated-item"),
    ("agreements.csv", 8, "signed", "1961-07", "date-precision"),
    ("ga_key_resolutions.csv", 0, "yes", "89", "key-tally"),
    ("estimates.csv", 98, "high", "9000", "estimate-bounds"),
    ("name_aliases.csv", 6, "note", "two\nlines", "text-control"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the record."""
    return Path(shutil.copytree(FOLDER, tmp_path / "tables"))


def _change(file: Path, change: Callable[[list[dict[str, str]]], None]) -> None:
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    change(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    file.write_text(text.getvalue(), encoding="utf-8")


def _found(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, Any]]]:
    status = main(["check", str(folder), "--format", "jsonl"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[dict[str, Any]]]:
    """Exit code and findings of a copy of the record with all twenty cells broken."""
    folder = Path(shutil.copytree(FOLDER, tmp_path_factory.mktemp("broken") / "tables"))
    for file, row, column, text, _ in BROKEN:
        _change(folder / file, lambda rows: rows[row].__setitem__(column, text))  # noqa: B023
    out = io.StringIO()
    with redirect_stdout(out):
        status = main(["check", str(folder), "--format", "jsonl"])
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def test_twenty_broken_cells_are_twenty_files_and_many_rules() -> None:
    assert len(BROKEN) == len({file for file, *_ in BROKEN}) == 20
    assert len({code for *_, code in BROKEN}) > 15


def test_broken_cells_end_with_one(report: tuple[int, list[dict[str, Any]]]) -> None:
    assert report[0] == 1


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken[0]}-{broken[4]}")
def test_a_broken_cell_is_found_at_its_place(
    broken: tuple[str, int, str, str, str], report: tuple[int, list[dict[str, Any]]]
) -> None:
    file, row, column, text, code = broken
    place = (file, row + 2, code)
    (found,) = [f for f in report[1] if (f["file"], f["line"], f["code"]) == place]
    assert (found["column"], found["severity"]) == (column, "error")
    assert found["value"].removesuffix(".0") in text
    assert found["message"]
    assert found["hint"].endswith(".")


def test_a_clean_folder_ends_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    out = capsys.readouterr().out
    assert "0 error, 0 warning" in out
    assert "38 of 38 tables read" in out


def test_warnings_alone_end_with_zero(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "stray.csv").write_text("id\n")
    assert main(["check", str(folder)]) == 0
    assert "warning file-unknown (1)" in capsys.readouterr().out


def test_a_missing_folder_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    assert "cannot check" in capsys.readouterr().err


def test_examples_are_capped_and_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def spoil(rows: list[dict[str, str]]) -> None:
        for row in rows[:30]:
            row["section"] = "nowhere"

    _change(folder / "glossary.csv", spoil)
    assert main(["check", str(folder), "--examples", "3"]) == 1
    out = capsys.readouterr().out
    assert "error term-unknown (30)" in out
    assert "… and 27 more" in out


def test_a_broken_table_does_not_stop_the_report_of_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "milestones.csv").write_bytes(b"\xff\xfe\x00")
    _change(folder / "eras.csv", lambda rows: rows[0].__setitem__("start", "x"))
    status, findings = _found(folder, capsys)
    codes = {f["code"] for f in findings}
    assert status == 1
    assert {"file-encoding", "whole-number-form", "check-not-run"} <= codes
    assert all(f["hint"] or f["reason"] for f in findings)


def test_the_module_runs_as_a_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "datasets", "check", str(tmp_path / "nowhere")]
    done = subprocess.run(
        command, cwd=FOLDER.parents[1], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not a folder" in done.stderr
