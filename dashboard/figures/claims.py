"""Figures and lists of the Claims page."""

from typing import Any

import pandas as pd

import datasets
from dashboard import cache, queries
from dashboard.charts import parts
from dashboard.charts.claims.totals import TABLES, claim_totals
from dashboard.charts.figure import Figure
from dashboard.charts.rows import each
from dashboard.figures.base import FigureSpec
from dashboard.figures.claims_trade import figure_of, has_figure, trade_query
from dashboard.figures.listing import Listing, ListSpec
from dashboard.filters.claims import GROUPS, article_options
from dashboard.lookup import search
from dashboard.lookup.events import labels
from dashboard.markup.claims import articles_html, claims_html
from dashboard.state.view import Filters
from dashboard.words.amounts import most_used
from dashboard.words.caveats import caveats
from dashboard.words.dates import gap_words
from datasets.measures.claims import claim_evidence, claims_summary
from validators.vocabulary import ClaimKind, Theme

PAGE = "claims"

_COLUMNS = {"article": "article_id", "verdict": "verdict", "kind": "kind"}
_SEARCHED = ("claim", "explanation")

UNDATED = "Claims that speak of no particular time are left out while a period is chosen."


def chosen(filters: Filters) -> pd.DataFrame:
    """The claims that the filters leave, in the order of the articles."""
    rows = queries.select(cache.frame("claims"), datasets.spec("claims"), filters, _COLUMNS)
    if filters.evidence:
        evidence = cache.measure(claim_evidence)
        found = set(evidence.loc[evidence["found"].astype(bool), "claim_id"])
        rows = rows[rows["id"].isin(found) == (filters.evidence == "found")]
    if filters.q:
        rows = search.matching(rows, cache.text_index("claims", *_SEARCHED), filters.q)
    return rows.sort_values(["article_id", "paragraph_no", "id"], kind="stable")


def totals(filters: Filters) -> Figure:
    """Claims by group and verdict."""
    rows = chosen(filters)
    titles = dict(article_options())
    articles = cache.frame("articles")
    summary = claims_summary(
        filters.by, claims=rows, articles=articles.assign(title=articles["id"].map(titles))
    )
    reviewed = set(articles["source_id"])
    cited = [tuple(s for s in cell if s not in reviewed) for cell in rows["source_ids"]]
    return claim_totals(
        summary,
        by=filters.by,
        heading=dict(GROUPS)[filters.by],
        sources=most_used(cited),
        notes=(*caveats("claims-verdict-limits"), *_undated(filters)),
    )


def _undated(filters: Filters) -> tuple[str, ...]:
    """What a period leaves out."""
    return () if filters.period.whole else (UNDATED,)


def described() -> pd.DataFrame:
    """All claims with what a reader sees in place of codes, and their evidence.

    Returns:
        The table with ``article`` (number and title), ``article_short``, ``theme_label``,
        ``kind_label``, ``sources`` (tuple, articles left out), ``found`` (boolean), ``words``
        (evidence in words), ``between`` (time between two events where that is what is claimed),
        ``figured`` (boolean: a figure decides it) and ``trade`` (query of the Trade page that
        shows the figure).
    """
    claims = cache.frame("claims")
    evidence = cache.measure(claim_evidence).set_index("claim_id")
    own = claims["id"].map
    themes, kinds, titles = labels(Theme), labels(ClaimKind), dict(article_options())
    numbers = _numbers()
    events = cache.frame("milestones").set_index("id")["date"]
    figured = [has_figure(tables) for tables in claims["evidence_tables"]]
    queries_of = [
        trade_query(row) if figure else {}
        for row, figure in zip(each(claims), figured, strict=True)
    ]
    return claims.assign(
        article=claims["article_id"].map(lambda code: titles.get(code, code)),
        article_short=claims["article_id"].map(lambda code: numbers.get(code, code)),
        theme_label=claims["theme"].map(themes),
        kind_label=claims["kind"].map(kinds),
        sources=own(evidence["sources"]),
        found=own(evidence["found"]),
        words=own(evidence["words"]),
        between=[_between(row, events) for row in each(claims)],
        figured=figured,
        trade=pd.Series(queries_of, index=claims.index, dtype=object),
    )


def _numbers() -> dict[str, str]:
    """Name of each article by its number alone."""
    return {code: title.partition(":")[0] for code, title in article_options()}


def _between(claim: Any, dates: "pd.Series[str]") -> str:
    """Time between the two events of a claim about a quantity."""
    if claim.kind != ClaimKind.QUANTITY or len(claim.evidence_milestones) != 2:
        return ""
    known = sorted(dates[code] for code in claim.evidence_milestones if code in dates.index)
    return gap_words(*known) if len(known) == 2 and all(len(day) == 10 for day in known) else ""


def statements(filters: Filters) -> Listing:
    """The claims, each with verdict and evidence."""
    return _listing(chosen(filters), "Statement by statement", _undated(filters))


def one(filters: Filters) -> Listing:
    """The claim that the address names."""
    claims = cache.frame("claims")
    rows = claims[claims["id"] == filters.claim]
    return _listing(rows, "One statement", caveats("claims-verdict-limits"))


def _listing(rows: pd.DataFrame, title: str, notes: tuple[str, ...]) -> Listing:
    milestones = cache.milestones_by_id()
    return Listing(
        title=title,
        table="claims",
        rows=cache.measure(described).loc[rows.index],
        render=lambda shown, sources: claims_html(
            shown, milestones, sources, unfolded=len(rows) == 1
        ),
        noun="claims",
        total=len(cache.frame("claims")),
        notes=notes,
        a_page=15,
    )


def articles(filters: Filters) -> Listing:
    """The articles under review, and what was made of them."""
    rows = queries.among(cache.frame("articles"), ("id",), filters.article)
    summary = cache.measure(claims_summary, by="article")
    titles = dict(article_options())
    return Listing(
        title="The articles under review",
        table="articles",
        rows=rows,
        render=lambda shown, _: articles_html(shown, titles, summary),
        noun="articles",
        total=len(cache.frame("articles")),
        a_page=None,
    )


def evidence(filters: Filters) -> Figure:
    """The figure that decides the claim that the address names."""
    rows = cache.frame("claims")
    row = next(each(rows[rows["id"] == filters.claim]), None)
    if row is None or not has_figure(row.evidence_tables):
        message = "Choose a claim about trade to see the figure that decides it."
        return parts.empty_figure("Figure beside a claim", message, columns={}, tables=TABLES)
    return figure_of(row)


def beside(claim: str) -> FigureSpec:
    """The figure beside one claim, of which several may stand on a page."""
    return FigureSpec(PAGE, f"evidence-{claim}", evidence, ("claim",))


_CHOOSING = ("period", "themes", "q", "article", "verdict", "kind", "evidence")

TOTALS = FigureSpec(PAGE, "totals", totals, (*_CHOOSING, "by"))
EVIDENCE = FigureSpec(PAGE, "evidence", evidence, ("claim",))
STATEMENTS = ListSpec(PAGE, "statements", statements, _CHOOSING)
ONE = ListSpec(PAGE, "statement", one, ("claim",))
ARTICLES = ListSpec(PAGE, "articles", articles, ("article",))

FIGURES: tuple[FigureSpec, ...] = (TOTALS, EVIDENCE)
LISTS: tuple[ListSpec, ...] = (STATEMENTS, ONE, ARTICLES)
