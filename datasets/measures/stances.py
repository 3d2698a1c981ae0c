"""One stance per actor and event, and what groups, countries and reasons add up to."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from datasets.measures.inputs import PARTIES, codes, percent, sources_of, table, tuples
from datasets.measures.membership import memberships_at
from validators.vocabulary import Basis, Reason, Stance

_TIER = {basis.value: basis.tier for basis in Basis}
_OWN = {basis.value for basis in Basis if basis.own_voice}
_CLASSES = {f"stance_{'m' if s < 0 else 'p' if s > 0 else ''}{abs(s)}": int(s) for s in Stance}
"""Column of each stance class: stance_m2, stance_m1, stance_0, stance_p1, stance_p2."""


def _texts(reactions: pd.DataFrame | None, own_voice: bool) -> pd.DataFrame:
    rows = table(reactions, "reactions")
    return rows[rows["basis"].isin(_OWN)] if own_voice else rows


def stances(*, own_voice: bool = False, reactions: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one stance per actor and event.

    Rule: own voice (individual, un_meeting; tier 1) before joint statement (2) before EU, NATO or
    G7 text (3). Within the best tier the strongest value |stance| decides, then the latest date (a
    date known to the month counts as its first day), then the id. No row means that no statement
    was found; it is never neutral.

    Args:
        own_voice: Only texts in which the actor spoke for itself alone.
        reactions: Table ``reactions``; the bundled one if None.

    Returns:
        One row per event and actor: ``event_id``, ``actor``, ``actor_kind``, ``stance`` (Int64,
        −2…+2), ``tier`` (Int64), ``basis``, ``date`` and ``reaction_id`` of the deciding text,
        ``texts`` (Int64: texts of the actor on the event that were weighed), ``party`` (boolean: Russia or the
        DPRK, to be left out of averages), ``source_ids`` (of the deciding text).
    """
    rows = _texts(reactions, own_voice)
    key = ["event_id", "actor"]
    ranked = rows.assign(
        tier=rows["basis"].map(_TIER).astype("Int64"),
        _strength=rows["stance"].abs(),
        texts=rows.groupby(key)["id"].transform("size").astype("Int64"),
        party=rows["actor"].isin(PARTIES).astype("boolean"),
    ).sort_values(
        [*key, "tier", "_strength", "date", "id"],
        ascending=[True, True, True, False, False, True],
        kind="stable",
    )
    best = ranked.drop_duplicates(key).rename(columns={"id": "reaction_id"})
    columns = ["actor_kind", "stance", "tier", "basis", "date", "reaction_id", "texts", "party"]
    return best[[*key, *columns, "source_ids"]].reset_index(drop=True)


