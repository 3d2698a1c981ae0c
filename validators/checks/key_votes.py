"""Rules over key resolutions and every member's vote on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from validators.checks.base import Spot, rule
from validators.membership import TERMS, was_member
from validators.tables import Tables
from validators.vocabulary import AdoptedBy, VoteChoice

_TALLIES = (
    ("yes", VoteChoice.YES),
    ("no", VoteChoice.NO),
    ("abstain", VoteChoice.ABSTAIN),
    ("absent", VoteChoice.ABSENT),
)


@rule(
    "key-tally",
    "The tally of a key resolution is the number of its votes; without a vote there is none.",
    "Correct the tally, or the votes of the resolution.",
    needs=("ga_key_resolutions", "ga_key_votes"),
)
def key_tallies_are_counted(tables: Tables) -> Iterator[Spot]:
    """Yield tallies that differ from the counted votes, and tallies or votes of a consensus."""
    table, votes = tables["ga_key_resolutions"], tables["ga_key_votes"]
    counts = Counter(zip(votes["resolution_id"], votes["vote"], strict=True))
    totals = Counter(votes["resolution_id"])
    for row, name, adopted in table.rows("id", "adopted_by"):
        if adopted is AdoptedBy.WITHOUT_VOTE and totals[name]:
            yield Spot(table, row, "adopted_by", f"is without a vote, but has {totals[name]} votes")
        columns = [(column, counts[name, choice]) for column, choice in _TALLIES]
        for column, counted in (*columns, ("members", totals[name])):
            stated = table[column][row]
            if (row, column) in table.unreadable or adopted is None:
                continue
            if adopted is AdoptedBy.WITHOUT_VOTE:
                if stated is not None:
                    yield Spot(table, row, column, "is filled, but no vote was taken")
            elif stated != counted:
                yield Spot(table, row, column, f"is not {counted}, the number of votes counted")


@rule(
    "key-vote-member",
    "Who votes on a key resolution is a member of the United Nations on that day.",
    "Correct the country, or the date of the resolution.",
    needs=("ga_key_resolutions", "ga_key_votes", "countries"),
)
def key_voters_are_members(tables: Tables) -> Iterator[Spot]:
    """Yield votes of states that were no members, and votes called ‘nonmember’."""
    resolutions, votes = tables["ga_key_resolutions"], tables["ga_key_votes"]
    dates = dict(zip(resolutions["id"], resolutions["date"], strict=True))
    today = {code for _, code, of in tables["countries"].rows("iso3", "member_of") if "UN" in of}
    suspects = (set(votes["iso3"]) - today) | (TERMS.keys() & set(votes["iso3"]))
    for row, name, code, vote in votes.rows("resolution_id", "iso3", "vote"):
        if vote is VoteChoice.NONMEMBER:
            yield Spot(votes, row, "vote", "is no vote of a member; leave the row out")
        if code in suspects and code is not None and dates.get(name):
            member = was_member(code, dates[name]) if code in TERMS else False
            if member is False:
                yield Spot(votes, row, "iso3", f"was no member on {dates[name]}")


@rule(
    "key-vote-differs",
    "Key resolutions that are roll calls too have the same record, date, tally and votes there.",
    "Correct the table in which the value is wrong.",
    needs=("ga_key_resolutions", "ga_key_votes", "ga_roll_calls", "ga_votes"),
)
def key_votes_agree_with_roll_calls(tables: Tables) -> Iterator[Spot]:
    """Yield key resolutions and key votes that differ from the roll call of the same symbol."""
    table, calls = tables["ga_key_resolutions"], tables["ga_roll_calls"]
    finals = {
        symbol: row
        for row, symbol, kind in calls.rows("resolution", "kind")
        if symbol is not None and kind is not None and kind.final
    }
    names: dict[str, str] = {}
    for row, name, symbol, adopted in table.rows("id", "symbol", "adopted_by"):
        place = finals.get(symbol)
        if place is None or name is None:
            continue
        if adopted is AdoptedBy.WITHOUT_VOTE:
            yield Spot(table, row, "adopted_by", "is without a vote, but the roll call has one")
            continue
        names[calls["roll_call_id"][place]] = name
        for column in ("undl_id", "date", "yes", "no", "abstain"):
            here, there = table[column][row], calls[column][place]
            if here is not None and there is not None and here != there:
                message = f"is not {there}, as in line {calls.lines[place]} of {calls.file}"
                yield Spot(table, row, column, message)
    rolls = tables["ga_votes"]
    known = {
        (names[name], code): vote
        for name, code, vote in zip(
            rolls["roll_call_id"], rolls["iso3"], rolls["vote"], strict=True
        )
        if name in names
    }
    votes = tables["ga_key_votes"]
    voters = {code for _, code in known}
    for row, name, code, vote in votes.rows("resolution_id", "iso3", "vote"):
        if code in voters and vote is not None:
            there = known.get((name, code))
            if there is not None and there is not vote:
                yield Spot(votes, row, "vote", f"is not ‘{there.value}’, as in {rolls.file}")


CHECKS = (
    key_tallies_are_counted,
    key_voters_are_members,
    key_votes_agree_with_roll_calls,
)
