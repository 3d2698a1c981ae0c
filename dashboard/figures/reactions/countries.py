"""Figures of countries on the Reactions page: what they said, how they voted, what they traded."""

from collections.abc import Sequence

import pandas as pd

from dashboard import cache, queries
from dashboard.charts import parts
from dashboard.charts.figure import Figure
from dashboard.charts.reactions import country_trade, country_votes
from dashboard.charts.reactions import history as reaction_history
from dashboard.charts.stances import OWN
from dashboard.figures.base import FigureSpec
from dashboard.figures.reactions import frames
from dashboard.figures.reactions.frames import COUNTRY, PARTIES
from dashboard.filters.reactions import MOST_COUNTRIES
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.dates import date_words, first_day, last_day
from datasets.measures import key_votes_of, trade_values
from validators.vocabulary import AdoptedBy, VoteChoice

PAGE = "reactions"

_LANDMARK = 3

#: How a resolution was adopted → what stands where a country has no vote.
_NO_VOTE = {
    str(AdoptedBy.WITHOUT_VOTE.value): country_votes.WITHOUT_VOTE,
    str(AdoptedBy.RECORDED_VOTE.value): str(VoteChoice.NONMEMBER.value),
}
_MARGIN = pd.Timedelta(days=25)


def chosen(filters: Filters) -> tuple[str, ...]:
    """Codes of the countries to compare: the reader's, or those that spoke on most events."""
    if filters.country:
        return tuple(filters.country)
    rows = cache.frame("reactions")
    spoke = rows[
        (rows["actor_kind"] == COUNTRY) & rows["basis"].isin(OWN) & ~rows["actor"].isin(PARTIES)
    ]
    events = spoke.groupby("actor")["event_id"].nunique().reset_index()
    most = events.sort_values(["event_id", "actor"], ascending=[False, True], kind="stable")
    return tuple(most["actor"].head(MOST_COUNTRIES))


def _names(codes: Sequence[str]) -> list[str]:
    known = frames.names()
    return [known[COUNTRY, code] for code in codes]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def history(filters: Filters) -> Figure:
    """Every text of the countries over time, and the events without one."""
    codes = chosen(filters)
    names = dict(zip(codes, _names(codes), strict=True))
    events = frames.events_in(filters)
    rows = frames.texts(filters.replace(country=codes))
    rows = rows.assign(country=rows["name"])
    found = set(rows[["actor", "event_id"]].itertuples(index=False, name=None))
    silent = pd.DataFrame(
        [
            (names[code], title, date)
            for code in codes
            for event, title, date in events[["event_id", "title", "date"]].itertuples(
                index=False, name=None
            )
            if (code, event) not in found
        ],
        columns=["country", "event", "date"],
    )
    span = _span(events)
    return reaction_history.reaction_history(
        rows,
        silent,
        list(names.values()),
        span,
        title=f"Reactions over time: {_listed(list(names.values()))}",
        moments=_moments(filters, span) if filters.overlay else (),
        notes=caveats(
            "reactions-no-statement", "reactions-shared-texts", "reactions-what-is-coded"
        ),
        message="No event lies in the period and themes chosen. Widen them.",
    )


def _span(events: pd.DataFrame) -> tuple[str, str]:
    """First and last day of the axis: all reactions collected, whoever spoke."""
    if events.empty:
        return "", ""
    first = min(map(first_day, (*events["window_start"], *events["date"])))
    last = max(map(last_day, (*events["date_end"], *events["date"])))
    return (
        (pd.Timestamp(first) - _MARGIN).strftime("%Y-%m-%d"),
        (pd.Timestamp(last) + _MARGIN).strftime("%Y-%m-%d"),
    )


def _moments(filters: Filters, span: tuple[str, str]) -> tuple[parts.Moment, ...]:
    """Landmark milestones between two days, of the themes if any are chosen."""
    rows = queries.among(cache.frame("milestones"), ("theme", "themes_other"), filters.themes)
    rows = rows[rows["significance"] >= _LANDMARK]
    return tuple(
        parts.Moment(first_day(date), f"{date_words(date)}: {title}", code)
        for code, date, title in zip(rows["id"], rows["date"], rows["title"], strict=True)
        if span[0] <= first_day(date) <= span[1]
    )


def votes(filters: Filters) -> Figure:
    """How the countries voted on key resolutions, beside Russia and the DPRK."""
    codes = chosen(filters)
    names = _names(codes)
    russia, dprk = (
        cache.measure(key_votes_of, iso3=party).set_index("resolution_id")["vote"]
        for party in PARTIES
    )
    rows = pd.concat(
        [
            cache.measure(key_votes_of, iso3=code).assign(country=name)
            for code, name in zip(codes, names, strict=True)
        ],
        ignore_index=True,
    )
    missing = rows["adopted_by"].map(_NO_VOTE)
    rows = rows.assign(
        vote=rows["vote"].fillna(missing),
        russia=rows["resolution_id"].map(russia),
        dprk=rows["resolution_id"].map(dprk),
    )
    span = _vote_span(rows, filters)
    rows = queries.select(rows, queries.Place(time=("date",)), filters.only("period"))
    return country_votes.country_votes(
        rows,
        names,
        span,
        title=f"Votes on key resolutions: {_listed(names)}",
        notes=caveats("ga-coverage-end"),
    )


def _vote_span(rows: pd.DataFrame, filters: Filters) -> tuple[str, str]:
    if rows.empty:
        return "", ""
    first = max(int(rows["date"].min()[:4]), filters.period.start)
    last = min(int(rows["date"].max()[:4]), filters.period.end)
    return f"{first}-01-01", f"{last}-12-31"


def trade(filters: Filters) -> Figure:
    """What the countries traded with the DPRK."""
    codes = chosen(filters)
    names = dict(zip(codes, _names(codes), strict=True))
    values = cache.measure(trade_values)
    values = values[values["partner"].isin(codes)]
    values = queries.select(values, queries.Place(time=("year",)), filters.only("period"))
    titles = cache.frame("trade_series").set_index("series_id")["title"]
    rows = values.assign(
        country=values["partner"].map(names), series=values["series_id"].map(titles)
    )
    years = rows.loc[rows["total_usd"].notna(), "year"]
    span = (int(years.min()), int(years.max())) if len(years) else (0, 0)
    return country_trade.country_trade(
        rows,
        list(names.values()),
        span,
        title=f"Trade with the DPRK: {_listed(list(names.values()))}",
        notes=caveats("trade-not-covered"),
    )


HISTORY = FigureSpec(PAGE, "history", history, ("period", "themes", "own", "country", "overlay"))
VOTES = FigureSpec(PAGE, "key-votes", votes, ("period", "country"))
TRADE = FigureSpec(PAGE, "trade-with-the-dprk", trade, ("period", "country"))

FIGURES: tuple[FigureSpec, ...] = (HISTORY, VOTES, TRADE)
