"""The descriptor of the record as a Data Package (version 2.0 of the standard).

The descriptor stands beside the folder of tables, in the repository as in the archive:
``datapackage.json``, ``tables/<table>.csv``, ``schemas/<table>.schema.json``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from validators.projections import table_schema
from validators.spec import Licence, TableSpec

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
DESCRIPTOR = "datapackage.json"

NAME = "tumen"
TITLE = "Tumen: Russia–North Korea relations since 1945, with the evidence"
AUTHOR = "The Tumen contributors"
DESCRIPTION = (
    "Milestones, trade, reactions of third countries, agreements, United Nations votes, sanctions, "
    "contested estimates and checked claims on relations between Russia (the Soviet Union before 26 "
    "December 1991) and the Democratic People's Republic of Korea, each row with its sources."
)
KEYWORDS = (
    "Russia",
    "North Korea",
    "DPRK",
    "Soviet Union",
    "international relations",
    "trade",
    "United Nations",
    "sanctions",
)

# Names that the Open Definition knows; other terms are told by title and address alone.
_OPEN_DEFINITION = frozenset({"CC-BY-4.0", "CC0-1.0", "other-pd"})


def table_path(table: str) -> str:
    """Return the path of a table, relative to the descriptor."""
    return f"tables/{table}.csv"


def schema_path(table: str) -> str:
    """Return the path of a JSON Schema, relative to the descriptor."""
    return f"schemas/{table}.schema.json"


def as_json(content: object) -> bytes:
    """Return JSON as committed: readable, with a final newline, the same on every machine."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def row_count(data: bytes) -> int:
    """Return the number of rows of a CSV file; no cell of the record holds a line break."""
    return max(data.count(b"\n") + (not data.endswith(b"\n")) - 1, 0)


def licence(terms: Licence) -> dict[str, str]:
    """Return terms as the standard writes them."""
    name = {"name": terms.id} if terms.id in _OPEN_DEFINITION else {}
    return name | {"path": terms.url, "title": terms.title}


def licences(specs: Iterable[TableSpec]) -> tuple[Licence, ...]:
    """Return the terms of tables, each once, in order of first use."""
    return tuple(dict.fromkeys(spec.licence for spec in specs))


def resource(spec: TableSpec, data: bytes, keys: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the resource of one table.

    Args:
        spec: The table.
        data: Its file.
        keys: Key columns of every table of the package.
    """
    about: dict[str, Any] = {
        "$schema": RESOURCE_PROFILE,
        # Names of resources are lower case with hyphens or underscores: the id is one.
        "name": spec.id,
        "path": table_path(spec.id),
        "type": "table",
        "title": spec.title,
        "description": spec.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "rows": row_count(data),
        "group": spec.group,
        "licenses": [licence(spec.licence)],
        "jsonSchema": schema_path(spec.id),
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "schema": table_schema(spec, keys),
    }
    extra = {
        "licenceColumn": spec.licence_column,
        "labelColumn": spec.label,
        "timeColumns": list(spec.time),
        "themeColumns": list(spec.themes),
        "sortedBy": list(spec.order or spec.key),
    }
    return about | {name: value for name, value in extra.items() if value}


def descriptor(
    specs: Sequence[TableSpec],
    files: Mapping[str, bytes],
    sources: Iterable[Mapping[str, str]],
    version: str,
    description: str = DESCRIPTION,
) -> dict[str, Any]:
    """Return the descriptor of a package.

    Args:
        specs: Tables of the package, in order.
        files: File of each table.
        sources: Datasets on which the package rests: ``title`` and, where there is one, ``path``.
        version: Calendar version, ``YYYY.MM.DD``.
        description: What the package holds.
    """
    keys = {spec.id: spec.key for spec in specs}
    return {
        "$schema": PROFILE,
        "name": NAME,
        "title": TITLE,
        "description": description,
        "version": version,
        # The day of the version, not of the build: the same data give the same bytes.
        "created": f"{version.replace('.', '-')}T00:00:00Z",
        "keywords": list(KEYWORDS),
        "contributors": [{"title": AUTHOR, "roles": ["creator"]}],
        "licenses": [licence(terms) for terms in licences(specs)],
        "sources": [dict(source) for source in sources],
        "resources": [resource(spec, files[spec.id], keys) for spec in specs],
    }
