"""What the record covers, and on how few sources or on whose it rests."""

import pandas as pd

import datasets
from dashboard import cache, queries
from dashboard.charts.data.coverage_grid import Grid, coverage_grid, spans_of
from dashboard.charts.data.record_bars import share_bars
from dashboard.charts.figure import Figure
from dashboard.charts.stances import counted
from dashboard.figures.base import FigureSpec
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.glossary import term
from datasets.measures import records_covered, single_source_share, state_media_share
from validators.vocabulary import SourceKind, Theme

PAGE = "data"

_PLACE = queries.Place(time=("year",), themes=("theme",))
_BLANK = (
    "A blank cell means that no record was found, not that nothing happened; a record of several "
    "years counts in the first."
)


def _records(filters: Filters) -> pd.DataFrame:
    """Dated records that the filters leave."""
    rows = cache.measure(records_covered)
    if filters.of:
        rows = rows[rows["table"] == filters.of]
    rows = queries.select(rows, _PLACE, filters, columns={"kind": "source_kinds"})
    return rows[rows["year"].notna()]


def _tables(filters: Filters) -> tuple[str, ...]:
    return (filters.of,) if filters.of else tuple(cache.measure(records_covered)["table"].unique())


def _spans(filters: Filters) -> tuple[tuple[int, int], ...]:
    return spans_of((filters.period.start, filters.period.end), int(filters.step))


def _of(filters: Filters) -> str:
    return f" in “{datasets.spec(filters.of).title}”" if filters.of else ""


def by_theme(filters: Filters) -> Figure:
    """Records by stretch of years and main theme."""
    rows = _records(filters)
    named = rows[rows["theme"] != ""]
    without = len(rows) - len(named)
    columns = [(str(each.value), each.label) for each in Theme]
    if filters.themes:
        columns = [pair for pair in columns if pair[0] in filters.themes]
    notes = (
        _BLANK,
        *(
            [
                f"{counted(without, 'record')} of tables without themes, such as votes and trade, "
                "are not counted here."
            ]
            if without
            else []
        ),
        term("coverage"),
        *caveats("milestones-uneven-coverage"),
    )
    return coverage_grid(
        named.rename(columns={"theme": "column"}),
        Grid(f"Records by year and theme{_of(filters)}", "Theme", columns, _spans(filters)),
        tables=_tables(filters),
        notes=notes,
    )


def by_kind(filters: Filters) -> Figure:
    """Records by stretch of years and kind of source."""
    rows = _records(filters).rename(columns={"source_kinds": "column"}).explode("column")
    found = set(rows["column"].dropna())
    columns = [(str(k.value), k.label) for k in SourceKind if str(k.value) in found]
    if filters.kind:
        columns = [pair for pair in columns if pair[0] in filters.kind]
    rows = rows[rows["column"].isin([code for code, _ in columns])]
    notes = (
        _BLANK,
        "A record that names sources of several kinds counts under each of them.",
        *caveats("milestones-press-sources"),
    )
    return coverage_grid(
        rows,
        Grid(
            f"Records by year and kind of source{_of(filters)}",
            "Kind of source",
            columns,
            _spans(filters),
        ),
        tables=_tables(filters),
        notes=notes,
    )


def _one(shares: pd.DataFrame, filters: Filters, hits: str) -> pd.DataFrame:
    rows = shares.rename(columns={hits: "hits"})
    return rows[rows["table"] == filters.of] if filters.of else rows


def single_source(filters: Filters) -> Figure:
    """Share of rows that rest on a single source, by table."""
    return share_bars(
        _one(cache.measure(single_source_share), filters, "single_source"),
        title="Rows that rest on a single source, by table",
        what="rest on a single source",
        notes=(
            term("single-source-row"),
            "Articles under review are no evidence and do not count.",
        ),
    )


def state_media(filters: Filters) -> Figure:
    """Share of rows that rest on state media alone, by table."""
    return share_bars(
        _one(cache.measure(state_media_share), filters, "state_media_only"),
        title="Rows that rest on state media alone, by table",
        what="rest on state media alone",
        notes=(term("state-media"),),
    )


_USES = ("period", "themes", "of", "kind", "step")
BY_THEME = FigureSpec(PAGE, "coverage-themes", by_theme, _USES)
BY_KIND = FigureSpec(PAGE, "coverage-kinds", by_kind, _USES)
SINGLE = FigureSpec(PAGE, "single-source", single_source, ("of",))
STATE = FigureSpec(PAGE, "state-media", state_media, ("of",))
