"""How an operator that breaks one rule across cells is declared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.mutation.model import Maker, Mutation, Place
from tests.mutation.record import Record, Text


@dataclass(frozen=True)
class Row:
    """One row at hand of an operator: its cells as text, and chance."""

    maker: Maker
    number: int
    rng: Random

    def __getitem__(self, column: str) -> str:
        return self.maker.text.cell(self.number, column)

    @property
    def record(self) -> Record:
        """The clean record."""
        return self.maker.record

    def of(self, table: str) -> Text:
        """Return another file."""
        return self.record.texts[table]

    def other(self, column: str) -> str:
        """Return another value of the column than that of this row."""
        values = {self.maker.text.cell(n, column) for n in range(len(self.maker.text.rows))}
        values -= {self[column], ""}
        return self.rng.choice(sorted(values))

    def line_of(self, table: str, column: str, value: str) -> int:
        """Return the line of the first row of a table with a value in a column."""
        text = self.of(table)
        place = text.header.index(column)
        return next(n for n, row in enumerate(text.rows) if row[place] == value) + 2


@dataclass(frozen=True)
class Break:
    """One way to break one rule by changing one cell.

    Attributes:
        code: Code that must be found.
        table: Table of the cell.
        column: Column of the cell.
        value: Returns the new text, or None where the row does not lend itself to it.
        also: Other columns of the row at which the finding may stand.
        at: Returns places outside the row at which the finding may stand.
    """

    code: str
    table: str
    column: str
    value: Callable[[Row], str | None]
    also: tuple[str, ...] = ()
    at: Callable[[Row], tuple[Place, ...]] | None = None

    def make(self, record: Record, maker: Maker, rng: Random) -> Mutation | None:
        """Return a mutation at a random row that lends itself to it."""
        for number in rng.sample(range(len(maker.text.rows)), len(maker.text.rows)):
            row = Row(maker, number, rng)
            value = self.value(row)
            if value is None or value == row[self.column]:
                continue
            places = tuple(maker.place(number, column) for column in self.also)
            if self.at is not None:
                places += self.at(row)
            return maker.cell(number, self.column, value, self.code, also=places)
        return None


def when(
    condition: Callable[[Row], object], value: Callable[[Row], str] | str
) -> Callable[[Row], str | None]:
    """Return a value function that gives a value where a condition holds."""

    def chosen(row: Row) -> str | None:
        if not condition(row):
            return None
        return value if isinstance(value, str) else value(row)

    return chosen
