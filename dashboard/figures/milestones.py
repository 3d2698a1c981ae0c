"""Figures of the Milestones page."""

from collections.abc import Mapping, Sequence

import pandas as pd

import datasets
from dashboard import cache, queries
from dashboard.charts.figure import Figure
from dashboard.charts.milestones import places_map, tie_tone
from dashboard.charts.milestones import timeline as timeline_chart
from dashboard.charts.milestones import years as milestone_years
from dashboard.figures.backdrop import era_spans
from dashboard.figures.base import FigureSpec
from dashboard.figures.listing import Listing, ListSpec
from dashboard.lookup import search
from dashboard.lookup.events import milestone_index, milestone_rows
from dashboard.markup.records import record_items
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from datasets import measures

PAGE = "milestones"

#: Filter → columns it narrows.
_COLUMNS: Mapping[str, str] = {
    "significance": "significance",
    "tone": "tone",
    "place": "place_id",
    "actor": "actors",
}

#: Filters that choose milestones.
CHOOSING = ("period", "themes", "q", "significance", "tone", "place", "actor")


def chosen(filters: Filters) -> pd.DataFrame:
    """The milestones that the filters leave, by date."""
    columns = {key: column for key, column in _COLUMNS.items() if key in filters}
    rows = queries.select(
        cache.measure(milestone_rows), datasets.spec("milestones"), filters, columns
    )
    text = filters.get("q", "")
    return search.matching(rows, cache.measure(milestone_index)["text"], text) if text else rows


def _years(filters: Filters) -> tuple[int, int]:
    """Years of the time axis: the period, which is clearer than the years of what was found."""
    return filters.period.start, filters.period.end


def timeline(filters: Filters) -> Figure:
    """Milestones in lanes by theme."""
    notes = caveats("milestones-dates", "milestones-tone", "milestones-uneven-coverage")
    return timeline_chart.timeline(chosen(filters), _years(filters), era_spans(), notes)


def counts(filters: Filters) -> Figure:
    """Number of milestones by year."""
    notes = caveats("milestones-uneven-coverage", "milestones-tone")
    return milestone_years.counts_by_year(
        chosen(filters), _years(filters), filters.by, era_spans(), notes
    )


def tone(filters: Filters) -> Figure:
    """Mean tone of the milestones of each year."""
    tones = measures.tie_tone(milestones=chosen(filters))
    notes = caveats("milestones-tone", "milestones-uneven-coverage")
    return tie_tone.mean_tone(tones, _years(filters), era_spans(), notes)


def places(filters: Filters) -> Figure:
    """Places of milestones; the chosen ones are marked, not singled out."""
    rest = Filters({key: value for key, value in filters.items() if key != "place"})
    return places_map.places_map(
        chosen(rest), filters.area, filters.place, caveats("places-approximate")
    )


def records(filters: Filters) -> Listing:
    """The records, with their sources."""
    rows = chosen(filters)
    return Listing(
        title="Records",
        table="milestones",
        rows=rows.iloc[::-1] if filters.order == "newest" else rows,
        render=record_items,
        noun="milestones",
        total=len(cache.frame("milestones")),
        notes=caveats("milestones-press-sources"),
    )


TIMELINE = FigureSpec(PAGE, "timeline", timeline, CHOOSING)
COUNTS = FigureSpec(PAGE, "counts-by-year", counts, (*CHOOSING, "by"))
TONE = FigureSpec(PAGE, "mean-tone", tone, CHOOSING)
PLACES = FigureSpec(PAGE, "places", places, (*CHOOSING, "area"))

RECORDS = ListSpec(PAGE, "records", records, (*CHOOSING, "order"))

FIGURES: Sequence[FigureSpec] = (TIMELINE, COUNTS, TONE, PLACES)

LISTS: Sequence[ListSpec] = (RECORDS,)
