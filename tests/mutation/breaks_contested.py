"""Breaks of the rules over estimates, claims, agreements and sanctions actions."""

from __future__ import annotations

from tests.mutation.rules import Break, Row, when


def _unit_of(row: Row, unit: str) -> bool:
    return row["unit"] == unit


def _decided(row: Row) -> bool:
    return row["verdict"] in ("supported", "partly_supported", "contradicted")


def _alone(row: Row, column: str) -> bool:
    """Whether one of three kinds of evidence is all that a decided claim has."""
    others = {"evidence_milestones", "evidence_tables", "source_ids"} - {column}
    return _decided(row) and bool(row[column]) and not any(row[other] for other in others)


BREAKS: tuple[Break, ...] = (
    Break(
        "estimate-bounds",
        "estimates",
        "low",
        when(lambda r: r["point"] or r["high"], lambda r: "900000000000"),
        ("point", "high"),
    ),
    Break(
        "estimate-bounds",
        "estimates",
        "high",
        when(lambda r: r["point"] or r["low"], lambda r: "0"),
        ("point",),
    ),
    Break(
        "estimate-bounds",
        "estimates",
        "point",
        when(lambda r: r["point"] and not r["low"] and not r["high"], ""),
    ),
    Break(
        "estimate-percent",
        "estimates",
        "point",
        when(lambda r: _unit_of(r, "percent_of_russian_use"), "140"),
    ),
    Break(
        "estimate-unit",
        "estimates",
        "unit",
        when(lambda r: r["quantity"] != "tourists", "tourists"),
    ),
    Break("estimate-unit", "estimates", "quantity", lambda r: r.other("quantity"), ("unit",)),
    Break(
        "estimate-party",
        "estimates",
        "claimant_kind",
        lambda r: "government" if r["claimant_kind"] == "party" else "party",
    ),
    Break(
        "estimate-party",
        "estimates",
        "claimant",
        when(lambda r: r["claimant_kind"] == "intelligence", "RUS"),
        ("claimant_kind",),
    ),
    Break(
        "estimate-party",
        "claimants",
        "kind",
        lambda r: "press" if r["kind"] == "party" else "party",
    ),
    Break(
        "estimate-party",
        "claimants",
        "country",
        when(lambda r: r["kind"] != "party", "PRK"),
        ("kind",),
    ),
    Break(
        "claimant-kind",
        "estimates",
        "claimant_kind",
        when(lambda r: r["claimant_kind"] == "government", "press"),
    ),
    Break(
        "estimate-ahead",
        "estimates",
        "date_of_statement",
        when(lambda r: _unit_of(r, "killed") and r["period_end"], "2022-01-05"),
        ("period_start", "period_end"),
    ),
    Break(
        "estimate-ahead",
        "estimates",
        "period_end",
        when(lambda r: _unit_of(r, "containers") and r["period_end"], "2026-11"),
    ),
    Break(
        "bound-unexplained",
        "estimates",
        "bound_from_wording",
        when(lambda r: not r["low"], "yes"),
        ("low",),
    ),
    Break(
        "bound-unexplained",
        "estimates",
        "note",
        when(lambda r: r["bound_from_wording"] == "yes", ""),
    ),
    Break(
        "claim-evidence",
        "claims",
        "evidence_tables",
        when(lambda r: _alone(r, "evidence_tables"), ""),
        ("verdict",),
    ),
    Break(
        "claim-evidence",
        "claims",
        "source_ids",
        when(lambda r: _alone(r, "source_ids"), lambda r: r["article_id"]),
        ("verdict",),
    ),
    Break(
        "claim-article",
        "claims",
        "source_ids",
        when(
            lambda r: r["source_ids"] and "article" not in r["source_ids"],
            lambda r: f"{r['source_ids']}|{r['article_id']}",
        ),
    ),
    Break(
        "claim-article",
        "claims",
        "source_ids",
        when(lambda r: r["source_ids"] in ("article-4", "article-2"), "article-5"),
    ),
    Break(
        "claim-verdict",
        "claims",
        "checkable",
        when(
            lambda r: r["verdict"] != "unverifiable",
            lambda r: "no" if r["checkable"] == "yes" else "yes",
        ),
    ),
    Break(
        "claim-verdict",
        "claims",
        "verdict",
        when(lambda r: r["checkable"] == "yes", "opinion"),
        ("checkable",),
    ),
    Break("claim-id", "claims", "paragraph_no", lambda r: str(int(r["paragraph_no"]) + 1)),
    Break("claim-id", "claims", "article_id", lambda r: r.other("article_id")),
    Break("claim-id", "claims", "id", lambda r: f"claim-{r['id']}"),
    Break("period-start-missing", "claims", "period_start", when(lambda r: r["period_end"], "")),
    Break("agreement-parties", "agreements", "parties", lambda r: "PRK"),
    Break(
        "clause-place",
        "agreement_provisions",
        "article",
        lambda r: r.rng.choice(("IV", "art. 4", "98", "preface")),
    ),
    Break("clause-place", "agreement_provisions", "treaty_id", lambda r: "agr-2025-media"),
    Break("clause-place", "agreement_provisions", "topic", lambda r: r.other("topic")),
    Break(
        "mutual-defence-clause",
        "agreements",
        "mutual_defence",
        when(lambda r: r["mutual_defence"] == "yes", "no"),
    ),
    Break(
        "sanctions-empty",
        "sanctions_actions",
        "targets",
        when(lambda r: not (r["individuals"] or r["entities"] or r["vessels_aircraft"]), ""),
    ),
)
