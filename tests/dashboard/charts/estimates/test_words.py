"""What statements range between, in sentences."""

from dashboard.charts.estimates.words import spans
from datasets.measures.estimates import estimate_intervals
from tests.dashboard.charts.estimates.samples import STATEMENTS


def test_the_ends_of_a_range_name_who_gave_them_and_how() -> None:
    sent, killed = spans(STATEMENTS)
    assert sent.range == "11,000 to 15,000"
    assert sent.counts == "5 statements by 5 claimants"
    assert sent.lowest == (
        "Ukrainian government, 5 November 2024 (11,000 to 15,000); "
        "United States government, 16 December 2024 (more than 11,000); "
        "Western officials, January 2025 (11,000)"
    )
    assert sent.highest == "Ukrainian government, 5 November 2024 (11,000 to 15,000)"
    assert sent.open == "1 of them gives only a lower bound."
    assert killed.open == (
        "1 of them gives only a lower bound; 1 of them gives only an upper bound."
    )


def test_one_statement_is_told_as_one() -> None:
    (only,) = spans(STATEMENTS.iloc[[2]])
    assert only.sentence == (
        "Troops sent: more than 11,000, one statement: United States government, 16 December 2024."
    )


def test_the_same_number_twice_is_no_range() -> None:
    (same,) = spans(STATEMENTS.iloc[[0, 4]])
    assert same.sentence == (
        "Troops sent: 12,000, 2 statements by 2 claimants. Named by: "
        "Service X, 24 October 2024 (12,000); Press, 24 October 2024 (12,000)."
    )


def test_many_names_are_counted() -> None:
    many = STATEMENTS.iloc[[0] * 6]
    assert spans(many)[0].lowest.endswith("; 2 more")


def test_nothing_is_nothing() -> None:
    assert spans(STATEMENTS.head(0)) == ()


def test_troops_at_the_end_of_2024() -> None:
    rows = estimate_intervals("troops_deployed", "troops_sent")
    (sent,) = spans(rows[rows["date"].str.startswith("2024")])
    assert sent.range == "11,000 to 15,000"
    assert "United States government, 16 December 2024 (more than 11,000)" in sent.lowest
    assert sent.highest.startswith("Ukrainian government, 5 November 2024")
