"""Partners of one year: what is measured, in which classes, and how a value is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts.trade.lines import BASES
from dashboard.words import amounts


@dataclass(frozen=True, slots=True)
class Unit:
    """What is measured, and the classes of the map.

    Attributes:
        column: Column of the frame that is drawn.
        axis: Title of the axis.
        bounds: Lower bounds of the classes after the first.
        labels: Names of the classes, from the lowest.
    """

    column: str
    axis: str
    bounds: tuple[float, ...]
    labels: tuple[str, ...]


UNITS: Mapping[str, Unit] = {
    "percent": Unit(
        "share",
        "%",
        (0.5, 2, 10, 50),
        ("under 0.5%", "0.5 to 2%", "2 to 10%", "10 to 50%", "50% and more"),
    ),
    "usd": Unit(
        "value_million",
        "million US$",
        (1, 10, 100, 1000),
        (
            "under 1 million dollars",
            "1 to 10 million",
            "10 to 100 million",
            "100 million to 1 billion",
            "1 billion and more",
        ),
    ),
}

_COLUMNS: Mapping[str, str] = {
    "partner_name": "Partner",
    "series_title": "Series",
    "year": "Year",
    "flow_label": "Flow",
    "share": "Share (%)",
    "value_million": "Value (million current US$)",
    "basis_label": "Basis",
    "note": "Note",
}


def measured(flow: str, unit: str) -> str:
    """What is drawn, within a title: "share of DPRK exports"."""
    of_flow = amounts.OF_FLOW[flow]  # type: ignore[index]
    return f"share of {of_flow}" if unit == "percent" else f"value of {of_flow}"


def tabled(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with values in millions and bases in words."""
    return frame.assign(
        value_million=amounts.millions(frame["value_usd"]),
        basis_label=frame["basis"].map(BASES),
    )


def columns_of(unit: str) -> Mapping[str, str]:
    """Dollar values have no share beside them: it is known for fewer of them."""
    return _COLUMNS if unit == "percent" else {k: v for k, v in _COLUMNS.items() if k != "share"}


def amount(row: Any, unit_column: str) -> str:
    """The value of a row beside its mark."""
    if unit_column == "share":
        return amounts.percent(row.share)
    return amounts.dollars(row.value_usd).removesuffix(" dollars")


def hover(row: Any) -> str:
    """What the reader sees on a mark."""
    share = getattr(row, "share", None)
    said = f"{amounts.percent(share)}, " if share is not None and not pd.isna(share) else ""
    return (
        f"<b>{row.partner_name}, {row.year}</b><br>{said}{amounts.dollars(row.value_usd)}<br>"
        f"{row.series_title}<br>{BASES.get(row.basis, row.basis)}"
    )
