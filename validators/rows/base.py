"""The base of all row models, and how a column is declared."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Row(BaseModel):
    """One row of a table: frozen, and no column beyond those declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def column(title: str, description: str, *, unit: str = "", default: Any = ...) -> Any:
    """Declare a column: its heading, what it holds and its unit.

    Args:
        title: Heading for the reader, sentence case.
        description: What the value is, for the dictionary.
        unit: Unit of the value, empty where it has none.
        default: Value of an empty cell; a column without default must be filled.
    """
    return Field(default, title=title, description=description, json_schema_extra={"unit": unit})


def source_ids(required: bool = True) -> Any:
    """Declare the column that names the sources of a row."""
    description = "Sources whose text supports the row, best first; ids of the table of sources."
    return (
        column("Sources", description) if required else column("Sources", description, default=())
    )


def note() -> Any:
    """Declare the free note of a row."""
    return column("Note", "Remark on conflicts, arithmetic or limits of the row.", default=None)


def verified() -> Any:
    """Declare whether the row was verified."""
    return column("Verified", "Whether a text that was read supports the row.")
