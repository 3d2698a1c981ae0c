"""One filter of one column, and how it is written in the address.

A condition is ``column.value``: ``theme.law.military`` (any of these terms), ``date.1990..2000``
(from … to …, both included, either end may be missing) or ``title.treaty`` (words). What the value
means follows from the column. Parts are joined by a full stop, which no browser escapes.
"""

import re
from dataclasses import dataclass
from typing import Protocol

import datasets
from dashboard.browse.columns import FilterKind, filter_kind, options
from dashboard.state.choices import LISTED_IN_WORDS
from dashboard.state.params import JOINER, LONGEST_TEXT, plain_text
from validators.primitives import Kind

#: Stands between the ends of a range.
TO = ".."

_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?")


class ConditionError(ValueError):
    """A condition that is not understood; the message says why, in the reader's words."""


class Condition(Protocol):
    """A filter of one column."""

    @property
    def column(self) -> str:
        """Name of the column."""
        ...

    def write(self) -> str:
        """The condition as it stands in the address."""
        ...

    def words(self, table: str) -> str:
        """The condition in words."""
        ...


@dataclass(frozen=True, slots=True)
class Terms:
    """Any of these codes."""

    column: str
    codes: tuple[str, ...]

    def write(self) -> str:
        """Column and codes, joined."""
        return JOINER.join((self.column, *self.codes))

    def words(self, table: str) -> str:
        """Heading and labels."""
        labels = dict(options(table, self.column))
        named = [labels.get(code, code) for code in self.codes]
        if len(named) > LISTED_IN_WORDS:
            named = [*named[:LISTED_IN_WORDS], f"{len(named) - LISTED_IN_WORDS} more"]
        listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"
        return f"{_heading(table, self.column)}: {listed}"


@dataclass(frozen=True, slots=True)
class Range:
    """From … to …, both included; an empty end is open."""

    column: str
    low: str
    high: str

    def write(self) -> str:
        """Column and ends, joined."""
        return f"{self.column}{JOINER}{self.low}{TO}{self.high}"

    def words(self, table: str) -> str:
        """Heading and ends."""
        said = [f"from {self.low}"] if self.low else []
        said += [f"up to {self.high}"] if self.high else []
        if self.low == self.high:
            said = [self.low]
        return f"{_heading(table, self.column)}: {' '.join(said)}"


@dataclass(frozen=True, slots=True)
class Words:
    """Every one of these words begins a word of the cell."""

    column: str
    text: str

    def write(self) -> str:
        """Column and text, joined."""
        return f"{self.column}{JOINER}{self.text}"

    def words(self, table: str) -> str:
        """Heading and text."""
        return f"{_heading(table, self.column)}: “{self.text}”"


def _heading(table: str, column: str) -> str:
    return datasets.spec(table).columns[column].title.lower()


def parse(table: str, written: str) -> Condition:
    """The condition that :meth:`Condition.write` wrote.

    Args:
        table: Id of a table that exists.
        written: Column and value.

    Raises:
        ConditionError: It is not understood.
    """
    column, _, value = written.partition(JOINER)
    if column not in datasets.spec(table).columns:
        raise ConditionError("names no column of this table")
    match filter_kind(table, column):
        case FilterKind.TERMS:
            return terms(table, column, value.split(JOINER))
        case FilterKind.RANGE:
            low, to, high = value.partition(TO)
            return span(table, column, low, high if to else low)
        case FilterKind.WORDS:
            return words(column, value)


def terms(table: str, column: str, codes: list[str] | tuple[str, ...]) -> Terms:
    """Any of these codes, in the order of display.

    Raises:
        ConditionError: There is none, or one that is not known.
    """
    known = [code for code, _ in options(table, column)]
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise ConditionError(f"names a value that {_heading(table, column)} does not have")
    chosen = set(codes)
    return Terms(column, tuple(code for code in known if code in chosen))


def span(table: str, column: str, low: str, high: str) -> Range:
    """From … to …; ends in the wrong order are exchanged.

    Raises:
        ConditionError: An end is no value of this kind, or both are missing.
    """
    dates = datasets.spec(table).columns[column].kind is Kind.DATE
    ends = tuple(plain_text(end).replace(",", "") for end in (low, high))
    pattern = _DATE if dates else _NUMBER
    for end in filter(None, ends):
        if not pattern.fullmatch(end):
            kind = "a date such as 1990, 1990-06 or 1990-06-25" if dates else "a number"
            raise ConditionError(f"“{end[:40]}” is not {kind}")
    if not any(ends):
        raise ConditionError("gives neither end of a range")
    if all(ends) and _after(*ends, dates=dates):
        ends = ends[::-1]
    return Range(column, *ends)


def _after(low: str, high: str, *, dates: bool) -> bool:
    # "1990-06" to "1990" is June to the end of the year, which is in order.
    return low[: len(high)] > high if dates else float(low) > float(high)


def words(column: str, text: str) -> Words:
    """Words of a cell.

    Raises:
        ConditionError: There is none.
    """
    tidy = plain_text(plain_text(text)[:LONGEST_TEXT])
    if not tidy:
        raise ConditionError("gives no words")
    return Words(column, tidy)
