"""Filters of the Claims page."""

from functools import cache

import datasets
from dashboard.state import options
from dashboard.state.view import Choice, Choices, Option, Param, Text
from validators.vocabulary import ClaimKind, Verdict

#: What the totals are divided by.
GROUPS: tuple[Option, ...] = (
    ("article", "Article"),
    ("theme", "Theme"),
    ("verdict", "Verdict"),
    ("kind", "Kind"),
)

EVIDENCE: tuple[Option, ...] = (("found", "Found"), ("none", "None found"))


@cache
def article_options() -> tuple[Option, ...]:
    """Articles under review, numbered in the order of their table."""
    titles = options.rows("articles", label="title")()
    return tuple(
        (code, f"Article {number}: {title}") for number, (code, title) in enumerate(titles, start=1)
    )


@cache
def claim_options() -> tuple[Option, ...]:
    """Claims in their own words, without the full stop, so that they can stand in a sentence."""
    catalog = datasets.catalog()
    if "claims" in catalog.failed:
        return ()
    claims = catalog.frame("claims")
    return tuple(zip(claims["id"], claims["claim"].str.rstrip("."), strict=True))


PARAMS: tuple[Param, ...] = (
    Text("q", "Search", placeholder="percent of exports, Lavrov, debt"),
    Choices("article", "Articles", options=article_options),
    Choices("verdict", "Verdicts", options=options.terms(Verdict), term="verdict"),
    Choices("kind", "Kinds of claim", options=options.terms(ClaimKind), term="claim"),
    Choice("evidence", "Evidence", options=EVIDENCE, blank="All"),
    Choice("by", "Totals by", options=GROUPS),
    Choice("claim", "Claim", options=claim_options, blank="All claims"),
)
