"""What the figures of reactions are drawn from: tables and measures under the reader's filters.

A code alone never names an actor: NAM is Namibia among the countries and the Non-Aligned Movement
among the organisations. Names are looked up by kind and code.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

import datasets
from dashboard import cache, queries
from dashboard.charts.stances import OWN, PARTY
from dashboard.lookup import search
from dashboard.state.view import Filters
from dashboard.words.dates import date_words
from datasets.measures import memberships_at, stances
from validators.vocabulary import Reason, Stance

COUNTRY = "country"
ORGANISATION = "organisation"
PARTIES = ("RUS", "PRK")

#: Stands for all events together: the latest stance of each actor.
TOGETHER = "together"

_STANCES = frozenset(str(stance.value) for stance in Stance)

#: Columns that the text search looks through.
_SEARCHED = ("summary", "speaker", "note", "name", "event", "reasons_words")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the chosen event leaves: how each actor stands, and the texts that say so.

    Attributes:
        held: One row per actor as the measure ``stances`` gives it, with ``event``, the title of
            the event to which the deciding text reacts.
        reactions: The texts behind it. Where all events are taken together, only the deciding
            text of each actor's latest event, as if it belonged to one event.
        events: ``event_id``, ``title``, ``date``: one row, or none.
        words: The event in words, for titles.
        description: What happened and which reactions are included; empty for several events.
    """

    held: pd.DataFrame
    reactions: pd.DataFrame
    events: pd.DataFrame
    words: str
    description: str = ""


def names() -> dict[tuple[str, str], str]:
    """Names of actors by kind and code."""
    countries = cache.frame("countries")
    groups = cache.frame("organisations")
    return {
        **{
            (COUNTRY, code): name
            for code, name in zip(countries["iso3"], countries["name"], strict=True)
        },
        **{
            (ORGANISATION, code): name
            for code, name in zip(groups["code"], groups["short_name"], strict=True)
        },
    }


