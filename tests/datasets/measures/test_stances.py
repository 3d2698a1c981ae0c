from typing import Any

import pandas as pd
import pytest

import datasets
from datasets.measures import reasons_given, stance_by_group, stance_history, stances
from tests.datasets.measures.made import cell, made, records


def text(actor: str, basis: str, stance: int, date: str, number: int = 1, **more: Any) -> Any:
    return {
        "id": f"r-{actor.lower()}-{number}",
        "event_id": "e1",
        "actor": actor,
        "actor_kind": "country",
        "basis": basis,
        "stance": stance,
        "date": date,
        "source_ids": (f"s-{number}",),
        **more,
    }


def of(*rows: Any, own_voice: bool = False) -> pd.DataFrame:
    return stances(reactions=made("reactions", *rows), own_voice=own_voice)


def test_own_voice_stands_before_stronger_shared_texts() -> None:
    result = of(
        text("FRA", "joint_statement", -2, "2024-06-02", 1),
        text("FRA", "eu_statement", -2, "2024-06-03", 2),
        text("FRA", "un_meeting", -1, "2024-06-01", 3),
    )
    assert records(result, "actor", "stance", "tier", "basis", "texts", "source_ids") == [
        ("FRA", -1, 1, "un_meeting", 3, ("s-3",))
    ]


def test_joint_statement_stands_before_texts_of_organisations() -> None:
    result = of(
        text("FRA", "nato_declaration", -2, "2024-06-02", 1),
        text("FRA", "g7_statement", -2, "2024-06-02", 2),
        text("FRA", "joint_statement", 0, "2024-06-01", 3),
    )
    assert records(result, "stance", "tier") == [(0, 2)]


def test_the_strongest_value_decides_within_a_tier() -> None:
    result = of(
        text("FRA", "individual", -1, "2024-06-09", 1),
        text("FRA", "un_meeting", -2, "2024-06-01", 2),
        text("FRA", "individual", 1, "2024-06-10", 3),
    )
    assert records(result, "stance", "reaction_id") == [(-2, "r-fra-2")]


@pytest.mark.parametrize(("later", "stance"), [("2024-06-10", 2), ("2024-06", -2)])
def test_the_latest_date_breaks_a_tie(later: str, stance: int) -> None:
    # A date known to the month counts as its first day.
    result = of(
        text("FRA", "individual", -2, "2024-06-09", 1),
        text("FRA", "individual", 2, later, 2),
    )
    assert records(result, "stance") == [(stance,)]


def test_own_voice_alone_leaves_out_those_who_only_signed() -> None:
    rows = (
        text("FRA", "individual", -1, "2024-06-01"),
        text("ITA", "eu_statement", -2, "2024-06-01"),
    )
    assert records(of(*rows, own_voice=True), "actor", "texts") == [("FRA", 1)]
    assert list(of(*rows)["actor"]) == ["FRA", "ITA"]


def test_parties_are_marked() -> None:
    result = of(*(text(a, "individual", 2, "2024-06-01") for a in ("PRK", "RUS", "BLR")))
    assert records(result, "actor", "party") == [("BLR", False), ("PRK", True), ("RUS", True)]


def test_no_reaction_gives_no_row() -> None:
    assert of().empty


COUNTRIES = made(
    "countries",
    {"iso3": "FRA", "member_of": ("NATO", "G7")},
    {"iso3": "SWE", "member_of": ("NATO",)},
    {"iso3": "RUS", "member_of": ("BRICS",)},
    {"iso3": "CHN", "member_of": ("BRICS",)},
    {"iso3": "SAU", "member_of": ()},
    {"iso3": "ARM", "member_of": ("CSTO",)},
)
CHANGES = made(
    "membership_changes",
    {"iso3": "SWE", "organisation": "NATO", "date": "2024-03-07", "change": "joined"},
    {"iso3": "SAU", "organisation": "BRICS", "date": "2024-01-01", "change": "invited"},
    {"iso3": "ARM", "organisation": "CSTO", "date": "2024-02", "change": "participation_frozen"},
)
EVENTS = made(
    "reaction_events",
    {"event_id": "e0", "date": "2023-09-13", "title": "Summit", "theme": "diplomacy"},
    {"event_id": "e1", "date": "2024-06-19", "title": "Treaty", "theme": "law"},
)
REACTIONS = made(
    "reactions",
    text("FRA", "individual", -2, "2024-06-20"),
    text("RUS", "individual", 2, "2024-06-20"),
    text("CHN", "individual", 1, "2024-06-20"),
)


def groups(*names: str) -> pd.DataFrame:
    return stance_by_group(
        names or None, reactions=REACTIONS, events=EVENTS, countries=COUNTRIES, changes=CHANGES
    )


def test_members_are_those_of_the_day_of_the_event() -> None:
    assert records(groups("NATO"), "event_id", "members", "stated", "no_statement", "mean") == [
        ("e0", 1, 0, 1, None),
        ("e1", 2, 1, 1, -2.0),
    ]


