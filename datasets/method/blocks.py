"""Blocks that fill the texts of the method: tables of terms, counts, caveats, licences, examples.

Each block takes the record and the words after the colon of its mark and returns Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from datasets.documents import table
from datasets.measures.splices import SPLICES
from datasets.method.examples import EXAMPLES
from datasets.record import Catalog
from validators import vocabulary as vocabularies
from validators.projections import vocabulary_rows
from validators.vocabulary import Theme
from validators.vocabulary.base import VocabularyTerm

Block = Callable[[Catalog, str], str]


def _vocabulary(name: str) -> type[VocabularyTerm]:
    found: type[VocabularyTerm] | None = getattr(vocabularies, name, None)
    if found is None:
        raise LookupError(f"no vocabulary {name!r}")
    return found


def rows(catalog: Catalog, name: str) -> str:
    """Number of rows of a table: ``{{rows:milestones}}``."""
    return f"{len(catalog.frame(name)):,}"


def terms(_: Catalog, name: str) -> str:
    """Terms of a vocabulary with their meaning: ``{{terms:Verdict}}``."""
    found = vocabulary_rows(_vocabulary(name))
    described = [row for row in found if row.description]
    if not described:
        return f"{', '.join(row.label for row in found)}."
    return table(
        ("term", "code", "meaning"), ((r.label, f"`{r.code}`", r.description) for r in found)
    )


def rubric(catalog: Catalog, argument: str) -> str:
    """Terms with count and an example each: ``{{rubric:Tone/milestones/tone/title}}``.

    The parts are vocabulary, table, column and the column that names the example; the example is
    the last row of the greatest significance, where the table knows one.
    """
    name, of, column, label = argument.split("/")
    frame = catalog.frame(of)
    order = [c for c in ("significance", *catalog.spec(of).time[:1]) if c in frame.columns]
    lines = []
    for term in _vocabulary(name):
        found = frame[frame[column] == term.value].sort_values(order, kind="stable")
        example = str(found[label].iloc[-1]) if len(found) else "(none)"
        lines.append((f"`{term.value}` {term.label}", term.description, len(found), example))
    return table(("term", "rule", "rows:", "example"), lines)


def counts(catalog: Catalog, argument: str) -> str:
    """How often each term occurs: ``{{counts:reactions/basis/Basis}}``."""
    of, column, name = argument.split("/")
    found = catalog.frame(of)[column].explode().value_counts()
    lines = [
        (term.label, f"`{term.value}`", term.description, f"{int(found.get(term.value, 0)):,}")
        for term in _vocabulary(name)
    ]
    return table(("term", "code", "meaning", "rows:"), lines)


def caveats(catalog: Catalog, argument: str) -> str:
    """Caveats that concern any of the tables named: ``{{caveats:trade_flows/trade_series}}``."""
    wanted = set(argument.split("/"))
    frame = catalog.frame("caveats")
    kept = frame[frame["tables"].map(lambda named: not wanted.isdisjoint(named))]
    if kept.empty:
        raise LookupError(f"no caveat concerns {argument}")
    pairs = zip(kept["title"], kept["text"], strict=True)
    return "".join(f"- **{title}.** {text}\n" for title, text in pairs)


def splices(_: Catalog, __: str) -> str:
    """The named splices of trade series with their rules."""
    return table(
        ("splice", "id", "rule"),
        ((splice.title, f"`{splice.id}`", splice.rule) for splice in SPLICES),
    )


def licences(catalog: Catalog, _: str) -> str:
    """Terms of every table, tables of the same terms together."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for spec in catalog.specs:
        column = f"row by row in `{spec.licence_column}`" if spec.licence_column else ""
        groups.setdefault((spec.licence.title, spec.licence.url, column), []).append(spec.id)
    return table(
        ("terms", "tables"),
        (
            (f"[{title}]({url})" + (f"; {column}" if column else ""), ", ".join(names))
            for (title, url, column), names in groups.items()
        ),
    )


def decades(catalog: Catalog, _: str) -> str:
    """Milestones by main theme and decade."""
    frame = catalog.frame("milestones")
    decade = frame["date"].str[:3] + "0s"
    counted = pd.crosstab(frame["theme"], decade)
    names = list(counted.columns)
    lines = [
        (theme.label, *(counted.loc[theme.value, name] or "·" for name in names), total)
        for theme in Theme
        if theme.value in counted.index
        for total in [int((frame["theme"] == theme.value).sum())]
    ]
    sums = ("All", *(int(counted[name].sum()) for name in names), len(frame))
    return table(("theme", *(f"{name}:" for name in names), "all:"), [*lines, sums])


def singles(catalog: Catalog, _: str) -> str:
    """Share of rows that rest on one source, by table."""
    lines = []
    for spec in catalog.specs:
        if "source_ids" in spec.columns:
            number = catalog.frame(spec.id)["source_ids"].map(len)
            share = f"{100 * (number == 1).mean():.0f} %"
            lines.append((spec.title, f"`{spec.id}`", f"{len(number):,}", share))
    return table(("table", "id", "rows:", "one source:"), lines)


def example(catalog: Catalog, name: str) -> str:
    """A worked example: ``{{example:trade-share}}``."""
    if name not in EXAMPLES:
        raise LookupError(f"no example {name!r}; there are {', '.join(EXAMPLES)}")
    return f"> **Example.** {EXAMPLES[name](catalog)}"


BLOCKS: Mapping[str, Block] = {
    block.__name__: block
    for block in (
        rows,
        terms,
        rubric,
        counts,
        caveats,
        splices,
        licences,
        decades,
        singles,
        example,
    )
}
