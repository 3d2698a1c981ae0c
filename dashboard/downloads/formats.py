"""What a reader takes away: the rows of a view as CSV, Excel, JSON and Parquet bytes.

An :class:`Export` gathers rows, dictionary, sources and the words that go with them, for a table
or for the table twin of a figure; :data:`FORMATS` turns it into files. All formats hold the same
rows in the same order; :mod:`dashboard.downloads.formulas` has the one rule by which CSV text may
differ. Nothing is computed before :meth:`Format.write` is called.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from dashboard.downloads.formulas import RULE, guarded
from dashboard.downloads.spreadsheet import xlsx_bytes
from validators.fields import Column

SEVERAL = "|"  # joins the values of a cell that holds several, as in the data files


@dataclass(frozen=True, slots=True)
class Field:
    """A column in the dictionary of an export."""

    name: str
    title: str
    description: str = ""
    unit: str = ""
    kind: str = ""

    @property
    def heading(self) -> str:
        """Title with the unit in brackets."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


def file_name(name: str, slug: str, version: str, extension: str) -> str:
    """Name of a file that says what it holds, under which filters, in which version."""
    parts = ("tumen", name, slug, version)
    return f"{'-'.join(part for part in parts if part)}.{extension}"


@dataclass(frozen=True)
class Export:
    """Rows with all that must travel with them.

    Attributes:
        name: Begin of the file name: the table's id or the figure's key.
        title: What the rows are.
        frame: The rows as shown; its columns are the fields, in order.
        fields: Dictionary.
        sources: Rows of the sources behind ``frame``.
        filters: The filters in words.
        slug: The filters as part of a file name; empty when nothing is filtered.
        version: Version of the data.
        licence: Terms in words.
        citation: How to cite the view.
        notes: Caveats.
        address: Where the view can be opened again; empty when unknown.
    """

    name: str
    title: str
    frame: pd.DataFrame
    fields: tuple[Field, ...]
    sources: pd.DataFrame
    filters: str = ""
    slug: str = ""
    version: str = ""
    licence: str = ""
    citation: str = ""
    notes: tuple[str, ...] = ()
    address: str = ""

    def file_name(self, extension: str) -> str:
        """``tumen-<name>[-<filters>]-<version>.<extension>``."""
        return file_name(self.name, self.slug, self.version, extension)

    @property
    def about(self) -> dict[str, str]:
        """The words that go with the rows, in the order of reading."""
        said = {
            "title": self.title,
            "filters": self.filters,
            "rows": str(len(self.frame)),
            "version": self.version,
            "licence": self.licence,
            "citation": self.citation,
            "address": self.address,
            "notes": " ".join(self.notes),
            "text cells": RULE,
        }
        return {key: value for key, value in said.items() if value}


def fields_of_table(columns: Mapping[str, Column]) -> tuple[Field, ...]:
    """Dictionary of a table, from its row model."""
    return tuple(
        Field(column.name, column.title, column.description, column.unit, column.kind.value)
        for column in columns.values()
    )


def fields_of_figure(headings: Mapping[str, str]) -> tuple[Field, ...]:
    """Dictionary of the table twin of a figure, from its headings."""
    return tuple(Field(name, heading) for name, heading in headings.items())


def source_ids(frame: pd.DataFrame, column: str = "source_ids") -> tuple[str, ...]:
    """The sources named in the rows of a table, each once, in the order of the rows."""
    if column not in frame:
        return ()
    return tuple(dict.fromkeys(source for cell in frame[column] for source in cell))


