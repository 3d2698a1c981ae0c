"""A table that was read: columns of typed values, with the line of each row in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from validators.spec import TableSpec


@dataclass(frozen=True)
class Table:
    """Typed columns of one table; read-only.

    Attributes:
        spec: What the table should be.
        file: Path shown in findings.
        lines: Line of each row in the file; the header is line 1.
        columns: Column name → values, all of the same length; ``None`` is an empty cell or one
            that could not be read (then a finding says so).
        unreadable: (row index, column) of cells that could not be read.
    """

    spec: TableSpec
    file: str
    lines: Sequence[int]
    columns: dict[str, list[Any]]
    unreadable: frozenset[tuple[int, str]] = field(default_factory=frozenset)

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, column: str) -> Sequence[Any]:
        return self.columns[column]

    def rows(self, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield (row index, value, value, …) of the named columns."""
        return zip(range(len(self)), *(self.columns[name] for name in columns), strict=True)

    def is_empty(self, row: int, column: str) -> bool:
        """Whether a cell is empty in the file; one that could not be read is not."""
        return self.columns[column][row] in (None, ()) and (row, column) not in self.unreadable

    @cached_property
    def keys(self) -> Sequence[Any]:
        """Key of each row: the value itself where the key is one column, else a tuple."""
        parts = [self.columns[name] for name in self.spec.key]
        return parts[0] if len(parts) == 1 else list(zip(*parts, strict=True))

    @cached_property
    def index(self) -> Mapping[Any, int]:
        """Key → row index (the first row that has it)."""
        return {key: place for place, key in reversed(list(enumerate(self.keys)))}

    def drop_cells(self) -> None:
        """Forget the cells, once something else holds them; the number of rows stays known."""
        self.columns.clear()
        for kept in ("keys", "index"):
            self.__dict__.pop(kept, None)


Tables = Mapping[str, Table]
"""All tables that could be read, by id."""