def test_parties_stay_out_of_groups_and_invited_states_too() -> None:
    treaty = groups("BRICS").query("event_id == 'e1'")
    assert records(treaty, "members", "parties", "stance_p1", "stance_p2", "mean") == [
        (1, 1, 1, 0, 1.0)
    ]


def test_each_member_counts_in_one_class() -> None:
    classes = [f"stance_{name}" for name in ("m2", "m1", "0", "p1", "p2")]
    treaty = groups("NATO", "BRICS").query("event_id == 'e1'")
    assert records(treaty, "organisation", *classes, "stated", "stated_share") == [
        ("BRICS", 0, 0, 0, 1, 0, 1, 100.0),
        ("NATO", 1, 0, 0, 0, 0, 1, 50.0),
    ]


def test_frozen_participation_is_membership() -> None:
    assert records(groups("CSTO"), "members") == [(1,), (1,)]


def test_all_groups_are_shown_unless_named() -> None:
    assert set(groups()["organisation"]) == {"BRICS", "CSTO", "G7", "NATO"}


def test_history_shows_events_without_a_statement_as_missing() -> None:
    history = stance_history("FRA", reactions=REACTIONS, events=EVENTS)
    assert records(history, "event_title", "stance", "texts", "source_ids") == [
        ("Summit", None, 0, ()),
        ("Treaty", -2, 1, ("s-1",)),
    ]


def test_reasons_count_a_shared_text_once() -> None:
    reactions = made(
        "reactions",
        text("FRA", "joint_statement", -2, "2024-06-20", 1, joint_id="j1"),
        text("ITA", "joint_statement", -2, "2024-06-20", 2, joint_id="j1"),
        text("FRA", "individual", -2, "2024-06-21", 3),
        text("RUS", "individual", 2, "2024-06-21", 4),
    )
    reasons = made(
        "reaction_reasons",
        {"reaction_id": "r-fra-1", "reason": "ukraine_war"},
        {"reaction_id": "r-ita-2", "reason": "ukraine_war"},
        {"reaction_id": "r-fra-3", "reason": "ukraine_war"},
        {"reaction_id": "r-fra-3", "reason": "arms_transfer"},
        {"reaction_id": "r-rus-4", "reason": "sovereignty_right"},
    )
    given = reasons_given(reasons=reasons, reactions=reactions)
    assert records(given, "reason", "texts", "actors", "rows") == [
        ("ukraine_war", 2, 2, 3),
        ("arms_transfer", 1, 1, 1),
    ]
    with_parties = reasons_given(reasons=reasons, reactions=reactions, parties=True)
    assert "sovereignty_right" in set(with_parties["reason"])
    own = reasons_given("actor", own_voice=True, reasons=reasons, reactions=reactions)
    assert records(own, "group", "reason") == [("FRA", "ukraine_war"), ("FRA", "arms_transfer")]
    assert reasons_given(event_id="other", reasons=reasons, reactions=reactions).empty


def test_stances_of_the_record() -> None:
    found = stances()
    countries = found[found["actor_kind"] == "country"]
    own = stances(own_voice=True)
    assert len(countries) == 354
    assert (own["actor_kind"] == "country").sum() == 109
    assert own.loc[own["actor_kind"] == "country", "actor"].nunique() == 31
    assert not found.duplicated(["event_id", "actor"]).any()
    assert found["texts"].sum() == len(datasets.load("reactions"))
    parties = found[found["party"]]
    assert set(parties["stance"]) == {2}
    china = stance_history("CHN").set_index("event_id")["stance"]
    assert china["2024-06-19-partnership-treaty"] == 1
    assert china["2024-10-troop-deployment"] == 0
    assert pd.isna(china["2024-10-16-msmt"])
    belarus = stance_history("BLR").set_index("event_id")["stance"]
    assert belarus["2023-09-13-vostochny-summit"] == 2
    assert belarus["2024-10-troop-deployment"] == 0


def test_groups_of_the_record() -> None:
    sizes = stance_by_group().set_index(["organisation", "event_id"])
    assert cell(sizes, ("NATO", "2023-09-13-vostochny-summit"), "members") == 31
    assert cell(sizes, ("NATO", "2024-06-19-partnership-treaty"), "members") == 32
    assert cell(sizes, ("BRICS", "2023-09-13-vostochny-summit"), "members") == 4
    assert cell(sizes, ("BRICS", "2024-06-19-partnership-treaty"), "members") == 8
    assert cell(sizes, ("ASEAN", "2025-10-23-kursk-memorial"), "members") == 10
    assert cell(sizes, ("MSMT", "2024-10-16-msmt"), "members") == 11
    assert ("MSMT", "2024-06-19-partnership-treaty") not in sizes.index
    assert cell(sizes, ("EU", "2024-06-19-partnership-treaty"), "stance_m1") > 0
    assert (sizes["stated"] <= sizes["members"]).all()
    assert (sizes["stated"] + sizes["no_statement"] == sizes["members"]).all()
