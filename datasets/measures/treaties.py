"""What was in force when."""

from __future__ import annotations

import pandas as pd

from datasets.measures.inputs import PARTIES, table

_FORMS = {"treaty": "treaty", "agr": "agreement", "decl": "declaration", "event": "notice"}
"""Form of a record by the first word of its id; a notice is an act about an agreement, not one."""

_FIRST, _LAST = "-01", "-99"


def _earliest(dates: pd.Series[str]) -> pd.Series[str]:
    # Partial dates are padded to full length so that they compare as text.
    return dates + dates.str.len().map({4: _FIRST * 2, 7: _FIRST, 10: ""})


def _latest(dates: pd.Series[str]) -> pd.Series[str]:
    return dates + dates.str.len().map({4: _LAST * 2, 7: _LAST, 10: ""})


def agreement_spans(*, agreements: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return from when to when each agreement holds, and how sure that is.

    Rule: start = entry into force, or signature where that was not seen; end = end of validity, or
    open. An open end means that no end was seen.

    Args:
        agreements: Table ``agreements``; the bundled one if None.

    Returns:
        One row per agreement by start: ``id``, ``title``, ``kind``, ``form`` (treaty, agreement,
        declaration, notice), ``parties`` (tuple), ``pair`` (boolean: both Russia and the DPRK),
        ``multilateral``, ``mutual_defence`` (boolean), ``signed``, ``start`` and ``end`` (partial
        dates, end missing where open), ``start_basis`` (``in force`` or ``signed``), ``open``
        (boolean), ``start_uncertain`` (signature stands for entry into force, or no exact day),
        ``end_uncertain`` (no exact day), ``verified``, ``note``, ``source_ids``.
    """
    rows = table(agreements, "agreements")
    start = rows["in_force"].fillna(rows["signed"])
    seen = rows["in_force"].notna()
    both = [set(PARTIES) <= set(parties) for parties in rows["parties"]]
    spans = rows.assign(
        form=rows["id"].str.split("-").str[0].map(_FORMS).astype("str"),
        pair=pd.Series(both, index=rows.index, dtype="boolean"),
        start=start,
        end=rows["ended"],
        start_basis=seen.map({True: "in force", False: "signed"}).astype("str"),
        open=rows["ended"].isna().astype("boolean"),
        start_uncertain=(~seen | (start.str.len() < 10)).astype("boolean"),
        end_uncertain=(rows["ended"].str.len() < 10).fillna(False).astype("boolean"),
    ).sort_values(["start", "id"], ignore_index=True)
    what = ["id", "title", "kind", "form", "parties", "pair", "multilateral", "mutual_defence"]
    when = ["signed", "start", "end", "start_basis", "open", "start_uncertain", "end_uncertain"]
    return spans[[*what, *when, "verified", "note", "source_ids"]]


def treaties_in_force(
    date: str, *, pair_only: bool = True, agreements: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the agreements in force on a day.

    Rule: started on or before the day and not ended before it; where only month or year of the
    start or end are known, the whole of it counts. A notice is never in force.

    Args:
        date: Day, month or year (then: in force at some time in it).
        pair_only: Only agreements to which both Russia and the DPRK are parties.
        agreements: Table ``agreements``; the bundled one if None.

    Returns:
        The columns of :func:`agreement_spans` and ``status``: ``in force``; ``uncertain`` where
        the day falls inside the month or year that is all that is known of start or end;
        ``signed`` where the entry into force was not seen, so that validity is presumed.
    """
    spans = agreement_spans(agreements=agreements)
    asked = pd.Series([date], dtype="str")
    first, last = _earliest(asked).iloc[0], _latest(asked).iloc[0]
    started = _earliest(spans["start"]) <= last
    lasting = spans["open"] | (_latest(spans["end"]) >= first)
    kept = started & lasting & (spans["form"] != "notice")
    if pair_only:
        kept &= spans["pair"]
    vague_end = spans["end_uncertain"] & (_earliest(spans["end"]) <= last).fillna(False)
    vague_start = (spans["start"].str.len() < 10) & (_latest(spans["start"]) >= first)
    status = spans["start_basis"].where(~(vague_end | vague_start), "uncertain")
    return spans.assign(status=status.astype("str"))[kept].reset_index(drop=True)


def mutual_defence_periods(
    *, pair_only: bool = True, agreements: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the periods in which a treaty obliged to mutual defence.

    Args:
        pair_only: Only treaties between Russia and the DPRK; otherwise those for comparison too.
        agreements: Table ``agreements``; the bundled one if None.

    Returns:
        The columns of :func:`agreement_spans`.
    """
    spans = agreement_spans(agreements=agreements)
    kept = spans["mutual_defence"] & (spans["pair"] if pair_only else True)
    return spans[kept].reset_index(drop=True)
