"""Draws mutations, asks the contract about each, and counts what was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from random import Random

from datasets.registry import TABLES
from tests.mutation import (
    breaks_contested,
    breaks_council,
    breaks_events,
    breaks_figures,
    breaks_reactions,
    breaks_votes,
    cells,
    tables,
    upkeep,
)
from tests.mutation.cells import Make
from tests.mutation.model import Maker, Mutation, Target
from tests.mutation.record import SPECS, Record
from tests.mutation.rules import Break
from validators.fields import Column
from validators.findings import Finding
from validators.spec import TableSpec

# Rules that one file alone cannot break: they are broken in the tests of reading and of ``check``.
ELSEWHERE = frozenset({"file-missing", "file-unknown", "check-not-run", "caveat-unknown"})
BREAKS: tuple[Break, ...] = (
    *breaks_events.BREAKS,
    *breaks_figures.BREAKS,
    *breaks_contested.BREAKS,
    *breaks_reactions.BREAKS,
    *breaks_votes.BREAKS,
    *breaks_council.BREAKS,
)
_FOR_EMPTY = (tables.header_changed, tables.file_broken)


def targets(record: Record) -> tuple[Target, ...]:
    """Return every operator at every column of every table to which it applies."""
    found: list[Target] = []
    for spec in TABLES:
        for column in spec.columns.values():
            for make, applies in (*cells.OPERATORS, *tables.OPERATORS):
                if applies(spec, column) and (record.texts[spec.id].rows or make in _FOR_EMPTY):
                    found.append(_of_kind(record, spec, column, make))
    for number, rule in enumerate(BREAKS):
        spec = SPECS[rule.table]
        name = f"break-{number}:{rule.code}"
        maker = Maker(record, spec, spec.columns[rule.column], name)
        found.append(Target(name, rule.table, rule.column, partial(rule.make, record, maker)))
    for row in upkeep.ADDED:
        name = f"added:{row.code}"
        make_added: Callable[[Random], Mutation] = partial(row.make, record, name)
        found.append(Target(name, row.table, row.column, make_added))
    return tuple(found)


def _of_kind(record: Record, spec: TableSpec, column: Column, make: Make) -> Target:
    name = make.__name__
    return Target(name, spec.id, column.name, partial(make, Maker(record, spec, column, name)))


@dataclass
class Report:
    """What became of the mutations.

    Attributes:
        tried: Mutations tried, by operator.
        caught: Mutations whose finding names the place.
        harmless: Mutations that broke no rule, by reason.
        missed: Mutations that should have been found, with what was found instead.
        codes: Findings seen, by code.
        columns: Columns that were changed.
        barren: Operators at columns that found no row to change.
    """

    tried: Counter[str] = field(default_factory=Counter)
    caught: int = 0
    harmless: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    columns: set[tuple[str, str]] = field(default_factory=set)
    barren: set[tuple[str, str, str]] = field(default_factory=set)

    def add(self, mutation: Mutation, found: list[Finding]) -> None:
        """Count one mutation."""
        self.tried[mutation.operator.split(":")[-1]] += 1
        fitting = [f for f in found if _fits(mutation, f)]
        self.codes.update({f.code for f in found})
        if fitting:
            self.caught += 1
        elif mutation.harmless and not found:
            self.harmless[mutation.harmless] += 1
        elif mutation.harmless:
            self.caught += 1  # seen at another place that speaks of the value
        else:
            seen = "; ".join(sorted({str(f)[:160] for f in found})[:3]) or "nothing"
            self.missed.append(f"{mutation.operator}: {mutation.what}\n    found {seen}")

    def merge(self, other: Report) -> None:
        """Add the counts of another part of the run."""
        self.tried += other.tried
        self.caught += other.caught
        self.harmless += other.harmless
        self.missed += other.missed
        self.codes += other.codes
        self.columns |= other.columns
        self.barren |= other.barren


def _fits(mutation: Mutation, finding: Finding) -> bool:
    if mutation.codes and finding.code not in mutation.codes:
        return False
    return not mutation.places or (finding.table, finding.line, finding.column) in mutation.places


def drawn(record: Record, count: int, seed: int) -> Iterator[tuple[int, Target]]:
    """Yield (number, target): every target in turn, in an order that the seed decides."""
    every = list(targets(record))
    Random(seed).shuffle(every)
    for number in range(count):
        yield number, every[number % len(every)]


def run(count: int, seed: int, part: int = 0, parts: int = 1) -> Report:
    """Try mutations and report what the contract saw.

    Args:
        count: How many mutations to try.
        seed: Decides every choice; the same seed gives the same mutations.
        part: Which share of them to try, from 0.
        parts: Into how many shares they are divided.
    """
    record, report = Record(), Report()
    for number, target in drawn(record, count, seed):
        if number % parts != part:
            continue
        mutation = target.make(Random(f"{seed}/{number}"))
        if mutation is None:
            report.barren.add((target.operator, target.table, target.column))
            continue
        report.columns.add((target.table, target.column))
        report.add(mutation, record.findings({mutation.table: mutation.data}))
    return report
