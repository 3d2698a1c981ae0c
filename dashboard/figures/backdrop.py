"""What stands behind axes of years: eras and landmark milestones."""

from collections.abc import Sequence

import datasets
from dashboard import cache, queries
from dashboard.charts.parts import Moment, Span
from dashboard.charts.rows import each
from dashboard.state import options
from dashboard.words.dates import date_words, first_day, on_year_axis

_LANDMARK = 3


def era_spans() -> tuple[Span, ...]:
    """The eras in years, each up to the beginning of the next; none where they cannot be read."""
    eras = options.eras()
    ends = [*(era.start for era in eras), options.last_year() + 1][1:]
    return tuple(Span(era.start, end, era.title) for era, end in zip(eras, ends, strict=True))


def landmarks(themes: Sequence[str] = ()) -> tuple[Moment, ...]:
    """Landmark milestones of the themes, or of all, by date; none where they cannot be read."""
    if "milestones" in datasets.catalog().failed:
        return ()
    milestones = cache.frame("milestones")
    marked = queries.among(
        milestones[milestones["significance"] >= _LANDMARK], ("theme", "themes_other"), themes
    )
    return tuple(
        Moment(on_year_axis(first_day(row.date)), f"{date_words(row.date)}: {row.title}", row.id)
        for row in each(marked.sort_values(["date", "id"]))
    )
