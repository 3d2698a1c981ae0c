"""The record as pandas frames: Russia–North Korea relations since 1945, validated.

>>> import datasets
>>> datasets.load("milestones").shape[0] > 0
True
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any

from datasets.release import version

if TYPE_CHECKING:
    import pandas as pd

    from datasets import measures
    from datasets.record import Catalog
    from validators.spec import TableSpec

__all__ = ["catalog", "load", "measures", "spec", "tables", "version"]


def __getattr__(name: str) -> Any:
    # The measures import pandas; checking the tables needs neither.
    if name == "measures":
        return import_module("datasets.measures")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


_ONE_AT_A_TIME = Lock()


def catalog() -> Catalog:
    """Return the bundled record, read and checked once per process."""
    with _ONE_AT_A_TIME:  # who asks while it is being read waits for the same one
        return _catalog()


@cache
def _catalog() -> Catalog:
    from datasets.record import load_catalog

    return load_catalog()


def load(table: str) -> pd.DataFrame:
    """Return one table as a typed, ordered, validated frame.

    Args:
        table: Id of a table, for instance ``"milestones"``; see :func:`tables`.

    Returns:
        A frame of shape (rows, columns) of your own: changing it changes nothing else.

    Raises:
        KeyError: There is no such table.
        TableFailedError: The table breaks a rule; the error carries the findings.
    """
    return catalog().frame(table).copy()


def tables() -> tuple[TableSpec, ...]:
    """Return the specifications of all tables, in order of display."""
    from datasets.registry import TABLES

    return TABLES


def spec(table: str) -> TableSpec:
    """Return the specification of one table.

    Raises:
        KeyError: There is no such table.
    """
    from datasets.registry import spec as find

    return find(table)
