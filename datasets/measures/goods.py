"""Goods traded with Russia and China, by section of the Harmonized System."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from datasets.measures.inputs import joined, percent, sources_of, table, tuples
from datasets.measures.trade_flows import completed_flows

_GROUP = ["series_id", "year", "period", "partner", "flow"]
_CODE = re.compile(r"HS(\d{2})(\d*)(?:-(\d{2})(\d*))?")

CONFIDENTIAL = "SS"
"""Code of Russian customs for goods that it does not itemise."""

TOTALS = {
    "RUS": ("russia-customs", "kotra-annual", "kotra-moscow", "cow-trade-4"),
    "CHN": ("china-customs", "kotra-annual", "cow-trade-4"),
}
"""Series that give the whole of a pair's trade where the goods' own series does not, best first."""


class Span(NamedTuple):
    """Range of Harmonized System codes, as six-digit texts from first to last."""

    first: str
    last: str

    def contains(self, other: Span) -> bool:
        """Whether the other range lies inside this one and is smaller."""
        return self != other and self.first <= other.first and other.last <= self.last


def hs_span(code: object) -> Span | None:
    """Return the codes that an HS code or range covers; None where it names no goods."""
    match = _CODE.fullmatch(code) if isinstance(code, str) else None
    if match is None:
        return None
    chapter, rest, last_chapter, last_rest = match.groups()
    end = f"{last_chapter}{last_rest}" if last_chapter else f"{chapter}{rest}"
    return Span(f"{chapter}{rest}".ljust(6, "0"), end.ljust(6, "9"))


def _level(code: object, span: Span | None) -> str:
    if span is None:
        return "confidential" if code == CONFIDENTIAL else "rest"
    if "-" in str(code):
        return "range"
    return "chapter" if len(str(code)) == 4 else "heading"


class _Described(NamedTuple):
    span: Span | None
    level: str
    sections: tuple[str, ...]
    section: str
    number: int | None
    title: str


def _described(code: object, hs: pd.DataFrame) -> _Described:
    span = hs_span(code)
    if span is None:
        return _Described(None, _level(code, None), (), "not itemised", None, "Not itemised")
    found = hs[hs["chapter"].between(span.first[:2], span.last[:2])].drop_duplicates("section")
    sections = tuple(str(item) for item in found["section"])
    name = "–".join(dict.fromkeys((sections[0], sections[-1])))
    number, title = int(found["section_number"].iloc[0]), "; ".join(found["section_title"])
    return _Described(span, _level(code, span), sections, name, number, title)


def _nested(spans: Iterable[Span | None]) -> list[bool]:
    given = list(spans)
    broad = [span for span in given if span is not None]
    return [span is not None and any(other.contains(span) for other in broad) for span in given]


def goods(
    *, products: pd.DataFrame | None = None, chapters: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return goods with their sections and with what must not be added up.

    Args:
        products: Table ``trade_products``; the bundled one if None.
        chapters: Table ``hs_chapters``; the bundled one if None.

    Returns:
        The rows of ``trade_products`` in their order with ``level`` (``heading``, ``chapter``,
        ``range``, ``confidential``, ``rest``), ``sections`` (tuple of Roman numerals that the code
        touches), ``section`` (``XVI``, or ``XVI–XVIII`` where the published range spans several
        and cannot be divided; ``not itemised`` for the rest), ``section_number`` (Int64, of the
        first; missing for the rest), ``section_title``, ``part_year`` (boolean: the value covers
        some months only) and ``nested`` (boolean: a row of the same series, period, partner and
        flow contains it, so adding both would count twice).
    """
    rows = table(products, "trade_products").reset_index(drop=True)
    hs = table(chapters, "hs_chapters").sort_values("chapter")
    described = {code: _described(code, hs) for code in rows["hs_code"].dropna().unique()}
    rest = _described(None, hs)
    found = [described.get(code, rest) for code in rows["hs_code"]]
    nested = [False] * len(found)
    for group in rows.groupby(_GROUP).indices.values():
        for place, inside in zip(group, _nested(found[n].span for n in group), strict=True):
            nested[int(place)] = inside
    return rows.assign(
        level=pd.Series([item.level for item in found], dtype="str"),
        sections=tuples([item.sections for item in found]),
        section=pd.Series([item.section for item in found], dtype="str"),
        section_number=pd.Series([item.number for item in found], dtype="Int64"),
        section_title=pd.Series([item.title for item in found], dtype="str"),
        part_year=(rows["period"].str.len() > 4).astype("boolean"),
        nested=pd.Series(nested, dtype="boolean"),
    )