def named(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the name of each actor."""
    known = names()
    pairs = zip(rows["actor_kind"], rows["actor"], strict=True)
    return rows.assign(name=[known.get(pair, pair[1]) for pair in pairs])


def group_name(code: str) -> str:
    """Short name of a group of states."""
    return names().get((ORGANISATION, code), code)


def events_in(filters: Filters) -> pd.DataFrame:
    """Events in the period and of the themes, by date."""
    shared = filters.only("period", "themes")
    rows = queries.select(cache.frame("reaction_events"), datasets.spec("reaction_events"), shared)
    return rows.sort_values(["date", "event_id"], kind="stable").reset_index(drop=True)


def evidence(filters: Filters) -> Evidence:
    """How actors stand on the chosen event, or on all events of the period together."""
    events = events_in(filters)
    if filters.event:
        events = events[events["event_id"] == filters.event]
    reactions = cache.frame("reactions")
    reactions = reactions[reactions["event_id"].isin(events["event_id"])]
    held = stances(own_voice=filters.own, reactions=reactions)
    titles = dict(zip(events["event_id"], events["title"], strict=True))
    held = held.assign(event=held["event_id"].map(titles))
    description = " ".join(events["description"]) if filters.event else ""
    events = events[["event_id", "title", "date"]]
    if not filters.event and len(events):
        return _together(held, reactions, events)
    words = "".join(
        f"“{title}”, {date_words(date)}"
        for title, date in zip(events["title"], events["date"], strict=True)
    )
    return Evidence(held, reactions, events, words, description)


def _together(held: pd.DataFrame, reactions: pd.DataFrame, events: pd.DataFrame) -> Evidence:
    """Each actor's stance on the latest event for which one was found."""
    order = {event: place for place, event in enumerate(events["event_id"])}
    by_date = held.assign(place=held["event_id"].map(order)).sort_values("place", kind="stable")
    last = by_date.drop_duplicates(["actor", "actor_kind"], keep="last").drop(columns="place")
    deciding = reactions[reactions["id"].isin(last["reaction_id"])]
    date = events["date"].max()
    return Evidence(
        last.assign(event_id=TOGETHER),
        deciding.assign(event_id=TOGETHER),
        pd.DataFrame([{"event_id": TOGETHER, "title": "All events", "date": date}]),
        f"the latest of {len(events)} events up to {date_words(date)}",
    )


def members(events: pd.DataFrame, group: str) -> pd.DataFrame:
    """Members of a group on the date of each event: ``event_id``, ``actor``."""
    seats = memberships_at(events["date"])
    seats = seats[seats["organisation"] == group].rename(columns={"iso3": "actor"})
    return events[["event_id", "date"]].merge(seats, on="date")[["event_id", "actor"]]


def countries_of(events: pd.DataFrame, group: str) -> pd.DataFrame:
    """Countries to show: all, or the group's members on the date of the events."""
    countries = cache.frame("countries")
    if not group:
        return countries
    return countries[countries["iso3"].isin(members(events, group)["actor"])]


def texts(filters: Filters) -> pd.DataFrame:
    """Single reactions that the filters leave, with names, events and reasons in words.

    Applies ``period``, ``themes``, ``event``, ``own``, ``group``, ``stance``, ``country``, ``q`` and
    ``record``, those of them that are given. A group stands for its members on the event's date
    and for itself.

    Returns:
        Columns of ``reactions`` with ``name``, ``event`` (title), ``event_date``, ``theme``,
        ``reasons`` (tuple of codes), ``reasons_words`` (tuple) and ``code`` (class of stance).
    """
    rows = described()
    events = events_in(filters)
    rows = rows[rows["event_id"].isin(events["event_id"])]
    if filters.get("own"):
        rows = rows[rows["basis"].isin(OWN)]
    rows = queries.equal(rows, "event_id", filters.get("event", ""))
    rows = queries.equal(rows, "id", filters.get("record", ""))
    rows = queries.among(rows, ("code",), filters.get("stance", ()))
    if filters.get("country"):
        rows = rows[(rows["actor_kind"] == COUNTRY) & rows["actor"].isin(filters.country)]
    if filters.get("group"):
        rows = rows[_belongs(rows, events, filters.group)]
    if filters.get("q"):
        rows = search.matching(rows, _index(), filters.q)
    return rows


def _belongs(rows: pd.DataFrame, events: pd.DataFrame, group: str) -> list[bool]:
    seats = set(members(events, group).itertuples(index=False, name=None))
    return [
        actor == group if kind == ORGANISATION else (event, actor) in seats
        for event, actor, kind in zip(
            rows["event_id"], rows["actor"], rows["actor_kind"], strict=True
        )
    ]


def shared_texts(filters: Filters) -> pd.DataFrame:
    """Joint statements that the filters leave, with names in place of codes.

    Applies ``period`` and ``themes`` (of the event), ``event``, ``stance``, and ``group``: at least one
    member on the event's date is among the countries, or the group itself is.

    Returns:
        Columns of ``joint_statements``; ``countries``, ``aligned`` and ``organisations`` hold
        names; ``event`` is the title of the event.
    """
    rows = cache.frame("joint_statements")
    events = events_in(filters)
    rows = rows[rows["event_id"].isin(events["event_id"])]
    rows = queries.equal(rows, "event_id", filters.event)
    rows = queries.among(rows, ("stance",), _numbers(filters.stance)) if filters.stance else rows
    if filters.group:
        seats = set(members(events, filters.group).itertuples(index=False, name=None))
        rows = rows[
            [
                filters.group in bodies or any((event, state) in seats for state in states)
                for event, states, bodies in zip(
                    rows["event_id"], rows["countries"], rows["organisations"], strict=True
                )
            ]
        ]
    known = names()
    titles = events.set_index("event_id")["title"]
    words = {
        column: _cells(
            [tuple(sorted(known[kind, code] for code in cell)) for cell in rows[column]],
            rows.index,
        )
        for column, kind in (
            ("countries", COUNTRY),
            ("aligned", COUNTRY),
            ("organisations", ORGANISATION),
        )
    }
    return rows.assign(**words, event=rows["event_id"].map(titles))


def _numbers(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes that are stances; where there are none, one that no text has."""
    return tuple(code for code in codes if code in _STANCES) or ("99",)


def described() -> pd.DataFrame:
    """All reactions with words beside their codes; see :func:`texts`."""
    return cache.measure(_described)


def _described() -> pd.DataFrame:
    labels = {str(reason.value): reason.label for reason in Reason}
    rows = named(cache.frame("reactions"))
    events = cache.frame("reaction_events").set_index("event_id")
    given = cache.frame("reaction_reasons").groupby("reaction_id")["reason"].agg(tuple)
    reasons = [given.get(code, ()) for code in rows["id"]]
    party = rows["actor"].isin(PARTIES) & (rows["actor_kind"] == COUNTRY)
    classes = rows["stance"].astype(int).astype(str)
    return rows.assign(
        event=rows["event_id"].map(events["title"]),
        event_date=rows["event_id"].map(events["date"]),
        theme=rows["event_id"].map(events["theme"]),
        reasons=_cells(reasons, rows.index),
        reasons_words=_cells([tuple(labels[r] for r in cell) for cell in reasons], rows.index),
        party=party,
        code=classes.where(~party, PARTY.code),
    )


def _cells(values: list[Any], index: "pd.Index[Any]") -> "pd.Series[Any]":
    """Tuples as a column of objects: pandas would else read them as a matrix."""
    column = pd.Series(pd.NA, index=index, dtype="object")
    column[:] = values
    return column


def _index() -> "pd.Series[str]":
    return cache.measure(_search_texts)["text"]


def _search_texts() -> pd.DataFrame:
    rows = _described()
    aliases = cache.frame("name_aliases")
    return search.search_index(rows, _SEARCHED, aliases).to_frame("text")
