"""Text that no spreadsheet program may run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.downloads.formulas import guarded, unguarded

STARTS = "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize("start", STARTS)
def test_no_text_starts_a_formula(start: str) -> None:
    assert guarded(f"{start}SUM(A1)") == f"'{start}SUM(A1)"
    assert guarded(f"''{start}x") == f"'''{start}x"


@pytest.mark.parametrize("text", ["", "a=1", "'quoted'", "'", "1-2", " =1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text(alphabet=st.sampled_from(f"'{STARTS}ab1")))
def test_the_rule_can_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set(STARTS)
