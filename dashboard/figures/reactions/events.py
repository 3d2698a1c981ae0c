"""Figures of the Reactions page."""

import pandas as pd

from dashboard import cache
from dashboard.charts.figure import Figure
from dashboard.charts.reactions import (
    joint_statements,
    reason_grid,
    stance_bars,
    stance_map,
    stance_matrix,
)
from dashboard.charts.reactions import reasons as reaction_reasons
from dashboard.charts.stances import ranked_sources
from dashboard.figures.base import FigureSpec
from dashboard.figures.reactions import countries, frames
from dashboard.figures.reactions.frames import COUNTRY, ORGANISATION, PARTIES
from dashboard.filters.reactions import group_options
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from datasets.measures import reasons_given, stance_by_group, stances

PAGE = "reactions"

_UN = "UN"

#: Largest group whose silent members have a row of their own in the matrix.
_MOST_SILENT = 40
_NO_EVENT = "No event lies in the period and themes chosen. The events run from {} to {}."
_OTHER_EVENT = "The event lies outside the period or the themes chosen. Widen them."
_ORGANISATIONS = "Organisations"
_PARTIES = "Parties to the cooperation"


def _nothing(filters: Filters, otherwise: str) -> str:
    """What to widen when nothing is left."""
    events = frames.events_in(filters)
    if events.empty:
        dates = cache.frame("reaction_events")["date"]
        return _NO_EVENT.format(dates.min()[:4], dates.max()[:4])
    chosen = filters.get("event", "")
    return _OTHER_EVENT if chosen and chosen not in set(events["event_id"]) else otherwise


def world(filters: Filters) -> Figure:
    """How each country stands on the event."""
    found = frames.evidence(filters)
    return stance_map.stance_map(
        found.held,
        frames.countries_of(found.events, filters.group) if len(found.events) else _no_rows(),
        title=f"How countries reacted to {found.words or 'an event'}",
        area=filters.area,
        classes=filters.stance,
        notes=(
            *((found.description,) if found.description else ()),
            *caveats(
                "reactions-no-statement", "reactions-parties-excluded", "reactions-shared-texts"
            ),
        ),
        message=_nothing(
            filters, "No country matches. Widen the period, the group or the stances."
        ),
    )


def _no_rows() -> pd.DataFrame:
    return cache.frame("countries").head(0)


def matrix(filters: Filters) -> Figure:
    """Who said what on which event."""
    events = frames.events_in(filters)
    held = cache.measure(stances, own_voice=filters.own)
    held = held[held["event_id"].isin(events["event_id"])]
    group = filters.group
    seats = frames.members(events, group) if group else None
    actors = _actors(held, seats, group)
    outside: set[tuple[str, str]] = set()
    if seats is not None:
        inside = set(seats.itertuples(index=False, name=None))
        states = actors.loc[actors["actor_kind"] == COUNTRY, "actor"]
        outside = {(e, a) for e in events["event_id"] for a in states if (e, a) not in inside}
    whose = f"members of {frames.group_name(group)}" if group else "countries and organisations"
    return stance_matrix.stance_matrix(
        held,
        events[["event_id", "title", "date"]],
        actors,
        title=f"Stances of {whose}, event by event",
        by_mean=filters.order == "mean",
        outside=outside,
        notes=(
            *_left_out(actors, seats, bool(outside)),
            *caveats("reactions-no-statement", "reactions-what-is-coded", "reactions-western-bias"),
        ),
        message=_nothing(filters, "No statement matches. Widen the group, or allow all texts."),
    )


def _left_out(actors: pd.DataFrame, seats: pd.DataFrame | None, blank: bool) -> tuple[str, ...]:
    """How many countries have no row in the matrix, and what a blank cell means."""
    whole = len(cache.frame("countries")) if seats is None else seats["actor"].nunique()
    rest = whole - int((actors["actor_kind"] == COUNTRY).sum())
    who = "countries" if seats is None else "members"
    return (
        *(
            (f"{rest} further {who} are not listed: no statement of theirs was found.",)
            if rest
            else ()
        ),
        *(
            ("A blank cell: the country was not a member of the group on that date.",)
            if blank
            else ()
        ),
    )


def _actors(held: pd.DataFrame, seats: pd.DataFrame | None, group: str) -> pd.DataFrame:
    """Rows of the matrix: countries by region, then organisations, then the parties."""
    states = cache.frame("countries").rename(columns={"iso3": "actor", "un_region": "region"})
    spoke = held.loc[held["actor_kind"] == COUNTRY, "actor"]
    if seats is None:
        states = states[states["actor"].isin(spoke)]
    else:
        states = states[states["actor"].isin(seats["actor"])]
        if len(states) > _MOST_SILENT:
            states = states[states["actor"].isin(spoke)]
    party = states["actor"].isin(PARTIES)
    states = states.assign(
        actor_kind=COUNTRY,
        section=states["region"].where(~party, _PARTIES),
        place=party.astype(int) * 2,
        is_party=party,
    )
    bodies = held.loc[held["actor_kind"] == ORGANISATION, "actor"].drop_duplicates()
    bodies = bodies[bodies == group] if group else bodies
    others = pd.DataFrame(
        {"actor": bodies, "actor_kind": ORGANISATION, "place": 1, "is_party": False}
    )
    others = frames.named(others).assign(section=_ORGANISATIONS, region=_ORGANISATIONS)
    both = pd.concat([states, others], ignore_index=True)
    return both.sort_values(["place", "section", "name"], kind="stable")[
        ["actor", "actor_kind", "name", "section", "region", "is_party"]
    ].reset_index(drop=True)


