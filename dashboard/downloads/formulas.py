"""Text cells that a spreadsheet program would take for formulas, made harmless and back.

A program that opens a CSV file takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or
a line break for a formula, and may run it. Every CSV file we hand out, not only the variant named
for Excel, therefore carries such text behind one apostrophe, as the OWASP advises. The rule can be
undone without doubt: text that begins with apostrophes before such a character gets one more, and
reading back takes one away. Numbers are numbers and stay as they are. Excel, JSON and Parquet
files hold the text itself, in cells that are text by type.
"""

import re

#: In words, for the "about" of every file.
RULE = (
    "In the CSV files, text that begins with =, +, -, @, a tab or a line break (or the full-width "
    "forms of the signs) is preceded by one apostrophe, so that no spreadsheet program takes it "
    "for a formula; remove it to get the text itself."
)

_DANGEROUS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """``text`` so that it cannot start a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(text: str) -> str:
    """What :func:`guarded` was given."""
    return text[1:] if text.startswith("'") and _DANGEROUS.match(text) else text
