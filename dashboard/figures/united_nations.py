"""All figures and lists of the United Nations page."""

from dashboard.figures import council, key_votes, votes
from dashboard.figures.base import FigureSpec
from dashboard.figures.listing import ListSpec

FIGURES: tuple[FigureSpec, ...] = (*votes.FIGURES, *key_votes.FIGURES, *council.FIGURES)
LISTS: tuple[ListSpec, ...] = (*key_votes.LISTS, *council.LISTS)
