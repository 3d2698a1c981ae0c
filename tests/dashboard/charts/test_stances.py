import pandas as pd

from dashboard.charts.stances import (
    BASES,
    CLASSES,
    NONE,
    OWN,
    PARTY,
    codes_of,
    counted,
    ranked_sources,
    with_most,
)
from dashboard.charts.theme import COLOURS
from validators.vocabulary import Basis, Stance


def test_every_stance_has_a_class_and_no_two_look_alike() -> None:
    assert [each.code for each in CLASSES[:5]] == [str(stance.value) for stance in Stance]
    assert CLASSES[5:] == (NONE, PARTY)
    for attribute in ("code", "label", "sign", "colour"):
        assert len({getattr(each, attribute) for each in CLASSES}) == len(CLASSES)


def _brightness(colour: str) -> float:
    """Relative luminance after WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_signs_can_be_read_on_their_colours() -> None:
    for each in CLASSES:
        fills, inks = COLOURS[each.colour[1:]], COLOURS[each.on[1:]]
        for fill, ink in zip(fills, inks, strict=True):
            low, high = sorted((_brightness(fill), _brightness(ink)))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (each.code, fill, ink)


def test_parties_and_missing_stances_are_no_stances() -> None:
    frame = pd.DataFrame(
        {
            "stance": pd.Series([-2, 2, None, None], dtype="Int64"),
            "party": pd.Series([False, True, None, True], dtype="boolean"),
        }
    )
    assert codes_of(frame) == ["-2", "party", "none", "party"]


def test_own_voice_is_what_the_vocabulary_says() -> None:
    assert {basis.value for basis in Basis if basis.own_voice} == OWN
    assert set(BASES) == {basis.value for basis in Basis}


def test_sources_come_once_and_the_most_used_first() -> None:
    assert ranked_sources([("a", "b"), ("b",), None]) == ("b", "a")
    assert ranked_sources([]) == ()


def test_numbers_take_their_noun() -> None:
    assert counted(1, "country", "countries") == "1 country"
    assert counted(0, "text") == "0 texts"
    assert counted(1200, "text") == "1,200 texts"


def test_the_first_of_several_greatest_counts() -> None:
    frame = pd.DataFrame({"name": ["a", "b", "c"], "value": pd.Series([1, 3, 3], dtype="Int64")})
    assert with_most(frame, frame["value"])["name"] == "b"
