"""Where a row of a table can be opened by itself."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

import datasets
from dashboard.browse.columns import FilterKind, filter_kind
from dashboard.browse.conditions import Condition, Terms, Words
from dashboard.browse.param import Browse, Browsing
from dashboard.filters.data import PARAMS
from dashboard.lookup.records import TABLES as PLAIN

#: Tables whose rows open in a view of the dashboard: path of the page, the filter that names the
#: row, and the other filters it needs.
RECORD_VIEWS: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "milestones": ("milestones", "record", {}),
    "agreements": ("agreements", "record", {"show": "list"}),
    "reactions": ("reactions", "record", {"show": "list", "event": "-"}),
    "estimates": ("estimates", "record", {"show": "list"}),
    "claims": ("claims", "claim", {}),
    "sources": ("data", "source", {"show": "sources"}),
}

_BROWSING = next(param for param in PARAMS if isinstance(param, Browsing))


def table_address(browse: Browse) -> str:
    """Address of a table on the page of the data, relative to any page."""
    query = urlencode(_BROWSING.write(browse))
    return f"data?{query}" if query else "data"


def rows_address(table: str, column: str, code: str) -> str:
    """Address of the rows of a table that hold a code in a column."""
    condition: Condition = (
        Terms(column, (code,))
        if filter_kind(table, column) is FilterKind.TERMS
        else Words(column, code)
    )
    return table_address(Browse(table, (condition,)))


def row_address(table: str, key: str) -> str:
    """Permanent address of a row; empty where more than one column makes the key."""
    columns = datasets.spec(table).key
    if len(columns) != 1:
        return ""
    if table in RECORD_VIEWS:
        page, name, rest = RECORD_VIEWS[table]
        return f"{page}?{urlencode({**rest, name: key})}"
    if table in PLAIN:
        return f"r/{table}/{quote(key, safe='')}"
    if filter_kind(table, columns[0]) is FilterKind.RANGE:
        return ""
    return rows_address(table, columns[0], key)