def _countable(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[~rows["nested"] & rows["value_usd"].notna()]


def _pair_totals(groups: pd.DataFrame, flows: pd.DataFrame | None) -> pd.DataFrame:
    complete = completed_flows(flows)
    columns = [complete[name] for name in ("series_id", "year", "partner", "flow")]
    lookup = dict(zip(zip(*columns, strict=True), complete["value_usd"], strict=True))
    found = []
    for row in groups.itertuples():
        series = (str(row.series_id), *TOTALS.get(str(row.partner), ()))
        keys = [(name, row.year, row.partner, row.flow) for name in series]
        whole_year = len(str(row.period)) == 4
        best = next((key for key in keys if whole_year and key in lookup), None)
        found.append((None, None) if best is None else (lookup[best], best[0]))
    return groups.assign(
        pair_usd=pd.Series([usd for usd, _ in found], index=groups.index, dtype="Int64"),
        pair_series=pd.Series([name for _, name in found], index=groups.index, dtype="str"),
    )


def goods_coverage(
    *,
    products: pd.DataFrame | None = None,
    chapters: pd.DataFrame | None = None,
    flows: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return how much of a pair's trade the goods of each series, period and flow make up.

    Formula: covered = 100 × sum of goods (nested ones left out) ÷ the pair's trade in that year
    and flow, in the same series or, where it has none, in the best of :data:`TOTALS`; above 100
    the two disagree. Missing where the goods cover some months only, or no total is known.

    Args:
        products: Table ``trade_products``; the bundled one if None.
        chapters: Table ``hs_chapters``; the bundled one if None.
        flows: Table ``trade_flows``; the bundled one if None.

    Returns:
        One row per ``series_id``, ``year``, ``period``, ``partner`` and ``flow``: ``goods_usd``,
        ``pair_usd`` (Int64, US dollars), ``pair_series``, ``covered`` (Float64, percent),
        ``missing_usd`` (Int64: the pair's trade less the goods, missing where negative).
    """
    return _coverage(_countable(goods(products=products, chapters=chapters)), flows)


def _coverage(rows: pd.DataFrame, flows: pd.DataFrame | None) -> pd.DataFrame:
    sums = rows.groupby(_GROUP)["value_usd"].sum().rename("goods_usd").reset_index()
    totals = _pair_totals(sums, flows)
    rest = totals["pair_usd"] - totals["goods_usd"]
    totals["covered"] = percent(totals["goods_usd"], totals["pair_usd"])
    totals["missing_usd"] = rest.where(rest >= 0)
    return totals.astype({"goods_usd": "Int64", "missing_usd": "Int64"})


def goods_by_section(
    *,
    products: pd.DataFrame | None = None,
    chapters: pd.DataFrame | None = None,
    flows: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the value of goods per section, with the share of the pair's trade that they cover.

    Goods contained in a broader row are left out; a published range that spans sections stays one
    row under all of them, as it cannot be divided. What the goods leave out is unknown, not 0.

    Args:
        products: Table ``trade_products``; the bundled one if None.
        chapters: Table ``hs_chapters``; the bundled one if None.
        flows: Table ``trade_flows``; the bundled one if None.

    Returns:
        One row per ``series_id``, ``year``, ``period``, ``partner``, ``flow`` and ``section``:
        ``section_number``, ``section_title``, ``products`` (names), ``value_usd`` (Int64, US
        dollars), ``share_of_pair`` (Float64, percent of the pair's trade in that flow and year),
        ``covered`` (percent, all sections of the group), ``pair_usd``, ``pair_series``,
        ``part_year``, ``note``, ``source_ids``.
    """
    rows = _countable(goods(products=products, chapters=chapters))
    key = [*_GROUP, "section"]
    groups = rows.groupby(key, sort=True)
    merged = groups.agg(
        section_number=("section_number", "first"),
        section_title=("section_title", "first"),
        products=("product", joined),
        value_usd=("value_usd", "sum"),
        part_year=("part_year", "first"),
        note=("note", joined),
    )
    merged["source_ids"] = sources_of(groups, merged.index)
    result = merged.reset_index().merge(_coverage(rows, flows), on=_GROUP, how="left")
    result["share_of_pair"] = percent(result["value_usd"], result["pair_usd"])
    columns = ["section_number", "section_title", "products", "value_usd", "share_of_pair"]
    tail = ["covered", "pair_usd", "pair_series", "part_year", "note", "source_ids"]
    ordered = result.sort_values([*_GROUP, "section_number"], ignore_index=True)
    return ordered.astype({"products": "str", "note": "str", "value_usd": "Int64"})[
        [*key, *columns, *tail]
    ]
