from datasets.measures import members_at, memberships_at
from tests.datasets.measures.made import made, records

COUNTRIES = made(
    "countries",
    {"iso3": "AAA", "member_of": ("OLD", "NEW")},
    {"iso3": "BBB", "member_of": ("OLD",)},
    {"iso3": "CCC"},
)


def members(date: str, entered: str, change: str = "joined") -> list[tuple[str, ...]]:
    changes = made(
        "membership_changes",
        {"iso3": "AAA", "organisation": "NEW", "date": entered, "change": change},
    )
    return records(members_at(date, countries=COUNTRIES, changes=changes), "organisation", "iso3")


OLD = [("OLD", "AAA"), ("OLD", "BBB")]
ALL = [("NEW", "AAA"), *OLD]


def test_a_later_accession_is_not_yet_membership() -> None:
    assert members("2024-03-06", "2024-03-07") == OLD


def test_the_day_of_accession_or_founding_counts() -> None:
    assert members("2024-03-07", "2024-03-07") == ALL
    assert members("2024-03-07", "2024-03-07", "co-founded") == ALL


def test_an_accession_known_to_the_month_counts_from_its_first_day() -> None:
    assert members("2024-01-01", "2024-01") == ALL
    assert members("2023-12-31", "2024-01") == OLD


def test_frozen_participation_does_not_end_membership() -> None:
    assert members("2024-01-01", "2025-01-01", "participation_frozen") == ALL


def test_several_days_stand_side_by_side() -> None:
    changes = made(
        "membership_changes",
        {"iso3": "AAA", "organisation": "NEW", "date": "2024", "change": "joined"},
    )
    both = memberships_at(
        ["2023-01-01", "2025-01-01", "2023-01-01"], countries=COUNTRIES, changes=changes
    )
    assert records(both, "date", "organisation", "iso3") == [
        *(("2023-01-01", *row) for row in OLD),
        *(("2025-01-01", *row) for row in ALL),
    ]


def test_members_of_the_record() -> None:
    sizes = members_at("2026-01-01").groupby("organisation").size()
    assert sizes["EU"] == 27
    assert sizes["NATO"] == 32
    assert sizes["ASEAN"] == 11
    assert sizes["UN"] == 193
    assert sizes["G7"] == 7
