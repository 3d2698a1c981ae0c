from typing import Any

import pandas as pd
import pytest

import datasets
from datasets.measures import (
    SPLICES,
    partner_ranking,
    published_shares,
    trade_shares,
)
from tests.datasets.measures.made import flow, made, records

SERIES = made("trade_series", {"series_id": "s", "title": "Some series"})


@pytest.fixture(scope="module")
def shares() -> pd.DataFrame:
    return trade_shares()


def of(*rows: dict[str, Any]) -> pd.DataFrame:
    return trade_shares(flows=made("trade_flows", *rows), series=SERIES)


def test_share_is_partner_over_world_of_the_same_series() -> None:
    result = of(
        flow("s", 2000, "RUS", "export", 25, source_ids=("a",)),
        flow("s", 2000, "WLD", "export", 200, source_ids=("b",)),
        flow("other", 2000, "WLD", "export", 1000),
    )
    assert records(result, "partner", "flow", "value_usd", "world_usd", "share", "rule") == [
        ("RUS", "export", 25, 200, 12.5, "")
    ]
    assert records(result, "series_title", "source_ids") == [("Some series", ("a", "b"))]


def test_total_uses_published_totals_or_sums_on_either_side() -> None:
    result = of(
        flow("s", 2000, "RUS", "total", 30),
        flow("s", 2000, "CHN", "export", 10),
        flow("s", 2000, "CHN", "import", 50),
        flow("s", 2000, "WLD", "export", 100),
        flow("s", 2000, "WLD", "import", 140),
    )
    totals = result[result["flow"] == "total"]
    assert records(totals, "partner", "share") == [("CHN", 25.0), ("RUS", 12.5)]


def test_partner_with_one_direction_has_no_total_share() -> None:
    result = of(
        flow("s", 2000, "RUS", "import", 30),
        flow("s", 2000, "WLD", "export", 100),
        flow("s", 2000, "WLD", "import", 120),
    )
    assert records(result, "flow", "share") == [("import", 25.0)]


def test_world_with_one_direction_has_no_total_share() -> None:
    result = of(flow("s", 2000, "RUS", "total", 30), flow("s", 2000, "WLD", "export", 100))
    assert result.empty


def test_zero_is_a_share_and_a_world_of_zero_is_none() -> None:
    result = of(
        flow("s", 2000, "RUS", "import", 0),
        flow("s", 2000, "WLD", "import", 100),
        flow("s", 2001, "RUS", "import", 0),
        flow("s", 2001, "CHN", "import", 5),
        flow("s", 2001, "WLD", "import", 0),
    )
    assert records(result, "year", "share") == [(2000, 0.0)]


def test_no_overlap_of_years_gives_no_share() -> None:
    result = of(flow("s", 2000, "RUS", "import", 5), flow("s", 2001, "WLD", "import", 100))
    assert result.empty
    assert result["share"].dtype == "Float64"


def test_a_world_that_stands_twice_is_refused() -> None:
    world = flow("s", 2000, "WLD", "import", 100)
    with pytest.raises(ValueError, match="not unique"):
        of(flow("s", 2000, "RUS", "import", 5), world, world)


def test_russian_customs_over_kotra_adds_russia_from_2022() -> None:
    result = of(
        flow("russia-customs", 2021, "RUS", "total", 10),
        flow("russia-customs", 2022, "RUS", "total", 10),
        flow("kotra-annual", 2021, "WLD", "total", 90),
        flow("kotra-annual", 2022, "WLD", "total", 90),
    )
    assert records(result, "series_id", "year", "world_usd", "share") == [
        ("russia-customs-over-kotra", 2021, 90, 100 * 10 / 90),
        ("russia-customs-over-kotra", 2022, 100, 10.0),
    ]
    assert set(result["denominator_series"]) == {"kotra-annual"}
    assert set(result["numerator_series"]) == {"russia-customs"}


