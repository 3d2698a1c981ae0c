"""The brief without a browser: everything that is on paper, whatever is filtered."""

import re
from html import unescape

import pytest

import datasets
from dashboard import contents, exports
from dashboard.charts.figure import Figure
from dashboard.lookup.addresses import page_name
from dashboard.navigation import PAGES, PageSpec
from dashboard.state.view import Choice, from_query
from dashboard.takeaway import brief
from datasets.record import TableFailedError
from tests.asgi import Answer, ask
from tests.dashboard.takeaway.conftest import APP

HOST = {"host": "tumen.test"}


def sections(spec: PageSpec) -> list[str]:
    show = next((param for param in spec.params if param.key == "show"), None)
    return [code for code, _ in show.choices] if isinstance(show, Choice) else [""]


VIEWS = [(spec, code) for spec in PAGES for code in sections(spec)]


def asked(spec: PageSpec, query: str = "") -> Answer:
    answer = ask(APP, f"/brief/{page_name(spec.url)}", query=query, headers=HOST)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    ("spec", "code"), VIEWS, ids=[f"{page_name(s.url)}-{code}" for s, code in VIEWS]
)
def test_every_section_has_a_brief_with_every_row_and_source(spec: PageSpec, code: str) -> None:
    query = f"show={code}&from=1950" if code else "from=1950"
    html = asked(spec, query).text
    filters, _ = from_query(spec.all_params, dict(part.split("=") for part in query.split("&")))
    filters = contents.settled(spec.url, filters)
    said = words(html)
    assert f"Data version {datasets.version()}" in said or datasets.version() in said
    assert "1950–2026" in said
    for card in contents.cards(spec.url, filters):
        shown = exports.Shown(spec, card, filters, "http://tumen.test/")
        content = shown.content()
        (part,) = re.findall(rf'<section id="{card.key}">(.*?)</section>', html, re.DOTALL)
        assert " ".join(content.title.split()) in words(part)
        if isinstance(content, Figure):
            assert part.count("<tr>") == len(content.table) + bool(len(content.table))
            assert ("data-figure" in part) is not content.empty
        for source in cited(content):
            assert source in unescape(html)
    assert html.count("<table") == html.count("</table>")


def cited(content: exports.Content) -> list[str]:
    ids = exports.sources_of(content)
    table = datasets.load("sources").set_index("id")
    return [str(title) for title in table.loc[list(ids), "title"]]


def test_key_points_are_the_readings_of_the_figures() -> None:
    html = asked(PAGES[1]).text
    points = re.findall(r'<ul class="points">(.*?)</ul>', html, re.DOTALL)[0]
    filters, _ = from_query(PAGES[1].all_params, {})
    for card in contents.cards("trade", filters):
        figure = exports.Shown(PAGES[1], card, filters, "").content()
        assert isinstance(figure, Figure)
        assert " ".join(figure.alt.split()) in words(points).replace(" ,", ",")


def test_the_start_page_begins_with_the_headline_figures() -> None:
    html = asked(PAGES[0]).text
    points = words(re.findall(r'<ul class="points">(.*?)</ul>', html, re.DOTALL)[0])
    assert points.startswith("Russia's share of DPRK trade")
    assert "Refined oil reported by Russia" in points


@pytest.mark.parametrize(("paper", "size"), [("", "A4"), ("letter", "letter"), ("x", "A4")])
def test_the_paper_is_a4_or_letter(paper: str, size: str) -> None:
    html = asked(PAGES[1], f"paper={paper}" if paper else "").text
    assert f"@page {{ size: {size};" in html
    assert "Not understood" not in html


def test_what_is_not_understood_is_said_and_cannot_break_out() -> None:
    html = asked(PAGES[1], "from=%3Cscript%3Ealert(1)%3C%2Fscript%3E&evil=%22%3E").text
    assert "Not understood in the address" in html
    assert "<script>alert" not in html
    assert '"">' not in html


def test_nothing_left_says_so() -> None:
    html = asked(PAGES[3], "show=texts&to=1950").text
    assert "Nothing matches the filters." in html


def test_too_many_rows_for_paper_are_named_with_their_file() -> None:
    spec = next(spec for spec in PAGES if spec.url == "data")
    html = asked(spec, "table=ga_votes").text
    rows = len(datasets.load("ga_votes"))
    assert rows > brief.MOST_ROWS
    assert f"{rows:,} rows are more than fit on paper" in html
    assert "http://tumen.test/data/ga_votes.csv" in html


def test_a_table_that_breaks_a_rule_takes_down_its_part_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: object) -> Figure:
        raise TableFailedError("trade_flows", ())

    first, *rest = contents.cards("trade", from_query(PAGES[1].all_params, {})[0])
    broken_card = type(first)(first.page, first.key, broken, first.uses)  # type: ignore[arg-type]
    monkeypatch.setattr(contents, "cards", lambda *_: (broken_card, *rest))
    html = asked(PAGES[1], "from=1951").text
    assert "which breaks a rule" in html
    assert html.count("data-figure=") == len(rest)


@pytest.mark.parametrize("path", ["/brief/nowhere", "/brief/", "/brief/..%2Fetc", "/brief/Trade"])
def test_there_are_no_other_briefs(path: str) -> None:
    assert ask(APP, path).status == 404


def test_texts_that_repeat_stand_once() -> None:
    html = asked(PAGES[1]).text
    rule = "Russia's trade as its customs report it, divided by the world total"
    table = html[html.index('<section id="shares">') :].partition("</table>")[0]
    assert "[1]" in table
    below = re.findall(r'<dl class="texts".*?</dl>', html, re.DOTALL)
    assert below
    assert rule not in table
