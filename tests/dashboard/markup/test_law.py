"""Agreements, clauses, votes and decisions as HTML."""

from html.parser import HTMLParser

import pandas as pd

from dashboard.charts.rows import each
from dashboard.markup import agreements, united_nations
from tests.dashboard.charts.law_samples import spans

_NAMED = pd.DataFrame(
    {
        "id": ["one"],
        "title": ["A <b>text</b>"],
        "publisher": ["A & B"],
        "url": ["https://example.org/one"],
        "date": ["2024-06"],
        "kind": ["wire"],
    }
)
SOURCES = {str(row.id): row for row in _NAMED.itertuples()}

TREATIES = pd.DataFrame(
    {
        "id": ["old", "other", "new"],
        "title": ["Old treaty", "Treaty <of> others", "New treaty"],
        "signed": ["1961-07-06", "1961-07-11", "2024-06-19"],
        "comparison": [False, True, False],
    }
)
CLAUSES = pd.DataFrame(
    {
        "id": ["c1", "c2", "c3"],
        "treaty_id": ["old", "new", "new"],
        "article": pd.array(["1", "4", None], "str"),
        "topic": ["mutual_defence", "mutual_defence", "economy"],
        "summary": ["Help <at once>.", "Help under Article 51.", "Trade."],
        "verified": ["yes", "yes", "partial"],
        "note": pd.array([None, None, "number not confirmed"], "str"),
        "source_ids": [("one",), ("one", "gone"), ()],
    }
)


class _Tags(HTMLParser):
    """Checks that every tag is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def balanced(html: str) -> list[str]:
    """Names of the tags, after checking that they are balanced."""
    parser = _Tags()
    parser.feed(html)
    assert parser.open == []
    return parser.seen


def test_treaties_stand_side_by_side_by_topic() -> None:
    html = agreements.comparison_html(CLAUSES, TREATIES, SOURCES, "Compared")
    tags = balanced(html)
    assert tags.count("tr") == 3  # heading and two topics, none for topics without a clause
    assert tags.count("td") == 6
    assert html.index("Mutual defence") < html.index("Economy")
    assert html.count("No clause recorded") == 3
    assert html.count("For comparison") == 1
    assert "Article 4" in html
    assert "Article number not known" in html
    assert "Partly verified" in html
    assert "Help &lt;at once&gt;." in html
    assert "<of>" not in html
    assert 'href="https://example.org/one"' in html
    assert "Sources: none found" in html
    assert 'href="r/c2"' in html


def test_no_clause_at_all_leaves_the_heading() -> None:
    html = agreements.comparison_html(CLAUSES.head(0), TREATIES, SOURCES, "Compared")
    assert balanced(html).count("tr") == 1


def test_articles_have_names() -> None:
    names = [agreements.article_words(each) for each in ("4", "preamble", None, pd.NA)]
    unknown = "Article number not known"
    assert names == ["Article 4", "Preamble", unknown, unknown]


def test_an_agreement_says_what_is_known_of_its_validity() -> None:
    rows = spans().assign(summary="A & B.", clauses=2, notice="", status="in force")
    row = next(each(rows[rows["id"] == "treaty-new"]))
    html = agreements.agreement_item(row, SOURCES)
    balanced(html)
    assert "Mutual defence" in html
    assert "in force 4 December 2024; no end seen" in html
    assert "2 clauses recorded" in html
    assert 'href="r/treaty-new"' in html
    assert "A &amp; B." in html


def test_few_votes_are_listed_before_many() -> None:
    rows = pd.DataFrame(
        {"vote": ["yes", "yes", "no", "absent"], "name": ["Zambia", "Austria", "Rus<sia", "Togo"]}
    )
    html = united_nations.voters(rows)
    balanced(html)
    assert html.index("no: 1") < html.index("absent: 1") < html.index("yes: 2")
    assert html.index("Austria") < html.index("Zambia")
    assert "Rus&lt;sia" in html
    assert united_nations.voters(rows.head(0)).count("<li>") == 0


def test_the_tally_bar_is_as_long_as_its_votes() -> None:
    html = united_nations.tally_bar({"yes": 141, "no": 5, "absent": 0})
    balanced(html)
    assert "flex:141" in html
    assert "flex:5" in html
    assert "flex:0" not in html
    assert "members <b>146</b>" in html
    assert united_nations.tally_bar({}) == ""


def _decision(**values: object) -> object:
    known = {"votes_for": 13, "votes_against": 1, "abstentions": 1, "not_voting": 0}
    frame = pd.DataFrame([{**known, **values}]).astype("Int64")
    return next(frame.itertuples(index=False))


def test_a_tally_that_was_not_seen_is_said_to_be_so() -> None:
    assert united_nations.council_tally(_decision()) == "13 for, 1 against, 1 abstaining"
    assert united_nations.council_tally(_decision(votes_for=pd.NA)) == "Tally not seen"
    assert united_nations.council_tally(_decision(not_voting=2, abstentions=0)).endswith(
        "2 not voting"
    )


def _action(*counts: object) -> object:
    names = ["individuals", "entities", "vessels_aircraft"]
    frame = pd.DataFrame([dict(zip(names, counts, strict=True))]).astype("Int64")
    return next(frame.itertuples(index=False))


def test_counts_that_were_not_reported_are_not_zero() -> None:
    assert united_nations.count_words(_action(1, 3, 0)) == "Listed: 1 individual, 3 entities"
    partly = "Listed: 2 individuals, vessels and aircraft not reported"
    assert united_nations.count_words(_action(2, 0, pd.NA)) == partly
    assert united_nations.count_words(_action(pd.NA, pd.NA, pd.NA)) == "No counts reported"


def test_the_library_is_linked_where_a_record_is_known() -> None:
    assert "digitallibrary.un.org/record/3959039" in united_nations.library_link(3959039)
    assert united_nations.library_link(pd.NA) == ""
