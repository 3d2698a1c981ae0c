"""Small frames for the charts of agreements, votes and decisions."""

from typing import Any

import pandas as pd

from datasets.measures import agreement_spans

_AGREEMENTS = (
    # id, kind, parties, signed, in force, ended, mutual defence
    ("treaty-old", "defence", ("RUS", "PRK"), "1961-07-06", None, "1996", True),
    ("treaty-other", "defence", ("CHN", "PRK"), "1961-07-11", None, None, True),
    ("event-notice", "defence", ("RUS", "PRK"), "1995-09", None, None, False),
    ("treaty-mild", "friendship", ("RUS", "PRK"), "2000-02-09", "2000-10-30", "2024-12-04", False),
    ("agr-oil", "economic", ("RUS", "PRK"), "1959", None, None, False),
    ("treaty-new", "defence", ("RUS", "PRK"), "2024-06-19", "2024-12-04", None, True),
)


def agreements() -> pd.DataFrame:
    """A table of agreements as the catalogue holds it."""
    rows = [
        {
            "id": code,
            "parties": parties,
            "multilateral": False,
            "signed": signed,
            "precision": {4: "year", 7: "month", 10: "day"}[len(signed)],
            "in_force": force,
            "ended": ended,
            "kind": kind,
            "mutual_defence": allied,
            "title": f"Title of {code}",
            "summary": "Says something.",
            "verified": "yes",
            "note": None,
            "source_ids": (f"source-{code}",),
        }
        for code, kind, parties, signed, force, ended, allied in _AGREEMENTS
    ]
    texts = ["id", "signed", "in_force", "ended", "kind", "title", "verified", "note"]
    return pd.DataFrame(rows).astype(
        {**dict.fromkeys(texts, "str"), "mutual_defence": "boolean", "multilateral": "boolean"}
    )


def spans() -> pd.DataFrame:
    """The same as spans, with names of parties."""
    found = agreement_spans(agreements=agreements())
    return found.assign(party_names=found["parties"])


def agreement(pair: str, label: str, rows: list[tuple[Any, int, int]]) -> pd.DataFrame:
    """Rows of ``voting_agreement``: group, same and both of each."""
    one, other = pair.split("-")
    return pd.DataFrame(
        {
            "a": one,
            "b": other,
            "group": [str(group) for group, _, _ in rows],
            "year": pd.array(
                [group if isinstance(group, int) else None for group, _, _ in rows], "Int64"
            ),
            "same": pd.array([same for _, same, _ in rows], "Int64"),
            "both": pd.array([both for _, _, both in rows], "Int64"),
            "final_votes": pd.array([both + 2 for _, _, both in rows], "Int64"),
            "agreement": pd.array(
                [100 * same / both if both else None for _, same, both in rows], "Float64"
            ),
            "source_ids": pd.Series([("votes",)] * len(rows), dtype=object),
            "pair": pair,
            "label": label,
            "group_label": [str(group) for group, _, _ in rows],
        }
    )


PAIRS = (("RUS-PRK", "Russia – North Korea"), ("PRK-CHN", "North Korea – China"))

YEARS = pd.concat(
    [
        agreement(*PAIRS[0], [(1991, 10, 20), (1993, 6, 18), (1994, 4, 16), (2025, 160, 180)]),
        agreement(*PAIRS[1], [(1991, 18, 20), (1993, 0, 0), (1994, 15, 16), (2025, 150, 180)]),
    ],
    ignore_index=True,
)

_CALLS = (
    # id, date, title, subject, vote_a, vote_b
    ("r1", "2019-12-01", "Test ban", "test ban", "yes", "no"),
    ("r2", "2020-12-01", "Test ban", "test ban", "yes", "no"),
    ("r3", "2021-12-01", "Test-Ban", "test ban", "yes", "yes"),
    ("r4", "2021-12-02", "Disarmament", "disarmament", "no", "abstain"),
    ("r5", "2021-12-03", "Peace", "peace", "yes", "yes"),
)

