"""What the figures of refined oil share: suppliers, volumes and periods in words and colours."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.words.dates import MONTHS, date_words
from validators.vocabulary import PetroleumMeasure, PetroleumSupplier

COLOURS: Mapping[str, str] = {"RUS": "$russia", "CHN": "$china", "ALL": "$other"}
SUPPLIERS = {term.value: term.label for term in PetroleumSupplier}
MEASURES = {term.value: term.label for term in PetroleumMeasure}

ALLEGED = "Hollow marks are allegations by other states; nobody notified these volumes."
CONVERTED = "Paler marks were published in tonnes and are converted here."


def supplier_words(code: str) -> str:
    """A supplier within a sentence."""
    return SUPPLIERS[code].lower() if code == PetroleumSupplier.ALL else SUPPLIERS[code]


def barrels(value: float) -> str:
    """A volume in words."""
    return f"{value:,.0f} barrels"


def worded(frame: pd.DataFrame, converted: "pd.Series[Any]") -> pd.DataFrame:
    """Rows with supplier, vintage and kind of figure in words."""
    measure = frame["measure"] if "measure" in frame else pd.Series("reported", index=frame.index)
    how = [
        f"{MEASURES[kind]}{', converted from tonnes' if factor else ''}"
        for kind, factor in zip(measure, converted.fillna(False), strict=True)
    ]
    return frame.assign(
        supplier_label=frame["supplier"].map(SUPPLIERS),
        as_of_words=frame["as_of"].map(date_words, na_action="ignore"),
        how=pd.Series(how, index=frame.index, dtype="str"),
    )


def covered(periods: Sequence[str]) -> str:
    """Periods in words: "January–November", "whole year"."""
    said = []
    for period in periods:
        start, _, end = period.partition("/")
        if len(start) == 4:
            return "whole year"
        first = MONTHS[int(start[5:])]
        said.append(first if not end else f"{first}–{MONTHS[int(end[5:])]}")
    return ", ".join(said)


def bar_look(supplier: str, converted: bool) -> dict[str, Any]:
    """Name and marker of a supplier's bars: paler with an outline where tonnes were converted."""
    colour = COLOURS[supplier]
    return {
        "type": "bar",
        "name": f"{SUPPLIERS[supplier]}{', converted from tonnes' if converted else ''}",
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "color": f"{colour}/45" if converted else colour,
            "line": {"width": 1 if converted else 0, "color": colour},
        },
    }


def by_look(frame: pd.DataFrame) -> list[tuple[dict[str, Any], pd.DataFrame]]:
    """The rows of each supplier, those converted from tonnes apart, with their look."""
    parts = [
        (
            bar_look(code, turned),
            frame[(frame["supplier"] == code) & (frame["converted"] == turned)],
        )
        for code in COLOURS
        for turned in (False, True)
    ]
    return [(look, rows) for look, rows in parts if not rows.empty]
