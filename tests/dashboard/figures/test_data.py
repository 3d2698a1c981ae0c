"""Figures, lists and sheets of the Data page on the record: they agree with the tables."""

import pandas as pd
import pytest

import datasets
from dashboard import cache
from dashboard.charts.figure import Figure
from dashboard.figures import data
from dashboard.figures.base import FigureSpec
from dashboard.figures.data import coverage, dictionary, quality, sources, versions
from dashboard.figures.data.tables import ROWS_A_PAGE, list_of
from dashboard.figures.listing import Listing
from dashboard.figures.sheet import Sheet, SheetSpec
from dashboard.filters.data import PARAMS
from dashboard.navigation import EVERYWHERE
from dashboard.state.view import Filters, from_query
from datasets.diff import CellChange, Change, ChangeKind
from datasets.measures import records_covered, single_source_share, state_media_share
from datasets.record import Catalog
from datasets.released import Release
from validators.findings import Finding, Severity
from validators.spec import TableSpec

ALL = (*EVERYWHERE, *PARAMS)
SOURCES = datasets.load("sources").set_index("id", drop=False)


def filters(**query: str) -> Filters:
    read, ignored = from_query(ALL, query)
    assert ignored == ()
    return read


def figure(spec: FigureSpec, **query: str) -> Figure:
    return spec.build(filters(**query).only(*spec.uses))


def sheet(spec: SheetSpec, **query: str) -> Sheet:
    return spec.build(filters(**query).only(*spec.uses))


def listed(table: str, **query: str) -> Listing:
    spec = list_of(table)
    return spec.build(filters(table=table, **query).only(*spec.uses))


QUERIES: tuple[dict[str, str], ...] = (
    {},
    {"of": "milestones"},
    {"of": "countries"},
    {"kind": "state_media.press", "step": "1"},
    {"from": "1961", "to": "1985", "themes": "law"},
    {"from": "2024", "to": "2024", "of": "reactions"},
    {"q": "zzzz"},
)


@pytest.mark.parametrize("query", QUERIES, ids=str)
@pytest.mark.parametrize("spec", data.FIGURES, ids=lambda spec: spec.key)
def test_every_figure_stands_under_every_filter(spec: FigureSpec, query: dict[str, str]) -> None:
    found = figure(spec, **query)
    assert found.title
    assert found.alt
    if found.empty:
        assert found.table.empty
    else:
        assert list(found.columns) == list(found.table.columns)
        assert set(found.sources) <= set(SOURCES.index)


# Tables -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("spec", datasets.tables(), ids=lambda spec: spec.id)
def test_every_table_can_be_browsed(spec: TableSpec) -> None:
    listing = listed(spec.id)
    frame = datasets.catalog().frame(spec.id)
    pd.testing.assert_frame_equal(listing.rows, frame)
    assert listing.total == len(frame)
    assert listing.a_page == ROWS_A_PAGE == 50
    html = listing.render(listing.rows.head(50), cache.sources_by_id())
    assert html.count("<tr>") == min(len(frame), 50) + 1


def test_the_period_counts_only_where_the_table_has_a_place_in_time() -> None:
    assert list_of("milestones").uses == ("period", "themes", "browse", "q")
    assert list_of("trade_flows").uses == ("period", "browse", "q")
    assert list_of("places").uses == ("browse", "q")
    assert len(listed("places", **{"from": "1990"}).rows) == 64
    assert len(listed("milestones", **{"from": "1990"}).rows) < 396


def test_the_whole_table_is_offered_beside_what_is_left() -> None:
    listing = listed("milestones", where="theme.law")
    assert listing.whole is not None
    assert len(listing.rows) < len(listing.whole) == 396


# Sources ----------------------------------------------------------------------------------------


def test_rows_that_name_a_source_are_counted_by_table() -> None:
    cited = sources.citations()
    for table in ("milestones", "claims", "articles"):
        column = "source_id" if table == "articles" else "source_ids"
        named = datasets.load(table)[column].explode().dropna()
        own = cited[cited["table"] == table].set_index("source")["rows"]
        assert own.sum() == len(named) > 0
        first = named.iloc[0]
        assert own[first] == (named == first).sum()


