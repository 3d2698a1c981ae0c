"""Rows under filters, on the record: what the address says is what is left."""

from typing import Any

import pandas as pd
import pytest

import datasets
from dashboard.browse.conditions import parse
from dashboard.browse.param import Browse
from dashboard.browse.rows import ordered, selected, table_texts
from dashboard.state.period import Years


def left(
    table: str, *where: str, sort: str = "", down: bool = False, **filters: Any
) -> pd.DataFrame:
    browse = Browse(table, tuple(parse(table, each) for each in where), sort, down)
    return selected(datasets.catalog().frame(table), browse, filters, table_texts(table))


def test_without_filters_the_table_is_whole_and_in_its_order() -> None:
    frame = datasets.catalog().frame("milestones")
    pd.testing.assert_frame_equal(left("milestones"), frame)


def test_the_table_itself_is_never_changed() -> None:
    before = datasets.load("milestones")
    left("milestones", "theme.law", "date.1961..1991", sort="title", down=True, q="treaty")
    pd.testing.assert_frame_equal(datasets.load("milestones"), before)


def test_terms_of_a_single_and_of_a_multiple_cell() -> None:
    frame = datasets.load("milestones")
    assert (
        len(left("milestones", "theme.law.nuclear"))
        == frame["theme"].isin(["law", "nuclear"]).sum()
    )
    several = left("milestones", "actors.CHN.JPN")
    assert 0 < len(several) < len(frame)
    assert all({"CHN", "JPN"} & set(cell) for cell in several["actors"])


def test_terms_that_are_numbers_and_yes_or_no() -> None:
    frame = datasets.load("milestones")
    assert len(left("milestones", "tone.-2.2")) == frame["tone"].isin([-2, 2]).sum() > 0
    agreements = datasets.load("agreements")
    yes, no = left("agreements", "mutual_defence.yes"), left("agreements", "mutual_defence.no")
    assert yes["mutual_defence"].all()
    assert len(yes) + len(no) == len(agreements)


def test_empty_cells_can_be_chosen_alone_or_beside_terms() -> None:
    frame = datasets.load("milestones")
    empty = left("milestones", "place_id.-")
    assert empty["place_id"].isna().all()
    assert len(empty) == frame["place_id"].isna().sum() > 0
    moscow = (frame["place_id"] == "moscow").sum()
    assert len(left("milestones", "place_id.moscow.-")) == len(empty) + moscow > len(empty)
    assert all(cell == () for cell in left("milestones", "themes_other.-")["themes_other"])


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("date.1961..1961", lambda d: d.str[:4] == "1961"),
        # A date known by the year alone may lie in any of its months.
        ("date.1961-07..1961-07", lambda d: d.isin(["1961"]) | (d.str[:7] == "1961-07")),
        ("date.1961-07-06", lambda d: d.isin(["1961", "1961-07", "1961-07-06"])),
        ("date.2024-12..", lambda d: (d >= "2024-12") | (d == "2024")),
        ("date...1945-08", lambda d: (d < "1945-09") | (d == "1945")),
    ],
)
def test_ranges_of_dates(condition: str, expected: Any) -> None:
    frame = datasets.load("milestones")
    wanted = frame[expected(frame["date"])]
    assert list(left("milestones", condition)["id"]) == list(wanted["id"])
    assert len(wanted) > 0


def test_ranges_of_numbers_leave_empty_cells_out() -> None:
    frame = datasets.load("petroleum")
    found = left("petroleum", "barrels.1000.5..20000")
    wanted = frame[(frame["barrels"] >= 1000.5) & (frame["barrels"] <= 20000)]
    assert len(found) == len(wanted) > 0
    assert found["barrels"].notna().all()


def test_words_forgive_spelling_and_case_in_one_column() -> None:
    found = left("milestones", "title.KIM jongun")
    assert 0 < len(found) < 396
    assert found["title"].str.contains("Kim").all()
    assert len(left("milestones", "title.김정은")) == len(found)
    assert left("milestones", "title.zzzz").empty


def test_an_id_that_exists_is_meant_alone() -> None:
    frame = datasets.load("milestones")
    first = frame["id"].iloc[0]
    assert list(left("milestones", f"id.{first}")["id"]) == [first]
    assert len(left("milestones", "id.treaty")) > 1


def test_votes_are_found_by_the_name_of_their_roll_call() -> None:
    found = left("ga_votes", "roll_call_id.korea", "iso3.PRK", "vote.no")
    calls = datasets.load("ga_roll_calls").set_index("roll_call_id")["title"]
    assert 0 < len(found) < 1_000
    assert found["roll_call_id"].map(calls).str.contains("korea", case=False).mean() > 0.9


def test_the_search_looks_in_all_text_and_in_labels() -> None:
    assert len(left("milestones", q="treaty 1961 bohemia")) == 0
    assert len(left("milestones", q="alliance treaty")) > 0
    japan = left("ga_votes", q="Japan")
    assert set(japan["iso3"]) >= {"JPN"}
    own = datasets.load("ga_votes")["iso3"].eq("JPN").sum()
    assert len(japan) >= own
    both = left("ga_votes", q="Japan nuclear")
    assert 0 < len(both) < len(japan)


def test_period_and_themes_count_where_the_table_has_a_place() -> None:
    years = Years(1961, 1985)
    assert len(left("milestones", period=years)) < 396
    assert len(left("milestones", themes=("law",))) < 396
    assert len(left("places", period=years, themes=("law",))) == 64


def test_terms_sort_in_their_order_and_others_by_label() -> None:
    themes = left("milestones", sort="theme")["theme"]
    order = list(dict.fromkeys(themes))
    assert order[0] == "diplomacy"
    assert order[-1] == "human_rights"
    events = left("reactions", sort="event_id")["event_id"]
    titles = datasets.load("reaction_events").set_index("event_id")["title"].str.casefold()
    named = [titles[code] for code in dict.fromkeys(events)]
    assert named == sorted(named)
    countries = datasets.load("countries").set_index("iso3")["name"].str.casefold()
    shown = [countries[code] for code in dict.fromkeys(left("ga_votes", sort="iso3")["iso3"])]
    assert shown == sorted(shown)


def test_empty_cells_come_last_both_ways() -> None:
    for down in (False, True):
        ends = left("agreements", sort="ended", down=down)["ended"]
        assert ends.iloc[-1] is pd.NA or pd.isna(ends.iloc[-1])
        known = list(ends.dropna())
        assert known == sorted(known, reverse=down)


def test_equal_rows_keep_the_order_of_the_table() -> None:
    rows = left("milestones", sort="theme")
    law = rows[rows["theme"] == "law"]
    assert list(law.index) == sorted(law.index)


def test_every_column_of_every_table_can_be_sorted() -> None:
    tried = 0
    for spec in datasets.tables():
        frame = datasets.catalog().frame(spec.id).head(40)
        for column in spec.columns:
            rows = ordered(frame, Browse(spec.id, (), column, True))
            assert sorted(rows.index) == list(frame.index)
            tried += 1
    assert tried > 300
