"""The columns of a row model as values: title, unit, kind, adapter; derived, never repeated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from validators.primitives import CellType, Kind
from validators.rows.base import Row
from validators.vocabulary.base import NumberTerm, Term, VocabularyTerm


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: Name in the file.
        title: Heading for the reader.
        description: What the value is.
        unit: Unit, or empty.
        kind: How a single value is stored.
        several: Whether a cell holds several values separated by ``|``.
        required: Whether an empty cell is an error.
        vocabulary: The controlled vocabulary, if there is one.
        cell: Pattern and bounds of a single value, if there are any.
        adapter: Pydantic adapter that turns the text of a cell into a value.
    """

    name: str
    title: str
    description: str
    unit: str
    kind: Kind
    several: bool
    required: bool
    vocabulary: type[VocabularyTerm] | None
    cell: CellType | None
    adapter: TypeAdapter[Any]

    @property
    def heading(self) -> str:
        """Title with the unit in brackets."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


def _leaves(annotation: Any) -> list[Any]:
    """Return the annotation and all that is nested in it, flat."""
    found = [annotation]
    if get_origin(annotation) is not None or isinstance(annotation, UnionType):
        for part in get_args(annotation):
            found += _leaves(part)
    return found


def _column(name: str, info: FieldInfo) -> Column:
    annotation: Any = info.annotation
    if info.metadata:
        annotation = Annotated[(annotation, *info.metadata)]
    leaves = _leaves(annotation)
    cell = next((leaf for leaf in leaves if isinstance(leaf, CellType)), None)
    vocabulary = next(
        (leaf for leaf in leaves if isinstance(leaf, type) and issubclass(leaf, Term | NumberTerm)),
        None,
    )
    if vocabulary is not None:
        kind = Kind.INTEGER if issubclass(vocabulary, NumberTerm) else Kind.CODE
    elif cell is not None:
        kind = cell.kind
    else:
        raise TypeError(f"column {name} has a type without a cell type: {annotation}")
    extra = info.json_schema_extra
    return Column(
        name=name,
        title=info.title or name,
        description=info.description or "",
        unit=str(extra.get("unit", "")) if isinstance(extra, dict) else "",
        kind=kind,
        several=any(get_origin(leaf) is tuple for leaf in leaves),
        required=info.is_required(),
        vocabulary=vocabulary,
        cell=cell,
        adapter=TypeAdapter(_without_none(annotation)),
    )


def _without_none(annotation: Any) -> Any:
    """Drop ``None`` from a union: an empty cell never reaches the adapter."""
    if get_origin(annotation) in (Union, UnionType):
        rest = [part for part in get_args(annotation) if part is not NoneType]
        if len(rest) == 1:
            return rest[0]
    return annotation


@cache
def columns_of(row: type[Row]) -> Mapping[str, Column]:
    """Return the columns of a row model in the order of the file."""
    return MappingProxyType({n: _column(n, info) for n, info in row.model_fields.items()})
