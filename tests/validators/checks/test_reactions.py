"""Reactions, events and shared texts."""

import pytest

from tests.validators.building import Case, judge, places, table
from validators.checks.reactions import CHECKS

_EVENT = table(
    "reaction_events",
    {"event_id": "e", "date": "2024-06-19", "window_start": "2024-06-12", "date_end": "2024-09-30"},
)
_G7 = ("CAN", "DEU", "JPN")
_COUNTRIES = table(
    "countries",
    *({"iso3": code, "member_of": "UN|G7"} for code in _G7),
    {"iso3": "FIN", "member_of": "UN|NATO"},
    {"iso3": "TUR", "member_of": "UN|NATO"},
    {"iso3": "UKR", "member_of": "UN"},
)
_TEXT = {"joint_id": "t", "event_id": "e", "date": "2024-06-20", "stance": "-1"}
_JOINED = {
    "event_id": "e",
    "date": "2024-06-20",
    "joint_id": "t",
    "basis": "g7_statement",
    "actions": "joint_statement",
}


def _text(**cells: str) -> dict[str, str]:
    return _TEXT | {"basis": "g7_statement", "countries": "|".join(_G7)} | cells


CASES = (
    Case(
        "actor-kind",
        (
            _COUNTRIES,
            table("organisations", {"code": "UN"}),
            table("reactions", {}, {"actor": "UN", "actor_kind": "organisation"}, {"actor": "QQQ"}),
        ),
        (
            _COUNTRIES,
            table("organisations", {"code": "UN"}),
            table("reactions", {"actor_kind": "organisation"}, {"actor": "UN"}),
        ),
        (("reactions", 2, "actor_kind"), ("reactions", 3, "actor_kind")),
    ),
    Case(
        "event-window",
        (
            _EVENT,
            table("reactions", {"event_id": "e", "date": "2024-06-12"}),
            table("joint_statements", {"event_id": "e", "date": "2024-09", "precision": "month"}),
        ),
        (
            table("reaction_events", {"date": "2024-06-19", "window_start": "2024-06-20"}),
            table("reactions"),
        ),
        (("reaction_events", 2, "window_start"),),
    ),
    Case(
        "event-window",
        (_EVENT, table("reactions", {"event_id": "e", "date": "2024-09-30"})),
        (
            _EVENT,
            table("reactions", {"event_id": "e", "date": "2024-06-11"}),
            table("joint_statements", {"event_id": "e", "date": "2024-10-01"}),
        ),
        (("reactions", 2, "date"), ("joint_statements", 2, "date")),
    ),
    Case(
        "stance-party",
        (table("reactions", {"actor": "RUS", "stance": "2"}, {"stance": "-2"}),),
        (table("reactions", {"actor": "PRK", "stance": "0"}),),
        (("reactions", 2, "stance"),),
    ),
    Case(
        "basis-action",
        (
            table(
                "reactions",
                {"basis": "individual", "actions": "summons"},
                {"basis": "un_meeting", "actions": "statement|un_statement"},
                {"basis": "eu_statement", "actions": "joint_statement"},
            ),
        ),
        (
            table(
                "reactions",
                {"basis": "un_meeting", "actions": "statement"},
                {"basis": "eu_statement", "actions": "statement"},
            ),
        ),
        (("reactions", 2, "actions"), ("reactions", 3, "actions")),
    ),
    Case(
        "shared-text",
        (
            table("joint_statements", _text()),
            table(
                "reactions",
                _JOINED,
                _JOINED | {"actor": "G7", "actor_kind": "organisation", "basis": "individual"},
                {"basis": "individual"},
            ),
        ),
        (
            table("joint_statements", _text()),
            table(
                "reactions",
                _JOINED | {"joint_id": ""},
                _JOINED | {"stance": "-2", "date": "2024-06-21"},
                _JOINED | {"basis": "individual"},
            ),
        ),
        (
            ("reactions", 2, "joint_id"),
            ("reactions", 3, "date"),
            ("reactions", 3, "stance"),
            ("reactions", 4, "basis"),
        ),
    ),
    Case(
        "signatories-differ",
        (
            table("joint_statements", _text(countries="JPN", organisations="G7")),
            table("reactions", _JOINED, _JOINED | {"actor": "G7"}),
        ),
        (
            table("joint_statements", _text(countries="JPN|CAN", organisations="G7")),
            table("reactions", _JOINED, _JOINED, _JOINED | {"actor": "UKR"}),
        ),
        (
            ("reactions", 3, "actor"),
            ("joint_statements", 2, "countries"),
            ("joint_statements", 2, "organisations"),
            ("reactions", 4, "actor"),
        ),
    ),
    Case(
        "bloc-members",
        (
            _COUNTRIES,
            table("membership_changes"),
            table(
                "joint_statements",
                _text(),
                _text(basis="joint_statement", countries="UKR"),
                _text(basis="eu_statement", countries="UKR", aligned="UKR"),
            ),
        ),
        (
            _COUNTRIES,
            table("membership_changes"),
            table(
                "joint_statements",
                _text(countries="CAN|DEU|JPN|UKR"),
                _text(countries="CAN|DEU"),
                _text(basis="joint_statement", aligned="JPN"),
                _text(basis="eu_statement", countries="UKR", aligned="FIN"),
            ),
        ),
        (
            ("joint_statements", 2, "countries"),
            ("joint_statements", 3, "countries"),
            ("joint_statements", 4, "aligned"),
            ("joint_statements", 5, "aligned"),
            ("joint_statements", 5, "countries"),
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}


def test_a_later_member_need_not_have_signed() -> None:
    joined = {"iso3": "FIN", "organisation": "NATO", "date": "2024-07-01", "change": "joined"}
    text = table("joint_statements", _text(basis="nato_declaration", countries="TUR"))
    changes = table("membership_changes", joined)
    assert places("bloc-members", _COUNTRIES, changes, text) == []
    late = table(
        "joint_statements", _text(basis="nato_declaration", countries="TUR", date="2024-07-02")
    )
    assert places("bloc-members", _COUNTRIES, changes, late) == [
        ("joint_statements", 2, "countries")
    ]
