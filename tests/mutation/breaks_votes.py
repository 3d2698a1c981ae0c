"""Breaks of the rules over the General Assembly."""

from __future__ import annotations

from collections.abc import Callable

from tests.mutation.model import Place
from tests.mutation.rules import Break, Row, when

_CAST = ("yes", "no", "abstain")


def _calls(row: Row, column: str) -> tuple[Place, ...]:
    line = row.line_of("ga_roll_calls", "roll_call_id", row["roll_call_id"])
    return (("ga_roll_calls", line, column),)


def _resolution(row: Row, *columns: str) -> tuple[Place, ...]:
    line = row.line_of("ga_key_resolutions", "id", row["resolution_id"])
    return tuple(("ga_key_resolutions", line, column) for column in columns)


def _another_cast(row: Row, column: str = "vote") -> str:
    return row.rng.choice([choice for choice in _CAST if choice != row[column]])


def _final(row: Row) -> bool:
    return row["kind"] == "resolution"


def _in_subset(row: Row) -> bool:
    return row["voeten_vote"] in _CAST and row["vote"] == row["voeten_vote"]


def _recorded(row: Row) -> bool:
    return row["adopted_by"] == "recorded_vote"


def _plus(column: str) -> Callable[[Row], str]:
    return lambda row: str(int(row[column]) + 1)


