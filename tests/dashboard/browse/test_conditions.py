"""One filter of one column: how it is written, read back and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import datasets
from dashboard.browse.columns import FilterKind, bounds, filter_kind, options
from dashboard.browse.conditions import (
    Condition,
    ConditionError,
    Range,
    Terms,
    Words,
    parse,
    span,
    terms,
    words,
)
from dashboard.state.params import JOINER

EVERY_COLUMN = [(spec.id, name) for spec in datasets.tables() for name in spec.columns]


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("milestones", "theme", FilterKind.TERMS),
        ("milestones", "themes_other", FilterKind.TERMS),
        ("milestones", "tone", FilterKind.TERMS),
        ("milestones", "place_id", FilterKind.TERMS),
        ("milestones", "source_ids", FilterKind.TERMS),
        ("milestones", "date", FilterKind.RANGE),
        ("milestones", "title", FilterKind.WORDS),
        ("milestones", "id", FilterKind.WORDS),
        ("agreements", "mutual_defence", FilterKind.TERMS),
        ("trade_flows", "year", FilterKind.RANGE),
        ("trade_flows", "value_usd", FilterKind.RANGE),
        ("ga_votes", "iso3", FilterKind.TERMS),
        # A list of 6,960 roll calls to choose from would help nobody.
        ("ga_votes", "roll_call_id", FilterKind.WORDS),
        ("petroleum", "period", FilterKind.WORDS),
        ("caveats", "tables", FilterKind.TERMS),
    ],
)
def test_the_kind_of_filter_follows_from_the_column(
    table: str, column: str, kind: FilterKind
) -> None:
    assert filter_kind(table, column) is kind


def test_no_code_that_can_be_chosen_holds_the_sign_that_joins_codes() -> None:
    chosen = [
        (table, column, code)
        for table, column in EVERY_COLUMN
        if filter_kind(table, column) is FilterKind.TERMS
        for code, _ in options(table, column)
    ]
    assert len(chosen) > 1_000
    assert not [each for each in chosen if JOINER in each[2] or not each[2]]


def test_every_column_has_a_filter_that_comes_back_as_it_was_written() -> None:
    tried = 0
    for table, column in EVERY_COLUMN:
        written: list[Condition]
        match filter_kind(table, column):
            case FilterKind.TERMS:
                written = [Terms(column, (code,)) for code, _ in options(table, column)[:3]]
                written += [Terms(column, tuple(code for code, _ in options(table, column)[:4]))]
            case FilterKind.RANGE:
                low, high = bounds(table, column)
                written = [
                    Range(column, low, high),
                    Range(column, low, ""),
                    Range(column, "", high),
                ]
            case FilterKind.WORDS:
                written = [Words(column, "Kim Jong-un 2.5 .. a.b"), Words(column, ".")]
        for condition in written:
            if condition in {Terms(column, ()), Range(column, "", "")}:
                continue  # a table without rows offers nothing to choose
            assert parse(table, condition.write()) == condition
            assert condition.words(table).startswith(
                datasets.spec(table).columns[column].title.lower()
            )
            tried += 1
    assert tried > 700


@given(st.text(max_size=260))
def test_words_come_back_as_they_were_written(text: str) -> None:
    try:
        condition = words("title", text)
    except ConditionError:
        return
    assert parse("milestones", condition.write()) == condition


@given(
    st.sampled_from([table for table, _ in EVERY_COLUMN]),
    st.one_of(
        st.text(max_size=80),
        st.builds(
            "{}.{}".format,
            st.sampled_from([column for _, column in EVERY_COLUMN]),
            st.one_of(
                st.text(max_size=40),
                st.sampled_from(["", ".", "..", "...", "-", "1..x", "9" * 30, "nan..inf", "law."]),
            ),
        ),
    ),
)
def test_whatever_stands_in_the_address_is_understood_or_refused(table: str, text: str) -> None:
    try:
        condition = parse(table, text)
    except ConditionError:
        return
    assert parse(table, condition.write()) == condition


def test_terms_stand_in_the_order_of_display_and_once() -> None:
    assert terms("milestones", "tone", ["2", "-2", "2"]).codes == ("-2", "2")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("1990", "2000", ("1990", "2000")),
        ("2000", "1990", ("1990", "2000")),
        ("1990-06", "1990", ("1990-06", "1990")),
        ("1990-06", "1989", ("1989", "1990-06")),
        ("", "1990-06-25", ("", "1990-06-25")),
        (" 1990 ", "", ("1990", "")),
    ],
)
def test_ends_of_dates(low: str, high: str, expected: tuple[str, str]) -> None:
    found = span("milestones", "date", low, high)
    assert (found.low, found.high) == expected


def test_ends_of_numbers_may_part_thousands() -> None:
    found = span("trade_flows", "value_usd", "2,000,000", "1,500.5")
    assert (found.low, found.high) == ("1500.5", "2000000")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("nothing.x", "names no column"),
        ("", "names no column"),
        ("theme.nope", "theme does not have"),
        ("theme.law.nope", "theme does not have"),
        ("theme", "theme does not have"),
        ("date.soon..", "is not a date"),
        ("date.1990-13..", "is not a date"),
        ("date...", "neither end"),
        ("date", "neither end"),
        ("title.", "no words"),
        ("title. \n\t", "no words"),
    ],
)
def test_what_is_refused_is_told_why(written: str, why: str) -> None:
    with pytest.raises(ConditionError, match=why):
        parse("milestones", written)


@pytest.mark.parametrize(
    ("table", "written", "said"),
    [
        ("milestones", "theme.law.military", "theme: Military or Law"),
        ("milestones", "date.1990..2000", "date: from 1990 up to 2000"),
        ("milestones", "date.1990..", "date: from 1990"),
        ("milestones", "date...2000-06", "date: up to 2000-06"),
        ("trade_flows", "year.1990..1990", "year: 1990"),
        ("trade_flows", "year.1990", "year: 1990"),
        ("milestones", "title.treaty", "title: “treaty”"),
        ("trade_flows", "partner.RUS", "partner: Russia"),
        ("agreements", "ended.1961..1996", "ended: from 1961 up to 1996"),
        ("milestones", "place_id.-", "place: Empty cell"),
    ],
)
def test_conditions_are_told_in_the_reader_s_words(table: str, written: str, said: str) -> None:
    assert parse(table, written).words(table) == said


def test_a_long_choice_is_cut_with_its_number() -> None:
    codes = [code for code, _ in options("milestones", "theme")]
    assert terms("milestones", "theme", codes).words("milestones").endswith(" or 5 more")
