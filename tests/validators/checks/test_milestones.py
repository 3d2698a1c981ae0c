"""Milestones and eras."""

import pytest

from tests.validators.building import Case, judge, places, table
from validators.checks.milestones import CHECKS

_DAY = {"date": "2024-06-19"}
_EARLY = {"date": "1961-07-06", "actors": "RUS|PRK"}
_OPENING = table("milestones", {"id": "m", "date": "1961-07-06"})

CASES = (
    Case(
        "landmark-sources",
        (table("milestones", {"significance": "3", "source_ids": "a|b"}, {"source_ids": "a"}),),
        (table("milestones", {"significance": "3", "source_ids": "a"}),),
        (("milestones", 2, "source_ids"),),
    ),
    Case(
        "russia-as",
        (
            table(
                "milestones",
                _EARLY | {"russia_as": "USSR"},
                _EARLY | {"actors": "CHN"},
                {"date": "1991", "russia_as": "RSFSR"},
                {"date": "1991-12-26"},
            ),
        ),
        (
            table(
                "milestones",
                _EARLY,
                _EARLY | {"actors": "CHN", "russia_as": "USSR"},
                {"date": "1991-12-26", "russia_as": "USSR"},
                {"date": "1991-12-25"},
            ),
        ),
        tuple(("milestones", line, "russia_as") for line in (2, 3, 4, 5)),
    ),
    Case(
        "theme-repeated",
        (table("milestones", {"theme": "law", "themes_other": "economy|nuclear"}),),
        (table("milestones", {"theme": "law", "themes_other": "economy|law"}),),
        (("milestones", 2, "themes_other"),),
    ),
    Case(
        "milestone-duplicate",
        (
            table(
                "milestones",
                _DAY | {"title": "Russia and the DPRK sign a treaty"},
                _DAY | {"title": "Kim receives a car"},
                {"date": "2024-06-20", "title": "Russia and the DPRK sign a treaty"},
            ),
        ),
        (
            table(
                "milestones",
                _DAY | {"title": "Russia and the DPRK sign a treaty"},
                _DAY | {"title": "Russia and DPRK sign treaty"},
            ),
        ),
        (("milestones", 3, "title"),),
    ),
    Case(
        "era-order",
        (
            table(
                "eras",
                {"start": "1945", "end": "1953"},
                {"start": "1953", "end": "1961"},
                {"start": "1962", "end": ""},
            ),
        ),
        (
            table(
                "eras",
                {"start": "1945", "end": "1953"},
                {"start": "1955", "end": ""},
                {"start": "1962", "end": "1970"},
            ),
        ),
        (("eras", 3, "start"), ("eras", 3, "end"), ("eras", 4, "end")),
    ),
    Case(
        "era-milestone",
        (_OPENING, table("eras", {"start": "1961", "end": "", "start_milestone_id": "m"})),
        (_OPENING, table("eras", {"start": "1960", "end": "", "start_milestone_id": "m"})),
        (("eras", 2, "start_milestone_id"),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}


def test_the_likeness_that_counts_is_sixty_percent() -> None:
    made = table(
        "milestones",
        _DAY | {"title": "Ministers of both countries meet in Moscow for talks"},
        _DAY | {"title": "Flood relief arrives at the port of Nampo by ship"},
    )
    assert places("milestone-duplicate", made) == []
