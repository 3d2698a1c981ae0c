import pytest

import datasets
from datasets.measures import coverage, records_covered, single_source_share, state_media_share
from tests.datasets.measures.made import made, records

SOURCES = made(
    "sources",
    {"id": "tass", "kind": "state_media"},
    {"id": "kcna", "kind": "state_media"},
    {"id": "times", "kind": "press"},
    {"id": "article-1", "kind": "reviewed"},
)
FRAMES = {
    "sources": SOURCES,
    "milestones": made(
        "milestones",
        {"date": "2024-06-19", "theme": "law", "source_ids": ("tass", "kcna")},
        {"date": "2024-06", "theme": "law", "source_ids": ("tass", "times")},
        {"date": "2025", "theme": "economy", "source_ids": ("times",)},
    ),
    "reaction_events": made(
        "reaction_events",
        {"event_id": "e", "date": "2024", "theme": "law", "source_ids": ("times",)},
    ),
    "reactions": made(
        "reactions", {"event_id": "e", "date": "2024-07-01", "source_ids": ("kcna",)}
    ),
    "trade_flows": made("trade_flows", {"year": 1990, "source_ids": ("times",)}),
    "claims": made(
        "claims",
        {"theme": "law", "source_ids": ("article-1",)},
        {"theme": "law", "source_ids": ("article-1", "kcna")},
    ),
}


def test_a_record_counts_once_in_each_kind_of_source() -> None:
    counted = coverage(frames=FRAMES)
    own = counted[counted["table"] == "milestones"]
    assert records(own, "year", "theme", "source_kind", "records") == [
        (2024, "law", "state_media", 2),
        (2024, "law", "press", 1),
        (2025, "economy", "press", 1),
    ]


def test_each_record_stands_once_with_its_kinds_of_source() -> None:
    found = records_covered(frames=FRAMES)
    own = found[found["table"] == "milestones"]
    assert records(own, "year", "theme", "source_kinds", "source_ids") == [
        (2024, "law", ("state_media",), ("tass", "kcna")),
        (2024, "law", ("state_media", "press"), ("tass", "times")),
        (2025, "economy", ("press",), ("times",)),
    ]
    assert len(records_covered()) == sum(
        len(datasets.load(spec.id))
        for spec in datasets.tables()
        if spec.time and "source_ids" in spec.columns
    )


def test_reactions_take_the_theme_of_their_event() -> None:
    counted = coverage(frames=FRAMES)
    assert records(counted[counted["table"] == "reactions"], "year", "theme", "source_kind") == [
        (2024, "law", "state_media")
    ]


def test_tables_without_themes_and_records_without_dates() -> None:
    counted = coverage(frames=FRAMES)
    flows = counted[counted["table"] == "trade_flows"]
    assert records(flows, "year", "theme", "records") == [(1990, "", 1)]
    claims = counted[counted["table"] == "claims"]
    assert records(claims, "year", "source_kind", "records") == [
        (None, "state_media", 1),
        (None, "reviewed", 2),
    ]


def test_single_source_share() -> None:
    share = single_source_share("milestones", frames=FRAMES)
    assert records(share, "rows", "sourced", "single_source", "share") == [(3, 3, 1, 100 / 3)]


def test_state_media_share_needs_all_sources_to_be_state_media() -> None:
    share = state_media_share("milestones", frames=FRAMES)
    assert records(share, "state_media_only", "share") == [(1, 100 / 3)]


def test_articles_under_review_are_no_sources() -> None:
    single = single_source_share("claims", frames=FRAMES)
    assert records(single, "rows", "sourced", "single_source", "share") == [(2, 1, 1, 100.0)]
    assert records(state_media_share("claims", frames=FRAMES), "share") == [(100.0,)]


def test_unknown_tables_and_tables_without_sources_are_refused() -> None:
    for name in ("nothing", "countries"):
        with pytest.raises(KeyError, match=name):
            single_source_share(name)


def test_coverage_of_the_record() -> None:
    counted = coverage()
    with_sources = {spec.id for spec in datasets.tables() if "source_ids" in spec.columns}
    dated = {spec.id for spec in datasets.tables() if spec.time} & with_sources
    assert set(counted["table"]) == dated
    one_kind = counted[counted["table"] == "trade_published_shares"]
    assert one_kind["records"].sum() == 128
    assert set(single_source_share()["table"]) == with_sources
    milestones = single_source_share("milestones")
    assert records(milestones, "rows", "single_source") == [(396, 121)]
    assert records(state_media_share("milestones"), "state_media_only") == [(19,)]
    assert state_media_share()["share"].between(0, 100).all()
