"""Everything the record holds on one country."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from datasets.measures.inputs import table
from datasets.measures.stances import stance_history
from datasets.measures.trade_flows import trade_values
from datasets.measures.trade_shares import trade_shares


@dataclass(frozen=True)
class CountryProfile:
    """One country's reactions, key votes and trade with the DPRK.

    Attributes:
        iso3: The country.
        stances: Result of ``stance_history``: one row per event.
        own_stances: The same from its own voice alone.
        reactions: Its rows of ``reactions``.
        key_votes: Its votes on key resolutions: ``resolution_id``, ``date``, ``symbol``,
            ``topic``, ``title``, ``vote`` (missing where adopted without a vote or not a member),
            ``adopted_by``, ``undl_id``, ``source_ids``.
        trade: Its rows of ``trade_values``.
        shares: Its rows of ``trade_shares``.
    """

    iso3: str
    stances: pd.DataFrame
    own_stances: pd.DataFrame
    reactions: pd.DataFrame
    key_votes: pd.DataFrame
    trade: pd.DataFrame
    shares: pd.DataFrame


def key_votes_of(
    iso3: str,
    *,
    resolutions: pd.DataFrame | None = None,
    votes: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return one country's votes on the key resolutions, in order of date.

    Args:
        iso3: The country.
        resolutions: Table ``ga_key_resolutions``; the bundled one if None.
        votes: Table ``ga_key_votes``; the bundled one if None.

    Returns:
        One row per key resolution: see :class:`CountryProfile`.
    """
    cast = table(votes, "ga_key_votes")
    own = cast.loc[cast["iso3"] == iso3, ["resolution_id", "vote"]]
    asked = table(resolutions, "ga_key_resolutions").rename(columns={"id": "resolution_id"})
    joined = asked.merge(own, on="resolution_id", how="left")
    columns = ["resolution_id", "date", "symbol", "topic", "title", "vote", "adopted_by", "undl_id"]
    return joined.sort_values(["date", "resolution_id"], ignore_index=True)[
        [*columns, "source_ids"]
    ]


def country_profile(
    iso3: str, *, shares: pd.DataFrame | None = None, values: pd.DataFrame | None = None
) -> CountryProfile:
    """Return what the record holds on one country.

    Args:
        iso3: The country.
        shares: Result of ``trade_shares``; computed if None.
        values: Result of ``trade_values``; computed if None.

    Returns:
        Frames that are empty, not missing, where nothing was found.
    """
    reactions = table(None, "reactions")
    values = trade_values() if values is None else values
    shares = trade_shares() if shares is None else shares
    return CountryProfile(
        iso3=iso3,
        stances=stance_history(iso3),
        own_stances=stance_history(iso3, own_voice=True),
        reactions=reactions[reactions["actor"] == iso3].reset_index(drop=True),
        key_votes=key_votes_of(iso3),
        trade=values[values["partner"] == iso3].reset_index(drop=True),
        shares=shares[shares["partner"] == iso3].reset_index(drop=True),
    )
