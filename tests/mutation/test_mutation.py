"""The short form of the harness, and that its shortcut sees what a full run over files sees."""

import shutil
from pathlib import Path
from random import Random

import pytest

from datasets.read import FOLDER
from datasets.record import load_catalog
from tests.mutation.__main__ import written
from tests.mutation.harness import BREAKS, ELSEWHERE, Report, drawn, run, targets
from tests.mutation.model import Mutation
from tests.mutation.record import SPECS, Record
from tests.mutation.upkeep import ADDED
from validators.checks import CHECKS, codes
from validators.findings import Finding, Severity


@pytest.fixture(scope="module")
def record() -> Record:
    return Record()


def test_three_hundred_mutations_are_seen() -> None:
    report = run(count=300, seed=7)
    assert report.missed == []
    assert sum(report.tried.values()) > 290
    assert report.caught > 250
    assert "0 missed" in written(report, 7)


def test_the_clean_record_has_nothing_to_find(record: Record) -> None:
    for name in ("eras", "ga_votes", "sources"):
        assert record.findings({name: b"".join(record.texts[name].lines)}) == []


def test_every_column_and_every_rule_is_a_target(record: Record) -> None:
    every = targets(record)
    assert {(t.table, t.column) for t in every} == {
        (spec.id, column) for spec in SPECS.values() for column in spec.columns
    }
    broken = {rule.code for rule in BREAKS} | {row.code for row in ADDED}
    by_kind = {
        "key-duplicate",
        "reference-dangling",
        "row-order",
        "date-precision",
        "period-reversed",
        "span-reversed",
        "date-future",
        "rows-missing",
        "rows-surprising",
        "cells-missing",
    }
    assert {check.code for check in CHECKS} == (broken | by_kind | ELSEWHERE) & {
        check.code for check in CHECKS
    }
    assert broken <= {entry.code for entry in codes()}


def test_the_same_seed_gives_the_same_mutations(record: Record) -> None:
    def made(seed: int) -> list[str]:
        chosen = ((n, t.make(Random(f"{seed}/{n}"))) for n, t in drawn(record, 40, seed))
        return [f"{n} {mutation.what}" for n, mutation in chosen if mutation is not None]

    assert made(5) == made(5)
    assert made(5) != made(6)


def _plain(findings: list[Finding]) -> set[tuple[str, str, int, str]]:
    return {(f.code, f.table, f.line, f.column) for f in findings}


@pytest.mark.parametrize("seed", range(12))
def test_the_shortcut_sees_what_a_full_run_sees(record: Record, seed: int, tmp_path: Path) -> None:
    mutations = (t.make(Random(f"{seed}/{n}")) for n, t in drawn(record, 50, seed))
    mutation = next(m for m in mutations if m is not None and not m.harmless)
    folder = Path(shutil.copytree(FOLDER, tmp_path / "tables"))
    (folder / SPECS[mutation.table].file).write_bytes(mutation.data)
    full = [f for f in load_catalog(folder).findings if f.severity is not Severity.ACCEPTED]
    short = record.findings({mutation.table: mutation.data})
    assert _plain(short) == _plain(full) != set()


def _finding(line: int, code: str) -> Finding:
    return Finding(code, Severity.ERROR, "eras", "eras.csv", line, "start", "", "", "")


@pytest.mark.parametrize(
    ("found", "caught", "missed"),
    [
        ([_finding(3, "era-order")], 1, 0),
        ([_finding(4, "era-order")], 0, 1),
        ([_finding(3, "row-order")], 0, 1),
        ([], 0, 1),
    ],
)
def test_only_the_right_finding_at_the_right_place_counts(
    found: list[Finding], caught: int, missed: int
) -> None:
    report = Report()
    place = frozenset({("eras", 3, "start")})
    report.add(Mutation("x", "eras", "", b"", place, frozenset({"era-order"})), found)
    assert (report.caught, len(report.missed)) == (caught, missed)


def test_a_harmless_mutation_is_counted_with_its_reason() -> None:
    report = Report()
    report.add(Mutation("x", "eras", "", b"", harmless="may be empty"), [])
    assert report.harmless == {"may be empty": 1}
    assert (report.caught, report.missed) == (0, [])
