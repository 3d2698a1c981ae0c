"""Decisions of the Security Council."""

import pytest

from tests.validators.building import Case, judge, table
from validators.checks.council import CHECKS


def _decision(votes: str, kind: str = "resolution", **cells: str) -> dict[str, str]:
    """Return a decision; votes are for/against/abstaining/not voting, or empty."""
    names = ("votes_for", "votes_against", "abstentions", "not_voting")
    tally = dict(zip(names, votes.split("/"), strict=True)) if votes else {}
    symbol = {"symbol": "S/RES/1718" if kind == "resolution" else "S/2024/255"}
    return {"kind": kind, "russia_vote": "yes"} | symbol | tally | cells


_VETOED = _decision("13/1/1/0", "draft_vetoed", russia_vote="veto", china_vote="abstain")

CASES = (
    Case(
        "council-tally",
        (
            table(
                "security_council",
                _decision("15/0/0/0"),
                _decision("7/1/0/3", date="1950-06-27", russia_vote="absent"),
                _decision(""),
                _VETOED,
            ),
        ),
        (
            table(
                "security_council",
                _decision("14/0/0/0"),
                _decision("9/0/1/1", date="1966-01-01"),
                _decision("14/1//0"),
                _decision("14/1/0/0", china_vote="abstain"),
            ),
        ),
        (
            ("security_council", 2, "votes_for"),
            ("security_council", 3, "votes_for"),
            ("security_council", 4, "abstentions"),
            ("security_council", 5, "china_vote"),
        ),
    ),
    Case(
        "council-outcome",
        (
            table(
                "security_council",
                _decision("9/0/6/0"),
                _decision("7/1/0/3", date="1950-06-27"),
                _VETOED,
                _decision("2/8/1/0", "draft_rejected", date="1950-09-01"),
                _decision("11/2/2/0", "procedural_vote", russia_vote="no"),
                _decision("", "draft_vetoed", russia_vote="veto"),
            ),
        ),
        (
            table(
                "security_council",
                _decision("8/0/7/0"),
                _VETOED | {"russia_vote": "no"},
                _decision("13/2/0/0", russia_vote="veto"),
                _decision("9/6/0/0", "draft_rejected"),
                _decision("11/2/2/0", "procedural_vote", china_vote="veto"),
                _decision("5/6/4/0", "draft_vetoed", russia_vote="veto"),
            ),
        ),
        (
            ("security_council", 2, "votes_for"),
            ("security_council", 3, "kind"),
            ("security_council", 4, "russia_vote"),
            ("security_council", 5, "votes_for"),
            ("security_council", 6, "china_vote"),
            ("security_council", 7, "votes_for"),
        ),
    ),
    Case(
        "council-procedural",
        (table("security_council", _decision("15/0/0/0"), _VETOED),),
        (table("security_council", _decision("11/1/3/0", russia_vote="no")),),
        (("security_council", 2, "russia_vote"),),
    ),
    Case(
        "council-symbol",
        (
            table(
                "security_council",
                _decision(""),
                _VETOED,
                _decision("", "procedural_vote", symbol=""),
            ),
        ),
        (
            table(
                "security_council",
                _decision("", symbol="S/2024/1"),
                _VETOED | {"symbol": "S/RES/5"},
                _decision(""),
                _decision(""),
                _VETOED | {"symbol": "A/RES/1"},
            ),
        ),
        (
            ("security_council", 2, "symbol"),
            ("security_council", 3, "symbol"),
            ("security_council", 5, "symbol"),
            ("security_council", 6, "symbol"),
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}
