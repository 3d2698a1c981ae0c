"""Markdown of the method and the changelog as HTML."""

import re

import pytest

from dashboard.figures.data.versions import data_changelog
from dashboard.markup import prose
from datasets.method import Section, sections


def test_paragraphs_and_what_stands_in_a_line() -> None:
    text = (
        "One **bold `x|y` word** and\n`a_b` & [a page](https://example.org/?a=1&b=2).\n\nTwo <i>."
    )
    assert prose.html(text) == (
        '<div class="tumen-prose"><p>One <strong>bold <code>x|y</code> word</strong> and '
        '<code>a_b</code> &amp; <a href="https://example.org/?a=1&amp;b=2" target="_blank" '
        'rel="noopener noreferrer">a page</a>.</p><p>Two &lt;i&gt;.</p></div>'
    )


def test_an_address_that_is_none_of_the_web_stays_text() -> None:
    assert "<a" not in prose.html("[x](javascript:alert(1))")
    assert 'href="https://example.org"' in prose.html("<https://example.org>")


def test_headings_keep_their_distance_and_begin_at_the_level_asked_for() -> None:
    html = prose.html("### A\ntext\n#### B", level=3)
    assert html.index("<h3>A</h3>") < html.index("<p>text</p>") < html.index("<h4>B</h4>")
    assert "<h2>A</h2>" in prose.html("# A", level=2)


def test_lists_go_on_over_lines_and_end_where_another_kind_begins() -> None:
    html = prose.html("Rules:\n1. one\n   goes on\n2. two\n- a\n- b\n\nEnd.")
    assert html == (
        '<div class="tumen-prose"><p>Rules:</p><ol><li>one goes on</li><li>two</li></ol>'
        "<ul><li>a</li><li>b</li></ul><p>End.</p></div>"
    )


def test_quotes_hold_blocks() -> None:
    html = prose.html("> **Example.** One.\n>\n> - a\n> - b")
    assert html == (
        '<div class="tumen-prose"><blockquote><p><strong>Example.</strong> One.</p>'
        "<ul><li>a</li><li>b</li></ul></blockquote></div>"
    )


def test_tables_scroll_in_a_box_with_a_name() -> None:
    html = prose.html("| term | rows |\n| --- | ---: |\n| a \\| b | 1 |\n| `c` | 2 |", caption="X")
    assert 'role="region" tabindex="0" aria-label="X"' in html
    assert '<th scope="col">Term</th><th scope="col" class=number>Rows</th>' in html
    assert "<td>a | b</td><td class=number>1</td>" in html
    assert "<td><code>c</code></td>" in html


@pytest.mark.parametrize("section", sections(), ids=lambda section: section.id)
def test_the_method_leaves_no_mark_unread(section: Section) -> None:
    text = section.text
    html = prose.html(text)
    words = re.sub(r"<code>.*?</code>", "", html)
    words = re.sub(r"<[^>]+>", "\n", words)
    assert not re.search(r"\*\*|`|\]\(|^\s*(#|>|\|)", words, re.MULTILINE)
    rows = sum(line.startswith("|") for line in text.splitlines())
    rules = sum(line.startswith("| ---") for line in text.splitlines())
    assert html.count("<tr>") == rows - rules


def test_the_changelog_tells_of_the_data_alone() -> None:
    text = data_changelog()
    assert text.startswith("### 20")
    assert "## Application" not in text
    html = prose.html(text)
    assert html.count("<li>") == sum(line.startswith("- ") for line in text.splitlines())
