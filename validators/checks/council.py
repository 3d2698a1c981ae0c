"""Rules over decisions of the Security Council."""

from __future__ import annotations

from collections.abc import Iterator

from validators.checks.base import Spot, rule
from validators.findings import Severity
from validators.tables import Tables
from validators.vocabulary import CouncilKind, CouncilVote

_ENLARGED = "1966"
_TALLIES = ("votes_for", "votes_against", "abstentions", "not_voting")
_PERMANENT = ("russia_vote", "china_vote")
_AGAINST = frozenset({CouncilVote.NO, CouncilVote.VETO})
_TALLY_OF = {
    CouncilVote.YES: "votes_for",
    CouncilVote.NO: "votes_against",
    CouncilVote.VETO: "votes_against",
    CouncilVote.ABSTAIN: "abstentions",
    CouncilVote.ABSENT: "not_voting",
}


@rule(
    "council-tally",
    "The votes of a Council decision add up to 15 members, 11 before 1966, where all are known.",
    "Correct the tally.",
    needs=("security_council",),
)
def council_votes_add_up(tables: Tables) -> Iterator[Spot]:
    """Yield decisions with another sum, with a part of the tally, or a vote outside the tally."""
    table = tables["security_council"]
    for row, date, *votes in table.rows("date", *_TALLIES):
        known = [vote for vote in votes if vote is not None]
        if not date or any((row, column) in table.unreadable for column in _TALLIES):
            continue
        if 0 < len(known) < len(votes):
            column = _TALLIES[votes.index(None)]
            yield Spot(table, row, column, "is empty although other votes are known")
            continue
        seats = 15 if date >= _ENLARGED else 11
        if known and sum(known) != seats:
            message = f"and the other votes make {sum(known)}, not {seats} members"
            yield Spot(table, row, "votes_for", message)
        for column in _PERMANENT:
            vote = table[column][row]
            if known and vote is not None and table[_TALLY_OF[vote]][row] == 0:
                message = f"is ‘{vote.value}’, but {_TALLY_OF[vote]} is 0"
                yield Spot(table, row, column, message)


@rule(
    "council-outcome",
    "Nine votes (seven before 1966) adopt a text; a veto stops a draft and nothing else.",
    "Correct kind, tally or vote of the permanent member.",
    needs=("security_council",),
)
def council_outcomes_follow(tables: Tables) -> Iterator[Spot]:
    """Yield outcomes that votes and vetoes do not carry."""
    table = tables["security_council"]
    for row, date, kind, votes in table.rows("date", "kind", "votes_for"):
        if kind is None or not date:
            continue
        needed = 9 if date >= _ENLARGED else 7
        enough = None if votes is None else votes >= needed
        vetoes = [c for c in _PERMANENT if table[c][row] is CouncilVote.VETO]
        if kind is CouncilKind.DRAFT_VETOED:
            if not vetoes and not any((row, c) in table.unreadable for c in _PERMANENT):
                yield Spot(table, row, "kind", "is a vetoed draft, but nobody cast a veto")
            if enough is False:
                yield Spot(table, row, "votes_for", f"is below {needed}: it failed without a veto")
            continue
        for column in vetoes:
            yield Spot(table, row, column, f"is a veto, but the text is a {kind.label.lower()}")
        if kind is CouncilKind.DRAFT_REJECTED and enough:
            yield Spot(table, row, "votes_for", f"is {needed} or more, yet the draft was rejected")
        if kind in (CouncilKind.RESOLUTION, CouncilKind.PROCEDURAL_VOTE) and enough is False:
            yield Spot(table, row, "votes_for", f"is below {needed}, yet the text was adopted")


@rule(
    "council-procedural",
    "A resolution adopted against a permanent member's no is procedural, which the record accepts"
    " by name.",
    "Look whether the no was a veto or an abstention; accept it with the reason if procedural.",
    needs=("security_council",),
    severity=Severity.WARNING,
)
def resolutions_have_no_permanent_no(tables: Tables) -> Iterator[Spot]:
    """Yield resolutions against which Russia or China voted."""
    table = tables["security_council"]
    for row, kind in enumerate(table["kind"]):
        if kind is CouncilKind.RESOLUTION:
            for column in _PERMANENT:
                if table[column][row] is CouncilVote.NO:
                    yield Spot(table, row, column, "is a no to an adopted resolution")


@rule(
    "council-symbol",
    "A resolution has a symbol S/RES/ and a number, other texts another or none; a symbol stands once.",
    "Correct the symbol or the kind.",
    needs=("security_council",),
)
def council_symbols_fit(tables: Tables) -> Iterator[Spot]:
    """Yield symbols that do not fit the kind, and symbols of an earlier row."""
    table = tables["security_council"]
    first: dict[str, int] = {}
    for row, kind, symbol in table.rows("kind", "symbol"):
        if kind is None or (row, "symbol") in table.unreadable:
            continue
        text = symbol or ""
        adopted = text.startswith("S/RES/") and text.removeprefix("S/RES/").isdigit()
        if (kind is CouncilKind.RESOLUTION) is not adopted or not (text + "S/").startswith("S/"):
            yield Spot(table, row, "symbol", f"does not fit a {kind.label.lower()}", text)
        if symbol is not None and first.setdefault(symbol, row) != row:
            yield Spot(table, row, "symbol", f"stands in line {table.lines[first[symbol]]} already")


CHECKS = (
    council_votes_add_up,
    council_outcomes_follow,
    resolutions_have_no_permanent_no,
    council_symbols_fit,
)
