"""Shares of partners in the trade of the DPRK: plain series and named splices."""

from __future__ import annotations

from typing import Any

import pandas as pd

from datasets.measures.inputs import joined, percent, sources_of, table, tuples, united
from datasets.measures.splices import NO_RUSSIA_IN_KOTRA, SPLICES, Splice
from datasets.measures.trade_flows import WORLD, completed_flows, softest

_MATCH = ["denominator_series", "year", "flow"]
COLUMNS = (
    "series_id",
    "series_title",
    "year",
    "partner",
    "flow",
    "value_usd",
    "world_usd",
    "share",
    "basis",
    "world_basis",
    "numerator_series",
    "denominator_series",
    "rule",
    "source_ids",
    "note",
)
_KOTRA_NOTE = "KOTRA's total holds no Russian trade in this year"


def _partners(complete: pd.DataFrame, series: str) -> pd.DataFrame:
    rows = complete[(complete["series_id"] == series) & (complete["partner"] != WORLD)]
    return rows.assign(numerator_series=rows["series_id"], denominator_series=rows["series_id"])


def _worlds(complete: pd.DataFrame) -> pd.DataFrame:
    rows = complete[complete["partner"] == WORLD]
    return rows.rename(columns={"series_id": "denominator_series"})


def _sum_of_partners(complete: pd.DataFrame, series: str) -> pd.DataFrame:
    # Both directions of every partner are added, also of those with one direction only: the sum is
    # over what the source lists, and the total is the sum of the two sums.
    rows = complete[(complete["series_id"] == series) & ~complete["summed"]]
    groups = rows[rows["partner"] != WORLD].groupby(["year", "flow"])
    sums = groups["value_usd"].sum().reset_index()
    sums["basis"] = groups["basis"].agg(lambda bases: softest(*bases)).to_numpy()
    sums["source_ids"] = sources_of(groups, sums.index)
    world = sums.assign(series_id=series, partner=WORLD, note=None)
    return _worlds(completed_flows(world.astype({"note": "str", "flow": "str"})))


def _shares(partners: pd.DataFrame, worlds: pd.DataFrame) -> pd.DataFrame:
    columns = [*_MATCH, "value_usd", "basis", "source_ids", "note"]
    return partners.merge(
        worlds[columns], on=_MATCH, suffixes=("", "_world"), validate="many_to_one"
    )


def _add_numerator(shares: pd.DataFrame, first_year: int) -> pd.DataFrame:
    lacking = shares["year"] >= first_year
    whole = shares["value_usd_world"] + shares["value_usd"]
    return shares.assign(value_usd_world=shares["value_usd_world"].where(~lacking, whole))


def _spliced(splice: Splice, complete: pd.DataFrame) -> pd.DataFrame:
    parts: list[pd.DataFrame] = []
    filled: set[Any] = set()
    for numerator, denominator in zip(splice.numerators, splice.denominators, strict=True):
        if splice.sum_of_partners:
            worlds = _sum_of_partners(complete, denominator)
        else:
            worlds = _worlds(complete[complete["series_id"] == denominator])
        worlds = worlds[(worlds["year"] >= splice.first_year) & ~worlds["year"].isin(filled)]
        partners = _partners(complete, numerator).assign(denominator_series=denominator)
        if splice.partners:
            partners = partners[partners["partner"].isin(splice.partners)]
        parts.append(_shares(partners, worlds))
        filled |= set(worlds["year"])
    shares = pd.concat(parts, ignore_index=True)
    if splice.add_numerator_from is not None:
        shares = _add_numerator(shares, splice.add_numerator_from)
    return shares.assign(series_id=splice.id, series_title=splice.title, rule=splice.rule)


def _plain(complete: pd.DataFrame, titles: pd.DataFrame) -> pd.DataFrame:
    spliced = {splice.id for splice in SPLICES}
    rows = complete[(complete["partner"] != WORLD) & ~complete["series_id"].isin(spliced)]
    partners = rows.assign(numerator_series=rows["series_id"], denominator_series=rows["series_id"])
    title = titles.set_index("series_id")["title"]
    shares = _shares(partners, _worlds(complete))
    named = shares["series_id"].map(title).fillna(shares["series_id"])
    return shares.assign(series_title=named, rule="")


