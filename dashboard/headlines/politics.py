"""Headline figures on votes, milestones, troops and reactions."""

from typing import Any

import pandas as pd

from dashboard import cache
from dashboard.headlines.base import Headline, first, points, united
from dashboard.lookup.related import PARTIES
from dashboard.words.amounts import percent
from dashboard.words.caveats import caveats, caveats_starting
from dashboard.words.dates import date_words
from datasets.measures.estimates import estimate_intervals
from datasets.measures.stances import stances
from datasets.measures.tone import tie_tone
from datasets.measures.voting import voting_agreement
from validators.vocabulary import Significance, Stance

#: The event whose reactions are counted.
TROOPS_EVENT = "2024-10-troop-deployment"

#: Votes against from which a vote counts as contested.
CONTESTED = 4


def vote_agreement() -> Headline | None:
    """How often the two voted alike in the latest year: all votes, and contested ones."""
    votes = cache.measure(voting_agreement, a="RUS", b="PRK")
    votes = votes[votes["both"] > 0].sort_values("year")
    if votes.empty:
        return None
    last = votes.iloc[-1]
    year = int(last["year"])
    before = votes[votes["year"] == year - 1]
    hard = cache.measure(voting_agreement, a="RUS", b="PRK", min_no=CONTESTED)
    hard = hard[hard["year"] == year]
    said = [
        f"{percent(share)} of the {both} votes with more than {CONTESTED - 1} against."
        for share, both in zip(hard["agreement"], hard["both"], strict=True)
    ]
    return Headline(
        key="vote-agreement",
        title="Russia and the DPRK voting alike",
        value=percent(last["agreement"]),
        meaning=f"of the {last['both']} UN General Assembly votes in {year} that both cast.",
        range=" ".join(said),
        change=(
            f"{points(last['agreement'], before.iloc[0]['agreement'])} on {year - 1} "
            f"({before.iloc[0]['both']} votes)."
            if len(before)
            else ""
        ),
        sources=tuple(last["source_ids"]),
        page="united-nations",
        link="Agreement by year",
        note=first(caveats_starting(f"ga-{year}-")),
    )


def milestone_count() -> Headline | None:
    """Number of milestones, the latest one, and the counts of the last two full years."""
    rows = cache.frame("milestones")
    dated = rows[rows["precision"] == "day"].sort_values(["date", "id"])
    if dated.empty:
        return None
    last = dated.iloc[-1]
    years = cache.measure(tie_tone)
    full = years[years["year"] < int(last["date"][:4])].iloc[-2:]
    counts = [f"{n} in {year}" for year, n in zip(full["year"], full["events"], strict=True)]
    landmarks = int((rows["significance"] == Significance.LANDMARK).sum())
    return Headline(
        key="milestones",
        title="Milestones recorded",
        value=str(len(rows)),
        meaning=(
            f"since {rows['date'].min()[:4]}. The latest, of {date_words(last['date'])}: "
            f"{last['title']}."
        ),
        range=f"{landmarks} are landmarks, each with at least two sources.",
        change=f"{', '.join(counts)}." if counts else "",
        sources=tuple(last["source_ids"]),
        page="milestones",
        link="The latest milestone",
        filters={"record": str(last["id"])},
        note=first(caveats("milestones-uneven-coverage")),
    )


def troop_estimates() -> Headline | None:
    """Range of estimates of the DPRK troops sent to Russia, and how many made them."""
    rows = cache.measure(estimate_intervals, quantity="troops_deployed", unit="troops_sent")
    if rows.empty:
        return None
    rows = rows.sort_values("date")
    bounds = [value for name in ("lower", "upper") for value in rows[name].dropna()]
    last = rows.iloc[-1]
    by_end = rows[rows["date"].str.slice(0, 4) == rows["date"].iloc[0][:4]]
    return Headline(
        key="troops-sent",
        title="DPRK troops sent to Russia",
        value=_range(bounds),
        meaning=(
            f"by {rows['claimant'].nunique()} claimants, in statements from "
            f"{date_words(rows['date'].iloc[0])} to {date_words(last['date'])}."
        ),
        range=f"Latest: {last['wording']}, {last['claimant_name']}.",
        change=_by_year_end(by_end),
        sources=united(rows["source_ids"]),
        page="estimates",
        link="Every estimate of troops",
        filters={"quantity": "troops_deployed", "unit": ("troops_sent",)},
        note=first(caveats("estimates-claims-not-findings")),
    )


def _range(values: list[Any]) -> str:
    low, high = min(values), max(values)
    return f"{low:,.0f}" if low == high else f"{low:,.0f}–{high:,.0f}"


def _by_year_end(rows: pd.DataFrame) -> str:
    bounds = [value for name in ("lower", "upper") for value in rows[name].dropna()]
    year = rows["date"].iloc[0][:4]
    return f"By the end of {year}: {_range(bounds)}."


def reactions_to_troops() -> Headline | None:
    """How many states condemned or criticised the deployment, of those with a statement."""
    said = cache.measure(stances)
    said = said[(said["event_id"] == TROOPS_EVENT) & ~said["party"].astype(bool)]
    states = said[said["actor_kind"] == "country"]
    if states.empty:
        return None
    counts = states["stance"].value_counts()
    against = int((states["stance"] < 0).sum())
    own = cache.measure(stances, own_voice=True)
    own = own[(own["event_id"] == TROOPS_EVENT) & (own["actor_kind"] == "country")]
    own = own[~own["party"].astype(bool)]
    parts = [
        f"{Stance(stance).label.lower()} {counts[stance]}"  # type: ignore[call-arg]
        for stance in sorted(counts.index)
    ]
    unheard = len(set(cache.frame("countries")["iso3"]) - PARTIES - set(states["actor"]))
    events = cache.frame("reaction_events").set_index("event_id")
    title, date = str(events.loc[TROOPS_EVENT, "title"]), str(events.loc[TROOPS_EVENT, "date"])
    return Headline(
        key="reactions-to-troops",
        title="States against the troop deployment",
        value=f"{against} of {len(states)}",
        meaning=(f"states with a statement on “{title}” ({date_words(date)}): {', '.join(parts)}."),
        range=f"{int((own['stance'] < 0).sum())} of {len(own)} in their own voice.",
        change=f"For {unheard} states no statement was found.",
        sources=united(states["source_ids"]),
        page="reactions",
        link="Who said what",
        filters={"event": TROOPS_EVENT},
        note=first(caveats("reactions-western-bias")),
    )
