"""Figures of voting agreement in the General Assembly."""

from dashboard.caveats import caveats
from dashboard.charts.figure import Figure
from dashboard.charts.vote_grid import agreement_grid
from dashboard.charts.vote_groups import agreement_by_group
from dashboard.charts.vote_years import agreement_by_year
from dashboard.figures import vote_frames as frames
from dashboard.figures.backdrop import era_spans, landmarks
from dashboard.figures.base import FigureSpec
from dashboard.filters.united_nations import states
from dashboard.state import Filters

PAGE = "united-nations"

_HEADINGS = {"year": "Year", "issue": "Issue", "era": "Era"}
_WORDS = {"year": "year by year", "issue": "by issue", "era": "by era"}
_LAST_OF_LIBRARY = 1977


def agreement(filters: Filters) -> Figure:
    """How often the chosen pairs voted alike, by year, issue or era."""
    rows = frames.agreement_rows(filters)
    pairs = frames.chosen_pairs(filters)
    what = "contested votes" if filters.contested else "final votes"
    title = f"How often they voted alike in the General Assembly, {_WORDS[filters.by]} ({what})"
    notes = _notes(filters)
    if filters.by != "year":
        return agreement_by_group(
            rows,
            pairs,
            title=title,
            heading=_HEADINGS[filters.by],
            by_value=filters.by == "issue",
            notes=notes,
        )
    return agreement_by_year(
        rows,
        pairs,
        title=title,
        special=tuple(frames.SPECIAL_YEARS),
        eras=era_spans(),
        moments=landmarks(filters.themes) if filters.overlay else (),
        notes=notes,
    )


def _notes(filters: Filters) -> tuple[str, ...]:
    """Caveats on the votes in the period, those on single years first."""
    period = filters.period
    care = [
        caveat
        for year, caveat in frames.SPECIAL_YEARS.items()
        if period.start <= year <= period.end
    ]
    rough = ["ga-issue-codes"] if filters.issue or filters.get("by") == "issue" else []
    early = ["ga-library-before-1977"] if period.start < _LAST_OF_LIBRARY else []
    return caveats(*care, *rough, "ga-membership-periods", "ga-coverage-end", *early)


def everyone(filters: Filters) -> Figure:
    """How often each two of the states voted alike over the whole period."""
    issue = f" on {frames.ISSUES[filters.issue].lower()}" if filters.issue else ""
    what = "contested votes" if filters.contested else "final votes"
    return agreement_grid(
        frames.grid_rows(filters),
        states(),
        title=f"Each two of {len(states())} states: same votes{issue}, in percent of {what}",
        chosen=tuple(code for code, _ in frames.chosen_pairs(filters)),
        notes=_notes(filters),
    )


_VOTES = ("period", "pairs", "issue", "contested")

AGREEMENT = FigureSpec(PAGE, "agreement", agreement, (*_VOTES, "themes", "by", "overlay"))
EVERYONE = FigureSpec(PAGE, "all-pairs", everyone, _VOTES)
FIGURES = (AGREEMENT, EVERYONE)
