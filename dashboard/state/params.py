"""The kinds of filter a page can have, and how each is written in the address.

A filter has a *key* under which its value is found in :class:`dashboard.state.view.Filters`, and
one or two *names* under which it stands in the query string. Values in the address are codes, never
labels; several codes are joined by :data:`JOINER`, which no browser and no library escapes.

Reading never raises: what is not understood becomes an :class:`Ignored` that names the value and
says why, and the default takes its place.
"""

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: Joins several codes in one value. RFC 3986 leaves it alone and so does every URL encoder; codes
#: themselves never contain it.
JOINER = "."

LONGEST_VALUE = 2_000
LONGEST_TEXT = 200

Raw = Mapping[str, Sequence[str]]

#: Whole numbers as the address writes them: no other digits, signs or underscores.
INTEGER = re.compile(r"-?[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of the address that was not understood, for the notice on the page."""

    name: str
    value: str
    why: str


Read = tuple[Any, tuple[Ignored, ...]]


@dataclass(frozen=True)
class Param(ABC):
    """A filter of a page.

    Attributes:
        key: Name of the value in the filters, and in the address unless the kind says otherwise.
        label: What the reader sees, in sentence case.
        term: Entry of the glossary that explains it; empty where it explains itself.
    """

    key: str
    label: str
    term: str = field(default="", kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """Names under which the filter stands in the query string."""
        return (self.key,)

    @property
    @abstractmethod
    def initial(self) -> Hashable:
        """The value when the address says nothing."""

    @abstractmethod
    def parse(self, values: Mapping[str, str]) -> Read:
        """Value and complaints from the one value given for each name that is present."""

    @abstractmethod
    def write(self, value: Any) -> dict[str, str]:
        """The query that stands for ``value``; the inverse of :meth:`parse`."""

    @abstractmethod
    def words(self, value: Any) -> str:
        """A phrase for a sentence about the filters; empty when there is nothing to say."""

    def restricts(self, value: Any) -> bool:
        """Whether ``value`` may leave rows out, so that widening it can bring some back."""
        return bool(self.write(value))

    def read(self, raw: Raw) -> Read:
        """Value and complaints from the part of the query that belongs to this filter."""
        single: dict[str, str] = {}
        ignored: list[Ignored] = []
        for name in self.names:
            given = list(raw.get(name, ()))
            if len(given) > 1 and not self.joins:
                surplus = given[1]
                ignored.append(Ignored(name, surplus, "given more than once; the first counts"))
            if given:
                value = JOINER.join(given) if self.joins else given[0]
                if len(value) > LONGEST_VALUE:
                    ignored.append(Ignored(name, value, "is too long"))
                else:
                    single[name] = value
        if not single:
            return self.initial, tuple(ignored)
        value, complaints = self.parse(single)
        return value, (*ignored, *complaints)

    @property
    def joins(self) -> bool:
        """Whether repeating the name adds to the choice."""
        return False


@dataclass(frozen=True)
class Toggle(Param):
    """On or off.

    Attributes:
        default: The state at first.
        on: Phrase for the sentence when switched on.
        off: Phrase for the sentence when switched off.
    """

    default: bool = False
    on: str = ""
    off: str = ""

    @property
    def initial(self) -> bool:
        """The state at first."""
        return self.default

    def parse(self, values: Mapping[str, str]) -> Read:
        """``1`` or ``0``."""
        value = values[self.key]
        if value in {"0", "1"}:
            return value == "1", ()
        return self.default, (Ignored(self.key, value, "is neither 1 (on) nor 0 (off)"),)

    def write(self, value: bool) -> dict[str, str]:
        """``1`` or ``0`` when it differs from the default."""
        return {} if value == self.default else {self.key: str(int(value))}

    def words(self, value: bool) -> str:
        """The phrase for the state."""
        return self.on if value else self.off


def plain_text(value: str) -> str:
    """``value`` in normal form C, control characters gone, white space single."""
    composed = unicodedata.normalize("NFC", value)
    kept = (" " if unicodedata.category(char)[0] in "CZ" else char for char in composed)
    return " ".join("".join(kept).split())


@dataclass(frozen=True)
class Text(Param):
    """Free text, as in a search box."""

    placeholder: str = ""

    @property
    def initial(self) -> str:
        """No text."""
        return ""

    def parse(self, values: Mapping[str, str]) -> Read:
        """The text tidied; one that is too long is cut at the limit, and said so."""
        value = plain_text(values[self.key])
        if len(value) <= LONGEST_TEXT:
            return value, ()
        why = f"is longer than {LONGEST_TEXT} characters; the beginning counts"
        return plain_text(value[:LONGEST_TEXT]), (Ignored(self.key, value, why),)

    def write(self, value: str) -> dict[str, str]:
        """The text itself."""
        return {self.key: value} if value else {}

    def words(self, value: str) -> str:
        """The text in quotation marks."""
        return f"{self.label.lower()}: “{value}”" if value else ""


@dataclass(frozen=True)
class Integer(Param):
    """A whole number within bounds, such as the year of a map.

    Attributes:
        low: Least number, or a function that tells it.
        high: Greatest number, or a function that tells it.
        default: The number at first, or a function that tells it; None means the greatest.
    """

    low: int | Callable[[], int] = 0
    high: int | Callable[[], int] = 0
    default: int | Callable[[], int] | None = None

    @property
    def bounds(self) -> tuple[int, int]:
        """Least and greatest number."""
        low = self.low() if callable(self.low) else self.low
        high = self.high() if callable(self.high) else self.high
        return low, max(low, high)

    @property
    def initial(self) -> int:
        """The default, kept within the bounds."""
        low, high = self.bounds
        wanted = self.default() if callable(self.default) else self.default
        return high if wanted is None else min(max(wanted, low), high)

    def parse(self, values: Mapping[str, str]) -> Read:
        """A whole number within the bounds."""
        value = values[self.key]
        low, high = self.bounds
        if not INTEGER.fullmatch(value):
            return self.initial, (Ignored(self.key, value, "is not a whole number"),)
        if not low <= int(value) <= high:
            return self.initial, (Ignored(self.key, value, f"lies outside {low} to {high}"),)
        return int(value), ()

    def write(self, value: int) -> dict[str, str]:
        """The digits."""
        return {} if value == self.initial else {self.key: str(value)}

    def words(self, value: int) -> str:
        """Label and number."""
        return f"{self.label.lower()}: {value}"
