import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.reactions.country_votes import WITHOUT_VOTE, country_votes
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

SPAN = ("2005-01-01", "2025-12-31")
VOTES = pd.DataFrame(
    [
        ("Japan", "2006-12-19", "dprk_human_rights", "yes", "no", "no"),
        ("Japan", "2013-12-18", "dprk_human_rights", WITHOUT_VOTE, None, None),
        ("Japan", "2022-03-02", "ukraine_war", "yes", "no", "no"),
        ("Mongolia", "2022-03-02", "ukraine_war", "abstain", "no", "no"),
        ("Palau", "2006-12-19", "dprk_human_rights", "nonmember", "no", "no"),
    ],
    columns=["country", "date", "topic", "vote", "russia", "dprk"],
).assign(symbol="A/RES/1/1", title="A resolution")
LABELS = {
    "Yes": "circle",
    "Abstention": "diamond",
    "Not a member": "line-ew-open",
    "Adopted without a vote": "line-ns-open",
}
VOTES["source_ids"] = pd.Series([("s",) for _ in VOTES.index], dtype="object")


def _votes(*names: str) -> Figure:
    return country_votes(VOTES, names, SPAN, title="Votes")


def test_marks_are_the_table_and_each_vote_has_its_shape() -> None:
    figure = whole(unchanged(lambda: _votes("Japan", "Mongolia", "Palau"), VOTES))
    shapes: list[tuple[str, str, str]] = []
    for trace in figure.data:
        if trace["x"] != [None]:
            country = trace["name"].split(",")[0]
            symbol = trace["marker"]["symbol"]
            shapes += [(country, date, symbol) for date in trace["x"]]
    table = figure.table
    assert sorted(shapes) == sorted(
        (country, date, LABELS[vote])
        for country, date, vote in zip(table["country"], table["date"], table["vote"], strict=True)
    )


def test_adoption_without_a_vote_is_no_vote() -> None:
    figure = _votes("Japan")
    assert "Japan: 2 recorded votes, the same as Russia in 0" in figure.alt
    assert figure.layout["annotations"][0]["text"].endswith("yes 2<b></b>")


def test_lanes_are_the_topics_found() -> None:
    assert _votes("Mongolia").layout["yaxis"]["categoryarray"] == ["War against Ukraine"]


def test_no_country_and_no_vote() -> None:
    nothing(_votes())
    nothing(_votes("Atlantis"))
