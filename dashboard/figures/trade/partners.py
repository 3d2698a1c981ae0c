"""Figures of the Trade page: partners of one year."""

from collections.abc import Iterable

import pandas as pd

from dashboard import cache
from dashboard.charts.figure import Figure
from dashboard.charts.trade import partner_map
from dashboard.charts.trade import ranking as trade_ranking
from dashboard.figures.base import FigureSpec
from dashboard.figures.trade import frames
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from datasets.measures.trade_flows import WORLD, trade_values
from datasets.record import TableFailedError

_USES = ("series", "flow", "unit", "year")
_LACKS_RUSSIA_FROM = 2022


def _all_years(filters: Filters) -> pd.DataFrame:
    """Shares or dollar values of all partners in the chosen series and flow."""
    if filters.unit == "percent":
        return frames.by_series(frames.shares_in_period(filters), frames.chosen_series(filters))
    values = cache.measure(trade_values)
    series = frames.value_series(filters)
    values = values[values["series_id"].isin(series) & (values["partner"] != WORLD)]
    return frames.by_series(frames.titled(frames.flow_values(values, filters.flow)), series)


def _of_year(filters: Filters) -> pd.DataFrame:
    rows = _all_years(filters.only("series", "flow", "unit"))
    return frames.named(rows[rows["year"] == filters.year])


def playable_years(filters: Filters) -> tuple[int, ...]:
    """Years in which the chosen series name a partner; none where they cannot be read."""
    try:
        rows = _all_years(filters.only("series", "flow", "unit"))
    except TableFailedError:
        return ()  # the cards say which table and why
    return tuple(sorted(int(year) for year in rows["year"].unique()))


def one_per_partner(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a partner: from the series that names most partners, else from the next one.

    Partners that only another series names would otherwise look unknown.
    """
    named = rows.groupby("series_id", sort=False)["partner"].transform("size")
    first = rows.assign(_named=named).sort_values("_named", ascending=False, kind="stable")
    return first.drop_duplicates("partner").drop(columns="_named")


def _drawn_from(rows: pd.DataFrame) -> tuple[str, ...]:
    """Which series the map draws from, in words."""
    if rows.empty:
        return ()
    counts = rows.groupby("series_title", sort=False)["partner_name"].agg(list)
    base = counts.map(len).idxmax()
    others = [
        f"{', '.join(names)} from “{title}”" for title, names in counts.items() if title != base
    ]
    said = f"Values come from “{base}”"
    return (f"{said}; {'; '.join(others)}." if others else f"{said}.",)


def _warnings(rows: pd.DataFrame) -> Iterable[str]:
    """Caveats that the rows call for."""
    if rows.empty:
        return ()
    wanted = ["trade-few-partners", "trade-inter-korean"]
    if rows["series_id"].str.startswith("cow").any():
        wanted.append("trade-north-south-confusion")
    if (rows["year"] >= _LACKS_RUSSIA_FROM).any():
        wanted.append("trade-kotra-without-russia")
    if ((rows["year"] == 1996) & (rows["partner"] == "RUS")).any():
        wanted.insert(0, "trade-russia-1996-outlier")
    return caveats(*wanted)


def ranking(filters: Filters) -> Figure:
    """Partners of the chosen year, ranked."""
    rows = _of_year(filters)
    return trade_ranking.ranking(
        rows,
        year=filters.year,
        flow=filters.flow,
        unit=filters.unit,
        notes=tuple(_warnings(rows)),
    )


def world_map(filters: Filters) -> Figure:
    """Partners of the chosen year on a map."""
    rows = one_per_partner(_of_year(filters))
    return partner_map.partner_map(
        rows,
        cache.frame("countries"),
        year=filters.year,
        flow=filters.flow,
        unit=filters.unit,
        notes=(*_drawn_from(rows), *_warnings(rows)),
    )


FIGURES: tuple[FigureSpec, ...] = (
    FigureSpec("trade", "map", world_map, _USES),
    FigureSpec("trade", "ranking", ranking, _USES),
)
