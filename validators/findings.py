"""What the validators report: one finding per broken rule and place, never an exception."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; the first two make ``check`` exit with 1 and 0."""

    ERROR = "error"
    WARNING = "warning"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule at one place.

    Attributes:
        code: Stable name of the rule, listed in ``docs/findings.md``.
        severity: Error (the table is not served), warning, or accepted with a written reason.
        table: Id of the table.
        file: Path of the file, relative to the folder that was checked.
        line: Line in the file, the header being line 1; 0 where the whole file is meant.
        column: Name of the column; empty where the whole row or file is meant.
        value: The offending text, shortened.
        message: What is wrong, in plain words.
        hint: What to do about it.
        reason: Why it was accepted, where it was.
    """

    code: str
    severity: Severity
    table: str
    file: str
    line: int
    column: str
    value: str
    message: str
    hint: str
    reason: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f" [{self.column}]" if self.column else ""
        value = f" ‘{self.value}’" if self.value else ""
        tail = f" Accepted: {self.reason}" if self.reason else f" → {self.hint}"
        return f"{place}{column}{value} {self.message}. ({self.severity} {self.code}){tail}"


def shortened(value: object, width: int = 80) -> str:
    """Return a value as text of at most ``width`` characters."""
    text = "" if value is None else str(value)
    return text if len(text) <= width else text[: width - 1] + "…"


def as_json_lines(findings: Iterable[Finding]) -> str:
    """Return findings as JSON lines, one object a line, in the order given."""
    return "".join(json.dumps(asdict(f), ensure_ascii=False) + "\n" for f in findings)


def as_text(findings: Sequence[Finding], examples: int = 10) -> str:
    """Return findings grouped by code, worst first, with at most ``examples`` of each code."""
    rank = {severity: place for place, severity in enumerate(Severity)}
    groups: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((rank[finding.severity], finding.code), []).append(finding)
    lines: list[str] = []
    for (_, code), members in sorted(groups.items()):
        lines.append(f"{members[0].severity} {code} ({len(members)})")
        lines += [f"  {finding}" for finding in members[:examples]]
        if len(members) > examples:
            lines.append(f"  … and {len(members) - examples} more")
    counts = Counter(finding.severity for finding in findings)
    lines.append(", ".join(f"{counts[severity]} {severity.value}" for severity in Severity))
    return "\n".join(lines) + "\n"
