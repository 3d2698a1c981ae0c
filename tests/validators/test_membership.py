"""Who was a member of the United Nations when."""

import pytest

from validators.membership import was_member


@pytest.mark.parametrize(
    ("code", "date", "member"),
    [
        ("RUS", "1946-01", True),
        ("PRK", "1991-09-16", False),
        ("PRK", "1991-09-17", True),
        ("PRK", "1991-09", None),
        ("PRK", "1991-08", False),
        ("PRK", "1991", None),
        ("PRK", "1992", True),
        ("CHN", "1971-10-07", False),
        ("CHN", "1971-10", None),
        ("SYR", "1957-12", True),
        ("SYR", "1960-12-01", False),
        ("SYR", "1961-10", None),
        ("SYR", "1961-10-23", True),
        ("SCG", "2005-12-16", True),
        ("SCG", "2006-12-06", False),
        ("SRB", "2005-12-16", False),
        ("SRB", "2006-12-06", True),
    ],
)
def test_membership_on_a_date(code: str, date: str, member: bool | None) -> None:
    assert was_member(code, date) is member
