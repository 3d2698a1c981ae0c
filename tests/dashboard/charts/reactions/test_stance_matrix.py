import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.reactions.stance_matrix import stance_matrix
from dashboard.charts.stances import BY_CODE
from tests.dashboard.charts.reaction_samples import EVENTS, HELD, nothing, unchanged, whole

TITLE = "Stances event by event"
ACTORS = pd.DataFrame(
    [
        ("NAM", "country", "Namibia", "Africa", "Africa"),
        ("SMR", "country", "San Marino", "Europe", "Europe"),
        ("JPN", "country", "Japan", "Europe", "Europe"),
        ("NAM", "organisation", "Non-Aligned", "Organisations", "Organisations"),
        ("RUS", "country", "Russia", "Parties", "Europe"),
    ],
    columns=["actor", "actor_kind", "name", "section", "region"],
).assign(is_party=[False, False, False, False, True])


def _matrix(**options: object) -> Figure:
    return stance_matrix(HELD, EVENTS, ACTORS, title=TITLE, **options)  # type: ignore[arg-type]


def _marks(figure: Figure) -> dict[tuple[str, str], str]:
    """Class of each cell that carries a mark, by row and event."""
    return {
        (row, event): trace["name"]
        for trace in figure.data
        if trace["type"] == "scatter" and trace.get("customdata")
        for row, event in zip(trace["y"], trace["x"], strict=True)
    }


def test_marks_fills_and_table_hold_the_same_stances() -> None:
    figure = whole(unchanged(_matrix, HELD, EVENTS, ACTORS))
    marks = _marks(figure)
    assert len(marks) == len(figure.table) == len(ACTORS) * len(EVENTS)
    table = {
        (actor, event): stance
        for actor, event, stance in zip(
            figure.table["actor"], figure.table["event"], figure.table["stance"], strict=True
        )
    }
    signed = {each.label: each.signed for each in BY_CODE.values()}
    assert {cell: signed[name] for cell, name in marks.items()} == table
    fill = figure.data[0]
    filled = {
        (row, event)
        for row, line in zip(fill["y"], fill["z"], strict=True)
        for event, value in zip(fill["x"], line, strict=True)
        if value is not None
    }
    none = BY_CODE["none"].label
    assert filled == {cell for cell, name in marks.items() if name != none}


def test_a_country_and_an_organisation_of_one_code_stay_apart() -> None:
    marks = _marks(_matrix())
    treaty = EVENTS["title"][1]
    assert marks["Namibia", treaty] == BY_CODE["none"].label
    assert marks["Non-Aligned", treaty] == BY_CODE["1"].label


def test_parties_are_no_stance() -> None:
    assert _marks(_matrix())["Russia", EVENTS["title"][1]] == BY_CODE["party"].label


def test_rows_stand_under_their_headings_the_most_opposed_first() -> None:
    rows = _matrix().layout["yaxis"]["categoryarray"]
    assert rows == [
        "<b>Africa</b>",
        "Namibia",
        "<b>Europe</b>",
        "Japan",
        "San Marino",
        "<b>Organisations</b>",
        "Non-Aligned",
        "<b>Parties</b>",
        "Russia",
    ]


def test_by_mean_all_countries_stand_together_and_parties_apart() -> None:
    rows = _matrix(by_mean=True).layout["yaxis"]["categoryarray"]
    assert rows[1:4] == ["Japan", "San Marino", "Namibia"]
    assert rows[-2:] == ["<b>Parties</b>", "Russia"]


def test_own_voice_is_ringed_and_said() -> None:
    figure = _matrix()
    (concerned,) = [t for t in figure.data if t.get("name") == BY_CODE["-1"].label]
    assert concerned["marker"]["line"]["width"] == [1.75]
    (condemns,) = [t for t in figure.data if t.get("name") == BY_CODE["-2"].label]
    assert condemns["marker"]["line"]["width"] == [0]
    own = figure.table.set_index(["actor", "event"])["own"]
    assert own["Japan", "A visit"] == "yes"
    assert own["Japan", EVENTS["title"][1]] == "no"
    assert own["San Marino", "A visit"] == ""


def test_what_does_not_apply_is_blank_not_missing() -> None:
    figure = _matrix(outside={("visit", "SMR")})
    assert ("San Marino", "A visit") not in _marks(figure)
    assert len(figure.table) == len(ACTORS) * len(EVENTS) - 1
    assert "blank" in figure.alt


def test_every_class_shown_is_in_the_legend() -> None:
    figure = _matrix()
    legend = {t["name"] for t in figure.data if t["type"] == "scatter" and t["x"] == [None]}
    assert BY_CODE["none"].label in legend
    assert BY_CODE["-2"].signed in legend
    assert "Ring: own voice" in legend


def test_one_row_and_nothing() -> None:
    one = stance_matrix(HELD, EVENTS.tail(1), ACTORS.iloc[[2]], title=TITLE)
    assert len(whole(one).table) == 1
    nothing(stance_matrix(HELD.head(0), EVENTS, ACTORS, title=TITLE))
    nothing(stance_matrix(HELD, EVENTS.head(0), ACTORS, title=TITLE))
    nothing(stance_matrix(HELD, EVENTS, ACTORS.head(0), title=TITLE))
