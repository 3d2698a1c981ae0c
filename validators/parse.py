"""Text of a CSV file → typed columns and findings, keeping line numbers.

Every *distinct* text of a column is validated once by the pydantic type of the row model and then
looked up: the same rules as validating row by row, at a small multiple of the cost of splitting
the text (100,000 votes hold five distinct values).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from pydantic import ValidationError

from validators.codes import BY_CODE
from validators.fields import Column
from validators.findings import Finding, Severity, shortened
from validators.spec import TableSpec
from validators.tables import Table

# The longest cell of the record is far below; a runaway quote would swallow the rest of a file.
csv.field_size_limit(1_000_000)

_BLOCK = 4096  # rows

#: Rows of cells, and the line on which each begins.
_Block = tuple[Sequence[int], list[list[str]]]


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
        blocks = self._blocks(text)
        lines, rows = next(blocks, ((), []))
        if not rows:
            self.report("file-empty", 0, "", "", "is empty")
            return None
        header = rows[0]
        if not self._header_fits(header):
            return None
        return self._typed(header, chain([(lines[1:], rows[1:])], blocks))

    def _blocks(self, text: str) -> Iterator[_Block]:
        """Split into cells, so many rows at a time that their texts never stand in memory at once.

        Each block comes with the lines on which its rows begin.
        """
        source = io.StringIO(text, newline="")
        reader = csv.reader(source, strict=True)
        end = 0
        while True:
            begin = source.tell()
            try:
                rows = list(islice(reader, _BLOCK))
            except csv.Error:
                break
            if reader.line_num != end + len(rows):
                break
            if not rows:
                return
            yield range(end + 1, end + len(rows) + 1), rows
            end = reader.line_num
        # A cell with a line break, or a file that breaks off: count line by line from here.
        source.seek(begin)
        yield self._counted(source, end)

    def _counted(self, source: io.StringIO, before: int) -> _Block:
        reader = csv.reader(source, strict=True)
        rows: list[list[str]] = []
        lines: list[int] = []
        end = before
        try:
            for row in reader:
                rows.append(row)
                lines.append(end + 1)
                end = before + reader.line_num
        except csv.Error as error:
            self.report("file-unreadable", end + 1, "", "", f"cannot be split into cells: {error}")
        return lines, rows

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

    def _full_rows(self, width: int, block: _Block) -> _Block:
        lines, rows = block
        if set(map(len, rows)) <= {width}:
            return block
        kept: list[list[str]] = []
        places: list[int] = []
        for row, line in zip(rows, lines, strict=True):
            if len(row) == width:
                kept.append(row)
                places.append(line)
            else:
                message = f"has {len(row)} cells where the header has {width}"
                self.report("row-width", line, "", ",".join(row), message)
        return places, kept

    def _typed(self, header: list[str], blocks: Iterable[_Block]) -> Table:
        known = {name: _Values(column) for name, column in self.spec.columns.items()}
        columns: dict[str, list[Any]] = {name: [] for name in known}
        wrong: dict[str, list[tuple[int, str]]] = {name: [] for name in known}
        lines: list[int] = []
        for block in blocks:
            places, rows = self._full_rows(len(header), block)
            for name, texts in zip(header, zip(*rows, strict=True), strict=rows != []):
                values = known[name]
                columns[name] += map(values.__getitem__, texts)
                if values.errors:
                    at = enumerate(texts, len(lines))
                    wrong[name] += [(row, text) for row, text in at if text in values.errors]
            lines += places
        for name, cells in wrong.items():
            for row, text in cells:
                code, message = known[name].errors[text]
                self.report(code, lines[row], name, text, message)
        unreadable = frozenset((row, name) for name, cells in wrong.items() for row, _ in cells)
        return Table(self.spec, self.file, lines, columns, unreadable)


class _Values(dict[str, Any]):
    """Text → value of a column's cells; a text not met before is validated when it is looked up.

    Attributes:
        errors: Code and message for each text that breaks a rule; its value is the empty one.
    """

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
