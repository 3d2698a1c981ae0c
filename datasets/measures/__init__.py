"""Measures: from the tables of the record to the numbers that are shown.

Every measure is a pure function from frames to a frame. The frames are keyword arguments; without
them the bundled record is measured. Each function states its formula, columns and units.

>>> import datasets
>>> shares = datasets.measures.trade_shares()
"""

from datasets.measures.claims import NONE_FOUND, claim_evidence, claims_summary
from datasets.measures.coverage import (
    coverage,
    records_covered,
    single_source_share,
    state_media_share,
)
from datasets.measures.estimates import estimate_intervals, estimate_units
from datasets.measures.goods import goods, goods_by_section, goods_coverage
from datasets.measures.membership import members_at, memberships_at
from datasets.measures.petroleum import (
    barrels_per_tonne,
    petroleum_allegations,
    petroleum_limits,
    petroleum_monthly,
    petroleum_yearly,
)
from datasets.measures.petroleum_progress import petroleum_known, petroleum_progress
from datasets.measures.profile import CountryProfile, country_profile, key_votes_of
from datasets.measures.splices import SPLICES, Splice
from datasets.measures.stances import reasons_given, stance_by_group, stance_history, stances
from datasets.measures.tone import tie_tone
from datasets.measures.trade_flows import completed_flows, trade_values
from datasets.measures.trade_shares import partner_ranking, published_shares, trade_shares
from datasets.measures.treaties import agreement_spans, mutual_defence_periods, treaties_in_force
from datasets.measures.vote_matrix import VoteMatrix, vote_matrix
from datasets.measures.voting import (
    ALL_KINDS,
    FINAL,
    agreement_of_pairs,
    split_votes,
    voting_agreement,
)

__all__ = [
    "ALL_KINDS",
    "FINAL",
    "NONE_FOUND",
    "SPLICES",
    "CountryProfile",
    "Splice",
    "VoteMatrix",
    "agreement_of_pairs",
    "agreement_spans",
    "barrels_per_tonne",
    "claim_evidence",
    "claims_summary",
    "completed_flows",
    "country_profile",
    "coverage",
    "estimate_intervals",
    "estimate_units",
    "goods",
    "goods_by_section",
    "goods_coverage",
    "key_votes_of",
    "members_at",
    "memberships_at",
    "mutual_defence_periods",
    "partner_ranking",
    "petroleum_allegations",
    "petroleum_known",
    "petroleum_limits",
    "petroleum_monthly",
    "petroleum_progress",
    "petroleum_yearly",
    "published_shares",
    "reasons_given",
    "records_covered",
    "single_source_share",
    "split_votes",
    "stance_by_group",
    "stance_history",
    "stances",
    "state_media_share",
    "tie_tone",
    "trade_shares",
    "trade_values",
    "treaties_in_force",
    "vote_matrix",
    "voting_agreement",
]
