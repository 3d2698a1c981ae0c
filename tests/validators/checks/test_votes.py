"""Votes of the fifteen countries."""

import pytest

from tests.validators.building import Case, check, judge, table
from validators.checks.votes import CHECKS

_FIFTEEN = "BLR CHN CUB DEU FRA GBR IND IRN JPN KOR PRK RUS SYR USA VNM".split()  # noqa: SIM905


def _votes(*codes: str, call: str = "v7") -> list[dict[str, str]]:
    return [{"roll_call_id": call, "iso3": code} for code in codes]


def _vote(code: str, vote: str, call: str = "v7", voeten: str = "") -> dict[str, str]:
    return {"roll_call_id": call, "iso3": code, "vote": vote, "voeten_vote": voeten}


_CALLS = table(
    "ga_roll_calls",
    {"roll_call_id": "v1", "voeten_rcid": "1", "date": "1960-12-01"},
    {"roll_call_id": "v2", "voeten_rcid": "2", "date": "1971-10"},
    {"roll_call_id": "v7", "voeten_rcid": "7", "undl_id": "70", "date": "1995-11-01"},
)

CASES = (
    Case(
        "votes-incomplete",
        (table("ga_roll_calls", {}), table("ga_votes", *_votes(*_FIFTEEN))),
        (table("ga_roll_calls", {}), table("ga_votes", *_votes(*_FIFTEEN[1:]))),
        (("ga_roll_calls", 2, "roll_call_id"),),
    ),
    Case(
        "votes-incomplete",
        (table("ga_roll_calls", {}), table("ga_votes", *_votes(*_FIFTEEN))),
        (
            table("ga_roll_calls", {"roll_call_id": "v6"}, {"roll_call_id": "v7"}),
            table("ga_votes", *_votes(*_FIFTEEN, call="v6"), *_votes("PER", *_FIFTEEN[1:])),
        ),
        (("ga_votes", 17, "iso3"),),
    ),
    Case(
        "vote-nonmember",
        (
            _CALLS,
            table(
                "ga_votes",
                _vote("SYR", "nonmember", "v1"),
                _vote("PRK", "nonmember", "v1"),
                _vote("CHN", "nonmember", "v2"),
                _vote("CHN", "yes", "v2"),
                _vote("PRK", "absent", "v7"),
            ),
        ),
        (
            _CALLS,
            table(
                "ga_votes",
                _vote("SYR", "yes", "v1"),
                _vote("RUS", "nonmember", "v1"),
                _vote("VNM", "no", "v2"),
                _vote("PRK", "nonmember", "v7"),
            ),
        ),
        tuple(("ga_votes", line, "vote") for line in (2, 3, 4, 5)),
    ),
    Case(
        "tally-exceeded",
        (
            table("ga_roll_calls", {"yes": "2", "no": "0", "abstain": "1"}),
            table("ga_votes", _vote("RUS", "yes"), _vote("PRK", "yes"), _vote("CHN", "abstain")),
        ),
        (
            table("ga_roll_calls", {"yes": "1", "no": "0", "abstain": "1"}),
            table("ga_votes", _vote("RUS", "yes"), _vote("PRK", "yes"), _vote("CHN", "no")),
        ),
        (("ga_roll_calls", 2, "yes"), ("ga_roll_calls", 2, "no")),
    ),
    Case(
        "tally-large",
        (table("ga_roll_calls", {"yes": "150", "no": "40", "abstain": "3"}),),
        (table("ga_roll_calls", {"yes": "40", "no": "150", "abstain": "4"}),),
        (("ga_roll_calls", 2, "no"),),
    ),
    Case(
        "voeten-vote-missing",
        (
            table("ga_roll_calls_voeten", {"roll_call_id": "v7"}),
            table("ga_votes", _vote("RUS", "yes", "v7", "yes"), _vote("RUS", "yes", "u9")),
        ),
        (
            table("ga_roll_calls_voeten", {"roll_call_id": "v7"}),
            table("ga_votes", _vote("RUS", "yes", "v7"), _vote("RUS", "yes", "u9", "yes")),
        ),
        (("ga_votes", 2, "voeten_vote"), ("ga_votes", 3, "voeten_vote")),
    ),
    Case(
        "conflict-unlisted",
        (
            table("ga_vote_conflicts", {"roll_call_id": "v7", "iso3": "CHN"}),
            table(
                "ga_votes",
                _vote("RUS", "yes", "v7", "yes"),
                _vote("CHN", "yes", "v7", "no"),
                _vote("JPN", "nonmember", "v7", "absent"),
                _vote("PRK", "no", "v7"),
            ),
        ),
        (table("ga_vote_conflicts"), table("ga_votes", _vote("CHN", "yes", "v7", "absent"))),
        (("ga_votes", 2, "vote"),),
    ),
    Case(
        "conflict-disagrees",
        (
            _CALLS,
            table(
                "ga_votes",
                _vote("RUS", "no", "v7", "yes"),
                _vote("CHN", "yes", "v7", "yes"),
                _vote("PRK", "abstain", "v7", "absent"),
            ),
            table(
                "ga_vote_conflicts",
                *(
                    {"voeten_rcid": "7", "undl_id": "70", "roll_call_id": "v7"} | row
                    for row in (
                        {"iso3": "RUS", "voeten": "yes", "undl": "no"},
                        {"iso3": "CHN", "voeten": "yes", "undl": ""},
                        {"iso3": "PRK", "voeten": "", "undl": "abstain"},
                    )
                ),
            ),
        ),
        (
            _CALLS,
            table("ga_votes", _vote("RUS", "no", "v7", "yes"), _vote("PRK", "yes", "v7")),
            table(
                "ga_vote_conflicts",
                *(
                    {"voeten_rcid": "7", "undl_id": "70", "roll_call_id": "v7"} | row
                    for row in (
                        {"iso3": "RUS", "voeten": "no", "undl": "abstain"},
                        {"iso3": "PRK", "voeten": "yes", "undl": "yes", "undl_id": "71"},
                        {"iso3": "USA", "voeten": "yes", "undl": "no"},
                    )
                ),
            ),
        ),
        (
            ("ga_vote_conflicts", 2, "undl"),
            ("ga_vote_conflicts", 2, "voeten"),
            ("ga_vote_conflicts", 3, "undl"),
            ("ga_vote_conflicts", 3, "undl_id"),
            ("ga_vote_conflicts", 4, "iso3"),
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}


def test_a_message_gives_both_figures() -> None:
    calls = table("ga_roll_calls", {"yes": "1"})
    votes = table("ga_votes", _vote("RUS", "yes"), _vote("PRK", "yes"))
    (spot,) = check("tally-exceeded").find({"ga_roll_calls": calls, "ga_votes": votes})
    assert "2 ‘yes’" in spot.message
