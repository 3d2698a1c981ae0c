"""One or several codes in the address and in words."""

import pytest

from dashboard.state.choices import Choice, Choices

OPTIONS = (("cow-trade-4", "Correlates of War"), ("kotra", "KOTRA"), ("un", "UN Comtrade"))


def test_a_choice_knows_its_codes() -> None:
    series = Choice("series", "Series", options=OPTIONS)
    assert series.initial == "cow-trade-4"
    assert series.read({"series": ["kotra"]}) == ("kotra", ())
    for bad in ("KOTRA", "", "-", "kotra.un"):
        value, ignored = series.read({"series": [bad]})
        assert value == "cow-trade-4"
        assert ignored[0].why == "is not a known series"


def test_no_restriction_can_be_the_default_or_be_chosen() -> None:
    free = Choice("series", "Series", options=OPTIONS, blank="All series")
    assert free.initial == ""
    assert free.words("") == ""
    bound = Choice("series", "Series", options=OPTIONS, default="un", blank="All series")
    assert bound.write("") == {"series": "-"}
    assert bound.read({"series": ["-"]}) == ("", ())


def test_a_choice_without_options_stays_silent() -> None:
    empty = Choice("series", "Series", options=lambda: ())
    assert empty.initial == ""
    assert empty.write("") == {}
    assert empty.read({"series": ["un"]})[0] == ""


def test_several_codes_keep_the_order_of_display() -> None:
    series = Choices("series", "Series", options=OPTIONS)
    assert series.read({"series": ["un.kotra.un"]}) == (("kotra", "un"), ())
    assert series.read({"series": ["un", "kotra"]}) == (("kotra", "un"), ())


def test_each_unknown_code_is_named() -> None:
    value, ignored = Choices("series", "Series", options=OPTIONS).read({"series": ["x.un.y"]})
    assert value == ("un",)
    assert [part.value for part in ignored] == ["x", "y"]


def test_a_default_choice_can_be_emptied() -> None:
    series = Choices("series", "Series", options=OPTIONS, default=("un", "gone"))
    assert series.initial == ("un",)
    assert series.write(()) == {"series": "-"}
    assert series.read({"series": ["-"]}) == ((), ())


def test_a_limited_choice_names_what_is_too_much() -> None:
    value, ignored = Choices("series", "Series", options=OPTIONS, most=2).read(
        {"series": ["un.kotra.cow-trade-4"]}
    )
    assert value == ("cow-trade-4", "kotra")
    assert [part.value for part in ignored] == ["un"]


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ((), "all of them"),
        (("a",), "letters: A"),
        (("a", "b"), "letters: A and B"),
        (tuple("abcde"), "letters: A, B, C, D and E"),
        (tuple("abcdefg"), "letters: A, B, C, D, E and 2 more"),
    ],
)
def test_long_lists_are_cut(codes: tuple[str, ...], words: str) -> None:
    options = tuple((code, code.upper()) for code in "abcdefg")
    letters = Choices("letters", "Letters", options=options, everything="all of them")
    assert letters.words(codes) == words


def test_a_limited_number_can_be_compared() -> None:
    few = Choices("series", "Series", options=OPTIONS, most=2)
    value, ignored = few.read({"series": ["un.kotra.cow-trade-4"]})
    assert value == ("cow-trade-4", "kotra")
    assert [(each.value, each.why) for each in ignored] == [
        ("un", "is left out: at most 2 series can be compared")
    ]
    assert few.within(("un",)) == ("un",)
    assert Choices("series", "Series", options=OPTIONS).beyond(("un", "kotra")) == ()
