import pandas as pd
import pytest

import datasets
from datasets.measures import NONE_FOUND, claim_evidence, claims_summary
from tests.datasets.measures.made import made, records

CLAIMS = made(
    "claims",
    {"id": "c1", "article_id": "a1", "theme": "law", "kind": "event", "verdict": "supported"},
    {"id": "c2", "article_id": "a1", "theme": "law", "kind": "trend", "verdict": "supported"},
    {"id": "c3", "article_id": "a1", "theme": "economy", "kind": "event", "verdict": "opinion"},
    {"id": "c4", "article_id": "a2", "theme": "economy", "kind": "event", "verdict": "opinion"},
)
ARTICLES = made("articles", {"id": "a1", "title": "One"}, {"id": "a2", "title": "Two"})


def test_every_verdict_has_a_row_in_every_group() -> None:
    summary = claims_summary(claims=CLAIMS, articles=ARTICLES)
    assert len(summary) == 2 * 5
    found = summary[summary["claims"] > 0]
    assert records(found, "group", "group_label", "verdict", "claims", "total", "share") == [
        ("a1", "One", "supported", 2, 3, 100 * 2 / 3),
        ("a1", "One", "opinion", 1, 3, 100 / 3),
        ("a2", "Two", "opinion", 1, 1, 100.0),
    ]


@pytest.mark.parametrize(
    ("by", "groups"),
    [("theme", ["economy", "law"]), ("kind", ["event", "trend"]), ("verdict", ["all"])],
)
def test_other_groupings(by: str, groups: list[str]) -> None:
    summary = claims_summary(by, claims=CLAIMS, articles=ARTICLES)
    assert list(dict.fromkeys(summary["group"])) == sorted(groups)
    assert summary["claims"].sum() == 4
    assert summary["group_label"].notna().all()


def test_unknown_grouping_is_refused() -> None:
    with pytest.raises(ValueError, match="no grouping 'colour'"):
        claims_summary("colour")


def test_articles_under_review_are_no_evidence() -> None:
    sources = made("sources", {"id": "article-1", "kind": "reviewed"}, {"id": "s", "kind": "press"})
    claims = made(
        "claims",
        {"id": "c1", "source_ids": ("article-1", "s"), "evidence_milestones": ("m1", "m2")},
        {"id": "c2", "source_ids": ("article-1",)},
        {"id": "c3", "evidence_tables": ("trade_flows",)},
    )
    assert records(
        claim_evidence(claims=claims, sources=sources),
        "claim_id",
        "milestones",
        "sources",
        "pieces",
        "found",
        "words",
    ) == [
        ("c1", ("m1", "m2"), ("s",), 3, True, "2 milestones, 1 source"),
        ("c2", (), (), 0, False, NONE_FOUND),
        ("c3", (), (), 1, True, "table “Trade flows”"),
    ]


NOTES = {
    "article-1": (12, 4, 0, 0, 4),
    "article-2": (30, 9, 1, 0, 6),
    "article-3": (17, 4, 0, 1, 5),
    "article-4": (12, 13, 5, 4, 5),
    "article-5": (22, 7, 0, 0, 4),
}
ORDER = ["supported", "partly_supported", "contradicted", "unverifiable", "opinion"]


@pytest.mark.parametrize(("article", "counts"), NOTES.items())
def test_verdicts_of_each_article(article: str, counts: tuple[int, ...]) -> None:
    summary = claims_summary().query("group == @article").set_index("verdict")["claims"]
    assert tuple(summary[ORDER]) == counts


def test_verdicts_in_all() -> None:
    summary = claims_summary("verdict").set_index("verdict")["claims"]
    assert tuple(summary[ORDER]) == (93, 37, 6, 5, 24)


def test_every_claim_reaches_its_evidence_or_says_that_none_was_found() -> None:
    evidence = claim_evidence()
    assert len(evidence) == 165
    milestones = set(datasets.load("milestones")["id"])
    sources = set(datasets.load("sources")["id"])
    tables = {spec.id for spec in datasets.tables()}
    assert all(set(ids) <= milestones for ids in evidence["milestones"])
    assert all(set(ids) <= sources for ids in evidence["sources"])
    assert all(set(ids) <= tables for ids in evidence["tables"])
    found = evidence["found"]
    assert (found == (evidence["words"] != NONE_FOUND)).all()
    without = pd.Series(evidence.loc[~found, "verdict"])
    assert set(without) <= {"opinion", "unverifiable"}
    assert (~found).sum() == 17
