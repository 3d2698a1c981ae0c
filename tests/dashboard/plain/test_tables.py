"""Tables at plain addresses: the same rows in every format, clear refusals, caching."""

import csv
import datetime
import gzip
import io
import json
from typing import Any
from urllib.parse import quote

import openpyxl
import pyarrow.parquet as pq
import pytest
from starlette.applications import Starlette

import datasets
from dashboard.downloads.formulas import unguarded
from dashboard.plain.routes import routes
from dashboard.plain.tables import COLUMNS, ENDINGS, params_of
from tests.asgi import Answer, ask

APP = Starlette(routes=routes())
TABLES = [spec.id for spec in datasets.tables()]
#: Twenty filters; each is tried on every table that understands it.
FILTERS = [
    "",
    "from=2024",
    "to=1990",
    "from=1950&to=1961",
    "themes=military",
    "themes=law.nuclear&from=1990",
    "q=kursk",
    "q=treaty",
    f"q={quote('김정은')}",
    f"q={quote('Владивосток')}",
    "q=nothing-at-all-like-this",
    "from=2024&q=troops",
    "significance=3",
    "tone=-2.2",
    "partners=RUS.CHN",
    "flow=import&year=2020",
    "series=kotra-annual",
    "stance=-2.-1",
    "event=2024-06-19-partnership-treaty",
    "country=JPN&from=2024",
]


def get(address: str, **options: Any) -> Answer:
    """An answer to a whole address, query included."""
    path, _, query = address.partition("?")
    return ask(APP, path, query=query, **options)


def rows_of(table: str, query: str, ending: str) -> list[list[str]]:
    """The rows of an answer as text, several values joined, missing ones empty."""
    answer = get(f"/data/{table}.{ending}?{query}")
    assert answer.status == 200, answer.text
    match ending:
        case "csv":
            lines = list(csv.reader(io.StringIO(answer.content.decode(), newline="")))
            return [[unguarded(cell) for cell in line] for line in lines]
        case "json":
            content = json.loads(answer.content)
            names = [field["name"] for field in content["fields"]]
            records = [[record[name] for name in names] for record in content["records"]]
        case "parquet":
            read = pq.read_table(io.BytesIO(answer.content))
            names = read.column_names
            records = [list(row.values()) for row in read.to_pylist()]
        case _:
            sheet = openpyxl.load_workbook(io.BytesIO(answer.content), read_only=True)["data"]
            names, *records = [list(row) for row in sheet.iter_rows(values_only=True)]
    return [list(names), *([_text(cell) for cell in record] for record in records)]


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case datetime.datetime():
            return cell.date().isoformat()  # a cell of a workbook knows no day without a time
        case list():
            return "|".join(map(str, cell))
        case float() if cell.is_integer():
            return str(int(cell))
    return str(cell)


def plain_numbers(rows: list[list[str]]) -> list[list[str]]:
    """A number is a number, however a format writes it: ``12.0`` is ``12``."""
    return [[cell.removesuffix(".0") for cell in row] for row in rows]


@pytest.mark.parametrize("table", TABLES)
def test_every_format_holds_the_same_rows(table: str) -> None:
    names = {name for param in params_of(table) for name in param.names}
    fitting = [q for q in FILTERS if all(part.split("=")[0] in names for part in q.split("&") if q)]
    assert len(fitting) >= 10
    for place, query in enumerate(fitting):
        # The whole of a table of a hundred thousand rows is read as CSV and Parquet, its narrowed
        # views in every format: workbooks of that size would test nothing new.
        expected = plain_numbers(rows_of(table, query, "csv"))
        endings = ["parquet"]
        if len(expected) < 8_000:
            endings.append("json")
        if len(expected) < 500 or (place == 0 and len(expected) < 2_500):
            endings.append("xlsx")
        for ending in endings:
            assert plain_numbers(rows_of(table, query, ending)) == expected, (query, ending)


@pytest.mark.parametrize("table", ["milestones", "trade_flows", "reactions", "claims"])
def test_without_filters_the_table_is_the_file(table: str) -> None:
    frame = datasets.load(table)
    header, *rows = rows_of(table, "", "csv")
    assert header == list(frame.columns)
    assert len(rows) == len(frame)
    key = datasets.spec(table).key[0]
    assert [row[header.index(key)] for row in rows] == frame[key].astype(str).tolist()


def test_filters_of_a_page_narrow_its_table() -> None:
    header, *rows = rows_of("milestones", "significance=3&from=2024&to=2024", "csv")
    place = header.index("significance")
    assert rows
    assert {row[place] for row in rows} == {"3"}
    assert {row[header.index("date")][:4] for row in rows} == {"2024"}


def test_filters_that_only_shape_a_picture_change_nothing() -> None:
    assert rows_of("trade_flows", "unit=usd&show=goods", "csv") == rows_of("trade_flows", "", "csv")


def test_columns_named_for_filters_exist() -> None:
    for table, columns in COLUMNS.items():
        known = set(datasets.spec(table).columns)
        keys = {param.key for param in params_of(table)}
        for key, column in columns.items():
            assert key in keys, (table, key)
            assert {column} if isinstance(column, str) else set(column) <= known


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/data/nope.csv", 404, "milestones"),
        ("/data/milestones.exe", 404, "parquet"),
        ("/data/milestones.csv?frm=1990", 400, "themes"),
        ("/data/milestones.csv?where=nope.1", 400, "Columns"),
        ("/data/milestones.csv?from=19x0", 400, "from"),
        ("/data/milestones.csv?q=%3Cscript%3Ealert(1)%3C/script%3E&x=%3Cb%3E", 400, "&lt;b&gt;"),
        ("/data/nope", 404, "/data/"),
        ("/data/tumen-1999.01.01.zip", 404, "tumen-"),
    ],
)
def test_refusals_say_what_exists(path: str, status: int, words: str) -> None:
    answer = get(path)
    assert answer.status == status
    assert words in answer.text
    assert "<script>alert" not in answer.text


def test_an_answer_is_not_sent_twice() -> None:
    first = get("/data/eras.csv")
    assert first.headers["last-modified"].startswith(
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    )
    again = get("/data/eras.csv", headers={"if-none-match": first.headers["etag"]})
    assert (again.status, again.content) == (304, b"")
    since = {"if-modified-since": first.headers["last-modified"]}
    assert get("/data/eras.csv", headers=since).status == 304
    other = get("/data/eras.csv", headers={"if-none-match": '"other"'})
    assert other.status == 200
    assert get("/data/eras.csv", headers={"if-modified-since": "yesterday"}).status == 200


def test_compression_changes_bytes_and_tag_but_not_rows() -> None:
    plain = get("/data/milestones.csv")
    packed = get("/data/milestones.csv", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["etag"] != plain.headers["etag"]
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2


@pytest.mark.parametrize("ending", list(ENDINGS))
def test_type_and_file_name(ending: str) -> None:
    answer = get(f"/data/eras.{ending}?from=1990")
    assert answer.headers["content-type"] == ENDINGS[ending].mime
    name = f"tumen-eras-from-1990-{datasets.version()}.{ending}"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'


def test_only_reading_is_allowed() -> None:
    assert get("/data/eras.csv", method="HEAD").status == 200
    assert get("/data/eras.csv", method="DELETE").status == 405
