"""Rows of contested estimates, their claimants, checked claims and the articles they come from."""

from validators.primitives import (
    ClaimantCode,
    Count,
    Iso3,
    PartialDate,
    Quantity64,
    Several,
    Slug,
    Text,
    YesNo,
)
from validators.rows.base import Row, column, note, source_ids
from validators.vocabulary import ClaimantKind, ClaimKind, Quantity, Theme, Unit, Verdict


class Claimant(Row):
    """One body that stated estimates."""

    code: ClaimantCode = column("Code", "Short code of the claimant.")
    name: Text = column("Claimant", "Name of the claimant.")
    country: Iso3 | None = column("Country", "State to which it belongs, if any.", default=None)
    kind: ClaimantKind = column("Kind", "What kind of claimant it usually is.")
    description: Text = column("Description", "Who it is.")


class Estimate(Row):
    """One contested quantity as one claimant stated it on one day."""

    id: Slug = column("Estimate", "Immutable id of the estimate.")
    quantity: Quantity = column("Quantity", "What is estimated.")
    date_of_statement: PartialDate = column("Stated on", "When the statement was made.")
    period_start: PartialDate | None = column(
        "Period from", "Beginning of the period to which it refers.", default=None
    )
    period_end: PartialDate | None = column(
        "Period to", "End of the period to which it refers.", default=None
    )
    low: Quantity64 | None = column("Low", "Lower bound: ‘more than’.", default=None)
    high: Quantity64 | None = column("High", "Upper bound: ‘up to’.", default=None)
    point: Quantity64 | None = column("Point", "A single figure.", default=None)
    unit: Unit = column("Unit", "Unit; two units never share an axis.")
    claimant: ClaimantCode = column("Claimant", "Who stated it.")
    claimant_kind: ClaimantKind = column("Claimant kind", "In what capacity.")
    bound_from_wording: YesNo = column(
        "Bound from wording", "Whether a word such as ‘hundreds’ had to be turned into a bound."
    )
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class Article(Row):
    """One of the articles under review."""

    id: Slug = column("Article", "Immutable id of the article.")
    title: Text = column("Title", "Title of the article.")
    publisher: Text | None = column("Publisher", "Who published it, if known.", default=None)
    description: Text = column("Description", "What kind of text it is.")
    source_id: Slug = column("Source", "The article in the table of sources.")


class Claim(Row):
    """One statement of an article under review, with its verdict."""

    id: Slug = column("Claim", "Immutable id of the claim.")
    article_id: Slug = column("Article", "Article in which it stands.")
    paragraph_no: Count = column("Paragraph", "Non-empty line of the article, from 1.")
    claim: Text = column("Claim", "The statement, in our own words.")
    theme: Theme = column("Theme", "Main theme.")
    period_start: PartialDate | None = column(
        "Period from", "Beginning of the period it speaks of.", default=None
    )
    period_end: PartialDate | None = column(
        "Period to", "End of the period it speaks of.", default=None
    )
    kind: ClaimKind = column("Kind", "What kind of statement it is.")
    checkable: YesNo = column("Checkable", "Whether it can be checked at all.")
    verdict: Verdict = column("Verdict", "Result of the check.")
    explanation: Text = column("Explanation", "Why, with the facts that decide it.")
    evidence_milestones: Several[Slug] = column(
        "Milestones", "Milestones that bear on it.", default=()
    )
    evidence_tables: Several[Text] = column(
        "Tables", "Tables whose figures bear on it.", default=()
    )
    source_ids: Several[Slug] = column(
        "Sources",
        "Sources that bear on it; the article itself where no other was needed or found.",
        default=(),
    )
