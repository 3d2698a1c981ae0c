"""Headline figures: the latest of each, with date, range, change and where its evidence stands.

Guided questions and links to what is asked most stand beside them.
Each function asks the measures and says the result; no number is written here. A function returns
None where the record holds nothing to say.
"""

from collections.abc import Callable, Sequence

from dashboard.headlines import economy, politics
from dashboard.headlines.base import Headline

__all__ = ["HEADLINES", "Headline"]

#: In the order of display.
HEADLINES: Sequence[Callable[[], Headline | None]] = (
    economy.trade_share,
    politics.vote_agreement,
    politics.milestone_count,
    politics.troop_estimates,
    politics.reactions_to_troops,
    economy.refined_oil,
)
