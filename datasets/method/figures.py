"""Examples of figures: shares, oil, votes, treaties in force, estimates."""

from __future__ import annotations

from functools import partial

import pandas as pd

from datasets.measures.petroleum import barrels_per_tonne
from datasets.measures.tone import tie_tone
from datasets.measures.trade_shares import trade_shares
from datasets.measures.treaties import treaties_in_force
from datasets.measures.vote_matrix import vote_matrix
from datasets.measures.voting import voting_agreement
from datasets.method.quoting import name_of, row, signed, term
from datasets.record import Catalog
from validators.vocabulary import Flow, VoteChoice


def tone_year(catalog: Catalog) -> str:
    """The tone of a year and what it is made of."""
    years = tie_tone(milestones=catalog.frame("milestones"))
    found = years[years["year"] == 1990].iloc[0]
    return (
        f"1990: {found['events']} milestones with the tones that add up to "
        f"{signed(int(found['sum']))}, so the mean is {found['mean']:.2f}".replace("-", "−")
        + "."
    )


def trade_share(catalog: Catalog) -> str:
    """A share within one series, with the other series of the same year beside it."""
    shares = trade_shares(flows=catalog.frame("trade_flows"), series=catalog.frame("trade_series"))
    year = shares[
        (shares["year"] == 1991)
        & (shares["partner"] == "RUS")
        & (shares["flow"] == Flow.TOTAL.value)
        & (shares["rule"] == "")
    ].set_index("series_id")
    own, other = year.loc["kotra-annual"], year.loc["rok-mofa"]
    return (
        f"1991, total trade. {own['series_title']}: {own['value_usd']:,} ÷ {own['world_usd']:,} US$ "
        f"= {own['share']:.1f} %. {other['series_title']}: {other['value_usd']:,} ÷ "
        f"{other['world_usd']:,} US$ = {other['share']:.1f} %. Both stand; neither is averaged."
    )


def splice(catalog: Catalog) -> str:
    """A share whose two parts come from different series."""
    shares = trade_shares(flows=catalog.frame("trade_flows"), series=catalog.frame("trade_series"))
    found = shares[
        (shares["series_id"] == "russia-customs-over-kotra")
        & (shares["year"] == 2023)
        & (shares["flow"] == Flow.TOTAL.value)
    ].iloc[0]
    without = found["world_usd"] - found["value_usd"]
    return (
        f"2023, {found['series_title']}: {found['value_usd']:,} ÷ ({without:,} + "
        f"{found['value_usd']:,}) US$ = {found['share']:.1f} %, because KOTRA's total holds no "
        "Russian trade from 2022."
    )


def petroleum(catalog: Catalog) -> str:
    """One period told twice."""
    frame = catalog.frame("petroleum")
    both = frame[frame.duplicated(["period", "supplier", "measure"], keep=False)]
    if both.empty:
        raise LookupError("no period of petroleum has two vintages")
    first = both.iloc[0]
    same = both[(both["period"] == first["period"]) & (both["supplier"] == first["supplier"])]
    told = " and ".join(
        f"{amount:,.0f} {unit} as of {vintage}"
        for tonnes, barrels, vintage in zip(
            same["tonnes"], same["barrels"], same["as_of"], strict=True
        )
        for amount, unit in [(tonnes, "t") if pd.notna(tonnes) else (barrels, "barrels")]
    )
    return f"For {first['period']} ({first['supplier']}) the record holds {told}: two rows, never a sum."


def barrels(catalog: Catalog) -> str:
    """How tonnes become barrels."""
    factor = barrels_per_tonne(petroleum=catalog.frame("petroleum"))
    if factor is None:
        raise LookupError("no notification gives both barrels and tonnes")
    return (
        "Months and spans notified in both units give a median of "
        f"{factor:.2f} barrels a tonne; 1,000 t then count as {1000 * factor:,.0f} barrels."
    )


