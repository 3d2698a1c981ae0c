"""Contested estimates."""

import pytest

from tests.validators.building import Case, judge, table
from validators.checks.estimates import CHECKS

_CLAIMANTS = table(
    "claimants",
    {"code": "RUS", "country": "RUS", "kind": "party"},
    {"code": "UKR", "country": "UKR", "kind": "government"},
)
_PERCENT = {"quantity": "shell_share", "unit": "percent_of_russian_use"}

CASES = (
    Case(
        "estimate-bounds",
        (
            table(
                "estimates",
                {"low": "5"},
                {"low": "5", "point": "5", "high": "5"},
                {"low": "5", "high": "9"},
            ),
        ),
        (
            table(
                "estimates",
                {},
                {"low": "5", "point": "4"},
                {"point": "5", "high": "4"},
                {"low": "5", "high": "4"},
            ),
        ),
        (
            ("estimates", 2, "point"),
            ("estimates", 3, "point"),
            ("estimates", 4, "high"),
            ("estimates", 5, "high"),
        ),
    ),
    Case(
        "estimate-percent",
        (table("estimates", _PERCENT | {"point": "100"}, {"point": "4000"}),),
        (table("estimates", _PERCENT | {"high": "101"}),),
        (("estimates", 2, "high"),),
    ),
    Case(
        "estimate-unit",
        (table("estimates", _PERCENT, {"quantity": "casualties", "unit": "killed"}),),
        (table("estimates", {"quantity": "artillery_shells", "unit": "killed"}),),
        (("estimates", 2, "unit"),),
    ),
    Case(
        "estimate-party",
        (
            _CLAIMANTS,
            table(
                "estimates",
                {"claimant": "RUS", "claimant_kind": "party"},
                {"claimant": "UKR", "claimant_kind": "intelligence"},
            ),
        ),
        (
            table(
                "claimants",
                {"code": "RUS", "country": "RUS", "kind": "press"},
                {"code": "UKR", "country": "UKR", "kind": "government"},
            ),
            table(
                "estimates",
                {"claimant": "RUS", "claimant_kind": "government"},
                {"claimant": "UKR", "claimant_kind": "party"},
            ),
        ),
        (
            ("claimants", 2, "kind"),
            ("estimates", 2, "claimant_kind"),
            ("estimates", 3, "claimant_kind"),
        ),
    ),
    Case(
        "claimant-kind",
        (_CLAIMANTS, table("estimates", {"claimant": "UKR", "claimant_kind": "government"})),
        (_CLAIMANTS, table("estimates", {"claimant": "UKR", "claimant_kind": "intelligence"})),
        (("estimates", 2, "claimant_kind"),),
    ),
    Case(
        "estimate-ahead",
        (
            table(
                "estimates",
                {"period_start": "2024-01", "period_end": "2024-06-30"},
                {"period_end": "2024"},
                {"unit": "tourists_expected", "period_end": "2025-12"},
            ),
        ),
        (table("estimates", {"period_start": "2024-07", "period_end": "2025"}),),
        (("estimates", 2, "period_start"), ("estimates", 2, "period_end")),
    ),
    Case(
        "bound-unexplained",
        (table("estimates", {"bound_from_wording": "yes", "low": "5", "note": "‘Hundreds’."}, {}),),
        (table("estimates", {"bound_from_wording": "yes"}),),
        (("estimates", 2, "low"), ("estimates", 2, "note")),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}
