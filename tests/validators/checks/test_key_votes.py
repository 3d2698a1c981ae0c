"""Key resolutions and every member's vote on them."""

import pytest

from tests.validators.building import Case, judge, table
from validators.checks.key_votes import CHECKS

_CONSENSUS = {"id": "c", "adopted_by": "without_vote"}


def _resolution(yes: int, no: int, members: int, **cells: str) -> dict[str, str]:
    tally = {"yes": str(yes), "no": str(no), "abstain": "0", "absent": "0", "members": str(members)}
    return {"id": "r", "adopted_by": "recorded_vote", "date": "2005-12-16"} | tally | cells


def _votes(**votes: str) -> list[dict[str, str]]:
    return [{"resolution_id": "r", "iso3": code, "vote": vote} for code, vote in votes.items()]


_COUNTRIES = table(
    "countries",
    *({"iso3": code, "member_of": "UN"} for code in ("CHN", "PRK", "RUS", "SSD", "SRB")),
    {"iso3": "TWN"},
)
_CALL = {
    "roll_call_id": "u5",
    "undl_id": "5",
    "resolution": "A/RES/60/173",
    "kind": "resolution",
    "date": "2005-12-16",
    "yes": "1",
    "no": "1",
    "abstain": "0",
}

CASES = (
    Case(
        "key-tally",
        (
            table("ga_key_resolutions", _resolution(1, 1, 2), _CONSENSUS),
            table("ga_key_votes", *_votes(CHN="no", RUS="yes")),
        ),
        (
            table("ga_key_resolutions", _resolution(2, 1, 3), _CONSENSUS | {"yes": "5"}),
            table("ga_key_votes", *_votes(CHN="no", RUS="yes")),
        ),
        (
            ("ga_key_resolutions", 2, "yes"),
            ("ga_key_resolutions", 2, "members"),
            ("ga_key_resolutions", 3, "yes"),
        ),
    ),
    Case(
        "key-tally",
        (table("ga_key_resolutions", _CONSENSUS),),
        (
            table("ga_key_resolutions", _CONSENSUS),
            table("ga_key_votes", {"resolution_id": "c"}),
        ),
        (("ga_key_resolutions", 2, "adopted_by"),),
    ),
    Case(
        "key-vote-member",
        (
            _COUNTRIES,
            table(
                "ga_key_resolutions",
                _resolution(1, 1, 2),
                _resolution(1, 1, 2, id="s", date="2012-12"),
            ),
            table(
                "ga_key_votes",
                *_votes(SCG="yes", RUS="no"),
                {"resolution_id": "s", "iso3": "SSD"},
            ),
        ),
        (
            _COUNTRIES,
            table("ga_key_resolutions", _resolution(1, 1, 2)),
            table("ga_key_votes", *_votes(SSD="yes", SRB="yes", TWN="yes", RUS="nonmember")),
        ),
        (
            ("ga_key_votes", 2, "iso3"),
            ("ga_key_votes", 3, "iso3"),
            ("ga_key_votes", 4, "iso3"),
            ("ga_key_votes", 5, "vote"),
        ),
    ),
    Case(
        "key-vote-differs",
        (
            table("ga_roll_calls", _CALL),
            table("ga_votes", {"roll_call_id": "u5", "iso3": "RUS", "vote": "no"}),
            table("ga_key_resolutions", _resolution(1, 1, 2, symbol="A/RES/60/173", undl_id="5")),
            table("ga_key_votes", *_votes(RUS="no", PRK="abstain")),
        ),
        (
            table("ga_roll_calls", _CALL),
            table("ga_votes", {"roll_call_id": "u5", "iso3": "RUS", "vote": "no"}),
            table(
                "ga_key_resolutions",
                _resolution(1, 2, 2, symbol="A/RES/60/173", undl_id="6", date="2005-12-17"),
            ),
            table("ga_key_votes", *_votes(RUS="yes")),
        ),
        (
            ("ga_key_resolutions", 2, "undl_id"),
            ("ga_key_resolutions", 2, "date"),
            ("ga_key_resolutions", 2, "no"),
            ("ga_key_votes", 2, "vote"),
        ),
    ),
    Case(
        "key-vote-differs",
        (table("ga_key_resolutions", _CONSENSUS | {"symbol": "A/RES/77/226"}),),
        (
            table("ga_roll_calls", _CALL),
            table("ga_key_resolutions", _CONSENSUS | {"symbol": "A/RES/60/173"}),
        ),
        (("ga_key_resolutions", 2, "adopted_by"),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}
