"""Specifications of estimates, claimants, claims and the articles under review."""

from datasets.registry.licences import CC_BY
from datasets.registry.reference import SOURCES_REFERENCE
from validators.rows import estimates as rows
from validators.spec import Expectations, Reference, TableSpec

TABLES = (
    TableSpec(
        id="claimants",
        title="Claimants",
        description="Bodies that stated contested quantities.",
        row=rows.Claimant,
        key=("code",),
        group="Estimates",
        licence=CC_BY,
        expectations=Expectations(20, 100),
        references=(Reference("country", ("countries",)),),
        label="name",
    ),
    TableSpec(
        id="estimates",
        title="Estimates",
        description=(
            "Contested quantities as claimants stated them: low for ‘more than’, high for ‘up "
            "to’, point for a single figure. Units are never mixed."
        ),
        row=rows.Estimate,
        key=("id",),
        group="Estimates",
        licence=CC_BY,
        expectations=Expectations(125, 2000, {"period_start": 0.95}),
        references=(Reference("claimant", ("claimants",)), SOURCES_REFERENCE),
        order=("quantity", "date_of_statement", "id"),
        time=("date_of_statement",),
        label="note",
    ),
    TableSpec(
        id="articles",
        title="Articles under review",
        description="The five articles whose statements were checked; never evidence.",
        row=rows.Article,
        key=("id",),
        group="Claims",
        licence=CC_BY,
        expectations=Expectations(5, 50),
        references=(Reference("source_id", ("sources",)),),
        label="title",
    ),
    TableSpec(
        id="claims",
        title="Claims",
        description="Statements of the articles under review, each with verdict and evidence.",
        row=rows.Claim,
        key=("id",),
        group="Claims",
        licence=CC_BY,
        expectations=Expectations(165, 2000, {"evidence_milestones": 0.6, "source_ids": 0.9}),
        references=(
            Reference("article_id", ("articles",)),
            Reference("evidence_milestones", ("milestones",)),
            SOURCES_REFERENCE,
        ),
        time=("period_start", "period_end"),
        themes=("theme",),
        label="claim",
    ),
)
