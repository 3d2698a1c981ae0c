"""Breaks of the rules over trade and petroleum."""

from __future__ import annotations

from tests.mutation.rules import Break, Row, when


def _split_beside(row: Row) -> bool:
    """Whether the row before is the other half of a split."""
    if row.number == 0 or row["flow"] != "import":
        return False
    before = row.maker.text.record(row.number - 1)
    return all(before[name] == row[name] for name in ("series_id", "year", "partner"))


def _world(row: Row) -> bool:
    """Whether the row is a world total of which China has nearly all."""
    if row["series_id"] != "kotra-annual" or row["partner"] != "WLD" or row["year"] < "2012":
        return False
    china = ("kotra-annual", row["year"], "CHN", row["flow"])
    return any(cells[:4] == china for cells in row.maker.text.rows)


def _shared(row: Row) -> bool:
    """Whether other partners have more than two percent in the same edition."""
    others = (row.maker.text.record(n) for n in range(len(row.maker.text.rows)) if n != row.number)
    same = ("year", "flow", "edition")
    return sum(float(o["share_pct"]) for o in others if all(o[n] == row[n] for n in same)) > 2


def _with_both(row: Row) -> bool:
    return bool(row["barrels"] not in ("", "0") and row["tonnes"] not in ("", "0"))


def _times(row: Row, column: str, factor: float) -> str:
    return f"{float(row[column]) * factor:.0f}"


def _year_months(row: Row) -> bool:
    return row["period"] == "2023" and row["supplier"] == "RUS"


BREAKS: tuple[Break, ...] = (
    Break("flow-double", "trade_flows", "flow", when(_split_beside, "total")),
    Break("flow-double", "trade_flows_rubles", "flow", when(_split_beside, "total")),
    Break(
        "partners-exceed-world",
        "trade_flows",
        "value_usd",
        when(_world, lambda r: _times(r, "value_usd", 0.1)),
    ),
    Break("zero-unexplained", "trade_flows", "value_usd", when(lambda r: not r["note"], "0")),
    Break(
        "zero-unexplained",
        "trade_flows",
        "note",
        when(lambda r: r["value_usd"] == "0", ""),
        ("value_usd",),
    ),
    Break("zero-unexplained", "trade_products", "value_usd", when(lambda r: not r["note"], "0")),
    Break(
        "zero-unexplained",
        "trade_flows_rubles",
        "value_mln_rub",
        when(lambda r: not r["note"], "0"),
    ),
    Break(
        "estimate-unexplained",
        "trade_products",
        "basis",
        when(lambda r: not r["note"] and r["series_id"] == "itc-rus", "estimate"),
        ("note",),
    ),
    Break("series-unit", "trade_flows", "series_id", lambda r: "ussr-rubles"),
    Break("series-unit", "trade_flows_rubles", "series_id", lambda r: "russia-customs"),
    Break(
        "series-unit",
        "trade_products",
        "value_usd",
        when(lambda r: r["series_id"] == "ussr-rubles", "85850000"),
    ),
    Break("series-unit", "trade_products", "value_usd", when(lambda r: not r["note"], "")),
    Break("series-years", "trade_flows", "year", lambda r: "1929"),
    Break("series-years", "trade_products", "year", lambda r: "1960"),
    Break("series-years", "trade_flows_rubles", "year", lambda r: "1999"),
    Break(
        "shares-exceed-hundred",
        "trade_published_shares",
        "share_pct",
        when(_shared, "99.9"),
    ),
    Break("edition-early", "trade_published_shares", "edition", lambda r: r["year"]),
    Break("edition-early", "trade_published_shares", "year", lambda r: "1960", ("edition",)),
    Break(
        "hs-code",
        "trade_products",
        "hs_code",
        lambda r: r.rng.choice(
            ("27", "HS277", "HS2", "HS77", "HS99", "HS84-72", "HS27-2710", "hs27")
        ),
    ),
    Break("period-year", "trade_products", "period", lambda r: f"{int(r['year']) + 1}-01"),
    Break("petroleum-period", "petroleum", "period_type", lambda r: r.other("period_type")),
    Break(
        "petroleum-period",
        "petroleum",
        "period",
        when(lambda r: r["period_type"] == "month", lambda r: r["period"][:4]),
        ("period_type",),
    ),
    Break(
        "petroleum-figure",
        "petroleum",
        "barrels",
        when(lambda r: r["barrels"] and not r["tonnes"], ""),
    ),
    Break(
        "petroleum-figure",
        "petroleum",
        "tonnes",
        when(lambda r: r["tonnes"] and not r["barrels"], ""),
        ("barrels",),
    ),
    Break("petroleum-figure", "petroleum", "barrels", when(_with_both, lambda r: r["tonnes"])),
    Break(
        "petroleum-figure",
        "petroleum",
        "tonnes",
        when(_with_both, lambda r: r["barrels"]),
        ("barrels",),
    ),
    Break(
        "petroleum-measure", "petroleum", "measure", when(lambda r: r["supplier"] == "RUS", "cap")
    ),
    Break(
        "petroleum-measure",
        "petroleum",
        "measure",
        when(lambda r: r["period_type"] == "year" and r["measure"] == "reported", "allegation"),
        ("period_type",),
    ),
    Break(
        "petroleum-measure",
        "petroleum",
        "supplier",
        when(lambda r: r["measure"] == "cap", "CHN"),
        ("measure",),
    ),
    Break("petroleum-measure", "petroleum", "as_of", when(lambda r: r["as_of"], "")),
    Break("petroleum-measure", "petroleum", "as_of", when(lambda r: not r["as_of"], "2024-01")),
    Break("petroleum-measure", "petroleum", "note", when(lambda r: r["measure"] == "derived", "")),
    Break("petroleum-vintage", "petroleum", "as_of", when(lambda r: r["as_of"], "2017-12")),
    Break(
        "petroleum-overlap",
        "petroleum",
        "period",
        when(
            lambda r: r["period"] == "2018-01/2018-08" and r["supplier"] == "RUS", "2018-05/2018-10"
        ),
        at=lambda r: tuple(r.maker.place(n, "period") for n in range(len(r.maker.text.rows))),
    ),
    Break(
        "petroleum-sum",
        "petroleum",
        "barrels",
        when(_year_months, lambda r: _times(r, "barrels", 0.5)),
    ),
    Break(
        "petroleum-sum",
        "petroleum",
        "barrels",
        when(lambda r: r["period"] == "2023-06" and r["supplier"] == "RUS", "2305000"),
        at=lambda r: tuple(r.maker.place(n, "barrels") for n in range(len(r.maker.text.rows))),
    ),
)
