"""Events that bear on trade, to stand behind its lines."""

from collections.abc import Sequence

import pandas as pd

from dashboard import cache, queries
from dashboard.charts.parts import Moment
from dashboard.charts.rows import each
from dashboard.charts.trade.axis import Overlay
from dashboard.figures.backdrop import era_spans
from dashboard.state.view import Filters
from dashboard.words.dates import date_words, first_day
from validators.vocabulary import CouncilKind, CouncilMeasure, Theme

_LANDMARK = 3

#: Themes of the landmarks shown while the reader has chosen none.
_BEARING = (Theme.ECONOMY.value, Theme.SANCTIONS.value, Theme.LAW.value)

#: What a Council resolution has to hold to stand for a step of the sanctions.
_ON_GOODS = frozenset(
    {
        CouncilMeasure.ARMS_EMBARGO,
        CouncilMeasure.TRADE_BAN,
        CouncilMeasure.COAL_CAP,
        CouncilMeasure.PETROLEUM_CAP,
    }
)


def year_fraction(date: str) -> float:
    """A partial date on an axis of years, by the first day that it may mean."""
    day = pd.Timestamp(first_day(date))
    return day.year + (day.day_of_year - 1) / 366


def _landmarks(themes: Sequence[str]) -> list[Moment]:
    milestones = cache.frame("milestones")
    marked = queries.among(
        milestones[milestones["significance"] >= _LANDMARK], ("theme", "themes_other"), themes
    )
    return [
        Moment(year_fraction(row.date), f"{date_words(row.date)}: {row.title}", row.id)
        for row in each(marked)
    ]


def _sanctions() -> list[Moment]:
    """Resolutions of the Security Council that restrict goods."""
    council = cache.frame("security_council")
    passed = council[council["kind"] == CouncilKind.RESOLUTION]
    return [
        Moment(
            year_fraction(row.date),
            f"{date_words(row.date)}: UN sanctions, {row.symbol} ({row.subject})",
            row.id,
        )
        for row in each(passed)
        if not _ON_GOODS.isdisjoint(row.measures)
    ]


def moments(themes: Sequence[str]) -> tuple[Moment, ...]:
    """Landmark milestones of the themes, and sanctions on goods where they belong to them.

    A resolution that is a landmark as well stands once.
    """
    wanted = tuple(themes) or _BEARING
    landmarks = _landmarks(wanted)
    taken = {moment.at for moment in landmarks}
    sanctions = _sanctions() if Theme.SANCTIONS in wanted else []
    both = [*landmarks, *(each for each in sanctions if each.at not in taken)]
    return tuple(sorted(both, key=lambda moment: float(moment.at)))


def overlay(filters: Filters) -> Overlay:
    """Eras, and events where the reader wants them."""
    wanted = filters.get("overlay", False)
    return Overlay(era_spans(), moments(filters.get("themes", ())) if wanted else ())
