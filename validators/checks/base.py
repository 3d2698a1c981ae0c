"""What a check is: a rule in words, and a function that yields the places where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from validators.codes import BY_CODE
from validators.findings import Finding, Severity, shortened
from validators.spec import TableSpec
from validators.tables import Table, Tables

EVERY = ("*",)
"""What a check needs that can only run when every table could be read."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a rule is broken.

    Attributes:
        table: Table in which the place lies.
        row: Index of the row; None where the whole table is meant.
        column: Column, or empty.
        message: What is wrong there, with the figures.
        value: The offending value; taken from the cell where None.
    """

    table: Table
    row: int | None
    column: str
    message: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Check:
    """A rule over tables.

    Attributes:
        code: Stable code of its findings.
        severity: Severity of its findings.
        rule: The rule in one sentence.
        hint: What to do where it is broken.
        needs: Tables that it reads and without which it cannot run; empty for rules over every
            table.
        alone: Whether a rule over every table looks at one table at a time, so that a changed
            table can be checked by itself.
        find: Yields the places where the rule is broken.
    """

    code: str
    severity: Severity
    rule: str
    hint: str
    needs: tuple[str, ...]
    alone: bool
    find: Callable[[Tables], Iterator[Spot]]


def rule(
    code: str,
    text: str,
    hint: str,
    *,
    needs: tuple[str, ...] = (),
    alone: bool = False,
    severity: Severity = Severity.ERROR,
) -> Callable[[Callable[[Tables], Iterator[Spot]]], Check]:
    """Turn a generator of places into a check.

    Args:
        code: Stable code of the findings.
        text: The rule in one sentence.
        hint: What to do where it is broken.
        needs: Tables that it reads; empty for a rule over every table.
        alone: Whether a rule over every table looks at one table at a time.
        severity: Severity of the findings.
    """

    def decorate(find: Callable[[Tables], Iterator[Spot]]) -> Check:
        return Check(code, severity, text, hint, needs, alone, find)

    return decorate


def finding(check: Check, spot: Spot) -> Finding:
    """Return the finding for one place."""
    table = spot.table
    value: Any = spot.value
    if value is None and spot.row is not None and spot.column:
        value = table[spot.column][spot.row]
    if isinstance(value, tuple):
        value = "|".join(str(item) for item in value)
    line = 0 if spot.row is None else table.lines[spot.row]
    return Finding(
        check.code,
        check.severity,
        table.spec.id,
        table.file,
        line,
        spot.column,
        shortened(value),
        spot.message,
        check.hint,
    )


def run(
    checks: Sequence[Check], specs: Sequence[TableSpec], tables: Tables
) -> Iterator[tuple[Finding, Spot | None]]:
    """Run checks and yield findings with their places; a check that cannot run says so."""
    files = {spec.id: spec.file for spec in specs}
    for check in checks:
        needs = files if check.needs == EVERY else check.needs
        absent = [table for table in needs if table not in tables]
        if absent:
            message = f"could not be checked: {check.rule} (needs {', '.join(absent)})"
            code = BY_CODE["check-not-run"]
            table = absent[0]
            yield (
                Finding(
                    code.code,
                    code.severity,
                    table,
                    files.get(table, table),
                    0,
                    "",
                    "",
                    message,
                    code.hint,
                ),
                None,
            )
            continue
        for spot in check.find(tables):
            yield finding(check, spot), spot
