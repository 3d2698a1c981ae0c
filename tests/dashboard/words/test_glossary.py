import pytest

from dashboard.words.glossary import explained, term


def test_a_term_has_its_definition() -> None:
    assert term("splice").startswith("A series built from two others")
    with pytest.raises(KeyError):
        term("no-such-term")


def test_terms_are_explained_by_name_and_definition_in_the_order_asked_for() -> None:
    said = explained("vintage", "hs-section")
    assert [words.partition(":")[0] for words in said] == ["Vintage", "HS section"]
    assert said[0].endswith(term("vintage"))
    assert explained() == ()
