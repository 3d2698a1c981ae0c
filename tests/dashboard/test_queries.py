"""Rows that filters leave."""

import pandas as pd
import pytest

from dashboard.queries import Place, among, at_least, equal, first_years, in_period, select
from dashboard.state.period import Years
from dashboard.state.view import Filters

EVENTS = pd.DataFrame(
    {
        "id": ["year", "month", "day", "span", "undated"],
        "date": pd.array(["1990", "2024-06", "2024-06-19", "1950-06-25", None], dtype="str"),
        "date_end": pd.array([None, None, None, "1953-07", None], dtype="str"),
        "theme": pd.array(["law", "economy", "law", "military", "law"], dtype="str"),
        "themes_other": [(), ("law",), (), (), ("nuclear",)],
        "tone": pd.array([-2, 0, 2, None, 1], dtype="Int64"),
        "verified": pd.array([True, False, None, True, True], dtype="boolean"),
    }
)
PLACE = Place(time=("date", "date_end"), themes=("theme", "themes_other"))


def ids(frame: pd.DataFrame) -> list[str]:
    return list(frame["id"])


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        (2024, 2024, ["month", "day"]),
        (1952, 1952, ["span"]),
        (1953, 1990, ["year", "span"]),
        (1945, 1949, []),
        (1945, 2026, ["year", "month", "day", "span"]),
    ],
)
def test_a_period_takes_what_overlaps_it(start: int, end: int, left: list[str]) -> None:
    assert ids(in_period(EVENTS, PLACE.time, Years(start, end))) == left


def test_years_may_be_numbers() -> None:
    frame = pd.DataFrame({"year": pd.array([1990, None, 1992], dtype="Int64")})
    assert list(in_period(frame, ("year",), Years(1991, 2000))["year"]) == [1992]
    assert list(first_years(frame["year"]).fillna(0)) == [1990, 0, 1992]


def test_all_years_keep_what_has_no_date() -> None:
    whole = Filters({"period": Years(1945, 2026, whole=True), "themes": ()})
    part = Filters({"period": Years(1946, 2026), "themes": ()})
    assert ids(select(EVENTS, PLACE, whole)) == ids(EVENTS)
    assert "undated" not in ids(select(EVENTS, PLACE, part))


def test_a_theme_counts_as_main_or_other() -> None:
    filters = Filters({"themes": ("law",)})
    assert ids(select(EVENTS, PLACE, filters)) == ["year", "month", "day", "undated"]
    assert ids(select(EVENTS, PLACE, Filters({"themes": ("nuclear", "military")}))) == [
        "span",
        "undated",
    ]


def test_a_frame_without_place_is_not_restricted() -> None:
    filters = Filters({"period": Years(1950, 1951), "themes": ("law",)})
    assert ids(select(EVENTS, Place(), filters)) == ids(EVENTS)


def test_codes_from_the_address_match_numbers() -> None:
    filters = Filters({"tone": ("-2", "1")})
    assert ids(select(EVENTS, Place(), filters, {"tone": "tone"})) == ["year", "undated"]


def test_one_code_matches_one_of_several_columns() -> None:
    filters = Filters({"topic": "law", "none": ""})
    columns = {"topic": ("theme", "themes_other"), "none": "theme"}
    assert ids(select(EVENTS, Place(), filters, columns)) == ["year", "month", "day", "undated"]


def test_no_value_is_no_restriction() -> None:
    assert ids(among(EVENTS, ("theme",), ())) == ids(EVENTS)
    assert ids(equal(EVENTS, "theme", "")) == ids(EVENTS)
    assert ids(equal(EVENTS, "theme", "military")) == ["span"]
    assert ids(among(EVENTS, ("theme",), ("unknown",))) == []
    assert ids(equal(EVENTS, "verified", False)) == ["month"]


def test_missing_numbers_are_not_small_numbers() -> None:
    assert ids(at_least(EVENTS, "tone", 0)) == ["month", "day", "undated"]


def test_nothing_changes_the_frame_given() -> None:
    before = EVENTS.copy(deep=True)
    select(
        EVENTS,
        PLACE,
        Filters({"period": Years(1950, 1990), "themes": ("law",), "tone": ("2",)}),
        {"tone": "tone"},
    )
    pd.testing.assert_frame_equal(EVENTS, before)


def test_an_empty_frame_stays_one() -> None:
    filters = Filters({"period": Years(1950, 1990), "themes": ("law",)})
    assert ids(select(EVENTS.head(0), PLACE, filters)) == []
