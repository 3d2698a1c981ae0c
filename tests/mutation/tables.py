"""Operators that follow from the specification of a table: keys, references, order, dates, files."""

from __future__ import annotations

from random import Random

from tests.mutation.cells import Applies, Make
from tests.mutation.model import Maker, Mutation
from tests.mutation.record import csv_line
from validators.checks.generic import PERIODS
from validators.fields import Column
from validators.primitives import Kind
from validators.spec import TableSpec

_MISSING = {
    "[A-Z]{3}": "QQQ",
    "[A-Z0-9]{2,6}": "QQQ",
    "[A-Z0-9]+(?:-[A-Z]+)?": "QQQ",
}


def dangling_reference(maker: Maker, rng: Random) -> Mutation | None:
    """Point at a row that does not exist."""
    column = maker.column
    assert column is not None
    pattern = column.cell.pattern if column.cell is not None else None
    value = _MISSING.get(pattern or "", "no-such-record")
    row = next(maker.rows(rng))
    before = maker.text.cell(row, column.name)
    keep = column.several and before and rng.random() < 0.5
    text = f"{before}|{value}" if keep else value
    return maker.cell(row, column.name, text, "reference-dangling")


def duplicate_key(maker: Maker, rng: Random) -> Mutation | None:
    """Give a row the key of another one."""
    name = maker.spec.key[0]
    first, second = rng.sample(range(len(maker.text.rows)), 2)
    value = maker.text.cell(second, name)
    # The later of the two rows is named, whichever was changed.
    late = maker.place(max(first, second), name)
    return maker.cell(first, name, value, "key-duplicate", also=(late,))


def _lines(maker: Maker, place: int, lines: tuple[bytes, ...], what: str, found: int, *codes: str,
           column: str = "", harmless: str = "") -> Mutation:  # fmt: skip
    return Mutation(
        maker.name,
        maker.spec.id,
        f"{maker.spec.file}:{place + 1} {what}",
        maker.text.with_line(place, *lines),
        frozenset({(maker.spec.id, found, column)}),
        frozenset(codes),
        harmless,
    )


def row_repeated(maker: Maker, rng: Random) -> Mutation | None:
    """Write a row twice."""
    place = next(maker.rows(rng)) + 1
    line = maker.text.lines[place]
    key = maker.spec.key[0]
    return _lines(maker, place, (line, line), "repeated", place + 2, "key-duplicate", column=key)


def row_dropped(maker: Maker, rng: Random) -> Mutation | None:
    """Drop a row."""
    place = next(maker.rows(rng)) + 1
    dropped = maker.text.with_line(place)
    tight = len(maker.text.rows) <= maker.spec.expectations.min_rows
    return Mutation(
        maker.name,
        maker.spec.id,
        f"{maker.spec.file}:{place + 1} dropped",
        dropped,
        frozenset({(maker.spec.id, 0, "")}) if tight else frozenset(),
        frozenset({"rows-missing"}) if tight else frozenset(),
        "" if tight else "the table may shrink to its minimum, and no row pointed at this one",
    )


def row_moved(maker: Maker, rng: Random) -> Mutation | None:
    """Exchange a row with the next one."""
    place = rng.randrange(1, len(maker.text.rows))
    lines = maker.text.lines
    data = b"".join((*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]))
    column = (maker.spec.order or maker.spec.key)[0]
    return Mutation(
        maker.name,
        maker.spec.id,
        f"{maker.spec.file}:{place + 1} exchanged with the next",
        data,
        frozenset({(maker.spec.id, place + 2, column)}),
        frozenset({"row-order"}),
    )


def cell_missing(maker: Maker, rng: Random) -> Mutation | None:
    """Leave the last cell of a row away, or add one."""
    row = next(maker.rows(rng))
    cells = maker.text.rows[row]
    line = csv_line((*cells, "x") if rng.random() < 0.5 else cells[:-1])
    return _lines(maker, row + 1, (line,), "cells", row + 2, "row-width")


def header_changed(maker: Maker, rng: Random) -> Mutation | None:
    """Rename a column, repeat its name, or capitalise it."""
    column = maker.column
    assert column is not None
    header = list(maker.text.header)
    place = header.index(column.name)
    other = header[place - 1]
    header[place] = rng.choice((f"{column.name}_x", column.name.upper(), other, ""))
    codes = ("header-missing", "header-unknown", "header-repeated")
    return _lines(maker, 0, (csv_line(header),), "header", 1, *codes, column=column.name)


def date_against_precision(maker: Maker, rng: Random) -> Mutation | None:
    """Make a date more or less exact than its precision."""
    column = maker.column
    assert column is not None
    for row in maker.rows(rng):
        before = maker.text.cell(row, column.name)
        if column.name == "precision":
            value = rng.choice([term for term in ("day", "month", "year") if term != before])
            date = maker.place(row, "date" if "date" in maker.spec.columns else "signed")
            return maker.cell(row, column.name, value, "date-precision", also=(date,))
        choices = [before[:4], before[:7], f"{before}-11"[:10], f"{before}-11-11"[:10]]
        choices = [text for text in choices if text != before]
        return maker.cell(row, column.name, rng.choice(choices), "date-precision")
    return None


