import pandas as pd
import pytest

from dashboard.charts.figure import Figure
from dashboard.charts.reactions.stance_bars import COUNTS, stance_bars
from dashboard.charts.stances import BY_CODE, CLASSES
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole

#: label, −2, −1, 0, 1, 2, no statement, parties, mean
_ROWS = (
    ("Talkers", 2, 1, 1, 0, 0, 0, 0, -1.25),
    ("Silent", 0, 0, 0, 0, 0, 10, 0, None),
    ("Opposed", 3, 0, 0, 0, 0, 1, 1, -2.0),
)
COUNTED = pd.DataFrame(
    [(*row[:1], "2024-10-18", *row[1:]) for row in _ROWS],
    columns=["label", "date", *COUNTS.values(), "mean"],
).astype({**dict.fromkeys(COUNTS.values(), "Int64"), "mean": "Float64"})


def _bars(frame: pd.DataFrame = COUNTED, by_mean: bool = True) -> Figure:
    return stance_bars(frame, title="Groups", heading="Group", by_mean=by_mean)


def test_most_opposed_first_and_the_silent_last() -> None:
    figure = whole(unchanged(_bars, COUNTED))
    assert figure.table["row"].tolist() == ["Opposed", "Talkers", "Silent"]
    assert _bars(by_mean=False).table["row"].tolist() == COUNTED["label"].tolist()


def test_every_bar_is_whole_and_bars_equal_the_table() -> None:
    figure = _bars()
    sums = [0.0] * len(figure.table)
    for trace in figure.data:
        (each,) = [c for c in CLASSES if trace["name"] in {c.label, c.signed}]
        counts = figure.table[COUNTS[each.code]]
        for place, share in enumerate(trace["x"]):
            sums[place] += share
            members = figure.table["members"][place]
            assert share == pytest.approx(100 * counts[place] / members, abs=0.001)
            said = trace["text"][place].split(" ")[-1]
            assert said == (str(counts[place]) if counts[place] else "")
    assert sums == pytest.approx([100.0] * len(sums), abs=0.01)


def test_no_statement_has_a_pattern_and_parties_a_sign() -> None:
    traces = {trace["name"]: trace for trace in _bars().data}
    assert traces[BY_CODE["none"].label]["marker"]["pattern"]["shape"] == "/"
    party = traces[BY_CODE["party"].signed]
    assert "pattern" not in party["marker"]
    assert party["text"][0] == f"{BY_CODE['party'].sign} 1"


def test_means_stand_with_the_number_behind_them() -> None:
    said = [note["text"] for note in _bars().layout["annotations"]]
    assert said[:3] == ["−2.0 (3)", "−1.2 (4)", "–"]


def test_the_alternative_names_the_extremes() -> None:
    alt = _bars().alt
    assert "Most opposed: Opposed, mean −2.0." in alt
    assert "Most without a statement: Silent, 10 of 10 members." in alt


def test_one_row_and_nothing() -> None:
    assert len(whole(_bars(COUNTED.tail(1))).table) == 1
    silent = _bars(COUNTED.iloc[[1]])
    assert "No statement was found in any." in silent.alt
    nothing(_bars(COUNTED.head(0)))
