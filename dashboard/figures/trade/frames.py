"""What the figures of trade are drawn from: measures narrowed by the reader's filters."""

from collections.abc import Iterable, Sequence

import pandas as pd

from dashboard import cache, queries
from dashboard.charts.rows import each
from dashboard.charts.trade.axis import Break
from dashboard.filters.trade import MOST_PARTNERS, partner_options, series_options
from dashboard.state.view import Filters
from datasets.measures.splices import SPLICES
from datasets.measures.trade_flows import WORLD, trade_values
from datasets.measures.trade_shares import published_shares, trade_shares
from validators.vocabulary import Flow

FLOWS = {flow.value: flow.label for flow in Flow}

_LEAST_YEARS = 4
_BY_YEAR = queries.Place(time=("year",))

#: Series whose values stand in the numerator of a splice.
_NUMERATORS = {splice.id: splice.numerators for splice in SPLICES}


def named(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with the names of partners and flows beside their codes."""
    partners = dict(partner_options())
    columns = {"partner_name": frame["partner"].map(lambda code: partners.get(code, code))}
    if "flow" in frame:
        columns["flow_label"] = frame["flow"].map(FLOWS)
    return frame.assign(**columns)


def _ordered(frame: pd.DataFrame, series: Sequence[str], partners: Sequence[str]) -> pd.DataFrame:
    """Rows by series, partner and year, each in the order given."""
    place = {code: i for i, code in enumerate(series)}, {code: i for i, code in enumerate(partners)}
    return (
        frame.assign(
            _series=frame["series_id"].map(place[0]), _partner=frame["partner"].map(place[1])
        )
        .sort_values(["_series", "_partner", "year"], kind="stable")
        .drop(columns=["_series", "_partner"])
    )


def chosen_series(filters: Filters) -> tuple[str, ...]:
    """Ids of the series to show, in the order of display; all where none is chosen."""
    return filters.series or tuple(code for code, _ in series_options())


def shares_in_period(filters: Filters) -> pd.DataFrame:
    """Shares of the chosen flow and series in the period, of all partners."""
    shares = cache.measure(trade_shares)
    shares = shares[
        (shares["flow"] == filters.flow) & shares["series_id"].isin(chosen_series(filters))
    ]
    if "period" in filters:  # figures of one year have none
        shares = queries.select(shares, _BY_YEAR, filters.only("period"))
    return shares


def chosen_partners(filters: Filters, found: pd.DataFrame, by: str) -> tuple[str, ...]:
    """Codes of the partners to compare: the reader's, or those with the highest values found."""
    if filters.partners:
        return tuple(filters.partners)
    highest = found.groupby("partner")[by].max().sort_values(ascending=False)
    return tuple(highest.index[:MOST_PARTNERS])


def share_rows(filters: Filters) -> pd.DataFrame:
    """Shares of the chosen partners, series and flow in the period, named and in order."""
    found = shares_in_period(filters)
    partners = chosen_partners(filters, found, "share")
    rows = found[found["partner"].isin(partners)]
    return _ordered(named(rows), chosen_series(filters), partners)


def by_series(frame: pd.DataFrame, series: Sequence[str]) -> pd.DataFrame:
    """The rows in the order of their series."""
    place = {code: i for i, code in enumerate(series)}
    return frame.sort_values("series_id", key=lambda codes: codes.map(place), kind="stable")


def value_series(filters: Filters) -> tuple[str, ...]:
    """Series of dollar values behind the chosen series: splices give way to their numerators."""
    series = (part for code in chosen_series(filters) for part in _NUMERATORS.get(code, (code,)))
    return tuple(dict.fromkeys(series))


def value_rows(filters: Filters) -> pd.DataFrame:
    """Dollar values of the chosen partners and series in the period, named and in order.

    Columns are those of ``trade_values`` with ``series_title`` and ``partner_name``.
    """
    series = value_series(filters)
    values = cache.measure(trade_values)
    values = values[values["series_id"].isin(series) & (values["partner"] != WORLD)]
    values = queries.select(values, _BY_YEAR, filters.only("period"))
    partners = chosen_partners(filters, values, "total_usd")
    rows = titled(values[values["partner"].isin(partners)])
    return _ordered(named(rows), series, partners)


def titled(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with the titles of their series."""
    titles = cache.frame("trade_series").set_index("series_id")["title"]
    return frame.assign(series_title=frame["series_id"].map(titles).fillna(frame["series_id"]))


def series_notes(series: Iterable[str]) -> tuple[str, ...]:
    """Rule and known issues of each series, in words."""
    known = {row.series_id: row for row in each(cache.frame("trade_series"))}
    splices = {splice.id: splice for splice in SPLICES}
    notes: dict[str, None] = {}
    for code in series:
        splice = splices.get(code)
        if splice is not None:
            notes[f"{splice.title}: {splice.rule}"] = None
        for part in splice.numerators if splice else (code,):
            row = known.get(part)
            if row is not None and isinstance(row.known_issues, str):
                notes[f"{row.title}: {row.known_issues}"] = None
    return tuple(notes)


def breaks(series: Iterable[str]) -> tuple[Break, ...]:
    """Years from which a splice is computed otherwise."""
    splices = {splice.id: splice for splice in SPLICES}
    changed = {splices[code].add_numerator_from for code in series if code in splices} - {None}
    return tuple(
        Break(int(year), f"from {year} KOTRA's total<br>lacks Russia, which<br>is added to it")
        for year in sorted(year for year in changed if year)
    )


def flow_values(rows: pd.DataFrame, flow: str) -> pd.DataFrame:
    """Rows of ``trade_values`` with the value of one flow, where it is known."""
    values = rows.assign(value_usd=rows[f"{flow}_usd"], flow_label=FLOWS[flow])
    return values[values["value_usd"].notna()]


def split_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with both directions, partner by partner and series by series.

    Series that give both for a few years only are left out where another gives more. Years of
    which only one direction or only the turnover is known are left out.
    """
    split = rows[rows["balance_usd"].notna()]
    years = split.groupby(["partner", "series_id"])["year"].transform("size")
    most = years.groupby(split["partner"]).transform("max")
    split = split[(years >= _LEAST_YEARS) | (years == most)]
    order = {partner: i for i, partner in enumerate(dict.fromkeys(rows["partner"]))}
    return split.sort_values("partner", key=lambda codes: codes.map(order), kind="stable")


def printed_rows(filters: Filters) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Shares printed in the Factbook, and those of the first chosen series for the same.

    Of total trade the Factbook prints no share: exports and imports stand for it.
    """
    sides = (Flow.EXPORT, Flow.IMPORT)
    flows = sides if filters.flow == Flow.TOTAL else (filters.flow,)
    printed = cache.measure(published_shares)
    printed = queries.select(printed[printed["flow"].isin(flows)], _BY_YEAR, filters.only("period"))
    partners = chosen_partners(filters, printed, "share")
    printed = printed[printed["partner"].isin(partners)]
    shares = cache.measure(trade_shares)
    series = next(
        (code for code in chosen_series(filters) if (shares["series_id"] == code).any()), ""
    )
    chosen = (
        (shares["series_id"] == series)
        & shares["flow"].isin(flows)
        & shares["partner"].isin(printed["partner"])
    )
    computed = queries.select(shares[chosen], _BY_YEAR, filters.only("period"))
    order = {code: i for i, code in enumerate(partners)}
    return tuple(  # type: ignore[return-value]
        named(part).sort_values("partner", key=lambda codes: codes.map(order), kind="stable")
        for part in (printed, computed)
    )


def world_rows(filters: Filters) -> pd.DataFrame:
    """World totals of all series in the period."""
    values = cache.measure(trade_values)
    values = queries.select(values[values["partner"] == WORLD], _BY_YEAR, filters.only("period"))
    return titled(flow_values(values, filters.flow)).assign(partner_name="All partners")
