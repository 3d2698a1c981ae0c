"""Filters, their addresses and their sentences."""

import copy
import pickle
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings

from dashboard.state.view import (
    Filters,
    Ignored,
    Years,
    defaults,
    describe,
    from_query,
    slug,
    to_query,
)
from tests.dashboard.kinds import FILTERS, FULL, HOSTILE, LETTERS, PARAMS


@settings(max_examples=10_000, deadline=None)
@given(HOSTILE)
def test_no_address_is_too_hostile(query: dict[str, str | list[str]]) -> None:
    filters, ignored = from_query(PARAMS, query)
    assert list(filters) == [param.key for param in PARAMS]
    assert 1945 <= filters.period.start <= filters.period.end <= 2026
    codes = {code for code, _ in LETTERS}
    assert {*filters.themes, *filters.partners, *filters.compared} <= codes
    assert len(filters.compared) <= 2
    assert {filters.series, filters.area} <= codes | {""}
    assert isinstance(filters.own, bool)
    assert 1945 <= filters.year <= 2026
    assert len(filters.q) <= 200
    assert all(part.why for part in ignored)
    # What was understood has an address of its own that says the same without complaint.
    assert from_query(PARAMS, to_query(PARAMS, filters)) == (filters, ())
    assert describe(PARAMS, filters).endswith(".")
    assert slug(PARAMS, filters).isascii()


@settings(max_examples=500, deadline=None)
@given(FILTERS)
def test_every_view_survives_the_address_bar(filters: Filters) -> None:
    address = urlencode(to_query(PARAMS, filters))
    assert from_query(PARAMS, parse_qs(address, keep_blank_values=True)) == (filters, ())


def test_codes_pass_through_url_encoding_untouched() -> None:
    query = {"themes": "a.c-1.human_rights", "from": "1990", "series": "-"}
    assert urlencode(query) == "themes=a.c-1.human_rights&from=1990&series=-"


def test_defaults_leave_the_address_empty() -> None:
    assert to_query(PARAMS, defaults(PARAMS)) == {}
    assert from_query(PARAMS, {}) == (defaults(PARAMS), ())


def test_one_view_has_one_address() -> None:
    one, _ = from_query(PARAMS, {"q": "Rason", "themes": ["b", "a"], "from": "1950"})
    other, _ = from_query(PARAMS, {"from": "1950", "themes": "a.b", "q": " Rason "})
    assert list(to_query(PARAMS, one).items()) == list(to_query(PARAMS, other).items())
    assert list(to_query(PARAMS, one)) == ["from", "themes", "q"]


def test_what_is_not_understood_is_named() -> None:
    _, ignored = from_query(
        PARAMS,
        {"themes": "a.zzz", "from": "first", "own": "yes", "utm_source": "x", "embed": "true"},
    )
    assert ignored == (
        Ignored("from", "first", "is not a year"),
        Ignored("themes", "zzz", "is not among the known themes"),
        Ignored("own", "yes", "is neither 1 (on) nor 0 (off)"),
        Ignored("utm_source", "x", "is not a filter of this page"),
    )


def test_a_repeated_name_counts_once() -> None:
    filters, ignored = from_query(PARAMS, {"flow": ["b", "a"]})
    assert filters.flow == "b"
    assert ignored == (Ignored("flow", "a", "given more than once; the first counts"),)


def test_filters_are_a_read_only_mapping() -> None:
    filters = Filters({"period": FULL, "themes": ("a",)})
    assert filters["themes"] == filters.themes == ("a",)
    assert dict(filters) == {"period": FULL, "themes": ("a",)}
    with pytest.raises(AttributeError, match="read-only"):
        filters.themes = ()
    with pytest.raises(AttributeError, match="no filter named 'series'"):
        _ = filters.series
    with pytest.raises(KeyError):
        filters.replace(series="x")
    assert filters.replace(themes=()).themes == ()
    assert list(filters.only("themes", "other")) == ["themes"]
    assert hash(filters) == hash(Filters({"themes": ("a",), "period": FULL}))
    assert filters == Filters({"themes": ("a",), "period": FULL})
    assert copy.deepcopy(filters) == pickle.loads(pickle.dumps(filters)) == filters
    assert repr(filters).startswith("Filters({")


def test_the_sentence_says_what_is_chosen() -> None:
    plain = defaults(PARAMS)
    assert describe(PARAMS, plain) == (
        "1945–2026; all themes; partners: A and RUS; flow: A; series: B; year: 2026; rank: 0."
    )
    chosen = plain.replace(period=Years(2022, 2026), own=True, gaps=False, q="Rason")
    assert describe(PARAMS, chosen.only("period", "own", "gaps", "q")) == (
        "2022–2026 (wartime partnership); own voice only; gaps hidden; search: “Rason”."
    )
    assert describe(PARAMS, plain.only("own", "q")) == ""


def test_file_names_hold_the_view() -> None:
    plain = defaults(PARAMS)
    assert slug(PARAMS, plain) == ""
    assert slug(PARAMS, plain.replace(themes=("a", "human_rights"))) == "themes-a.human_rights"
    hangul, cyrillic = (slug(PARAMS, plain.replace(q=text)) for text in ("나선", "Расон"))
    assert hangul != cyrillic
    long = slug(PARAMS, plain.replace(q="x" * 200))
    assert len(long) < 90
    assert "/" not in slug(PARAMS, plain.replace(q="../../etc"))
