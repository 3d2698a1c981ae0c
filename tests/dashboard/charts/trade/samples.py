"""Small frames for the charts of trade."""

import pandas as pd

from dashboard.charts.figure import Figure

NAMES = {"RUS": "Russia", "CHN": "China", "IND": "India", "HKG": "Hong Kong", "SGP": "Singapore"}
TITLES = {"kotra-annual": "KOTRA annual report", "cow-trade-4": "Correlates of War"}
FLOWS = {"total": "Total trade", "export": "Exports", "import": "Imports"}

#: series, partner, year, value, world, basis, note
_SHARES = (
    ("kotra-annual", "RUS", 2010, 110_000_000, 4_000_000_000, "mirror", None),
    ("kotra-annual", "RUS", 2011, 100_000_000, 5_000_000_000, "estimate", None),
    ("kotra-annual", "RUS", 2014, 0, 5_000_000_000, "mirror", None),
    ("kotra-annual", "CHN", 2010, 3_000_000_000, 4_000_000_000, "mirror", None),
    ("cow-trade-4", "RUS", 2010, 60_000_000, 6_000_000_000, "mirror", "suspect: an outlier"),
    ("cow-trade-4", "IND", 2010, 300_000_000, 6_000_000_000, "mirror", None),
)
SHARES = pd.DataFrame(
    [
        {
            "series_id": series,
            "series_title": TITLES[series],
            "year": year,
            "partner": partner,
            "partner_name": NAMES[partner],
            "flow": "total",
            "flow_label": FLOWS["total"],
            "value_usd": value,
            "world_usd": world,
            "share": 100 * value / world,
            "basis": basis,
            "rule": "",
            "note": note,
            "source_ids": (f"{series}-{year}", "shared"),
        }
        for series, partner, year, value, world, basis, note in _SHARES
    ]
).astype(
    {
        "year": "Int64",
        "value_usd": "Int64",
        "world_usd": "Int64",
        "share": "Float64",
        "note": "str",
    }
)

ON_2010 = SHARES[SHARES["year"] == 2010]

#: series, partner, year, exports, imports
_VALUES = (
    ("kotra-annual", "RUS", 2010, 20_000_000, 90_000_000),
    ("kotra-annual", "RUS", 2011, 10_000_000, 95_000_000),
    ("kotra-annual", "CHN", 2010, 1_190_000_000, 1_000_000_000),
)
VALUES = pd.DataFrame(
    [
        {
            "series_id": series,
            "series_title": TITLES[series],
            "year": year,
            "partner": partner,
            "partner_name": NAMES[partner],
            "export_usd": exports,
            "import_usd": imports,
            "total_usd": exports + imports,
            "balance_usd": exports - imports,
            "basis": "mirror",
            "note": None,
            "source_ids": (f"{series}-{year}",),
        }
        for series, partner, year, exports, imports in _VALUES
    ]
).astype(
    {
        "year": "Int64",
        **dict.fromkeys(("export_usd", "import_usd", "total_usd", "balance_usd"), "Int64"),
        "note": "str",
    }
)

COUNTRIES = pd.DataFrame(
    {
        "iso3": ["RUS", "CHN", "IND", "PRK", "SGP", "BRA"],
        "name": ["Russia", "China", "India", "North Korea", "Singapore", "Brazil"],
        "lat": [60.0, 35.0, 22.0, 40.0, 1.3, -10.0],
        "lon": [90.0, 103.0, 79.0, 127.0, 103.8, -53.0],
    }
)


def points(traces: object, *skipped: str) -> list[tuple[float, float]]:
    """All points of the traces but those named, in order, without the gaps."""
    found: list[tuple[float, float]] = []
    assert isinstance(traces, tuple | list)
    for trace in traces:
        if trace["name"] in skipped or "y" not in trace:
            continue
        pairs = zip(trace["x"], trace["y"], strict=True)
        found += [
            (float(x), round(float(y), 6)) for x, y in pairs if x is not None and y is not None
        ]
    return sorted(found)


def told(figure: Figure, x: str, y: str) -> list[tuple[float, float]]:
    """Two columns of a figure's table as points, for comparison with what is drawn."""
    pairs = zip(figure.table[x], figure.table[y], strict=True)
    return sorted((float(a), round(float(b), 6)) for a, b in pairs if not pd.isna(b))
