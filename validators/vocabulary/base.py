"""What a term of a vocabulary is: a code that carries its label and its meaning."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Self


class Term(StrEnum):
    """A text code with a label for the reader and a description for the dictionary."""

    label: str
    description: str

    def __new__(cls, code: str, label: str, description: str = "") -> Self:
        """Make a member of a text code, its label and its description."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.description = description
        return member


class NumberTerm(IntEnum):
    """A whole-number code (stance, tone, significance) with a label and a description."""

    label: str
    description: str

    def __new__(cls, code: int, label: str, description: str = "") -> Self:
        """Make a member of a number code, its label and its description."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.description = description
        return member


VocabularyTerm = Term | NumberTerm


def terms(vocabulary: type[VocabularyTerm]) -> tuple[VocabularyTerm, ...]:
    """Return the terms of a vocabulary in order of display."""
    return tuple(vocabulary)
