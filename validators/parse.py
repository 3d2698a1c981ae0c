"""Text of a CSV file → typed columns and findings, keeping line numbers.

Every *distinct* text of a column is validated once by the pydantic type of the row model and then
looked up: the same rules as validating row by row, at a small multiple of the cost of splitting
the text (100,000 votes hold five distinct values).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from validators.codes import BY_CODE
from validators.fields import Column
from validators.findings import Finding, Severity, shortened
from validators.spec import TableSpec
from validators.tables import Table

# The longest cell of the record is far below; a runaway quote would swallow the rest of a file.
csv.field_size_limit(1_000_000)


class TableReader:
    """Collects findings while one file becomes a table."""

    def __init__(self, spec: TableSpec, file: str) -> None:
        self.spec = spec
        self.file = file
        self.findings: list[Finding] = []

    def report(self, code: str, line: int, column: str, value: object, message: str) -> None:
        """Add an error at a place of the file."""
        hint = BY_CODE[code].hint
        self.findings.append(
            Finding(
                code,
                Severity.ERROR,
                self.spec.id,
                self.file,
                line,
                column,
                shortened(value),
                message,
                hint,
            )
        )

    def read(self, data: bytes) -> Table | None:
        """Return the table, or None where header or encoding make reading it impossible."""
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            self.report("file-encoding", line, "", data[error.start : error.end], "is not UTF-8")
            return None
        if text.startswith("\ufeff"):
            self.report("file-encoding", 1, "", "BOM", "begins with a byte-order mark")
            return None
        lines, header, rows = self._split(text)
        if header is None or not self._header_fits(header):
            return None
        rows, lines = self._full_rows(header, rows, lines)
        return self._typed(header, rows, lines)

    def _split(self, text: str) -> tuple[list[int], list[str] | None, list[list[str]]]:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        rows: list[list[str]] = []
        lines: list[int] = []
        try:
            rows = list(reader)
            lines = list(range(1, len(rows) + 1))
        except csv.Error:
            rows = []
        if not rows or reader.line_num != len(rows):
            # A cell with a line break, or a file that breaks off: count line by line.
            rows, lines = self._split_counting(text)
        if not rows:
            self.report("file-empty", 0, "", "", "is empty")
            return [], None, []
        return lines[1:], rows[0], rows[1:]

    def _split_counting(self, text: str) -> tuple[list[list[str]], list[int]]:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        rows: list[list[str]] = []
        lines: list[int] = []
        end = 0
        try:
            for row in reader:
                rows.append(row)
                lines.append(end + 1)
                end = reader.line_num
        except csv.Error as error:
            self.report("file-unreadable", end + 1, "", "", f"cannot be split into cells: {error}")
        return rows, lines

    def _header_fits(self, header: list[str]) -> bool:
        known = self.spec.columns
        for name in sorted({n for n in header if header.count(n) > 1}):
            self.report("header-repeated", 1, name, name, "stands twice in the header")
        for name in header:
            if name not in known:
                self.report("header-unknown", 1, name, name, "is no column of this table")
        for name in known:
            if name not in header:
                self.report("header-missing", 1, name, "", "is missing from the header")
        return sorted(header) == sorted(known)

    def _full_rows(
        self, header: list[str], rows: list[list[str]], lines: list[int]
    ) -> tuple[list[list[str]], list[int]]:
        width = len(header)
        if set(map(len, rows)) <= {width}:
            return rows, lines
        kept: list[list[str]] = []
        places: list[int] = []
        for row, line in zip(rows, lines, strict=True):
            if len(row) == width:
                kept.append(row)
                places.append(line)
            else:
                message = f"has {len(row)} cells where the header has {width}"
                self.report("row-width", line, "", ",".join(row), message)
        return kept, places

    def _typed(self, header: list[str], rows: list[list[str]], lines: list[int]) -> Table:
        texts = list(zip(*rows, strict=True)) if rows else [() for _ in header]
        by_name = dict(zip(header, texts, strict=True))
        columns: dict[str, Sequence[Any]] = {}
        unreadable: set[tuple[int, str]] = set()
        for name, column in self.spec.columns.items():
            values, errors = typed_values(column, by_name[name])
            columns[name] = values
            if errors:
                for place, text in enumerate(by_name[name]):
                    if text in errors:
                        code, message = errors[text]
                        self.report(code, lines[place], name, text, message)
                        unreadable.add((place, name))
        return Table(self.spec, self.file, lines, columns, frozenset(unreadable))


class _Values(dict[str, Any]):
    """Text → value; a text that was not met before is validated when it is looked up."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.empty: Any = () if column.several else None
        self.errors: dict[str, tuple[str, str]] = {}
        # The core of the adapter: its wrapper costs as much again for so short a text.
        self.validate = column.adapter.validator.validate_python

    def __missing__(self, text: str) -> Any:
        value = self.empty
        if text:
            try:
                value = self.validate(text)
            except ValidationError as error:
                self.errors[text] = _reading(self.column, error)
        elif self.column.required:
            self.errors[text] = ("value-required", "is empty but must be filled")
        self[text] = value
        return value


def typed_values(
    column: Column, texts: Sequence[str]
) -> tuple[list[Any], dict[str, tuple[str, str]]]:
    """Validate the cells of a column.

    Args:
        column: What the column holds.
        texts: Text of its cells, row by row.

    Returns:
        The values (None where empty or wrong) and, for each distinct wrong text, code and message.
    """
    known = _Values(column)
    return list(map(known.__getitem__, texts)), known.errors


def _reading(column: Column, error: ValidationError) -> tuple[str, str]:
    first = error.errors(include_url=False, include_context=False, include_input=True)[0]
    if column.vocabulary is not None and first["type"] not in (
        "list-empty-item",
        "list-repeated-item",
    ):
        allowed = ", ".join(str(term.value) for term in column.vocabulary)
        item = first["input"] if column.several else ""
        subject = f"holds ‘{item}’, which is" if item else "is"
        return "term-unknown", f"{subject} none of: {allowed}"
    message = str(first["msg"])
    if column.several and not message.startswith(("has ", "names ")):
        message = f"holds ‘{first['input']}’, which {message}"
    return str(first["type"]), message
