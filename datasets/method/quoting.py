"""How the method quotes the record: one row, one term, one signed number."""

from __future__ import annotations

from typing import Any, TypeVar, cast

import pandas as pd

from datasets.record import Catalog
from validators.vocabulary.base import VocabularyTerm


def row(catalog: Catalog, table: str, **key: object) -> pd.Series[Any]:
    """Return the one row of a table that has these values.

    Raises:
        LookupError: No row or more than one row has them.
    """
    frame = catalog.frame(table)
    for name, value in key.items():
        frame = frame[(frame[name] == value).fillna(False)]
    if len(frame) != 1:
        raise LookupError(f"{len(frame)} rows of {table} have {key}")
    return frame.iloc[0]


V = TypeVar("V", bound=VocabularyTerm)


def term(vocabulary: type[V], code: object) -> V:
    """Return the term of a vocabulary that has a code."""
    return cast(V, next(found for found in vocabulary if found.value == code))


def name_of(catalog: Catalog, country: str) -> str:
    """Return the short name of a country."""
    return str(row(catalog, "countries", iso3=country)["name"])


def signed(value: int) -> str:
    """Return a whole number with its sign; 0 has none."""
    return f"{value:+d}".replace("-", "−") if value else "0"
