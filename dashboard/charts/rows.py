"""Rows and groups of a frame one by one, and the row with the highest or lowest value.

What a row holds depends on the frame, so rows are typed as anything.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows in order, with columns as attributes."""
    # Making a class of tuples for each frame, as itertuples does, costs more than small frames.
    names = list(frame.columns)
    for values in zip(*(frame[name].tolist() for name in names), strict=True):
        yield SimpleNamespace(**dict(zip(names, values, strict=True)))


def grouped(groups: Any) -> Iterator[tuple[Any, pd.DataFrame]]:
    """Key and rows of each group of ``frame.groupby(...)``."""
    yield from groups


def highest(frame: pd.DataFrame, column: str) -> Any:
    """The first row with the highest value, columns by name."""
    return frame.iloc[int(frame[column].argmax())]


def lowest(frame: pd.DataFrame, column: str) -> Any:
    """The first row with the lowest value, columns by name."""
    return frame.iloc[int(frame[column].argmin())]
