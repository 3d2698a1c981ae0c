"""Every change of the data shows in review: as a changed count, sum or fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

import datasets
from datasets.diff import TextTable
from datasets.read import FOLDER
from datasets.revisions import tables_now
from tests.datasets.known_answers import counted, differences, fact_differences, known

RENEW = "if the change is meant: python -m tests.datasets.known_answers"


@pytest.fixture(scope="module")
def tables() -> dict[str, TextTable]:
    return tables_now(FOLDER)


@pytest.mark.parametrize("part", ["rows", "partitions", "sums"])
def test_counts_are_as_reviewed(tables: dict[str, TextTable], part: str) -> None:
    found = differences(known()[part], counted(tables)[part])
    assert not found, "\n".join([*found, RENEW])


def test_every_table_is_counted() -> None:
    assert set(known()["rows"]) == {spec.id for spec in datasets.tables()}


def test_facts_checked_by_hand_hold(tables: dict[str, TextTable]) -> None:
    facts = known()["facts"]
    assert len(facts) >= 40
    assert len({(f["table"], f["key"], f["column"]) for f in facts}) == len(facts)
    assert all(fact["why"] for fact in facts)
    found = fact_differences(facts, tables)
    assert not found, "\n".join(found)


def test_facts_speak_of_every_kind_of_evidence() -> None:
    assert {fact["table"] for fact in known()["facts"]} >= {
        "milestones",
        "trade_flows",
        "trade_flows_rubles",
        "trade_products",
        "trade_published_shares",
        "petroleum",
        "reactions",
        "joint_statements",
        "agreements",
        "agreement_provisions",
        "ga_roll_calls",
        "ga_votes",
        "ga_key_resolutions",
        "ga_key_votes",
        "security_council",
        "sanctions_actions",
        "estimates",
        "claims",
    }


def test_a_changed_cell_is_told_with_its_place(tables: dict[str, TextTable]) -> None:
    table = tables["eras"]
    rows = (tuple("X" for _ in table.header), *table.rows[1:])
    changed = {**tables, "eras": replace(table, rows=rows)}
    fact = {"table": "eras", "key": "1945-founding-and-war", "column": "end", "value": "1953"}
    assert fact_differences([fact], tables) == []
    told = fact_differences([fact], changed)
    assert told == ["eras 1945-founding-and-war [end]: the row is gone; known 1953"]
    assert differences({"a": {"b": 1}}, {"a": {"b": 2}}) == ["a › b: known 1, found 2"]
    assert differences({"a": 1}, {"c": 1}) == [
        "a: known 1, found (none)",
        "c: known (none), found 1",
    ]
