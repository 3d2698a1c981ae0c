import pandas as pd
import pytest

from dashboard.lookup.events import milestone_rows
from dashboard.lookup.related import PARTIES, SAME_PLACE, SAME_WEEK, SHARED_ACTORS, related
from tests.dashboard.charts.milestones.samples import ONE, ROWS


def _reasons(record: str) -> dict[str, tuple[str, ...]]:
    found = related(ROWS, record)
    return dict(zip(found["id"], found["reasons"], strict=True))


def test_place_and_week_relate_and_the_two_parties_do_not() -> None:
    assert _reasons("treaty") == {"dispute": (SAME_PLACE, SAME_WEEK)}


def test_shared_actors_relate_and_are_named() -> None:
    assert _reasons("dispute") == {
        "treaty": (SAME_PLACE, SAME_WEEK),
        "talks": (SHARED_ACTORS,),
    }
    found = related(ROWS, "dispute").set_index("id")
    assert found.loc["talks", "shared_actors"] == ("CHN",)
    assert not PARTIES & {actor for cell in found["shared_actors"] for actor in cell}


def test_a_week_is_asked_of_days_alone() -> None:
    assert _reasons("plan") == {}
    assert SAME_WEEK not in {reason for cell in _reasons("talks").values() for reason in cell}


def test_distance_is_counted_from_end_to_beginning() -> None:
    found = related(ROWS, "treaty").set_index("id")
    assert found.loc["dispute", "days"] == 4
    seven = ROWS.assign(date=ROWS["date"].replace({"1961-07-10": "1961-07-13"}), date_end=None)
    seven = seven.astype({"date_end": "str"})
    reasons = related(seven, "treaty").set_index("id").loc["dispute", "reasons"]
    assert reasons == (SAME_PLACE,)


def test_more_reasons_come_first_then_the_nearer() -> None:
    found = related(milestone_rows(), "1961-07-06-friendship-treaty")
    order = [
        (-len(reasons), days) for reasons, days in zip(found["reasons"], found["days"], strict=True)
    ]
    assert len(order) > 20
    assert order == sorted(order)


def test_it_relates_both_ways_and_never_to_itself() -> None:
    rows = milestone_rows()
    ids = rows["id"].iloc[::40].tolist()
    for record in ids:
        found = related(rows, record)
        assert record not in set(found["id"])
        for other in found["id"].head(2):
            assert record in set(related(rows, other)["id"])


def test_alone_there_is_nothing_and_unknown_is_refused() -> None:
    assert related(ONE, "treaty").empty
    with pytest.raises(KeyError):
        related(ROWS, "no-such-milestone")


def test_the_frame_stays_as_it_is() -> None:
    before = ROWS.copy(deep=True)
    related(ROWS, "treaty")
    pd.testing.assert_frame_equal(ROWS, before)
