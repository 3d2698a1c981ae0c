"""What each page holds: the registry and the pages agree, section by section."""

from collections.abc import Iterator

import pytest

from dashboard import contents
from dashboard.navigation import PAGES, PageSpec, page
from dashboard.state.view import Choice, defaults, from_query
from tests.dashboard.conftest import OpenPage

#: Views beyond those of a section, in which a page shows other cards.
SPECIAL = (
    ("united-nations", "show=agreement&by=issue"),
    ("claims", "claim=a1-p06-3"),
    ("data", "show=sources&source=112-2024-11-05"),
    ("data", "table=trade_flows"),
)

#: Headings of the Data page that head words alone.
PROSE = frozenset({"changelog", "about", "cite", "package", "limits", "verification", "coverage"})


def sections(spec: PageSpec) -> Iterator[str]:
    show = next((p for p in spec.params if p.key == "show"), None)
    codes = [code for code, _ in show.choices] if isinstance(show, Choice) else [""]
    for code in codes:
        yield f"show={code}" if code else ""


VIEWS = [*((spec.url, query) for spec in PAGES for query in sections(spec)), *SPECIAL]


def parsed(query: str) -> dict[str, str]:
    return dict(part.split("=") for part in query.split("&") if part)


@pytest.mark.parametrize(("url", "query"), VIEWS)
def test_the_page_shows_what_the_registry_says(open_page: OpenPage, url: str, query: str) -> None:
    spec = page(url)
    filters, ignored = from_query(spec.all_params, parsed(query))
    assert not ignored
    app = open_page(url, **parsed(query))
    assert not app.exception
    shown = [header.proto.anchor for header in app.header]
    if query == "show=method":
        assert contents.cards(url, filters) == ()
        return
    known = [card.key for card in contents.cards(url, contents.settled(url, filters))]
    headings = [anchor for anchor in shown if anchor not in PROSE or anchor in known]
    if url == "claims":  # a claim may have its figure beside it
        headings = [anchor for anchor in headings if not anchor.startswith("evidence-")]
    if not url:  # headlines, questions and links
        headings = [anchor for anchor in headings if anchor in known]
    assert headings == known


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url or "start")
def test_every_card_is_found_by_its_key(spec: PageSpec) -> None:
    found = 0
    filters = defaults(spec.all_params)
    for query in sections(spec):
        shown, _ = from_query(spec.all_params, parsed(query))
        for card in contents.cards(spec.url, shown):
            again = contents.card(spec.url, card.key, filters)
            assert again is not None
            assert (again.page, again.key) == (card.page, card.key) == (spec.url, card.key)
            assert set(card.uses) <= {param.key for param in spec.all_params}
            found += 1
    assert found
    assert contents.card(spec.url, "no-such-card", filters) is None


def test_what_has_no_fixed_place_is_found_too() -> None:
    every = {spec.url: defaults(spec.all_params) for spec in PAGES}
    claim = every["claims"].replace(claim="a1-p06-3")
    figure = contents.card("claims", "evidence-a1-p06-3", claim)
    assert contents.card("claims", "evidence-a1-p06-3", every["claims"]) is None
    table = contents.card("data", "trade-flows", every["data"])
    assert figure is not None
    assert table is not None
    assert table.uses == ("period", "browse", "q")
