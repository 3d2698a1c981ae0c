"""Keys, references, order, dates and expectations."""

import pytest

from tests.validators.building import Case, judge, minimal, places, table
from validators.checks.generic import CHECKS


def _eras(*years: tuple[str, str]) -> list[dict[str, str]]:
    return [{"id": f"e{n}", "start": a, "end": b} for n, (a, b) in enumerate(years)]


_EARLY, _LATE = {"id": "a", "date": "2023-01-01"}, {"id": "b", "date": "2024-01-01"}

CASES = (
    Case(
        "key-duplicate",
        (table("glossary", {"id": "a"}, {"id": "b"}),),
        (table("glossary", {"id": "a"}, {"id": "b"}, {"id": "a"}),),
        (("glossary", 4, "id"),),
    ),
    Case(
        "key-duplicate",
        (table("ga_key_votes", {"iso3": "CHN"}, {"iso3": "RUS"}),),
        (table("ga_key_votes", {"iso3": "RUS"}, {"iso3": "RUS"}),),
        (("ga_key_votes", 3, "resolution_id"),),
    ),
    Case(
        "reference-dangling",
        (
            table("sources", {"id": "s"}),
            table("places", {"source_ids": "s"}),
            table("countries", {}),
        ),
        (
            table("sources", {"id": "s"}),
            table("places", {"source_ids": "s|t", "country": "QQQ"}),
            table("countries"),
        ),
        (("places", 2, "country"), ("places", 2, "source_ids")),
    ),
    Case(
        "row-order",
        (table("milestones", _EARLY, _LATE),),
        (table("milestones", _LATE, _EARLY),),
        (("milestones", 3, "date"),),
    ),
    Case(
        "date-precision",
        (table("milestones", {"date": "2024-06", "precision": "month"}),),
        (table("milestones", {"date": "2024-06", "precision": "day"}),),
        (("milestones", 2, "date"),),
    ),
    Case(
        "date-precision",
        (table("agreements", {"signed": "1961", "precision": "year"}),),
        (table("agreements", {"signed": "1961-07-06", "precision": "year"}),),
        (("agreements", 2, "signed"),),
    ),
    Case(
        "period-reversed",
        (table("milestones", {"date": "2024-06-19", "date_end": "2024-06"}),),
        (table("milestones", {"date": "2024-06-19", "date_end": "2024-06-18"}),),
        (("milestones", 2, "date_end"),),
    ),
    Case(
        "period-reversed",
        (table("eras", *_eras(("1945", "1953"))),),
        (table("eras", *_eras(("1953", "1945"))),),
        (("eras", 2, "end"),),
    ),
    Case(
        "span-reversed",
        (table("petroleum", {"period": "2018-01/2018-04"}),),
        (table("petroleum", {"period": "2018-04/2018-01"}, {"period": "2018/2018-04"}),),
        (("petroleum", 2, "period"), ("petroleum", 3, "period")),
    ),
    Case(
        "date-future",
        (table("sources", {"date": "2026-04"}), table("milestones", {"date": "2026-12-31"})),
        (table("sources", {"date": "2026-04"}), table("milestones", {"date": "2027-01-01"})),
        (("milestones", 2, "date"),),
    ),
    Case(
        "rows-missing",
        (table("articles", *[{"id": f"a{n}"} for n in range(5)]),),
        (table("articles", {"id": "a"}),),
        (("articles", 0, ""),),
    ),
    Case(
        "rows-surprising",
        (table("eras", *_eras(*[("1945", "1946")] * 12)),),
        (table("eras", *_eras(*[("1945", "1946")] * 13)),),
        (("eras", 0, ""),),
    ),
    Case(
        "cells-missing",
        (table("countries", {"member_of": "UN"}), table("glossary")),
        (table("countries", {"member_of": "UN"}, {"iso3": "XKX"}),),
        (("countries", 0, "member_of"),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}


def test_a_reference_is_not_judged_without_its_target() -> None:
    assert places("reference-dangling", table("places", {"country": "QQQ"})) == []


def test_an_empty_optional_reference_points_nowhere() -> None:
    assert minimal("milestones")["place_id"] == ""
    assert places("reference-dangling", table("milestones", {}), table("places")) == []
