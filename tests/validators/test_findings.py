"""Findings as text and as JSON lines."""

import json

from validators.findings import Finding, Severity, as_json_lines, as_text, shortened


def _finding(
    code: str = "date-form", severity: Severity = Severity.ERROR, line: int = 7
) -> Finding:
    reason = "Looked at." if severity is Severity.ACCEPTED else ""
    return Finding(
        code, severity, "eras", "eras.csv", line, "start", "19x", "is not a year", "Fix it.", reason
    )


def test_a_finding_names_file_line_column_value_rule_and_what_to_do() -> None:
    text = str(_finding())
    assert text == "eras.csv:7 [start] ‘19x’ is not a year. (error date-form) → Fix it."


def test_an_accepted_finding_gives_its_reason_instead() -> None:
    assert str(_finding(severity=Severity.ACCEPTED)).endswith("Accepted: Looked at.")


def test_a_finding_about_the_file_has_no_line() -> None:
    assert str(_finding(line=0)).startswith("eras.csv [start]")


def test_json_lines_are_one_object_each() -> None:
    lines = as_json_lines([_finding(), _finding("era-order")]).splitlines()
    assert [json.loads(line)["code"] for line in lines] == ["date-form", "era-order"]
    assert json.loads(lines[0])["line"] == 7
    assert json.loads(lines[0])["severity"] == "error"


def test_text_is_grouped_worst_first_and_capped() -> None:
    findings = [_finding("b", Severity.WARNING), *(_finding("a", line=n) for n in range(1, 6))]
    lines = as_text(findings, examples=2).splitlines()
    assert lines[0] == "error a (5)"
    assert lines[3] == "  … and 3 more"
    assert lines[4] == "warning b (1)"
    assert lines[-1] == "5 error, 1 warning, 0 accepted"


def test_no_findings_are_counted_too() -> None:
    assert as_text([]) == "0 error, 0 warning, 0 accepted\n"


def test_long_values_are_shortened() -> None:
    assert shortened("a" * 80) == "a" * 80
    assert shortened("a" * 81) == "a" * 79 + "…"
    assert shortened(None) == ""
    assert shortened(5) == "5"
