"""Names of countries, organisations and areas, by the codes that stand in the data."""

from collections.abc import Mapping

import pandas as pd

import datasets

#: Table → column of the code and column of the name a reader sees.
TABLES: Mapping[str, tuple[str, str]] = {
    "areas": ("code", "name"),
    "organisations": ("code", "short_name"),
    "countries": ("iso3", "name"),
}


def actor_names(frames: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Name of each actor by its code.

    Args:
        frames: The tables named in :data:`TABLES`, by id; one that is missing names nothing.
    """
    names: dict[str, str] = {}
    for table, (code, name) in TABLES.items():
        if table in frames:
            frame = frames[table]
            names |= dict(zip(frame[code], frame[name], strict=True))
    return names


def known_names() -> dict[str, str]:
    """Name of each actor by its code, from the tables of the catalogue that could be read."""
    catalog = datasets.catalog()
    readable = (table for table in TABLES if table not in catalog.failed)
    return actor_names({table: catalog.frame(table) for table in readable})
