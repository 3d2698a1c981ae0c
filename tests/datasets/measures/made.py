"""Small frames made by hand, typed like those of the record."""

from typing import Any

import pandas as pd

import datasets
from datasets.frames import dtype_of


def made(table: str, *rows: dict[str, Any], **shared: Any) -> pd.DataFrame:
    """A table of a few rows; columns not named are empty."""
    columns = datasets.spec(table).columns
    unknown = {name for row in (*rows, shared) for name in row} - set(columns)
    assert not unknown, f"{table} has no columns {unknown}"
    frame = {}
    for name, column in columns.items():
        empty: Any = () if column.several else None
        values = [{**shared, **row}.get(name, empty) for row in rows]
        if column.several:
            cells = pd.Series(pd.NA, index=range(len(values)), dtype="object")
            cells[:] = values
            frame[name] = cells
        else:
            frame[name] = pd.Series(values, dtype=dtype_of(column))
    return pd.DataFrame(frame)


def flow(series: str, year: int, partner: str, direction: str, value: int, **more: Any) -> Any:
    """One row of ``trade_flows``."""
    return {
        "series_id": series,
        "year": year,
        "partner": partner,
        "flow": direction,
        "value_usd": value,
        "basis": "mirror",
        "source_ids": (f"{series}-{year}",),
        **more,
    }


def records(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """Rows of some columns as plain tuples, missing values as None."""
    plain = frame[list(columns)].astype("object")
    return [
        tuple(None if not isinstance(v, tuple) and pd.isna(v) else v for v in row)
        for row in plain.itertuples(index=False)
    ]


def cell(frame: pd.DataFrame, row: Any, column: str) -> Any:
    """One value of an indexed frame."""
    return frame.loc[row, column]
