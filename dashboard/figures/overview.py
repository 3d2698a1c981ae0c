"""The figure of the Overview."""

from collections.abc import Sequence

import datasets
from dashboard import cache, queries
from dashboard.charts.figure import Figure
from dashboard.charts.overview.eighty_years import eighty_years
from dashboard.charts.trade.lines import marks_explained
from dashboard.figures.backdrop import era_spans
from dashboard.figures.base import FigureSpec
from dashboard.lookup.events import milestone_rows
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.names import known_names
from datasets.measures.trade_shares import trade_shares
from datasets.measures.voting import voting_agreement
from validators.vocabulary import Flow, Significance

PAGE = ""

#: Series that together tell Russia's share: the best first, those that fill its gaps after it.
SHARE_SERIES = ("kotra-filled", "russia-customs-over-kotra", "rok-mofa", "jetro", "cow-trade-4")

_BY_YEAR = queries.Place(time=("year",))


def picture(filters: Filters) -> Figure:
    """Eras, landmarks, Russia's share of trade and agreement of votes."""
    landmarks = queries.select(cache.measure(milestone_rows), datasets.spec("milestones"), filters)
    landmarks = landmarks[landmarks["significance"] == Significance.LANDMARK]
    shares = cache.measure(trade_shares)
    shares = shares[
        (shares["partner"] == "RUS")
        & (shares["flow"] == Flow.TOTAL)
        & shares["series_id"].isin(SHARE_SERIES)
    ]
    period = filters.only("period")
    shares = queries.select(shares, _BY_YEAR, period)
    order = {series: place for place, series in enumerate(SHARE_SERIES)}
    shares = shares.assign(
        partner_name=known_names().get("RUS", ""), _order=shares["series_id"].map(order)
    ).sort_values(["_order", "year"])
    votes = queries.select(cache.measure(voting_agreement, a="RUS", b="PRK"), _BY_YEAR, period)
    return eighty_years(
        landmarks,
        shares,
        votes,
        years=(filters.period.start, filters.period.end),
        eras=era_spans(),
        notes=(
            *marks_explained(shares),
            *caveats(
                "trade-missing-not-zero",
                "trade-series-apart",
                "ga-membership-periods",
                "ga-2025-near-unanimous",
                "milestones-tone",
            ),
        ),
    )


PICTURE = FigureSpec(PAGE, "eighty-years", picture, ("period", "themes"))

FIGURES: Sequence[FigureSpec] = (PICTURE,)
