"""All checks together: acceptance with a reason, what cannot run, and one list of codes."""

import re
from pathlib import Path

import pytest

import validators.checks
from datasets.registry import TABLES, spec
from tests.validators.building import check, table
from validators.checks import CHECKS, codes, run_checks
from validators.checks.base import Check
from validators.findings import Finding, Severity
from validators.tables import Table

_ROLL = {"session": "50", "date": "1999-01"}
_REASON = {"code": "roll-call-session", "table": "ga_roll_calls", "reason": "Looked at."}


def _run(*tables: Table) -> list[Finding]:
    record = {made.spec.id: made for made in tables}
    return list(run_checks([spec(name) for name in record], record, [check("roll-call-session")]))


def test_a_warning_stays_a_warning_without_a_reason() -> None:
    (found,) = _run(table("ga_roll_calls", _ROLL), table("accepted_findings"))
    assert (found.severity, found.reason) == (Severity.WARNING, "")


@pytest.mark.parametrize("key", ["v7", "*"])
def test_a_warning_is_accepted_by_row_or_as_a_whole(key: str) -> None:
    accepted = table("accepted_findings", _REASON | {"key": key})
    (found,) = _run(table("ga_roll_calls", _ROLL), accepted)
    assert (found.severity, found.reason) == (Severity.ACCEPTED, "Looked at.")


def test_another_row_is_not_accepted() -> None:
    accepted = table("accepted_findings", _REASON | {"key": "v8"})
    (found,) = _run(table("ga_roll_calls", _ROLL), accepted)
    assert found.severity is Severity.WARNING


def test_an_error_cannot_be_accepted() -> None:
    accepted = table(
        "accepted_findings", {"code": "session-form", "table": "ga_roll_calls", "key": "*"}
    )
    record = {
        "ga_roll_calls": table("ga_roll_calls", {"session": "x"}),
        "ga_roll_calls_voeten": table("ga_roll_calls_voeten"),
        "accepted_findings": accepted,
    }
    (found,) = run_checks([], record, [check("session-form")])
    assert found.severity is Severity.ERROR


def test_an_acceptance_that_is_not_needed_is_a_warning() -> None:
    record = {table_spec.id: table(table_spec.id) for table_spec in TABLES}
    record["accepted_findings"] = table("accepted_findings", _REASON | {"key": "v7"})
    unused = [f for f in run_checks(TABLES, record) if f.code == "acceptance-unused"]
    assert [(f.table, f.line, f.severity) for f in unused] == [
        ("accepted_findings", 2, Severity.WARNING)
    ]


def test_an_acceptance_is_not_judged_while_a_table_is_missing() -> None:
    record = {table_spec.id: table(table_spec.id) for table_spec in TABLES}
    record["accepted_findings"] = table("accepted_findings", _REASON | {"key": "v7"})
    del record["ga_roll_calls"]
    assert "acceptance-unused" not in {f.code for f in run_checks(TABLES, record)}


def test_a_check_that_cannot_run_says_so_and_the_others_run() -> None:
    record = {"sources": table("sources", {"url": ""})}
    found = run_checks(TABLES, record, [check("article-source"), check("source-address")])
    assert [(f.code, f.table, f.line) for f in found] == [
        ("check-not-run", "articles", 0),
        ("source-address", "sources", 2),
    ]
    assert "needs articles" in found[0].message


def test_codes_are_unique_and_well_formed() -> None:
    every = codes()
    assert len({entry.code for entry in every}) == len(every) > 100
    for entry in every:
        assert re.fullmatch("[a-z]+(-[a-z]+)+", entry.code)
        assert entry.rule.endswith(".")
        assert entry.hint.endswith(".")


def test_every_module_of_checks_is_registered() -> None:
    folder = Path(validators.checks.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "base"}
    assert {rule.find.__module__.rsplit(".", 1)[1] for rule in CHECKS} == modules


def test_checks_name_tables_that_exist() -> None:
    known = {table_spec.id for table_spec in TABLES} | {"*"}
    assert {name for rule in CHECKS for name in rule.needs} <= known


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_a_check_reads_no_table_that_it_does_not_name(rule: Check) -> None:
    read: set[str] = set()

    class Watched(dict[str, Table]):
        def __getitem__(self, name: str) -> Table:
            read.add(name)
            return super().__getitem__(name)

        def get(self, name: str, default: object = None) -> Table | None:  # type: ignore[override]
            read.add(name)
            return super().get(name)

    record = Watched({table_spec.id: table(table_spec.id, {}) for table_spec in TABLES})
    list(rule.find(record))
    if rule.needs and rule.needs != ("*",):
        assert read <= set(rule.needs)
    elif rule.alone:
        assert not read


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_a_check_stands_empty_tables(rule: Check) -> None:
    record = {table_spec.id: table(table_spec.id) for table_spec in TABLES}
    assert all(spot.row is None for spot in rule.find(record))
