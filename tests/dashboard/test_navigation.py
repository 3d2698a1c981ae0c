"""The registry of pages and the files behind it."""

import datasets
from dashboard.navigation import EVERYWHERE, PAGES, VIEWS, page
from dashboard.state.choices import NONE_CHOSEN
from dashboard.state.view import JOINER, Choices, Period, defaults

SECTIONS = (
    "Overview",
    "Trade",
    "Milestones",
    "Reactions",
    "Agreements",
    "United Nations",
    "Estimates",
    "Claims",
    "Data",
)


def test_registry_and_files_agree() -> None:
    on_disk = {path.stem for path in VIEWS.glob("*.py")} - {"__init__"}
    assert on_disk == {spec.file for spec in PAGES}
    assert len({spec.file for spec in PAGES}) == len(PAGES) > 0


def test_addresses_are_short_and_each_leads_to_one_page() -> None:
    urls = [spec.url for spec in PAGES]
    assert len(set(urls)) == len(urls)
    assert urls[0] == ""
    assert all(url == url.lower() and "/" not in url for url in urls)
    assert [page(url).url for url in urls] == urls


def test_sections_follow_the_order_of_the_product() -> None:
    places = [SECTIONS.index(spec.section) for spec in PAGES]
    assert places == sorted(places)


def test_pages_name_tables_that_exist() -> None:
    known = {spec.id for spec in datasets.tables()}
    assert {table for spec in PAGES for table in spec.tables} <= known


def test_every_page_begins_with_the_shared_filters() -> None:
    assert isinstance(EVERYWHERE[0], Period)
    for spec in PAGES:
        assert spec.all_params[: len(EVERYWHERE)] == EVERYWHERE
        keys = [param.key for param in spec.all_params]
        names = [name for param in spec.all_params for name in param.names]
        assert len(set(keys)) == len(keys), spec.url
        assert len(set(names)) == len(names), spec.url
        assert set(defaults(spec.all_params)) == set(keys)


def test_no_code_contains_the_sign_that_joins_codes() -> None:
    several = {param for spec in PAGES for param in spec.all_params if isinstance(param, Choices)}
    codes = [code for param in several for code, _ in param.choices]
    assert codes
    assert not [code for code in codes if JOINER in code or code == NONE_CHOSEN]


def test_views_are_short_and_do_no_arithmetic() -> None:
    for spec in PAGES:
        text = spec.path.read_text("utf-8")
        assert len(text.splitlines()) <= 60, spec.file
        assert "import pandas" not in text, spec.file
