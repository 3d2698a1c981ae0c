"""Four formats that hold the same rows."""

import csv
import io
import json
from datetime import datetime
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

import datasets
from dashboard.downloads.formats import (
    FORMATS,
    Export,
    Field,
    csv_bytes,
    excel_bytes,
    excel_csv_bytes,
    fields_of_figure,
    fields_of_table,
    json_bytes,
    parquet_bytes,
    source_ids,
)
from dashboard.downloads.formulas import unguarded

HARD = pd.DataFrame(
    {
        "id": pd.array(["a", "b", "c", "d"], dtype="str"),
        "title": pd.array(
            ["=1+1", '조선민주주의인민공화국, "북한"', "Договор\nо дружбе", None], dtype="str"
        ),
        "date": pd.array(["2024", "2024-06", "2024-06-19", "-"], dtype="str"),
        "note": pd.array(["'=quoted", "@home", "+7 495", "'plain'"], dtype="str"),
        "count": pd.array([1, None, 12_345, -3], dtype="Int64"),
        "share": pd.array([0.1, None, 1e-7, 100.0], dtype="Float64"),
        "known": pd.array([True, None, False, True], dtype="boolean"),
        "source_ids": [("s1", "s2"), (), ("s1",), ("=s3", "s4")],
    }
)
SOURCES = pd.DataFrame({"id": ["s1"], "title": ["=cmd()"], "url": ["https://example.org/"]})


def export(frame: pd.DataFrame = HARD, **said: Any) -> Export:
    fields = tuple(Field(n, n.capitalize(), f"What {n} is") for n in map(str, frame))
    told = {"filters": "1961–1985; themes: Law.", "version": "2026.11.21", **said}
    return Export("table", "Title", frame, fields, SOURCES, **told)


def plain(frame: pd.DataFrame) -> list[list[Any]]:
    """Cells as every format means them: missing, number, truth, or text with joined values."""

    def cell(value: Any) -> Any:
        if isinstance(value, tuple | list | np.ndarray):
            return "|".join(value) or None
        if value is None or value is pd.NA or value != value:  # noqa: PLR0124
            return None
        return value

    return [[cell(value) for value in row] for row in frame.astype(object).to_numpy().tolist()]


def as_text(rows: list[list[Any]]) -> list[list[str]]:
    """The same in the words of a CSV file."""
    words = {None: "", True: "yes", False: "no"}
    return [[words[v] if v is None or isinstance(v, bool) else str(v) for v in row] for row in rows]


def read_csv(data: bytes) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))[1:]
    return [[unguarded(cell) for cell in row] for row in rows]


def read_excel(data: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data))["data"]

    def cell(value: Any) -> Any:
        return value.date().isoformat() if isinstance(value, datetime) else value

    return [[cell(value) for value in row] for row in sheet.iter_rows(2, values_only=True)]


def read_json(data: bytes) -> list[list[Any]]:
    records = json.loads(data)["records"]
    return [
        ["|".join(v) or None if isinstance(v, list) else v for v in record.values()]
        for record in records
    ]


@pytest.mark.parametrize(
    "frame",
    [HARD, HARD.head(1), HARD.head(0), *(datasets.load(t) for t in ("milestones", "reactions"))],
    ids=["hard", "one", "none", "milestones", "reactions"],
)
def test_all_formats_hold_the_same_rows(frame: pd.DataFrame) -> None:
    wanted = plain(frame)
    asked = export(frame)
    assert read_csv(csv_bytes(asked)) == as_text(wanted)
    assert read_excel(excel_bytes(asked)) == wanted
    assert read_json(json_bytes(asked)) == wanted
    assert plain(pq.read_table(io.BytesIO(parquet_bytes(asked))).to_pandas()) == wanted


def test_no_cell_of_any_file_starts_a_formula() -> None:
    text = csv_bytes(export()).decode()
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    numbers = {"-3", "1e-07"}
    assert not [c for c in cells if c[:1] in set("=+-@\t\r\n") and c not in numbers]
    book = openpyxl.load_workbook(io.BytesIO(excel_bytes(export())))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert book["data"]["B2"].value == "=1+1"


def test_only_the_file_named_for_excel_has_a_byte_order_mark() -> None:
    assert excel_csv_bytes(export()) == b"\xef\xbb\xbf" + csv_bytes(export())
    assert not csv_bytes(export()).startswith(b"\xef\xbb\xbf")
    assert b"\r\n" not in csv_bytes(export())


def test_a_workbook_explains_itself() -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel_bytes(export(licence="CC BY 4.0"))))
    assert book.sheetnames == ["data", "dictionary", "sources", "about"]
    about = {row[0]: row[1] for row in book["about"].iter_rows(2, values_only=True)}
    assert about["filters"] == "1961–1985; themes: Law."
    assert about["licence"] == "CC BY 4.0"
    assert about["version"] == "2026.11.21"
    assert book["data"].freeze_panes == "A2"
    assert book["data"].auto_filter.ref == "A1:H5"
    assert book["data"]["C4"].is_date
    assert not book["data"]["C3"].is_date
    assert [row[0] for row in book["dictionary"].iter_rows(2, values_only=True)] == list(HARD)


def test_the_same_view_gives_the_same_bytes() -> None:
    for file_format in FORMATS:
        assert file_format.write(export()) == file_format.write(export()), file_format.code


def test_parquet_carries_its_dictionary() -> None:
    schema = pq.read_schema(io.BytesIO(parquet_bytes(export())))
    assert schema.metadata[b"version"] == b"2026.11.21"
    assert schema.field("share").metadata[b"description"] == b"What share is"
    assert str(schema.field("source_ids").type) == "list<element: string>"
    assert str(schema.field("count").type) == "int64"


def test_json_carries_sources_and_words() -> None:
    content = json.loads(json_bytes(export(notes=("A note.",))))
    assert content["sources"] == [SOURCES.iloc[0].to_dict()]
    assert content["notes"] == "A note."
    assert content["rows"] == "4"
    assert content["fields"][0] == {"name": "id", "title": "Id", "description": "What id is"}


def test_file_names_say_table_filters_and_version() -> None:
    assert export(slug="themes-law").file_name("csv") == "tumen-table-themes-law-2026.11.21.csv"
    assert export().file_name("xlsx") == "tumen-table-2026.11.21.xlsx"


def test_dictionaries_come_from_the_model_or_the_figure() -> None:
    fields = fields_of_table(datasets.spec("milestones").columns)
    assert [field.name for field in fields] == list(datasets.load("milestones").columns)
    assert all(field.title and field.description for field in fields)
    assert fields_of_figure({"share": "Share (%)"}) == (Field("share", "Share (%)"),)
    assert Field("share", "Share", unit="%").heading == "Share (%)"


def test_sources_are_named_once_in_order() -> None:
    assert source_ids(HARD) == ("s1", "s2", "=s3", "s4")
    assert source_ids(HARD[["id"]]) == ()


def test_too_long_a_cell_is_refused_not_cut() -> None:
    long = pd.DataFrame({"text": ["x" * 40_000]})
    with pytest.raises(ValueError, match="40000 characters"):
        excel_bytes(export(long))
