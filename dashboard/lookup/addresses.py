"""Addresses that readers keep: of pages, records, rows, briefs, embedded figures and packages.

Each is relative to the root of the dashboard, so that it works below any base: a page of the
dashboard stands one level below that root and can use it as it is. Put ``home`` in front for an
address that can be copied elsewhere.
"""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

#: Stands for the start page, whose path is empty, where a name is needed.
START = "overview"


def page_name(url: str) -> str:
    """Name of a page in addresses and file names."""
    return url or START


def page_url(name: str) -> str:
    """Path of the page of a name; the inverse of :func:`page_name`."""
    return "" if name == START else name


def _with(path: str, query: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def page_address(url: str, query: Mapping[str, str], home: str = "") -> str:
    """A page under filters."""
    return _with(f"{home}{url}", query)


def record_address(record: str, home: str = "", table: str = "") -> str:
    """The page of a record, which never changes.

    Args:
        record: Permanent id.
        home: Address of the root, with a slash at its end; empty for a relative address.
        table: Table of the record, for the few ids that more than one table holds.
    """
    within = f"{table}/" if table else ""
    return f"{home}r/{within}{quote(record, safe='')}"


def table_address(table: str, ending: str, query: Mapping[str, str], home: str = "") -> str:
    """Rows of a table of the record as a file."""
    return _with(f"{home}data/{table}.{ending}", query)


def card_address(url: str, key: str, ending: str, query: Mapping[str, str], home: str = "") -> str:
    """What a card of a page holds, as a file: its rows, or how to cite it.

    Args:
        url: Path of the page.
        key: Key of the figure or list.
        ending: Ending of the file, such as "csv" or "bib".
        query: The filters.
        home: Address of the root, with a slash at its end; empty for a relative address.
    """
    return _with(f"{home}view/{page_name(url)}/{key}.{ending}", query)


def cite_address(name: str, ending: str, home: str = "") -> str:
    """How to cite the record as a whole, a table or a row, as a file.

    Args:
        name: Name of the record, of a table or of a row.
        ending: Ending of the file, such as "bib".
        home: Address of the root, with a slash at its end; empty for a relative address.
    """
    return f"{home}cite/{quote(name, safe='')}.{ending}"


def embed_address(url: str, key: str, query: Mapping[str, str], home: str = "") -> str:
    """One figure alone, to be shown in a frame on another site."""
    return _with(f"{home}embed/{page_name(url)}/{key}", query)


def brief_address(url: str, query: Mapping[str, str], home: str = "") -> str:
    """A page as a document to print."""
    return _with(f"{home}brief/{page_name(url)}", query)


def package_address(url: str, query: Mapping[str, str], home: str = "") -> str:
    """The tables of a page under its filters, as one archive."""
    return _with(f"{home}package/{page_name(url)}.zip", query)
