"""Forgiving text search: accents, case, script, spelling of names and order do not matter.

A row is found when every word of the reader's text begins a word of the row. Both are brought to
plain Latin letters first (김정은 → gimjeongeun). Names with several spellings come from the table
of aliases: a row that holds one spelling (Rajin) is indexed under all of them (Rason, Raseon).
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
from anyascii import anyascii

_APOSTROPHES = re.compile(r"['`’‘ʼʹ]")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """``text`` in lower-case Latin letters and digits, words parted by single spaces.

    Apostrophes vanish (P'yongyang → pyongyang), hyphens part words (Jong-un → jong un).
    """
    latin = anyascii(_APOSTROPHES.sub("", text)).casefold()
    return _NOT_WORDS.sub(" ", _APOSTROPHES.sub("", latin)).strip()


def _groups(aliases: pd.DataFrame) -> tuple[tuple[tuple[str, ...], str], ...]:
    """For each name: its spellings as padded words, and the words all of them add to a row."""
    groups: dict[str, dict[str, None]] = {}
    for alias, canonical in zip(aliases["alias"], aliases["canonical"], strict=True):
        spellings = groups.setdefault(canonical, {plain(canonical): None})
        spellings[plain(alias)] = None
    result = []
    for spellings in groups.values():
        named = tuple(spelling for spelling in spellings if spelling)
        words = " ".join(dict.fromkeys((*named, *(word for name in named for word in _run(name)))))
        result.append((tuple(f" {spelling} " for spelling in named), words))
    return tuple(result)


def _run(name: str) -> tuple[str, ...]:
    """Words that writers run together: "kim jong un" gives kimjong, jongun and kimjongun."""
    parts = name.split()
    if len(parts) < 2:
        return ()
    return (*(f"{a}{b}" for a, b in pairwise(parts)), "".join(parts))


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
    groups = _groups(aliases) if aliases is not None and len(aliases) else ()
    texts = []
    for cells in zip(*(frame[name] for name in columns), strict=True):
        text = f" {plain(' '.join(_cell_text(cell) for cell in cells))} "
        added = [words for spellings, words in groups if any(name in text for name in spellings)]
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
