"""Typed columns → pandas frames.

Text, codes and ISO dates become ``str`` columns (a date known to the month stays ``2024-06``),
numbers ``Int64`` and ``Float64`` with missing values, yes/no ``boolean``; a cell of several values
is a tuple in an ``object`` column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from validators.fields import Column
from validators.primitives import Kind
from validators.tables import Table

_DTYPES = {
    Kind.TEXT: "str",
    Kind.CODE: "str",
    Kind.DATE: "str",
    Kind.INTEGER: "Int64",
    Kind.NUMBER: "Float64",
    Kind.BOOLEAN: "boolean",
}


def dtype_of(column: Column) -> str:
    """Return the pandas dtype in which a column is stored."""
    return "object" if column.several else _DTYPES[column.kind]


def _plain(column: Column, values: Sequence[Any]) -> list[Any]:
    """Replace terms by their codes, so that frames hold nothing but plain values."""
    if column.vocabulary is None:
        return list(values)
    code = {term: term.value for term in column.vocabulary}
    if column.several:
        return [tuple(code[item] for item in items) for items in values]
    return [None if value is None else code[value] for value in values]


def _series(column: Column, values: Sequence[Any]) -> pd.Series[Any]:
    plain = _plain(column, values)
    if column.several:
        series = pd.Series(pd.NA, index=range(len(plain)), dtype="object")
        series[:] = plain
        return series
    return pd.Series(plain, dtype=dtype_of(column))


def frame_of(table: Table) -> pd.DataFrame:
    """Return a table as a frame: one row per row of the file, columns in the order of the model.

    Args:
        table: A table that was read.

    Returns:
        A frame of shape (rows, columns) with a RangeIndex.
    """
    columns = table.spec.columns
    return pd.DataFrame(
        {name: _series(column, table[name]) for name, column in columns.items()}, copy=False
    )