VOTES = pd.DataFrame(
    [
        {
            "roll_call_id": code,
            "date": date,
            "year": int(date[:4]),
            "title": title,
            "subject": subject,
            "vote_a": one,
            "vote_b": other,
            "split": one != other,
            "yes": 100,
            "no": 10,
            "abstain": 20,
            "source_ids": ("votes",),
        }
        for code, date, title, subject, one, other in _CALLS
    ]
)

RESOLUTIONS = pd.DataFrame(
    {
        "id": ["first", "second", "quiet"],
        "symbol": pd.array(["A/RES/1", "A/RES/2", None], "str"),
        "date": ["2020-01-01", "2021-01-01", "2022-12"],
        "topic": ["ukraine_war", "ukraine_war", "dprk_human_rights"],
        "title": ["A first text", "A second text with a longer name", "A quiet text"],
        "adopted_by": ["recorded_vote", "recorded_vote", "without_vote"],
        "yes": pd.array([100, 50, None], "Int64"),
        "no": pd.array([5, 60, None], "Int64"),
        "abstain": pd.array([80, 70, None], "Int64"),
        "absent": pd.array([8, 13, None], "Int64"),
        "russia": pd.array(["no", "yes", None], "str"),
        "dprk": pd.array(["no", "absent", None], "str"),
        "source_ids": [("a",), ("a", "b"), ("c",)],
    }
)

PLACED = pd.DataFrame(
    {
        "iso3": ["RUS", "JPN", "BRA", "SMR", "SSD", "SCG"],
        "name": ["Russia", "Japan", "Brazil", "San Marino", "South Sudan", "Former state"],
        "region": pd.array(["Europe", "Asia", "Americas", "Europe", "Africa", None], "str"),
        "lat": [60.0, 36.0, -10.0, 43.9, 7.0, None],
        "lon": [90.0, 138.0, -53.0, 12.4, 30.0, None],
        "vote": ["no", "yes", "abstain", "absent", "nonmember", "yes"],
    }
)

_DECISIONS = (
    # id, symbol, date, kind, russia, china, measures
    ("one", "S/RES/1", "2006-10-14", "resolution", "yes", "yes", ("arms_embargo", "condemnation")),
    ("two", "S/RES/2", "2017-09-11", "resolution", "yes", "abstain", ("arms_embargo", "workers")),
    ("lost", "S/2024/1", "2024-03-28", "draft_vetoed", "veto", "abstain", ("workers",)),
    ("old", None, "1949-02-16", "draft_rejected", "yes", None, ()),
)

DECISIONS = pd.DataFrame(
    [
        {
            "id": code,
            "symbol": symbol,
            "date": date,
            "kind": kind,
            "subject": f"Subject of {code}",
            "summary": "What it says.",
            "russia_vote": russia,
            "china_vote": china,
            "measures": measures,
            "restricting": tuple(each for each in measures if each != "condemnation"),
            "tally": "13 for, 1 against",
            "source_ids": (code,),
        }
        for code, symbol, date, kind, russia, china, measures in _DECISIONS
    ]
)

ACTIONS = pd.DataFrame(
    {
        "id": ["us-1", "us-2", "eu-1", "ru-1"],
        "date": ["2023-03-30", "2023-04-01", "2024-02", "2016-12-30"],
        "body_name": ["United States", "United States", "EU", "Russia"],
        "individuals": pd.array([1, 4, 1, None], "Int64"),
        "entities": pd.array([0, 5, 0, None], "Int64"),
        "vessels_aircraft": pd.array([0, 0, None, None], "Int64"),
        "listed": pd.array([1, 9, 1, None], "Int64"),
        "targets": [("A broker",), ("A bank", "A ship"), ("A minister",), ("a decree",)],
        "reason": ["Arms", "Oil", "Missiles", "Law"],
        "theme": ["military", "economy", "military", "sanctions"],
        "note": pd.array([None, "in part", None, "applies UN sanctions"], "str"),
        "source_ids": [("a",), ("b",), ("c",), ("a",)],
    }
)
