"""Headline figures on trade and oil."""

import pandas as pd

from dashboard import cache
from dashboard.headlines.base import Headline, first, points, united
from dashboard.words.amounts import percent
from dashboard.words.caveats import caveats
from dashboard.words.dates import span_words
from datasets.measures.petroleum import petroleum_allegations, petroleum_yearly
from datasets.measures.trade_shares import trade_shares
from validators.vocabulary import Flow

#: Series from which the headline share is taken.
SHARE_SERIES = "russia-customs-over-kotra"


def trade_share() -> Headline | None:
    """Russia's share of DPRK trade in the latest year with Russia's trade and a world total."""
    shares = cache.measure(trade_shares)
    russia = shares[(shares["partner"] == "RUS") & (shares["flow"] == Flow.TOTAL)]
    main = russia[russia["series_id"] == SHARE_SERIES].sort_values("year")
    if main.empty:
        return None
    last = main.iloc[-1]
    year = int(last["year"])
    before = main[main["year"] == year - 1]
    others = russia[(russia["year"] >= year) & (russia["series_id"] != SHARE_SERIES)]
    return Headline(
        key="trade-share",
        title="Russia's share of DPRK trade",
        value=percent(last["share"]),
        meaning=f"of exports and imports in {year} ({last['series_title']}).",
        range=_other_series(others, year),
        change=(
            f"{points(last['share'], before.iloc[0]['share'])} on {year - 1}."
            if len(before)
            else ""
        ),
        sources=united([last["source_ids"], *others["source_ids"]]),
        page="trade",
        link="Shares by series",
        note=first(caveats("trade-not-covered")),
    )


def _other_series(others: pd.DataFrame, year: int) -> str:
    if others.empty:
        return f"No other series covers {year} or later."
    columns = (others[name] for name in ("share", "year", "series_title"))
    said = [
        f"{percent(share)} in {when} ({title})" for share, when, title in zip(*columns, strict=True)
    ]
    return f"In other series: {'; '.join(said)}."


def refined_oil() -> Headline | None:
    """Refined oil that Russia reported for its latest full year, against the limit."""
    years = cache.measure(petroleum_yearly)
    own = years[(years["supplier"] == "RUS") & years["latest"] & years["share_of_limit"].notna()]
    if own.empty:
        return None
    own = own.sort_values("year")
    last = own.iloc[-1]
    year = int(last["year"])
    before = own[own["year"] < year]
    alleged = cache.measure(petroleum_allegations)
    alleged = alleged[alleged["period"].str.slice(0, 4) > str(year)]
    said = [
        f"more than {barrels:,.0f} barrels alleged for {span_words(*period.split('/'))}"
        for barrels, period in zip(alleged["barrels"], alleged["period"], strict=True)
        if pd.notna(barrels)
    ]
    change = ""
    if len(before):
        earlier = before.iloc[-1]
        change = (
            f"{earlier['barrels_all']:,.0f} barrels for {earlier['year']}, the latest earlier year "
            "in the record."
        )
    return Headline(
        key="refined-oil",
        title="Refined oil reported by Russia",
        value=f"{last['barrels_all']:,.0f} barrels",
        meaning=(
            f"for {year}: {percent(last['share_of_limit'])} of the yearly limit of "
            f"{last['limit_barrels']:,.0f} barrels for all suppliers."
        ),
        range=f"By others, not reported: {'; '.join(said)}." if said else "",
        change=change,
        sources=united([last["source_ids"], *alleged["source_ids"]]),
        page="trade",
        link="Refined oil against the limit",
        filters={"show": "oil"},
        note=first(caveats("petroleum-self-reported")),
    )
