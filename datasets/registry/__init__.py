"""The tables of the record, in order of display. A table exists if and only if it stands here."""

from datasets.registry import contested, events, law, reference, trade
from validators.spec import TableSpec

TABLES: tuple[TableSpec, ...] = (
    *events.TABLES,
    *trade.TABLES,
    *law.TABLES,
    *contested.TABLES,
    *reference.TABLES,
)


def spec(table: str) -> TableSpec:
    """Return the specification of a table.

    Raises:
        KeyError: There is no such table; the message lists those that exist.
    """
    for candidate in TABLES:
        if candidate.id == table:
            return candidate
    raise KeyError(f"no table {table!r}; tables are {', '.join(s.id for s in TABLES)}")
