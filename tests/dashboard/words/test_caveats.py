import pytest

import datasets
from dashboard.navigation import PAGES
from dashboard.words.caveats import caveats, caveats_of, caveats_starting
from dashboard.words.glossary import term


def test_caveats_come_in_the_order_asked_for() -> None:
    frame = datasets.load("caveats")
    first, second = frame["id"].iloc[[1, 0]]
    texts = frame.set_index("id")["text"]
    assert caveats(first, second) == (texts[first], texts[second])
    assert caveats() == ()


def test_an_unknown_caveat_or_term_is_refused() -> None:
    with pytest.raises(KeyError):
        caveats("no-such-caveat")
    with pytest.raises(KeyError):
        term("no-such-term")


def test_caveats_are_found_by_table_and_by_beginning() -> None:
    assert set(caveats("milestones-tone")) < set(caveats_of(("milestones",)))
    assert caveats_of(("no-such-table",)) == ()
    assert caveats_starting("ga-2025-") == caveats("ga-2025-near-unanimous")
    assert caveats_starting("ga-1900-") == ()


def test_every_term_that_a_filter_names_is_explained() -> None:
    named = [param.term for page in PAGES for param in page.all_params if param.term]
    assert named
    assert all(len(term(entry)) > 20 for entry in named)
