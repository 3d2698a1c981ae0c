"""Figures of the Trade page: Soviet trade in clearing roubles."""

import pandas as pd

from dashboard import cache, queries
from dashboard.charts.figure import Figure
from dashboard.charts.trade import roubles as trade_roubles
from dashboard.charts.trade import soviet as trade_soviet
from dashboard.figures.base import FigureSpec
from dashboard.figures.trade import frames
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.glossary import explained
from datasets.measures.trade_flows import completed_flows
from datasets.measures.trade_shares import trade_shares
from validators.vocabulary import Flow

_BY_YEAR = queries.Place(time=("year",))
_KEY = ["year", "partner", "flow"]
_RUSSIA = "RUS"

#: Splices repeat the values of the series that they join.
_SPLICED = "kotra-filled"


def _roubles(filters: Filters) -> pd.DataFrame:
    rows = queries.select(cache.frame("trade_flows_rubles"), _BY_YEAR, filters.only("period"))
    return rows.assign(flow_label=rows["flow"].map(frames.FLOWS))


def with_turnover(roubles: pd.DataFrame) -> pd.DataFrame:
    """The flows, and the turnover of years of which both directions are known."""
    split = roubles[roubles["flow"] != Flow.TOTAL]
    sides = split.groupby(["year", "partner"])
    both = sides["flow"].transform("nunique") == 2
    sums = (
        split[both]
        .groupby(["year", "partner"], as_index=False)
        .agg(value_mln_rub=("value_mln_rub", "sum"), source_ids=("source_ids", "sum"))
        .assign(flow=Flow.TOTAL.value, flow_label=Flow.TOTAL.label)
    )
    return pd.concat([roubles, sums], ignore_index=True)


def rates(filters: Filters) -> Figure:
    """Dollars per rouble that each published dollar value implies."""
    roubles = with_turnover(_roubles(filters)).rename(columns={"value_mln_rub": "roubles"})
    dollars = frames.titled(cache.measure(completed_flows))
    columns = [*_KEY, "series_id", "series_title", "value_usd", "basis", "note", "source_ids"]
    pairs = roubles[[*_KEY, "flow_label", "roubles", "source_ids"]].merge(
        dollars[columns], on=_KEY, suffixes=("_roubles", "")
    )
    million = pairs["value_usd"].astype("Float64") / 1e6
    pairs = pairs.assign(
        value_million=million,
        rate=million / pairs["roubles"].astype("Float64"),
        source_ids=pairs["source_ids"] + pairs["source_ids_roubles"],
    )
    order = {flow: i for i, flow in enumerate((Flow.EXPORT, Flow.IMPORT, Flow.TOTAL))}
    pairs = pairs.sort_values(["year", "flow"], key=lambda each: each.map(order).fillna(each))
    return trade_roubles.rouble_rates(pairs, notes=caveats("trade-rouble-conversion"))


def flows(filters: Filters) -> Figure:
    """Soviet trade in clearing roubles."""
    known = cache.frame("trade_series").set_index("series_id")["known_issues"]
    rows = _roubles(filters)
    issues = [str(known[code]) for code in dict.fromkeys(rows["series_id"]) if code in known.index]
    return trade_roubles.rouble_flows(rows, notes=(*issues, *explained("clearing-rouble")))


def shares(filters: Filters) -> Figure:
    """The Soviet share by series, in the years of the clearing roubles."""
    years = set(cache.frame("trade_flows_rubles")["year"])
    found = cache.measure(trade_shares)
    chosen = (
        (found["partner"] == _RUSSIA)
        & (found["flow"] == Flow.TOTAL)
        & found["year"].isin(years)
        & (found["series_id"] != _SPLICED)
    )
    rows = queries.select(found[chosen], _BY_YEAR, filters.only("period"))
    drawn = dict.fromkeys(rows["series_id"])
    return trade_soviet.soviet_shares(rows, notes=frames.series_notes(drawn))


FIGURES: tuple[FigureSpec, ...] = (
    FigureSpec("trade", "rouble-flows", flows, ("period",)),
    FigureSpec("trade", "rouble-rates", rates, ("period",)),
    FigureSpec("trade", "soviet-shares", shares, ("period",)),
)
