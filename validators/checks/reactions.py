"""Rules over reactions, events and shared texts."""

from __future__ import annotations

from collections.abc import Iterator

from validators.checks.base import Spot, rule
from validators.tables import Table, Tables
from validators.vocabulary import Action, ActorKind, Basis, MembershipChange, Stance

_PARTIES = frozenset({"RUS", "PRK"})
_BLOCS = {
    Basis.EU_STATEMENT: "EU",
    Basis.NATO_DECLARATION: "NATO",
    Basis.G7_STATEMENT: "G7",
}


@rule(
    "actor-kind",
    "The kind of an actor says in which table it stands.",
    "Correct the kind or the actor.",
    needs=("reactions", "countries", "organisations"),
)
def actors_are_of_their_kind(tables: Tables) -> Iterator[Spot]:
    """Yield reactions whose actor does not stand in the table of its kind."""
    table = tables["reactions"]
    for row, actor, kind in table.rows("actor", "actor_kind"):
        if actor is None or kind is None:
            continue
        country = actor in tables["countries"].index
        if not country and actor not in tables["organisations"].index:
            continue  # a dangling reference says so by itself
        home = "countries" if kind is ActorKind.COUNTRY else "organisations"
        if actor not in tables[home].index:
            yield Spot(table, row, "actor_kind", f"is wrong: {actor} does not stand in {home}.csv")


@rule(
    "event-window",
    "An event lies in its window, and a reaction in the window of its event.",
    "Correct the date or the event, or widen the window.",
    needs=("reactions", "reaction_events", "joint_statements"),
)
def reactions_lie_in_window(tables: Tables) -> Iterator[Spot]:
    """Yield events, reactions and shared texts dated outside the window of the event."""
    events = tables["reaction_events"]
    for row, date, start in events.rows("date", "window_start"):
        if date and start and date[: len(start)] < start[: len(date)]:
            yield Spot(events, row, "window_start", f"lies after {date}, the day of the event")
    for name in ("reactions", "joint_statements"):
        table = tables[name]
        for row, event, date in table.rows("event_id", "date"):
            place = events.index.get(event)
            if place is None or not date:
                continue
            start, end = events["window_start"][place], events["date_end"][place]
            if start and end and not start[: len(date)] <= date[: len(start)]:
                yield Spot(table, row, "date", f"lies before {start}, the window of the event")
            elif start and end and not date[: len(end)] <= end[: len(date)]:
                yield Spot(table, row, "date", f"lies after {end}, the window of the event")


@rule(
    "stance-party",
    "Russia and the DPRK are parties: their stance is +2 by construction.",
    "Correct the stance or the actor.",
    needs=("reactions",),
)
def parties_endorse(tables: Tables) -> Iterator[Spot]:
    """Yield reactions of the two parties with another stance than +2."""
    table = tables["reactions"]
    for row, actor, stance in table.rows("actor", "stance"):
        if actor in _PARTIES and stance not in (None, Stance.ENDORSES):
            yield Spot(table, row, "stance", f"is not 2, although {actor} is a party")


@rule(
    "basis-action",
    "Who joins a shared text does so by a joint statement; who speaks at the UN, by a UN statement.",
    "Correct the basis or the actions.",
    needs=("reactions",),
)
def actions_fit_basis(tables: Tables) -> Iterator[Spot]:
    """Yield reactions without the action that their basis implies."""
    table = tables["reactions"]
    for row, basis, actions in table.rows("basis", "actions"):
        if basis is None or basis is Basis.INDIVIDUAL or not actions:
            continue
        wanted = Action.UN_STATEMENT if basis is Basis.UN_MEETING else Action.JOINT_STATEMENT
        if wanted not in actions:
            message = f"do not hold ‘{wanted.value}’, as the basis ‘{basis.value}’ implies"
            yield Spot(table, row, "actions", message)


@rule(
    "shared-text",
    "A reaction through a shared text has its event, date, stance and basis; an organisation that"
    " issues the text speaks in its own voice.",
    "Correct the reaction or the shared text.",
    needs=("reactions", "joint_statements"),
)
def reactions_agree_with_text(tables: Tables) -> Iterator[Spot]:
    """Yield reactions that differ from the shared text they name, or name none where they must."""
    table, texts = tables["reactions"], tables["joint_statements"]
    for row, joint, kind, basis in table.rows("joint_id", "actor_kind", "basis"):
        if table.is_empty(row, "joint_id") and basis is not None and not basis.own_voice:
            message = f"is empty although the basis is ‘{basis.value}’"
            yield Spot(table, row, "joint_id", message)
        place = texts.index.get(joint)
        if place is None:
            continue
        for column in ("event_id", "date", "precision", "stance"):
            here, there = table[column][row], texts[column][place]
            if here is not None and there is not None and here != there:
                yield Spot(table, row, column, f"is not {there}, as in the text ‘{joint}’")
        text_basis = texts["basis"][place]
        own = basis is not None and basis.own_voice and kind is not ActorKind.COUNTRY
        if basis is not None and text_basis is not None and basis is not text_basis and not own:
            yield Spot(table, row, "basis", f"is not ‘{text_basis.value}’, as in ‘{joint}’")


