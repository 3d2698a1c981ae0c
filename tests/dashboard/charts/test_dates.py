import pytest

from dashboard.charts import dates


@pytest.mark.parametrize(
    ("date", "words", "short", "first", "last"),
    [
        ("2024-10-08", "8 October 2024", "8 Oct 2024", "2024-10-08", "2024-10-08"),
        ("2024-02", "February 2024", "Feb 2024", "2024-02-01", "2024-02-29"),
        ("1961", "1961", "1961", "1961-01-01", "1961-12-31"),
    ],
)
def test_partial_dates_keep_their_precision(
    date: str, words: str, short: str, first: str, last: str
) -> None:
    assert dates.in_words(date) == words
    assert dates.short(date) == short
    assert dates.first_day(date) == first
    assert dates.last_day(date) == last
