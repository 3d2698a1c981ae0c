"""Downloads opened and saved again by a spreadsheet program."""

import csv
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

import datasets
from dashboard.downloads.formats import (
    Export,
    csv_bytes,
    excel_bytes,
    excel_csv_bytes,
    fields_of_table,
)
from dashboard.downloads.formulas import unguarded

PROGRAM = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)

pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="no LibreOffice on this machine (looked for soffice, libreoffice)"
)

#: Comma, quotation marks, UTF-8, from the first sheet or of all of it, values as they are.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"
#: The same for reading, with formulas evaluated, as a careless reader would have it.
READ_CSV = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,0,true"


def converted(path: Path, wanted: str, folder: Path, read: str = "") -> Path:
    """The file, opened by the program and saved in another format."""
    profile = (folder / "profile").as_uri()
    command = [str(PROGRAM), "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    command += [f"--infilter={read}"] if read else []
    command += ["--convert-to", wanted, "--outdir", str(folder / "out"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (made,) = (folder / "out").glob(f"{path.stem}.*")
    return made


def export() -> Export:
    """Names in Hangul, Cyrillic and Latin, and cells that would start a formula."""
    spec = datasets.spec("name_aliases")
    frame = datasets.load("name_aliases").head(400).reset_index(drop=True)
    evil = [f"{sign}1+1" for sign in "=+-@＝＋－＠"]
    frame.loc[: len(evil) - 1, "alias"] = evil
    sources = pd.DataFrame({"id": ["a"], "title": ['=HYPERLINK("http://x")']})
    return Export("names", "Names", frame, fields_of_table(spec.columns), sources)


def scripts(text: str) -> set[str]:
    return {
        name
        for name, (low, high) in {"hangul": ("가", "힣"), "cyrillic": ("А", "я")}.items()
        if any(low <= sign <= high for sign in text)
    }


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_workbook_survives_a_spreadsheet_program(tmp_path: Path) -> None:
    book = tmp_path / "names.xlsx"
    made = export()
    book.write_bytes(excel_bytes(made))
    saved = rows(converted(book, AS_CSV, tmp_path))
    frame = made.frame.fillna("")
    assert saved[0] == list(frame)
    assert saved[1:] == frame.astype(str).to_numpy().tolist()
    assert scripts("".join(frame["alias"])) == {"hangul", "cyrillic"}


@pytest.mark.parametrize("write", [csv_bytes, excel_csv_bytes], ids=["csv", "csv for Excel"])
def test_text_survives_a_spreadsheet_program_and_starts_no_formula(
    write: object, tmp_path: Path
) -> None:
    text = tmp_path / "names.csv"
    made = export()
    text.write_bytes(write(made))  # type: ignore[operator]
    sheet = load_workbook(converted(text, "xlsx", tmp_path, READ_CSV)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    saved = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=2)]
    expected = made.frame.fillna("")
    column = list(expected).index("alias")
    aliases = [unguarded(row[column]) for row in saved]
    assert aliases == [str(alias) for alias in expected["alias"]]
    assert scripts("".join(aliases)) == {"hangul", "cyrillic"}


def test_the_program_would_run_a_formula_that_is_not_guarded(tmp_path: Path) -> None:
    text = tmp_path / "bare.csv"
    text.write_text("a\n=1+1\n", "utf-8")
    sheet = load_workbook(converted(text, "xlsx", tmp_path, READ_CSV)).worksheets[0]
    assert sheet["A2"].data_type == "f"


def test_no_sheet_of_a_workbook_holds_a_formula(tmp_path: Path) -> None:
    book = tmp_path / "names.xlsx"
    book.write_bytes(excel_bytes(export()))
    again = load_workbook(converted(book, "xlsx", tmp_path))
    assert again.sheetnames == ["data", "dictionary", "sources", "about"]
    for sheet in again:
        assert not [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