def date_beyond(maker: Maker, rng: Random) -> Mutation | None:
    """Date a row in the future of all sources."""
    column = maker.column
    assert column is not None
    for row in maker.rows(rng):
        before = maker.text.cell(row, column.name)
        if before:
            return maker.cell(row, column.name, f"2098{before[4:]}", "date-future")
    return None


def period_reversed(maker: Maker, rng: Random) -> Mutation | None:
    """Let a period end before it begins."""
    column = maker.column
    assert column is not None
    firsts = [first for first, last in PERIODS if last == column.name]
    for row in maker.rows(rng):
        record = maker.text.record(row)
        first = next((f for f in firsts if record.get(f)), None)
        if first is not None:
            value = f"1901{(record[column.name] or record[first])[4:]}"
            return maker.cell(row, column.name, value, "period-reversed")
    return None


def span_reversed(maker: Maker, rng: Random) -> Mutation | None:
    """Let a span of months run backwards."""
    for row in maker.rows(rng):
        year = maker.text.cell(row, "period")[:4]
        return maker.cell(row, "period", f"{year}-09/{year}-03", "span-reversed")
    return None


def column_emptied(maker: Maker, rng: Random) -> Mutation | None:
    """Empty a column that is known to be filled to some share."""
    column = maker.column
    assert column is not None
    place = maker.text.header.index(column.name)
    lines = (csv_line((*row[:place], "", *row[place + 1 :])) for row in maker.text.rows)
    return Mutation(
        maker.name,
        maker.spec.id,
        f"{maker.spec.file} [{column.name}] emptied",
        b"".join((maker.text.lines[0], *lines)),
        frozenset({(maker.spec.id, 0, column.name)}),
        frozenset({"cells-missing"}),
    )


def file_broken(maker: Maker, rng: Random) -> Mutation | None:
    """Break a file as a whole: encoding, quotes, nothing left, or far too much."""
    lines = maker.text.lines
    whole = b"".join(lines)
    last = len(lines)
    open_quote = csv_line(["x"] * len(maker.text.header)).replace(b"x", b'"x', 1)
    variants = (
        (b"", 0, "file-empty"),
        (b"\xef\xbb\xbf" + whole, 1, "file-encoding"),
        (whole + b"\xe9\n", last + 1, "file-encoding"),
        (whole + open_quote, last + 1, "file-unreadable"),
        (whole.decode().encode("utf-16"), 1, "file-encoding"),
    )
    data, line, code = variants[rng.randrange(len(variants))]
    places = frozenset({(maker.spec.id, line, "")})
    return Mutation(maker.name, maker.spec.id, f"{maker.spec.file} {code}", data, places, frozenset({code}))  # fmt: skip


def optional_emptied(maker: Maker, rng: Random) -> Mutation | None:
    """Empty a cell that may be empty."""
    column = maker.column
    assert column is not None
    for row in maker.rows(rng):
        if maker.text.cell(row, column.name):
            reason = "the dictionary lets the cell be empty; fill rates guard the column"
            return maker.cell(row, column.name, "", harmless=reason)
    return None


def another_value(maker: Maker, rng: Random) -> Mutation | None:
    """Put the value of another row into the cell: valid in form, wrong in fact."""
    column = maker.column
    assert column is not None
    row = next(maker.rows(rng))
    before = maker.text.cell(row, column.name)
    for other in maker.rows(rng):
        value = maker.text.cell(other, column.name)
        if value and value != before:
            reason = "a valid value of which no other cell speaks; only its source can tell"
            return maker.cell(row, column.name, value, harmless=reason)
    return None


def rows_multiplied(maker: Maker, rng: Random) -> Mutation | None:
    """Repeat the rows until there are more than would be unsurprising."""
    header, *lines = maker.text.lines
    times = maker.spec.expectations.max_rows // len(lines) + 1
    return Mutation(
        maker.name,
        maker.spec.id,
        f"{maker.spec.file} repeated {times} times",
        header + b"".join(lines) * times,
        frozenset({(maker.spec.id, 0, "")}),
        frozenset({"rows-surprising"}),
    )


def _once(spec: TableSpec, column: Column) -> bool:
    """Whether the column is the first: for operators that need no column."""
    return column.name == next(iter(spec.columns))


OPERATORS: tuple[tuple[Make, Applies], ...] = (
    (dangling_reference, lambda s, c: any(r.column == c.name for r in s.references)),
    (duplicate_key, lambda s, c: _once(s, c) and len(s.key) == 1),
    (row_repeated, _once),
    (row_dropped, _once),
    (row_moved, _once),
    (cell_missing, _once),
    (header_changed, lambda s, c: True),
    (
        date_against_precision,
        lambda s, c: (
            "precision" in s.columns
            and c.name in ("precision", "date" if "date" in s.columns else "signed")
        ),
    ),
    (
        date_beyond,
        lambda s, c: c.name in s.time and c.name != "period" and s.id not in ("sources",),
    ),
    (
        period_reversed,
        lambda s, c: any(last == c.name and first in s.columns for first, last in PERIODS),
    ),
    (span_reversed, lambda s, c: c.name == "period"),
    (column_emptied, lambda s, c: c.name in s.expectations.filled),
    (file_broken, _once),
    (rows_multiplied, lambda s, c: _once(s, c) and s.expectations.max_rows <= 100),
    (optional_emptied, lambda s, c: not c.required),
    (another_value, lambda s, c: c.kind is not Kind.TEXT or c.name == "period"),
)
