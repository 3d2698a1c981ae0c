import datasets
from datasets.measures import tie_tone
from tests.datasets.measures.made import made, records

MILESTONES = made(
    "milestones",
    {"date": "2000", "tone": 2, "theme": "law", "significance": 3, "source_ids": ("a", "b")},
    {
        "date": "2000-12-31",
        "date_end": "2001-02-01",
        "tone": -1,
        "theme": "economy",
        "themes_other": ("law",),
        "significance": 1,
        "source_ids": ("b",),
    },
    {"date": "2002-05", "tone": 0, "theme": "law", "significance": 2, "source_ids": ("c",)},
)
COLUMNS = ("year", "events", "mean", "sum")


def test_an_event_counts_once_in_the_year_in_which_it_begins() -> None:
    tones = tie_tone(milestones=MILESTONES)
    assert records(tones, *COLUMNS, "tone_m2", "tone_m1", "tone_0", "tone_p1", "tone_p2") == [
        (2000, 2, 0.5, 1, 0, 1, 0, 0, 1),
        (2001, 0, None, 0, 0, 0, 0, 0, 0),
        (2002, 1, 0.0, 0, 0, 0, 1, 0, 0),
    ]
    assert list(tones["source_ids"]) == [("a", "b"), (), ("c",)]


def test_themes_are_main_themes() -> None:
    tones = tie_tone(by_theme=True, milestones=MILESTONES)
    assert records(tones, "year", "theme", "events", "mean") == [
        (2000, "economy", 1, -1.0),
        (2000, "law", 1, 2.0),
        (2002, "law", 1, 0.0),
    ]


def test_a_theme_finds_events_that_have_it_as_further_theme() -> None:
    assert records(tie_tone(themes="law", milestones=MILESTONES), *COLUMNS)[0] == (2000, 2, 0.5, 1)
    assert records(tie_tone(themes=("economy",), milestones=MILESTONES), *COLUMNS) == [
        (2000, 1, -1.0, -1)
    ]


def test_significance_narrows() -> None:
    assert records(tie_tone(min_significance=3, milestones=MILESTONES), *COLUMNS) == [
        (2000, 1, 2.0, 2)
    ]


def test_nothing_left_gives_an_empty_frame() -> None:
    for by_theme in (False, True):
        tones = tie_tone(themes="nuclear", by_theme=by_theme, milestones=MILESTONES)
        assert tones.empty
        assert {"year", "events", "mean"} <= set(tones.columns)


def test_tone_of_the_record() -> None:
    tones = tie_tone()
    assert tones["events"].sum() == len(datasets.load("milestones")) == 396
    assert list(tones["year"]) == list(range(1945, 2027))
    by_theme = tie_tone(by_theme=True)
    assert by_theme["events"].sum() == 396
    assert by_theme["sum"].sum() == tones["sum"].sum()
    until_2021 = by_theme[by_theme["year"] <= 2021].groupby("theme")["events"].sum()
    assert until_2021["diplomacy"] == 50
    assert until_2021["human_rights"] == 5
    assert tones[tones["year"] <= 2021]["events"].sum() == 180
    # Serious strain belongs to the past: the record holds none from 2022 on.
    assert tones[tones["year"] >= 2022]["tone_m2"].sum() == 0
