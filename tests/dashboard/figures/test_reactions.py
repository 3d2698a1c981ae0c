"""Figures of reactions on the real record: they agree with the measures and with each other."""

import pandas as pd
import pytest

import datasets
from dashboard.charts.figure import Figure
from dashboard.charts.reactions.stance_bars import COUNTS
from dashboard.charts.stances import BY_CODE, CLASSES, OWN, PARTY
from dashboard.figures.base import FigureSpec
from dashboard.figures.reactions import countries, frames
from dashboard.figures.reactions import events as figures
from dashboard.filters.reactions import FIRST_EVENT, PARAMS, group_options
from dashboard.navigation import EVERYWHERE
from dashboard.state.view import Filters, from_query
from datasets.measures import memberships_at, stance_by_group, stances

ALL = (*EVERYWHERE, *PARAMS)
TROOPS = "2024-10-troop-deployment"
TREATY = "2024-06-19-partnership-treaty"
VETO = "2024-03-28-panel-veto"


def filters(**query: str) -> Filters:
    read, ignored = from_query(ALL, query)
    assert ignored == ()
    return read


def built(spec: FigureSpec, **query: str) -> Figure:
    return spec.build(filters(**query).only(*spec.uses))


QUERIES: tuple[dict[str, str], ...] = (
    {},
    {"event": "-"},
    {"own": "1", "event": VETO},
    {"group": "ASEAN", "event": VETO},
    {"group": "MSMT", "event": TREATY},
    {"stance": "none.party"},
    {"stance": "-2", "group": "EU", "own": "1"},
    {"from": "2025", "themes": "military", "event": "-"},
    {"country": "JPN.NAM.RUS.VAT", "overlay": "1", "order": "mean", "area": "europe"},
    {"to": "1990"},
)


@pytest.mark.parametrize("query", QUERIES, ids=str)
@pytest.mark.parametrize("spec", figures.FIGURES, ids=lambda spec: spec.key)
def test_every_filter_gives_a_figure_or_says_what_to_widen(
    spec: FigureSpec, query: dict[str, str]
) -> None:
    figure = built(spec, **query)
    assert list(figure.table.columns) == list(figure.columns)
    assert figure.alt
    assert figure.empty == (len(figure.table) == 0)
    assert set(figure.sources) <= set(datasets.load("sources")["id"])
    assert figure.empty or "nan" not in f"{figure.title} {figure.alt}".lower().split()


@pytest.mark.parametrize("own", ["0", "1"])
@pytest.mark.parametrize("event", datasets.load("reaction_events")["event_id"])
def test_the_map_is_the_measure(event: str, own: str) -> None:
    table = built(figures.MAP, event=event, own=own).table
    held = stances(own_voice=own == "1")
    held = held[(held["event_id"] == event) & (held["actor_kind"] == "country")]
    reacted = held[~held["party"]]
    for each in CLASSES[:5]:
        drawn = (table["stance"] == each.signed).sum()
        assert drawn == (reacted["stance"] == int(each.code)).sum(), each.label
    assert (table["stance"] == PARTY.signed).sum() == held["party"].sum()
    assert len(table) == len(datasets.load("countries"))


def test_all_events_together_show_the_latest_of_each_country() -> None:
    table = built(figures.MAP, event="-").table.set_index("country")
    japan = stances()
    japan = japan[japan["actor"] == "JPN"].merge(
        datasets.load("reaction_events")[["event_id", "date", "title"]],
        on="event_id",
        suffixes=("", "_event"),
    )
    last = japan.sort_values("date_event").iloc[-1]
    assert table.loc["Japan", "event"] == last["title"]
    assert table.loc["Japan", "stance"] == BY_CODE[str(last["stance"])].signed


@pytest.mark.parametrize("event", [VETO, TREATY, TROOPS])
def test_groups_are_the_measure_with_members_as_of_the_event(event: str) -> None:
    figure = built(figures.GROUPS, event=event)
    measure = stance_by_group()
    measure = measure[measure["event_id"] == event].set_index("organisation")
    codes = {label: code for code, label in group_options()}
    assert len(figure.table) == len(measure) > 10
    for row in figure.table.to_dict("records"):
        expected = measure.loc[codes[row["row"]]]
        assert {name: row[name] for name in COUNTS.values()} == {
            name: expected[name] for name in COUNTS.values()
        }
        assert row["members"] == sum(row[name] for name in COUNTS.values())


def test_a_group_is_absent_before_it_was_founded_and_the_note_says_so() -> None:
    before, after = (built(figures.GROUPS, event=event) for event in (TREATY, TROOPS))
    assert "MSMT" not in before.table["row"].tolist()
    assert before.notes[0] == "Without members on that date: MSMT."
    assert "MSMT" in after.table["row"].tolist()


def test_the_non_aligned_are_never_namibia() -> None:
    names = frames.names()
    assert names["country", "NAM"] == "Namibia"
    assert names["organisation", "NAM"] != "Namibia"
    assert frames.group_name("NAM") == names["organisation", "NAM"]
    rows = pd.DataFrame({"actor": ["NAM", "NAM"], "actor_kind": ["country", "organisation"]})
    assert frames.named(rows)["name"].tolist()[0] == "Namibia"
    assert frames.named(rows)["name"].tolist()[1] != "Namibia"
    chosen = frames.texts(filters(group="NAM", event="-"))
    assert "Namibia" not in chosen["name"].tolist()
    members = frames.members(frames.events_in(filters()), "NAM")
    assert members["actor"].nunique() > 100


