"""Figures of trade on the real record: they agree with the measures and with each other."""

from typing import Any

import pandas as pd
import pytest

import datasets
from dashboard.charts.figure import Figure
from dashboard.figures import trade as figures
from dashboard.figures.trade.oil import addable
from dashboard.figures.trade.overlay import moments, year_fraction
from dashboard.figures.trade.partners import one_per_partner, playable_years
from dashboard.figures.trade.roubles import with_turnover
from dashboard.filters.trade import MAIN_SERIES, PARAMS, SECTIONS, partner_options, series_options
from dashboard.navigation import EVERYWHERE
from dashboard.state.view import Filters, from_query
from datasets.measures import SPLICES, published_shares, trade_shares
from tests.dashboard.charts.trade.samples import points, told

ALL = (*EVERYWHERE, *PARAMS)
SPECS = {spec.key: spec for spec in figures.FIGURES}
EVENTS = "Milestones and sanctions"


def filters(**query: str) -> Filters:
    read, ignored = from_query(ALL, query)
    assert ignored == ()
    return read


def built(key: str, **query: str) -> Figure:
    spec = SPECS[key]
    return spec.build(filters(**query).only(*spec.uses))


QUERIES: tuple[dict[str, str], ...] = (
    {},
    {"flow": "export", "unit": "usd"},
    {"partners": "RUS.CHN.JPN.IND", "overlay": "1"},
    {"partners": "-", "series": "-", "flow": "import"},
    {"series": "china-customs.rok-inter-korean", "partners": "CHN.KOR"},
    {"series": "cow-trade-4", "year": "1996", "unit": "usd"},
    {"year": "1991", "series": "rok-mofa", "themes": "military", "overlay": "1"},
    {"from": "1988", "to": "1991"},
    {"from": "2024", "to": "2024"},
    {"to": "1950"},
)


@pytest.mark.parametrize("query", QUERIES, ids=str)
@pytest.mark.parametrize("key", SPECS)
def test_every_figure_is_whole_or_says_that_it_is_empty(key: str, query: dict[str, str]) -> None:
    figure = built(key, **query)
    assert list(figure.table.columns) == list(figure.columns)
    assert figure.empty == (len(figure.table) == 0) == (figure.data == ())
    assert figure.alt.endswith(".")
    known = set(datasets.load("sources")["id"])
    assert set(figure.sources) <= known
    assert len(figure.sources) == len(set(figure.sources))
    assert bool(figure.sources) != figure.empty
    tables = {spec.id for spec in datasets.tables()}
    assert set(figure.tables) <= tables


def test_sections_of_filters_and_figures_are_the_same() -> None:
    assert list(figures.SECTIONS) == [code for code, _ in SECTIONS]
    assert len(SPECS) == len(figures.FIGURES)


#: year, series, percent, as the notes of the data give them
KNOWN_SHARES = (
    (1992, "cow-trade-4", 11.9),
    (1991, "kotra-filled", 14.1),
    (1989, "jetro", 58.4),
    (1991, "rok-mofa", 40.3),
    (2020, "russia-customs-over-kotra", 5.0),
    (2023, "russia-customs-over-kotra", 1.2),
)


@pytest.mark.parametrize(("year", "series", "percent"), KNOWN_SHARES)
def test_the_share_of_russia_is_drawn_as_known(year: int, series: str, percent: float) -> None:
    figure = built("shares", partners="RUS")
    title = dict(series_options())[series]
    table = figure.table
    row = table[(table["year"] == year) & (table["series_title"] == title)].iloc[0]
    assert row["share"] == pytest.approx(percent, abs=0.05)
    drawn = [(x, y) for x, y in points(figure.data) if x == year]
    assert (year, round(float(row["share"]), 6)) in drawn


@pytest.mark.parametrize("query", QUERIES[:5], ids=str)
def test_what_lines_draw_is_what_tables_say(query: dict[str, str]) -> None:
    shares = built("shares", **{**query, "unit": "percent"})
    if not shares.empty:
        assert points(shares.data, EVENTS) == told(shares, "year", "share")
    values = built("values", **{k: v for k, v in query.items() if k != "unit"})
    assert points(values.data, EVENTS) == told(values, "year", "value_million")
    world = built("world-totals", **query)
    assert points(world.data, EVENTS) == told(world, "year", "value_million")


