"""Who was a member of which group of states on a given day."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from datasets.measures.inputs import table
from validators.vocabulary import MembershipChange

_ENTRIES = (MembershipChange.JOINED.value, MembershipChange.CO_FOUNDED.value)


def members_at(
    date: str, *, countries: pd.DataFrame | None = None, changes: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the members of all groups on one day; see :func:`memberships_at`."""
    return memberships_at([date], countries=countries, changes=changes).drop(columns="date")


def memberships_at(
    dates: Iterable[str],
    *,
    countries: pd.DataFrame | None = None,
    changes: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the members of all groups on several days.

    Rule: members as of 2026 (``countries.member_of``) less those whose accession or founding
    (``membership_changes``) is later than the day. An entry known to the month counts from its
    first day. Invited states are no members, states with frozen participation are. Changes before
    2022 are not recorded, so earlier days show the membership of 2022.

    Args:
        dates: Partial dates.
        countries: Table ``countries``; the bundled one if None.
        changes: Table ``membership_changes``; the bundled one if None.

    Returns:
        One row per day, group and member: ``date``, ``organisation``, ``iso3``.
    """
    countries = table(countries, "countries")
    changes = table(changes, "membership_changes")
    now = countries[["iso3", "member_of"]].explode("member_of").dropna()
    now = now.rename(columns={"member_of": "organisation"}).astype({"organisation": "str"})
    entered = changes[changes["change"].isin(_ENTRIES)][["iso3", "organisation", "date"]]
    entered = entered.rename(columns={"date": "entered"})
    members = now.merge(entered, on=["iso3", "organisation"], how="left")
    days = pd.DataFrame({"date": pd.Series(list(dict.fromkeys(dates)), dtype="str")})
    crossed = days.merge(members, how="cross")
    # Partial dates compare as text: 2024-01 stands before 2024-01-01, that is, at its beginning.
    member = crossed["entered"].isna() | (crossed["entered"] <= crossed["date"])
    return crossed.loc[member, ["date", "organisation", "iso3"]].sort_values(
        ["date", "organisation", "iso3"], ignore_index=True
    )
