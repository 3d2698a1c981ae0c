"""Notes, spellings, terms, and tables that speak about tables."""

from dataclasses import replace

import pytest

from tests.validators.building import Case, check, judge, table
from validators.checks.wording import CHECKS
from validators.tables import Table


def _showing(made: Table, *caveats: str) -> Table:
    return replace(made, spec=replace(made.spec, caveats=caveats))


_CAVEAT = table("caveats", {"id": "zero", "tables": "eras"})

CASES = (
    Case(
        "note-missing",
        (table("milestones", {"verified": "no", "note": "One source."}, {"verified": "yes"}),),
        (table("milestones", {"verified": "yes"}, {"verified": "partial"}),),
        (("milestones", 3, "note"),),
    ),
    Case(
        "alias-script",
        (table("name_aliases", {"alias": "Расон", "language": "ru", "script": "Cyrl"}),),
        (
            table(
                "name_aliases",
                {"alias": "Pасон", "language": "ru", "script": "Cyrl"},
                {"alias": "Rason", "language": "en", "script": "Latn"},
                {"alias": "라선", "language": "en", "script": "Hang"},
            ),
        ),
        (("name_aliases", 2, "alias"), ("name_aliases", 4, "script")),
    ),
    Case(
        "alias-ambiguous",
        (table("name_aliases", {"canonical": "Rason", "alias": "Rajin"}),),
        (
            table(
                "name_aliases",
                {"canonical": "Rason", "alias": "Rajin"},
                {"canonical": "Rajin port", "alias": "rajin"},
                {"canonical": "Seoul", "alias": "Seoul"},
            ),
        ),
        (("name_aliases", 3, "alias"), ("name_aliases", 4, "alias")),
    ),
    Case(
        "glossary-repeated",
        (table("glossary", {"term": "Veto"}, {"term": "Tally"}),),
        (table("glossary", {"term": "Veto"}, {"term": "veto"}),),
        (("glossary", 3, "term"),),
    ),
    Case(
        "table-unknown",
        (_CAVEAT, table("claims", {"evidence_tables": "trade_flows"})),
        (
            table("caveats", {"tables": "eras|epochs"}),
            table("claims", {"evidence_tables": "trade"}),
            table("tombstones", {"table": "epochs"}),
        ),
        (("caveats", 2, "tables"), ("claims", 2, "evidence_tables"), ("tombstones", 2, "table")),
    ),
    Case(
        "id-reused",
        (
            table("tombstones", {"table": "eras", "id": "old", "replaced_by": "new"}),
            table("eras", {"id": "new"}),
        ),
        (
            table("tombstones", {"table": "eras", "id": "old", "replaced_by": "new"}),
            table("eras", {"id": "old"}),
        ),
        (("tombstones", 2, "id"), ("tombstones", 2, "replaced_by")),
    ),
    Case(
        "caveat-unknown",
        (_CAVEAT, _showing(table("eras"), "zero")),
        (_CAVEAT, _showing(table("eras"), "lost"), _showing(table("places"), "zero")),
        (("caveats", 0, "id"), ("caveats", 2, "tables")),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}


def test_a_removed_key_of_several_parts_is_joined_by_slashes() -> None:
    stone = table("tombstones", {"table": "ga_key_votes", "id": "a-res-1/RUS"})
    votes = table("ga_key_votes", {"resolution_id": "a-res-1", "iso3": "RUS"})
    found = list(check("id-reused").find({"tombstones": stone, "ga_key_votes": votes}))
    assert [spot.column for spot in found] == ["id"]
