"""A table knows its keys and its rows."""

from tests.validators.building import table


def test_a_key_of_one_column_is_the_value_itself() -> None:
    made = table("eras", {"id": "a"}, {"id": "b"}, {"id": "a"})
    assert list(made.keys) == ["a", "b", "a"]
    assert made.index == {"a": 0, "b": 1}


def test_a_key_of_several_columns_is_a_tuple() -> None:
    made = table("ga_key_votes", {"resolution_id": "r", "iso3": "RUS"})
    assert list(made.keys) == [("r", "RUS")]


def test_rows_carry_their_index() -> None:
    made = table("eras", {"id": "a", "start": "1945"}, {"id": "b", "start": "1953"})
    assert list(made.rows("id", "start")) == [(0, "a", 1945), (1, "b", 1953)]
    assert len(made) == 2
