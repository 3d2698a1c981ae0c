"""Rows of General Assembly roll calls and votes."""

from validators.primitives import Count, Iso3, PartialDate, Several, Slug, Symbol, Text, YesNo
from validators.rows.base import Row, column, note, source_ids, verified
from validators.vocabulary import (
    AdoptedBy,
    IssuesMethod,
    KeyTopic,
    Precision,
    RollCallKind,
    Verified,
    VoteChoice,
    VoteIssue,
    VoteTerms,
)


class RollCall(Row):
    """One recorded vote of the General Assembly in which Russia or the DPRK took part."""

    roll_call_id: Slug = column("Roll call", "v + Voeten number, or u + record of the UN library.")
    session: Text = column("Session", "Session; S for special, ES for emergency special sessions.")
    date: PartialDate = column("Date", "Day of the vote; month where only the Voeten data exist.")
    precision: Precision = column("Precision", "How exactly the date is known.")
    resolution: Symbol | None = column("Resolution", "Document symbol, if matched.", default=None)
    title: Text = column("Title", "Name of the resolution, shortened.")
    kind: RollCallKind = column("Kind", "What was voted on; only final votes count for agreement.")
    issues: Several[VoteIssue] = column("Issues", "Issue codes.", default=())
    issues_method: IssuesMethod = column("Issue coding", "How the issue codes came about.")
    important: YesNo | None = column(
        "Important",
        "Listed as important by the US State Department; empty if unknown.",
        default=None,
    )
    yes: Count = column("Yes", "Votes in favour, all members.", unit="votes")
    no: Count = column("No", "Votes against, all members.", unit="votes")
    abstain: Count = column("Abstentions", "Abstentions, all members.", unit="votes")
    terms: VoteTerms = column("Terms", "Terms under which the votes of the row may be reused.")
    voeten_rcid: Count | None = column(
        "Voeten number", "Roll call id of the Voeten data.", default=None
    )
    undl_id: Count | None = column("UN record", "Record of the UN Digital Library.", default=None)
    source_ids: Several[Slug] = source_ids()


class RollCallVote(Row):
    """How one of the fifteen countries stands in one roll call."""

    roll_call_id: Slug = column("Roll call", "The roll call.")
    iso3: Iso3 = column("Country", "The country; RUS is the Soviet Union before 26 December 1991.")
    vote: VoteChoice = column("Vote", "Vote, the UN library's record where it exists.")
    voeten_vote: VoteChoice | None = column(
        "Voeten vote", "Vote in the CC0 subset of the Voeten data; empty outside it.", default=None
    )


class VoetenRollCall(Row):
    """One roll call as the Voeten data alone describe it (CC0)."""

    voeten_rcid: Count = column("Voeten number", "Roll call id of the Voeten data.")
    roll_call_id: Slug = column("Roll call", "The same roll call in this record.")
    session: Text = column("Session", "Session number as in the data.")
    date: PartialDate = column("Date", "Month of the vote; the day in the data is unreliable.")
    precision: Precision = column("Precision", "How exactly the date is known.")
    voeten_ref: Text | None = column(
        "Reference", "Document reference as in the data; R numbers are pages.", default=None
    )
    title: Text | None = column("Title", "Title as in the data.", default=None)
    issues: Several[VoteIssue] = column("Issues", "Issue codes.", default=())
    important: YesNo | None = column("Important", "Flag of the data.", default=None)


class VoteConflict(Row):
    """One vote on which the two sources differ."""

    voeten_rcid: Count = column("Voeten number", "Roll call id of the Voeten data.")
    undl_id: Count = column("UN record", "Record of the UN Digital Library.")
    roll_call_id: Slug = column("Roll call", "The roll call in this record.")
    iso3: Iso3 = column("Country", "The country.")
    voeten: VoteChoice | None = column(
        "Voeten", "Vote in the Voeten data; empty where it holds none.", default=None
    )
    undl: VoteChoice | None = column(
        "UN library", "Vote in the UN library; empty where it holds none.", default=None
    )


class KeyResolution(Row):
    """One key resolution of the General Assembly."""

    id: Slug = column("Resolution", "Immutable id of the resolution.")
    symbol: Symbol | None = column(
        "Symbol", "Document symbol; empty where it was not seen.", default=None
    )
    date: PartialDate = column("Date", "Day of adoption; month where the day was not seen.")
    topic: KeyTopic = column("Topic", "Subject.")
    title: Text = column("Title", "Name of the resolution, shortened.")
    adopted_by: AdoptedBy = column("Adopted", "How it was adopted.")
    yes: Count | None = column("Yes", "Votes in favour.", unit="votes", default=None)
    no: Count | None = column("No", "Votes against.", unit="votes", default=None)
    abstain: Count | None = column("Abstentions", "Abstentions.", unit="votes", default=None)
    absent: Count | None = column(
        "Absent", "Members that cast no vote.", unit="votes", default=None
    )
    members: Count | None = column("Members", "Members at the time.", unit="states", default=None)
    undl_id: Count | None = column("UN record", "Record of the UN Digital Library.", default=None)
    verified: Verified = verified()
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class KeyVote(Row):
    """One member's vote on a key resolution."""

    resolution_id: Slug = column("Resolution", "The key resolution.")
    iso3: Iso3 = column("Country", "The member.")
    vote: VoteChoice = column("Vote", "Its vote.")
