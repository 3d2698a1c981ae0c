"""The rules over one table and across tables, in the order in which they run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from validators.checks import (
    claims,
    council,
    estimates,
    generic,
    goods,
    key_votes,
    milestones,
    reactions,
    roll_calls,
    sources,
    trade,
    votes,
    wording,
    world,
)
from validators.checks.base import Check, Spot, run
from validators.codes import BY_CODE, HOUSEKEEPING, READING, Code
from validators.findings import Finding, Severity
from validators.spec import TableSpec
from validators.tables import Tables

CHECKS: tuple[Check, ...] = (
    *generic.CHECKS,
    *sources.CHECKS,
    *wording.CHECKS,
    *milestones.CHECKS,
    *world.CHECKS,
    *trade.CHECKS,
    *goods.CHECKS,
    *reactions.CHECKS,
    *roll_calls.CHECKS,
    *votes.CHECKS,
    *key_votes.CHECKS,
    *council.CHECKS,
    *estimates.CHECKS,
    *claims.CHECKS,
)


def codes() -> tuple[Code, ...]:
    """Return every code of every finding there can be, in the order in which rules apply."""
    checked = (Code(check.code, check.severity, check.rule, check.hint) for check in CHECKS)
    return (*READING, *checked, *HOUSEKEEPING)


def run_checks(
    specs: Sequence[TableSpec], tables: Tables, checks: Sequence[Check] = CHECKS
) -> tuple[Finding, ...]:
    """Run checks; warnings that were accepted with a reason carry that reason.

    Args:
        specs: Specifications of all tables.
        tables: Tables that could be read.
        checks: Checks to run, all by default.
    """
    reasons = _accepted(tables)
    used: set[tuple[str, str, str]] = set()
    findings: list[Finding] = []
    for found, spot in run(checks, specs, tables):
        ids = [(found.code, found.table, key) for key in (_key(spot), "*")]
        accepted = next((i for i in ids if i in reasons), None)
        if accepted is not None and found.severity is Severity.WARNING:
            used.add(accepted)
            findings.append(replace(found, severity=Severity.ACCEPTED, reason=reasons[accepted][1]))
        else:
            findings.append(found)
    # Only a full run over all tables can tell that a warning no longer occurs.
    full = checks is CHECKS and all(spec.id in tables for spec in specs)
    unused = sorted(reasons.keys() - used) if full else []
    return (*findings, *(_unused(tables, reasons[place][0]) for place in unused))


def _key(spot: Spot | None) -> str:
    if spot is None or spot.row is None:
        return "*"
    key = spot.table.keys[spot.row]
    return "/".join(str(part) for part in key) if isinstance(key, tuple) else str(key)


def _accepted(tables: Tables) -> dict[tuple[str, str, str], tuple[int, str]]:
    table = tables.get("accepted_findings")
    if table is None:
        return {}
    return {
        (code, of, key): (row, reason)
        for row, code, of, key, reason in table.rows("code", "table", "key", "reason")
    }


def _unused(tables: Tables, row: int) -> Finding:
    table = tables["accepted_findings"]
    code = BY_CODE["acceptance-unused"]
    return Finding(
        code.code,
        code.severity,
        table.spec.id,
        table.file,
        table.lines[row],
        "code",
        str(table["code"][row]),
        "accepts a warning that no longer occurs",
        code.hint,
    )
