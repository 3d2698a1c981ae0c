"""Figures and lists of the Reactions page."""

from dashboard.figures.reactions.events import FIGURES, SECTIONS

__all__ = ["FIGURES", "SECTIONS"]