def test_the_sources_with_most_rows_come_first() -> None:
    spec = sources.LIST
    listing = spec.build(filters().only(*spec.uses))
    assert len(listing.rows) == len(SOURCES)
    assert listing.rows["rows"].is_monotonic_decreasing
    html = listing.render(listing.rows.head(25), cache.sources_by_id())
    assert html.count("<li>") == 25
    assert "Rows that name it: <a" in html


def test_sources_by_kind_table_text_and_id() -> None:
    of = sources.chosen(filters(of="trade_published_shares"))
    named = datasets.load("trade_published_shares")["source_ids"].explode().unique()
    assert set(of["id"]) == set(named)
    state = sources.chosen(filters(kind="state_media"))
    assert set(state["kind"]) == {"state_media"}
    assert 0 < len(sources.chosen(filters(q="tass"))) < len(SOURCES)
    one = SOURCES.index[7]
    assert list(sources.chosen(filters(source=one, q="zzzz"))["id"]) == [one]


def test_kinds_and_publishers_add_up() -> None:
    kinds = figure(sources.KINDS)
    assert kinds.table["sources"].sum() == len(SOURCES)
    assert kinds.table["sources"].is_monotonic_decreasing
    publishers = figure(sources.PUBLISHERS_MOST)
    names = SOURCES["publisher"].fillna("").value_counts()
    assert publishers.table["sources"].max() == names.max()
    assert len(publishers.table) == sources.PUBLISHERS
    assert len(publishers.notes) == 1


# Coverage ---------------------------------------------------------------------------------------


def test_the_grid_by_theme_counts_each_record_once() -> None:
    records = records_covered()
    themed = records[(records["theme"] != "") & records["year"].notna()]
    assert figure(coverage.BY_THEME).table["records"].sum() == len(themed)
    law = figure(coverage.BY_THEME, themes="law", of="milestones").table
    own = datasets.load("milestones")["theme"].eq("law").sum()
    assert law["records"].sum() == own
    assert set(law["column"]) == {"Law"}


def test_the_grid_by_kind_counts_a_record_under_each_of_its_kinds() -> None:
    records = records_covered()
    dated = records[records["year"].notna() & (records["table"] == "milestones")]
    grid = figure(coverage.BY_KIND, of="milestones").table
    assert grid["records"].sum() == dated["source_kinds"].map(len).sum()
    press = figure(coverage.BY_KIND, of="milestones", kind="press").table
    assert press["records"].sum() == dated["source_kinds"].map(lambda c: "press" in c).sum()


def test_a_step_of_one_year_gives_the_same_records() -> None:
    five = figure(coverage.BY_THEME).table["records"].sum()
    assert figure(coverage.BY_THEME, step="1").table["records"].sum() == five


def test_shares_are_those_of_the_measures() -> None:
    single = figure(coverage.SINGLE).table.set_index("title")["share"]
    expected = single_source_share().dropna().set_index("title")["share"]
    assert single.sort_index().to_dict() == expected.sort_index().to_dict()
    state = figure(coverage.STATE, of="milestones").table
    alone = state_media_share("milestones")["state_media_only"]
    assert state["hits"].tolist() == alone.tolist()


# Dictionary -------------------------------------------------------------------------------------


def test_the_dictionary_holds_every_column() -> None:
    columns = sum(len(spec.columns) for spec in datasets.tables())
    assert len(sheet(dictionary.COLUMNS).rows) == columns
    own = sheet(dictionary.COLUMNS, of="estimates")
    assert list(own.rows["column"]) == list(datasets.spec("estimates").columns)
    assert datasets.spec("estimates").description in own.intro
    html = own.html(own.rows)
    assert html.count('<tr role="row">') == len(own.rows) + 1


