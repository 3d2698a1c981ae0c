"""Every rule of reading a file or a cell: code, the rule in words, and what to do when it is broken.

Rules over whole tables stand beside their checks; :func:`validators.checks.codes` lists all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from validators.findings import Severity

_DICTIONARY = "Correct the cell; the dictionary gives the form with an example."


@dataclass(frozen=True, slots=True)
class Code:
    """One rule as the list of findings shows it.

    Attributes:
        code: Stable code of its findings.
        severity: Severity of its findings.
        rule: The rule in one sentence.
        hint: What to do where it is broken.
    """

    code: str
    severity: Severity
    rule: str
    hint: str


def _error(code: str, rule: str, hint: str = _DICTIONARY) -> Code:
    return Code(code, Severity.ERROR, rule, hint)


def _warning(code: str, rule: str, hint: str) -> Code:
    return Code(code, Severity.WARNING, rule, hint)


READING: tuple[Code, ...] = (
    _error(
        "file-missing",
        "Every table of the registry has its file.",
        "Restore the file; a table without rows still has its header.",
    ),
    _error(
        "file-encoding",
        "A file is UTF-8 without a byte-order mark.",
        "Save the file as UTF-8 without a byte-order mark.",
    ),
    _error("file-empty", "A file holds at least its header.", "Restore the header and the rows."),
    _error(
        "file-unreadable",
        "A file can be split into rows and cells.",
        "Check quotes: a cell that holds a comma or quote must be quoted.",
    ),
    _error(
        "header-unknown",
        "The header names no column but those of the row model.",
        "Remove the column or declare it in the row model.",
    ),
    _error(
        "header-missing",
        "The header names every column of the row model.",
        "Add the column; its cells may be empty only if the dictionary says so.",
    ),
    _error("header-repeated", "The header names a column once.", "Keep one of the two columns."),
    _error(
        "row-width",
        "A row has as many cells as the header.",
        "Give the row as many cells as the header has; quote cells that hold commas.",
    ),
    _error(
        "value-required",
        "A required cell is filled.",
        "Fill the cell; if the value is unknown the row cannot stand.",
    ),
    _error(
        "term-unknown",
        "A code belongs to the vocabulary of its column.",
        "Use one of the terms of the dictionary, or add the term to the vocabulary.",
    ),
    _error(
        "text-spacing",
        "A text has no stray spaces: none at its ends, none doubled, none but the plain space.",
        "Remove the stray spaces.",
    ),
    _error(
        "text-control",
        "A text has no control character and no invisible one.",
        "Remove the character; a line break becomes a space or a sentence of its own.",
    ),
    _error(
        "text-normal-form",
        "A text is in Unicode normal form C.",
        "Type the accented letters anew, or convert the file to NFC.",
    ),
    _error(
        "text-placeholder",
        "A text says something: no ‘n/a’, ‘unknown’ or dash stands for an empty cell.",
        "Empty the cell if the dictionary allows it, or say what is known.",
    ),
    _error("id-form", "An id is lower-case letters, digits and single hyphens."),
    _error("country-code-form", "A country code is three capital letters."),
    _error("organisation-code-form", "The code of an organisation is 2 to 6 capitals or digits."),
    _error("actor-code-form", "The code of an actor is 2 to 6 capital letters or digits."),
    _error("claimant-code-form", "The code of a claimant is capitals, with one hyphen at most."),
    _error("date-form", "A date is YYYY, YYYY-MM or YYYY-MM-DD between 1900 and 2099."),
    _error(
        "date-impossible",
        "A day exists in the calendar.",
        "Correct the day; if it is not known give the month alone.",
    ),
    _error("period-form", "A period is a year, a month, or two months with / between."),
    _error("whole-number-form", "A whole number is written in plain digits."),
    _error("number-form", "A number is written in plain digits with a decimal point."),
    _error("number-range", "A number lies within the bounds of its column."),
    _error("yes-no", "A yes/no cell holds yes or no."),
    _error("url-invalid", "An address is a complete http or https address without spaces."),
    _error(
        "list-empty-item",
        "A list in a cell has no empty item.",
        "Remove the superfluous | sign.",
    ),
    _error(
        "list-repeated-item",
        "A list in a cell names an item once.",
        "Remove the repetition.",
    ),
)
"""Rules of reading, in the order in which a file meets them."""

HOUSEKEEPING: tuple[Code, ...] = (
    _warning(
        "file-unknown",
        "Every CSV file of the folder belongs to a table.",
        "Remove the file or register the table.",
    ),
    _warning(
        "check-not-run",
        "Every check can run.",
        "Repair the table that cannot be read; the check then runs again.",
    ),
    _warning(
        "acceptance-unused",
        "Every accepted warning still occurs.",
        "Remove the row.",
    ),
)
"""What the validators say about their own work."""

BY_CODE: Mapping[str, Code] = MappingProxyType(
    {entry.code: entry for entry in (*READING, *HOUSEKEEPING)}
)
