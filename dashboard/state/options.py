"""What the reader can choose from, read from the vocabulary and the data when first needed.

Filters are declared when modules are imported, before any data are read; they take functions from
here instead of lists. A table that could not be read offers nothing to choose from.
"""

from collections.abc import Callable
from functools import cache

import pandas as pd

import datasets
from dashboard.state.choices import Option
from dashboard.state.period import Preset
from validators.vocabulary.base import VocabularyTerm


def terms(vocabulary: type[VocabularyTerm]) -> tuple[Option, ...]:
    """Codes and labels of a vocabulary, in its order."""
    return tuple((str(term.value), term.label) for term in vocabulary)


def rows(table: str, label: str, code: str = "") -> Callable[[], tuple[Option, ...]]:
    """A function that tells codes and labels of a table's rows, in the table's order.

    Args:
        table: Id of the table.
        label: Column the reader sees.
        code: Column that stands in the address; the table's key where empty.
    """

    @cache
    def options() -> tuple[Option, ...]:
        catalog = datasets.catalog()
        if table in catalog.failed:
            return ()
        frame = catalog.frame(table)
        codes = frame[code or catalog.spec(table).key[0]]
        return tuple(zip(codes.astype(str), frame[label].astype(str), strict=True))

    return options


@cache
def last_year() -> int:
    """The current year of the data, from their version."""
    return int(datasets.version()[:4])


@cache
def eras() -> tuple[Preset, ...]:
    """The eras, as named periods."""
    catalog = datasets.catalog()
    if "eras" in catalog.failed:
        return ()
    columns = catalog.frame("eras")[["id", "title", "start", "end"]].to_dict("list")
    return tuple(
        Preset(code, title, int(start), None if pd.isna(end) else int(end))
        for code, title, start, end in zip(*columns.values(), strict=True)
    )