def _tidy(shares: pd.DataFrame) -> pd.DataFrame:
    without_russia = (
        (shares["denominator_series"] == "kotra-annual")
        & (shares["year"] >= NO_RUSSIA_IN_KOTRA)
        & (shares["partner"] != "RUS")
    )
    remarks = without_russia.map({True: _KOTRA_NOTE, False: None})
    notes = zip(shares["note"], shares["note_world"], remarks, strict=True)
    sources = map(united, shares["source_ids"], shares["source_ids_world"])
    tidy = shares.assign(
        share=percent(shares["value_usd"], shares["value_usd_world"]),
        note=pd.Series([joined(note) for note in notes], index=shares.index, dtype="str"),
        source_ids=tuples(list(sources), shares.index),
    ).rename(columns={"value_usd_world": "world_usd", "basis_world": "world_basis"})
    tidy = tidy[tidy["share"].notna()]
    text = [name for name in COLUMNS if name.endswith(("series", "title", "basis", "rule"))]
    order = {splice.id: place for place, splice in enumerate(SPLICES)}
    place = tidy["series_id"].map(order).fillna(len(order))
    return (
        tidy.assign(_place=place)
        .sort_values(["_place", "series_id", "partner", "flow", "year"], ignore_index=True)
        .astype({**dict.fromkeys(text, "str"), "series_id": "str", "partner": "str"})
        .loc[:, list(COLUMNS)]
    )


def trade_shares(
    *, flows: pd.DataFrame | None = None, series: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the share of each partner in exports, imports and total trade of the DPRK.

    Formula: share = 100 × value of the partner ÷ value for the world (``WLD``) of the same flow,
    year and series. ``total`` is the published total, or exports + imports where both are known;
    a missing direction is unknown, so there is no total then. Where partner and world stand in
    different series, or the world is summed up here, the row belongs to a named splice (see
    :mod:`datasets.measures.splices`) and ``rule`` says how.

    Args:
        flows: Table ``trade_flows``; the bundled one if None.
        series: Table ``trade_series`` with the titles; the bundled one if None.

    Returns:
        One row per series_id, partner, flow and year, splices first. Columns: ``series_id``,
        ``series_title``, ``year`` (Int64), ``partner``, ``flow``, ``value_usd`` and ``world_usd``
        (Int64, current US dollars), ``share`` (Float64, percent), ``basis`` and ``world_basis``
        (the softest of the parts), ``numerator_series``, ``denominator_series``, ``rule`` (empty
        for a plain series), ``source_ids`` (of both sides) and ``note``. No row where either
        side is missing; a share of 0 is a reported zero.
    """
    complete = completed_flows(flows)
    splices = [_spliced(splice, complete) for splice in SPLICES]
    plain = _plain(complete, table(series, "trade_series"))
    return _tidy(pd.concat([*splices, plain], ignore_index=True))


def partner_ranking(
    year: int,
    *,
    series: str = "kotra-annual",
    flow: str = "total",
    shares: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the partners of one year in one series by value, the largest first.

    Partners without a value for this flow are absent: their trade is unknown, not smallest.

    Args:
        year: Calendar year.
        series: Series or splice of :func:`trade_shares`.
        flow: ``export``, ``import`` or ``total``.
        shares: Result of :func:`trade_shares`; computed if None.

    Returns:
        ``rank`` (Int64, equal values share the better rank) and the columns of the shares.
    """
    shares = trade_shares() if shares is None else shares
    of_year = (shares["series_id"] == series) & (shares["year"] == year) & (shares["flow"] == flow)
    rows = shares[of_year].sort_values(["value_usd", "partner"], ascending=[False, True])
    rank = rows["value_usd"].rank(method="min", ascending=False).astype("Int64")
    ranked = rows.reset_index(drop=True)
    ranked.insert(0, "rank", rank.to_numpy())
    return ranked.astype({"rank": "Int64"})


def published_shares(*, shares: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return shares as the CIA World Factbook printed them: a second opinion, never recomputed.

    Args:
        shares: Table ``trade_published_shares``; the bundled one if None.

    Returns:
        One row per year, partner, flow and edition: ``year``, ``partner``, ``flow``, ``edition``
        (Int64), ``share`` (Float64, percent as printed), ``latest`` (boolean: no later edition
        prints another value), ``editions`` (Int64, editions with a value of their own), ``note``,
        ``source_ids``.
    """
    printed = table(shares, "trade_published_shares")
    groups = printed.groupby(["year", "partner", "flow"])["edition"]
    columns = ["year", "partner", "flow", "edition", "share", "latest", "editions"]
    return (
        printed.rename(columns={"share_pct": "share"})
        .assign(
            latest=(printed["edition"] == groups.transform("max")).astype("boolean"),
            editions=groups.transform("size").astype("Int64"),
        )
        .loc[:, [*columns, "note", "source_ids"]]
    )
