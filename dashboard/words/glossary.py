"""Terms explained, for tooltips where a reader would hesitate."""

import datasets


def term(entry: str) -> str:
    """Definition of a term; empty where the glossary could not be read.

    Raises:
        KeyError: There is no such entry.
    """
    catalog = datasets.catalog()
    if "glossary" in catalog.failed:
        return ""
    frame = catalog.frame("glossary")
    definitions = dict(zip(frame["id"], frame["definition"], strict=True))
    return str(definitions[entry])


def explained(*entries: str) -> tuple[str, ...]:
    """Terms with their definitions, "Vintage: the state …", for the notes of a figure.

    Raises:
        KeyError: There is no such entry.
    """
    catalog = datasets.catalog()
    if "glossary" in catalog.failed:
        return ()
    frame = catalog.frame("glossary")
    names = dict(zip(frame["id"], frame["term"], strict=True))
    return tuple(f"{names[entry]}: {term(entry)}" for entry in entries)
