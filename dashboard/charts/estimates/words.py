"""What statements range between, unit by unit, in sentences that compute every number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts.estimates.style import prepared, units
from dashboard.charts.rows import each

#: Claimants named at an end of a range before the rest is only counted.
NAMED = 4


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """What the statements in one unit range between.

    Attributes:
        unit: Code of the unit.
        label: Its name.
        range: "11,000 to 15,000", or the wording of the only statement.
        counts: How many statements, by how many claimants.
        lowest: Who named the least number, when and in which words; empty for one statement.
        highest: The same for the greatest; empty where all name the same.
        open: What is said where statements give one bound only; empty otherwise.
    """

    unit: str
    label: str
    range: str
    counts: str
    lowest: str
    highest: str
    open: str

    @property
    def sentence(self) -> str:
        """All of it in plain words."""
        return f"{self.label}: {self.range}, {self.counts}. {' '.join(self.named)}".strip()

    @property
    def named(self) -> tuple[str, ...]:
        """Sentences on who named what, and on open ends."""
        if self.lowest and not self.highest:
            ends = [f"Named by: {self.lowest}."]
        else:
            ends = [f"Lowest: {self.lowest}.", f"Highest: {self.highest}."] if self.lowest else []
        return (*ends, self.open) if self.open else tuple(ends)


def number(value: float) -> str:
    """A number as the statements give it."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def counted(count: int, one: str, many: str = "") -> str:
    """A number of things: "1 statement", "3 statements"."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def spans(rows: pd.DataFrame) -> tuple[UnitSpan, ...]:
    """What the statements range between in each unit, in the order of the frame.

    The least number is the least bound that anyone named, the greatest likewise. Nothing is
    averaged, and a statement with one bound leaves the range open at its other end.

    Args:
        rows: Rows of ``estimate_intervals``.
    """
    if rows.empty:
        return ()
    return tuple(_span(unit, part) for unit, part in units(prepared(rows)))


def _span(unit: str, rows: pd.DataFrame) -> UnitSpan:
    least, most = float(rows["least"].min()), float(rows["most"].max())
    claimants = counted(rows["claimant"].nunique(), "claimant")
    counts = f"{counted(len(rows), 'statement')} by {claimants}"
    label = str(rows["unit_label"].iloc[0])
    if len(rows) == 1:
        only = next(each(rows))
        who = f"one statement: {only.claimant_name}, {only.date_words}"
        return UnitSpan(unit, label, str(only.wording), who, "", "", "")
    span = number(least) if least == most else f"{number(least)} to {number(most)}"
    return UnitSpan(
        unit,
        label,
        span,
        counts,
        _named(rows[rows["least"] == least]),
        "" if least == most else _named(rows[rows["most"] == most]),
        _open(rows["kind"]),
    )


def _named(rows: pd.DataFrame) -> str:
    said = [_who(row) for row in each(rows)]
    if len(said) > NAMED:
        said = [*said[:NAMED], f"{len(said) - NAMED} more"]
    return "; ".join(said)


def _who(row: Any) -> str:
    return f"{row.claimant_name}, {row.date_words} ({row.wording})"


def _open(kinds: Iterable[str]) -> str:
    ends: Sequence[str] = list(kinds)
    said = [
        (ends.count("open-high"), "only a lower bound"),
        (ends.count("open-low"), "only an upper bound"),
    ]
    parts = [
        f"{count} of them {'gives' if count == 1 else 'give'} {what}"
        for count, what in said
        if count
    ]
    return f"{'; '.join(parts)}." if parts else ""
