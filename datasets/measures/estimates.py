"""Contested quantities as intervals: what each claimant stated, never averaged."""

from __future__ import annotations

import pandas as pd

from datasets.measures.inputs import sources_of, table
from validators.vocabulary import UNIT_QUANTITY, ClaimantKind, Quantity, Unit

_QUANTITY = {item.value: (place, item.label) for place, item in enumerate(Quantity)}
_UNIT = {item.value: (place, item.label) for place, item in enumerate(Unit)}
_QUANTITY_OF = {unit.value: quantity.value for unit, quantity in UNIT_QUANTITY.items()}
_CLAIMANT = {item.value: item.label for item in ClaimantKind}


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def _wording(kind: str, lower: float, upper: float, point: float) -> str:
    if kind == "point":
        return _number(point)
    if kind == "open-high":
        return f"more than {_number(lower)}"
    if kind == "open-low":
        return f"up to {_number(upper)}"
    return f"{_number(lower)} to {_number(upper)}"


def _kinds(lower: pd.Series[float], upper: pd.Series[float]) -> pd.Series[str]:
    kind = pd.Series("range", index=lower.index, dtype="str")
    kind = kind.mask(lower == upper, "point")
    return kind.mask(upper.isna(), "open-high").mask(lower.isna(), "open-low")


def estimate_intervals(
    quantity: str | None = None,
    unit: str | None = None,
    *,
    estimates: pd.DataFrame | None = None,
    claimants: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return every estimate as an interval on the day of its statement.

    Rule: ``low`` (“more than”) is a lower bound, ``high`` (“up to”) an upper bound, ``point`` a
    single figure. lower = low, else point; upper = high, else point. One bound alone leaves the
    interval open at the other end. Each unit is an axis of its own: two units are never
    comparable, and nothing is averaged.

    Args:
        quantity: Only this quantity.
        unit: Only this unit.
        estimates: Table ``estimates``; the bundled one if None.
        claimants: Table ``claimants``; the bundled one if None.

    Returns:
        One row per estimate, by quantity, unit and date: ``id``, ``quantity``, ``quantity_label``,
        ``unit``, ``unit_label``, ``date``, ``period_start``, ``period_end``, ``lower``, ``point``,
        ``upper`` (Float64, in the unit), ``kind`` (``point``, ``range``, ``open-high``: only a
        lower bound, ``open-low``: only an upper one), ``wording`` (“more than 1,000”),
        ``claimant``, ``claimant_name``, ``claimant_country``, ``claimant_kind``,
        ``claimant_kind_label``, ``bound_from_wording`` (boolean), ``note``, ``source_ids``.

    Raises:
        ValueError: The unit does not belong to the quantity.
    """
    if quantity and unit and _QUANTITY_OF.get(unit) != quantity:
        raise ValueError(f"unit {unit!r} does not belong to {quantity!r}")
    rows = table(estimates, "estimates")
    if quantity:
        rows = rows[rows["quantity"] == quantity]
    if unit:
        rows = rows[rows["unit"] == unit]
    who = table(claimants, "claimants")[["code", "name", "country"]].rename(
        columns={"code": "claimant", "name": "claimant_name", "country": "claimant_country"}
    )
    rows = rows.merge(who, on="claimant", how="left").rename(columns={"date_of_statement": "date"})
    lower, upper = rows["low"].fillna(rows["point"]), rows["high"].fillna(rows["point"])
    kind = _kinds(lower, upper)
    numbers = zip(kind, lower, upper, rows["point"], strict=True)
    rows = rows.assign(
        lower=lower,
        upper=upper,
        kind=kind,
        wording=pd.Series([_wording(*n) for n in numbers], index=rows.index, dtype="str"),
        quantity_label=rows["quantity"].map({k: v[1] for k, v in _QUANTITY.items()}),
        unit_label=rows["unit"].map({k: v[1] for k, v in _UNIT.items()}),
        claimant_kind_label=rows["claimant_kind"].map(_CLAIMANT),
        _quantity=rows["quantity"].map({k: v[0] for k, v in _QUANTITY.items()}),
        _unit=rows["unit"].map({k: v[0] for k, v in _UNIT.items()}),
    ).sort_values(["_quantity", "_unit", "date", "id"], ignore_index=True)
    what = ["id", "quantity", "quantity_label", "unit", "unit_label"]
    when = ["date", "period_start", "period_end"]
    much = ["lower", "point", "upper", "kind", "wording"]
    whose = ["claimant", "claimant_name", "claimant_country", "claimant_kind"]
    tail = ["claimant_kind_label", "bound_from_wording", "note", "source_ids"]
    return rows[[*what, *when, *much, *whose, *tail]]


def estimate_units(*, estimates: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the axes on which estimates can be drawn: one per quantity and unit.

    Args:
        estimates: Table ``estimates``; the bundled one if None.

    Returns:
        ``quantity``, ``quantity_label``, ``unit``, ``unit_label``, ``estimates``, ``claimants``
        (Int64), ``first``, ``last`` (dates of statements), ``smallest``, ``largest`` (Float64,
        bounds named by anyone, in the unit), ``source_ids``.
    """
    rows = estimate_intervals(estimates=estimates)
    key = ["quantity", "quantity_label", "unit", "unit_label"]
    groups = rows.groupby(key, sort=False)
    axes = groups.agg(
        estimates=("id", "size"),
        claimants=("claimant", "nunique"),
        first=("date", "min"),
        last=("date", "max"),
    ).astype({"estimates": "Int64", "claimants": "Int64"})
    bounds = rows.assign(
        least=rows["lower"].fillna(rows["upper"]), most=rows["upper"].fillna(rows["lower"])
    ).groupby(key, sort=False)
    axes["smallest"], axes["largest"] = bounds["least"].min(), bounds["most"].max()
    axes["source_ids"] = sources_of(groups, axes.index)
    return axes.reset_index()
