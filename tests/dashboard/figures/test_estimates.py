"""Figures and lists of the Estimates page under the reader's filters."""

from typing import Any

import pytest

import datasets
from dashboard import cache
from dashboard.figures.estimates import (
    CONFLICTS,
    FIGURES,
    LISTS,
    OVER_TIME,
    RANGES,
    SIDE_BY_SIDE,
    STATEMENTS,
    chosen,
)
from dashboard.navigation import page
from dashboard.state.view import Filters, Years, defaults
from dashboard.words.caveats import caveats
from tests.dashboard.charts.reaction_samples import drawn
from validators.vocabulary import Quantity

START = defaults(page("estimates").all_params)


def _filters(**values: Any) -> Filters:
    return START.replace(**values)


def test_troops_are_shown_first_and_whole() -> None:
    rows = chosen(START)
    table = datasets.load("estimates")
    assert set(rows["id"]) == set(table.loc[table["quantity"] == "troops_deployed", "id"])


def test_each_filter_narrows() -> None:
    of_2024 = chosen(_filters(period=Years(2024, 2024)))
    assert set(of_2024["date"].str[:4]) == {"2024"}
    assert set(chosen(_filters(unit=("troops_sent",)))["unit"]) == {"troops_sent"}
    assert set(chosen(_filters(kind=("press",)))["claimant_kind"]) == {"press"}
    assert set(chosen(_filters(claimant=("USA",)))["claimant"]) == {"USA"}


def test_the_period_can_mean_the_time_covered() -> None:
    years = Years(2024, 2024)
    stated = chosen(_filters(period=years, unit=("troops_sent",)))
    covering = chosen(_filters(period=years, unit=("troops_sent",), when="covered"))
    assert set(stated["id"]) < set(covering["id"])
    assert (covering["period_start"].str[:4] <= "2024").all()


def test_bounds_set_from_wording_can_be_taken_away() -> None:
    whole = chosen(_filters(quantity="artillery_shells"))
    strict = chosen(_filters(quantity="artillery_shells", wording=False))
    derived = whole[whole["bound_from_wording"].astype(bool)]
    assert set(whole["id"]) - set(strict["id"]) == set(derived["id"])
    assert len(derived) == 2
    (caveat,) = caveats("estimates-derived-bounds")
    assert caveat in OVER_TIME.build(_filters(quantity="artillery_shells")).notes
    shown = OVER_TIME.build(_filters(quantity="artillery_shells", wording=False))
    assert caveat not in shown.notes


@pytest.mark.parametrize("quantity", [each.value for each in Quantity])
def test_every_quantity_is_drawn_with_its_known_conflicts(quantity: str) -> None:
    filters = _filters(quantity=quantity)
    ids = set(chosen(filters)["id"])
    for spec in FIGURES:
        figure = spec.build(filters.only(*spec.uses))
        marked = {code for trace in figure.data for code in trace.get("customdata", ())}
        assert marked == ids
        assert set(caveats(*CONFLICTS.get(quantity, ()))) <= set(figure.notes)
        assert set(figure.sources) <= set(cache.frame("sources")["id"])
        drawn(figure)
    for each in LISTS:
        assert set(each.build(filters.only(*each.uses)).rows["id"]) == ids


def test_known_conflicts_stand_first() -> None:
    figure = SIDE_BY_SIDE.build(_filters(quantity="casualties").only(*SIDE_BY_SIDE.uses))
    assert figure.notes[0] == caveats("estimates-killed-wounded")[0]


def test_the_range_of_troops_at_the_end_of_2024_names_who_gave_it() -> None:
    filters = _filters(period=Years(2024, 2024)).only(*RANGES.uses)
    listing = RANGES.build(filters)
    html = listing.render(listing.rows, cache.sources_by_id())
    start = html.index("Troops sent: 11,000 to 15,000")
    told = html[start : html.index("Troops present")]
    assert "3 statements by 3 claimants" in told
    assert "Lowest: Ukrainian government, 5 November 2024 (11,000 to 15,000)" in told
    assert "United States government, 16 December 2024 (more than 11,000)" in told
    assert "unit=troops_sent" in told


def test_lists_hold_the_rows_of_the_table_itself() -> None:
    listing = STATEMENTS.build(START.only(*STATEMENTS.uses))
    table = datasets.load("estimates").set_index("id")
    columns = [name for name in table.columns if name != "id"]
    shown = listing.rows.set_index("id")[columns]
    assert (
        shown.astype(object)
        .fillna("")
        .equals(table.loc[shown.index, columns].astype(object).fillna(""))
    )
    assert list(listing.rows["date"]) == sorted(listing.rows["date"], reverse=True)


def test_one_record_stands_alone() -> None:
    filters = _filters(record="shells-kor-mnd-2023-10", period=Years(1945, 1950))
    listing = STATEMENTS.build(filters.only(*STATEMENTS.uses))
    assert listing.rows["id"].tolist() == ["shells-kor-mnd-2023-10"]
    html = listing.render(listing.rows, cache.sources_by_id())
    assert "Bound set from wording" in html
    assert "?show=list&amp;record=shells-kor-mnd-2023-10" in html


def test_landmarks_stand_behind_when_asked() -> None:
    spec = OVER_TIME
    plain = spec.build(START.only(*spec.uses))
    with_events = spec.build(_filters(overlay=True).only(*spec.uses))
    assert len(with_events.data) == len(plain.data) + 1
    law = spec.build(_filters(overlay=True, themes=("law",)).only(*spec.uses))
    assert 0 < len(law.data[-1]["x"]) < len(with_events.data[-1]["x"])


def test_nothing_left_says_so() -> None:
    filters = _filters(period=Years(1945, 1950))
    for spec in FIGURES:
        assert spec.build(filters.only(*spec.uses)).empty
    assert all(each.build(filters.only(*each.uses)).rows.empty for each in LISTS)