def test_shares_are_those_of_the_measure() -> None:
    figure = built("shares")
    shares = trade_shares()
    wanted = shares[
        shares["series_id"].isin(MAIN_SERIES)
        & shares["partner"].isin(["RUS", "CHN"])
        & (shares["flow"] == "total")
    ]
    assert sorted(figure.table["share"]) == pytest.approx(sorted(wanted["share"]))


def test_no_point_where_data_are_missing() -> None:
    russia = built("shares", partners="RUS").data[0]
    assert russia["name"] == "Russia: KOTRA"
    assert dict(zip(russia["x"], russia["y"], strict=True))[1993] is None


def test_none_chosen_means_the_largest() -> None:
    figure = built("shares", partners="-", series="kotra-filled")
    assert figure.table["partner_name"].nunique() <= 4
    assert {"China", "Russia"} <= set(figure.table["partner_name"])


def test_dollars_stand_where_no_share_can() -> None:
    percent = built("shares", series="china-customs", partners="CHN")
    assert percent.empty
    usd = built("shares", series="china-customs", partners="CHN", unit="usd")
    assert usd.table["year"].max() == 2025
    mixed = built("shares", series="china-customs.kotra-filled", partners="CHN")
    assert mixed.notes[2].startswith("No share can be computed from Chinese customs")


def test_the_outlier_of_1996_is_warned_of_where_it_is_drawn() -> None:
    warning = "The share it gives for that year should not be quoted."
    assert any(note.endswith(warning) for note in built("shares").notes)
    assert not any(note.endswith(warning) for note in built("shares", partners="CHN").notes)


def test_definitions_of_the_series_drawn_stand_beside_them() -> None:
    notes = " ".join(built("shares").notes)
    assert next(s.rule for s in SPLICES if s.id == "russia-customs-over-kotra") in notes
    assert "Soviet clearing rubles converted at the official rate" in notes
    assert "kotra-annual" not in notes


def test_the_break_of_2022_is_marked() -> None:
    words = [note["text"] for note in built("shares").layout["annotations"]]
    assert any(word.startswith("from 2022") for word in words)


def test_printed_shares_are_those_of_the_factbook() -> None:
    figure = built("published", flow="export")
    printed = published_shares()
    wanted = printed[(printed["flow"] == "export") & printed["partner"].isin(["RUS", "CHN"])]
    dots = figure.table[figure.table["edition"].notna()]
    assert sorted(dots["share"]) == sorted(wanted["share"])


def test_exports_less_imports_are_the_balance() -> None:
    table = built("balance").table
    difference = table["export_million"] - table["import_million"]
    assert difference.tolist() == pytest.approx(table["balance_million"].tolist())
    assert table["series_title"].nunique() == 3


def test_map_and_ranking_agree_on_a_year_of_one_series() -> None:
    ranked = built("ranking", year="2005", series="cow-trade-4").table
    mapped = built("map", year="2005", series="cow-trade-4").table
    by_name = mapped.set_index("partner_name")["share"]
    assert ranked["share"].tolist() == by_name[ranked["partner_name"]].tolist()
    assert ranked["share"].is_monotonic_decreasing


def test_the_map_takes_most_from_one_series_and_says_so() -> None:
    figure = built("map", year="2020")
    assert figure.table["partner_name"].tolist() == ["China", "Russia"]
    assert "Russia from “Russian customs over KOTRA's world total”" in figure.notes[0]
    rows = pd.DataFrame(
        {"series_id": ["a", "b", "b"], "partner": ["RUS", "RUS", "CHN"], "share": [1, 2, 3]}
    )
    assert one_per_partner(rows)["share"].tolist() == [2, 3]


def test_years_can_be_played_where_a_partner_is_known() -> None:
    years = playable_years(filters())
    assert years[0] == 1988
    assert years == tuple(sorted(years))
    usd = playable_years(filters(unit="usd", series="cow-trade-4", flow="import"))
    assert usd[0] == 1958


