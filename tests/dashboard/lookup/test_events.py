from typing import Any

import pandas as pd
import pytest

import datasets
from dashboard.lookup.events import SEARCHED, milestone_index, milestone_rows
from dashboard.lookup.search import matching, search_index
from dashboard.words.names import actor_names, known_names
from tests.dashboard.charts.milestones.samples import ROWS, TABLE


def _row(record: str) -> "pd.Series[Any]":
    return ROWS[ROWS["id"] == record].iloc[0]


def test_codes_become_words() -> None:
    talks = _row("talks")
    assert talks["actor_names"] == ("Soviet Union", "China")
    assert talks["place"] == "Rason zone (north)"
    assert talks["tone_label"] == "Serious strain"
    assert talks["significance_label"] == "Notable"
    assert talks["verified_label"] == "Verified"
    assert _row("bridge")["actor_names"] == ("Russia", "North Korea")
    assert _row("bridge")["themes_other_labels"] == ("Law",)


def test_dates_become_days_and_words() -> None:
    assert tuple(_row("talks")[["start", "end", "date_words"]]) == (
        "1990-09-01",
        "1990-09-30",
        "September 1990",
    )
    assert tuple(_row("dispute")[["start", "end", "date_words"]]) == (
        "1961-07-10",
        "1961-07-12",
        "10–12 July 1961",
    )


def test_a_milestone_without_a_place_has_no_point() -> None:
    assert _row("plan")[["place", "lat", "lon"]].isna().all()


def test_the_table_stays_as_it_is_and_every_row_is_told() -> None:
    assert list(TABLE.columns) == list(ROWS.columns)[: len(TABLE.columns)]
    told = milestone_rows()
    assert told["id"].tolist() == datasets.load("milestones")["id"].tolist()
    words = ("date_words", "theme_label", "tone_label", "significance_label", "verified_label")
    assert told[list(words)].notna().all().all()
    codes = {code for cell in told["actors"] for code in cell}
    assert codes <= set(known_names())


def test_a_country_names_before_an_organisation_of_the_same_code() -> None:
    frames = {
        "organisations": pd.DataFrame({"code": ["NAM"], "short_name": ["Non-Aligned"]}),
        "countries": pd.DataFrame({"iso3": ["NAM"], "name": ["Namibia"]}),
    }
    assert actor_names(frames) == {"NAM": "Namibia"}
    assert actor_names({}) == {}


@pytest.mark.parametrize(
    "spellings",
    [
        ("Rajin", "Najin", "라진", "Раджин", "RAJIN"),
        ("Kim Jong Un", "Kim Jong-un", "kim jong-eun", "김정은", "Ким Чен Ын"),
        ("Pyongyang", "P'yŏngyang", "Пхеньян", "평양", "pyongyang"),
        ("Khrushchev", "Хрущёв", "흐루쇼프"),
    ],
)
def test_every_spelling_of_a_name_finds_the_milestones_that_write_it(
    spellings: tuple[str, ...],
) -> None:
    rows, index = milestone_rows(), milestone_index()["text"]
    written = rows[(rows["title"] + " " + rows["summary"]).str.contains(spellings[0])]
    assert len(written) > 2
    for spelling in spellings:
        assert set(written["id"]) <= set(matching(rows, index, spelling)["id"]), spelling


def test_a_possessive_is_the_name() -> None:
    rows = pd.DataFrame({"title": ["Pyongyang's view", "Pyongyang"]})
    index = search_index(rows, ["title"])
    assert len(matching(rows, index, "pyongyang’s")) == 2


def test_an_acronym_is_not_found_inside_a_name() -> None:
    rows = pd.DataFrame({"title": ["Kim Jong Un travels", "Vote in the UN", "Unrest"]})
    aliases = pd.DataFrame({"alias": ["UN", "ООН"], "canonical": ["United Nations"] * 2})
    index = search_index(rows, ["title"], aliases)
    assert matching(rows, index, "united nations")["title"].tolist() == ["Vote in the UN"]
    assert matching(rows, index, "оон")["title"].tolist() == ["Vote in the UN"]


def test_search_looks_at_places_actors_and_dates_as_well() -> None:
    index = search_index(ROWS, SEARCHED)
    assert matching(ROWS, index, "moscow")["id"].tolist() == ["treaty", "dispute"]
    assert matching(ROWS, index, "september 1990")["id"].tolist() == ["talks"]
    assert matching(ROWS, index, "soviet china")["id"].tolist() == ["dispute", "talks"]
