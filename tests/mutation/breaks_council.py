"""Breaks of the rules over the Security Council."""

from __future__ import annotations

from collections.abc import Callable

from tests.mutation.rules import Break, Row, when


def _tally(row: Row) -> bool:
    return bool(row["votes_for"])


def _plus(column: str) -> Callable[[Row], str]:
    return lambda row: str(int(row[column]) + 1)


BREAKS: tuple[Break, ...] = (
    Break("council-tally", "security_council", "votes_for", when(_tally, _plus("votes_for"))),
    Break(
        "council-tally",
        "security_council",
        "abstentions",
        when(_tally, _plus("abstentions")),
        ("votes_for",),
    ),
    Break("council-tally", "security_council", "votes_against", when(_tally, "")),
    Break(
        "council-tally",
        "security_council",
        "russia_vote",
        when(lambda r: r["abstentions"] == "0", "abstain"),
    ),
    Break(
        "council-outcome",
        "security_council",
        "kind",
        when(lambda r: r["kind"] == "draft_vetoed", "draft_rejected"),
        ("russia_vote", "china_vote", "votes_for"),
    ),
    Break(
        "council-outcome",
        "security_council",
        "kind",
        when(lambda r: r["kind"] == "resolution", "draft_vetoed"),
    ),
    Break(
        "council-outcome",
        "security_council",
        "russia_vote",
        when(lambda r: r["kind"] != "draft_vetoed", "veto"),
    ),
    Break(
        "council-outcome",
        "security_council",
        "china_vote",
        when(lambda r: r["kind"] == "resolution" and r["china_vote"], "veto"),
    ),
    Break(
        "council-outcome",
        "security_council",
        "votes_for",
        when(lambda r: r["kind"] == "resolution", "6"),
    ),
    Break(
        "council-procedural",
        "security_council",
        "china_vote",
        when(lambda r: r["kind"] == "resolution" and r["votes_against"] == "0", "no"),
    ),
    Break(
        "council-symbol",
        "security_council",
        "symbol",
        when(lambda r: r["kind"] == "resolution", lambda r: r["symbol"].replace("RES", "2024")),
    ),
    Break(
        "council-symbol", "security_council", "symbol", when(lambda r: r["symbol"], "A/RES/60/173")
    ),
    Break(
        "council-symbol",
        "security_council",
        "symbol",
        when(lambda r: r["kind"] == "resolution" and r.number > 3, "S/RES/82"),
    ),
)