@rule(
    "signatories-differ",
    "The signatories of a shared text are exactly the actors of its reactions.",
    "Add the missing reaction or signatory, or remove the one too many.",
    needs=("reactions", "joint_statements"),
)
def signatories_react(tables: Tables) -> Iterator[Spot]:
    """Yield texts with signatories that have no reaction, and reactions of non-signatories."""
    table, texts = tables["reactions"], tables["joint_statements"]
    actors: dict[str, dict[str, int]] = {}
    for row, joint, actor in table.rows("joint_id", "actor"):
        if joint is None or joint not in texts.index:
            continue
        earlier = actors.setdefault(joint, {}).setdefault(actor, row)
        if earlier != row:
            message = f"reacts through ‘{joint}’ twice (line {table.lines[earlier]})"
            yield Spot(table, row, "actor", message)
    for row, joint, countries, organisations in texts.rows(
        "joint_id", "countries", "organisations"
    ):
        found = actors.get(joint, {})
        if texts.unreadable & {(row, "countries"), (row, "organisations")}:
            continue
        for column, signed in (("countries", countries), ("organisations", organisations)):
            for code in signed:
                if code not in found:
                    message = f"names {code}, which has no reaction through this text"
                    yield Spot(texts, row, column, message, code)
        for code, place in found.items():
            if code is not None and code not in countries and code not in organisations:
                message = f"is no signatory of ‘{joint}’ (line {texts.lines[row]})"
                yield Spot(table, place, "actor", message)


def _members(tables: Tables, organisation: str, date: str) -> set[str]:
    """Return the members of an organisation on a date, as far as joining dates are known."""
    countries, changes = tables["countries"], tables["membership_changes"]
    members = {
        code
        for _, code, codes in countries.rows("iso3", "member_of")
        if code is not None and organisation in codes
    }
    for _, code, body, joined, change in changes.rows("iso3", "organisation", "date", "change"):
        later = bool(joined) and date < joined[: len(date)]
        if body == organisation and change is MembershipChange.JOINED and later:
            members.discard(code)
    return members


@rule(
    "bloc-members",
    "Texts of the EU, NATO and the G7 are signed by their members, all or none; others only align"
    " with an EU text.",
    "Correct the signatories, the aligned states or the basis.",
    needs=("joint_statements", "countries", "membership_changes"),
)
def blocs_sign_as_blocs(tables: Tables) -> Iterator[Spot]:
    """Yield texts of a bloc with strangers or with a part of the members, and odd alignments."""
    texts = tables["joint_statements"]
    for row, basis, date, countries, aligned in texts.rows("basis", "date", "countries", "aligned"):
        for code in aligned:
            if code not in countries and countries:
                yield Spot(texts, row, "aligned", f"names {code}, which is no signatory", code)
        if aligned and basis is not None and basis is not Basis.EU_STATEMENT:
            yield Spot(texts, row, "aligned", "is filled, but only EU texts know aligned states")
        if basis not in _BLOCS or not date or not countries:
            continue
        yield from _bloc(tables, texts, row, _BLOCS[basis])


def _bloc(tables: Tables, texts: Table, row: int, bloc: str) -> Iterator[Spot]:
    members = _members(tables, bloc, texts["date"][row])
    countries, aligned = texts["countries"][row], texts["aligned"][row]
    for code in countries:
        if code not in members and code not in aligned:
            message = f"names {code}, which is no member of {bloc} and is not aligned"
            yield Spot(texts, row, "countries", message, code)
    for code in aligned:
        if code in members:
            yield Spot(texts, row, "aligned", f"names {code}, a member of {bloc}", code)
    absent = sorted(members.difference(countries))
    if absent and len(absent) < len(members):
        message = f"leaves out members of {bloc}: {', '.join(absent)}"
        yield Spot(texts, row, "countries", message)


CHECKS = (
    actors_are_of_their_kind,
    reactions_lie_in_window,
    parties_endorse,
    actions_fit_basis,
    reactions_agree_with_text,
    signatories_react,
    blocs_sign_as_blocs,
)
