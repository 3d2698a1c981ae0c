"""Checked claims, agreements, clauses and sanctions actions."""

import pytest

from tests.validators.building import Case, judge, table
from validators.checks.claims import CHECKS

_ARTICLES = table(
    "articles", {"id": "article-1", "source_id": "s-1"}, {"id": "article-2", "source_id": "s-2"}
)
_SUPPORTED = {"checkable": "yes", "verdict": "supported"}
_OPINION = {"checkable": "no", "verdict": "opinion"}
_CLAUSE = {
    "id": "treaty-1961-art-01-mutual-defence",
    "treaty_id": "treaty-1961",
    "article": "1",
    "topic": "mutual_defence",
}

CASES = (
    Case(
        "claim-evidence",
        (
            _ARTICLES,
            table(
                "claims",
                _SUPPORTED | {"source_ids": "press"},
                _SUPPORTED | {"evidence_tables": "trade_flows"},
                _SUPPORTED | {"evidence_milestones": "m"},
                _OPINION,
            ),
        ),
        (
            _ARTICLES,
            table(
                "claims",
                _SUPPORTED,
                _SUPPORTED | {"verdict": "contradicted", "source_ids": "s-1"},
            ),
        ),
        (("claims", 2, "verdict"), ("claims", 3, "verdict")),
    ),
    Case(
        "claim-article",
        (
            _ARTICLES,
            table("claims", _OPINION | {"source_ids": "s-1"}, _SUPPORTED | {"source_ids": "p|q"}),
        ),
        (
            _ARTICLES,
            table(
                "claims",
                _OPINION | {"source_ids": "p|s-1"},
                _OPINION | {"source_ids": "s-2"},
                _SUPPORTED | {"source_ids": "s-1"},
            ),
        ),
        tuple(("claims", line, "source_ids") for line in (2, 3, 4)),
    ),
    Case(
        "claim-verdict",
        (table("claims", _SUPPORTED, _OPINION, {"checkable": "no", "verdict": "unverifiable"}),),
        (table("claims", _SUPPORTED | {"checkable": "no"}, _OPINION | {"checkable": "yes"}),),
        (("claims", 2, "checkable"), ("claims", 3, "checkable")),
    ),
    Case(
        "claim-id",
        (table("claims", {}, {"id": "a2-p12-1", "article_id": "article-2", "paragraph_no": "12"}),),
        (
            table(
                "claims",
                {"id": "claim-4"},
                {"article_id": "article-2"},
                {"paragraph_no": "5"},
            ),
        ),
        (("claims", 2, "id"), ("claims", 3, "article_id"), ("claims", 4, "paragraph_no")),
    ),
    Case(
        "period-start-missing",
        (
            table(
                "claims", {"period_start": "1991", "period_end": "2000"}, {"period_start": "1991"}
            ),
        ),
        (table("claims", {"period_end": "2000"}),),
        (("claims", 2, "period_start"),),
    ),
    Case(
        "agreement-parties",
        (table("agreements", {"parties": "RUS|PRK"}),),
        (table("agreements", {"parties": "PRK"}),),
        (("agreements", 2, "parties"),),
    ),
    Case(
        "clause-place",
        (
            table(
                "agreement_provisions",
                _CLAUSE,
                _CLAUSE
                | {
                    "id": "treaty-1961-preamble-un-charter",
                    "article": "preamble",
                    "topic": "un_charter",
                },
                _CLAUSE
                | {"id": "treaty-1961-article-unknown-economy", "article": "", "topic": "economy"},
            ),
        ),
        (
            table(
                "agreement_provisions",
                _CLAUSE | {"article": "I"},
                _CLAUSE | {"treaty_id": "treaty-2000"},
                _CLAUSE | {"article": "2"},
                _CLAUSE | {"topic": "economy"},
            ),
        ),
        (
            ("agreement_provisions", 2, "article"),
            ("agreement_provisions", 3, "treaty_id"),
            ("agreement_provisions", 4, "article"),
            ("agreement_provisions", 5, "topic"),
        ),
    ),
    Case(
        "mutual-defence-clause",
        (
            table("agreements", {"id": "treaty-1961", "mutual_defence": "yes"}, {"id": "other"}),
            table("agreement_provisions", _CLAUSE),
        ),
        (
            table("agreements", {"id": "treaty-1961", "mutual_defence": "no"}),
            table("agreement_provisions", _CLAUSE),
        ),
        (("agreements", 2, "mutual_defence"),),
    ),
    Case(
        "sanctions-empty",
        (table("sanctions_actions", {"targets": "A bank"}, {"vessels_aircraft": "2"}),),
        (table("sanctions_actions", {"individuals": "0"}),),
        (("sanctions_actions", 2, "targets"),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}
