"""The contract told in other words: data dictionary, vocabularies, JSON Schema, Table Schema.

Everything here follows from the row models and specifications; nothing is said a second time.
A *row* in JSON is what the JSON download holds: numbers and booleans as such, several values as an
array, an empty cell as null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from validators.fields import Column
from validators.primitives import Kind
from validators.spec import Reference, TableSpec
from validators.vocabulary.base import VocabularyTerm

SEVERAL = "|"
"""Sign between several values of one cell."""

TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"

_WORDS = {
    Kind.TEXT: "text",
    Kind.CODE: "code",
    Kind.DATE: "date (day, month or year)",
    Kind.INTEGER: "whole number",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "yes or no",
}
_TABLE_TYPES = {
    Kind.TEXT: "string",
    Kind.CODE: "string",
    # A date known to the month is no date of Table Schema, so it stays text with a pattern.
    Kind.DATE: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
}


@dataclass(frozen=True, slots=True)
class DictionaryRow:
    """One column of one table, for the data dictionary.

    Attributes:
        table: Id of the table.
        column: Name of the column.
        title: Heading.
        description: What the value is.
        type: Type in words.
        unit: Unit, or empty.
        required: Whether an empty cell is an error.
        key: Whether the column is part of the key.
        references: Tables one of which holds the value as its key.
        vocabulary: Name of the controlled vocabulary, or empty.
        example: A value as it may stand in a cell, or empty.
    """

    table: str
    column: str
    title: str
    description: str
    type: str
    unit: str
    required: bool
    key: bool
    references: tuple[str, ...]
    vocabulary: str
    example: str


@dataclass(frozen=True, slots=True)
class VocabularyRow:
    """One term of a controlled vocabulary.

    Attributes:
        vocabulary: Name of the vocabulary.
        code: The term as it stands in a cell.
        label: The term for the reader.
        description: Its meaning; empty where the label says it all.
    """

    vocabulary: str
    code: str
    label: str
    description: str


def type_words(column: Column) -> str:
    """Return the type of a column in words."""
    single = "term" if column.vocabulary is not None else _WORDS[column.kind]
    return f"list of {single}, separated by {SEVERAL}" if column.several else single


def _targets(spec: TableSpec, column: str) -> tuple[str, ...]:
    return next((r.targets for r in spec.references if r.column == column), ())


def dictionary_rows(spec: TableSpec) -> tuple[DictionaryRow, ...]:
    """Return the data dictionary of a table, one row a column, in the order of the file."""
    return tuple(
        DictionaryRow(
            table=spec.id,
            column=name,
            title=column.title,
            description=column.description,
            type=type_words(column),
            unit=column.unit,
            required=column.required,
            key=name in spec.key,
            references=_targets(spec, name),
            vocabulary=column.vocabulary.__name__ if column.vocabulary is not None else "",
            example=column.cell.example if column.cell is not None else "",
        )
        for name, column in spec.columns.items()
    )


def vocabularies(specs: Iterable[TableSpec]) -> tuple[type[VocabularyTerm], ...]:
    """Return the vocabularies that tables use, each once, in order of first use."""
    found: dict[type[VocabularyTerm], None] = {}
    for spec in specs:
        for column in spec.columns.values():
            if column.vocabulary is not None:
                found.setdefault(column.vocabulary)
    return tuple(found)


def vocabulary_rows(vocabulary: type[VocabularyTerm]) -> tuple[VocabularyRow, ...]:
    """Return the terms of a vocabulary in order of display."""
    return tuple(
        VocabularyRow(vocabulary.__name__, str(term.value), term.label, term.description)
        for term in vocabulary
    )


# JSON Schema ------------------------------------------------------------------------------------


def _bounds(column: Column) -> dict[str, Any]:
    cell = column.cell
    if cell is None:
        return {}
    limits = {"minimum": cell.minimum, "maximum": cell.maximum}
    return {name: value for name, value in limits.items() if value is not None}


def _pattern(column: Column) -> str | None:
    # Readers differ in whether a pattern must match the whole text: the anchors settle it.
    cell = column.cell
    return f"^(?:{cell.pattern})$" if cell is not None and cell.pattern else None


def _json_value(column: Column) -> dict[str, Any]:
    """Return the schema of a single, filled value."""
    if column.vocabulary is not None:
        terms = [
            {"const": term.value, "title": term.label}
            | ({"description": term.description} if term.description else {})
            for term in column.vocabulary
        ]
        return {"oneOf": terms}
    if column.kind in (Kind.INTEGER, Kind.NUMBER):
        return {"type": column.kind.value, **_bounds(column)}
    if column.kind is Kind.BOOLEAN:
        return {"type": "boolean"}
    pattern = _pattern(column)
    return {"type": "string", "minLength": 1} | ({"pattern": pattern} if pattern else {})


def _json_property(spec: TableSpec, column: Column) -> dict[str, Any]:
    about: dict[str, Any] = {"title": column.title, "description": column.description}
    if column.unit:
        about["x-unit"] = column.unit
    targets = _targets(spec, column.name)
    if targets:
        about["x-references"] = list(targets)
    value = _json_value(column)
    if column.several:
        value = {"type": "array", "items": value, "uniqueItems": True}
        return about | value | ({"minItems": 1} if column.required else {})
    if column.required:
        return about | value
    if "oneOf" in value:
        return about | {"oneOf": [*value["oneOf"], {"type": "null"}]}
    return about | value | {"type": [value["type"], "null"]}


def json_schema(spec: TableSpec) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one row of a table."""
    return {
        "$schema": JSON_SCHEMA,
        "title": spec.title,
        "description": spec.description,
        "type": "object",
        "properties": {name: _json_property(spec, c) for name, c in spec.columns.items()},
        "required": list(spec.columns),
        "additionalProperties": False,
    }


