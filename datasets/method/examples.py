"""Worked examples of the method: each definition applied to rows of the record.

Rows are named by id, all figures are computed. A missing id raises ``LookupError`` and thereby
stops the build: an example must not outlive its row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar, cast

import pandas as pd

from datasets.measures.stances import stances
from datasets.measures.trade_shares import trade_shares
from datasets.measures.vote_matrix import vote_matrix
from datasets.measures.voting import voting_agreement
from datasets.record import Catalog
from validators.vocabulary import Basis, Flow, Precision, SourceKind, Stance, Verdict, VoteChoice
from validators.vocabulary.base import VocabularyTerm


def row(catalog: Catalog, table: str, **key: object) -> pd.Series[Any]:
    """Return the one row of a table that has these values.

    Raises:
        LookupError: No row or more than one row has them.
    """
    frame = catalog.frame(table)
    for name, value in key.items():
        frame = frame[(frame[name] == value).fillna(False)]
    if len(frame) != 1:
        raise LookupError(f"{len(frame)} rows of {table} have {key}")
    return frame.iloc[0]


V = TypeVar("V", bound=VocabularyTerm)


def term(vocabulary: type[V], code: object) -> V:
    """Return the term of a vocabulary that has a code."""
    return cast(V, next(found for found in vocabulary if found.value == code))


def _name(catalog: Catalog, country: str) -> str:
    return str(row(catalog, "countries", iso3=country)["name"])


def _signed(value: int) -> str:
    return f"{value:+d}".replace("-", "−") if value else "0"


def sources(catalog: Catalog) -> str:
    """A landmark and the sources on which it rests."""
    event = row(catalog, "milestones", id="2024-06-19-comprehensive-treaty-signed")
    named = [row(catalog, "sources", id=source) for source in event["source_ids"]]
    listed = "; ".join(
        f"{source['publisher']} ({term(SourceKind, source['kind']).label.lower()}, {source['date']})"
        for source in named
    )
    return f"“{event['title']}” rests on {len(named)} sources: {listed}."


def precision(catalog: Catalog) -> str:
    """An event known to the month."""
    event = row(catalog, "milestones", id="1995-09-treaty-not-renewed")
    kind = term(Precision, event["precision"])
    return (
        f"“{event['title']}” stands as `{event['date']}` with precision `{kind.value}`. "
        f"{kind.description} No export makes a first of the month of it."
    )


def russia_as(catalog: Catalog) -> str:
    """The code RUS before the end of the Soviet Union."""
    event = row(catalog, "milestones", id="1961-07-06-friendship-treaty")
    return (
        f"“{event['title']}” ({event['date']}) has the actors {', '.join(event['actors'])} and "
        f"`russia_as` = {event['russia_as']}."
    )


def tone(catalog: Catalog) -> str:
    """An event whose tone is not its merit."""
    event = row(catalog, "milestones", id="2017-12-22-unscr-2397")
    return (
        f"“{event['title']}” has the tone {_signed(event['tone'])}: whatever one thinks of the "
        "measure, Russia's vote for it strained the tie. An outside sanction in which neither "
        "side took part would be 0."
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


def stance_codes(catalog: Catalog) -> str:
    """One reaction for each value of the codebook."""
    ids = (
        "r-troops-aut-ind-20241023",
        "r-troops-fin-ind-20241029",
        "r-ack-chn-ind-20250428",
        "r-treaty-chn-ind-20240801",
        "r-vost-blr-ind-20230915",
    )
    found = [row(catalog, "reactions", id=id_) for id_ in ids]
    lines = [
        f"{_signed(r['stance'])} ({term(Stance, int(r['stance'])).label}), {_name(catalog, r['actor'])}, "
        f"{r['date']}: {r['summary']}"
        for r in found
    ]
    return "One row for each value.\n>\n" + "\n".join(f"> - {line}" for line in lines)


def stance_rule(catalog: Catalog) -> str:
    """Several texts of one country on one event, and the one that decides."""
    event, actor = "2024-10-troop-deployment", "FIN"
    frame = catalog.frame("reactions")
    texts = frame[(frame["event_id"] == event) & (frame["actor"] == actor)]
    chosen = stances(reactions=frame)
    decided = chosen[(chosen["event_id"] == event) & (chosen["actor"] == actor)].iloc[0]
    listed = "; ".join(
        f"{term(Basis, basis).label} of {date}: {_signed(stance)} (tier {term(Basis, basis).tier})"
        for basis, date, stance in zip(texts["basis"], texts["date"], texts["stance"], strict=True)
    )
    title = row(catalog, "reaction_events", event_id=event)["title"]
    return (
        f"{_name(catalog, actor)} on “{title}”: {listed}. Its own voice decides: "
        f"{_signed(decided['stance'])}, although shared texts that it joined may be stronger."
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
        f"{_name(catalog, found['iso3'])} as {term(VoteChoice, found['voeten']).label.lower()}, the UN "
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
    """How long a treaty was valid."""
    found = row(catalog, "agreements", id="treaty-2000")
    return (
        f"“{found['title']}” was signed on {found['signed']} and in force from {found['in_force']} "
        f"to {found['ended']}; a question about {found['signed']} itself finds it signed, not in "
        "force."
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


def verdict(catalog: Catalog) -> str:
    """A claim that the record contradicts."""
    found = row(catalog, "claims", id="a4-p06-3")
    return (
        f"Claim: “{found['claim']}” Verdict: {term(Verdict, found['verdict']).label.lower()}. "
        f"{found['explanation']}"
    )


def unverified(catalog: Catalog) -> str:
    """A row that no text confirms yet."""
    found = row(catalog, "milestones", id="2026-tumen-road-bridge-completed")
    return f"“{found['title']}” stands as `{found['date']}` and is marked not verified."


EXAMPLES: Mapping[str, Callable[[Catalog], str]] = {
    "sources": sources,
    "precision": precision,
    "russia-as": russia_as,
    "tone": tone,
    "trade-share": trade_share,
    "splice": splice,
    "petroleum": petroleum,
    "stance-codes": stance_codes,
    "stance-rule": stance_rule,
    "agreement": agreement,
    "conflict": conflict,
    "council": council,
    "in-force": in_force,
    "estimate": estimate,
    "verdict": verdict,
    "unverified": unverified,
}
"""All worked examples; each is used by exactly one text."""
