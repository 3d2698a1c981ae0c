"""Caveats from their table, to stand beside the numbers that they concern."""

from collections.abc import Sequence

import datasets


def caveats(*ids: str) -> tuple[str, ...]:
    """Texts of caveats, in the order asked for; none where their table could not be read.

    Raises:
        KeyError: There is no such caveat.
    """
    catalog = datasets.catalog()
    if "caveats" in catalog.failed:
        return ()
    frame = catalog.frame("caveats")
    texts = dict(zip(frame["id"], frame["text"], strict=True))
    return tuple(texts[caveat] for caveat in ids)


def caveats_of(tables: Sequence[str]) -> tuple[str, ...]:
    """Texts of all caveats that concern one of the tables, in the order of their table."""
    catalog = datasets.catalog()
    if "caveats" in catalog.failed:
        return ()
    frame = catalog.frame("caveats")
    wanted = set(tables)
    return tuple(
        text
        for text, concerned in zip(frame["text"], frame["tables"], strict=True)
        if not wanted.isdisjoint(concerned)
    )


def caveats_starting(prefix: str) -> tuple[str, ...]:
    """Texts of the caveats whose ids begin with ``prefix``, such as those of one year."""
    catalog = datasets.catalog()
    if "caveats" in catalog.failed:
        return ()
    frame = catalog.frame("caveats")
    return tuple(frame.loc[frame["id"].str.startswith(prefix), "text"])
