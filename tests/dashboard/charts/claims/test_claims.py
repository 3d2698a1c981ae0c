"""Totals of claims, and a stated share among those of the series."""

import pandas as pd
import pytest

from dashboard.charts.claims.share import Stated, compared, ranked, stated, with_stated
from dashboard.charts.claims.totals import claim_totals
from dashboard.charts.claims.verdicts import VERDICTS
from dashboard.charts.figure import Figure
from dashboard.charts.parts import Span
from dashboard.charts.trade.axis import Overlay
from dashboard.charts.trade.lines import share_lines
from datasets.measures.claims import claims_summary
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole
from validators.vocabulary import Verdict

CLAIMS = pd.DataFrame(
    {
        "article_id": ["x", "x", "x", "y"],
        "theme": ["law", "economy", "economy", "economy"],
        "kind": ["event", "quantity", "quantity", "trend"],
        "verdict": ["supported", "contradicted", "supported", "opinion"],
    }
)
ARTICLES = pd.DataFrame({"id": ["x", "y"], "title": ["Article 1: A text", "Article 2: Another"]})

SHARES = pd.DataFrame(
    [
        ("k", "KOTRA", 1991, "RUS", "Russia", 18.0),
        ("k", "KOTRA", 2020, "RUS", "Russia", 0.8),
        ("c", "Customs", 2020, "RUS", "Russia", 0.78),
        ("k", "KOTRA", 2020, "CHN", "China", 88.0),
    ],
    columns=["series_id", "series_title", "year", "partner", "partner_name", "share"],
).assign(
    value_usd=1_000_000,
    world_usd=2_000_000,
    basis="mirror",
    flow_label="Exports",
    rule="",
    note="",
    source_ids=pd.Series([("s",)] * 4, dtype=object),
)
SHARES = SHARES.astype({"year": "Int64", "share": "Float64", "value_usd": "Int64"})
CLAIM = Stated(2020, 17.0)


def _summary(by: str) -> pd.DataFrame:
    return claims_summary(by, claims=CLAIMS, articles=ARTICLES)


def _totals(by: str) -> Figure:
    return claim_totals(_summary(by), by=by, heading=by.capitalize(), sources=("s",))


def _drawn(figure: Figure) -> dict[tuple[str, str], int]:
    """Claims by group and verdict, as drawn."""
    return {
        tuple(code.split(".")): count
        for trace in figure.data
        for code, count in zip(trace["customdata"], trace["x"], strict=True)
    }


@pytest.mark.parametrize("by", ["article", "theme", "kind", "verdict"])
def test_bars_hold_the_counts_of_the_table(by: str) -> None:
    summary = _summary(by)
    figure = whole(unchanged(lambda: claim_totals(summary, by=by, heading="Group"), summary))
    column = {"article": "article_id"}.get(by, by)
    counted = CLAIMS.assign(group=CLAIMS[column]).groupby(["group", "verdict"]).size()
    assert _drawn(figure) == counted.to_dict()
    assert figure.table["claims"].sum() == len(CLAIMS)
    assert all(
        text == f"{VERDICTS[code.split('.')[1]].sign} {count}"
        for trace in figure.data
        for text, code, count in zip(trace["text"], trace["customdata"], trace["x"], strict=True)
    )


def test_articles_keep_their_order_and_themes_go_by_number() -> None:
    assert _totals("article").layout["yaxis"]["ticktext"] == [
        "Article 1: A text (3)",
        "Article 2: Another (1)",
    ]
    assert _totals("theme").layout["yaxis"]["ticktext"] == ["Economy (3)", "Law (1)"]


def test_the_words_count_and_name_the_most_contradicted() -> None:
    assert _totals("article").alt == (
        "Stacked bars of 4 claims: supported 2, partly supported 0, contradicted 1, "
        "unverifiable 0, opinion 1. Most contradicted, by article: Article 1: A text, 1 of 3."
    )


def test_every_verdict_is_explained_beside_the_bars() -> None:
    notes = " ".join(_totals("kind").notes)
    assert all(verdict.description in notes for verdict in Verdict)


def test_no_claim_is_said() -> None:
    empty = claims_summary("article", claims=CLAIMS.head(0), articles=ARTICLES)
    nothing(claim_totals(empty, by="article", heading="Article"))
    nothing(claim_totals(empty, by="verdict", heading="Verdict"))


def test_verdicts_differ_by_sign_and_colour() -> None:
    assert set(VERDICTS) == {verdict.value for verdict in Verdict}
    assert len({look.sign for look in VERDICTS.values()}) == len(VERDICTS)
    assert len({look.colour for look in VERDICTS.values()}) == len(VERDICTS)


@pytest.mark.parametrize(
    ("claim", "start", "end", "found"),
    [
        ("In 2020 Russia took nearly 17 percent of exports.", "2020", "2020", CLAIM),
        ("It supplied about 4.5 percent.", "2020-01", "2020-12", Stated(2020, 4.5)),
        ("It took 17 percent.", None, None, None),
        ("Between 4 percent and 5 percent.", "2020", "2020", None),
        ("17 percent over the years.", "2018", "2020", None),
        ("In 2020 Russia was third.", "2020", "2020", None),
    ],
)
def test_a_stated_share_is_read_from_the_words(
    claim: str, start: str | None, end: str | None, found: Stated | None
) -> None:
    assert stated(claim, start, end) == found


def test_the_stated_share_stands_among_the_others() -> None:
    russia = SHARES[SHARES["partner"] == "RUS"]
    overlay = Overlay(eras=(Span(1985, 1995, "Era"),))
    base = share_lines(russia, flow="export", overlay=overlay)
    high = Stated(2020, 60.0)
    figure = whole(with_stated(base, high))
    assert figure.data[-1]["x"] == [2020]
    assert figure.data[-1]["y"] == [60.0]
    assert figure.layout["yaxis"]["range"][1] > 60 > base.layout["yaxis"]["range"][1]
    assert figure.layout["annotations"][-1]["text"] == "<b>as stated: 60%</b>"
    assert figure.layout["annotations"][-1]["xanchor"] == "right"
    assert figure.layout["meta"]["narrow"]["annotations"][-1]["y"] == 60.0
    assert figure.alt.endswith("The article states 60% for 2020.")
    assert len(base.data) == len(figure.data) - 1


def test_series_are_set_against_what_is_stated() -> None:
    russia = SHARES[SHARES["partner"] == "RUS"]
    assert compared(russia, CLAIM) == (
        "2020: 0.78% (Customs); 0.80% (KOTRA). Stated: 17%.",
        "Nearest to it in any year: 18.0% in 1991 (KOTRA).",
    )
    assert compared(russia, Stated(1950, 5.0))[0] == "No series gives a share for 1950."
    assert compared(russia.head(0), CLAIM) == ("No series gives a share for 2020.",)


def test_a_rank_counts_the_partners_found() -> None:
    rows = SHARES[SHARES["year"] == 2020]
    assert ranked(rows, "RUS", 2020)[0].startswith("Russia in 2020: rank 2 of 2 partners found")
    assert ranked(rows, "JPN", 2020) == ("No series chosen gives a share of it for 2020.",)
