"""Rules over checked claims, agreements and their clauses, and sanctions actions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validators.checks.base import Spot, rule
from validators.tables import Tables
from validators.vocabulary import ProvisionTopic, Verdict

_DECIDED = frozenset({Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED, Verdict.CONTRADICTED})
_ARTICLE = re.compile(r"preamble|[1-9][0-9]?")


@rule(
    "claim-evidence",
    "A decided claim reaches its evidence: a milestone, a table, or a source other than the article.",
    "Name the evidence, or change the verdict to ‘unverifiable’.",
    needs=("claims", "articles"),
)
def decided_claims_have_evidence(tables: Tables) -> Iterator[Spot]:
    """Yield decided claims that rest on nothing or on the article itself."""
    table, articles = tables["claims"], set(tables["articles"]["source_id"])
    for row, verdict, milestones, named, sources in table.rows(
        "verdict", "evidence_milestones", "evidence_tables", "source_ids"
    ):
        if verdict in _DECIDED and not (milestones or named or set(sources) - articles):
            if any(place == row for place, _ in table.unreadable):
                continue
            yield Spot(table, row, "verdict", "is decided, but the claim names no evidence")


@rule(
    "claim-article",
    "An article stands among the sources of a claim only alone, as the article of the claim, and"
    " without a decided verdict.",
    "Remove the article from the sources; it is what is checked.",
    needs=("claims", "articles"),
)
def articles_stand_alone(tables: Tables) -> Iterator[Spot]:
    """Yield claims that use an article as evidence."""
    table, articles = tables["claims"], tables["articles"]
    source_of = dict(zip(articles["id"], articles["source_id"], strict=True))
    reviewed = set(source_of.values()) - {None}
    for row, article, verdict, sources in table.rows("article_id", "verdict", "source_ids"):
        for source in reviewed.intersection(sources):
            if len(sources) > 1:
                yield Spot(table, row, "source_ids", f"name the article ‘{source}’ beside others")
            elif article in source_of and source != source_of[article]:
                yield Spot(table, row, "source_ids", f"name ‘{source}’, another article")
            elif verdict in _DECIDED:
                yield Spot(table, row, "source_ids", "name the article alone for a decided claim")


@rule(
    "claim-verdict",
    "An opinion cannot be checked; a claim that was decided can.",
    "Correct the verdict or whether the claim can be checked.",
    needs=("claims",),
)
def verdicts_fit(tables: Tables) -> Iterator[Spot]:
    """Yield claims whose verdict disagrees with ‘checkable’."""
    table = tables["claims"]
    for row, checkable, verdict in table.rows("checkable", "verdict"):
        if checkable is None or verdict is None:
            continue
        if (verdict is Verdict.OPINION) if checkable else (verdict in _DECIDED):
            answer = "yes" if checkable else "no"
            yield Spot(table, row, "checkable", f"is {answer}, but the verdict ‘{verdict.value}’")


@rule(
    "claim-id",
    "The id of a claim names its article and paragraph: a2-p12-1.",
    "Correct article or paragraph; ids are immutable.",
    needs=("claims",),
)
def claim_ids_name_their_place(tables: Tables) -> Iterator[Spot]:
    """Yield claims whose article or paragraph disagrees with the id."""
    table = tables["claims"]
    for row, name, article, paragraph in table.rows("id", "article_id", "paragraph_no"):
        match = re.fullmatch(r"a([0-9]+)-p([0-9]{2,})-[1-9][0-9]*", name or "")
        if match is None:
            if name is not None:
                yield Spot(table, row, "id", "is not of the form a2-p12-1")
            continue
        if article is not None and article != f"article-{match[1]}":
            yield Spot(table, row, "article_id", f"is not article-{match[1]}, as the id says")
        if paragraph is not None and paragraph != int(match[2]):
            yield Spot(table, row, "paragraph_no", f"is not {int(match[2])}, as the id says")


@rule(
    "period-start-missing",
    "A claim's period that ends begins.",
    "Give the beginning of the period.",
    needs=("claims",),
)
def periods_begin(tables: Tables) -> Iterator[Spot]:
    """Yield claims whose period has an end and no beginning."""
    table = tables["claims"]
    for row, start, end in table.rows("period_start", "period_end"):
        if end is not None and start is None and table.is_empty(row, "period_start"):
            yield Spot(table, row, "period_start", f"is empty although the period ends in {end}")


@rule(
    "agreement-parties",
    "An agreement has at least two parties.",
    "Add the other party.",
    needs=("agreements",),
)
def agreements_have_parties(tables: Tables) -> Iterator[Spot]:
    """Yield agreements with one party."""
    table = tables["agreements"]
    for row, parties in enumerate(table["parties"]):
        if len(parties) == 1:
            yield Spot(table, row, "parties", "is a single party")


@rule(
    "clause-place",
    "A clause has an article number or ‘preamble’, and its id names treaty, article and topic.",
    "Correct treaty, article or topic; ids are immutable.",
    needs=("agreement_provisions",),
)
def clauses_name_their_place(tables: Tables) -> Iterator[Spot]:
    """Yield clauses whose treaty, article or topic disagrees with the id."""
    table = tables["agreement_provisions"]
    for row, name, treaty, article, topic in table.rows("id", "treaty_id", "article", "topic"):
        if name is None:
            continue
        unread = (row, "article") in table.unreadable
        if article is not None and _ARTICLE.fullmatch(article) is None:
            yield Spot(table, row, "article", "is neither a number nor ‘preamble’")
            continue
        if treaty is not None and not name.startswith(f"{treaty}-"):
            yield Spot(table, row, "treaty_id", f"is not the treaty in the id {name}")
            continue
        place = _place_in_id(article)
        if treaty is not None and not unread and not name.startswith(f"{treaty}-{place}-"):
            yield Spot(table, row, "article", f"is not the article in the id {name}", article or "")
        elif topic is not None and not name.endswith(f"-{_slug(topic)}"):
            yield Spot(table, row, "topic", f"is not the topic in the id {name}")


def _place_in_id(article: str | None) -> str:
    if article is None:
        return "article-unknown"
    return article if article == "preamble" else f"art-{int(article):02}"


def _slug(topic: ProvisionTopic) -> str:
    return topic.value.replace("_", "-")


@rule(
    "mutual-defence-clause",
    "A treaty of mutual defence is marked as such where a clause of it says so with a number.",
    "Correct the mark of the agreement or the topic of the clause.",
    needs=("agreements", "agreement_provisions"),
)
def defence_clauses_mark_their_treaty(tables: Tables) -> Iterator[Spot]:
    """Yield agreements without the mark that have a numbered clause of mutual defence."""
    table, clauses = tables["agreements"], tables["agreement_provisions"]
    treaties = {
        treaty
        for _, treaty, article, topic in clauses.rows("treaty_id", "article", "topic")
        if topic is ProvisionTopic.MUTUAL_DEFENCE and article is not None
    }
    for row, name, marked in table.rows("id", "mutual_defence"):
        if name in treaties and marked is False:
            yield Spot(table, row, "mutual_defence", "is no, but a clause says mutual defence")


@rule(
    "sanctions-empty",
    "A sanctions action states persons, entities or vessels, or names its targets.",
    "Add the number or the names.",
    needs=("sanctions_actions",),
)
def actions_have_targets(tables: Tables) -> Iterator[Spot]:
    """Yield actions without a number and without a target."""
    table = tables["sanctions_actions"]
    counts = ("individuals", "entities", "vessels_aircraft")
    for row, targets in enumerate(table["targets"]):
        if not targets and not any(table[column][row] for column in counts):
            if any(place == row for place, _ in table.unreadable):
                continue
            yield Spot(table, row, "targets", "is empty, and no number of targets is given")


CHECKS = (
    decided_claims_have_evidence,
    articles_stand_alone,
    verdicts_fit,
    claim_ids_name_their_place,
    periods_begin,
    agreements_have_parties,
    clauses_name_their_place,
    defence_clauses_mark_their_treaty,
    actions_have_targets,
)
