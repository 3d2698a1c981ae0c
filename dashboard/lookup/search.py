"""Forgiving text search: accents, case, script, spelling of names and order do not matter.

A row is found when every word of the reader's text begins a word of the row. Both are brought to
plain Latin letters first (김정은 → gimjeongeun). Names with several spellings come from the table
of aliases: a row that holds one spelling (Rajin) is indexed under all of them (Rason, Raseon).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd
from anyascii import anyascii

_APOSTROPHES = re.compile(r"['`’‘ʼʹ]")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_WRITTEN = re.compile(r"[A-Za-z0-9]+")
_ACRONYM = re.compile(r"[A-Z]{2,4}")


def plain(text: str) -> str:
    """``text`` in lower-case Latin letters and digits, words parted by single spaces.

    Apostrophes vanish (P'yongyang → pyongyang) with the s of a possessive (Pyongyang's →
    pyongyang), hyphens part words (Jong-un → jong un).
    """
    latin = anyascii(_APOSTROPHES.sub("", _POSSESSIVE.sub("", text))).casefold()
    return _NOT_WORDS.sub(" ", _APOSTROPHES.sub("", latin)).strip()


@dataclass(frozen=True, slots=True)
class _Name:
    """One name: how a row may spell it, and the words that all spellings add to the row.

    Attributes:
        spellings: Plain spellings as padded words.
        acronyms: Spellings that count only as they are written: "UN" is not the "Un" in "Jong Un".
        words: What the row is found by in addition.
    """

    spellings: tuple[str, ...]
    acronyms: frozenset[str]
    words: str

    def stands_in(self, text: str, written: frozenset[str]) -> bool:
        """Whether a row holds the name, given its plain text and its words as written."""
        return not self.acronyms.isdisjoint(written) or any(
            spelling in text for spelling in self.spellings
        )


def _names(aliases: pd.DataFrame) -> tuple[_Name, ...]:
    groups: dict[str, dict[str, None]] = {}
    for alias, canonical in zip(aliases["alias"], aliases["canonical"], strict=True):
        groups.setdefault(canonical, {canonical: None})[alias] = None
    names = []
    for spellings in groups.values():
        known = tuple(dict.fromkeys(filter(None, map(plain, spellings))))
        acronyms = frozenset(filter(_ACRONYM.fullmatch, spellings))
        loose = dict.fromkeys(filter(None, map(plain, spellings.keys() - acronyms)))
        runs = (word for name in known for word in _run(name))
        names.append(
            _Name(
                tuple(f" {spelling} " for spelling in loose),
                acronyms,
                " ".join(dict.fromkeys((*known, *runs))),
            )
        )
    return tuple(names)


def _run(name: str) -> tuple[str, ...]:
    """Words that writers run together: "kim jong un" gives kimjong, jongun and kimjongun."""
    parts = name.split()
    if len(parts) < 2:
        return ()
    return (*(f"{a}{b}" for a, b in pairwise(parts)), "".join(parts))


def _by_first_word(names: Sequence[_Name]) -> dict[str, set[int]]:
    """Places of names by the first word of each spelling, and by acronyms as they are written."""
    begun: dict[str, set[int]] = {}
    for place, name in enumerate(names):
        for word in (*(spelling.split()[0] for spelling in name.spellings), *name.acronyms):
            begun.setdefault(word, set()).add(place)
    return begun


def search_index(
    frame: pd.DataFrame, columns: Sequence[str], aliases: pd.DataFrame | None = None
) -> "pd.Series[str]":
    """Searchable text of each row; make it once per frame and keep it.

    Args:
        frame: Any frame.
        columns: Columns to search; cells may be text or tuples of text.
        aliases: Table of names with the columns ``alias`` and ``canonical``.

    Returns:
        One text a row under the frame's index, each word preceded by a space.
    """
    names = _names(aliases) if aliases is not None and len(aliases) else ()
    begun = _by_first_word(names)
    texts = []
    for cells in zip(*(frame[name] for name in columns), strict=True):
        raw = " ".join(_cell_text(cell) for cell in cells)
        text = f" {plain(raw)} "
        written = frozenset(_WRITTEN.findall(raw))
        # Only names of which a spelling begins with a word of the row can stand in it.
        possible = {place for word in {*text.split(), *written} for place in begun.get(word, ())}
        there = (names[place] for place in sorted(possible))
        added = [name.words for name in there if name.stands_in(text, written)]
        texts.append(f"{text}{' '.join(added)} ")
    return pd.Series(texts, index=frame.index, dtype="str")


def _cell_text(cell: Any) -> str:
    if isinstance(cell, tuple):
        return " ".join(str(part) for part in cell)
    return "" if cell is None or cell is pd.NA or cell != cell else str(cell)  # noqa: PLR0124


def matching(frame: pd.DataFrame, index: "pd.Series[str]", text: str) -> pd.DataFrame:
    """Rows in which every word of ``text`` begins a word; all rows for a text without words.

    Args:
        frame: A frame or a part of it.
        index: What :func:`search_index` made of the frame.
        text: What the reader typed.
    """
    words = [f" {word}" for word in dict.fromkeys(plain(text).split())]
    if not words:
        return frame
    own = index.loc[frame.index]
    return frame[[all(word in row for word in words) for row in own]]