def test_later_reports_fill_only_years_without_a_world_total() -> None:
    result = of(
        flow("kotra-annual", 1998, "CHN", "total", 10),
        flow("kotra-annual", 1998, "WLD", "total", 100),
        flow("kotra-restated", 1998, "CHN", "total", 30),
        flow("kotra-restated", 1998, "WLD", "total", 100),
        flow("kotra-restated", 2000, "CHN", "total", 40),
        flow("kotra-restated", 2000, "WLD", "total", 100),
    )
    filled = result[result["series_id"] == "kotra-filled"]
    assert records(filled, "year", "share", "numerator_series", "denominator_series") == [
        (1998, 10.0, "kotra-annual", "kotra-annual"),
        (2000, 40.0, "kotra-restated", "kotra-restated"),
    ]


def test_correlates_of_war_divides_by_the_sum_of_partners_from_1992() -> None:
    result = of(
        flow("cow-trade-4", 1991, "JPN", "export", 10),
        flow("cow-trade-4", 1991, "CHN", "export", 10),
        flow("cow-trade-4", 1992, "RUS", "export", 10),
        flow("cow-trade-4", 1992, "RUS", "import", 40),
        flow("cow-trade-4", 1992, "CHN", "import", 50),
    )
    assert records(result, "year", "partner", "flow", "world_usd", "share") == [
        (1992, "CHN", "import", 90, 100 * 50 / 90),
        (1992, "RUS", "export", 10, 100.0),
        (1992, "RUS", "import", 90, 100 * 40 / 90),
        (1992, "RUS", "total", 100, 50.0),
    ]


COLUMNS_OF_THE_NOTES = {
    "cow-trade-4": ("RUS", "cow-trade-4"),
    "kotra": ("RUS", "kotra-filled"),
    "customs": ("RUS", "russia-customs-over-kotra"),
    "jetro": ("RUS", "jetro"),
    "mofa": ("RUS", "rok-mofa"),
    "china": ("CHN", "kotra-annual"),
}
PUBLISHED = """
1988 jetro 58.1
1989 jetro 58.4
1990 kotra 37.0, mofa 50.0, china 15.6
1991 kotra 14.1, mofa 40.3, china 23.5
1992 cow-trade-4 11.9, kotra 11.8, china 28.2
2000 cow-trade-4 1.6, kotra 2.3
2004 cow-trade-4 5.9, kotra 7.5, china 48.5
2005 cow-trade-4 5.6, kotra 7.7, china 52.7
2006 cow-trade-4 4.4, kotra 7.0, china 56.7
2010 cow-trade-4 1.0, kotra 2.6, customs 2.4, china 83.2
2013 cow-trade-4 1.4, kotra 1.4, customs 1.4, china 89.1
2014 cow-trade-4 1.2, kotra 1.2, customs 1.2, china 90.1
2018 customs 1.2, china 95.6
2019 customs 1.5, china 95.4
2020 customs 5.0, china 88.2
2021 customs 0.01, china 95.6
2022 customs 0.2, china 96.4
2023 customs 1.2, china 98.3
"""
FIGURES = [
    (int(line.split(" ", 1)[0]), *part.split())
    for line in PUBLISHED.strip().splitlines()
    for part in line.split(" ", 1)[1].split(", ")
]


def test_all_figures_of_the_notes_are_there() -> None:
    assert len(FIGURES) == 46


@pytest.mark.parametrize(("year", "column", "printed"), FIGURES)
def test_share_of_total_trade_to_printed_precision(
    shares: pd.DataFrame, year: int, column: str, printed: str
) -> None:
    partner, series = COLUMNS_OF_THE_NOTES[column]
    rows = shares[
        (shares["series_id"] == series)
        & (shares["year"] == year)
        & (shares["partner"] == partner)
        & (shares["flow"] == "total")
    ]
    decimals = len(printed.split(".")[1])
    assert [f"{value:.{decimals}f}" for value in rows["share"]] == [printed]


SPLIT = {
    2011: ("0.5", "2.8"),
    2013: ("0.2", "2.3"),
    2014: ("0.3", "1.8"),
    2015: ("0.2", "2.2"),
    2016: ("0.3", "1.8"),
    2017: ("0.2", "2.0"),
    2018: ("0.8", "1.2"),
    2019: ("1.1", "1.5"),
    2020: ("0.8", "5.4"),
    2021: ("0.05", "0"),
}


