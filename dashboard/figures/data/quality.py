"""What the validators say of the record: tables and rows checked, findings, rules."""

from dataclasses import asdict
from html import escape

import pandas as pd

import datasets
from dashboard.charts.rows import each
from dashboard.figures.sheet import Sheet, SheetSpec
from dashboard.lookup import search
from dashboard.state.view import Filters
from datasets.record import Catalog
from validators.checks import codes
from validators.findings import Severity

PAGE = "data"

SEVERITIES = {
    Severity.ERROR.value: "Error",
    Severity.WARNING.value: "Warning",
    Severity.ACCEPTED.value: "Accepted",
}

FINDING_HEADINGS = {
    "severity": "Severity",
    "code": "Rule",
    "table_title": "Table",
    "file": "File",
    "line": "Line",
    "column": "Column",
    "value": "Value",
    "message": "What is wrong",
    "reason": "Why it stands",
    "hint": "What to do",
}

RULE_HEADINGS = {
    "code": "Rule",
    "severity": "Severity",
    "rule": "What must hold",
    "hint": "What to do",
    "found": "Places found (number)",
}


def findings_frame(catalog: Catalog) -> pd.DataFrame:
    """All findings, the worst first."""
    titles = {spec.id: spec.title for spec in catalog.specs}
    rows = [
        {**asdict(finding), "table_title": titles.get(finding.table, finding.table)}
        for finding in catalog.findings
    ]
    frame = pd.DataFrame(rows, columns=[*FINDING_HEADINGS, "table"])
    order = {severity: place for place, severity in enumerate(SEVERITIES)}
    frame = frame.sort_values("severity", key=lambda column: column.map(order), kind="stable")
    return frame.assign(severity=frame["severity"].map(SEVERITIES)).reset_index(drop=True)


def rules_frame(catalog: Catalog) -> pd.DataFrame:
    """All rules in the order in which they apply, with the number of places found."""
    found = pd.Series([finding.code for finding in catalog.findings], dtype="str").value_counts()
    rows = [
        {
            "code": code.code,
            "severity": SEVERITIES[code.severity.value],
            "rule": code.rule,
            "hint": code.hint,
            "found": int(found.get(code.code, 0)),
        }
        for code in codes()
    ]
    return pd.DataFrame(rows)


def tally(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """What was checked and what came of it, as pairs of heading and value."""
    counts = dict.fromkeys(Severity, 0)
    for finding in catalog.findings:
        counts[finding.severity] += 1
    rows = sum(len(table) for table in catalog.tables.values())
    cells = sum(len(table) * len(table.spec.columns) for table in catalog.tables.values())
    failed = [catalog.spec(table).title for table in sorted(catalog.failed)]
    served = len(catalog.specs) - len(failed)
    said = [
        ("Tables", f"{served} of {len(catalog.specs)} pass and are shown"),
        ("Checked", f"{rows:,} rows, {cells:,} cells, against {len(codes())} rules"),
        ("Errors", f"{counts[Severity.ERROR]:,}"),
        ("Warnings", f"{counts[Severity.WARNING]:,}"),
        ("Accepted", f"{counts[Severity.ACCEPTED]:,} warnings that were looked at, with a reason"),
    ]
    if failed:
        said.append(("Not shown", ", ".join(failed)))
    return tuple(said)


def _tally_html() -> str:
    pairs = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in tally(datasets.catalog())
    )
    return (
        f'<div class="tumen-record"><dl class="tumen-facts">{pairs}</dl>'
        "<p>The tables are checked whenever the program starts. An error keeps its table from "
        "being shown; a warning asks for a look, and one that was looked at is accepted by a row "
        "with a reason.</p></div>"
    )


def findings(filters: Filters) -> Sheet:
    """Findings in the table chosen, or in all, that the search finds."""
    frame = findings_frame(datasets.catalog())
    index = search.search_index(frame, [*FINDING_HEADINGS][1:])
    rows = search.matching(frame, index, filters.q)
    return Sheet(
        title="Findings of the validators",
        rows=rows[rows["table"] == filters.of] if filters.of else rows,
        headings=FINDING_HEADINGS,
        noun="findings",
        total=len(frame),
        render=_findings_html,
        intro=_tally_html(),
        empty="No rule is broken anywhere.",
    )


def rules(filters: Filters) -> Sheet:
    """Rules that the search finds."""
    frame = rules_frame(datasets.catalog())
    rows = search.matching(frame, search.search_index(frame, ("code", "rule", "hint")), filters.q)
    return Sheet(
        title="Rules",
        rows=rows,
        headings=RULE_HEADINGS,
        noun="rules",
        total=len(frame),
    )


def _findings_html(rows: pd.DataFrame) -> str:
    items = []
    for row in each(rows):
        place = f"{row.file}, line {row.line}" if row.line else row.file
        column = f", column {row.column}" if row.column else ""
        value = f": <code>{escape(row.value)}</code>" if row.value else ""
        advice = (
            f"Why it stands: {escape(row.reason)}"
            if row.reason
            else f"What to do: {escape(row.hint)}"
        )
        items.append(
            f'<li><div class="tumen-record"><h3>{escape(row.severity)}: '
            f"{escape(row.message[:1].upper() + row.message[1:])}</h3>"
            f'<p class="tumen-record-facts">{escape(row.table_title)} · {escape(place + column)}'
            f"{value} · rule <code>{escape(row.code)}</code></p><p>{advice}</p></div></li>"
        )
    return f'<ul class="tumen-records" aria-label="Findings">{"".join(items)}</ul>'


FINDINGS = SheetSpec(PAGE, "findings", findings, ("of", "q"))
RULES = SheetSpec(PAGE, "rules", rules, ("q",))
