"""What the reader sees in place of the codes that stand in a table."""

from collections.abc import Iterable, Mapping
from functools import cache

import datasets
from dashboard.words.names import TABLES as ACTORS
from dashboard.words.names import known_names
from validators.spec import TableSpec

#: Characters of a label that must fit a list to choose from.
LONGEST = 90

#: Columns that hold ids of tables, which no reference says.
TABLE_IDS = frozenset(
    {
        ("claims", "evidence_tables"),
        ("caveats", "tables"),
        ("tombstones", "table"),
        ("accepted_findings", "table"),
    }
)

#: Columns that together name a row, where the label of its table alone does not tell it apart.
_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "ga_roll_calls": ("resolution", "title"),
    "ga_key_resolutions": ("symbol", "title"),
    "sources": ("publisher", "date", "title"),
    "agreements": ("signed", "title"),
    "milestones": ("date", "title"),
}


def shortened(text: str, longest: int = LONGEST) -> str:
    """``text`` cut to a length, with a sign that it was."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def targets(spec: TableSpec, column: str) -> tuple[str, ...]:
    """Tables at which the codes of a column point; empty where they point at none."""
    return next((r.targets for r in spec.references if r.column == column), ())


@cache
def row_labels(table: str) -> Mapping[str, str]:
    """Label of each row of a table by its key; empty where the table could not be read."""
    catalog = datasets.catalog()
    if table in catalog.failed:
        return {}
    spec = catalog.spec(table)
    frame = catalog.frame(table)
    named = _NAMED_BY.get(table) or ((spec.label,) if spec.label else spec.key)
    parts = [frame[name].fillna("").astype(str) for name in named]
    labels = (" · ".join(filter(None, cells)) for cells in zip(*parts, strict=True))
    return dict(zip(frame[spec.key[0]].astype(str), labels, strict=True))


@cache
def labels_of(table: str, column: str) -> Mapping[str, str] | None:
    """Label of each code of a column; None where the column holds no codes of anything.

    A code of a table that could not be read has no label: show the code.
    """
    spec = datasets.spec(table)
    vocabulary = spec.columns[column].vocabulary
    if vocabulary is not None:
        return {str(term.value): term.label for term in vocabulary}
    if (table, column) in TABLE_IDS:
        return {each.id: each.title for each in datasets.tables()}
    named = targets(spec, column)
    if not named:
        return None
    labels: dict[str, str] = {}
    for target in named:
        if target not in ACTORS:
            labels |= row_labels(target)
    return labels | (_actors(named) if ACTORS.keys() & set(named) else {})


def _actors(tables: Iterable[str]) -> dict[str, str]:
    """Names of the actors of some tables; where a code stands in two, a country comes first."""
    if set(tables) == {"organisations"}:
        catalog = datasets.catalog()
        if "organisations" in catalog.failed:
            return {}
        frame = catalog.frame("organisations")
        return dict(zip(frame["code"], frame["short_name"], strict=True))
    return known_names()
