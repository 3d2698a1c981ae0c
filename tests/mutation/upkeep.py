"""Rows added to the tables of upkeep, which are all but empty in the clean record."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.mutation.model import Mutation
from tests.mutation.record import SPECS, Record, csv_line


@dataclass(frozen=True)
class Added:
    """One row too many, and the rule that it breaks.

    Attributes:
        code: Code that must be found.
        table: Table that gets the row.
        column: Column that must be named.
        cells: The row.
    """

    code: str
    table: str
    column: str
    cells: tuple[str, ...]

    def make(self, record: Record, name: str, rng: Random) -> Mutation:
        """Return the mutation that adds the row at the end."""
        text = record.texts[self.table]
        place = (self.table, len(text.lines) + 1, self.column)
        return Mutation(
            name,
            self.table,
            f"{SPECS[self.table].file} [{self.column}] + {'|'.join(self.cells)}",
            b"".join((*text.lines, csv_line(self.cells))),
            frozenset({place}),
            frozenset({self.code}),
        )


_DAY = "2026-03-01"
_USED = "2024-06-19-partnership-treaty"

ADDED: tuple[Added, ...] = (
    Added("id-reused", "tombstones", "id", ("eras", "2000-reset", _DAY, "Merged.", "")),
    Added("id-reused", "tombstones", "replaced_by", ("eras", "gone", _DAY, "Merged.", "nowhere")),
    Added("table-unknown", "tombstones", "table", ("epochs", "gone", _DAY, "Merged.", "")),
    Added("value-required", "tombstones", "reason", ("eras", "gone", _DAY, "", "")),
    Added("date-form", "tombstones", "date", ("eras", "gone", "1.3.2026", "Merged.", "")),
    Added("text-spacing", "tombstones", "reason", ("eras", "gone", _DAY, "Merged. ", "")),
    Added(
        "acceptance-unused",
        "accepted_findings",
        "code",
        ("tally-exceeded", "ga_roll_calls", "v4", "Never happened."),
    ),
    Added("table-unknown", "accepted_findings", "table", ("zero", "nowhere", "*", "Never.")),
)
