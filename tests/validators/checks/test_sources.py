"""Sources: what may be evidence, and one id per page."""

import pytest

from tests.validators.building import Case, judge, table
from validators.checks.sources import CHECKS, page_of

_ARTICLE = {"id": "article-1", "kind": "reviewed", "url": ""}
_PRESS = {"id": "s", "kind": "press"}

CASES = (
    Case(
        "source-reviewed",
        (
            table("sources", _ARTICLE, _PRESS),
            table("milestones", {"source_ids": "s"}),
            table("claims", {"source_ids": "article-1"}),
        ),
        (table("sources", _ARTICLE, _PRESS), table("places", {"source_ids": "s|article-1"})),
        (("places", 2, "source_ids"),),
    ),
    Case(
        "article-source",
        (table("sources", _ARTICLE, _PRESS), table("articles", {"source_id": "article-1"})),
        (table("sources", _ARTICLE, _PRESS), table("articles", {"source_id": "s"})),
        (("articles", 2, "source_id"), ("sources", 2, "kind")),
    ),
    Case(
        "source-address",
        (table("sources", _ARTICLE, _PRESS),),
        (table("sources", _PRESS | {"url": ""}),),
        (("sources", 2, "url"),),
    ),
    Case(
        "source-duplicate",
        (table("sources", {"url": "https://a.org/1"}, {"url": "https://a.org/1?p=2"}),),
        (table("sources", {"url": "https://a.org/1"}, {"url": "http://www.a.org/1/"}),),
        (("sources", 3, "url"),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_good_passes_and_bad_is_found(case: Case) -> None:
    judge(case)


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == {check.code for check in CHECKS}


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/1",
        "http://example.org/news/1",
        "https://www.example.org/news/1/",
        "https://m.example.org/news/1",
        "https://example.org/amp/news/1",
        "https://example.org/news/1/amp/",
        "https://example.org/news/1?amp=1",
        "https://EXAMPLE.org/news/1#comments",
    ],
)
def test_variants_of_an_address_are_one_page(url: str) -> None:
    assert page_of(url) == "example.org/news/1"


@pytest.mark.parametrize(
    "url", ["https://example.org/news/2", "https://example.org/news/1?id=2", "https://example.org"]
)
def test_other_addresses_are_other_pages(url: str) -> None:
    assert page_of(url) != "example.org/news/1"