def test_goods_say_what_they_leave_out() -> None:
    figure = built("goods-russia")
    row = figure.table[(figure.table["year"] == 2020) & (figure.table["flow_label"] == "Imports")]
    # 35,720,826 of 42,030,000 dollars by goods, less 970,000 under confidential codes
    assert row["itemised"].max() == pytest.approx(82.68, abs=0.01)
    assert any("Crude oil, 1988" in note for note in figure.notes)
    assert not any("Crude oil" in note for note in built("goods-russia", **{"from": "2000"}).notes)


def test_oil_of_2023_stands_against_the_limit() -> None:
    figure = built("oil-years")
    told_of = figure.table[figure.table["year"] == 2023]
    assert told_of["barrels"].sum() == 362_706
    assert "2023: 362,706 barrels, 72.5% of the limit" in figure.alt
    assert "alleged for January–May" in figure.alt


def test_oil_of_a_year_is_added_from_suppliers_or_taken_whole() -> None:
    def known(*rows: tuple[str, int, bool]) -> pd.DataFrame:
        frame = pd.DataFrame(rows, columns=["supplier", "months", "whole_year"])
        return frame.assign(year=2020).astype({"whole_year": "boolean"})

    both = known(("RUS", 12, True), ("CHN", 12, True), ("ALL", 12, True))
    assert addable(both)["supplier"].tolist() == ["RUS", "CHN"]
    parts = known(("RUS", 4, False), ("CHN", 8, False), ("ALL", 12, True))
    assert addable(parts)["supplier"].tolist() == ["ALL"]
    narrower = known(("CHN", 11, False), ("ALL", 8, False))
    assert addable(narrower)["supplier"].tolist() == ["CHN"]
    assert addable(both.iloc[:0]).empty


def test_the_stop_of_january_2024_is_read_from_the_data() -> None:
    figure = built("oil-months")
    assert figure.layout["shapes"][0]["x0"] == "2024-01-31"
    assert "Russia's last notification is for January 2024." in figure.alt


def test_implied_rates_lie_far_apart() -> None:
    rates = built("rouble-rates").table
    assert rates["rate"].min() == pytest.approx(0.762, abs=0.001)
    assert rates["rate"].max() > 10
    computed = rates["value_million"] / rates["roubles"]
    assert computed.tolist() == pytest.approx(rates["rate"].tolist())


def test_turnover_is_added_only_where_both_directions_are_known() -> None:
    roubles = datasets.load("trade_flows_rubles").assign(flow_label="")
    sums = with_turnover(roubles)
    totals = sums[sums["flow"] == "total"].set_index("year")["value_mln_rub"].to_dict()
    assert totals == {1988: 1601, 1989: 1501, 1990: 1499, 1991: 231}
    one_way = with_turnover(roubles[roubles["flow"] == "export"])
    assert "total" not in set(one_way["flow"])


def test_events_behind_the_lines_follow_the_themes() -> None:
    default = [moment.label for moment in moments(())]
    assert any("UN sanctions, S/RES/2371" in label for label in default)
    assert len({moment.at for moment in moments(())}) > 10
    military = [moment.label for moment in moments(("military",))]
    assert not any("UN sanctions" in label for label in military)
    assert any("Kursk" in label for label in military)
    assert year_fraction("2022") == 2022
    assert 2022.4 < year_fraction("2022-07-01") < 2022.6


def test_partners_begin_with_russia_and_china_and_the_world_is_none() -> None:
    codes = [code for code, _ in partner_options()]
    assert codes[:2] == ["RUS", "CHN"]
    assert "WLD" not in codes
    assert len(codes) == len(set(codes)) > 100


def test_an_unread_table_leaves_no_options(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        failed = frozenset({"trade_flows", "trade_series", "trade_published_shares"})

        def frame(self, _: str) -> Any:
            raise AssertionError("a failed table was asked for")

    monkeypatch.setattr(datasets, "catalog", Broken)
    partner_options.cache_clear()
    series_options.cache_clear()
    try:
        monkeypatch.setattr("dashboard.filters.trade.known_names", dict)
        assert partner_options() == ()
        assert series_options() == ()
    finally:
        partner_options.cache_clear()
        series_options.cache_clear()
