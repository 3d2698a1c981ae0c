"""Typed columns → pandas frames.

Text, codes and ISO dates become ``str`` columns (a date known to the month stays ``2024-06``),
numbers ``Int64`` and ``Float64`` with missing values, yes/no ``boolean``; a cell of several values
is a tuple in an ``object`` column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from pandas._typing import ArrayLike

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


def _array(column: Column, values: Sequence[Any]) -> ArrayLike:
    plain = _plain(column, values)
    if column.several:
        tuples = np.empty(len(plain), dtype="object")
        tuples[:] = plain
        return tuples
    dtype: Any = dtype_of(column)
    array: ArrayLike = pd.array(plain, dtype=dtype)
    return array


def frame_of(table: Table) -> pd.DataFrame:
    """Return a table as a frame: one row per row of the file, columns in the order of the model.

    Args:
        table: A table that was read.

    Returns:
        A frame of shape (rows, columns) with a RangeIndex.
    """
    columns = table.spec.columns
    # Arrays, not series: a series would look at each of its cells for an index first.
    arrays = {name: _array(column, table[name]) for name, column in columns.items()}
    return pd.DataFrame(arrays, index=pd.RangeIndex(len(table)), copy=False)
