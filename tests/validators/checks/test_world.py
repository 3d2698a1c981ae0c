"""Countries, organisations, memberships, points and HS chapters."""

import pytest

from tests.validators.building import Case, judge, table
from validators.checks.world import CHECKS, kilometres, roman

_ASIA = [
    {"iso3": "PRK", "lat": "40", "lon": "127", "member_of": "UN"},
    {"iso3": "KOR", "lat": "36", "lon": "128", "member_of": "UN|MSMT"},
    {"iso3": "JPN", "lat": "36", "lon": "138", "member_of": "UN|G7"},
]

CASES = (
    Case(
        "region-unknown",
        (table("countries", *_ASIA),),
        (
            table(
                "countries",
                {"un_region": "Europe"},
                {"un_subregion": "Far East"},
                {"un_region": "Oceania", "un_subregion": "Polynesia"},
            ),
        ),
        (("countries", 2, "un_region"), ("countries", 3, "un_subregion")),
    ),
    Case(
        "point-misplaced",
        (table("countries", *_ASIA), table("places", {"lat": "39", "lon": "126"})),
        (
            table("countries", *_ASIA, {"iso3": "MNG", "lat": "-47", "lon": "103"}),
            table("places", {"lat": "-39", "lon": "126"}, {"lat": "39", "lon": "12"}),
        ),
        (("countries", 5, "lat"), ("places", 2, "lat"), ("places", 3, "lon")),
    ),
    Case(
        "membership-disagrees",
        (
            table("countries", *_ASIA),
            table(
                "membership_changes",
                {"iso3": "KOR", "organisation": "MSMT", "change": "co-founded"},
                {"iso3": "JPN", "organisation": "BRICS", "change": "invited"},
            ),
        ),
        (
            table("countries", *_ASIA),
            table(
                "membership_changes",
                {"iso3": "KOR", "organisation": "NATO", "change": "joined"},
                {"iso3": "JPN", "organisation": "G7", "change": "invited"},
            ),
        ),
        (("membership_changes", 2, "change"), ("membership_changes", 3, "change")),
    ),
    Case(
        "members-listed",
        (
            table("countries", *_ASIA),
            table(
                "organisations",
                {"code": "G7", "members_listed": "yes"},
                {"code": "G8", "members_listed": "no"},
            ),
        ),
        (
            table("countries", *_ASIA),
            table(
                "organisations",
                {"code": "G7", "members_listed": "no"},
                {"code": "G8", "members_listed": "yes"},
            ),
        ),
        (("organisations", 2, "members_listed"), ("organisations", 3, "members_listed")),
    ),
    Case(
        "code-ambiguous",
        (table("countries", *_ASIA), table("areas", {"code": "WLD"})),
        (table("countries", *_ASIA), table("areas", {"code": "WLD"}, {"code": "JPN"})),
        (("areas", 3, "code"),),
    ),
    Case(
        "hs-section",
        (
            table(
                "hs_chapters",
                {"chapter": "05"},
                {
                    "chapter": "06",
                    "section": "II",
                    "section_number": "2",
                    "section_title": "Plants",
                },
            ),
        ),
        (
            table(
                "hs_chapters",
                {"chapter": "4a"},
                {"chapter": "06", "section": "II"},
                {"chapter": "07", "section_title": "Fish"},
                {"chapter": "08", "section": "III", "section_number": "3"},
            ),
        ),
        (
            ("hs_chapters", 2, "chapter"),
            ("hs_chapters", 3, "section"),
            ("hs_chapters", 4, "section_title"),
            ("hs_chapters", 5, "section_number"),
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}


def test_a_quarter_of_the_globe_is_ten_thousand_kilometres() -> None:
    assert kilometres(0, 0, 0, 90) == pytest.approx(10_007, abs=1)
    assert kilometres(90, 0, -90, 0) == pytest.approx(20_015, abs=1)
    assert kilometres(12, 34, 12, 34) == 0


def test_roman_numerals() -> None:
    assert [roman(n) for n in (1, 4, 9, 10, 14, 19, 21)] == [
        "I",
        "IV",
        "IX",
        "X",
        "XIV",
        "XIX",
        "XXI",
    ]
