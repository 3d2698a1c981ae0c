"""Tiny tables for tests: valid rows of which only what matters is said."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from datasets.registry import TABLES, spec
from validators.checks import CHECKS
from validators.checks.base import EVERY, Check
from validators.fields import Column
from validators.parse import TableReader
from validators.primitives import Kind
from validators.tables import Table

# What the types of a row alone cannot know: cells that must agree with each other.
_FITTING: Mapping[str, Mapping[str, str]] = {
    "milestones": {"date": "2024-06-19", "actors": "RUS|PRK", "significance": "1", "tone": "0"},
    "countries": {"un_region": "Asia", "un_subregion": "Eastern Asia", "lat": "40", "lon": "127"},
    "places": {"country": "PRK", "lat": "39", "lon": "126"},
    "eras": {"start": "1945", "end": "1953"},
    "hs_chapters": {"chapter": "01", "section": "I", "section_number": "1"},
    "trade_series": {"series_id": "kotra", "years": "1990-2024", "unit": "current US$"},
    "trade_flows": {"series_id": "kotra", "year": "2010", "partner": "RUS", "value_usd": "7"},
    "trade_products": {"series_id": "kotra", "year": "2010", "partner": "RUS", "period": "2010"},
    "trade_published_shares": {"year": "2010", "edition": "2011", "share_pct": "5"},
    "petroleum": {"period": "2020-05", "supplier": "RUS", "as_of": "2020-09", "barrels": "8"},
    "reactions": {"precision": "day", "stance": "-1", "actor": "JPN"},
    "joint_statements": {"precision": "day", "stance": "-1"},
    "ga_roll_calls": {"roll_call_id": "v7", "voeten_rcid": "7", "date": "1995-11", "session": "50"},
    "ga_roll_calls_voeten": {"voeten_rcid": "7", "roll_call_id": "v7", "session": "50"},
    "ga_votes": {"roll_call_id": "v7", "iso3": "RUS", "vote": "yes", "voeten_vote": "yes"},
    "security_council": {"date": "2006-10-14", "symbol": "S/RES/1718"},
    "estimates": {"date_of_statement": "2024-06", "quantity": "tourists", "unit": "tourists"},
    "claims": {"id": "a1-p04-1", "article_id": "article-1", "paragraph_no": "4"},
    "name_aliases": {"language": "en", "script": "Latn"},
}


def _plain(column: Column) -> str:
    if column.vocabulary is not None:
        return str(next(iter(column.vocabulary)).value)
    if column.kind is Kind.BOOLEAN:
        return "no"
    if column.name == "year":
        return "1990"
    return (column.cell.example if column.cell else "") or "Words"


@cache
def minimal(name: str) -> dict[str, str]:
    """Return a valid row of a table: required cells and those that must agree, nothing else."""
    columns = spec(name).columns
    cells = {n: _plain(column) if column.required else "" for n, column in columns.items()}
    url = {"url": "https://example.org/page"} if "url" in columns else {}
    return {**cells, **url, **_FITTING.get(name, {})}


def table(name: str, *rows: Mapping[str, str]) -> Table:
    """Return a table of valid rows with some cells changed.

    Args:
        name: Id of the table.
        *rows: For each row the cells that differ from the minimal row.
    """
    columns = list(spec(name).columns)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({**minimal(name), **row})
    reader = TableReader(spec(name), f"{name}.csv")
    made = reader.read(text.getvalue().encode())
    assert made is not None
    assert not reader.findings, str(reader.findings[0])
    return made


def check(code: str) -> Check:
    """Return the check with a code."""
    return next(check for check in CHECKS if check.code == code)


def places(code: str, *tables: Table) -> list[tuple[str, int, str]]:
    """Return table, line and column of what a check finds; tables it needs beside are empty."""
    rule = check(code)
    record = {made.spec.id: made for made in tables}
    needed = [s.id for s in TABLES] if rule.needs == EVERY else rule.needs
    for name in needed:
        record.setdefault(name, table(name))
    return [
        (spot.table.spec.id, 0 if spot.row is None else spot.table.lines[spot.row], spot.column)
        for spot in rule.find(record)
    ]


@dataclass(frozen=True)
class Case:
    """An example that keeps a rule and one that breaks it.

    Attributes:
        code: Code of the rule.
        good: Tables in which nothing is found.
        bad: Tables in which the places are found.
        places: Table, line and column of all that is found in the bad ones.
    """

    code: str
    good: tuple[Table, ...]
    bad: tuple[Table, ...]
    places: tuple[tuple[str, int, str], ...]

    def __str__(self) -> str:
        return self.code


def judge(case: Case) -> None:
    """Assert that the good example passes and the bad one is found at its places."""
    assert places(case.code, *case.good) == []
    assert tuple(places(case.code, *case.bad)) == case.places
