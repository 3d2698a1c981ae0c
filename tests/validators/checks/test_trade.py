"""Trade flows, rouble flows and published shares."""

import pytest

from tests.validators.building import Case, judge, places, table
from validators.checks.trade import CHECKS

_DOLLARS = {"series_id": "kotra", "unit": "current US$", "years": "1990-2024"}
_ROUBLES = {"series_id": "ussr", "unit": "million clearing roubles", "years": "1988-1991"}
_SERIES = table("trade_series", _DOLLARS, _ROUBLES)
_EXPORT, _IMPORT, _TOTAL = ({"flow": flow} for flow in ("export", "import", "total"))


def _world(total: int, *partners: int) -> list[dict[str, str]]:
    rows = [{"partner": "WLD", "value_usd": str(total)}]
    return rows + [
        {"partner": f"PP{'ABC'[n]}", "value_usd": str(v)} for n, v in enumerate(partners)
    ]


CASES = (
    Case(
        "flow-double",
        (table("trade_flows", _EXPORT, _IMPORT, _TOTAL | {"year": "2011"}),),
        (table("trade_flows", _EXPORT, _TOTAL), table("trade_flows_rubles", _TOTAL, _IMPORT)),
        (("trade_flows", 3, "flow"), ("trade_flows_rubles", 2, "flow")),
    ),
    Case(
        "partners-exceed-world",
        (table("trade_flows", *_world(1000, 600, 410)),),
        (table("trade_flows", *_world(1000, 600, 411)),),
        (("trade_flows", 2, "value_usd"),),
    ),
    Case(
        "zero-unexplained",
        (table("trade_flows", {"value_usd": "0", "note": "Border closed."}, {"value_usd": "1"}),),
        (
            table("trade_flows", {"value_usd": "0"}),
            table("trade_products", {"value_usd": "0"}, {"value_usd": "", "note": "In tonnes."}),
            table("trade_flows_rubles", {"value_mln_rub": "0"}),
        ),
        (
            ("trade_flows", 2, "value_usd"),
            ("trade_products", 2, "value_usd"),
            ("trade_flows_rubles", 2, "value_mln_rub"),
        ),
    ),
    Case(
        "estimate-unexplained",
        (
            table("trade_series", _DOLLARS, {"series_id": "cia", "known_issues": "Rough."}),
            table("trade_flows", {"basis": "estimate", "note": "Nine times 2021."}),
            table("trade_products", {"basis": "estimate", "series_id": "cia"}),
        ),
        (_SERIES, table("trade_flows", {"basis": "estimate"}, {"basis": "mirror"})),
        (("trade_flows", 2, "note"),),
    ),
    Case(
        "series-unit",
        (
            _SERIES,
            table("trade_flows", {}),
            table("trade_flows_rubles", {"series_id": "ussr"}),
            table("trade_products", {"series_id": "ussr", "note": "In roubles."}),
        ),
        (
            _SERIES,
            table("trade_flows", {"series_id": "ussr"}),
            table("trade_flows_rubles", {"series_id": "kotra"}),
            table("trade_products", {"series_id": "ussr", "value_usd": "5"}, {"value_usd": ""}),
        ),
        (
            ("trade_flows", 2, "series_id"),
            ("trade_flows_rubles", 2, "series_id"),
            ("trade_products", 2, "value_usd"),
            ("trade_products", 3, "value_usd"),
        ),
    ),
    Case(
        "series-years",
        (_SERIES, table("trade_flows", {"year": "1990"}, {"year": "2024"})),
        (
            _SERIES,
            table("trade_flows", {"year": "1989"}),
            table("trade_flows_rubles", {"series_id": "ussr", "year": "1992"}),
            table("trade_products", {"year": "2025"}),
        ),
        (
            ("trade_flows", 2, "year"),
            ("trade_flows_rubles", 2, "year"),
            ("trade_products", 2, "year"),
        ),
    ),
    Case(
        "shares-exceed-hundred",
        (
            table(
                "trade_published_shares",
                {"partner": "CHN", "share_pct": "60.9"},
                {"partner": "KOR", "share_pct": "40"},
                {"partner": "RUS", "share_pct": "40", "edition": "2012"},
            ),
        ),
        (
            table(
                "trade_published_shares",
                {"partner": "RUS", "share_pct": "40"},
                {"partner": "CHN", "share_pct": "61.2"},
            ),
        ),
        (("trade_published_shares", 3, "share_pct"),),
    ),
    Case(
        "edition-early",
        (table("trade_published_shares", {"edition": "2011"}, {"edition": "2020"}),),
        (table("trade_published_shares", {"edition": "2010"}, {"edition": "2021"}),),
        (("trade_published_shares", 2, "edition"), ("trade_published_shares", 3, "edition")),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}


def test_flows_are_summed_by_themselves() -> None:
    made = table(
        "trade_flows",
        {"partner": "WLD", "value_usd": "100", "flow": "export"},
        {"partner": "CHN", "value_usd": "90", "flow": "export"},
        {"partner": "CHN", "value_usd": "500", "flow": "import"},
    )
    assert places("partners-exceed-world", made) == []
