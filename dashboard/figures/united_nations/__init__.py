"""All figures and lists of the United Nations page."""

from dashboard.figures.base import FigureSpec
from dashboard.figures.listing import ListSpec
from dashboard.figures.united_nations import council, key_votes, votes

FIGURES: tuple[FigureSpec, ...] = (*votes.FIGURES, *key_votes.FIGURES, *council.FIGURES)
LISTS: tuple[ListSpec, ...] = (*key_votes.LISTS, *council.LISTS)
