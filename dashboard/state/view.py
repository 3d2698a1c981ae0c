"""The state of a page: its filters, read from the address and written back to it.

The address is the view. :func:`from_query` never raises, whatever the address holds;
:func:`to_query` omits defaults and keeps the order of the params, so that one view has one
address; :func:`describe` says the filters in a sentence for captions, text alternatives and file
names.
"""

import hashlib
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

from dashboard.state.choices import Choice, Choices, Option, Options
from dashboard.state.params import JOINER, Ignored, Integer, Param, Text, Toggle
from dashboard.state.period import FIRST_YEAR, Period, Preset, Years

__all__ = [
    "FIRST_YEAR",
    "JOINER",
    "Choice",
    "Choices",
    "Filters",
    "Ignored",
    "Integer",
    "Option",
    "Options",
    "Param",
    "Period",
    "Preset",
    "Text",
    "Toggle",
    "Years",
    "defaults",
    "describe",
    "from_query",
    "slug",
    "to_query",
]

#: Names that Streamlit reads for itself.
RESERVED_NAMES = frozenset({"embed", "embed_options"})

LONGEST_SLUG = 72

_NOT_IN_FILE_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


class Filters(Mapping[str, Any]):
    """Values of the filters by key: a read-only, hashable mapping with attribute access.

    ``filters["themes"]`` and ``filters.themes`` are the same; the span of years is
    ``filters.period`` with ``.start`` and ``.end``.
    """

    __slots__ = ("_values",)
    _values: dict[str, Hashable]

    def __init__(self, values: Mapping[str, Hashable] | None = None) -> None:
        object.__setattr__(self, "_values", dict(values or {}))

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __getattr__(self, key: str) -> Any:
        # Names with an underscore are never filters; looking them up would recurse while a copy
        # is being made.
        if not key.startswith("_") and key in self._values:
            return self._values[key]
        raise AttributeError(f"no filter named {key!r}")

    def __setattr__(self, key: str, value: object) -> None:
        raise AttributeError("filters are read-only; use replace()")

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Filters) and self._values == other._values

    def __repr__(self) -> str:
        return f"Filters({self._values!r})"

    def __reduce__(self) -> tuple[type["Filters"], tuple[dict[str, Hashable]]]:
        return Filters, (self._values,)

    def replace(self, **values: Hashable) -> "Filters":
        """The same filters with some values changed.

        Raises:
            KeyError: There is no filter of that name.
        """
        for key in values:
            if key not in self._values:
                raise KeyError(key)
        return Filters({**self._values, **values})

    def only(self, *keys: str) -> "Filters":
        """The filters named, for a figure that depends on them alone."""
        return Filters({key: value for key, value in self._values.items() if key in keys})


def defaults(params: Sequence[Param]) -> Filters:
    """The filters of a page whose address has no query."""
    return Filters({param.key: param.initial for param in params})


def from_query(
    params: Sequence[Param], query: Mapping[str, str | Sequence[str]]
) -> tuple[Filters, tuple[Ignored, ...]]:
    """Read the filters from a query string.

    Args:
        params: The filters the page knows.
        query: Values by name, as parsed from the address; a name may occur more than once.

    Returns:
        The filters, complete with defaults, and what was not understood, in the order of the
        params, unknown names last.
    """
    raw = {
        name: (values,) if isinstance(values, str) else tuple(values)
        for name, values in query.items()
    }
    values: dict[str, Hashable] = {}
    ignored: list[Ignored] = []
    for param in params:
        values[param.key], complaints = param.read(raw)
        ignored.extend(complaints)
    known = {name for param in params for name in param.names} | RESERVED_NAMES
    ignored.extend(
        Ignored(name, JOINER.join(given), "is not a filter of this page")
        for name, given in raw.items()
        if name not in known
    )
    return Filters(values), tuple(ignored)


def to_query(params: Sequence[Param], filters: Mapping[str, Any]) -> dict[str, str]:
    """The shortest query that stands for ``filters``: codes, no defaults, order of ``params``."""
    written: dict[str, str] = {}
    for param in params:
        if param.key in filters:
            written.update(param.write(filters[param.key]))
    return written


def describe(params: Sequence[Param], filters: Mapping[str, Any]) -> str:
    """One plain sentence on the filters, such as "1961–1985; themes: Law and Economy."."""
    phrases = [param.words(filters[param.key]) for param in params if param.key in filters]
    sentence = "; ".join(phrase for phrase in phrases if phrase)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def slug(params: Sequence[Param], filters: Mapping[str, Any]) -> str:
    """The filters as part of a file name; empty when all stand at their defaults.

    A long one is cut and ends in a digest, so that two views never share a name.
    """
    query = to_query(params, filters)
    exact = "_".join(f"{name}-{value}" for name, value in query.items())
    text = _NOT_IN_FILE_NAMES.sub("-", exact)
    if text == exact and len(text) <= LONGEST_SLUG:
        return text
    digest = hashlib.sha256(exact.encode()).hexdigest()[:8]
    return f"{text[:LONGEST_SLUG].strip('-._')}_{digest}"
