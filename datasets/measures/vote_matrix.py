"""Votes of the General Assembly as one wide matrix of small numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from datasets.measures.inputs import table
from validators.vocabulary import VoteIssue

Mask = npt.NDArray[np.bool_]

CODES = {"nonmember": -1, "absent": 0, "yes": 1, "no": 2, "abstain": 3}
_NO_ISSUE = "none"


@dataclass(frozen=True, eq=False)
class VoteMatrix:
    """All votes as one wide matrix of small numbers, so that any pair takes a moment.

    Attributes:
        roll_calls: Table ``ga_roll_calls``, one row per row of the matrix.
        countries: Column of each country.
        codes: int8 of shape (roll calls, countries): −1 no member, 0 absent, 1 yes, 2 no,
            3 abstention.
        years: Year of each roll call.
        days: Date as YYYYMMDD, 00 for what is not known.
        no: Votes against, all members.
        kinds: Kind of each roll call.
        issues: int8 of shape (roll calls, issues), 1 where the issue applies; the last column is
            1 where no issue is coded.
        sources: Place of each roll call's sources in ``source_lists``.
        source_lists: The combinations of sources that occur.
    """

    roll_calls: pd.DataFrame
    countries: dict[str, int]
    codes: npt.NDArray[np.int8]
    years: npt.NDArray[np.int64]
    days: npt.NDArray[np.int64]
    no: npt.NDArray[np.int64]
    kinds: npt.NDArray[np.str_]
    issues: npt.NDArray[np.int8]
    sources: npt.NDArray[np.int64]
    source_lists: tuple[tuple[str, ...], ...]

    def of(self, iso3: str) -> npt.NDArray[np.int8]:
        """Return the votes of one country.

        Raises:
            KeyError: Its votes are not in the record.
        """
        if iso3 not in self.countries:
            raise KeyError(f"no votes of {iso3!r}; countries are {', '.join(self.countries)}")
        return self.codes[:, self.countries[iso3]]


ISSUES = (*(issue.value for issue in VoteIssue), _NO_ISSUE)


def _issue_columns(issues: Sequence[tuple[str, ...]]) -> npt.NDArray[np.int8]:
    place = {issue: number for number, issue in enumerate(ISSUES)}
    coded = np.zeros((len(issues), len(ISSUES)), dtype=np.int8)
    for row, named in enumerate(issues):
        for issue in named or (_NO_ISSUE,):
            coded[row, place[issue]] = 1
    return coded


def vote_matrix(
    *, roll_calls: pd.DataFrame | None = None, votes: pd.DataFrame | None = None
) -> VoteMatrix:
    """Return the votes as a matrix, to be built once and handed to the measures below.

    Args:
        roll_calls: Table ``ga_roll_calls``; the bundled one if None.
        votes: Table ``ga_votes`` in long form; the bundled one if None. A country without a row
            counts as no member.
    """
    calls = table(roll_calls, "ga_roll_calls").reset_index(drop=True)
    votes = table(votes, "ga_votes")
    row = pd.Index(calls["roll_call_id"]).get_indexer(pd.Index(votes["roll_call_id"]))
    column, names = pd.factorize(votes["iso3"], sort=True)
    codes = np.full((len(calls), len(names)), CODES["nonmember"], dtype=np.int8)
    known = row >= 0
    values = votes["vote"].map(CODES).to_numpy(dtype=np.int8)
    codes[row[known], column[known]] = values[known]
    # Tuples are told apart by their text, as pandas would take them for rows of a matrix.
    places, lists = pd.factorize(calls["source_ids"].map("|".join))
    digits = calls["date"].str.replace("-", "").str.ljust(8, "0")
    days = digits.to_numpy(dtype=np.int64)
    return VoteMatrix(
        roll_calls=calls,
        countries={str(name): place for place, name in enumerate(names)},
        codes=codes,
        years=days // 10_000,
        days=days,
        no=calls["no"].to_numpy(dtype=np.int64),
        kinds=calls["kind"].to_numpy(dtype=np.str_),
        issues=_issue_columns(list(calls["issues"])),
        sources=places,
        source_lists=tuple(tuple(str(item).split("|")) for item in lists),
    )


@cache
def bundled_matrix() -> VoteMatrix:
    """Return the matrix of the bundled votes, built once per process."""
    return vote_matrix()
