from typing import Any

import pandas as pd
import pytest

import datasets
from datasets.measures import goods, goods_by_section, goods_coverage
from datasets.measures.goods import Span, hs_span
from tests.datasets.measures.made import cell, flow, made, records

CHAPTERS = made(
    "hs_chapters",
    {"chapter": "27", "section": "V", "section_number": 5, "section_title": "Minerals"},
    {"chapter": "28", "section": "VI", "section_number": 6, "section_title": "Chemicals"},
    {"chapter": "38", "section": "VI", "section_number": 6, "section_title": "Chemicals"},
    {"chapter": "39", "section": "VII", "section_number": 7, "section_title": "Plastics"},
)


def products(*rows: dict[str, Any]) -> pd.DataFrame:
    shared = {"series_id": "s", "year": 2019, "partner": "RUS", "flow": "import", "period": "2019"}
    return made("trade_products", *({**shared, **row} for row in rows), product="goods")


@pytest.mark.parametrize(
    ("code", "span"),
    [
        ("HS27", ("270000", "279999")),
        ("HS2710", ("271000", "271099")),
        ("HS28-40", ("280000", "409999")),
        ("HS2709-2710", ("270900", "271099")),
        ("SS", None),
        (None, None),
    ],
)
def test_codes_cover_a_span(code: str | None, span: tuple[str, str] | None) -> None:
    assert hs_span(code) == span


def test_a_span_contains_smaller_ones_and_not_itself() -> None:
    chapter, heading = Span("270000", "279999"), Span("271000", "271099")
    assert chapter.contains(heading)
    assert not heading.contains(chapter)
    assert not chapter.contains(chapter)


def test_a_range_over_several_sections_is_not_divided() -> None:
    rows = goods(
        products=products({"hs_code": "HS28-39"}, {"hs_code": "HS28-38"}), chapters=CHAPTERS
    )
    assert records(rows, "section", "section_number", "section_title", "level") == [
        ("VI–VII", 6, "Chemicals; Plastics", "range"),
        ("VI", 6, "Chemicals", "range"),
    ]
    assert list(rows["sections"]) == [("VI", "VII"), ("VI",)]


def test_confidential_and_rest_belong_to_no_section() -> None:
    rows = goods(products=products({"hs_code": "SS"}, {}), chapters=CHAPTERS)
    assert records(rows, "level", "section", "section_number") == [
        ("confidential", "not itemised", None),
        ("rest", "not itemised", None),
    ]


def test_goods_inside_a_broader_row_are_counted_once() -> None:
    rows = products(
        {"hs_code": "HS27", "value_usd": 100},
        {"hs_code": "HS2710", "value_usd": 80},
        {"hs_code": "HS2710", "value_usd": 70, "flow": "export"},
    )
    assert list(goods(products=rows, chapters=CHAPTERS)["nested"]) == [False, True, False]
    result = goods_by_section(products=rows, chapters=CHAPTERS, flows=made("trade_flows"))
    assert records(result, "flow", "section", "value_usd") == [
        ("export", "V", 70),
        ("import", "V", 100),
    ]


def test_covered_share_says_what_is_missing() -> None:
    rows = products({"hs_code": "HS27", "value_usd": 60}, {"hs_code": "HS39", "value_usd": 20})
    flows = made("trade_flows", flow("russia-customs", 2019, "RUS", "import", 100))
    coverage = goods_coverage(products=rows, chapters=CHAPTERS, flows=flows)
    assert records(coverage, "goods_usd", "pair_usd", "pair_series", "covered", "missing_usd") == [
        (80, 100, "russia-customs", 80.0, 20)
    ]
    sections = goods_by_section(products=rows, chapters=CHAPTERS, flows=flows)
    assert records(sections, "section", "share_of_pair", "covered") == [
        ("V", 60.0, 80.0),
        ("VII", 20.0, 80.0),
    ]


def test_the_goods_own_series_is_the_first_choice_for_the_whole() -> None:
    flows = made(
        "trade_flows",
        flow("russia-customs", 2019, "RUS", "import", 100),
        flow("s", 2019, "RUS", "import", 50),
    )
    coverage = goods_coverage(
        products=products({"hs_code": "HS27", "value_usd": 60}), chapters=CHAPTERS, flows=flows
    )
    assert records(coverage, "pair_series", "covered", "missing_usd") == [("s", 120.0, None)]


def test_part_of_a_year_is_never_measured_against_the_year() -> None:
    rows = products({"hs_code": "HS27", "value_usd": 60, "period": "2019-01/2019-09"})
    flows = made("trade_flows", flow("russia-customs", 2019, "RUS", "import", 100))
    result = goods_by_section(products=rows, chapters=CHAPTERS, flows=flows)
    assert records(result, "part_year", "share_of_pair", "covered") == [(True, None, None)]


def test_goods_without_a_dollar_value_are_no_zero() -> None:
    result = goods_by_section(
        products=products({"hs_code": "HS27"}), chapters=CHAPTERS, flows=made("trade_flows")
    )
    assert result.empty


def test_goods_of_the_record() -> None:
    rows = goods()
    assert len(rows) == len(datasets.load("trade_products"))
    assert records(rows[rows["nested"]], "series_id", "year", "hs_code") == [
        ("itc-rus", 2019, "HS2710")
    ]
    coverage = goods_coverage().set_index(["series_id", "year", "flow"])
    assert round(cell(coverage, ("russia-customs", 2020, "import"), "covered"), 1) == 85.0
    assert round(cell(coverage, ("russia-customs", 2017, "import"), "covered"), 1) == 98.1
    spanning = goods_by_section().query("section == 'XVI–XVIII' and year == 2017")
    assert list(spanning["value_usd"]) == [1_335_785]
