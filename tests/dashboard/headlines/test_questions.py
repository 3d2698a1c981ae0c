import re

import pytest

from dashboard.headlines.find import FIND
from dashboard.headlines.questions import QUESTIONS, Question
from dashboard.navigation import page
from dashboard.state.view import defaults, from_query, to_query
from datasets import measures


@pytest.fixture(scope="module")
def asked() -> dict[str, Question]:
    """Questions by the page to which they lead."""
    found = [tell() for tell in QUESTIONS]
    return {question.page: question for question in found if question is not None}


def test_five_questions_lead_to_five_pages(asked: dict[str, Question]) -> None:
    assert list(asked) == ["trade", "united-nations", "agreements", "reactions", "estimates"]
    for question in asked.values():
        assert question.title.endswith("?")
        assert question.answer.endswith(".")
        assert re.search(r"\d", question.answer)
        assert "nan" not in question.answer.lower().split()


def test_shares_of_trade_are_those_of_the_measure(asked: dict[str, Question]) -> None:
    shares = measures.trade_shares()
    china = shares[
        (shares["partner"] == "CHN")
        & (shares["series_id"] == "kotra-filled")
        & (shares["flow"] == "total")
    ].sort_values("year")
    last = china.iloc[-1]
    assert f"China's share in {last['year']} was {last['share']:.1f}%" in asked["trade"].answer


def test_the_year_of_least_agreement_is_named_with_its_votes(asked: dict[str, Question]) -> None:
    low = measures.voting_agreement("RUS", "PRK").sort_values("agreement").iloc[0]
    assert (
        f"least in {low['year']}, on {low['same']} of {low['both']} votes"
        in asked["united-nations"].answer
    )


def test_both_promises_of_defence_are_named_with_their_articles(asked: dict[str, Question]) -> None:
    answer = asked["agreements"].answer
    assert "Article 1 (1961)" in answer
    assert "Article 4 (2024)" in answer
    assert "holds today" in answer


def test_no_statement_is_not_called_neutral(asked: dict[str, Question]) -> None:
    assert "not the same as neutral" in asked["reactions"].answer
    held = measures.stances()
    held = held[
        (held["event_id"] == "2024-10-troop-deployment") & (held["actor_kind"] == "country")
    ]
    assert f"{(~held['party'].astype(bool)).sum()} states" in asked["reactions"].answer


def test_estimates_keep_their_claimants(asked: dict[str, Question]) -> None:
    rows = measures.estimate_intervals("troops_deployed", "troops_sent")
    answer = asked["estimates"].answer
    assert f"{len(rows)} statements by {rows['claimant'].nunique()} claimants" in answer
    assert f"{rows['lower'].min():,.0f} (first said by the" in answer
    assert f"{rows['upper'].max():,.0f} (first said by the" in answer


@pytest.mark.parametrize("link", FIND, ids=lambda link: link.label)
def test_every_link_opens_a_view_with_its_filters(link: object) -> None:
    wanted = link.filters  # type: ignore[attr-defined]
    spec = page(link.page)  # type: ignore[attr-defined]
    filters = defaults(spec.all_params).replace(**wanted)
    read, ignored = from_query(spec.all_params, to_query(spec.all_params, filters))
    assert ignored == ()
    assert {key: read[key] for key in wanted} == dict(wanted)


def test_every_question_opens_a_view_with_its_filters(asked: dict[str, Question]) -> None:
    for question in asked.values():
        spec = page(question.page)
        filters = defaults(spec.all_params).replace(**question.filters)
        _, ignored = from_query(spec.all_params, to_query(spec.all_params, filters))
        assert ignored == ()


def test_labels_hold_no_figures_but_years() -> None:
    for link in FIND:
        assert all(len(number) == 4 for number in re.findall(r"\d+", link.label))
