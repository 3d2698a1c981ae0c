import pytest

from dashboard.words.dates import (
    date_words,
    first_day,
    gap_words,
    last_day,
    short_date_words,
    span_words,
)


@pytest.mark.parametrize(
    ("partial", "words", "short", "first", "last"),
    [
        ("2024-06-09", "9 June 2024", "9 Jun 2024", "2024-06-09", "2024-06-09"),
        ("2024-02", "February 2024", "Feb 2024", "2024-02-01", "2024-02-29"),
        ("2023-02", "February 2023", "Feb 2023", "2023-02-01", "2023-02-28"),
        ("1961", "1961", "1961", "1961-01-01", "1961-12-31"),
    ],
)
def test_a_partial_date_keeps_its_precision(
    partial: str, words: str, short: str, first: str, last: str
) -> None:
    assert date_words(partial) == words
    assert short_date_words(partial) == short
    assert (first_day(partial), last_day(partial)) == (first, last)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2000-07-19", "2000-07-20", "19–20 July 2000"),
        ("2000-07-19", None, "19 July 2000"),
        ("2000-07-19", float("nan"), "19 July 2000"),
        ("2000-07-19", "2000-07-19", "19 July 2000"),
        ("2001-07-26", "2001-08-18", "26 July – 18 August 2001"),
        ("1948-12-31", "1949-01-02", "31 December 1948 – 2 January 1949"),
        ("1986", "1990", "1986–1990"),
        ("2008-01", "2009-01", "January 2008 – January 2009"),
        ("1984-05", "1984-07-01", "May – 1 July 1984"),
        ("1984", "1984-07", "1984 – July 1984"),
    ],
)
def test_a_span_does_not_repeat_what_its_ends_share(start: str, end: object, words: str) -> None:
    assert span_words(start, end) == words


@pytest.mark.parametrize("wrong", ["", "24", "2024-6", "2024-06-1", "2024-06-19T10"])
def test_what_is_no_partial_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="partial date"):
        first_day(wrong)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2000-07-19", "2024-06-19", "23 years and 11 months"),
        ("2000-07-20", "2024-07-19", "23 years and 11 months"),
        ("2023-06-19", "2024-06-19", "1 year"),
        ("2024-05-19", "2024-06-19", "1 month"),
        ("2024-06-01", "2024-06-19", "less than a month"),
    ],
)
def test_the_time_between_two_days_is_told_in_full_years_and_months(
    start: str, end: str, words: str
) -> None:
    assert gap_words(start, end) == words