def _rows(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """Plain Python values row by row: None for missing, tuples for several values."""
    columns = [[None if _missing(v) else v for v in frame[name].tolist()] for name in frame]
    return list(zip(*columns, strict=True))


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value != value  # noqa: PLR0124 - NaN


def _csv_cell(value: Any) -> Any:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return guarded(value)
        case tuple() | list():
            return guarded(SEVERAL.join(str(part) for part in value))
    return value


def csv_bytes(export: Export) -> bytes:
    """UTF-8 without a byte-order mark, comma, LF, as the data files themselves."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([guarded(str(name)) for name in export.frame])
    writer.writerows([_csv_cell(value) for value in row] for row in _rows(export.frame))
    return text.getvalue().encode()


def excel_csv_bytes(export: Export) -> bytes:
    """The same with the byte-order mark by which Excel knows UTF-8."""
    return b"\xef\xbb\xbf" + csv_bytes(export)


def json_bytes(export: Export) -> bytes:
    """Metadata, dictionary, sources and records in one object; missing values are null."""
    names = [str(name) for name in export.frame]
    content = {
        **export.about,
        "fields": [
            {key: value for key, value in _field_dict(field).items() if value}
            for field in export.fields
        ],
        "sources": _records(export.sources),
        "records": [dict(zip(names, row, strict=True)) for row in _rows(export.frame)],
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False).encode()


def _field_dict(field: Field) -> dict[str, str]:
    return {
        "name": field.name,
        "title": field.title,
        "description": field.description,
        "unit": field.unit,
        "kind": field.kind,
    }


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    names = [str(name) for name in frame]
    return [dict(zip(names, row, strict=True)) for row in _rows(frame)]


def parquet_bytes(export: Export) -> bytes:
    """Typed columns; lists stay lists; the words and the dictionary are schema metadata."""
    import pyarrow.parquet as pq  # late: the start does not wait for it

    table = pa.Table.from_pandas(_with_lists(export.frame), preserve_index=False)
    descriptions = {field.name: _field_dict(field) for field in export.fields}
    schema = pa.schema(
        [
            field.with_metadata({k: v for k, v in descriptions.get(field.name, {}).items() if v})
            for field in table.schema
        ],
        metadata={key: value.encode() for key, value in export.about.items()},
    )
    sink = io.BytesIO()
    pq.write_table(table.cast(schema), sink, compression="zstd")
    return sink.getvalue()


def _with_lists(frame: pd.DataFrame) -> pd.DataFrame:
    """Tuples become Arrow lists of text, typed even where every cell is empty."""
    lists = {}
    for name in frame.columns:
        if not any(isinstance(cell, tuple | list) for cell in frame[name]):
            continue
        cells = [None if _missing(cell) else list(cell) for cell in frame[name]]
        array = pa.array(cells, type=pa.list_(pa.string()))
        lists[name] = pd.Series(array, index=frame.index, dtype=pd.ArrowDtype(array.type))
    return frame.assign(**lists)


def excel_bytes(export: Export) -> bytes:
    """A workbook with the sheets data, dictionary, sources and about."""
    rows = [[_flat(value) for value in row] for row in _rows(export.frame)]
    dictionary = [list(_field_dict(field).values()) for field in export.fields]
    sources = [[_flat(value) for value in row] for row in _rows(export.sources)]
    return xlsx_bytes(
        {
            "data": ([str(name) for name in export.frame], rows),
            "dictionary": (["name", "title", "description", "unit", "kind"], dictionary),
            "sources": ([str(name) for name in export.sources], sources),
            "about": (["what", "value"], [list(pair) for pair in export.about.items()]),
        }
    )


def _flat(value: Any) -> Any:
    return SEVERAL.join(str(part) for part in value) if isinstance(value, tuple | list) else value


@dataclass(frozen=True, slots=True)
class Format:
    """A file format on offer."""

    code: str
    label: str
    hint: str
    extension: str
    mime: str
    write: Callable[[Export], bytes]


FORMATS: Sequence[Format] = (
    Format("csv", "CSV", "UTF-8, for programs", "csv", "text/csv; charset=utf-8", csv_bytes),
    Format(
        "csv-excel",
        "CSV for Excel",
        "UTF-8 with the mark that Excel needs to read accents, Hangul and Cyrillic",
        "excel.csv",
        "text/csv; charset=utf-8",
        excel_csv_bytes,
    ),
    Format(
        "xlsx",
        "Excel",
        "Workbook with data, dictionary, sources and notes",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        excel_bytes,
    ),
    Format("json", "JSON", "Records with metadata", "json", "application/json", json_bytes),
    Format(
        "parquet",
        "Parquet",
        "Typed columns with schema metadata",
        "parquet",
        "application/vnd.apache.parquet",
        parquet_bytes,
    ),
)
