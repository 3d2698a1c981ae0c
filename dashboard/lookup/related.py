"""Which milestones have to do with one another: by place, by actors, by time."""

from typing import Any

import pandas as pd

from dashboard.words.dates import first_day, last_day

PARTIES = frozenset({"RUS", "PRK"})

SAME_PLACE = "Same place"
SHARED_ACTORS = "Shared actors"
SAME_WEEK = "Same week"

_WEEK = pd.Timedelta(days=6)


def related(frame: pd.DataFrame, record: str) -> pd.DataFrame:
    """Milestones that share a place, an actor or a week with one of them.

    Russia and the DPRK act in nearly all milestones and do not relate two of them. A week means
    at most six days between the two; it is asked only of dates known by the day.

    Args:
        frame: The table of milestones, or a frame with its columns.
        record: Id of the milestone.

    Returns:
        The other rows of ``frame`` that are related, with ``reasons`` (tuple of the words above),
        ``shared_actors`` (tuple of codes) and ``days`` (``Int64``, distance in time); most reasons
        first, then nearest in time. Empty where nothing is related.

    Raises:
        KeyError: ``frame`` holds no such milestone.
    """
    chosen = frame[frame["id"] == record]
    if chosen.empty:
        raise KeyError(record)
    this = chosen.iloc[0]
    others = frame[frame["id"] != record]
    days = _distance(others, this)
    shared = [_shared(this["actors"], actors) for actors in others["actors"]]
    same_place = _same_place(others, this)
    same_week = (days <= _WEEK.days) & (others["precision"] == "day") & (this["precision"] == "day")
    reasons = [
        tuple(
            word
            for word, holds in (
                (SAME_PLACE, place),
                (SHARED_ACTORS, bool(actors)),
                (SAME_WEEK, week),
            )
            if holds
        )
        for place, actors, week in zip(same_place, shared, same_week, strict=True)
    ]
    found = others.assign(
        reasons=pd.Series(reasons, index=others.index, dtype=object),
        shared_actors=pd.Series(shared, index=others.index, dtype=object),
        days=days,
        _count=[-len(each) for each in reasons],
    )
    found = found[found["_count"] < 0]
    return found.sort_values(["_count", "days", "date", "id"]).drop(columns="_count")


def _shared(these: tuple[str, ...], those: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(actor for actor in these if actor in those and actor not in PARTIES)


def _same_place(others: pd.DataFrame, this: "pd.Series[Any]") -> "pd.Series[Any]":
    place = this["place_id"]
    if pd.isna(place):
        return pd.Series(False, index=others.index)
    return others["place_id"].eq(place).fillna(False).astype(bool)


def _distance(others: pd.DataFrame, this: "pd.Series[Any]") -> "pd.Series[Any]":
    """Days between the end of the earlier and the beginning of the later; 0 where they overlap."""
    ends = others["date_end"].fillna(others["date"]) if len(others) else others["date"]
    start = pd.to_datetime(others["date"].map(first_day))
    end = pd.to_datetime(ends.map(last_day))
    until = this["date_end"] if isinstance(this["date_end"], str) else this["date"]
    here, there = pd.Timestamp(first_day(this["date"])), pd.Timestamp(last_day(until))
    gap = pd.concat([start - there, here - end], axis=1).max(axis=1)
    days: pd.Series[Any] = gap.dt.days.clip(lower=0).astype("Int64")
    return days
