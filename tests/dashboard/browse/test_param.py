"""Table, column filters and order in the address."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import datasets
from dashboard.browse.columns import FilterKind, filter_kind, options
from dashboard.browse.conditions import Condition, Range, Terms, Words
from dashboard.browse.param import MOST_CONDITIONS, WHERE, Browse, Browsing
from dashboard.state.view import Filters, describe, from_query, to_query

PARAM = Browsing("browse", "Column filters", default="milestones")


def read(**query: str) -> tuple[Browse, list[tuple[str, str]]]:
    filters, ignored = from_query((PARAM,), query)
    return filters.browse, [(part.name, part.why) for part in ignored]


def test_an_empty_address_is_the_first_table_whole() -> None:
    assert read() == (Browse("milestones"), [])
    assert PARAM.write(Browse("milestones")) == {}
    assert PARAM.words(Browse("milestones")) == ""


def test_a_table_with_filters_and_order() -> None:
    query = {
        "table": "trade_flows",
        "where": "partner.RUS",
        "where2": "year.1990..2000",
        "where3": "note.Comtrade",
        "sort": "-value_usd",
    }
    browse, ignored = read(**query)
    assert ignored == []
    assert browse == Browse(
        "trade_flows",
        (Terms("partner", ("RUS",)), Range("year", "1990", "2000"), Words("note", "Comtrade")),
        "value_usd",
        True,
    )
    assert to_query((PARAM,), {"browse": browse}) == query
    assert describe((PARAM,), {"browse": browse}) == (
        "Partner: Russia; year: from 1990 up to 2000; note: “Comtrade”; "
        "sorted by value, greatest first."
    )


def test_a_gap_between_filters_is_closed() -> None:
    browse, ignored = read(where3="theme.law")
    assert ignored == []
    assert PARAM.write(browse) == {"where": "theme.law"}


def test_what_is_not_understood_is_named_and_the_rest_stays() -> None:
    browse, ignored = read(where="nope.x", where2="theme.law", where3="theme.nuclear", sort="-nope")
    assert browse == Browse("milestones", (Terms("theme", ("law",)),))
    assert [name for name, _ in ignored] == ["where", "where3", "sort"]
    assert ignored[1][1] == "filters a column that is filtered already"


def test_filters_of_an_unknown_table_are_not_applied_to_another() -> None:
    browse, ignored = read(table="nope", where="theme.law", sort="date")
    assert browse == Browse("milestones")
    assert [name for name, _ in ignored] == ["table", "where", "sort"]


def test_a_sort_sign_alone_sorts_nothing() -> None:
    assert read(sort="-") == (Browse("milestones"), [])


def test_only_column_filters_restrict() -> None:
    assert not PARAM.restricts(Browse("trade_flows", sort="year"))
    assert PARAM.restricts(Browse("milestones", (Terms("theme", ("law",)),)))


def _conditions(table: str) -> st.SearchStrategy[Condition]:
    def of(column: str) -> st.SearchStrategy[Condition]:
        match filter_kind(table, column):
            case FilterKind.TERMS:
                codes = [code for code, _ in options(table, column)]
                if not codes:
                    return st.just(Words("id", "x"))
                return st.lists(st.sampled_from(codes), min_size=1, max_size=4, unique=True).map(
                    lambda some: Terms(column, tuple(sorted(some, key=codes.index)))
                )
            case FilterKind.RANGE:
                return st.tuples(st.integers(1945, 1985), st.integers(1986, 2026)).map(
                    lambda ends: Range(column, str(ends[0]), str(ends[1]))
                )
        return st.text("abcKim .-_김é&=+%#", min_size=1).map(
            lambda text: Words(column, " ".join(text.split()) or "x")
        )

    return st.sampled_from(list(datasets.spec(table).columns)).flatmap(of)


def _browses(table: str) -> st.SearchStrategy[Browse]:
    columns = list(datasets.spec(table).columns)
    where = st.lists(
        _conditions(table), max_size=MOST_CONDITIONS, unique_by=lambda each: each.column
    )
    return st.builds(
        lambda found, sort, down: Browse(table, tuple(found), sort, bool(sort) and down),
        where,
        st.sampled_from(["", *columns]),
        st.booleans(),
    )


TABLES = [spec.id for spec in datasets.tables() if spec.id != "tombstones"]


@settings(deadline=None)
@given(st.sampled_from(TABLES).flatmap(_browses))
def test_a_view_comes_back_as_it_was_written(browse: Browse) -> None:
    found, ignored = read(**PARAM.write(browse))
    assert ignored == []
    assert found == browse


_PIECES = ["theme", "date", "title", ".", "..", "-", "law", "1990", "x" * 3_000, "\x00", "\ud800"]
_HOSTILE = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES)).map("".join))


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["table", *WHERE, "sort"]),
        st.one_of(_HOSTILE, st.sampled_from(TABLES), st.lists(_HOSTILE, max_size=3)),
    )
)
def test_any_address_is_read_and_what_is_read_is_stable(query: dict[str, Any]) -> None:
    filters, ignored = from_query((PARAM,), query)
    assert isinstance(filters, Filters)
    assert all(part.why for part in ignored)
    again, complaints = from_query((PARAM,), to_query((PARAM,), filters))
    assert again == filters
    assert complaints == ()
