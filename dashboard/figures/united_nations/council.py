"""Figures and lists of the Security Council and of sanctions actions."""

import pandas as pd

import datasets
from dashboard import cache, queries
from dashboard.charts.figure import Figure
from dashboard.charts.rows import each
from dashboard.charts.united_nations.council_ladder import RESTRICTING, sanctions_ladder
from dashboard.charts.united_nations.council_votes import council_votes
from dashboard.charts.united_nations.sanctions_lanes import sanctions_lanes
from dashboard.figures.backdrop import era_spans
from dashboard.figures.base import FigureSpec
from dashboard.figures.listing import Listing, ListSpec
from dashboard.figures.united_nations.votes import PAGE
from dashboard.lookup import search
from dashboard.markup.united_nations import council_list, council_tally, sanctions_list
from dashboard.state import options
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.names import known_names
from validators.vocabulary import CouncilKind, CouncilScope

#: From this day China's seat is that of the People's Republic, and from the other Russia's its own.
_SEAT_CHANGED, _RUSSIA_FROM = "1971-10-25", "1991-12-26"

_COUNTS = ["individuals", "entities", "vessels_aircraft"]


def decisions(filters: Filters) -> pd.DataFrame:
    """Decisions that the filters leave, by date, with names of the seats and the tally in words."""
    rows = cache.frame("security_council")
    rows = queries.select(
        rows,
        queries.Place(time=("date",)),
        filters,
        {key: column for key, column in _COLUMNS.items() if key in filters},
    )
    text = filters.get("q", "")
    if text:
        index = cache.text_index("security_council", "symbol", "subject", "summary", "note")
        rows = search.matching(rows, index, text)
    return rows.assign(
        tally=[council_tally(row) for row in each(rows)],
        russia_name=["Soviet Union" if date < _RUSSIA_FROM else "Russia" for date in rows["date"]],
        china_name=[
            "Republic of China" if date < _SEAT_CHANGED else "China" for date in rows["date"]
        ],
    )


_COLUMNS = {"outcome": "kind", "measure": "measures"}


def ladder(filters: Filters) -> Figure:
    """Measures of the sanctions in order of their first decision, with vetoed drafts."""
    rows = decisions(filters)
    about = rows[rows["scope"] != CouncilScope.CONTEXT.value]
    wanted = set(filters.measure or RESTRICTING)
    shown = pd.Series(
        [
            tuple(each for each in cell if each in RESTRICTING and each in wanted)
            for cell in about["measures"]
        ],
        index=about.index,
        dtype=object,
    )
    about = about.assign(restricting=shown)
    adopted = about[about["kind"] == CouncilKind.RESOLUTION.value]
    restricting = adopted[adopted["restricting"].map(bool).astype(bool)]
    first = restricting["date"].min() if len(restricting) else ""
    since = about[(about["date"] >= first) & (about["kind"].isin(_ON_TEXTS))]
    return sanctions_ladder(
        since,
        title="Sanctions of the Security Council, measure by measure, and vetoed drafts",
        last=float(min(filters.period.end, options.last_year()) + 1),
        eras=era_spans(),
        notes=caveats("security-council-gaps"),
    )


_ON_TEXTS = (CouncilKind.RESOLUTION.value, CouncilKind.DRAFT_VETOED.value)


def votes(filters: Filters) -> Figure:
    """How Russia and China voted on each decision."""
    rows = decisions(filters)
    return council_votes(
        rows,
        _span(rows, filters),
        title="How Russia and China voted in the Security Council",
        eras=era_spans(),
        notes=(_seat(), *caveats("security-council-gaps")),
    )


def _seat() -> str:
    """Whose vote stands under China, in the words of the table."""
    return datasets.spec("security_council").columns["china_vote"].description


def _span(rows: pd.DataFrame, filters: Filters) -> tuple[float, float]:
    """The period, or the years of the rows where no period is chosen."""
    if filters.period.whole and len(rows):
        years = rows["date"].str[:4].astype(int)
        return float(years.min() - 1), float(years.max() + 2)
    return float(filters.period.start), float(filters.period.end + 1)


def council_records(filters: Filters) -> Listing:
    """Decisions of the Security Council, the latest first."""
    rows = decisions(filters).sort_values(["date", "id"], ascending=[False, True])
    return Listing(
        title="Decisions, votes and measures",
        table="security_council",
        rows=rows,
        render=council_list,
        noun="decisions",
        total=len(cache.frame("security_council")),
        notes=caveats("security-council-gaps"),
        a_page=10,
    )


def actions(filters: Filters) -> pd.DataFrame:
    """Sanctions actions that the filters leave, with names of bodies and all counts together."""
    rows = queries.select(
        cache.frame("sanctions_actions"),
        datasets.spec("sanctions_actions"),
        filters,
        {"body": "body"},
    )
    if filters.q:
        index = cache.text_index("sanctions_actions", "reason", "targets", "note", "body")
        rows = search.matching(rows, index, filters.q)
    names = known_names()
    return rows.assign(
        body_name=[names.get(code, code) for code in rows["body"]],
        listed=rows[_COUNTS].sum(axis=1, min_count=1).astype("Int64"),
    )


def over_time(filters: Filters) -> Figure:
    """Sanctions actions by body over time."""
    rows = actions(filters)
    return sanctions_lanes(
        rows,
        _span(rows, filters),
        title="Sanctions actions that touch ties between Russia and North Korea, by body",
        notes=caveats("sanctions-selection"),
    )


def sanctions_records(filters: Filters) -> Listing:
    """Sanctions actions, the latest first."""
    rows = actions(filters).sort_values(["date", "id"], ascending=[False, True])
    return Listing(
        title="Actions, targets and counts as reported",
        table="sanctions_actions",
        rows=rows,
        render=sanctions_list,
        noun="actions",
        total=len(cache.frame("sanctions_actions")),
        notes=caveats("sanctions-selection"),
        a_page=10,
    )


_COUNCIL = ("period", "outcome", "measure", "q")
_SANCTIONS = ("period", "themes", "body", "q")

LADDER = FigureSpec(PAGE, "sanctions-ladder", ladder, ("period", "measure"))
VOTES = FigureSpec(PAGE, "council-votes", votes, _COUNCIL)
COUNCIL_LIST = ListSpec(PAGE, "council-list", council_records, _COUNCIL)
ACTIONS = FigureSpec(PAGE, "sanctions-actions", over_time, _SANCTIONS)
ACTIONS_LIST = ListSpec(PAGE, "actions-list", sanctions_records, _SANCTIONS)

FIGURES = (LADDER, VOTES, ACTIONS)
LISTS = (COUNCIL_LIST, ACTIONS_LIST)
