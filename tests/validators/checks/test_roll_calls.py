"""Roll calls of the General Assembly and their two sources."""

import pytest

from tests.validators.building import Case, judge, table
from validators.checks.roll_calls import CHECKS

_FINAL = {
    "roll_call_id": "u9",
    "voeten_rcid": "",
    "undl_id": "9",
    "terms": "un-nc",
    "kind": "resolution",
    "date": "2024-12-02",
    "precision": "day",
    "resolution": "A/RES/79/41",
    "yes": "150",
    "no": "5",
    "source_ids": "undl-lefthand67",
}
_EARLY = {"terms": "cc0", "kind": "amendment", "precision": "month", "source_ids": "voeten"}

CASES = (
    Case(
        "roll-call-id",
        (table("ga_roll_calls", _EARLY, _FINAL),),
        (
            table(
                "ga_roll_calls",
                _EARLY | {"voeten_rcid": "8"},
                _FINAL | {"undl_id": ""},
                _FINAL | {"voeten_rcid": "9"},
                _EARLY | {"roll_call_id": "v5", "voeten_rcid": "5"},
                _EARLY | {"roll_call_id": "v5", "voeten_rcid": "5"},
            ),
        ),
        (
            ("ga_roll_calls", 2, "voeten_rcid"),
            ("ga_roll_calls", 3, "undl_id"),
            ("ga_roll_calls", 4, "voeten_rcid"),
            ("ga_roll_calls", 5, "voeten_rcid"),
            ("ga_roll_calls", 6, "voeten_rcid"),
        ),
    ),
    Case(
        "roll-call-terms",
        (table("ga_roll_calls", _EARLY, _FINAL),),
        (
            table(
                "ga_roll_calls",
                _EARLY | {"source_ids": "voeten|undl-lefthand67"},
                _EARLY | {"undl_id": "4"},
                _EARLY | {"kind": "decision"},
                _FINAL | {"precision": "month", "date": "2024-12"},
                _FINAL | {"terms": "cc0"},
            ),
        ),
        (
            ("ga_roll_calls", 2, "source_ids"),
            ("ga_roll_calls", 3, "undl_id"),
            ("ga_roll_calls", 4, "kind"),
            ("ga_roll_calls", 5, "precision"),
            ("ga_roll_calls", 6, "source_ids"),
            ("ga_roll_calls", 6, "undl_id"),
            ("ga_roll_calls", 6, "kind"),
        ),
    ),
    Case(
        "roll-call-issues",
        (
            table(
                "ga_roll_calls", {"issues_method": "voeten"}, _FINAL | {"issues_method": "keyword"}
            ),
        ),
        (
            table(
                "ga_roll_calls", {"issues_method": "keyword"}, _FINAL | {"issues_method": "voeten"}
            ),
        ),
        (("ga_roll_calls", 2, "issues_method"), ("ga_roll_calls", 3, "issues_method")),
    ),
    Case(
        "roll-call-session",
        (
            table(
                "ga_roll_calls",
                {"session": "50", "date": "1995-11"},
                {"session": "50", "date": "1996-02"},
                {"session": "ES-11", "date": "2022-03"},
            ),
        ),
        (table("ga_roll_calls", {"session": "50", "date": "1997-01"}),),
        (("ga_roll_calls", 2, "session"),),
    ),
    Case(
        "session-form",
        (table("ga_roll_calls", {"session": "S-1"}, {"session": "ES-11"}, {"session": "79"}),),
        (
            table("ga_roll_calls", {"session": "79th"}),
            table("ga_roll_calls_voeten", {"session": "E1"}),
        ),
        (("ga_roll_calls", 2, "session"),),
    ),
    Case(
        "resolution-form",
        (
            table(
                "ga_roll_calls",
                _FINAL,
                _FINAL | {"kind": "decision", "resolution": "A/DEC/79/41"},
                _EARLY | {"resolution": "A/RES/79/41", "yes": "1", "no": "9"},
            ),
        ),
        (
            table("ga_roll_calls", _FINAL, _FINAL, _FINAL | {"resolution": "", "yes": "5"}),
            table("ga_key_resolutions", {"symbol": "RES/79/41"}),
        ),
        (
            ("ga_key_resolutions", 2, "symbol"),
            ("ga_roll_calls", 3, "resolution"),
            ("ga_roll_calls", 4, "resolution"),
            ("ga_roll_calls", 4, "yes"),
        ),
    ),
    Case(
        "voeten-disagrees",
        (
            table("ga_roll_calls", {"issues": "me|nu", "important": "no"}),
            table("ga_roll_calls_voeten", {"issues": "me|nu"}),
        ),
        (
            table("ga_roll_calls", {"issues": "me", "important": "no"}, {"roll_call_id": "v8"}),
            table(
                "ga_roll_calls_voeten",
                {"issues": "nu", "important": "yes"},
                {"voeten_rcid": "8"},
            ),
        ),
        (
            ("ga_roll_calls_voeten", 2, "issues"),
            ("ga_roll_calls_voeten", 2, "important"),
            ("ga_roll_calls_voeten", 3, "roll_call_id"),
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}
