"""Figures of voting agreement in the General Assembly."""

from dashboard.charts.figure import Figure
from dashboard.charts.united_nations.vote_grid import agreement_grid
from dashboard.charts.united_nations.vote_groups import agreement_by_group
from dashboard.charts.united_nations.vote_years import agreement_by_year
from dashboard.figures.backdrop import era_spans, landmarks
from dashboard.figures.base import FigureSpec
from dashboard.figures.united_nations import frames
from dashboard.filters.united_nations import states
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats

PAGE = "united-nations"

_TITLE = "How often they voted alike in the General Assembly"
_LAST_OF_LIBRARY = 1977


def by_year(filters: Filters) -> Figure:
    """How often the chosen pairs voted alike, year by year."""
    return agreement_by_year(
        frames.agreement_rows(filters, "year"),
        frames.chosen_pairs(filters),
        title=f"{_TITLE}, year by year{_counted(filters)}",
        special=tuple(frames.special_years()),
        eras=era_spans(),
        moments=landmarks(filters.themes) if filters.overlay else (),
        notes=_notes(filters),
    )


def by_group(filters: Filters) -> Figure:
    """How often the chosen pairs voted alike, by issue or era."""
    by = "era" if filters.by == "era" else "issue"
    return agreement_by_group(
        frames.agreement_rows(filters, by),
        frames.chosen_pairs(filters),
        title=f"{_TITLE}, by {by}{_counted(filters)}",
        heading=by.capitalize(),
        by_value=by == "issue",
        notes=_notes(filters),
    )


def _counted(filters: Filters) -> str:
    """Which votes count, for the title."""
    issue = f" on {frames.ISSUES[filters.issue].lower()}" if filters.issue else ""
    return f" ({'contested' if filters.contested else 'final'} votes{issue})"


def _notes(filters: Filters) -> tuple[str, ...]:
    """Caveats on the votes in the period, those on single years first."""
    period = filters.period
    care = [
        caveat
        for year, caveat in frames.special_years().items()
        if period.start <= year <= period.end
    ]
    rough = ["ga-issue-codes"] if filters.issue or filters.get("by") == "issue" else []
    early = ["ga-library-before-1977"] if period.start < _LAST_OF_LIBRARY else []
    return caveats(*care, *rough, "ga-membership-periods", "ga-coverage-end", *early)


def everyone(filters: Filters) -> Figure:
    """How often each two of the states voted alike over the whole period."""
    return agreement_grid(
        frames.grid_rows(filters),
        states(),
        title=f"Each two of {len(states())} states: same votes in percent{_counted(filters)}",
        chosen=tuple(code for code, _ in frames.chosen_pairs(filters)),
        notes=_notes(filters),
    )


_VOTES = ("period", "pairs", "issue", "contested")

BY_YEAR = FigureSpec(PAGE, "agreement", by_year, (*_VOTES, "themes", "overlay"))
BY_GROUP = FigureSpec(PAGE, "agreement-by-group", by_group, (*_VOTES, "by"))
EVERYONE = FigureSpec(PAGE, "all-pairs", everyone, _VOTES)
FIGURES = (BY_YEAR, BY_GROUP, EVERYONE)