def agreement(catalog: Catalog) -> str:
    """Agreement of the two countries over a decade and in a special year."""
    votes = vote_matrix(roll_calls=catalog.frame("ga_roll_calls"), votes=catalog.frame("ga_votes"))
    pair, special = partial(voting_agreement, "RUS", "PRK", matrix=votes), (2025, 2025)
    found = pair(by="period", periods=[(2010, 2019)]).iloc[0]
    year = pair(period=special, by="all").iloc[0]
    split = pair(period=special, by="all", min_no=4).iloc[0]
    return (
        f"Russia and the DPRK, {found['group']}: {found['final_votes']} final votes, both voted in "
        f"{found['both']} and the same in {found['same']}, so {found['same']} ÷ {found['both']} = "
        f"{found['agreement']:.1f} %. In 2025 it is {year['agreement']:.1f} % over {year['both']} "
        f"votes, but {split['agreement']:.1f} % over the {split['both']} with more than three votes "
        "against."
    )


def conflict(catalog: Catalog) -> str:
    """A vote that two sources record differently."""
    frame = catalog.frame("ga_vote_conflicts")
    found = frame[frame["voeten"].notna() & frame["undl"].notna()].iloc[0]
    call = row(catalog, "ga_roll_calls", roll_call_id=found["roll_call_id"])
    return (
        f"On “{call['title']}” ({call['date']}) the Voeten data give "
        f"{name_of(catalog, found['iso3'])} as {term(VoteChoice, found['voeten']).label.lower()}, the UN "
        f"library as {term(VoteChoice, found['undl']).label.lower()}. The votes show the UN library; the "
        f"difference is one of {len(frame)} rows of `ga_vote_conflicts`."
    )


def council(catalog: Catalog) -> str:
    """A veto, with its tally."""
    found = row(catalog, "security_council", id="s-2024-255")
    parts = [found[name] for name in ("votes_for", "votes_against", "abstentions", "not_voting")]
    total = sum(int(part) for part in parts if pd.notna(part))
    return (
        f"{found['symbol']} ({found['date']}): {parts[0]} for, {parts[1]} against, {parts[2]} "
        f"abstaining, {total} in all. Russia's vote is `{found['russia_vote']}`, China's "
        f"`{found['china_vote']}`."
    )


def in_force(catalog: Catalog) -> str:
    """What was in force on the day on which a new treaty was signed."""
    agreements = catalog.frame("agreements")
    old = row(catalog, "agreements", id="treaty-2000")
    new = row(catalog, "agreements", id="treaty-2024")
    day = new["signed"]
    valid = treaties_in_force(day, agreements=agreements).set_index("id")["status"]
    if "treaty-2024" in valid.index:
        raise LookupError("the treaty of 2024 is in force on the day of its signature")
    return (
        f"“{old['title']}” was in force from {old['in_force']} to {old['ended']}. On {day} its status "
        f"is “{valid['treaty-2000']}”, while “{new['title']}”, signed that day, is not yet in force: "
        f"it is from {new['in_force']}."
    )


def estimate(catalog: Catalog) -> str:
    """A bound, an interval and a point."""
    names = catalog.frame("claimants").set_index("code")["name"]
    ids = ("shells-kor-dia-2025-07", "shells-osc-2025-04", "shells-msmt-2024")
    told = []
    for id_ in ids:
        found = row(catalog, "estimates", id=id_)
        low, high, point = found["low"], found["high"], found["point"]
        if pd.notna(point):
            words = f"{point:,.0f}, a point"
        elif pd.notna(low) and pd.notna(high):
            words = f"{low:,.0f} to {high:,.0f}, an interval"
        else:
            words = f"{low:,.0f} or more, a lower bound" if pd.notna(low) else f"up to {high:,.0f}"
        told.append(f"{names[found['claimant']]}: {words} in `{found['unit']}`")
    return f"{'; '.join(told)}. Where the units differ the figures never share an axis."
