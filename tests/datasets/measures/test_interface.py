"""Every measure is exported, documented, pure, and gives a fresh, tidy frame."""

import inspect
from collections.abc import Callable

import pandas as pd
import pytest

import datasets
from datasets import measures

CALLS: dict[str, Callable[[], object]] = {
    "agreement_of_pairs": lambda: measures.agreement_of_pairs(["RUS", "PRK", "CHN"]),
    "agreement_spans": measures.agreement_spans,
    "claim_evidence": measures.claim_evidence,
    "claims_summary": measures.claims_summary,
    "completed_flows": measures.completed_flows,
    "coverage": measures.coverage,
    "estimate_intervals": measures.estimate_intervals,
    "estimate_units": measures.estimate_units,
    "goods": measures.goods,
    "goods_by_section": measures.goods_by_section,
    "goods_coverage": measures.goods_coverage,
    "key_votes_of": lambda: measures.key_votes_of("JPN"),
    "members_at": lambda: measures.members_at("2024-06-19"),
    "memberships_at": lambda: measures.memberships_at(["2024-06-19"]),
    "mutual_defence_periods": measures.mutual_defence_periods,
    "partner_ranking": lambda: measures.partner_ranking(2010),
    "petroleum_allegations": measures.petroleum_allegations,
    "petroleum_known": measures.petroleum_known,
    "petroleum_limits": measures.petroleum_limits,
    "petroleum_monthly": measures.petroleum_monthly,
    "petroleum_progress": measures.petroleum_progress,
    "petroleum_yearly": measures.petroleum_yearly,
    "published_shares": measures.published_shares,
    "reasons_given": measures.reasons_given,
    "records_covered": measures.records_covered,
    "single_source_share": measures.single_source_share,
    "split_votes": lambda: measures.split_votes("RUS", "PRK"),
    "stance_by_group": measures.stance_by_group,
    "stance_history": lambda: measures.stance_history("CHN"),
    "stances": measures.stances,
    "state_media_share": measures.state_media_share,
    "tie_tone": measures.tie_tone,
    "trade_shares": measures.trade_shares,
    "trade_values": measures.trade_values,
    "treaties_in_force": lambda: measures.treaties_in_force("2024-06-19"),
    "voting_agreement": lambda: measures.voting_agreement("RUS", "PRK"),
}
NO_FRAME = {"barrels_per_tonne", "country_profile", "vote_matrix"}
TIDY = {"str", "Int64", "Float64", "boolean", "object"}


def test_measures_are_an_attribute_of_the_package() -> None:
    assert datasets.measures is measures
    with pytest.raises(AttributeError, match="no attribute 'measure'"):
        datasets.measure  # noqa: B018


def test_every_function_is_tried_here_and_documented() -> None:
    functions = {name for name in measures.__all__ if inspect.isfunction(getattr(measures, name))}
    assert functions == set(CALLS) | NO_FRAME
    for name in functions:
        assert inspect.getdoc(getattr(measures, name)), name


@pytest.mark.parametrize("name", sorted(CALLS))
def test_result_is_a_tidy_frame_of_its_own(name: str) -> None:
    frame = CALLS[name]()
    assert isinstance(frame, pd.DataFrame)
    assert len(frame) > 0
    assert frame.index.equals(pd.RangeIndex(len(frame)))
    assert {str(dtype) for dtype in frame.dtypes} <= TIDY
    assert not [column for column in frame.columns if column.startswith("_")]
    tuples = [column for column in frame.columns if frame[column].dtype == object]
    assert all(isinstance(cell, tuple) for column in tuples for cell in frame[column])


def test_no_measure_changes_the_record() -> None:
    catalog = datasets.catalog()
    before = {spec.id: catalog.frame(spec.id).copy() for spec in catalog.specs}
    for call in CALLS.values():
        call()
    measures.country_profile("JPN")
    measures.vote_matrix()
    assert before
    for name, frame in before.items():
        pd.testing.assert_frame_equal(catalog.frame(name), frame)
