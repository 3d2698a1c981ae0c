"""Refined oil supplied to the DPRK: months, years against the UN limit, allegations."""

from __future__ import annotations

import pandas as pd

from datasets.measures.inputs import percent, table
from validators.vocabulary import PeriodType, PetroleumMeasure, PetroleumSupplier

_TOLD = [PetroleumMeasure.REPORTED.value, PetroleumMeasure.DERIVED.value]


def barrels_per_tonne(*, petroleum: pd.DataFrame | None = None) -> float | None:
    """Return the conversion that the notifications themselves imply.

    Formula: median of barrels ÷ tonnes over notified months and spans that give both (years are
    left out, as their two units may stem from different vintages). None where no row does: then
    nothing is converted.

    Args:
        petroleum: Table ``petroleum``; the bundled one if None.
    """
    rows = table(petroleum, "petroleum")
    both = rows["measure"].isin(_TOLD) & (rows["barrels"] > 0) & (rows["tonnes"] > 0)
    rows = rows[both & (rows["period_type"] != PeriodType.YEAR.value)]
    if rows.empty:
        return None
    return float((rows["barrels"] / rows["tonnes"]).median())


def in_barrels(rows: pd.DataFrame, factor: float | None) -> pd.DataFrame:
    """Return rows with ``barrels_all``, tonnes converted where only those were published."""
    factors = pd.Series(factor, index=rows.index, dtype="Float64")
    computed = rows["barrels"].isna() & rows["tonnes"].notna() & factors.notna()
    return rows.assign(
        barrels_all=rows["barrels"].fillna(rows["tonnes"] * factors),
        converted=computed.astype("boolean"),
        factor=factors.where(computed),
    )


def _vintages(rows: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    groups = rows.groupby(key)["as_of"]
    return rows.assign(
        vintages=groups.transform("size").astype("Int64"),
        latest=(rows["as_of"] == groups.transform("max")).astype("boolean"),
    )


_AMOUNT = ["barrels", "tonnes", "barrels_all", "converted", "factor"]
_TAIL = ["verified", "note", "source_ids"]


def petroleum_monthly(
    *, factor: float | None = None, petroleum: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the refined oil notified for single months, the latest vintage of each.

    Spans of months, years, limits and allegations are left out. A month without a row was not
    seen, or was not notified; 0 is a notified zero.

    Args:
        factor: Barrels per tonne; what the notifications imply if None
            (see :func:`barrels_per_tonne`).
        petroleum: Table ``petroleum``; the bundled one if None.

    Returns:
        One row per month and supplier: ``month`` (YYYY-MM), ``year`` (Int64), ``supplier`` (RUS,
        CHN, ALL; ALL holds the others and is never added to them), ``barrels`` and ``tonnes``
        (Float64, as published), ``barrels_all`` (barrels, converted from tonnes where only those
        were published), ``converted`` (boolean), ``factor`` (the factor used), ``measure``
        (reported or derived), ``as_of``, ``vintages`` (Int64), ``verified``, ``note``,
        ``source_ids``.
    """
    rows = table(petroleum, "petroleum")
    factor = barrels_per_tonne(petroleum=rows) if factor is None else factor
    rows = rows[(rows["period_type"] == PeriodType.MONTH.value) & rows["measure"].isin(_TOLD)]
    key = ["period", "supplier"]
    dated = in_barrels(_vintages(rows, key), factor)
    # Of one vintage a reported figure stands before a derived one.
    latest = dated.sort_values([*key, "as_of", "measure"]).drop_duplicates(key, keep="last")
    latest = latest.assign(year=latest["period"].str[:4].astype("Int64"))
    columns = ["month", "year", "supplier", *_AMOUNT, "measure", "as_of", "vintages", *_TAIL]
    return latest.rename(columns={"period": "month"}).reset_index(drop=True)[columns]


def petroleum_yearly(
    *, factor: float | None = None, petroleum: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the refined oil notified for whole years, all vintages, against the UN limit.

    Formula: share_of_limit = 100 × barrels_all ÷ limit for refined products of the same year.
    Suppliers are not added up here; ``ALL`` is what was published for all of them.

    Args:
        factor: Barrels per tonne; what the notifications imply if None.
        petroleum: Table ``petroleum``; the bundled one if None.

    Returns:
        One row per year, supplier, measure and vintage: ``year`` (Int64), ``supplier``,
        ``barrels``, ``tonnes``, ``barrels_all``, ``converted``, ``factor``, ``limit_barrels``
        (Float64), ``share_of_limit`` (Float64, percent), ``measure``, ``as_of``, ``latest``
        (boolean), ``vintages`` (Int64), ``verified``, ``note``, ``source_ids``.
    """
    rows = table(petroleum, "petroleum")
    factor = barrels_per_tonne(petroleum=rows) if factor is None else factor
    limit = petroleum_limits(petroleum=rows)
    limit = limit[limit["supplier"] == PetroleumSupplier.UN_CAP.value]
    rows = rows[(rows["period_type"] == PeriodType.YEAR.value) & rows["measure"].isin(_TOLD)]
    dated = in_barrels(_vintages(rows, ["period", "supplier"]), factor)
    dated["year"] = dated["period"].astype("Int64")
    merged = dated.merge(limit[["year", "limit_barrels"]], on="year", how="left")
    merged["share_of_limit"] = percent(merged["barrels_all"], merged["limit_barrels"])
    columns = ["year", "supplier", *_AMOUNT, "limit_barrels", "share_of_limit", "measure"]
    return merged.sort_values(["year", "supplier", "as_of"], ignore_index=True)[
        [*columns, "as_of", "latest", "vintages", *_TAIL]
    ]


def petroleum_limits(*, petroleum: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the yearly limits of the Security Council.

    Args:
        petroleum: Table ``petroleum``; the bundled one if None.

    Returns:
        ``year`` (Int64), ``supplier`` (UN-CAP for refined products, UN-CAP-CRUDE for crude oil;
        the latter is given once and holds since), ``limit_barrels`` (Float64), ``note``,
        ``source_ids``.
    """
    rows = table(petroleum, "petroleum")
    rows = rows[rows["measure"] == PetroleumMeasure.CAP.value]
    limits = rows.assign(year=rows["period"].astype("Int64"), limit_barrels=rows["barrels"])
    columns = ["year", "supplier", "limit_barrels", "note", "source_ids"]
    return limits.sort_values(["supplier", "year"], ignore_index=True)[columns]


def petroleum_allegations(*, petroleum: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return what other states alleged and nobody notified; never added to notifications.

    Args:
        petroleum: Table ``petroleum``; the bundled one if None.

    Returns:
        ``period``, ``period_type``, ``supplier``, ``barrels``, ``tonnes``, ``as_of``,
        ``verified``, ``note``, ``source_ids``.
    """
    rows = table(petroleum, "petroleum")
    rows = rows[rows["measure"] == PetroleumMeasure.ALLEGATION.value]
    columns = ["period", "period_type", "supplier", "barrels", "tonnes", "as_of", *_TAIL]
    return rows.reset_index(drop=True)[columns]
