"""Specifications of milestones and reactions."""

from datasets.registry.licences import CC_BY
from datasets.registry.reference import SOURCES_REFERENCE
from validators.rows import milestones, reactions
from validators.spec import Expectations, Reference, TableSpec

TABLES = (
    TableSpec(
        id="milestones",
        title="Milestones",
        description="Dated events in the relation since 1945, with tone and significance.",
        row=milestones.Milestone,
        key=("id",),
        group="Milestones",
        licence=CC_BY,
        expectations=Expectations(396, 5000, {"place_id": 0.5, "themes_other": 0.7}),
        references=(
            Reference("actors", ("countries", "organisations", "areas")),
            Reference("place_id", ("places",)),
            SOURCES_REFERENCE,
        ),
        order=("date", "id"),
        time=("date", "date_end"),
        themes=("theme", "themes_other"),
        label="title",
    ),
    TableSpec(
        id="reaction_events",
        title="Events others reacted to",
        description="Events for which reactions of third countries were collected.",
        row=reactions.ReactionEvent,
        key=("event_id",),
        group="Reactions",
        licence=CC_BY,
        expectations=Expectations(16, 100),
        references=(SOURCES_REFERENCE,),
        order=("date", "event_id"),
        time=("date",),
        themes=("theme",),
        label="title",
    ),
    TableSpec(
        id="reactions",
        title="Reactions",
        description=(
            "Stance of one country or organisation to one event in one text. No row means that no "
            "statement was found; it is not a neutral stance."
        ),
        row=reactions.Reaction,
        key=("id",),
        group="Reactions",
        licence=CC_BY,
        expectations=Expectations(699, 10000),
        references=(
            Reference("event_id", ("reaction_events",)),
            Reference("actor", ("countries", "organisations")),
            Reference("joint_id", ("joint_statements",)),
            SOURCES_REFERENCE,
        ),
        order=("event_id", "date", "actor", "id"),
        time=("date",),
        label="summary",
    ),
    TableSpec(
        id="reaction_reasons",
        title="Reasons given",
        description="Reasons given in the texts of reactions, from a controlled list.",
        row=reactions.ReactionReason,
        key=("reaction_id", "reason"),
        group="Reactions",
        licence=CC_BY,
        expectations=Expectations(2223, 30000),
        references=(Reference("reaction_id", ("reactions",)),),
    ),
    TableSpec(
        id="joint_statements",
        title="Shared texts",
        description="Statements shared by several countries, each once, with its signatories.",
        row=reactions.JointStatement,
        key=("joint_id",),
        group="Reactions",
        licence=CC_BY,
        expectations=Expectations(38, 500),
        references=(
            Reference("event_id", ("reaction_events",)),
            Reference("countries", ("countries",)),
            Reference("aligned", ("countries",)),
            Reference("organisations", ("organisations",)),
            SOURCES_REFERENCE,
        ),
        order=("date", "joint_id"),
        time=("date",),
        label="title",
    ),
)
