"""What became of the statements of the articles under review, and what decides each."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

import datasets
from datasets.measures.inputs import percent, table, tuples
from validators.vocabulary import ClaimKind, SourceKind, Theme, Verdict

NONE_FOUND = "none found"

_LABELS: dict[str, dict[str, str]] = {
    "theme": {item.value: item.label for item in Theme},
    "verdict": {item.value: item.label for item in Verdict},
    "kind": {item.value: item.label for item in ClaimKind},
}


def claims_summary(
    by: str = "article",
    *,
    claims: pd.DataFrame | None = None,
    articles: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return how many claims got which verdict, per article, theme or kind, or in all.

    Formula: share = 100 × claims with the verdict ÷ claims of the group. Every verdict has a row
    in every group: 0 is a counted zero.

    Args:
        by: ``article``, ``theme``, ``kind`` or ``verdict`` (one group of all claims).
        claims: Table ``claims``; the bundled one if None.
        articles: Table ``articles`` for the labels; the bundled one if None.

    Returns:
        ``group`` (code), ``group_label``, ``verdict``, ``verdict_label``, ``claims`` (Int64),
        ``total`` (Int64, claims of the group), ``share`` (Float64, percent).
    """
    rows = table(claims, "claims")
    column = {"article": "article_id", "theme": "theme", "kind": "kind"}.get(by)
    if column is None and by != "verdict":
        raise ValueError(f"no grouping {by!r}; there are article, theme, kind and verdict")
    labels = _LABELS.get(by, {})
    if by == "article":
        titles = table(articles, "articles")
        labels = dict(zip(titles["id"], titles["title"], strict=True))
    group = pd.Series("all", index=rows.index) if column is None else rows[column]
    present = set(group)
    order = ["all"] if column is None else [code for code in labels if code in present]
    verdicts = [item.value for item in Verdict]
    index = pd.MultiIndex.from_product([order, verdicts], names=["group", "verdict"])
    counts = rows.assign(group=group).groupby(["group", "verdict"]).size()
    summary = counts.reindex(index, fill_value=0).rename("claims").reset_index()
    summary["total"] = summary.groupby("group")["claims"].transform("sum")
    summary["share"] = percent(summary["claims"], summary["total"])
    summary["group_label"] = summary["group"].map({"all": "All claims", **labels})
    summary["verdict_label"] = summary["verdict"].map(_LABELS["verdict"])
    columns = ["group", "group_label", "verdict", "verdict_label", "claims", "total", "share"]
    text = dict.fromkeys(columns[:4], "str")
    return summary[columns].astype({**text, "claims": "Int64", "total": "Int64"})


def _counted(number: int, one: str, many: str) -> list[str]:
    return [f"{number} {one if number == 1 else many}"] if number else []


def _words(milestones: Iterable[str], tables: Iterable[str], sources: Iterable[str]) -> str:
    parts = [
        *_counted(len(tuple(milestones)), "milestone", "milestones"),
        *(f"table “{datasets.spec(name).title}”" for name in tables),
        *_counted(len(tuple(sources)), "source", "sources"),
    ]
    return ", ".join(parts) or NONE_FOUND


def claim_evidence(
    *, claims: pd.DataFrame | None = None, sources: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return what each claim rests on: milestones, tables, and sources other than the articles.

    The articles under review are never evidence, so they are taken out of the sources.

    Args:
        claims: Table ``claims``; the bundled one if None.
        sources: Table ``sources``, for the kinds; the bundled one if None.

    Returns:
        One row per claim: ``claim_id``, ``article_id``, ``verdict``, ``milestones``, ``tables``,
        ``sources`` (tuples of ids), ``pieces`` (Int64, all of them), ``found`` (boolean),
        ``words`` (“2 milestones, 1 source”, or “none found”).
    """
    rows = table(claims, "claims")
    kinds = table(sources, "sources")
    reviewed = set(kinds.loc[kinds["kind"] == SourceKind.REVIEWED.value, "id"])
    kept = [tuple(s for s in listed if s not in reviewed) for listed in rows["source_ids"]]
    parts = [rows["evidence_milestones"], rows["evidence_tables"], pd.Series(kept)]
    pieces = [sum(map(len, lists)) for lists in zip(*parts, strict=True)]
    return pd.DataFrame(
        {
            "claim_id": rows["id"],
            "article_id": rows["article_id"],
            "verdict": rows["verdict"],
            "milestones": rows["evidence_milestones"],
            "tables": rows["evidence_tables"],
            "sources": tuples(kept, rows.index),
            "pieces": pd.Series(pieces, index=rows.index, dtype="Int64"),
            "found": pd.Series(pieces, index=rows.index, dtype="Int64") > 0,
            "words": pd.Series(
                [_words(*lists) for lists in zip(*parts, strict=True)],
                index=rows.index,
                dtype="str",
            ),
        }
    ).reset_index(drop=True)
