"""Rows of the reactions of countries and organisations."""

from typing import Annotated

from validators.primitives import (
    PLAIN_NUMBER,
    ActorCode,
    Iso3,
    OrgCode,
    PartialDate,
    Several,
    Slug,
    Text,
)
from validators.rows.base import Row, column, note, source_ids, verified
from validators.vocabulary import (
    Action,
    ActorKind,
    Basis,
    Precision,
    Reason,
    Stance,
    Theme,
    Verified,
)


class ReactionEvent(Row):
    """One event to which others reacted."""

    event_id: Slug = column("Event", "Immutable id of the event.")
    date: PartialDate = column("Date", "Day of the event.")
    date_end: PartialDate = column("Until", "Last day of the reactions collected.")
    title: Text = column("Title", "What happened, in a few words.")
    description: Text = column("Description", "What happened and which reactions are included.")
    theme: Theme = column("Theme", "Main theme.")
    window_start: PartialDate = column(
        "From",
        "First day of the reactions collected; earlier than the event where comments came first.",
    )
    source_ids: Several[Slug] = source_ids()


class Reaction(Row):
    """The stance of one actor to one event in one text on one date."""

    id: Slug = column("Reaction", "Immutable id of the reaction.")
    event_id: Slug = column("Event", "Event to which it reacts.")
    date: PartialDate = column("Date", "Date of the text.")
    precision: Precision = column("Precision", "How exactly the date is known.")
    actor: ActorCode = column("Actor", "Country or organisation.")
    actor_kind: ActorKind = column("Actor kind", "Whether it is a country or an organisation.")
    basis: Basis = column("Basis", "In what form the actor spoke.")
    stance: Annotated[Stance, PLAIN_NUMBER] = column(
        "Stance", "Stance towards the cooperation, from -2 to +2, by the codebook."
    )
    actions: Several[Action] = column("Actions", "What the actor did.")
    speaker: Text = column("Speaker", "Who spoke for the actor.")
    summary: Text = column("Summary", "What was said or done, in our own words.")
    joint_id: Slug | None = column("Shared text", "Shared text that it joins.", default=None)
    verified: Verified = verified()
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class ReactionReason(Row):
    """One reason given in the text of a reaction."""

    reaction_id: Slug = column("Reaction", "Reaction in which the reason is given.")
    reason: Reason = column("Reason", "The reason.")


class JointStatement(Row):
    """One shared text with its signatories."""

    joint_id: Slug = column("Shared text", "Immutable id of the text.")
    event_id: Slug = column("Event", "Event to which it reacts.")
    date: PartialDate = column("Date", "Date of the text.")
    precision: Precision = column("Precision", "How exactly the date is known.")
    title: Text = column("Title", "What the text is.")
    basis: Basis = column("Basis", "Kind of text.")
    stance: Annotated[Stance, PLAIN_NUMBER] = column("Stance", "Stance of the text.")
    countries: Several[Iso3] = column("Countries", "Countries that signed it or are covered by it.")
    aligned: Several[Iso3] = column(
        "Aligned",
        "Those of the countries that are no EU members and joined an EU text.",
        default=(),
    )
    organisations: Several[OrgCode] = column(
        "Organisations", "Organisations that issued or signed it.", default=()
    )
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()
