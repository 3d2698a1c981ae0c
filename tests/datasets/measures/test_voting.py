from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
import pytest

import datasets
from datasets.measures import (
    ALL_KINDS,
    VoteMatrix,
    agreement_of_pairs,
    split_votes,
    vote_matrix,
    voting_agreement,
)
from tests.datasets.measures.made import cell, made, records

CALLS: list[dict[str, Any]] = [
    {
        "roll_call_id": "v1",
        "date": "1999-12",
        "kind": "resolution",
        "issues": ("nu", "di"),
        "no": 0,
    },
    {"roll_call_id": "v2", "date": "2000-01-15", "kind": "resolution", "issues": ("nu",), "no": 4},
    {"roll_call_id": "v3", "date": "2000-06-01", "kind": "decision", "issues": (), "no": 9},
    {"roll_call_id": "v4", "date": "2000-06-02", "kind": "paragraph", "issues": (), "no": 9},
    {"roll_call_id": "v5", "date": "2001-06-02", "kind": "resolution", "issues": ("hr",), "no": 3},
    {"roll_call_id": "v6", "date": "2002-06-02", "kind": "resolution", "issues": ("hr",), "no": 3},
]
VOTES = {
    "v1": ("yes", "yes"),
    "v2": ("yes", "no"),
    "v3": ("abstain", "abstain"),
    "v4": ("no", "no"),
    "v5": ("absent", "yes"),
    "v6": ("yes", "nonmember"),
}


@pytest.fixture(scope="module")
def small() -> VoteMatrix:
    votes = [
        {"roll_call_id": call, "iso3": iso3, "vote": vote}
        for call, pair in VOTES.items()
        for iso3, vote in zip(("AAA", "BBB"), pair, strict=True)
    ]
    calls = made("ga_roll_calls", *CALLS, source_ids=("s",), yes=100, abstain=0, title="text")
    return vote_matrix(roll_calls=calls, votes=made("ga_votes", *votes))


@pytest.fixture(scope="module")
def matrix() -> VoteMatrix:
    return vote_matrix()


def tally(small: VoteMatrix, **options: Any) -> list[tuple[Any, ...]]:
    result = voting_agreement("AAA", "BBB", matrix=small, **options)
    return records(result, "group", "same", "both", "final_votes", "agreement")


def test_same_over_both_by_year(small: VoteMatrix) -> None:
    # 2001: one of the two was absent, so the vote counts as held but not as voted together.
    # 2002: one was no member, so the vote does not count at all.
    assert tally(small) == [
        ("1999", 1, 1, 1, 100.0),
        ("2000", 1, 2, 2, 50.0),
        ("2001", 0, 0, 1, None),
    ]


def test_a_roll_call_of_two_issues_counts_in_both(small: VoteMatrix) -> None:
    assert tally(small, by="issue") == [
        ("nu", 1, 2, 2, 50.0),
        ("di", 1, 1, 1, 100.0),
        ("hr", 0, 0, 1, None),
        ("none", 1, 1, 1, 100.0),
    ]


def test_only_final_votes_count_unless_told(small: VoteMatrix) -> None:
    assert tally(small, by="all") == [("all", 2, 3, 4, 100 * 2 / 3)]
    assert tally(small, by="all", kinds=ALL_KINDS) == [("all", 3, 4, 5, 75.0)]


def test_contested_votes(small: VoteMatrix) -> None:
    assert tally(small, by="all", min_no=4) == [("all", 1, 2, 2, 50.0)]


def test_issue_and_period_narrow(small: VoteMatrix) -> None:
    assert tally(small, by="all", issue="nu") == [("all", 1, 2, 2, 50.0)]
    assert tally(small, by="all", period=(2000, 2000)) == [("all", 1, 2, 2, 50.0)]
    assert tally(small, by="all", period=("2000-02", "2000-06-01")) == [("all", 1, 1, 1, 100.0)]
    assert tally(small, by="all", period=("1999-12", "1999-12")) == [("all", 1, 1, 1, 100.0)]
    assert tally(small, by="all", period=(1950, 1960)) == []


def test_periods_include_both_ends_and_empty_ones_are_left_out(small: VoteMatrix) -> None:
    assert tally(small, by="period", periods=[(1990, 1998), (1999, 2000)]) == [
        ("1999–2000", 2, 3, 3, 100 * 2 / 3)
    ]


def test_agreement_is_the_same_from_either_side(small: VoteMatrix) -> None:
    there = voting_agreement("AAA", "BBB", matrix=small)
    back = voting_agreement("BBB", "AAA", matrix=small)
    pd.testing.assert_frame_equal(there.drop(columns=["a", "b"]), back.drop(columns=["a", "b"]))
    assert tally(small)[0][0] == "1999"


def test_unknown_country_and_grouping_are_refused(small: VoteMatrix) -> None:
    with pytest.raises(KeyError, match="no votes of 'XXX'; countries are AAA, BBB"):
        voting_agreement("AAA", "XXX", matrix=small)
    with pytest.raises(ValueError, match="no grouping 'month'"):
        voting_agreement("AAA", "BBB", by="month", matrix=small)


def test_split_votes_are_those_on_which_the_two_differ(small: VoteMatrix) -> None:
    split = split_votes("AAA", "BBB", matrix=small)
    assert records(split, "roll_call_id", "vote_a", "vote_b", "opposed", "source_ids") == [
        ("v2", "yes", "no", True, ("s",))
    ]
    assert split_votes("AAA", "BBB", matrix=small, issue="hr").empty


