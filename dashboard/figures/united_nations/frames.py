"""Votes of the General Assembly under the reader's filters."""

import re
from collections.abc import Sequence

import pandas as pd

import datasets
from dashboard import cache
from dashboard.filters.united_nations import MAIN_PAIR, pairs, states
from dashboard.state import options
from dashboard.state.pairs import pair_code, states_of
from dashboard.state.period import Years
from dashboard.state.view import Filters
from datasets.measures import agreement_of_pairs, voting_agreement
from validators.vocabulary import RollCallKind, VoteChoice, VoteIssue

#: Fewest votes against that make a vote contested: more than three.
CONTESTED_FROM = 4

NO_ISSUE = "none"
ISSUES = {**{issue.value: issue.label for issue in VoteIssue}, NO_ISSUE: "No issue coded"}

_ON_A_YEAR = re.compile(r"ga-(\d{4})-.+")

_FINAL = tuple(kind.value for kind in RollCallKind if kind.final)
_CAST = tuple(vote.value for vote in VoteChoice if vote.cast)


def special_years() -> dict[int, str]:
    """Years to be compared with care, and the caveat on each; its id names the year."""
    catalog = datasets.catalog()
    if "caveats" in catalog.failed:
        return {}
    found = (_ON_A_YEAR.match(caveat) for caveat in catalog.frame("caveats")["id"])
    return {int(match[1]): match[0] for match in found if match}


def chosen_pairs(filters: Filters) -> tuple[tuple[str, str], ...]:
    """Code and label of the pairs to compare; the main one where none is chosen."""
    wanted = filters.pairs or (MAIN_PAIR,)
    return tuple((code, label) for code, label in pairs() if code in wanted)


def label_of(pair: str) -> str:
    """Names of the two states of a pair."""
    return dict(pairs()).get(pair, pair)


def span_of(period: Years) -> tuple[int, int] | None:
    """The period as measures take it; None for all years."""
    return None if period.whole else (period.start, period.end)


def _restriction(filters: Filters) -> dict[str, object]:
    return {
        "min_no": CONTESTED_FROM if filters.contested else 0,
        "issue": filters.issue or None,
        "period": span_of(filters.period),
    }


def agreement_rows(filters: Filters, by: str) -> pd.DataFrame:
    """Agreement of the chosen pairs, by year, issue or era.

    Columns are those of ``voting_agreement`` with ``pair``, ``label`` and ``group_label``.

    Raises:
        TableFailedError: The votes could not be read.
    """
    cache.frame("ga_votes")  # without it there are no pairs to choose; the card must say why
    grouped = {"year": _by_year, "issue": _by_issue, "era": _by_era}[by]
    found = [
        grouped(filters, pair).assign(pair=pair, label=label)
        for pair, label in chosen_pairs(filters)
    ]
    return pd.concat(found, ignore_index=True) if found else _nothing()


def _nothing() -> pd.DataFrame:
    columns = ["a", "b", "group", "year", "same", "both", "final_votes", "agreement"]
    more = ["source_ids", "group_label", "pair", "label"]
    return pd.DataFrame({name: pd.Series(dtype="object") for name in [*columns, *more]})


def _measured(filters: Filters, pair: str, **grouping: object) -> pd.DataFrame:
    one, other = states_of(pair)
    return cache.measure(voting_agreement, a=one, b=other, **(_restriction(filters) | grouping))


def _by_year(filters: Filters, pair: str) -> pd.DataFrame:
    rows = _measured(filters, pair, by="year")
    return rows.assign(group_label=rows["group"])


def _by_issue(filters: Filters, pair: str) -> pd.DataFrame:
    rows = _measured(filters, pair, by="issue")
    if filters.issue:
        # A vote with two issues stands under both; the reader asked for one.
        rows = rows[rows["group"] == filters.issue]
    return rows.assign(group_label=rows["group"].map(ISSUES))


def _by_era(filters: Filters, pair: str) -> pd.DataFrame:
    """By era, each up to the year before the next; the last also without the special years."""
    last = int(cache.frame("ga_roll_calls")["date"].str[:4].max())
    eras = options.eras()
    ends = [*(era.start - 1 for era in eras[1:]), last]
    spans = {
        (era.start, end): f"{era.title}, {era.start}–{end}"
        for era, end in zip(eras, ends, strict=True)
    }
    for (start, end), title in list(spans.items()):
        care = [year for year in special_years() if start < year <= end]
        if care and _inside(filters.period, start, care[0] - 1):
            name = title.rpartition(", ")[0]
            spans[start, care[0] - 1] = f"{name}, {start}–{care[0] - 1} (without {care[0]})"
    rows = _measured(filters, pair, by="period", periods=tuple(spans))
    titles = {f"{start}–{end}": title for (start, end), title in spans.items()}
    return rows.assign(group_label=rows["group"].map(titles))


def _inside(period: Years, start: int, end: int) -> bool:
    return period.start <= end and period.end > end and period.end >= start


def grid_rows(filters: Filters) -> pd.DataFrame:
    """Agreement of all pairs of states over the whole span, with ``pair`` and ``label``."""
    names = states()
    rows = agreement_of_pairs(tuple(names), **_restriction(filters))  # type: ignore[arg-type]
    pairs_of = list(zip(rows["a"], rows["b"], strict=True))
    return rows.assign(
        pair=pd.Series([pair_code(*pair) for pair in pairs_of], dtype="str"),
        label=pd.Series([f"{names[a]} – {names[b]}" for a, b in pairs_of], dtype="str"),
    )


def pair_votes(pair: str) -> pd.DataFrame:
    """All final votes that both states of a pair cast, by date.

    Returns:
        Columns of ``ga_roll_calls`` and ``vote_a``, ``vote_b``, ``year`` and ``split`` (boolean).
    """
    calls = cache.frame("ga_roll_calls")
    calls = calls[calls["kind"].isin(_FINAL)]
    votes = cache.frame("ga_votes")
    votes = votes[votes["vote"].isin(_CAST)]
    one, other = (
        votes.loc[votes["iso3"] == state].set_index("roll_call_id")["vote"]
        for state in states_of(pair)
    )
    rows = calls.assign(
        vote_a=calls["roll_call_id"].map(one),
        vote_b=calls["roll_call_id"].map(other),
        year=calls["date"].str[:4].astype(int),
    )
    rows = rows[rows["vote_a"].notna() & rows["vote_b"].notna()]
    split = (rows["vote_a"] != rows["vote_b"]).astype(bool)
    return rows.assign(split=split).sort_values(["date", "roll_call_id"], ignore_index=True)


def shared_votes(filters: Filters) -> pd.DataFrame:
    """Rows of :func:`pair_votes` that the filters leave."""
    rows = cache.measure(pair_votes, pair=filters.pair)
    rows = rows[rows["no"] >= (CONTESTED_FROM if filters.contested else 0)]
    if filters.issue:
        rows = rows[[filters.issue in cell for cell in rows["issues"]]]
    span = span_of(filters.period)
    return rows if span is None else rows[rows["year"].between(*span)]


def without_duplicates(cells: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Sources of several rows, each once, in order."""
    return tuple(dict.fromkeys(source for cell in cells for source in cell))
