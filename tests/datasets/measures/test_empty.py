"""Every measure of nothing is an empty frame with the columns and types of the full one."""

from collections.abc import Callable

import pandas as pd
import pytest

from datasets import measures
from tests.datasets.measures.made import made

NO_FLOWS = made("trade_flows")
NO_GOODS = made("trade_products")
NO_OIL = made("petroleum")
NO_REACTIONS = made("reactions")
NO_MATRIX = measures.vote_matrix(
    roll_calls=made("ga_roll_calls"),
    votes=made("ga_votes", *({"roll_call_id": "v", "iso3": i, "vote": "yes"} for i in ("A", "B"))),
)
Pair = tuple[Callable[[], pd.DataFrame], Callable[[], pd.DataFrame]]
PAIRS: dict[str, Pair] = {
    "agreement_spans": (
        lambda: measures.agreement_spans(agreements=made("agreements")),
        measures.agreement_spans,
    ),
    "treaties_in_force": (
        lambda: measures.treaties_in_force("2000", agreements=made("agreements")),
        lambda: measures.treaties_in_force("2000"),
    ),
    "claim_evidence": (
        lambda: measures.claim_evidence(claims=made("claims")),
        measures.claim_evidence,
    ),
    "claims_summary": (
        lambda: measures.claims_summary(claims=made("claims")),
        measures.claims_summary,
    ),
    "estimate_intervals": (
        lambda: measures.estimate_intervals(estimates=made("estimates")),
        measures.estimate_intervals,
    ),
    "estimate_units": (
        lambda: measures.estimate_units(estimates=made("estimates")),
        measures.estimate_units,
    ),
    "goods": (lambda: measures.goods(products=NO_GOODS), measures.goods),
    "goods_by_section": (
        lambda: measures.goods_by_section(products=NO_GOODS),
        measures.goods_by_section,
    ),
    "goods_coverage": (
        lambda: measures.goods_coverage(products=NO_GOODS),
        measures.goods_coverage,
    ),
    "members_at": (
        lambda: measures.members_at("2024", countries=made("countries")),
        lambda: measures.members_at("2024"),
    ),
    "partner_ranking": (
        lambda: measures.partner_ranking(1900),
        lambda: measures.partner_ranking(2010),
    ),
    "petroleum_allegations": (
        lambda: measures.petroleum_allegations(petroleum=NO_OIL),
        measures.petroleum_allegations,
    ),
    "petroleum_limits": (
        lambda: measures.petroleum_limits(petroleum=NO_OIL),
        measures.petroleum_limits,
    ),
    "petroleum_monthly": (
        lambda: measures.petroleum_monthly(petroleum=NO_OIL),
        measures.petroleum_monthly,
    ),
    "petroleum_known": (
        lambda: measures.petroleum_known(petroleum=NO_OIL),
        measures.petroleum_known,
    ),
    "petroleum_progress": (
        lambda: measures.petroleum_progress(petroleum=NO_OIL),
        measures.petroleum_progress,
    ),
    "petroleum_yearly": (
        lambda: measures.petroleum_yearly(petroleum=NO_OIL),
        measures.petroleum_yearly,
    ),
    "published_shares": (
        lambda: measures.published_shares(shares=made("trade_published_shares")),
        measures.published_shares,
    ),
    "reasons_given": (
        lambda: measures.reasons_given(reactions=NO_REACTIONS),
        measures.reasons_given,
    ),
    "split_votes": (
        lambda: measures.split_votes("A", "B", matrix=NO_MATRIX),
        lambda: measures.split_votes("RUS", "PRK"),
    ),
    "stance_by_group": (
        lambda: measures.stance_by_group("NATO", events=made("reaction_events")),
        measures.stance_by_group,
    ),
    "stance_history": (
        lambda: measures.stance_history("CHN", events=made("reaction_events")),
        lambda: measures.stance_history("CHN"),
    ),
    "stances": (lambda: measures.stances(reactions=NO_REACTIONS), measures.stances),
    "tie_tone": (lambda: measures.tie_tone(milestones=made("milestones")), measures.tie_tone),
    "trade_shares": (lambda: measures.trade_shares(flows=NO_FLOWS), measures.trade_shares),
    "trade_values": (lambda: measures.trade_values(NO_FLOWS), measures.trade_values),
    "voting_agreement": (
        lambda: measures.voting_agreement("A", "B", matrix=NO_MATRIX),
        lambda: measures.voting_agreement("RUS", "PRK"),
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_in_gives_nothing_out(name: str) -> None:
    empty, full = PAIRS[name]
    nothing, something = empty(), full()
    assert nothing.empty
    assert not something.empty
    assert nothing.dtypes.astype(str).to_dict() == something.dtypes.astype(str).to_dict()


def test_stances_of_a_group_without_any_reaction_are_missing() -> None:
    groups = measures.stance_by_group("G7", reactions=NO_REACTIONS)
    assert (groups["stated"] == 0).all()
    assert groups["mean"].isna().all()
