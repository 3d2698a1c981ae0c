"""Complete tables for paper: long texts that repeat stand once below, under a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from dashboard.markup.base import table_html

_LONG = 60  # characters from which a text makes its column narrow and its rows tall


@dataclass(frozen=True)
class Printed:
    """A table for paper.

    Attributes:
        html: The table, and below it the texts to which its numbers refer.
        columns: Number of columns.
    """

    html: str
    columns: int


def printed(frame: pd.DataFrame, headings: Mapping[str, str], caption: str) -> Printed:
    """All rows of a frame.

    Args:
        frame: The rows.
        headings: Column → heading; only these columns, in this order.
        caption: What the table holds.
    """
    shown = frame[list(headings)]
    texts: dict[str, str] = {}
    for name in headings:
        if _repeats(shown[name]):
            shown = shown.assign(**{name: [_number(cell, texts) for cell in shown[name]]})
    below = "".join(
        f"<div><dt>{number}</dt><dd>{escape(text)}</dd></div>" for text, number in texts.items()
    )
    listed = f'<dl class="texts" aria-label="Texts in the table">{below}</dl>' if below else ""
    return Printed(table_html(shown, headings, caption) + listed, len(headings))


def _repeats(cells: "pd.Series[Any]") -> bool:
    """Whether a column holds long texts of which some stand in several rows."""
    texts = [cell for cell in cells if isinstance(cell, str) and cell]
    if not texts or len(texts) < 3:
        return False
    distinct = set(texts)
    mean = sum(map(len, distinct)) / len(distinct)
    return mean > _LONG and 3 * len(distinct) <= len(texts)


def _number(cell: Any, texts: dict[str, str]) -> Any:
    if not isinstance(cell, str) or not cell:
        return cell
    return texts.setdefault(cell, f"[{len(texts) + 1}]")
