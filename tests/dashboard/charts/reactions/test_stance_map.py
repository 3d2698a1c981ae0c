import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.maps import DISCLAIMER, NOTHING
from dashboard.charts.reactions.stance_map import AREAS, stance_map
from dashboard.charts.stances import BY_CODE
from tests.dashboard.charts.reaction_samples import (
    COUNTRIES,
    ON_TREATY,
    nothing,
    unchanged,
    whole,
)

TITLE = "How countries reacted"


def _places(figure: Figure) -> dict[str, set[str]]:
    """Countries drawn, as shape or dot, by the label of their class."""
    drawn: dict[str, set[str]] = {}
    for trace in figure.data:
        drawn.setdefault(trace["name"], set()).update(trace["customdata"])
    return drawn


def test_each_country_stands_in_one_class_and_the_table_agrees() -> None:
    figure = whole(
        unchanged(lambda: stance_map(ON_TREATY, COUNTRIES, title=TITLE), ON_TREATY, COUNTRIES)
    )
    assert _places(figure) == {
        f"{BY_CODE['-2'].signed} (1)": {"JPN"},
        f"{BY_CODE['0'].signed} (1)": {"SMR"},
        f"{BY_CODE['none'].signed} (2)": {"NAM", "BRA"},
        f"{BY_CODE['party'].signed} (1)": {"RUS"},
    }
    table = dict(zip(figure.table["country"], figure.table["stance"], strict=True))
    assert table == {
        "Japan": BY_CODE["-2"].signed,
        "San Marino": BY_CODE["0"].signed,
        "Brazil": BY_CODE["none"].signed,
        "Namibia": BY_CODE["none"].signed,
        "Russia": BY_CODE["party"].signed,
    }
    assert figure.notes[-1] == DISCLAIMER


def test_an_organisation_never_colours_a_country_of_the_same_code() -> None:
    figure = stance_map(ON_TREATY, COUNTRIES, title=TITLE)
    table = figure.table.set_index("country")
    assert table.loc["Namibia", "stance"] == BY_CODE["none"].signed
    assert "nam-treaty" not in figure.sources


def test_no_statement_is_hatched_and_never_neutral() -> None:
    figure = stance_map(ON_TREATY, COUNTRIES, title=TITLE)
    (silent,) = [t for t in figure.data if BY_CODE["none"].label in t["name"] and "z" in t]
    assert silent["colorscale"][0][1] == NOTHING
    assert "neutral: 1" in figure.alt
    assert "for 2 no statement was found" in figure.alt


def test_small_states_are_dots() -> None:
    dots = [t for t in stance_map(ON_TREATY, COUNTRIES, title=TITLE).data if "lat" in t]
    assert [list(trace["customdata"]) for trace in dots] == [["SMR"]]


def test_sources_of_the_drawn_countries_alone() -> None:
    figure = stance_map(ON_TREATY, COUNTRIES.head(1), title=TITLE)
    assert set(figure.sources) == {"jpn-treaty", "shared"}
    assert len(whole(figure).table) == 1


def test_chosen_classes_alone_are_drawn() -> None:
    figure = stance_map(ON_TREATY, COUNTRIES, title=TITLE, classes=("0", "none"))
    assert set(figure.table["stance"]) == {BY_CODE["0"].signed, BY_CODE["none"].signed}


@pytest.mark.parametrize("area", [area for area in AREAS if area])
def test_an_area_moves_the_map_and_keeps_the_table(area: str) -> None:
    world = stance_map(ON_TREATY, COUNTRIES, title=TITLE)
    part = whole(stance_map(ON_TREATY, COUNTRIES, title=TITLE, area=area))
    assert part.layout["geo"]["lonaxis"] != world.layout["geo"]["lonaxis"]
    assert part.layout["geo"]["fitbounds"] is False
    assert part.table.equals(world.table)


def test_nothing_is_said() -> None:
    figure = stance_map(ON_TREATY, COUNTRIES, title=TITLE, classes=("2",), message="Widen it.")
    assert nothing(figure).alt == "Widen it."
    nothing(stance_map(ON_TREATY.head(0), COUNTRIES.head(0), title=TITLE))
