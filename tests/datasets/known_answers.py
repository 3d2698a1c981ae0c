"""Known answers: counts and sums of the record as last reviewed, and facts checked by hand.

``python -m tests.datasets.known_answers`` counts anew and writes the result; the facts stay as they
are, for only a person with the sources at hand may change them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import datasets
from datasets.diff import TextTable, keyed
from datasets.read import FOLDER
from datasets.revisions import tables_now
from validators.primitives import Kind

FILE = Path(__file__).parents[1] / "known_answers.json"

PARTITIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("milestones", ("theme", "date:decade")),
    ("milestones", ("tone",)),
    ("milestones", ("significance",)),
    ("milestones", ("verified",)),
    ("reaction_events", ("theme",)),
    ("reactions", ("event_id", "basis")),
    ("reactions", ("actor_kind", "stance")),
    ("reaction_reasons", ("reason",)),
    ("joint_statements", ("event_id",)),
    ("trade_flows", ("series_id", "flow")),
    ("trade_flows", ("basis",)),
    ("trade_published_shares", ("partner", "flow")),
    ("trade_products", ("series_id", "partner")),
    ("petroleum", ("supplier", "measure", "period_type")),
    ("agreements", ("kind",)),
    ("agreement_provisions", ("treaty_id",)),
    ("ga_roll_calls", ("kind", "date:decade")),
    ("ga_roll_calls", ("issues_method",)),
    ("ga_roll_calls", ("terms",)),
    ("ga_votes", ("iso3", "vote")),
    ("ga_vote_conflicts", ("iso3",)),
    ("ga_key_resolutions", ("topic", "adopted_by")),
    ("ga_key_votes", ("vote",)),
    ("security_council", ("kind", "russia_vote")),
    ("sanctions_actions", ("body",)),
    ("estimates", ("quantity", "unit")),
    ("estimates", ("claimant_kind",)),
    ("claims", ("article_id", "verdict")),
    ("sources", ("kind",)),
    ("countries", ("un_region",)),
    ("membership_changes", ("organisation",)),
    ("places", ("kind",)),
    ("name_aliases", ("kind", "script")),
)


def _value(cells: Mapping[str, str], column: str) -> str:
    name, _, part = column.partition(":")
    return f"{cells[name][:3]}0s" if part == "decade" else cells[name] or "(empty)"


def partition(table: TextTable, columns: Sequence[str]) -> dict[str, int]:
    """Count rows by the values of some columns; ``date:decade`` is the decade of a date."""
    rows = (dict(zip(table.header, row, strict=True)) for row in table.rows)
    counts = Counter("/".join(_value(cells, column) for column in columns) for cells in rows)
    return dict(sorted(counts.items()))


def sums(tables: Mapping[str, TextTable]) -> dict[str, str]:
    """Add up every column of numbers, exactly."""
    found = {}
    for spec in datasets.tables():
        table = tables[spec.id]
        for name, column in spec.columns.items():
            numbers = column.kind in (Kind.INTEGER, Kind.NUMBER) and not column.several
            if numbers and column.vocabulary is None:
                place = table.header.index(name)
                cells = [row[place] for row in table.rows if row[place]]
                total = sum((Decimal(cell) for cell in cells), Decimal())
                found[f"{spec.id}.{name}"] = f"{total.normalize():f} in {len(cells)} cells"
    return found


def counted(tables: Mapping[str, TextTable]) -> dict[str, Any]:
    """Return everything that is counted by program."""
    return {
        "rows": {spec.id: len(tables[spec.id].rows) for spec in datasets.tables()},
        "partitions": {
            f"{table} by {', '.join(columns)}": partition(tables[table], columns)
            for table, columns in PARTITIONS
        },
        "sums": sums(tables),
    }


def known() -> dict[str, Any]:
    """Return the committed answers."""
    content: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return content


def differences(expected: Any, found: Any, path: str = "") -> list[str]:
    """Return in words where two nested dictionaries differ."""
    if isinstance(expected, dict) and isinstance(found, dict):
        lines = []
        for name in dict.fromkeys((*expected, *found)):
            place = f"{path} › {name}" if path else str(name)
            lines += differences(expected.get(name, "(none)"), found.get(name, "(none)"), place)
        return lines
    return [] if expected == found else [f"{path}: known {expected}, found {found}"]


def fact_differences(
    facts: Sequence[Mapping[str, str]], tables: Mapping[str, TextTable]
) -> list[str]:
    """Return in words which facts the tables no longer hold."""
    lines = []
    rows = {
        table: keyed(tables[table], datasets.spec(table).key)
        for table in {fact["table"] for fact in facts}
    }
    for fact in facts:
        place = f"{fact['table']} {fact['key']} [{fact['column']}]"
        cells = rows[fact["table"]].get(tuple(fact["key"].split("/")))
        if cells is None:
            lines.append(f"{place}: the row is gone; known {fact['value']}")
        elif cells[fact["column"]] != fact["value"]:
            lines.append(f"{place}: known {fact['value']}, found {cells[fact['column']]}")
    return lines


def main() -> None:
    """Count anew and keep the facts."""
    answers = known() if FILE.exists() else {"facts": []}
    answers = {**counted(tables_now(FOLDER)), "facts": answers["facts"]}
    FILE.write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"counted {len(answers['rows'])} tables; {len(answers['facts'])} facts kept")


if __name__ == "__main__":
    main()
