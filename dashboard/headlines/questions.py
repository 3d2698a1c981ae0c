"""Guided questions: a paragraph told from the data, and the view that shows more.

No number is written here. A function returns None where the record holds nothing to say.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from dashboard import cache
from dashboard.headlines.base import first
from dashboard.headlines.economy import SHARE_SERIES
from dashboard.headlines.politics import TROOPS_EVENT
from dashboard.lookup.related import PARTIES
from dashboard.words.amounts import listed, percent
from dashboard.words.caveats import caveats
from dashboard.words.dates import date_words, span_words
from dashboard.words.names import known_names
from datasets.measures.estimates import estimate_intervals
from datasets.measures.stances import stance_by_group, stances
from datasets.measures.trade_shares import trade_shares
from datasets.measures.treaties import mutual_defence_periods
from datasets.measures.voting import voting_agreement
from validators.vocabulary import Flow, Stance


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its short answer.

    Attributes:
        title: The question.
        answer: A paragraph.
        page: Path of the page that shows more.
        link: What the link to that page says.
        filters: Filters of that page.
    """

    title: str
    answer: str
    page: str
    link: str
    filters: Mapping[str, Hashable] = field(default_factory=dict)


def trade() -> Question | None:
    """How Russia's part in DPRK trade changed, and whose place it lost to."""
    shares = cache.measure(trade_shares)
    total = shares[shares["flow"] == Flow.TOTAL]
    russia = total[total["partner"] == "RUS"].sort_values("year")
    china = total[(total["partner"] == "CHN") & (total["series_id"] == "kotra-filled")]
    if russia.empty or china.empty:
        return None
    first_year = int(russia["year"].min())
    early = russia[russia["year"] <= first_year + 2]
    last = russia[russia["series_id"] == SHARE_SERIES].iloc[-1]
    latest = china.sort_values("year").iloc[-1]
    low, high = early["share"].min(), early["share"].max()
    return Question(
        "What did trade with Russia come to, once the Soviet Union was gone?",
        f"From {first_year} to {first_year + 2} Moscow's share of North Korean trade stood between "
        f"{percent(low)} and {percent(high)}, depending on year and series. In {last['year']} "
        f"Russia's share was {percent(last['share'])}; China's share in {latest['year']} was "
        f"{percent(latest['share'])}. {first(caveats('trade-not-covered'))}",
        "trade",
        "Shares of Russia and China by series",
    )


def votes() -> Question | None:
    """When the two voted least and most alike."""
    years = cache.measure(voting_agreement, a="RUS", b="PRK")
    years = years[years["both"] > 0]
    if years.empty:
        return None
    eras = cache.measure(voting_agreement, a="RUS", b="PRK", by="period")
    low = years.sort_values("agreement").iloc[0]
    said = [
        f"{percent(share)} in {group}"
        for group, share in zip(eras["group"], eras["agreement"], strict=True)
    ]
    return Question(
        "When did Russia and North Korea vote alike, and when not?",
        f"In the UN General Assembly they agreed least in {low['year']}, on {low['same']} of "
        f"{low['both']} votes ({percent(low['agreement'])}). By era: {listed(said)}.",
        "united-nations",
        "Agreement by year, issue and era",
    )


def treaty() -> Question | None:
    """When a promise of mutual defence held."""
    spans = cache.measure(mutual_defence_periods)
    if spans.empty:
        return None
    said = []
    for row in spans.sort_values("start").to_dict("records"):
        until = "holds today"
        if pd.notna(row["end"]):
            doubt = " (the day is uncertain)" if row["end_uncertain"] else ""
            until = f"ended in {date_words(row['end'])}{doubt}"
        said.append(
            f"the {row['title'][:1].lower()}{row['title'][1:]}, signed on "
            f"{date_words(row['signed'])}, {until}"
        )
    provisions = cache.frame("agreement_provisions")
    clauses = provisions[
        (provisions["topic"] == "mutual_defence") & provisions["treaty_id"].isin(spans["id"])
    ]
    signed = spans.set_index("id")["signed"].str.slice(0, 4)
    articles = [
        f"Article {article} ({signed[treaty]})"
        for article, treaty in zip(clauses["article"], clauses["treaty_id"], strict=True)
    ]
    return Question(
        "What do the two promise each other in war?",
        f"{len(spans)} treaties between them promise mutual defence: {listed(said)}. The promise "
        f"stands in {listed(articles)}.",
        "agreements",
        "Mutual defence, treaty by treaty",
        {"show": "compare", "topic": ("mutual_defence",)},
    )


def reactions() -> Question | None:
    """How other states took the deployment of troops."""
    said = cache.measure(stances)
    said = said[(said["event_id"] == TROOPS_EVENT) & (said["actor_kind"] == "country")]
    said = said[~said["party"].astype(bool)]
    if said.empty:
        return None
    groups = cache.measure(stance_by_group)
    groups = groups[groups["event_id"] == TROOPS_EVENT].sort_values(
        ["stated_share", "members"], ascending=False
    )
    counts = said["stance"].value_counts()
    worded = [
        f"{Stance(stance).label.lower()} {counts[stance]}"  # type: ignore[call-arg]
        for stance in sorted(counts.index)
    ]
    top, least = groups.iloc[0], groups.iloc[-1]
    names = known_names()  # without those that could not be read
    most, fewest = (names.get(one["organisation"], one["organisation"]) for one in (top, least))
    silent = len(set(cache.frame("countries")["iso3"]) - PARTIES - set(said["actor"]))
    return Question(
        "How did the world take North Korean troops in Russia?",
        f"A statement was found for {len(said)} states: {', '.join(worded)}. For {silent} states "
        f"none was found, which is not the same as neutral. Of the members of "
        f"{most} {top['stated']} of {top['members']} spoke, of those of "
        f"{fewest} {least['stated']} of {least['members']}.",
        "reactions",
        "Reactions to the troop deployment",
        {"event": TROOPS_EVENT},
    )


def estimates() -> Question | None:
    """How many soldiers, and who says so."""
    rows = cache.measure(estimate_intervals, quantity="troops_deployed", unit="troops_sent")
    if rows.empty:
        return None
    rows = rows.sort_values("date")
    low = rows.dropna(subset=["lower"]).sort_values(["lower", "date"]).iloc[0]
    high = (
        rows.dropna(subset=["upper"])
        .sort_values("date")
        .sort_values("upper", ascending=False, kind="stable")
        .iloc[0]
    )
    dates = span_words(rows["date"].iloc[0], rows["date"].iloc[-1])
    return Question(
        "How many soldiers did North Korea send, and who says so?",
        f"{len(rows)} statements by {rows['claimant'].nunique()} claimants ({dates}) range from "
        f"{low['lower']:,.0f} (first said by the {low['claimant_name']}) to {high['upper']:,.0f} "
        f"(first said by the {high['claimant_name']}). "
        f"{first(caveats('estimates-claims-not-findings'))}",
        "estimates",
        "Every statement as an interval",
        {"quantity": "troops_deployed"},
    )


#: In the order of display.
QUESTIONS: Sequence[Callable[[], Question | None]] = (trade, votes, treaty, reactions, estimates)
