"""How the record is made: prose kept beside the data, with every figure and example computed.

The texts in ``texts/`` are written by hand. Marks in double braces are filled from the tables:
``{{example:trade-share}}``, ``{{terms:Tone}}``, ``{{rows:milestones}}``; see
:mod:`datasets.method.blocks` for all of them. ``docs/method.md`` and the page about the data show
the same sections.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from datasets.documents import GENERATED
from datasets.method.blocks import BLOCKS
from datasets.record import Catalog
from datasets.release import version

TEXTS = Path(__file__).parent / "texts"

_MARK = re.compile(r"\{\{([a-z]+)(?::([^{}]*))?\}\}")


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the method.

    Attributes:
        id: Name, for an address.
        title: Heading.
        text: Markdown without the heading, marks filled.
    """

    id: str
    title: str
    text: str


def filled(text: str, catalog: Catalog, blocks: Mapping[str, Callable[[Catalog, str], str]]) -> str:
    """Return a text with its marks filled.

    Raises:
        LookupError: A mark names no block, or a block does not find what it is asked for.
    """

    def fill(mark: re.Match[str]) -> str:
        name, argument = mark.group(1), mark.group(2) or ""
        if name not in blocks:
            raise LookupError(f"no block {name!r} for {mark.group(0)}; there are {sorted(blocks)}")
        return blocks[name](catalog, argument).strip("\n")

    return _MARK.sub(fill, text)


def headings() -> tuple[tuple[str, str], ...]:
    """Return name and heading of each section in order, without computing anything."""
    return tuple((name, heading) for name, heading, _ in _texts())


def _texts() -> Iterator[tuple[str, str, str]]:
    """Yield name, heading and unfilled text of each section in order."""
    for path in sorted(TEXTS.glob("*.md")):
        heading, _, text = path.read_text(encoding="utf-8").partition("\n")
        yield path.stem.partition("-")[2], heading.removeprefix("# "), text


def sections(catalog: Catalog | None = None) -> tuple[Section, ...]:
    """Return the sections of the method in order.

    Args:
        catalog: The record from which figures and examples come; the bundled one if None.
    """
    if catalog is None:
        from datasets import catalog as bundled

        catalog = bundled()
    return tuple(
        Section(name, heading, filled(text, catalog, BLOCKS)) for name, heading, text in _texts()
    )


def page(catalog: Catalog) -> str:
    """Return the whole method as one Markdown page."""
    parts = sections(catalog)
    contents = "".join(f"- [{part.title}](#{anchor(part.title)})\n" for part in parts)
    body = "\n".join(f"## {part.title}\n\n{part.text.strip()}\n" for part in parts)
    about = (
        f"Version {version()}. Figures and examples on this page are computed from the tables; the "
        "texts stand in `datasets/method/texts/`.\n"
    )
    return "\n".join(("# Method", GENERATED, about, contents, body))


def anchor(title: str) -> str:
    """Return the anchor that Markdown viewers give a heading."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
