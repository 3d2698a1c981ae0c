"""Milestones as a reader sees them: names in place of codes, dates as spans and in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

import datasets
from dashboard.lookup.search import search_index
from dashboard.words.dates import first_day, last_day, span_words
from dashboard.words.names import known_names
from validators.vocabulary import RussiaAs, Significance, Theme, Tone, Verified
from validators.vocabulary.base import VocabularyTerm

#: Columns of :func:`milestone_rows` that the text search looks through.
SEARCHED = ("title", "summary", "note", "place", "actor_names", "date_words", "theme_label")

_RUSSIA = "RUS"


def labels(vocabulary: type[VocabularyTerm]) -> dict[Any, str]:
    """Label of each code of a vocabulary."""
    return {term.value: term.label for term in vocabulary}


def described_milestones(
    milestones: pd.DataFrame, places: pd.DataFrame, names: Mapping[str, str]
) -> pd.DataFrame:
    """The table of milestones with words and places beside its codes.

    Args:
        milestones: The table.
        places: The table of places.
        names: Name of each actor by its code.

    Returns:
        The rows and columns given, and ``start`` and ``end`` (days, ISO), ``date_words``,
        ``place``, ``lat``, ``lon`` (missing without a place), ``actor_names`` (tuple),
        ``theme_label``, ``themes_other_labels`` (tuple), ``tone_label``, ``significance_label``
        and ``verified_label``.
    """
    spot = places.set_index("id")[["name", "lat", "lon"]].reindex(milestones["place_id"])
    end = milestones["date_end"].fillna(milestones["date"])
    themes = labels(Theme)
    return milestones.assign(
        start=milestones["date"].map(first_day),
        end=end.map(last_day),
        date_words=_texts(milestones, map(span_words, milestones["date"], milestones["date_end"])),
        place=spot["name"].to_numpy(),
        lat=spot["lat"].to_numpy(),
        lon=spot["lon"].to_numpy(),
        actor_names=_cells(
            milestones,
            (
                _names(codes, acting, names)
                for codes, acting in zip(milestones["actors"], milestones["russia_as"], strict=True)
            ),
        ),
        theme_label=milestones["theme"].map(themes),
        themes_other_labels=_cells(
            milestones,
            (tuple(themes[theme] for theme in cell) for cell in milestones["themes_other"]),
        ),
        tone_label=milestones["tone"].map(labels(Tone)),
        significance_label=milestones["significance"].map(labels(Significance)),
        verified_label=milestones["verified"].map(labels(Verified)),
    )


def _texts(frame: pd.DataFrame, texts: Iterable[str]) -> "pd.Series[Any]":
    return pd.Series(list(texts), index=frame.index, dtype="str")


def _cells(frame: pd.DataFrame, cells: Iterable[tuple[str, ...]]) -> "pd.Series[Any]":
    return pd.Series(list(cells), index=frame.index, dtype=object)


def _names(codes: Sequence[str], acting: Any, names: Mapping[str, str]) -> tuple[str, ...]:
    """Names of actors; before 1992 Russia stands under the state that acted."""
    known = dict(names)
    if isinstance(acting, str):
        known[_RUSSIA] = _STATES[acting]
    return tuple(known.get(code, code) for code in codes)


_STATES = labels(RussiaAs)


def milestone_rows() -> pd.DataFrame:
    """All milestones as :func:`described_milestones` tells them, from the catalogue.

    Raises:
        datasets.record.TableFailedError: Milestones or places could not be read.
    """
    catalog = datasets.catalog()
    return described_milestones(catalog.frame("milestones"), catalog.frame("places"), known_names())


def milestone_index() -> pd.DataFrame:
    """Searchable text of each milestone in the one column ``text``, spellings of names included.

    Raises:
        datasets.record.TableFailedError: Milestones or places could not be read.
    """
    catalog = datasets.catalog()
    aliases = None if "name_aliases" in catalog.failed else catalog.frame("name_aliases")
    return search_index(milestone_rows(), SEARCHED, aliases).to_frame("text")