def test_a_country_without_a_row_is_no_member() -> None:
    calls = made("ga_roll_calls", *CALLS[:2], source_ids=("s",))
    votes = made(
        "ga_votes",
        {"roll_call_id": "v1", "iso3": "AAA", "vote": "yes"},
        {"roll_call_id": "v2", "iso3": "BBB", "vote": "yes"},
    )
    small = vote_matrix(roll_calls=calls, votes=votes)
    assert small.codes.tolist() == [[1, -1], [-1, 1]]
    assert small.codes.dtype == np.int8
    assert voting_agreement("AAA", "BBB", matrix=small).empty


DECADES: list[tuple[int | str, int | str]] = [
    (1991, 1999),
    (2000, 2009),
    (2010, 2019),
    (2020, 2025),
]
PAIRS = {
    ("RUS", "PRK"): ("48.4", "73.8", "72.1", "84.6"),
    ("CHN", "PRK"): ("91.9", "93.3", "83.7", "82.6"),
    ("RUS", "CHN"): ("52.6", "78.0", "75.2", "74.0"),
    ("USA", "PRK"): ("7.3", "5.7", "6.8", "9.7"),
    ("KOR", "PRK"): ("59.4", "52.9", "43.2", "48.1"),
}


@pytest.mark.parametrize(("pair", "printed"), PAIRS.items())
def test_agreement_by_decade(
    matrix: VoteMatrix, pair: tuple[str, str], printed: tuple[str, ...]
) -> None:
    # The notes count from September 1991, when the DPRK was admitted.
    periods: list[tuple[int | str, int | str]] = [("1991-09-17", 1999), *DECADES[1:]]
    found = voting_agreement(*pair, by="period", periods=periods, matrix=matrix)
    assert tuple(f"{value:.1f}" for value in found["agreement"]) == printed


def test_counts_behind_the_agreement_of_russia_and_the_dprk(matrix: VoteMatrix) -> None:
    periods = [*DECADES, (2020, 2024)]
    found = voting_agreement("RUS", "PRK", by="period", periods=periods, matrix=matrix)
    assert records(found, "final_votes", "both", "same") == [
        (641, 543, 263),
        (759, 663, 489),
        (818, 736, 531),
        (650, 591, 500),
        (458, 410, 335),
    ]
    assert f"{found['agreement'].iloc[-1]:.1f}" == "81.7"


def test_all_kinds_and_contested_votes_of_the_record(matrix: VoteMatrix) -> None:
    pair: dict[str, Any] = {"a": "RUS", "b": "PRK", "by": "period", "matrix": matrix}
    every = voting_agreement(**pair, periods=DECADES, kinds=ALL_KINDS)
    assert [f"{value:.1f}" for value in every["agreement"]] == ["48.3", "70.6", "69.7", "84.6"]
    contested = voting_agreement(**pair, periods=[(2022, 2024), (2025, 2025)], min_no=4)
    assert [f"{value:.1f}" for value in contested["agreement"]] == ["79.9", "86.6"]
    assert list(contested["both"]) == [169, 67]


def test_single_years_of_the_record(matrix: VoteMatrix) -> None:
    years = voting_agreement("RUS", "PRK", matrix=matrix).set_index("year")
    assert f"{cell(years, 2025, 'agreement'):.1f}" == "91.2"
    assert cell(years, 2025, "final_votes") == 192
    assert cell(years, 2024, "final_votes") == 95
    assert years["agreement"].idxmin() == 1994
    assert f"{cell(years, 1994, 'agreement'):.0f}" == "33"
    assert years.index.min() == 1991
    assert cell(years, 2025, "source_ids") == ("undl-lefthand67", "undl-hzloto-2025")
    # The overall tally is the sum of the years.
    whole = voting_agreement("RUS", "PRK", by="all", matrix=matrix)
    for column in ("same", "both", "final_votes"):
        assert years[column].sum() == whole[column].iloc[0]


def test_eras_do_not_overlap(matrix: VoteMatrix) -> None:
    by_era = voting_agreement("RUS", "PRK", by="period", matrix=matrix)
    assert list(by_era["group"]) == ["1991–1999", "2000–2011", "2012–2021", "2022–2025"]
    whole = voting_agreement("RUS", "PRK", by="all", matrix=matrix)
    assert by_era["both"].sum() == whole["both"].iloc[0]


@pytest.mark.parametrize(
    "options",
    [{}, {"min_no": 4, "period": (1960, 2010)}, {"issue": "hr", "kinds": ALL_KINDS}],
    ids=str,
)
def test_all_pairs_together_are_each_pair_alone(
    matrix: VoteMatrix, options: dict[str, Any]
) -> None:
    states = sorted(matrix.countries)
    alone = [
        voting_agreement(a, b, by="all", matrix=matrix, **options)
        for a, b in combinations(states, 2)
    ]
    together = agreement_of_pairs(states, matrix=matrix, **options)
    assert len(together) > 90
    pd.testing.assert_frame_equal(together, pd.concat(alone, ignore_index=True))


def test_split_votes_of_the_record(matrix: VoteMatrix) -> None:
    split = split_votes("RUS", "PRK", matrix=matrix)
    whole = voting_agreement("RUS", "PRK", by="all", matrix=matrix)
    assert len(split) == whole["both"].iloc[0] - whole["same"].iloc[0]
    assert split["date"].is_monotonic_decreasing
    assert (split["vote_a"] != split["vote_b"]).all()


def test_the_matrix_holds_every_vote(matrix: VoteMatrix) -> None:
    votes = datasets.load("ga_votes")
    assert matrix.codes.shape == (6960, 15)
    assert (matrix.codes == 1).sum() == (votes["vote"] == "yes").sum()
    assert (matrix.codes == -1).sum() == (votes["vote"] == "nonmember").sum()
