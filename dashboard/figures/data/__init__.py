"""All figures of the Data page."""

from collections.abc import Sequence

from dashboard.figures.base import FigureSpec
from dashboard.figures.data.coverage import BY_KIND, BY_THEME, SINGLE, STATE
from dashboard.figures.data.sources import KINDS, PUBLISHERS_MOST

FIGURES: Sequence[FigureSpec] = (KINDS, PUBLISHERS_MOST, SINGLE, STATE, BY_THEME, BY_KIND)
