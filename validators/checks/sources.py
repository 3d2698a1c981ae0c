"""Rules over sources: what may be evidence, and that no page is cited under two ids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validators.checks.base import Spot, rule
from validators.findings import Severity
from validators.tables import Table, Tables
from validators.vocabulary import SourceKind


def _reviewed(sources: Table) -> frozenset[str]:
    return frozenset(
        source for _, source, kind in sources.rows("id", "kind") if kind is SourceKind.REVIEWED
    )


@rule(
    "source-reviewed",
    "An article under review is never evidence; a claim may name it where nothing else was found.",
    "Name a source that supports the row; the articles are what is checked.",
)
def articles_are_no_evidence(tables: Tables) -> Iterator[Spot]:
    """Yield rows outside the claims that rest on an article under review."""
    if "sources" not in tables:
        return
    reviewed = _reviewed(tables["sources"])
    for table in tables.values():
        if "source_ids" not in table.columns or table.spec.id == "claims":
            continue
        for row, ids in enumerate(table["source_ids"]):
            if not reviewed.isdisjoint(ids):
                yield Spot(table, row, "source_ids", "rests on an article under review")


@rule(
    "article-source",
    "Articles under review and sources of kind ‘reviewed’ stand for each other, one to one.",
    "Correct the source of the article, or the kind of the source.",
    needs=("articles", "sources"),
)
def articles_are_reviewed(tables: Tables) -> Iterator[Spot]:
    """Yield articles whose source is of another kind, and reviewed sources without an article."""
    articles, sources = tables["articles"], tables["sources"]
    reviewed = _reviewed(sources)
    named = articles["source_id"]
    for row, source in enumerate(named):
        if source in sources.index and source not in reviewed:
            yield Spot(articles, row, "source_id", "is no source of kind ‘reviewed’")
        elif source is not None and source in named[:row]:
            yield Spot(articles, row, "source_id", "stands for an earlier article already")
    for source in sorted(reviewed.difference(named)):
        row = sources.index[source]
        yield Spot(sources, row, "kind", f"is ‘reviewed’, but no article names ‘{source}’")


@rule(
    "source-address",
    "A source has an address, unless it is an article under review.",
    "Give the address at which it was read.",
    needs=("sources",),
)
def sources_have_addresses(tables: Tables) -> Iterator[Spot]:
    """Yield sources without address."""
    sources = tables["sources"]
    for row, kind in enumerate(sources["kind"]):
        if kind not in (SourceKind.REVIEWED, None) and sources.is_empty(row, "url"):
            yield Spot(sources, row, "url", "is empty: readers could not follow the source")


_SCHEME = re.compile(
    r"^https?://(?:www\.|m\.|amp\.)?|#.*$|/amp/?(?=$|\?)|(?<=/)amp/|[?&]amp(?:=1)?$"
)


def page_of(url: str) -> str:
    """Return what identifies the page behind an address.

    Scheme, ``www.``, mobile and amp variants, the fragment, a trailing slash and case do not
    tell pages apart.
    """
    return _SCHEME.sub("", url.lower()).rstrip("/")


@rule(
    "source-duplicate",
    "A page is one source.",
    "Keep one of the two ids, and name it in every row that cites the page.",
    needs=("sources",),
    severity=Severity.WARNING,
)
def pages_cited_once(tables: Tables) -> Iterator[Spot]:
    """Yield sources whose page is that of an earlier source."""
    sources = tables["sources"]
    first: dict[str, int] = {}
    for row, url in enumerate(sources["url"]):
        if url is None:
            continue
        earlier = first.setdefault(page_of(url), row)
        if earlier != row:
            message = f"is the page of ‘{sources['id'][earlier]}’ (line {sources.lines[earlier]})"
            yield Spot(sources, row, "url", message)


CHECKS = (
    articles_are_no_evidence,
    articles_are_reviewed,
    sources_have_addresses,
    pages_cited_once,
)
