"""Rules over the votes of the fifteen countries; written for 100,000 rows, column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from validators.checks.base import Spot, rule
from validators.findings import Severity
from validators.membership import TERMS, was_member
from validators.tables import Tables
from validators.vocabulary import VoteChoice

_COUNTRIES = 15
_TALLIES = (("yes", VoteChoice.YES), ("no", VoteChoice.NO), ("abstain", VoteChoice.ABSTAIN))
_UNLIKE = frozenset({VoteChoice.ABSENT, VoteChoice.NONMEMBER})


@rule(
    "votes-incomplete",
    "Each roll call has one vote of each of the fifteen countries.",
    "Add the missing vote (‘absent’ and ‘nonmember’ are votes here), or remove the row too many.",
    needs=("ga_votes", "ga_roll_calls"),
)
def roll_calls_have_all_votes(tables: Tables) -> Iterator[Spot]:
    """Yield roll calls with fewer or more votes, and votes of a sixteenth country."""
    votes, calls = tables["ga_votes"], tables["ga_roll_calls"]
    countries = Counter(votes["iso3"])
    if len(countries) > _COUNTRIES:
        usual = {code for code, _ in countries.most_common(_COUNTRIES)}
        for row, code in enumerate(votes["iso3"]):
            if code is not None and code not in usual:
                yield Spot(votes, row, "iso3", "is none of the fifteen countries of the table")
    counts = Counter(votes["roll_call_id"])
    for row, name in enumerate(calls["roll_call_id"]):
        if name is not None and counts[name] != _COUNTRIES:
            message = f"has {counts[name]} votes in {votes.file}, not {_COUNTRIES}"
            yield Spot(calls, row, "roll_call_id", message)


@rule(
    "vote-nonmember",
    "A country is ‘nonmember’ exactly before its admission to the United Nations.",
    "Correct the vote, or the date of the roll call.",
    needs=("ga_votes", "ga_roll_calls"),
)
def members_vote(tables: Tables) -> Iterator[Spot]:
    """Yield votes by states that were no members, and members shown as nonmembers."""
    votes, calls = tables["ga_votes"], tables["ga_roll_calls"]
    dates = {name: date for _, name, date in calls.rows("roll_call_id", "date") if date}
    names: dict[str, list[str]] = {}
    for name, date in dates.items():
        names.setdefault(date, []).append(name)
    found = {
        key
        for key, vote in zip(votes.keys, votes["vote"], strict=True)
        if vote is VoteChoice.NONMEMBER
    }
    outside: set[tuple[str, str]] = set()
    either: set[tuple[str, str]] = set()
    for code in TERMS.keys() & set(votes["iso3"]):
        for date, called in names.items():
            member = was_member(code, date)
            if not member:
                (either if member is None else outside).update([(name, code) for name in called])
    wrong = (found ^ outside) - either
    if not wrong:
        return
    for row, key in enumerate(votes.keys):
        if key in wrong and key[0] in dates and votes["vote"][row] is not None:
            state = "was no member" if key in outside else "was a member"
            yield Spot(votes, row, "vote", f"is wrong: {key[1]} {state} on {dates[key[0]]}")


@rule(
    "tally-exceeded",
    "The fifteen countries do not cast more votes of a kind than all members together.",
    "Correct the tally or the vote, or accept it with the reason.",
    needs=("ga_votes", "ga_roll_calls"),
    severity=Severity.WARNING,
)
def tallies_hold_votes(tables: Tables) -> Iterator[Spot]:
    """Yield roll calls whose total is smaller than the votes of the fifteen countries."""
    votes, calls = tables["ga_votes"], tables["ga_roll_calls"]
    for column, choice in _TALLIES:
        # Fifteen countries cannot exceed a larger total.
        small = {
            name
            for _, name, total in calls.rows("roll_call_id", column)
            if (total or 0) < _COUNTRIES
        }
        pairs = zip(votes["roll_call_id"], votes["vote"], strict=True)
        cast = Counter([name for name, vote in pairs if vote is choice and name in small])
        for row, name, total in calls.rows("roll_call_id", column):
            if total is not None and cast[name] > total:
                message = f"is less than the {cast[name]} ‘{choice.value}’ of the fifteen countries"
                yield Spot(calls, row, column, message)


@rule(
    "tally-large",
    "The votes of a roll call are not more than the members of the United Nations, 193.",
    "Correct the tally.",
    needs=("ga_roll_calls",),
)
def tallies_fit_members(tables: Tables) -> Iterator[Spot]:
    """Yield roll calls with more votes than there are members."""
    calls = tables["ga_roll_calls"]
    for row, yes, no, abstain in calls.rows("yes", "no", "abstain"):
        cast = (yes or 0) + (no or 0) + (abstain or 0)
        if cast > 193:
            cells = {"yes": yes or 0, "no": no or 0, "abstain": abstain or 0}
            most = max(cells, key=cells.__getitem__)
            yield Spot(calls, row, most, f"makes {cast} votes together, more than 193 members")


@rule(
    "voeten-vote-missing",
    "A vote of the Voeten data stands exactly where the roll call is in the CC0 table.",
    "Fill or empty ‘voeten_vote’, or correct the table of Voeten roll calls.",
    needs=("ga_votes", "ga_roll_calls_voeten"),
)
def voeten_votes_complete(tables: Tables) -> Iterator[Spot]:
    """Yield votes without Voeten value in the CC0 subset, and with one outside it."""
    votes, subset = tables["ga_votes"], set(tables["ga_roll_calls_voeten"]["roll_call_id"])
    for row, (name, vote) in enumerate(
        zip(votes["roll_call_id"], votes["voeten_vote"], strict=True)
    ):
        if (vote is None) is not (name in subset) or name is None:
            continue
        if vote is not None:
            yield Spot(votes, row, "voeten_vote", "is filled, but not in the CC0 table")
        elif votes.is_empty(row, "voeten_vote"):
            yield Spot(votes, row, "voeten_vote", "is empty, but the CC0 table has the roll call")


@rule(
    "conflict-unlisted",
    "Where the two sources differ on a vote, the difference is listed.",
    "Add the row to ga_vote_conflicts.csv, or correct the vote.",
    needs=("ga_votes", "ga_vote_conflicts"),
)
def differences_are_listed(tables: Tables) -> Iterator[Spot]:
    """Yield votes on which the sources differ without a row among the conflicts.

    The Voeten data know no ‘nonmember’ in the days around an admission, so ‘absent’ there is the
    same as ‘nonmember’.
    """
    votes, listed = tables["ga_votes"], tables["ga_vote_conflicts"].index
    for row, (vote, other) in enumerate(zip(votes["vote"], votes["voeten_vote"], strict=True)):
        if other is vote or other is None or vote is None or {vote, other} <= _UNLIKE:
            continue
        if (votes["roll_call_id"][row], votes["iso3"][row]) not in listed:
            message = f"is not ‘{other.value}’, the Voeten vote, and no conflict is listed"
            yield Spot(votes, row, "vote", message)


@rule(
    "conflict-disagrees",
    "A listed conflict holds the two values as the votes show them: the UN library's, or the Voeten"
    " value where the library has none.",
    "Correct the conflict or the vote.",
    needs=("ga_votes", "ga_vote_conflicts", "ga_roll_calls"),
)
def conflicts_agree(tables: Tables) -> Iterator[Spot]:
    """Yield conflicts whose values or numbers are not those of vote and roll call."""
    table, votes, calls = (tables[t] for t in ("ga_vote_conflicts", "ga_votes", "ga_roll_calls"))
    calls_named, keys = set(table["roll_call_id"]), votes.keys
    found = {
        keys[row]: row for row, name in enumerate(votes["roll_call_id"]) if name in calls_named
    }
    for row, key in enumerate(table.keys):
        voeten, library, place = table["voeten"][row], table["undl"][row], found.get(key)
        if voeten is library:
            yield Spot(table, row, "undl", "does not differ from the Voeten value")
        call = calls.index.get(key[0])
        if call is not None:
            for column in ("voeten_rcid", "undl_id"):
                if table[column][row] not in (None, calls[column][call]):
                    yield Spot(table, row, column, f"is not the number of roll call {key[0]}")
        if place is None:
            if None not in key:
                yield Spot(table, row, "iso3", "has no such vote in ga_votes.csv")
            continue
        vote, other = votes["vote"][place], votes["voeten_vote"][place]
        column = "voeten" if library is None else "undl"
        if vote is not None and vote is not (voeten if library is None else library):
            yield Spot(table, row, column, f"is not the vote ‘{vote.value}’ of ga_votes.csv")
        if other is not None and other is not (voeten or VoteChoice.ABSENT):
            yield Spot(table, row, "voeten", f"is not ‘{other.value}’, as in ga_votes.csv")


CHECKS = (
    roll_calls_have_all_votes,
    members_vote,
    tallies_hold_votes,
    tallies_fit_members,
    voeten_votes_complete,
    differences_are_listed,
    conflicts_agree,
)
