"""Refined oil within a year: what is known of each year, and how it adds up month by month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from datasets.measures.inputs import joined, table, tuples, united
from datasets.measures.petroleum import barrels_per_tonne, in_barrels
from validators.vocabulary import PetroleumMeasure

_TOLD = (PetroleumMeasure.REPORTED.value, PetroleumMeasure.DERIVED.value)
_MONTHS = 12


class Piece(NamedTuple):
    """A notified volume: the months of one year that it covers, and what it is."""

    first: int
    last: int
    barrels: float
    converted: bool
    as_of: str
    period: str
    note: str | None
    source_ids: tuple[str, ...]

    @property
    def months(self) -> frozenset[int]:
        """Months covered, from 1."""
        return frozenset(range(self.first, self.last + 1))


def _months_of(period: str) -> tuple[int, int, int] | None:
    """Year, first and last month of a period; None where it runs over the end of a year."""
    start, _, end = period.partition("/")
    if len(start) == 4:
        return int(start), 1, _MONTHS
    end = end or start
    if start[:4] != end[:4]:
        return None
    return int(start[:4]), int(start[5:]), int(end[5:])


def _pieces(
    petroleum: pd.DataFrame | None, factor: float | None
) -> Iterator[tuple[int, str, list[Piece]]]:
    """Year, supplier and notified volumes, each period in its latest vintage."""
    rows = table(petroleum, "petroleum")
    factor = barrels_per_tonne(petroleum=rows) if factor is None else factor
    told = in_barrels(rows[rows["measure"].isin(_TOLD)], factor)
    told = told[told["barrels_all"].notna()].sort_values(["period", "supplier", "as_of", "measure"])
    told = told.drop_duplicates(["period", "supplier"], keep="last")
    found: dict[tuple[int, str], list[Piece]] = {}
    for row in told.itertuples():
        covered = _months_of(str(row.period))
        if covered is None:
            continue
        year, first, last = covered
        note = row.note if isinstance(row.note, str) else None
        as_of = row.as_of if isinstance(row.as_of, str) else ""
        amount: Any = row.barrels_all
        piece = Piece(
            first, last, float(amount), bool(row.converted), as_of, str(row.period), note,
            tuple(row.source_ids),  # type: ignore[arg-type]
        )  # fmt: skip
        found.setdefault((year, str(row.supplier)), []).append(piece)
    for (year, supplier), pieces in sorted(found.items()):
        yield year, supplier, pieces


def _disjoint(pieces: list[Piece]) -> list[Piece]:
    """Pieces that do not overlap, the longest first; of two alike the later vintage."""
    chosen: list[Piece] = []
    taken: frozenset[int] = frozenset()
    for piece in sorted(pieces, key=lambda each: (len(each.months), each.as_of), reverse=True):
        if not piece.months & taken:
            chosen.append(piece)
            taken |= piece.months
    return sorted(chosen)


def petroleum_known(
    *, factor: float | None = None, petroleum: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return what is known of each year and supplier, also where no whole year was notified.

    Formula: the notification for the whole year in its latest vintage; without one the sum of
    notified spans and months that do not overlap, the longest first. Months without a
    notification are not in the sum: it is then a least amount.

    Args:
        factor: Barrels per tonne; what the notifications imply if None.
        petroleum: Table ``petroleum``; the bundled one if None.

    Returns:
        One row per ``year`` (Int64) and ``supplier``: ``barrels`` (Float64), ``converted``
        (boolean: tonnes were converted), ``months`` (Int64, months covered), ``whole_year``
        (boolean), ``periods`` (tuple of the periods added), ``as_of`` (the latest vintage),
        ``note``, ``source_ids``.
    """
    records = []
    for year, supplier, pieces in _pieces(petroleum, factor):
        chosen = _disjoint(pieces)
        records.append(
            {
                "year": year,
                "supplier": supplier,
                "barrels": sum(piece.barrels for piece in chosen),
                "converted": any(piece.converted for piece in chosen),
                "months": sum(len(piece.months) for piece in chosen),
                "whole_year": len(chosen) == 1 and len(chosen[0].months) == _MONTHS,
                "periods": tuple(piece.period for piece in chosen),
                "as_of": max(piece.as_of for piece in chosen) or None,
                "note": joined(piece.note for piece in chosen),
                "source_ids": united(*(piece.source_ids for piece in chosen)),
            }
        )
    return _framed(records, _KNOWN)


def petroleum_progress(
    *, factor: float | None = None, petroleum: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the volume notified from January to a month, for the months where it is known.

    Formula: a notified span that begins in January (the whole year among them), or the sum of
    single months without a gap from January on. Of both the later vintage counts, and of one
    vintage the span.

    Args:
        factor: Barrels per tonne; what the notifications imply if None.
        petroleum: Table ``petroleum``; the bundled one if None.

    Returns:
        One row per ``year`` (Int64), ``supplier`` and ``month`` (Int64, 1 to 12): ``barrels``
        (Float64, from January), ``converted`` (boolean), ``summed`` (boolean: months were added
        up here), ``as_of``, ``note``, ``source_ids``.
    """
    records = []
    for year, supplier, pieces in _pieces(petroleum, factor):
        reached = {piece.last: [piece] for piece in _by_vintage(pieces) if piece.first == 1}
        single = {piece.first: piece for piece in pieces if piece.first == piece.last}
        run: list[Piece] = []
        for month in range(1, _MONTHS + 1):
            if month not in single:
                break
            run = [*run, single[month]]
            newest = max(piece.as_of for piece in run)
            if month not in reached or newest > reached[month][0].as_of:
                reached[month] = run
        records += [
            {
                "year": year,
                "supplier": supplier,
                "month": month,
                "barrels": sum(piece.barrels for piece in parts),
                "converted": any(piece.converted for piece in parts),
                "summed": len(parts) > 1,
                "as_of": max(piece.as_of for piece in parts) or None,
                "note": joined(piece.note for piece in parts),
                "source_ids": united(*(piece.source_ids for piece in parts)),
            }
            for month, parts in sorted(reached.items())
        ]
    return _framed(records, _PROGRESS)


def _by_vintage(pieces: list[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda piece: piece.as_of)


_KNOWN = {
    "year": "Int64",
    "supplier": "str",
    "barrels": "Float64",
    "converted": "boolean",
    "months": "Int64",
    "whole_year": "boolean",
    "periods": "object",
    "as_of": "str",
    "note": "str",
    "source_ids": "object",
}
_PROGRESS = {
    "year": "Int64",
    "supplier": "str",
    "month": "Int64",
    "barrels": "Float64",
    "converted": "boolean",
    "summed": "boolean",
    "as_of": "str",
    "note": "str",
    "source_ids": "object",
}


def _framed(records: list[dict[str, Any]], types: dict[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            name: tuples([record[name] for record in records])
            if kind == "object"
            else pd.Series([record[name] for record in records], dtype=kind)
            for name, kind in types.items()
        }
    )
    return frame[list(types)]