def test_cells_before_accession_are_left_out_of_the_matrix() -> None:
    cells = built(figures.MATRIX, group="BRICS").table
    indonesia = set(cells.loc[cells["actor"] == "Indonesia", "event_date"])
    assert indonesia
    assert min(indonesia) >= "2025-01-06"
    brazil = cells[cells["actor"] == "Brazil"]
    assert len(brazil) == len(datasets.load("reaction_events"))
    assert any("not a member" in note for note in built(figures.MATRIX, group="BRICS").notes)


def test_the_matrix_is_the_measure() -> None:
    table = built(figures.MATRIX).table
    held = stances()
    assert (table["stance"] != BY_CODE["none"].signed).sum() == len(held)
    assert (table["own"] == "yes").sum() == held["basis"].isin(OWN).sum()
    row = table[(table["actor"] == "China") & (table["event"].str.startswith("Treaty on"))]
    assert row["stance"].tolist() == [BY_CODE["1"].signed]


def test_a_large_group_is_told_without_its_silent_members() -> None:
    figure = built(figures.MATRIX, group="NAM")
    found = frames.texts(filters(group="NAM", event="-"))
    assert figure.table["actor"].nunique() < 40
    assert set(found["name"]) <= set(figure.table["actor"])
    assert "further members are not listed" in figure.notes[0]


def test_one_group_over_time_follows_its_membership() -> None:
    figure = built(figures.GROUP, group="NATO")
    members = dict(zip(figure.table["row"], figure.table["members"], strict=True))
    dates = datasets.load("reaction_events").set_index("title")["date"]
    for title, count in members.items():
        seats = memberships_at([dates[title]])
        assert count == (seats["organisation"] == "NATO").sum()
    assert set(members.values()) == {31, 32}


def test_reasons_count_actors_once() -> None:
    figure = built(figures.REASONS, event=TROOPS)
    rows = frames.texts(filters(event=TROOPS))
    rows = rows[~rows["party"]]
    for line in figure.table.to_dict("records"):
        giving = rows[[line["reason"] in cell for cell in rows["reasons_words"]]]
        assert line["actors"] == giving["actor"].nunique()
        spoke = giving[giving["basis"].isin(OWN)]
        assert line["own"] == spoke["actor"].nunique()
        assert line["own"] + line["shared"] == line["actors"]


def test_shared_texts_have_the_signatories_of_their_table() -> None:
    figure = built(figures.TEXTS, event="-")
    texts = datasets.load("joint_statements")
    assert len(figure.table) == len(texts)
    assert figure.table["signatories"].sum() == texts["countries"].map(len).sum()
    ours = built(figures.TEXTS, event="-", group="QUAD").table
    assert 0 < len(ours) < len(texts)


def test_japan_moved_from_concern_to_condemnation() -> None:
    table = built(countries.HISTORY, country="JPN").table
    found = table[table["stance"] != BY_CODE["none"].label]
    early = found[found["date"] < "2023-10"]
    late = found[found["date"] >= "2025-05"]
    assert set(early["stance"]) == {BY_CODE["-1"].signed}
    assert BY_CODE["-2"].signed in set(late["stance"])
    own = built(countries.HISTORY, country="JPN", own="1").table
    assert len(own[own["date"].notna()]) < len(found)


def test_the_profile_counts_every_text_and_every_event_without_one() -> None:
    table = built(countries.HISTORY, country="CHN").table
    rows = datasets.load("reactions")
    rows = rows[(rows["actor"] == "CHN") & (rows["actor_kind"] == "country")]
    assert table["date"].notna().sum() == len(rows)
    silent = set(datasets.load("reaction_events")["event_id"]) - set(rows["event_id"])
    assert table["date"].isna().sum() == len(silent) > 0


def test_votes_are_those_of_the_table() -> None:
    table = built(countries.VOTES, country="KOR").table
    cast = datasets.load("ga_key_votes")
    votes = cast[cast["iso3"] == "KOR"]["vote"].value_counts()
    drawn = table["vote"].value_counts()
    assert drawn["Yes"] == votes["yes"]
    assert drawn["Abstention"] == votes["abstain"]
    resolutions = datasets.load("ga_key_resolutions")
    without = (resolutions["adopted_by"] == "without_vote").sum()
    assert drawn["Adopted without a vote"] == without


def test_without_a_choice_those_who_spoke_most_are_compared() -> None:
    codes = countries.chosen(filters())
    assert len(codes) == 4
    assert not {"RUS", "PRK"} & set(codes)
    assert countries.chosen(filters(country="FRA")) == ("FRA",)


def test_texts_are_searched_by_what_they_say_and_who_speaks() -> None:
    found = frames.texts(filters(event="-", q="summons"))
    assert 0 < len(found) < 40
    everything = frames.texts(filters(event="-"))
    assert len(everything) == len(datasets.load("reactions"))
    assert len(frames.texts(filters(event="-", stance="party"))) == everything["party"].sum()
    one = everything["id"].iloc[0]
    assert frames.texts(filters(event="-", record=one))["id"].tolist() == [one]


def test_the_page_opens_on_the_event_with_most_reactions() -> None:
    counts = datasets.load("reactions")["event_id"].value_counts()
    assert counts.idxmax() == FIRST_EVENT


def test_an_event_outside_the_period_is_told_apart_from_no_event() -> None:
    assert "outside the period" in built(figures.MAP, themes="sanctions").alt
    assert "No event lies" in built(figures.MAP, to="1990").alt


def test_specs_are_unique_and_name_filters_of_the_page() -> None:
    keys = [spec.key for spec in figures.FIGURES]
    assert len(set(keys)) == len(keys)
    known = {param.key for param in ALL}
    assert all(set(spec.uses) <= known for spec in figures.FIGURES)
    assert {spec.page for spec in figures.FIGURES} == {"reactions"}
