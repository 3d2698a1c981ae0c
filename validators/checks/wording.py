"""Rules over notes, spellings, terms, and over the tables that speak about other tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from validators.checks.base import EVERY, Spot, rule
from validators.tables import Tables
from validators.vocabulary import Language, Script, Verified


@rule(
    "note-missing",
    "A row that is not or only partly verified says why in its note.",
    "Say in the note what is not confirmed.",
    alone=True,
)
def unverified_rows_explain(tables: Tables) -> Iterator[Spot]:
    """Yield rows with verified = no or partial and without note."""
    for table in tables.values():
        if "verified" not in table.columns or "note" not in table.columns:
            continue
        for row, verified in enumerate(table["verified"]):
            if verified in (Verified.NO, Verified.PARTIAL) and table.is_empty(row, "note"):
                yield Spot(table, row, "note", f"is empty although verified is ‘{verified.value}’")


_LETTERS = {
    Script.LATN: {"LATIN"},
    Script.HANG: {"HANGUL"},
    Script.CYRL: {"CYRILLIC"},
    Script.HANI: {"CJK"},
    Script.JPAN: {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
}
_SCRIPTS = {
    Language.EN: {Script.LATN},
    Language.KO: {Script.HANG, Script.LATN},
    Language.RU: {Script.CYRL, Script.LATN},
    Language.ZH: {Script.HANI, Script.LATN},
    Language.JA: {Script.JPAN, Script.LATN},
}


def _letters(text: str) -> set[str]:
    return {unicodedata.name(char, "?").split(" ")[0] for char in text if char.isalpha()}


@rule(
    "alias-script",
    "A spelling is written in the script named beside it, and the script is one of its language.",
    "Correct the spelling, the script or the language; look for letters of another alphabet.",
    needs=("name_aliases",),
)
def aliases_in_script(tables: Tables) -> Iterator[Spot]:
    """Yield spellings with letters of another script and languages without that script."""
    table = tables["name_aliases"]
    for row, alias, language, script in table.rows("alias", "language", "script"):
        if script is None:
            continue
        if alias is not None and not _letters(alias) <= _LETTERS[script]:
            yield Spot(table, row, "alias", f"holds letters that are not {script.label}")
        if language is not None and script not in _SCRIPTS[language]:
            yield Spot(table, row, "script", f"is no script of {language.label}")


@rule(
    "alias-ambiguous",
    "A spelling leads to one name, and is not that name itself.",
    "Keep the spelling with the name that readers look for.",
    needs=("name_aliases",),
)
def aliases_lead_to_one_name(tables: Tables) -> Iterator[Spot]:
    """Yield spellings that stand with two names or repeat their name."""
    table = tables["name_aliases"]
    first: dict[str, int] = {}
    for row, name, alias in table.rows("canonical", "alias"):
        if alias is None:
            continue
        if alias == name:
            yield Spot(table, row, "alias", "is the name itself")
        earlier = first.setdefault(alias.casefold(), row)
        if table["canonical"][earlier] != name and name is not None:
            other = table["canonical"][earlier]
            message = f"leads to ‘{other}’ already (line {table.lines[earlier]})"
            yield Spot(table, row, "alias", message)


@rule(
    "glossary-repeated",
    "A term is explained once.",
    "Merge the two entries.",
    needs=("glossary",),
)
def terms_explained_once(tables: Tables) -> Iterator[Spot]:
    """Yield terms that were explained in an earlier row."""
    table = tables["glossary"]
    first: dict[str, int] = {}
    for row, term in enumerate(table["term"]):
        if term is not None and first.setdefault(term.casefold(), row) != row:
            line = table.lines[first[term.casefold()]]
            yield Spot(table, row, "term", f"is explained in line {line} already")


@rule(
    "table-unknown",
    "A table that is named exists.",
    "Correct the name; tables are named by their ids.",
    needs=EVERY,
)
def named_tables_exist(tables: Tables) -> Iterator[Spot]:
    """Yield names of tables that do not exist, in caveats, claims and the tables of upkeep."""
    for holder, column in (
        ("caveats", "tables"),
        ("claims", "evidence_tables"),
        ("tombstones", "table"),
        ("accepted_findings", "table"),
    ):
        table = tables[holder]
        several = table.spec.columns[column].several
        for row, value in enumerate(table[column]):
            for name in value if several else (value,):
                if name is not None and name not in tables:
                    yield Spot(table, row, column, f"names ‘{name}’, which is no table", name)


@rule(
    "id-reused",
    "An id that was removed is never used again; what replaces it exists.",
    "Give the new row an id of its own, or correct the tombstone.",
)
def removed_ids_stay_removed(tables: Tables) -> Iterator[Spot]:
    """Yield tombstones whose id is in use, or whose replacement is missing."""
    stones = tables.get("tombstones")
    if stones is None:
        return
    for row, name, removed, substitute in stones.rows("table", "id", "replaced_by"):
        table = tables.get(name)
        if table is None:
            continue
        keys = {
            "/".join(map(str, key)) if isinstance(key, tuple) else str(key) for key in table.keys
        }
        if removed in keys:
            yield Spot(stones, row, "id", f"is a key of {table.file} again")
        if substitute is not None and substitute not in keys:
            yield Spot(stones, row, "replaced_by", f"is no key of {table.file}")


@rule(
    "caveat-unknown",
    "A caveat that a table names exists and names the table in turn.",
    "Correct the specification of the table or the list of tables of the caveat.",
)
def caveats_exist(tables: Tables) -> Iterator[Spot]:
    """Yield tables whose specification names a caveat that does not exist."""
    caveats = tables.get("caveats")
    if caveats is None:
        return
    for table in tables.values():
        for name in table.spec.caveats:
            row = caveats.index.get(name)
            if row is None:
                message = f"has no entry ‘{name}’, which the table {table.spec.id} names"
                yield Spot(caveats, None, "id", message, name)
            elif table.spec.id not in caveats["tables"][row]:
                message = f"does not name {table.spec.id}, which shows this caveat"
                yield Spot(caveats, row, "tables", message)


CHECKS = (
    unverified_rows_explain,
    aliases_in_script,
    aliases_lead_to_one_name,
    terms_explained_once,
    named_tables_exist,
    removed_ids_stay_removed,
    caveats_exist,
)
