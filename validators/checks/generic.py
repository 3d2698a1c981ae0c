"""Rules that hold for every table: keys, references, order, dates, expectations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from operator import le
from typing import Any

from validators.checks.base import Spot, rule
from validators.findings import Severity
from validators.primitives import Kind
from validators.tables import Table, Tables

_LENGTH = {"day": 10, "month": 7, "year": 4}
PERIODS = (
    ("date", "date_end"),
    ("window_start", "date_end"),
    ("period_start", "period_end"),
    ("start", "end"),
    ("signed", "ended"),
    ("in_force", "ended"),
    ("signed", "in_force"),
)


@rule(
    "key-duplicate",
    "The key of a row is unique in its table.",
    "Remove the repeated row, or give it an id of its own.",
    alone=True,
)
def unique_keys(tables: Tables) -> Iterator[Spot]:
    """Yield every row whose key stands in an earlier row."""
    for table in tables.values():
        if len(set(table.keys)) == len(table):
            continue
        for row, key in enumerate(table.keys):
            first = table.index[key]
            if first != row:
                name = "/".join(str(part) for part in key) if isinstance(key, tuple) else key
                message = f"repeats the key of line {table.lines[first]}"
                yield Spot(table, row, table.spec.key[0], message, name)


@rule(
    "reference-dangling",
    "Every reference points at a row that exists.",
    "Correct the id, or add the row it should point at.",
)
def references_exist(tables: Tables) -> Iterator[Spot]:
    """Yield every value of a reference column that is no key of its target tables."""
    for table in tables.values():
        for reference in table.spec.references:
            targets = [tables[target] for target in reference.targets if target in tables]
            if len(targets) < len(reference.targets):
                continue  # the missing file is reported by itself
            known = set().union(*(target.keys for target in targets))
            values = table[reference.column]
            several = table.spec.columns[reference.column].several
            used = {item for items in set(values) for item in items} if several else set(values)
            missing = used - known - {None}
            if not missing:
                continue
            where = " or ".join(target.file for target in targets)
            for row, value in enumerate(values):
                for item in value if several else (value,):
                    if item in missing:
                        message = f"names ‘{item}’, which is no key of {where}"
                        yield Spot(table, row, reference.column, message, item)


def _sort_key(table: Table) -> list[Any]:
    order = table.spec.order or table.spec.key
    if order == table.spec.key and not any(None in table[name] for name in order):
        return list(table.keys)
    columns = []
    for name in order:
        values = table[name]
        # An empty cell sorts first; the wrapper is dear, so only where there is one.
        columns.append([(v is not None, v) for v in values] if None in values else values)
    return list(columns[0]) if len(columns) == 1 else list(zip(*columns, strict=True))


@rule(
    "row-order",
    "Rows are sorted, so that a change shows as a change and nothing else.",
    "Move the row to its place; the order of the table stands in the dictionary.",
    severity=Severity.WARNING,
    alone=True,
)
def rows_sorted(tables: Tables) -> Iterator[Spot]:
    """Yield the first row of each table that stands too early."""
    for table in tables.values():
        if table.unreadable:
            continue  # an unreadable cell has no place in an order
        keys = _sort_key(table)
        if all(map(le, keys, islice(keys, 1, None))):
            continue
        for row in range(1, len(keys)):
            if keys[row] < keys[row - 1]:
                column = (table.spec.order or table.spec.key)[0]
                yield Spot(table, row, column, "stands after a row that should follow it")
                break


@rule(
    "date-precision",
    "A date is as long as its precision says: day YYYY-MM-DD, month YYYY-MM, year YYYY.",
    "Correct the date or its precision; never invent a day.",
    alone=True,
)
def dates_fit_precision(tables: Tables) -> Iterator[Spot]:
    """Yield dates that are more or less exact than the precision beside them."""
    for table in tables.values():
        columns = table.spec.columns
        if "precision" not in columns:
            continue
        name = "date" if "date" in columns else "signed"
        for row, date, precision in table.rows(name, "precision"):
            if date and precision and len(date) != _LENGTH[precision]:
                yield Spot(table, row, name, f"does not fit the precision ‘{precision.value}’")


@rule(
    "period-reversed",
    "A period does not end before it begins.",
    "Swap or correct the two dates.",
    alone=True,
)
def periods_run_forward(tables: Tables) -> Iterator[Spot]:
    """Yield ends that lie before their beginning, compared at the coarser precision."""
    for table in tables.values():
        columns = table.spec.columns
        for first, last in PERIODS:
            if first in columns and last in columns:
                for row, start, end in table.rows(first, last):
                    if start is None or end is None:
                        continue
                    a, b = str(start), str(end)
                    length = min(len(a), len(b))
                    if b[:length] < a[:length]:
                        yield Spot(table, row, last, f"lies before {first} {a}")


@rule(
    "span-reversed",
    "A span of months ends after it begins.",
    "Swap or correct the two months.",
    alone=True,
)
def spans_run_forward(tables: Tables) -> Iterator[Spot]:
    """Yield spans ``YYYY-MM/YYYY-MM`` that run backwards or begin with a year alone."""
    for table in tables.values():
        for name, column in table.spec.columns.items():
            if column.cell is None or column.cell.kind is not Kind.TEXT or name != "period":
                continue
            for row, span in enumerate(table[name]):
                if span and "/" in span:
                    start, end = span.split("/")
                    if len(start) != len(end) or end <= start:
                        yield Spot(table, row, name, "does not end after it begins")


@rule(
    "date-future",
    "Nothing is dated after the year of the release.",
    "Correct the date.",
)
def dates_not_beyond(tables: Tables) -> Iterator[Spot]:
    """Yield dates and years that lie in the future of every source of the record."""
    sources = tables.get("sources")
    if sources is None:
        return
    latest = max((date[:4] for date in sources["date"] if date), default="2099")
    for table in tables.values():
        if table.spec.id in ("sources", "tombstones"):
            continue
        for name in table.spec.time:
            for row, value in enumerate(table[name]):
                if value is not None and str(value)[:4] > latest:
                    message = f"lies after {latest}, the year of the latest source"
                    yield Spot(table, row, name, message)


@rule(
    "rows-missing",
    "A table holds at least as many rows as it is known to hold.",
    "Restore the lost rows; lower the expectation only with a tombstone for each removed id.",
    alone=True,
)
def minimum_rows(tables: Tables) -> Iterator[Spot]:
    """Yield tables with fewer rows than expected."""
    for table in tables.values():
        fewest = table.spec.expectations.min_rows
        if len(table) < fewest:
            yield Spot(table, None, "", f"has {len(table)} rows; at least {fewest} are expected")


@rule(
    "rows-surprising",
    "A table does not hold surprisingly many rows.",
    "Look whether rows were added twice; raise the expectation if they are meant.",
    severity=Severity.WARNING,
    alone=True,
)
def maximum_rows(tables: Tables) -> Iterator[Spot]:
    """Yield tables with more rows than would be unsurprising."""
    for table in tables.values():
        most = table.spec.expectations.max_rows
        if len(table) > most:
            yield Spot(table, None, "", f"has {len(table)} rows; more than {most} are a surprise")


@rule(
    "cells-missing",
    "A column is filled to the share it is known to be filled.",
    "Restore the lost cells.",
    alone=True,
)
def fill_rates(tables: Tables) -> Iterator[Spot]:
    """Yield columns that are emptier than expected."""
    for table in tables.values():
        if not len(table):
            continue
        for name, share in table.spec.expectations.filled.items():
            empty = sum(count for value, count in Counter(table[name]).items() if not value)
            filled = 1 - empty / len(table)
            if filled < share:
                message = f"is filled to {filled:.1%}; at least {share:.0%} is expected"
                yield Spot(table, None, name, message)


CHECKS = (
    unique_keys,
    references_exist,
    rows_sorted,
    dates_fit_precision,
    periods_run_forward,
    spans_run_forward,
    dates_not_beyond,
    minimum_rows,
    maximum_rows,
    fill_rates,
)
