"""How often two states vote alike in the General Assembly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

from datasets.measures.inputs import percent, table, tuples, united
from datasets.measures.vote_matrix import CODES, ISSUES, Mask, VoteMatrix, bundled_matrix
from validators.vocabulary import RollCallKind, VoteChoice

FINAL = tuple(kind.value for kind in RollCallKind if kind.final)
"""Kinds of roll calls that count: final votes."""

ALL_KINDS = tuple(kind.value for kind in RollCallKind)

Period = tuple[int | str, int | str]

_CHOICES = {code: choice for choice, code in CODES.items()}


def _bound(value: int | str, filler: str) -> int:
    return int(str(value).replace("-", "").ljust(8, filler))


def _within(matrix: VoteMatrix, period: Period) -> Mask:
    start, end = period
    within: Mask = (matrix.days >= _bound(start, "0")) & (matrix.days <= _bound(end, "9"))
    return within


def _counted(
    matrix: VoteMatrix, kinds: Sequence[str], min_no: int, issue: str | None, period: Period | None
) -> Mask:
    mask: Mask = np.isin(matrix.kinds, list(kinds)) & (matrix.no >= min_no)
    if issue is not None:
        mask &= matrix.issues[:, ISSUES.index(issue)] == 1
    return mask if period is None else mask & _within(matrix, period)


def _eras(last: int) -> list[Period]:
    frame = table(None, "eras")
    # An era ends with the year in which the next begins; that year belongs to the next.
    ends = frame["start"].shift(-1) - 1
    return [
        (int(start), last if pd.isna(end) else int(end))
        for start, end in zip(frame["start"], ends, strict=True)
    ]


def _groups(
    matrix: VoteMatrix, by: str, periods: Sequence[Period] | None
) -> list[tuple[str, int | None, Mask]]:
    """Return name, year and roll calls of each group; the year only by year."""
    if by == "all":
        return [("all", None, np.ones(len(matrix.years), dtype=np.bool_))]
    if by == "year":
        return [(str(year), int(year), matrix.years == year) for year in np.unique(matrix.years)]
    if by == "issue":
        return [(name, None, matrix.issues[:, n] == 1) for n, name in enumerate(ISSUES)]
    if by == "period":
        spans = _eras(int(matrix.years.max(initial=0))) if periods is None else periods
        return [(f"{span[0]}–{span[1]}", None, _within(matrix, span)) for span in spans]
    raise ValueError(f"no grouping {by!r}; there are year, issue, period and all")


def _sources(matrix: VoteMatrix, counted: Mask) -> tuple[str, ...]:
    return united(*(matrix.source_lists[place] for place in np.unique(matrix.sources[counted])))


def voting_agreement(
    a: str,
    b: str,
    *,
    by: str = "year",
    kinds: Sequence[str] = FINAL,
    min_no: int = 0,
    issue: str | None = None,
    period: Period | None = None,
    periods: Sequence[Period] | None = None,
    matrix: VoteMatrix | None = None,
) -> pd.DataFrame:
    """Return how often two states voted the same in the General Assembly.

    Formula: agreement = 100 × roll calls on which both voted the same ÷ roll calls on which both
    voted yes, no or abstain. Absent and non-member never count.

    Args:
        a: Country, one of the fifteen whose votes are recorded.
        b: The other country.
        by: ``year``, ``issue`` (a roll call with two issues counts in both; ``none`` has no
            issue), ``period`` or ``all``.
        kinds: Kinds of roll calls; final votes (resolution, decision) unless told.
        min_no: Fewest votes against; 4 leaves the contested votes.
        issue: Only roll calls with this issue.
        period: Only roll calls from … to …, years or partial dates, both included.
        periods: The groups of ``by="period"``; without them the eras, each to the year before the
            next.
        matrix: Result of :func:`vote_matrix`; the bundled votes if None.

    Returns:
        One row per group with at least one vote: ``a``, ``b``, ``group`` (text), ``year`` (Int64,
        only by year), ``same``, ``both`` (Int64), ``final_votes`` (Int64: roll calls of these
        kinds while both were members), ``agreement`` (Float64, percent; missing where both never
        voted together), ``source_ids``.
    """
    matrix = bundled_matrix() if matrix is None else matrix
    votes_a, votes_b = matrix.of(a), matrix.of(b)
    counted = _counted(matrix, kinds, min_no, issue, period)
    counted &= (votes_a >= 0) & (votes_b >= 0)
    both = counted & (votes_a > 0) & (votes_b > 0)
    same = both & (votes_a == votes_b)
    groups = _groups(matrix, by, periods)
    rows = [
        _Row(a, b, name, year, mask & same, mask & both, mask & counted)
        for name, year, mask in groups
    ]
    return _agreement(matrix, [row for row in rows if row.final.any()])


class _Row(NamedTuple):
    a: str
    b: str
    group: str
    year: int | None
    same: Mask
    both: Mask
    final: Mask


def _agreement(matrix: VoteMatrix, rows: Sequence[_Row]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "a": pd.Series([row.a for row in rows], dtype="str"),
            "b": pd.Series([row.b for row in rows], dtype="str"),
            "group": pd.Series([row.group for row in rows], dtype="str"),
            "year": pd.Series([row.year for row in rows], dtype="Int64"),
            "same": pd.Series([np.count_nonzero(row.same) for row in rows], dtype="Int64"),
            "both": pd.Series([np.count_nonzero(row.both) for row in rows], dtype="Int64"),
            "final_votes": pd.Series([np.count_nonzero(row.final) for row in rows], dtype="Int64"),
        }
    )
    frame["agreement"] = percent(frame["same"], frame["both"])
    frame["source_ids"] = tuples([_sources(matrix, row.final) for row in rows])
    return frame


def agreement_of_pairs(
    countries: Sequence[str],
    *,
    kinds: Sequence[str] = FINAL,
    min_no: int = 0,
    issue: str | None = None,
    period: Period | None = None,
    matrix: VoteMatrix | None = None,
) -> pd.DataFrame:
    """Return how often each two of several states voted the same, over the whole span.

    Formula and columns are those of :func:`voting_agreement` with ``by="all"``; one row per pair
    with at least one vote, in the order of ``countries``.

    Args:
        countries: Countries among the fifteen whose votes are recorded.
        kinds: Kinds of roll calls; final votes unless told.
        min_no: Fewest votes against.
        issue: Only roll calls with this issue.
        period: Only roll calls from … to …, both included.
        matrix: Result of :func:`vote_matrix`; the bundled votes if None.
    """
    matrix = bundled_matrix() if matrix is None else matrix
    counted = _counted(matrix, kinds, min_no, issue, period)
    votes = {country: matrix.of(country) for country in countries}
    member = {country: counted & (codes >= 0) for country, codes in votes.items()}
    cast = {country: counted & (codes > 0) for country, codes in votes.items()}
    rows = []
    for a, b in combinations(countries, 2):
        both = cast[a] & cast[b]
        same = both & (votes[a] == votes[b])
        rows.append(_Row(a, b, "all", None, same, both, member[a] & member[b]))
    return _agreement(matrix, [row for row in rows if row.final.any()])


def split_votes(
    a: str,
    b: str,
    *,
    kinds: Sequence[str] = FINAL,
    min_no: int = 0,
    issue: str | None = None,
    period: Period | None = None,
    matrix: VoteMatrix | None = None,
) -> pd.DataFrame:
    """Return the roll calls on which two states both voted and differ, the latest first.

    Args:
        a: Country.
        b: The other country.
        kinds: Kinds of roll calls; final votes unless told.
        min_no: Fewest votes against.
        issue: Only roll calls with this issue.
        period: Only roll calls from … to …, both included.
        matrix: Result of :func:`vote_matrix`; the bundled votes if None.

    Returns:
        ``roll_call_id``, ``date``, ``precision``, ``resolution``, ``title``, ``kind``, ``issues``,
        ``vote_a``, ``vote_b``, ``opposed`` (boolean: one yes, one no), ``yes``, ``no``,
        ``abstain``, ``terms``, ``undl_id``, ``source_ids``.
    """
    matrix = bundled_matrix() if matrix is None else matrix
    votes_a, votes_b = matrix.of(a), matrix.of(b)
    split = _counted(matrix, kinds, min_no, issue, period)
    split &= (votes_a > 0) & (votes_b > 0) & (votes_a != votes_b)
    abstain = CODES[VoteChoice.ABSTAIN.value]
    opposed = (votes_a != abstain) & (votes_b != abstain)
    rows = matrix.roll_calls[split]
    rows = rows.assign(
        vote_a=pd.Series([_CHOICES[v] for v in votes_a[split]], index=rows.index, dtype="str"),
        vote_b=pd.Series([_CHOICES[v] for v in votes_b[split]], index=rows.index, dtype="str"),
        opposed=pd.Series(opposed[split], index=rows.index, dtype="boolean"),
        source_ids=tuples(list(rows["source_ids"]), rows.index),
    )
    before = ["roll_call_id", "date", "precision", "resolution", "title", "kind", "issues"]
    after = ["vote_a", "vote_b", "opposed", "yes", "no", "abstain", "terms", "undl_id"]
    return rows.iloc[::-1].reset_index(drop=True)[[*before, *after, "source_ids"]]
