from typing import Any

import pandas as pd
import pytest

from datasets.measures import agreement_spans, mutual_defence_periods, treaties_in_force
from tests.datasets.measures.made import made, records


def of(*rows: dict[str, Any]) -> pd.DataFrame:
    shared = {"parties": ("RUS", "PRK"), "kind": "defence", "mutual_defence": False}
    return made("agreements", *({**shared, **row} for row in rows))


AGREEMENTS = of(
    {"id": "treaty-1", "signed": "1961-07-06", "ended": "1996", "mutual_defence": True},
    {"id": "agr-2", "signed": "1956-02", "parties": ("PRK", "RUS", "IAEA")},
    {"id": "treaty-3", "signed": "1961-07-11", "parties": ("CHN", "PRK"), "mutual_defence": True},
    {"id": "event-4", "signed": "1995-09"},
    {"id": "treaty-5", "signed": "2000-02-09", "in_force": "2000-10-30", "ended": "2024-12-04"},
    {"id": "decl-6", "signed": "2000-07-19", "in_force": "2000-07-19"},
)


def test_spans_start_with_force_or_signature_and_end_open_or_not() -> None:
    spans = agreement_spans(agreements=AGREEMENTS)
    assert records(spans, "id", "form", "start", "end", "start_basis", "open", "pair") == [
        ("agr-2", "agreement", "1956-02", None, "signed", True, True),
        ("treaty-1", "treaty", "1961-07-06", "1996", "signed", False, True),
        ("treaty-3", "treaty", "1961-07-11", None, "signed", True, False),
        ("event-4", "notice", "1995-09", None, "signed", True, True),
        ("decl-6", "declaration", "2000-07-19", None, "in force", True, True),
        ("treaty-5", "treaty", "2000-10-30", "2024-12-04", "in force", False, True),
    ]
    assert list(spans["start_uncertain"]) == [True, True, True, True, False, False]
    assert list(spans["end_uncertain"]) == [False, True, False, False, False, False]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1955-12-31", {}),
        ("1956-02-15", {"agr-2": "uncertain"}),
        ("1961-07-05", {"agr-2": "signed"}),
        ("1961-07-06", {"agr-2": "signed", "treaty-1": "signed"}),
        ("1996-03-01", {"agr-2": "signed", "treaty-1": "uncertain"}),
        ("1997-01-01", {"agr-2": "signed"}),
        ("2000-10-29", {"agr-2": "signed", "decl-6": "in force"}),
        ("2024-12-04", {"agr-2": "signed", "decl-6": "in force", "treaty-5": "in force"}),
        ("2024-12-05", {"agr-2": "signed", "decl-6": "in force"}),
        ("2000", {"agr-2": "signed", "decl-6": "in force", "treaty-5": "in force"}),
    ],
)
def test_in_force_on_a_day(date: str, expected: dict[str, str]) -> None:
    found = treaties_in_force(date, agreements=AGREEMENTS)
    assert dict(zip(found["id"], found["status"], strict=True)) == expected


def test_comparison_rows_are_shown_when_asked_for() -> None:
    found = treaties_in_force("1970-01-01", pair_only=False, agreements=AGREEMENTS)
    assert "treaty-3" in set(found["id"])
    periods = mutual_defence_periods(pair_only=False, agreements=AGREEMENTS)
    assert list(periods["id"]) == ["treaty-1", "treaty-3"]


def test_mutual_defence_of_the_record() -> None:
    assert records(mutual_defence_periods(), "id", "start", "end", "end_uncertain") == [
        ("treaty-1961", "1961-07-06", "1996", True),
        ("treaty-2024", "2024-12-04", None, False),
    ]
    assert "treaty-1961-chn" in set(mutual_defence_periods(pair_only=False)["id"])


def test_treaties_of_the_record() -> None:
    def treaties(date: str) -> set[str]:
        found = treaties_in_force(date)
        return set(found.loc[found["kind"].isin(["defence", "friendship"]), "id"])

    assert treaties("1970-01-01") == {"treaty-1961"}
    assert treaties("1999-01-01") == set()
    declarations = {"decl-2000-pyongyang", "decl-2001-moscow"}
    assert treaties("2010-01-01") == {"treaty-2000", *declarations}
    incidents = {"agr-2015-military-incidents"}
    assert treaties("2025-01-01") == {"treaty-2024", *declarations, *incidents}
    assert len(agreement_spans()) == 33
    assert (agreement_spans()["form"] == "notice").sum() == 1
