"""Figures and lists of the Claims page under the reader's filters."""

from typing import Any

import pytest

import datasets
from dashboard import cache
from dashboard.charts.rows import each
from dashboard.figures.claims import (
    ARTICLES,
    EVIDENCE,
    ONE,
    STATEMENTS,
    TOTALS,
    UNDATED,
    beside,
    chosen,
    described,
)
from dashboard.figures.claims_trade import SHOWN, figure_of, has_figure, trade_query
from dashboard.navigation import page
from dashboard.state.view import Filters, Years, defaults, from_query
from datasets.measures.claims import claim_evidence, claims_summary
from tests.dashboard.charts.reaction_samples import drawn

START = defaults(page("claims").all_params)
SEVENTEEN = "a4-p06-3"


def _filters(**values: Any) -> Filters:
    return START.replace(**values)


def _html(listing: Any) -> str:
    return str(listing.render(listing.rows, cache.frame("sources").set_index("id", drop=False)))


def test_every_filter_narrows_and_all_claims_are_shown_first() -> None:
    claims = datasets.load("claims")
    assert len(chosen(START)) == len(claims)
    assert set(chosen(_filters(article=("article-4",)))["article_id"]) == {"article-4"}
    assert set(chosen(_filters(themes=("law",)))["theme"]) == {"law"}
    assert set(chosen(_filters(verdict=("opinion",)))["verdict"]) == {"opinion"}
    assert set(chosen(_filters(kind=("quantity",)))["kind"]) == {"quantity"}
    found, none = chosen(_filters(evidence="found")), chosen(_filters(evidence="none"))
    assert len(found) + len(none) == len(claims)
    assert len(none) == int((claim_evidence()["pieces"] == 0).sum())


@pytest.mark.parametrize(
    "text", ["nearly 17 % of exports", "17 percent of NORTH KOREAN exports", "seventeen? no"]
)
def test_the_claim_about_seventeen_percent_is_found_by_its_words(text: str) -> None:
    ids = chosen(_filters(q=text))["id"].tolist()
    assert (SEVENTEEN in ids) == (text != "seventeen? no")
    assert len(ids) <= 3


@pytest.mark.parametrize("by", ["article", "theme", "verdict", "kind"])
def test_totals_are_those_of_the_measure(by: str) -> None:
    figure = TOTALS.build(_filters(by=by).only(*TOTALS.uses))
    counts = {
        tuple(code.split(".")): count
        for trace in figure.data
        for code, count in zip(trace["customdata"], trace["x"], strict=True)
    }
    summary = claims_summary(by)
    summary = summary.assign(group=summary["verdict"]) if by == "verdict" else summary
    expected = summary[summary["claims"] > 0].set_index(["group", "verdict"])["claims"]
    assert counts == expected.to_dict()
    assert sum(counts.values()) == 165
    assert not [source for source in figure.sources if source.startswith("article-")]


def test_totals_follow_the_filters() -> None:
    figure = TOTALS.build(_filters(article=("article-4",), by="verdict").only(*TOTALS.uses))
    contradicted = figure.table[figure.table["verdict_label"] == "Contradicted"]
    assert contradicted["claims"].tolist() == [5]


def test_each_claim_says_its_verdict_and_leads_to_its_evidence() -> None:
    claims = described()
    listing = STATEMENTS.build(START.only(*STATEMENTS.uses))
    html = _html(listing)
    none = ~claims["found"].astype(bool)
    assert html.count("Evidence: none found") == int(none.sum()) == 17
    assert html.count("<details") == len(claims) - int(none.sum())
    for codes in claims["evidence_milestones"]:
        assert all(f"milestones?record={code}" in html for code in codes)
    for label, count in claims["verdict"].value_counts().items():
        look = {"supported": "Supported", "opinion": "Opinion"}.get(str(label))
        assert look is None or html.count(f"<b>{look}</b>") == count
    assert '<details class="tumen-more" open' not in html


def test_articles_are_no_evidence() -> None:
    claims = described()
    assert not [s for cell in claims["sources"] for s in cell if s.startswith("article-")]


def test_one_claim_stands_alone_and_open() -> None:
    listing = ONE.build(_filters(claim="a3-p06-1").only(*ONE.uses))
    html = _html(listing)
    assert listing.rows["id"].tolist() == ["a3-p06-1"]
    assert '<details class="tumen-more" open>' in html
    assert "Time between the two events: 23 years and 11 months." in html


def test_a_period_says_that_undated_claims_are_left_out() -> None:
    filters = _filters(period=Years(2020, 2020))
    assert UNDATED in STATEMENTS.build(filters.only(*STATEMENTS.uses)).notes
    assert UNDATED not in STATEMENTS.build(START.only(*STATEMENTS.uses)).notes


def test_every_claim_on_trade_has_a_figure_and_a_place_on_the_trade_page() -> None:
    claims = cache.frame("claims")
    figured = claims[[has_figure(tables) for tables in claims["evidence_tables"]]]
    assert len(figured) == 10
    assert set(SHOWN) <= set(figured["id"])
    for claim in each(figured):
        figure = figure_of(claim)
        drawn(figure)
        assert not figure.empty, claim.id
        assert figure.sources
        filters, ignored = from_query(page("trade").all_params, trade_query(claim))
        assert not ignored
        assert filters.show == SHOWN[claim.id].section if claim.id in SHOWN else "shares"


def test_the_figure_beside_seventeen_percent_decides_it() -> None:
    figure = beside(SEVENTEEN).build(_filters(claim=SEVENTEEN).only("claim"))
    assert figure.title == "Share of Russia in DPRK exports"
    assert figure.notes[0].startswith("2020: 0.80%")
    assert figure.notes[0].endswith("Stated: 17%.")
    assert figure.notes[1].startswith("Nearest to it in any year: 18.0% in 1991")
    mark = figure.data[-1]
    assert (mark["x"], mark["y"]) == ([2020], [17.0])


def test_the_figure_beside_the_third_place_ranks_that_year() -> None:
    figure = beside("a4-p06-2").build(_filters(claim="a4-p06-2").only("claim"))
    assert "2020" in figure.title
    assert figure.notes[0].startswith("Russia in 2020: rank 2 of 2 partners found")


@pytest.mark.parametrize("claim", ["", "a1-p02-1"])
def test_without_a_figure_it_is_said(claim: str) -> None:
    assert EVIDENCE.build(_filters(claim=claim).only("claim")).empty


def test_articles_are_told_with_their_counts() -> None:
    html = _html(ARTICLES.build(START.only(*ARTICLES.uses)))
    assert html.count("<h3>Article ") == 5
    assert "39 claims</a>: supported 12, partly supported 13, contradicted 5" in html
    one = ARTICLES.build(_filters(article=("article-4",)).only(*ARTICLES.uses))
    assert len(one.rows) == 1


def test_nothing_left_says_so() -> None:
    filters = _filters(q="zzzz")
    assert TOTALS.build(filters.only(*TOTALS.uses)).empty
    assert STATEMENTS.build(filters.only(*STATEMENTS.uses)).rows.empty
