"""A small frame of statements for the charts of estimates."""

import pandas as pd

_ROWS = (
    # id, unit, unit label, date, lower, point, upper, claimant, name, kind, from wording
    (
        "a",
        "troops_sent",
        "Troops sent",
        "2024-10-24",
        None,
        12000,
        None,
        "X",
        "Service X",
        "intelligence",
        False,
    ),
    (
        "b",
        "troops_sent",
        "Troops sent",
        "2024-11-05",
        11000,
        None,
        15000,
        "UKR",
        "Ukrainian government",
        "government",
        False,
    ),
    (
        "c",
        "troops_sent",
        "Troops sent",
        "2024-12-16",
        11000,
        None,
        None,
        "USA",
        "United States government",
        "government",
        False,
    ),
    (
        "d",
        "troops_sent",
        "Troops sent",
        "2025-01",
        None,
        11000,
        None,
        "WEST",
        "Western officials",
        "government",
        False,
    ),
    (
        "e",
        "troops_sent",
        "Troops sent",
        "2024-10-24",
        None,
        12000,
        None,
        "PRESS",
        "Press",
        "press",
        False,
    ),
    (
        "f",
        "killed",
        "Killed",
        "2024-12-19",
        100,
        None,
        None,
        "X",
        "Service X",
        "intelligence",
        True,
    ),
    (
        "g",
        "killed",
        "Killed",
        "2025-11-14",
        None,
        None,
        6000,
        "Y",
        "Institute Y",
        "think_tank",
        False,
    ),
)


def _kind(lower: float | None, point: float | None, upper: float | None) -> str:
    if point is not None:
        return "point"
    if lower is None:
        return "open-low"
    return "open-high" if upper is None else "range"


def _wording(kind: str, low: float | None, point: float | None, high: float | None) -> str:
    texts = {
        "point": f"{point:,}" if point else "",
        "range": f"{low:,} to {high:,}" if low and high else "",
        "open-high": f"more than {low:,}" if low else "",
        "open-low": f"up to {high:,}" if high else "",
    }
    return texts[kind]


def _row(row: tuple[object, ...]) -> dict[str, object]:
    code, unit, label, date, low, point, high, claimant, name, kind, derived = row
    numbers = [None if n is None else float(str(n)) for n in (low, point, high)]
    shape = _kind(*numbers)
    return {
        "id": code,
        "quantity": "troops_deployed",
        "unit": unit,
        "unit_label": label,
        "date": date,
        "period_start": "2024-10",
        "period_end": None if code == "a" else "2024-12",
        "lower": numbers[0] if numbers[1] is None else numbers[1],
        "point": numbers[1],
        "upper": numbers[2] if numbers[1] is None else numbers[1],
        "kind": shape,
        "wording": _wording(shape, low, point, high),  # type: ignore[arg-type]
        "claimant": claimant,
        "claimant_name": name,
        "claimant_kind": kind,
        "claimant_kind_label": str(kind).capitalize(),
        "bound_from_wording": derived,
        "note": None if code == "b" else "Said to a <paper>.",
        "source_ids": ("s1",) if code == "a" else ("s1", "s2"),
    }


STATEMENTS = pd.DataFrame([_row(row) for row in _ROWS]).astype(
    {
        "lower": "Float64",
        "point": "Float64",
        "upper": "Float64",
        "bound_from_wording": "boolean",
        "period_end": "str",
        "note": "str",
    }
)
