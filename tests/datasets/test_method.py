"""The method is told with figures and examples that come from the tables."""

from __future__ import annotations

import re

import pytest

import datasets
from datasets.method import TEXTS, Section, anchor, filled, page, sections
from datasets.method.blocks import BLOCKS
from datasets.method.examples import EXAMPLES
from datasets.method.quoting import row


@pytest.fixture(scope="module")
def told() -> dict[str, Section]:
    return {section.id: section for section in sections()}


def test_every_definition_has_its_section(told: dict[str, Section]) -> None:
    assert list(told) == [
        "scope",
        "dates",
        "milestones",
        "trade",
        "reactions",
        "votes",
        "agreements",
        "estimates",
        "claims",
        "verification",
        "coverage",
        "licences",
    ]
    for section in told.values():
        assert section.title
        assert "{{" not in section.text
        assert "}}" not in section.text
        assert not section.title.startswith("#")


def test_every_example_is_used_once() -> None:
    text = "".join(path.read_text("utf-8") for path in TEXTS.glob("*.md"))
    used = re.findall(r"\{\{example:([^}]+)\}\}", text)
    assert sorted(used) == sorted(EXAMPLES)


def test_no_year_or_figure_of_an_example_is_typed() -> None:
    """Figures that change with the data must come from them; years of history may stand."""
    for path in TEXTS.glob("*.md"):
        prose = re.sub(r"\{\{[^}]*\}\}|`[^`]*`", "", path.read_text("utf-8"))
        figures = re.findall(r"\d[\d.,]*\s?(?:%|US\$|million|rows)", prose)
        assert figures == [], path.name


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("trade", "364,743,000 ÷ 2,594,160,000 US$ = 14.1 %"),
        ("trade", "1,420,000,000 ÷ 3,520,000,000 US$ = 40.3 %"),
        ("trade", "34,400,000 ÷ (2,769,120,000 + 34,400,000) US$ = 1.2 %"),
        ("votes", "531 ÷ 736 = 72.1 %"),
        ("votes", "91.2 % over 181 votes"),
        ("votes", "13 for, 1 against, 1 abstaining, 15 in all"),
        ("reactions", "Its own voice decides: −1"),
        ("estimates", "4,000,000 to 6,000,000, an interval"),
        ("agreements", "in force from 2000-10-30 to 2024-12-04"),
        ("agreements", "On 2024-06-19 its status is “in force”"),
    ],
)
def test_worked_examples_give_the_figures_of_the_notes(
    told: dict[str, Section], section: str, words: str
) -> None:
    assert words in told[section].text


def test_counts_add_up(told: dict[str, Section]) -> None:
    verdicts = re.findall(r"^\| `\w+` [^|]+\|[^|]+\| (\d+) \|", told["claims"].text, re.MULTILINE)
    assert [int(number) for number in verdicts] == [93, 37, 6, 5, 24]
    all_themes = re.findall(r"^\| All \|.* (\d+) \|$", told["coverage"].text, re.MULTILINE)
    assert all_themes == [str(len(datasets.load("milestones")))]


def test_the_page_has_contents_that_lead_to_its_sections(told: dict[str, Section]) -> None:
    text = page(datasets.catalog())
    for section in told.values():
        assert f"\n## {section.title}\n" in text
        assert f"(#{anchor(section.title)})" in text
    assert anchor("Dates, precision & names") == "dates-precision--names"


def test_a_mark_that_means_nothing_stops_the_build() -> None:
    catalog = datasets.catalog()
    assert filled("no mark", catalog, BLOCKS) == "no mark"
    assert filled("{{rows:eras}} eras", catalog, BLOCKS) == f"{len(datasets.load('eras'))} eras"
    for mark in ("{{nonsense}}", "{{example:none}}", "{{terms:Colour}}", "{{caveats:no_table}}"):
        with pytest.raises(LookupError, match="no "):
            filled(mark, catalog, BLOCKS)


def test_an_example_whose_row_is_gone_stops_the_build() -> None:
    with pytest.raises(LookupError, match="0 rows of eras"):
        row(datasets.catalog(), "eras", id="no-such-era")
