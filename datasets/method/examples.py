"""Worked examples of the method: each definition applied to rows of the record.

Rows are named by id, all figures are computed. A missing id raises ``LookupError`` and thereby
stops the build: an example must not outlive its row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from datasets.measures.stances import stances
from datasets.method import figures
from datasets.method.quoting import name_of, row, signed, term
from datasets.record import Catalog
from validators.vocabulary import Basis, Precision, SourceKind, Stance, Verdict


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
        f"“{event['title']}” has the tone {signed(event['tone'])}: whatever one thinks of the "
        "measure, Russia's vote for it strained the tie. An outside sanction in which neither "
        "side took part would be 0."
    )


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
        f"{signed(r['stance'])} ({term(Stance, int(r['stance'])).label}), {name_of(catalog, r['actor'])}, "
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
        f"{term(Basis, basis).label} of {date}: {signed(stance)} (tier {term(Basis, basis).tier})"
        for basis, date, stance in zip(texts["basis"], texts["date"], texts["stance"], strict=True)
    )
    title = row(catalog, "reaction_events", event_id=event)["title"]
    return (
        f"{name_of(catalog, actor)} on “{title}”: {listed}. Its own voice decides: "
        f"{signed(decided['stance'])}, although shared texts that it joined may be stronger."
    )


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
    "tone-year": figures.tone_year,
    "trade-share": figures.trade_share,
    "splice": figures.splice,
    "petroleum": figures.petroleum,
    "barrels": figures.barrels,
    "stance-codes": stance_codes,
    "stance-rule": stance_rule,
    "agreement": figures.agreement,
    "conflict": figures.conflict,
    "council": figures.council,
    "in-force": figures.in_force,
    "estimate": figures.estimate,
    "verdict": verdict,
    "unverified": unverified,
}
"""All worked examples; each is used by exactly one text."""
