"""Figures of the Trade page, by section."""

from collections.abc import Mapping

from dashboard.figures import (
    trade_goods,
    trade_oil,
    trade_partners,
    trade_roubles,
    trade_shares,
)
from dashboard.figures.base import FigureSpec

#: Figures of each section, in the order of display; the sections are those of the filters.
SECTIONS: Mapping[str, tuple[FigureSpec, ...]] = {
    "shares": trade_shares.SHARES,
    "values": trade_shares.VALUES,
    "partners": trade_partners.FIGURES,
    "goods": trade_goods.FIGURES,
    "oil": trade_oil.FIGURES,
    "roubles": trade_roubles.FIGURES,
}

FIGURES: tuple[FigureSpec, ...] = tuple(spec for specs in SECTIONS.values() for spec in specs)
