"""Rows of agreements, Security Council decisions and sanctions actions."""

from validators.primitives import ActorCode, Count, PartialDate, Several, Slug, Symbol, Text, YesNo
from validators.rows.base import Row, column, note, source_ids, verified
from validators.vocabulary import (
    AgreementKind,
    CouncilKind,
    CouncilMeasure,
    CouncilScope,
    CouncilVote,
    Directness,
    Precision,
    ProvisionTopic,
    Theme,
    Verified,
)


class Agreement(Row):
    """One treaty, agreement or declaration."""

    id: Slug = column("Agreement", "Immutable id of the agreement.")
    parties: Several[ActorCode] = column("Parties", "Parties, as far as they matter here.")
    multilateral: YesNo = column("Multilateral", "Whether further states are parties.")
    signed: PartialDate = column("Signed", "Date of signature or, for a notice, of the notice.")
    precision: Precision = column("Precision", "How exactly the date of signature is known.")
    in_force: PartialDate | None = column(
        "In force", "Entry into force; empty where it was not seen.", default=None
    )
    ended: PartialDate | None = column(
        "Ended", "End of validity; empty where it lasts or was not seen.", default=None
    )
    kind: AgreementKind = column("Kind", "What it is mainly about.")
    mutual_defence: YesNo = column("Mutual defence", "Whether it obliges to mutual defence.")
    title: Text = column("Title", "Name of the agreement.")
    summary: Text = column("Summary", "What it says, in our own words.")
    verified: Verified = verified()
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class Provision(Row):
    """One clause of a treaty."""

    id: Slug = column("Clause", "Immutable id of the clause.")
    treaty_id: Slug = column("Treaty", "Treaty to which it belongs.")
    article: Text | None = column(
        "Article", "Number of the article, or preamble; empty where unknown.", default=None
    )
    topic: ProvisionTopic = column("Topic", "What it is about.")
    summary: Text = column("Summary", "What it says, in our own words.")
    verified: Verified = verified()
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class CouncilDecision(Row):
    """One resolution, failed draft or procedural vote of the Security Council."""

    id: Slug = column("Decision", "Immutable id of the decision.")
    symbol: Symbol | None = column("Symbol", "Document symbol.", default=None)
    date: PartialDate = column("Date", "Day of the vote.")
    kind: CouncilKind = column("Kind", "What became of the text.")
    subject: Text = column("Subject", "What it is about.")
    votes_for: Count | None = column("For", "Votes in favour.", unit="votes", default=None)
    votes_against: Count | None = column("Against", "Votes against.", unit="votes", default=None)
    abstentions: Count | None = column("Abstentions", "Abstentions.", unit="votes", default=None)
    not_voting: Count | None = column(
        "Not voting", "Members absent or not voting.", unit="votes", default=None
    )
    russia_vote: CouncilVote = column("Russia", "Vote of the USSR or Russia.")
    china_vote: CouncilVote | None = column(
        "China", "Vote in China's seat: the Republic of China before 25 October 1971.", default=None
    )
    measures: Several[CouncilMeasure] = column("Measures", "What it contains.", default=())
    summary: Text = column("Summary", "What it says, in our own words.")
    scope: CouncilScope = column("Scope", "Whether it concerns the DPRK or stands as context.")
    undl_id: Count | None = column("UN record", "Record of the UN Digital Library.", default=None)
    verified: Verified = verified()
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class SanctionsAction(Row):
    """One sanctions action that touches ties between Russia and the DPRK."""

    id: Slug = column("Action", "Immutable id of the action.")
    date: PartialDate = column("Date", "Date of the action.")
    precision: Precision = column("Precision", "How exactly the date is known.")
    body: ActorCode = column("Body", "State or organisation that acted.")
    individuals: Count | None = column(
        "Individuals", "Persons listed, as reported.", unit="persons", default=None
    )
    entities: Count | None = column(
        "Entities", "Entities listed, as reported.", unit="entities", default=None
    )
    vessels_aircraft: Count | None = column(
        "Vessels and aircraft", "Vessels and aircraft listed, as reported.", default=None
    )
    targets: Several[Text] = column("Targets", "Names of targets, as reported.", default=())
    reason: Text = column("Reason", "Why, in a few words.")
    theme: Theme = column("Theme", "Main theme.")
    direct: Directness = column("Direct", "How directly it concerns ties between the two.")
    verified: Verified = verified()
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()
