"""What the record covers and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

import datasets
from datasets.measures.inputs import percent, table, years
from validators.spec import TableSpec
from validators.vocabulary import SourceKind

Frames = Mapping[str, pd.DataFrame]
_SOURCES = "source_ids"


def _sourced() -> list[TableSpec]:
    return [spec for spec in datasets.tables() if _SOURCES in spec.columns]


def _given(frames: Frames | None, name: str) -> pd.DataFrame | None:
    return None if frames is None else frames.get(name)


def _kinds(frames: Frames | None) -> dict[str, str]:
    sources = table(_given(frames, "sources"), "sources")
    return dict(zip(sources["id"], sources["kind"], strict=True))


def _themes(spec: TableSpec, rows: pd.DataFrame, frames: Frames | None) -> pd.Series[str]:
    if spec.themes:
        return rows[spec.themes[0]]
    if "event_id" in spec.columns:  # reactions and shared texts take the theme of their event
        events = table(_given(frames, "reaction_events"), "reaction_events")
        return rows["event_id"].map(events.set_index("event_id")["theme"]).fillna("")
    return pd.Series("", index=rows.index, dtype="str")


def _records(spec: TableSpec, kinds: dict[str, str], frames: Frames | None) -> pd.DataFrame:
    rows = table(_given(frames, spec.id), spec.id)
    when = rows[spec.time[0]]
    named = [tuple(dict.fromkeys(kinds.get(s, "") for s in ids)) for ids in rows[_SOURCES]]
    return pd.DataFrame(
        {
            "table": pd.Series(spec.id, index=rows.index, dtype="str"),
            "year": when if str(when.dtype) == "Int64" else years(when),
            "theme": _themes(spec, rows, frames),
            "source_kinds": pd.Series(named, index=rows.index, dtype="object"),
            "source_ids": rows[_SOURCES],
        }
    )


def records_covered(*, frames: Frames | None = None) -> pd.DataFrame:
    """Return every record of the tables that have a place in time and name sources.

    A record of several years stands in the first.

    Args:
        frames: Tables by id that replace the bundled ones.

    Returns:
        One row per record: ``table``, ``year`` (Int64, missing for undated records), ``theme``
        (main theme; empty where the table has none; reactions take that of their event),
        ``source_kinds`` and ``source_ids`` (tuples, empty where a record names no source).
    """
    kinds = _kinds(frames)
    parts = [_records(spec, kinds, frames) for spec in _sourced() if spec.time]
    records = pd.concat(parts, ignore_index=True)
    return records.astype({"table": "str", "year": "Int64", "theme": "str"})


def coverage(*, frames: Frames | None = None) -> pd.DataFrame:
    """Return the number of records per table, year, main theme and kind of source.

    A record with sources of several kinds counts once in each kind, so kinds do not add up to
    records; a record of several years counts in the first. Counts measure what was found, not
    what happened.

    Args:
        frames: Tables by id that replace the bundled ones.

    Returns:
        ``table``, ``year`` (Int64, missing for undated records), ``theme`` (empty where the table
        has none; reactions take that of their event), ``source_kind`` (empty where a record names
        no source), ``records`` (Int64).
    """
    key = ["table", "year", "theme", "source_kind"]
    records = records_covered(frames=frames).rename(columns={"source_kinds": "source_kind"})
    records = records.explode("source_kind").fillna({"source_kind": ""})
    records = records.astype({"source_kind": "str"})
    counted = records.groupby(key, dropna=False, sort=False).size().rename("records")
    order = {spec.id: place for place, spec in enumerate(_sourced())}
    kind_order = {kind.value: place for place, kind in enumerate(SourceKind)}
    result = counted.reset_index()
    result["_table"] = result["table"].map(order)
    result["_kind"] = result["source_kind"].map(kind_order)
    result = result.sort_values(["_table", "year", "theme", "_kind"], ignore_index=True)
    return result.drop(columns=["_table", "_kind"]).astype({"records": "Int64"})


def _reliance(name: str | None, frames: Frames | None, column: str) -> pd.DataFrame:
    kinds = _kinds(frames)
    found = []
    for spec in _sourced():
        if name is None or spec.id == name:
            rows = table(_given(frames, spec.id), spec.id)
            evidence = [
                [kinds.get(s, "") for s in ids if kinds.get(s) != SourceKind.REVIEWED.value]
                for ids in rows[_SOURCES]
            ]
            single = sum(len(ids) == 1 for ids in evidence)
            state = sum(set(ids) == {SourceKind.STATE_MEDIA.value} for ids in evidence)
            hits = {"single_source": single, "state_media_only": state}[column]
            found.append((spec.id, spec.title, len(rows), sum(map(bool, evidence)), hits))
    if not found:
        raise KeyError(f"no table {name!r} with sources")
    result = pd.DataFrame(found, columns=["table", "title", "rows", "sourced", column])
    counts = dict.fromkeys(["rows", "sourced", column], "Int64")
    result = result.astype({"table": "str", "title": "str", **counts})
    return result.assign(share=percent(result[column], result["sourced"]))


def single_source_share(name: str | None = None, *, frames: Frames | None = None) -> pd.DataFrame:
    """Return the share of rows that rest on a single source.

    Formula: share = 100 × rows with exactly one source ÷ rows with at least one. Articles under
    review are no evidence and do not count as sources.

    Args:
        name: Id of one table; all tables with sources if None.
        frames: Tables by id that replace the bundled ones.

    Returns:
        ``table``, ``title``, ``rows``, ``sourced``, ``single_source`` (Int64), ``share`` (Float64,
        percent).

    Raises:
        KeyError: There is no such table, or it names no sources.
    """
    return _reliance(name, frames, "single_source")


def state_media_share(name: str | None = None, *, frames: Frames | None = None) -> pd.DataFrame:
    """Return the share of rows that rest on state media alone.

    Formula: share = 100 × rows all of whose sources are state media ÷ rows with at least one
    source.

    Args:
        name: Id of one table; all tables with sources if None.
        frames: Tables by id that replace the bundled ones.

    Returns:
        ``table``, ``title``, ``rows``, ``sourced``, ``state_media_only`` (Int64), ``share``
        (Float64, percent).

    Raises:
        KeyError: There is no such table, or it names no sources.
    """
    return _reliance(name, frames, "state_media_only")