def stance_by_group(
    organisations: str | Sequence[str] | None = None,
    *,
    own_voice: bool = False,
    reactions: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
    countries: pd.DataFrame | None = None,
    changes: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return how the members of groups of states stand on each event.

    Members are those on the day of the event (see :func:`memberships_at`). Russia and the DPRK are
    parties and left out everywhere. Formula: mean = sum of stances ÷ members with a stance; those
    without a statement count in ``no_statement`` alone.

    Args:
        organisations: Codes of groups; all whose members are listed if None.
        own_voice: Only texts in which the members spoke for themselves alone.
        reactions: Table ``reactions``; the bundled one if None.
        events: Table ``reaction_events``; the bundled one if None.
        countries: Table ``countries``; the bundled one if None.
        changes: Table ``membership_changes``; the bundled one if None.

    Returns:
        One row per group and event with at least one member: ``organisation``, ``event_id``,
        ``event_date``, ``members``, ``stated``, ``no_statement``, ``parties`` (members left out),
        ``stance_m2`` … ``stance_p2`` (Int64 counts), ``mean`` (Float64, missing where none
        stated), ``stated_share`` (Float64, percent of members).
    """
    events = table(events, "reaction_events")
    members = memberships_at(events["date"], countries=countries, changes=changes)
    wanted = codes(organisations)
    if wanted:
        members = members[members["organisation"].isin(wanted)]
    dated = events[["event_id", "date"]]
    seats = dated.merge(members, on="date").rename(columns={"iso3": "actor"})
    held = stances(own_voice=own_voice, reactions=reactions)
    seats = seats.merge(held[["event_id", "actor", "stance"]], on=["event_id", "actor"], how="left")
    party = seats["actor"].isin(PARTIES)
    counted = seats.assign(
        parties=party.astype("Int64"),
        members=(~party).astype("Int64"),
        _stance=seats["stance"].where(~party),
    )
    for name, value in _CLASSES.items():
        counted[name] = (counted["_stance"] == value).fillna(False).astype("Int64")
    key = ["organisation", "event_id", "date"]
    sums = counted.groupby(key)[["members", "parties", *_CLASSES]].sum()
    sums["mean"] = counted.groupby(key)["_stance"].mean().astype("Float64")
    result = sums.reset_index().rename(columns={"date": "event_date"})
    result["stated"] = result[list(_CLASSES)].sum(axis=1).astype("Int64")
    result["no_statement"] = result["members"] - result["stated"]
    result["stated_share"] = percent(result["stated"], result["members"])
    columns = ["organisation", "event_id", "event_date", "members", "stated", "no_statement"]
    return result.sort_values(["organisation", "event_date", "event_id"], ignore_index=True)[
        [*columns, "parties", *_CLASSES, "mean", "stated_share"]
    ]


def stance_history(
    actor: str,
    *,
    own_voice: bool = False,
    reactions: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return one actor's stance on every event, events without a statement included.

    Args:
        actor: Code of a country or organisation.
        own_voice: Only texts in which the actor spoke for itself alone.
        reactions: Table ``reactions``; the bundled one if None.
        events: Table ``reaction_events``; the bundled one if None.

    Returns:
        One row per event in order of date: ``event_id``, ``event_date``, ``event_title``,
        ``event_theme``, ``stance`` (Int64, missing where no statement was found), ``tier``,
        ``basis``, ``date``, ``reaction_id``, ``texts`` (Int64, 0 where none), ``source_ids``.
    """
    events = table(events, "reaction_events")
    held = stances(own_voice=own_voice, reactions=reactions)
    held = held[held["actor"] == actor].drop(columns=["actor", "actor_kind", "party"])
    named = events[["event_id", "date", "title", "theme"]].rename(
        columns={"date": "event_date", "title": "event_title", "theme": "event_theme"}
    )
    history = named.merge(held, on="event_id", how="left")
    history["texts"] = history["texts"].fillna(0).astype("Int64")
    found = history["source_ids"]
    history["source_ids"] = tuples([s if isinstance(s, tuple) else () for s in found])
    return history.sort_values(["event_date", "event_id"], ignore_index=True)


def reasons_given(
    by: str | None = None,
    *,
    event_id: str | None = None,
    own_voice: bool = False,
    parties: bool = False,
    reasons: pd.DataFrame | None = None,
    reactions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return how often each reason is given.

    A shared text counts once in ``texts`` and once for each signatory in ``actors``.

    Args:
        by: ``event``, ``actor``, ``stance`` or ``basis`` for a count per group; None for all.
        event_id: Only reactions to this event.
        own_voice: Only texts in which the actor spoke for itself alone.
        parties: Count Russia and the DPRK too; they are left out otherwise.
        reasons: Table ``reaction_reasons``; the bundled one if None.
        reactions: Table ``reactions``; the bundled one if None.

    Returns:
        One row per group and reason, most actors first: ``group`` (empty for all), ``reason``,
        ``texts``, ``actors``, ``rows`` (Int64), ``source_ids``.
    """
    column = {None: None, "event": "event_id"}.get(by, by)
    rows = _texts(reactions, own_voice).rename(columns={"id": "reaction_id"})
    if event_id is not None:
        rows = rows[rows["event_id"] == event_id]
    if not parties:
        rows = rows[~rows["actor"].isin(PARTIES)]
    given = table(reasons, "reaction_reasons").merge(rows, on="reaction_id")
    group = "" if column is None else given[column].astype("str")
    given = given.assign(group=group, text=given["joint_id"].fillna(given["reaction_id"]))
    groups = given.astype({"group": "str"}).groupby(["group", "reason"])
    counted = pd.DataFrame(
        {
            "texts": groups["text"].nunique(),
            "actors": groups["actor"].nunique(),
            "rows": groups.size(),
        }
    ).astype("Int64")
    counted["source_ids"] = sources_of(groups, counted.index)
    place = {reason.value: number for number, reason in enumerate(Reason)}
    result = counted.reset_index()
    result["_place"] = result["reason"].map(place)
    order = ["group", "actors", "texts", "_place"]
    return result.sort_values(order, ascending=[True, False, False, True], ignore_index=True).drop(
        columns="_place"
    )
