"""Completed trade flows: totals where both directions are known, values and balance."""

from __future__ import annotations

from typing import Any

import pandas as pd

from datasets.measures.inputs import joined, table, tuples, united

KEY = ["series_id", "year", "partner"]
FIRMNESS = ("reported", "mirror", "estimate")
"""Bases from firm to soft; a sum is as soft as its softest part."""

WORLD = "WLD"


def softest(*bases: Any) -> str:
    """Return the softest of several bases: estimate before mirror before reported."""
    return FIRMNESS[max(FIRMNESS.index(basis) for basis in bases)]


def _sums(exports: pd.DataFrame, imports: pd.DataFrame) -> pd.DataFrame:
    pairs = exports.merge(imports, on=KEY, suffixes=("", "_2"), validate="one_to_one")
    return pd.DataFrame(
        {
            **{name: pairs[name] for name in KEY},
            "flow": pd.Series("total", index=pairs.index, dtype="str"),
            "value_usd": pairs["value_usd"] + pairs["value_usd_2"],
            "basis": pd.Series(map(softest, pairs["basis"], pairs["basis_2"]), dtype="str"),
            "note": pd.Series(
                [joined(both) for both in zip(pairs["note"], pairs["note_2"], strict=True)],
                dtype="str",
            ),
            "source_ids": tuples(
                [*map(united, pairs["source_ids"], pairs["source_ids_2"])], pairs.index
            ),
            "summed": pd.Series(True, index=pairs.index, dtype="boolean"),
        }
    )


def completed_flows(flows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return trade flows with a total wherever one is known.

    Formula: total = export + import where both exist in the same series, year and partner. A
    published total takes precedence. A missing direction is unknown, never 0: then no total.

    Args:
        flows: Table ``trade_flows``; the bundled one if None.

    Returns:
        One row per series, year, partner and flow: columns of ``trade_flows`` (value_usd in
        current US dollars) and ``summed``, true for totals that were added up here.

    Raises:
        ValueError: A series, year, partner and flow stands twice.
    """
    flows = table(flows, "trade_flows")
    one_way = {flow: flows[flows["flow"] == flow] for flow in ("export", "import", "total")}
    sums = _sums(one_way["export"], one_way["import"])
    published = pd.MultiIndex.from_frame(one_way["total"][KEY])
    sums = sums[~pd.MultiIndex.from_frame(sums[KEY]).isin(published)]
    given = flows.assign(summed=pd.Series(False, index=flows.index, dtype="boolean"))
    columns = [*KEY, "flow", "value_usd", "basis", "note", "source_ids", "summed"]
    return pd.concat([given[columns], sums[columns]], ignore_index=True).sort_values(
        [*KEY, "flow"], ignore_index=True, kind="stable"
    )


def _side(complete: pd.DataFrame, flow: str) -> pd.Series[Any]:
    rows = complete[complete["flow"] == flow]
    return rows.set_index(KEY)["value_usd"]


def trade_values(flows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return exports, imports, total and balance of every series, year and partner.

    Formula: balance = exports − imports, total = exports + imports or as published; each missing
    where a part is missing. Directions are seen from the DPRK: a negative balance is a DPRK deficit.

    Args:
        flows: Table ``trade_flows``; the bundled one if None.

    Returns:
        One row per series_id, year and partner (``WLD`` included) with ``export_usd``,
        ``import_usd``, ``total_usd``, ``balance_usd`` (Int64, current US dollars), ``total_is``
        (``published``, ``sum`` or missing), ``basis`` (the softest of the parts), ``note`` and
        ``source_ids``.
    """
    complete = completed_flows(flows)
    # A total stands last and rests on all parts; without one there is a single row.
    last = complete.drop_duplicates(KEY, keep="last").set_index(KEY)
    values = last[["basis", "note", "source_ids"]].copy()
    for flow in ("export", "import", "total"):
        values[f"{flow}_usd"] = _side(complete, flow).reindex(values.index).astype("Int64")
    values["balance_usd"] = values["export_usd"] - values["import_usd"]
    is_total = last["flow"] == "total"
    values["total_is"] = last["summed"].map({True: "sum", False: "published"}).where(is_total)
    typed = values.reset_index().astype(
        {"series_id": "str", "partner": "str", "basis": "str", "note": "str", "total_is": "str"}
    )
    amounts = ["export_usd", "import_usd", "total_usd", "balance_usd"]
    return typed[[*KEY, *amounts, "total_is", "basis", "note", "source_ids"]]
