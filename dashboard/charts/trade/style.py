"""How partners and series look in the figures of trade: the same everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd

#: Colours with a meaning; other partners share greys and are told apart by their labels.
PARTNER_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "RUS": "$russia",
        "CHN": "$china",
        "KOR": "$rok",
        "JPN": "$japan",
        "USA": "$usa",
        "WLD": "$ink",
    }
)
_OTHERS = ("$other", "$ink", "$axis")


@dataclass(frozen=True, slots=True)
class SeriesLook:
    """How a series is drawn.

    Attributes:
        short: Name that fits beside a line.
        symbol: Plotly symbol of its points.
        dash: Plotly dash of its line.
        width: Width of its line in pixels.
        faint: Whether it stays in the background.
    """

    short: str
    symbol: str = "circle"
    dash: str = "solid"
    width: float = 2.5
    faint: bool = False

    def paint(self, colour: str) -> str:
        """A partner's colour as this series shows it."""
        return f"{colour}/55" if self.faint else colour


LOOKS: Mapping[str, SeriesLook] = MappingProxyType(
    {
        "kotra-filled": SeriesLook("KOTRA"),
        "kotra-annual": SeriesLook("KOTRA, first release"),
        "kotra-restated": SeriesLook("KOTRA, restated", "hexagram", width=2),
        "russia-customs-over-kotra": SeriesLook("customs ÷ KOTRA", "square", "solid"),
        "russia-unofficial-over-kotra": SeriesLook("unofficial ÷ KOTRA", "star", width=1.5),
        "russia-customs": SeriesLook("Russian customs", "square"),
        "russia-unofficial": SeriesLook("unofficial figure", "star", width=1.5),
        "russia-econ-ministry-2000": SeriesLook("Russian economy ministry", "hexagon", width=1.5),
        "china-customs": SeriesLook("Chinese customs", "star-square", width=2),
        "jetro": SeriesLook("JETRO", "diamond", width=2),
        "rok-mofa": SeriesLook("ROK foreign ministry", "triangle-up", width=2),
        "rok-press-1988": SeriesLook("ROK press", "triangle-left", width=2),
        "rok-inter-korean": SeriesLook("inter-Korean trade", "pentagon", width=2),
        "kita-1991": SeriesLook("KITA", "triangle-down", width=2),
        "kita-china": SeriesLook("KITA", "triangle-down", width=2),
        "kotra-moscow": SeriesLook("KOTRA Moscow", "octagon", width=2),
        "itc-trademap": SeriesLook("ITC Trade Map", "x", width=2),
        "uncomtrade-press": SeriesLook("UN Comtrade", "cross", width=2),
        "imf-dots-1994": SeriesLook("IMF", "hexagon2", width=2),
        "loc-country-study": SeriesLook("Library of Congress", "bowtie", width=2),
        "cia-1966": SeriesLook("CIA", "hourglass", width=2),
        "cow-national-4": SeriesLook(
            "Correlates of War totals", "star-triangle-up", "dash", 1.5, faint=True
        ),
        "cow-trade-4": SeriesLook("Correlates of War", "triangle-right", "dot", 1.75, faint=True),
    }
)


def look(series: str, title: str = "") -> SeriesLook:
    """The look of a series; one that is not known is named by its title."""
    return LOOKS.get(series) or SeriesLook(title or series, "circle", "dashdot", 1.75)


def colours(partners: Sequence[str]) -> dict[str, str]:
    """A colour for each partner: its own where it has a meaning, else one of the greys."""
    others = [code for code in partners if code not in PARTNER_COLOURS]
    greys = {code: _OTHERS[i % len(_OTHERS)] for i, code in enumerate(others)}
    return {code: PARTNER_COLOURS.get(code) or greys[code] for code in partners}


def series_keys(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Entries of a legend: the symbol of each series, without the colour of a partner."""
    titles = dict(zip(table["series_id"], table["series_title"], strict=True))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": look(code, title).short,
            "x": [None],
            "y": [None],
            "marker": {"size": 10, "symbol": look(code).symbol, "color": "$ink_soft"},
        }
        for code, title in titles.items()
    ]