def groups(filters: Filters) -> Figure:
    """How the members of each group divide on the event."""
    found = frames.evidence(filters)
    events = found.events
    counts = stance_by_group(own_voice=filters.own, reactions=found.reactions, events=events)
    labels = dict(group_options())
    counts = counts[counts["organisation"].isin(labels)]
    counts = counts.assign(label=counts["organisation"].map(labels), date=counts["event_date"])
    missing = [label for code, label in labels.items() if code not in set(counts["organisation"])]
    absent = f"Without members on that date: {', '.join(missing)}."
    return stance_bars.stance_bars(
        counts,
        title=f"How the members of each group reacted to {found.words or 'an event'}",
        heading="Group",
        by_mean=True,
        sources=_sources(found.held),
        notes=(
            *((absent,) if missing and len(counts) else ()),
            *caveats(
                "memberships-as-of-2026", "reactions-no-statement", "reactions-parties-excluded"
            ),
        ),
        message=_nothing(filters, "No group had members on that date."),
    )


def _sources(held: pd.DataFrame) -> tuple[str, ...]:
    return ranked_sources(held.loc[held["actor_kind"] == COUNTRY, "source_ids"])


def group_over_time(filters: Filters) -> Figure:
    """How the members of one group divide on each event."""
    events = frames.events_in(filters)
    group = filters.group or _UN
    counts = cache.measure(stance_by_group, own_voice=filters.own)
    counts = counts[(counts["organisation"] == group) & counts["event_id"].isin(events["event_id"])]
    named = counts.merge(events[["event_id", "title"]], on="event_id")
    named = named.sort_values(["event_date", "event_id"], kind="stable")
    held = cache.measure(stances, own_voice=filters.own)
    seats = frames.members(events, group).assign(actor_kind=COUNTRY)
    held = held.merge(seats, on=["event_id", "actor", "actor_kind"])
    return stance_bars.stance_bars(
        named.assign(label=named["title"], date=named["event_date"]),
        title=f"{frames.group_name(group)} members, event by event",
        heading="Event",
        sources=_sources(held),
        notes=caveats("memberships-as-of-2026", "reactions-no-statement"),
        message=_nothing(filters, "The group had no members on the dates of these events."),
    )


def reasons(filters: Filters) -> Figure:
    """Reasons given, by how many, and whether in their own voice."""
    rows = frames.texts(filters)
    return reaction_reasons.reason_bars(
        reasons_given(reactions=rows),
        reasons_given(reactions=rows, own_voice=True),
        title="Reasons given by countries and organisations",
        notes=caveats("reactions-western-bias", "reactions-parties-excluded"),
        message=_nothing(filters, reaction_reasons.MESSAGE),
    )


def reasons_by_event(filters: Filters) -> Figure:
    """Reasons given on each event."""
    rows = frames.texts(filters)
    events = frames.events_in(filters)[["event_id", "title", "date"]]
    return reason_grid.reasons_by_event(
        reasons_given(by="event", reactions=rows),
        events,
        title="Reasons given, event by event",
        notes=caveats("reactions-western-bias"),
        message=_nothing(filters, reaction_reasons.MESSAGE),
    )


def shared_texts(filters: Filters) -> Figure:
    """Joint statements and texts of organisations, by number of countries."""
    return joint_statements.joint_statements(
        frames.shared_texts(filters),
        title="Joint statements and other shared texts",
        notes=caveats("reactions-shared-texts", "reactions-what-is-coded"),
        message=_nothing(filters, joint_statements.MESSAGE),
    )


_FRAME = ("period", "themes")

MAP = FigureSpec(PAGE, "stance-map", world, (*_FRAME, "event", "own", "group", "stance", "area"))
MATRIX = FigureSpec(PAGE, "matrix", matrix, (*_FRAME, "own", "group", "order"))
GROUPS = FigureSpec(PAGE, "groups", groups, (*_FRAME, "event", "own"))
GROUP = FigureSpec(PAGE, "group-by-event", group_over_time, (*_FRAME, "own", "group"))
REASONS = FigureSpec(PAGE, "reasons", reasons, (*_FRAME, "event", "own", "group", "stance"))
REASONS_BY_EVENT = FigureSpec(
    PAGE, "reasons-by-event", reasons_by_event, (*_FRAME, "own", "group", "stance")
)
TEXTS = FigureSpec(PAGE, "joint-statements", shared_texts, (*_FRAME, "event", "group", "stance"))

#: Figures of each section of the page.
SECTIONS = {
    "map": (MAP,),
    "matrix": (MATRIX,),
    "groups": (GROUPS, GROUP),
    "reasons": (REASONS, REASONS_BY_EVENT),
    "texts": (TEXTS,),
    "country": countries.FIGURES,
    "list": (),
}

FIGURES: tuple[FigureSpec, ...] = tuple(spec for specs in SECTIONS.values() for spec in specs)