BREAKS: tuple[Break, ...] = (
    Break(
        "roll-call-id",
        "ga_roll_calls",
        "voeten_rcid",
        when(lambda r: r["voeten_rcid"], lambda r: str(int(r["voeten_rcid"]) + 20000)),
    ),
    Break(
        "roll-call-id",
        "ga_roll_calls",
        "undl_id",
        when(lambda r: r["roll_call_id"][0] == "u", lambda r: str(int(r["undl_id"]) + 9)),
    ),
    Break(
        "roll-call-terms",
        "ga_roll_calls",
        "terms",
        lambda r: "cc0" if r["terms"] == "un-nc" else "un-nc",
        ("source_ids", "undl_id", "kind"),
    ),
    Break(
        "roll-call-terms",
        "ga_roll_calls",
        "source_ids",
        when(lambda r: r["terms"] == "un-nc", "voeten-unvotes-2021"),
    ),
    Break(
        "roll-call-terms",
        "ga_roll_calls",
        "undl_id",
        when(lambda r: r["terms"] == "un-nc" and r["voeten_rcid"], ""),
    ),
    Break(
        "roll-call-terms", "ga_roll_calls", "kind", when(lambda r: r["terms"] == "cc0", "decision")
    ),
    Break(
        "roll-call-terms",
        "ga_roll_calls",
        "precision",
        when(lambda r: r["terms"] == "un-nc", "month"),
    ),
    Break(
        "roll-call-issues",
        "ga_roll_calls",
        "issues_method",
        lambda r: "keyword" if r["issues_method"] == "voeten" else "voeten",
    ),
    Break(
        "roll-call-session",
        "ga_roll_calls",
        "session",
        when(lambda r: r["session"].isdigit(), lambda r: str(int(r["session"]) + 4)),
    ),
    Break("session-form", "ga_roll_calls", "session", lambda r: f"{r['session']}th"),
    Break("session-form", "ga_roll_calls_voeten", "session", lambda r: f"no. {r['session']}"),
    Break(
        "resolution-form",
        "ga_roll_calls",
        "resolution",
        when(lambda r: r["resolution"], lambda r: r["resolution"].removeprefix("A/")),
    ),
    Break("resolution-form", "ga_roll_calls", "resolution", when(_final, "")),
    Break("resolution-form", "ga_roll_calls", "yes", when(_final, "0")),
    Break(
        "resolution-form", "ga_key_resolutions", "symbol", when(lambda r: r["symbol"], "S/RES/1718")
    ),
    Break(
        "voeten-disagrees",
        "ga_roll_calls_voeten",
        "roll_call_id",
        lambda r: r.other("roll_call_id"),
    ),
    Break(
        "voeten-disagrees",
        "ga_roll_calls_voeten",
        "issues",
        lambda r: "ec" if r["issues"] != "ec" else "me",
    ),
    Break(
        "voeten-disagrees",
        "ga_roll_calls_voeten",
        "important",
        when(lambda r: r["important"], lambda r: "no" if r["important"] == "yes" else "yes"),
    ),
    Break(
        "votes-incomplete",
        "ga_votes",
        "iso3",
        lambda r: "PER",
        at=lambda r: _calls(r, "roll_call_id"),
    ),
    Break(
        "votes-incomplete",
        "ga_votes",
        "roll_call_id",
        lambda r: r.other("roll_call_id"),
        at=lambda r: _calls(r, "roll_call_id"),
    ),
    Break("vote-nonmember", "ga_votes", "vote", when(lambda r: r["vote"] in _CAST, "nonmember")),
    Break(
        "vote-nonmember", "ga_votes", "vote", when(lambda r: r["vote"] == "nonmember", "abstain")
    ),
    Break("tally-exceeded", "ga_roll_calls", "no", when(lambda r: int(r["no"]) > 100, "0")),
    Break(
        "tally-exceeded", "ga_roll_calls", "abstain", when(lambda r: int(r["abstain"]) > 90, "0")
    ),
    Break("tally-large", "ga_roll_calls", "yes", lambda r: "194"),
    Break("tally-large", "ga_roll_calls", "abstain", lambda r: "200"),
    Break("voeten-vote-missing", "ga_votes", "voeten_vote", when(lambda r: r["voeten_vote"], "")),
    Break(
        "voeten-vote-missing",
        "ga_votes",
        "voeten_vote",
        when(lambda r: not r["voeten_vote"], "yes"),
    ),
    Break("conflict-unlisted", "ga_votes", "vote", when(_in_subset, _another_cast)),
    Break(
        "conflict-unlisted",
        "ga_votes",
        "voeten_vote",
        when(_in_subset, lambda r: _another_cast(r, "voeten_vote")),
        ("vote",),
    ),
    Break(
        "conflict-disagrees",
        "ga_vote_conflicts",
        "undl",
        when(lambda r: r["undl"], lambda r: r["voeten"] or "absent"),
        ("voeten",),
    ),
    Break(
        "conflict-disagrees",
        "ga_vote_conflicts",
        "voeten",
        when(lambda r: r["voeten"], lambda r: "absent"),
        ("undl",),
    ),
    Break("conflict-disagrees", "ga_vote_conflicts", "voeten_rcid", _plus("voeten_rcid")),
    Break("conflict-disagrees", "ga_vote_conflicts", "undl_id", _plus("undl_id")),
    Break("conflict-disagrees", "ga_vote_conflicts", "iso3", lambda r: "PER"),
    Break("key-tally", "ga_key_resolutions", "yes", when(_recorded, _plus("yes"))),
    Break("key-tally", "ga_key_resolutions", "no", when(_recorded, _plus("no"))),
    Break("key-tally", "ga_key_resolutions", "abstain", when(_recorded, _plus("abstain"))),
    Break("key-tally", "ga_key_resolutions", "absent", when(_recorded, _plus("absent"))),
    Break("key-tally", "ga_key_resolutions", "members", when(_recorded, _plus("members"))),
    Break("key-tally", "ga_key_resolutions", "adopted_by", when(_recorded, "without_vote")),
    Break(
        "key-tally",
        "ga_key_resolutions",
        "adopted_by",
        when(lambda r: not _recorded(r), "recorded_vote"),
        ("yes", "no", "abstain", "absent", "members"),
    ),
    Break(
        "key-tally",
        "ga_key_votes",
        "vote",
        _another_cast,
        at=lambda r: _resolution(r, "yes", "no", "abstain", "absent"),
    ),
    Break(
        "key-tally",
        "ga_key_votes",
        "resolution_id",
        lambda r: r.other("resolution_id"),
        at=lambda r: _resolution(r, "yes", "no", "abstain", "absent", "members"),
    ),
    Break(
        "key-vote-member",
        "ga_key_votes",
        "iso3",
        when(lambda r: r["resolution_id"] in ("a-res-60-173", "a-res-61-174"), "SSD"),
    ),
    Break("key-vote-member", "ga_key_votes", "iso3", lambda r: "TWN"),
    Break("key-vote-member", "ga_key_votes", "vote", lambda r: "nonmember"),
    Break("key-vote-differs", "ga_key_resolutions", "undl_id", when(_recorded, _plus("undl_id"))),
    Break(
        "key-vote-differs",
        "ga_key_resolutions",
        "date",
        when(_recorded, lambda r: r["date"][:8] + ("14" if r["date"][8:] != "14" else "13")),
    ),
    Break(
        "key-vote-differs",
        "ga_key_votes",
        "vote",
        when(lambda r: r["iso3"] in ("RUS", "PRK", "CHN"), _another_cast),
    ),
)