def test_the_dictionary_can_be_searched() -> None:
    found = sheet(dictionary.COLUMNS, q="bound wording").rows
    assert "bound_from_wording" in set(found["column"])
    terms = sheet(dictionary.TERMS, q="condemns").rows
    assert "Stance" in set(terms["vocabulary"])
    assert sheet(dictionary.TERMS, of="places").rows["vocabulary"].unique().tolist() == [
        "PlaceKind"
    ]


def test_a_vocabulary_names_the_columns_that_use_it() -> None:
    terms = dictionary.terms()
    stance = terms[terms["vocabulary"] == "Stance"].iloc[0]
    assert stance["used_in"] == ("reactions.stance", "joint_statements.stance")


# Quality ----------------------------------------------------------------------------------------

FINDING = Finding(
    "date-form",
    Severity.ERROR,
    "milestones",
    "milestones.csv",
    12,
    "date",
    "<soon>",
    "is not a date",
    "Correct it.",
)


def _broken() -> Catalog:
    real = datasets.catalog()
    return Catalog(real.specs, real.tables, (*real.findings, FINDING))


def test_findings_stand_worst_first_and_name_place_and_advice() -> None:
    frame = quality.findings_frame(_broken())
    assert frame["severity"].iloc[0] == "Error"
    assert frame["table_title"].iloc[0] == "Milestones"
    accepted = frame[frame["severity"] == "Accepted"]
    assert (accepted["reason"] != "").all()
    html = quality._findings_html(frame.head(1))
    assert "milestones.csv, line 12, column date" in html
    assert "&lt;soon&gt;" in html
    assert "What to do: Correct it." in html


def test_the_tally_counts_what_was_checked() -> None:
    said = dict(quality.tally(_broken()))
    assert said["Errors"] == "1"
    assert said["Not shown"] == "Milestones"
    assert said["Tables"] == "37 of 38 pass and are shown"
    rows = sum(len(datasets.load(spec.id)) for spec in datasets.tables())
    assert said["Checked"].startswith(f"{rows:,} rows")
    assert "Not shown" not in dict(quality.tally(datasets.catalog()))


def test_findings_and_rules_of_the_record() -> None:
    findings = sheet(quality.FINDINGS)
    assert len(findings.rows) == len(datasets.catalog().findings)
    rules = sheet(quality.RULES)
    assert rules.rows["found"].sum() == len(findings.rows)
    assert 0 < len(sheet(quality.RULES, q="veto").rows) < len(rules.rows)
    council = sheet(quality.FINDINGS, of="security_council").rows
    assert 0 < len(council) < len(findings.rows)


# Versions and terms -----------------------------------------------------------------------------


def test_versions_and_their_changes() -> None:
    first = Release("2026.01.01", "", {"eras": {"rows": 8}}, ())
    cell = CellChange("title", "Old", "")
    change = Change("eras", ChangeKind.CHANGED, "now", "Now", (cell,))
    gone = Change("areas", ChangeKind.TABLE_REMOVED, rows=7)
    second = Release("2026.02.01", "2026.01.01", {"eras": {"rows": 9}}, (change, gone))
    releases = versions.releases_frame((first, second))
    assert releases.to_dict("list") == {
        "version": ["2026.02.01", "2026.01.01"],
        "since": ["2026.01.01", "first release"],
        "tables": [1, 1],
        "rows": [9, 8],
        "changes": [2, 0],
    }
    changes = versions.changes_frame((first, second))
    assert changes["table"].tolist() == ["Eras", "Statistical areas"]
    assert changes["row"].tolist() == ["now", "7 rows"]
    assert changes["cells"].tolist() == ["title: Old → (empty)", ""]


def test_the_first_release_changed_nothing() -> None:
    assert sheet(versions.RELEASES).rows["version"].iloc[0] == datasets.version()
    assert sheet(versions.CHANGES).empty


def test_every_table_names_its_terms() -> None:
    rows = sheet(versions.TABLES)
    assert list(rows.rows["id"]) == [spec.id for spec in datasets.tables()]
    html = rows.html(rows.rows)
    assert "104,400 rows" in html
    assert "row by row in the column <code>terms</code>" in html