# Table Schema -----------------------------------------------------------------------------------


def _constraints(spec: TableSpec, column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"required": True} if column.required else {}
    if spec.key == (column.name,):
        found["unique"] = True
    if column.several:
        return found
    if column.vocabulary is not None:
        return found | {"enum": [term.value for term in column.vocabulary]}
    pattern = _pattern(column)
    return found | _bounds(column) | ({"pattern": pattern} if pattern else {})


def _categories(vocabulary: type[VocabularyTerm]) -> list[dict[str, Any]]:
    return [{"value": term.value, "label": term.label} for term in vocabulary]


def _field(spec: TableSpec, column: Column) -> dict[str, Any]:
    kind = "list" if column.several else _TABLE_TYPES[column.kind]
    field: dict[str, Any] = {
        "name": column.name,
        "type": kind,
        "title": column.title,
        "description": column.description,
    }
    if column.several:
        # Lists know no constraint on their items, so pattern and terms travel beside them.
        items: dict[str, Any] = {}
        if column.vocabulary is not None:
            items["enum"] = [term.value for term in column.vocabulary]
            items["categories"] = _categories(column.vocabulary)
        elif _pattern(column):
            items["pattern"] = _pattern(column)
        field |= {"delimiter": SEVERAL, "itemType": _TABLE_TYPES[column.kind]}
        field |= {"items": items} if items else {}
    elif column.vocabulary is not None:
        field |= {"categories": _categories(column.vocabulary), "categoriesOrdered": True}
    elif column.kind is Kind.BOOLEAN:
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    if column.unit:
        field["unit"] = column.unit
    constraints = _constraints(spec, column)
    return field | ({"constraints": constraints} if constraints else {})


def is_foreign_key(spec: TableSpec, reference: Reference) -> bool:
    """Whether Table Schema can say a reference: one value a cell, one table to point at."""
    return len(reference.targets) == 1 and not spec.columns[reference.column].several


def table_schema(spec: TableSpec, keys: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the Table Schema (Data Package 2.0) of a table.

    References that Table Schema cannot say (several values in a cell, one of several tables)
    stand in the property ``references`` with the same parts as a foreign key.

    Args:
        spec: The table.
        keys: Key columns of each table that references may point at; a reference to any other
            table is left out.
    """
    schema: dict[str, Any] = {
        "$schema": TABLE_SCHEMA,
        "fields": [_field(spec, column) for column in spec.columns.values()],
        "missingValues": [""],
    }
    # A primary key has no empty parts; a unique key may.
    if all(spec.columns[name].required for name in spec.key):
        schema["primaryKey"] = list(spec.key)
    else:
        schema["uniqueKeys"] = [list(spec.key)]
    foreign, other = [], []
    for reference in spec.references:
        targets = [target for target in reference.targets if target in keys]
        if len(targets) < len(reference.targets):
            continue
        if is_foreign_key(spec, reference):
            target = {"resource": targets[0], "fields": list(keys[targets[0]])}
            foreign.append({"fields": [reference.column], "reference": target})
        else:
            among = [{"resource": target, "fields": list(keys[target])} for target in targets]
            other.append({"fields": [reference.column], "reference": among})
    schema |= {"foreignKeys": foreign} if foreign else {}
    return schema | ({"references": other} if other else {})
