"""What a mutation is: one change of one file, and where its finding must point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from tests.mutation.record import Record, Text
from validators.fields import Column
from validators.spec import TableSpec

Place = tuple[str, int, str]
"""Table, line and column; the empty column is the whole row, line 0 the whole file."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change that breaks one rule.

    Attributes:
        operator: How it was made.
        table: Table that was changed.
        what: The change in words.
        data: The changed file.
        places: Places of which one must be named; empty where any finding counts.
        codes: Codes of which one must stand there; empty where any counts.
        harmless: Why nothing need be found; empty where a finding is required.
    """

    operator: str
    table: str
    what: str
    data: bytes
    places: frozenset[Place] = frozenset()
    codes: frozenset[str] = frozenset()
    harmless: str = ""


@dataclass(frozen=True)
class Target:
    """One operator at one column of one table, from which mutations are drawn."""

    operator: str
    table: str
    column: str
    make: Callable[[Random], Mutation | None] = field(repr=False)


class Maker:
    """What an operator has at hand: the record, the table and the column."""

    def __init__(self, record: Record, spec: TableSpec, column: Column | None, name: str) -> None:
        self.record = record
        self.spec = spec
        self.column = column
        self.name = name

    @property
    def text(self) -> Text:
        """The clean file."""
        return self.record.texts[self.spec.id]

    def rows(self, rng: Random) -> Iterator[int]:
        """Yield rows at random: sixty anywhere, then all from one of them on."""
        count = len(self.text.rows)
        some = rng.sample(range(count), min(count, 60))
        yield from some
        yield from range(some[-1], count)
        yield from range(some[-1])

    def place(self, row: int, column: str) -> Place:
        """Return the place of a cell."""
        return (self.spec.id, row + 2, column)

    def cell(
        self,
        row: int,
        column: str,
        value: str,
        *codes: str,
        also: tuple[Place, ...] = (),
        harmless: str = "",
    ) -> Mutation:
        """Return the mutation that sets one cell.

        Args:
            row: Index of the row.
            column: Column of the cell.
            value: Its new text.
            *codes: Codes of which one must be found.
            also: Further places at which the finding may stand, where a rule spans cells.
            harmless: Why nothing need be found.
        """
        before = self.text.cell(row, column)
        return Mutation(
            self.name,
            self.spec.id,
            f"{self.spec.file}:{row + 2} [{column}] {before!r} → {value!r}",
            self.text.with_cell(row, column, value),
            frozenset((self.place(row, column), *also)),
            frozenset(codes),
            harmless,
        )
