"""Figures of the Trade page, by section."""

from collections.abc import Mapping

from dashboard.figures.base import FigureSpec
from dashboard.figures.trade import goods, oil, partners, roubles, shares

#: Figures of each section, in the order of display; the sections are those of the filters.
SECTIONS: Mapping[str, tuple[FigureSpec, ...]] = {
    "shares": shares.SHARES,
    "values": shares.VALUES,
    "partners": partners.FIGURES,
    "goods": goods.FIGURES,
    "oil": oil.FIGURES,
    "roubles": roubles.FIGURES,
}

FIGURES: tuple[FigureSpec, ...] = tuple(spec for specs in SECTIONS.values() for spec in specs)
