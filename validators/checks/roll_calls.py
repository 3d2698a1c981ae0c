"""Rules over roll calls of the General Assembly and their two sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from validators.checks.base import Spot, rule
from validators.findings import Severity
from validators.tables import Tables
from validators.vocabulary import IssuesMethod, Precision, RollCallKind, VoteTerms

_LIBRARY = "undl-"
_FIRST_SESSION = 1945


@rule(
    "roll-call-id",
    "The id of a roll call is v and its Voeten number or, without one, u and its UN record.",
    "Correct the number; ids are immutable.",
    needs=("ga_roll_calls",),
)
def ids_hold_numbers(tables: Tables) -> Iterator[Spot]:
    """Yield roll calls whose numbers disagree with their id, and numbers used twice."""
    table = tables["ga_roll_calls"]
    for row, name, voeten, library in table.rows("roll_call_id", "voeten_rcid", "undl_id"):
        if name is None:
            continue
        column, number = ("voeten_rcid", voeten) if name[0] == "v" else ("undl_id", library)
        if name[1:] != str(number) and (row, column) not in table.unreadable:
            yield Spot(table, row, column, f"is not the number in the id {name}", number)
        elif name[0] == "u" and voeten is not None:
            yield Spot(table, row, "voeten_rcid", f"is filled, so the id cannot be {name}")
    for column in ("voeten_rcid", "undl_id"):
        counts = Counter(table[column])
        twice = {number for number, count in counts.items() if number is not None and count > 1}
        if twice:
            for row, number in enumerate(table[column]):
                if number in twice:
                    yield Spot(table, row, column, "stands with two roll calls")


@rule(
    "roll-call-terms",
    "A roll call is under UN terms exactly if it has a UN record, cites the UN library, is a final"
    " vote and known to the day.",
    "Correct terms, UN record, sources, kind or precision; the licence of the row hangs on it.",
    needs=("ga_roll_calls",),
)
def terms_follow_sources(tables: Tables) -> Iterator[Spot]:
    """Yield roll calls whose terms, record, sources and kind disagree."""
    table = tables["ga_roll_calls"]
    finals = {kind for kind in RollCallKind if kind.final}
    for row, terms, record, sources, kind, precision in table.rows(
        "terms", "undl_id", "source_ids", "kind", "precision"
    ):
        if terms is None:
            continue
        library = terms is VoteTerms.UN_NC
        if library is not any(source.startswith(_LIBRARY) for source in sources) and sources:
            names = "name" if not library else "do not name"
            message = f"{names} the UN library, although terms are ‘{terms.value}’"
            yield Spot(table, row, "source_ids", message)
        if library is (record is None) and (row, "undl_id") not in table.unreadable:
            state = "empty" if library else "filled"
            yield Spot(table, row, "undl_id", f"is {state}, although terms are ‘{terms.value}’")
        if kind is not None and library is not (kind in finals):
            yield Spot(table, row, "kind", f"does not fit the terms ‘{terms.value}’")
        if library and precision not in (None, Precision.DAY):
            yield Spot(table, row, "precision", "is not day, although the UN record gives the day")


@rule(
    "roll-call-issues",
    "Issue codes are called original exactly where the roll call has a Voeten number.",
    "Correct the issue coding.",
    needs=("ga_roll_calls",),
)
def issue_methods_fit(tables: Tables) -> Iterator[Spot]:
    """Yield roll calls whose issue coding disagrees with their source."""
    table = tables["ga_roll_calls"]
    for row, method, number in table.rows("issues_method", "voeten_rcid"):
        if method is None or (row, "voeten_rcid") in table.unreadable:
            continue
        if (method is IssuesMethod.VOETEN) is (number is None):
            state = "has no" if number is None else "has a"
            yield Spot(table, row, "issues_method", f"is wrong: the row {state} Voeten number")


@rule(
    "roll-call-session",
    "A vote falls into the year in which its session opened or the year after.",
    "Correct the session or the date.",
    needs=("ga_roll_calls",),
    severity=Severity.WARNING,
)
def sessions_fit_dates(tables: Tables) -> Iterator[Spot]:
    """Yield regular sessions whose number does not fit the year of the vote."""
    table = tables["ga_roll_calls"]
    for row, session, date in table.rows("session", "date"):
        if date and session and session.isdigit():
            year = _FIRST_SESSION + int(session)
            if int(date[:4]) not in (year, year + 1):
                yield Spot(table, row, "session", f"opened in {year}, but the vote is of {date}")


@rule(
    "session-form",
    "A session is a number, or S or ES and a number for special and emergency sessions.",
    "Correct the session.",
    needs=("ga_roll_calls", "ga_roll_calls_voeten"),
)
def sessions_have_form(tables: Tables) -> Iterator[Spot]:
    """Yield sessions of another form."""
    for name in ("ga_roll_calls", "ga_roll_calls_voeten"):
        table = tables[name]
        wrong = {
            session
            for session in set(table["session"]) - {None}
            if not session.removeprefix("E").removeprefix("S-").isdigit()
        }
        if wrong:
            for row, session in enumerate(table["session"]):
                if session in wrong:
                    yield Spot(table, row, "session", "is no session such as 79, S-1 or ES-11")


@rule(
    "resolution-form",
    "The symbol of a General Assembly text begins with A/ and belongs to one final vote.",
    "Correct the symbol or the kind of the vote.",
    needs=("ga_roll_calls", "ga_key_resolutions"),
)
def resolutions_stand_once(tables: Tables) -> Iterator[Spot]:
    """Yield symbols of another form, and final votes on a resolution voted on before."""
    for name, column in (("ga_roll_calls", "resolution"), ("ga_key_resolutions", "symbol")):
        table = tables[name]
        for row, symbol in enumerate(table[column]):
            if symbol is not None and not symbol.startswith("A/"):
                yield Spot(table, row, column, "does not begin with A/")
    table = tables["ga_roll_calls"]
    first: dict[tuple[str, RollCallKind], int] = {}
    finals = {kind for kind in RollCallKind if kind.final}
    for row, symbol, kind, yes, no in table.rows("resolution", "kind", "yes", "no"):
        if kind not in finals:
            continue
        if symbol is None and table.is_empty(row, "resolution"):
            yield Spot(table, row, "resolution", "is empty, although the vote is final")
        elif symbol is not None and first.setdefault((symbol, kind), row) != row:
            line = table.lines[first[symbol, kind]]
            yield Spot(table, row, "resolution", f"has a final vote in line {line} already")
        if yes is not None and no is not None and yes <= no:
            yield Spot(table, row, "yes", f"is not more than {no} no, yet the text was adopted")


@rule(
    "voeten-disagrees",
    "The Voeten table agrees with the roll calls: number, issues and, where known, importance.",
    "Correct the row in which the value is wrong; both come from the same data.",
    needs=("ga_roll_calls", "ga_roll_calls_voeten"),
)
def voeten_rows_agree(tables: Tables) -> Iterator[Spot]:
    """Yield rows of the Voeten table that disagree with the roll call they name."""
    table, calls = tables["ga_roll_calls_voeten"], tables["ga_roll_calls"]
    index, numbers, issues = calls.index, calls["voeten_rcid"], calls["issues"]
    important = calls["important"]
    for row, number, name, coded, flag in table.rows(
        "voeten_rcid", "roll_call_id", "issues", "important"
    ):
        place = index.get(name)
        if place is None:
            continue
        if number is not None and numbers[place] != number:
            yield Spot(table, row, "roll_call_id", f"is not the roll call of number {number}")
            continue
        if coded != issues[place]:
            yield Spot(table, row, "issues", f"differ from the roll call {name}")
        if flag is not None and important[place] is not flag:
            yield Spot(table, row, "important", f"differs from the roll call {name}")


CHECKS = (
    ids_hold_numbers,
    terms_follow_sources,
    issue_methods_fit,
    sessions_fit_dates,
    sessions_have_form,
    resolutions_stand_once,
    voeten_rows_agree,
)