@pytest.mark.parametrize(("year", "printed"), SPLIT.items())
def test_share_of_exports_and_imports(
    shares: pd.DataFrame, year: int, printed: tuple[str, str]
) -> None:
    rows = shares[(shares["series_id"] == "russia-customs-over-kotra") & (shares["year"] == year)]
    by_flow = rows.set_index("flow")["share"]
    for flow_name, figure in zip(("export", "import"), printed, strict=True):
        decimals = len(figure.partition(".")[2])
        assert f"{by_flow[flow_name]:.{decimals}f}" == figure


def test_no_point_where_data_are_missing(shares: pd.DataFrame) -> None:
    russia = shares[shares["partner"] == "RUS"]
    years = russia.groupby("series_id")["year"].agg(set)
    assert min(years["cow-trade-4"]) == 1992
    assert 2012 not in years["russia-customs-over-kotra"]
    assert years["kotra-annual"] == {1990, 1991, 1992, 2004, 2005, 2006, *range(2009, 2015)}
    assert years["kotra-filled"] == years["kotra-annual"] | {2000}
    assert not (russia["year"] < 1988).any()
    split = russia[russia["flow"] != "total"]
    customs = split[split["series_id"] == "russia-customs-over-kotra"]
    assert set(customs["year"]) == {*range(2010, 2022)} - {2012}


def test_reported_zero_is_kept(shares: pd.DataFrame) -> None:
    zeros = shares[shares["share"] == 0]
    assert records(zeros, "series_id", "year", "partner", "flow", "value_usd") == [
        ("russia-customs-over-kotra", 2021, "RUS", "import", 0)
    ]


def test_every_share_has_sources_a_rule_and_bounds(shares: pd.DataFrame) -> None:
    known = set(datasets.load("sources")["id"])
    assert all(ids and set(ids) <= known for ids in shares["source_ids"])
    assert shares["share"].between(0, 100).all()
    assert not (shares["partner"] == "WLD").any()
    assert not shares.duplicated(["series_id", "partner", "flow", "year"]).any()
    named = {splice.id: splice.rule for splice in SPLICES}
    assert (shares["rule"] == shares["series_id"].map(named).fillna("")).all()
    apart = shares["numerator_series"] != shares["denominator_series"]
    assert (shares.loc[apart, "rule"] != "").all()
    assert apart.any()


def test_kotra_without_russia_is_said_beside_the_other_partners(shares: pd.DataFrame) -> None:
    china = shares[(shares["series_id"] == "kotra-annual") & (shares["partner"] == "CHN")]
    said = china["note"].str.contains("holds no Russian trade").fillna(False)
    assert set(china.loc[said, "year"]) == {2022, 2023, 2024}


def test_ranking_puts_the_largest_first_and_shares_ranks() -> None:
    made_shares = of(
        flow("s", 2000, "CHN", "export", 10),
        flow("s", 2000, "RUS", "export", 30),
        flow("s", 2000, "JPN", "export", 10),
        flow("s", 2000, "IND", "import", 99),
        flow("s", 2000, "WLD", "export", 100),
    )
    ranked = partner_ranking(2000, series="s", flow="export", shares=made_shares)
    assert records(ranked, "rank", "partner", "share") == [
        (1, "RUS", 30.0),
        (2, "CHN", 10.0),
        (2, "JPN", 10.0),
    ]


def test_ranking_of_the_record(shares: pd.DataFrame) -> None:
    ranked = partner_ranking(2010, shares=shares)
    assert list(ranked["partner"]) == ["CHN", "RUS", "DEU", "IND", "THA", "USA"]
    assert partner_ranking(1900, shares=shares).empty


def test_published_shares_know_their_latest_edition() -> None:
    printed = made(
        "trade_published_shares",
        {"edition": 2003, "share_pct": 23.5},
        {"edition": 2004, "share_pct": 28.4},
        year=2002,
        partner="CHN",
        flow="export",
    )
    assert records(published_shares(shares=printed), "edition", "share", "latest", "editions") == [
        (2003, 23.5, False, 2),
        (2004, 28.4, True, 2),
    ]
    assert len(published_shares()) == len(datasets.load("trade_published_shares"))
