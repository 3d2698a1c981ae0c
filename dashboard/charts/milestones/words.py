"""What charts of milestones say in words."""

from textwrap import wrap

import pandas as pd

from validators.vocabulary import Significance

_LINE = 46  # characters in a line of a hover label


def hover(rows: pd.DataFrame) -> list[str]:
    """Title, date, place, theme, significance and tone of each milestone, for its hover label."""
    texts = []
    for row in rows.itertuples():
        where = f" · {row.place}" if isinstance(row.place, str) else ""
        doubt = "" if row.verified == "yes" else f"<br>{row.verified_label}"
        texts.append(
            f"<b>{'<br>'.join(wrap(str(row.title), _LINE))}</b><br>{row.date_words}{where}<br>"
            f"{row.theme_label} · {row.significance_label} · {row.tone_label}{doubt}"
        )
    return texts


def most_used(rows: pd.DataFrame) -> tuple[str, ...]:
    """Sources of the rows, the most used first."""
    return tuple(rows["source_ids"].explode().dropna().value_counts().index)


def timeline_alt(rows: pd.DataFrame) -> str:
    """Text alternative of the timeline."""
    counts = rows["theme_label"].value_counts()
    years = rows["start"].str.slice(0, 4).astype(int)
    by_year = years.value_counts()
    peak = by_year[by_year == by_year.max()].index.min()
    landmarks = int((rows["significance"] == Significance.LANDMARK).sum())
    return (
        f"Timeline of {len(rows)} milestones from {years.min()} to {years.max()} in "
        f"{len(counts)} lanes by theme, {landmarks} of them landmarks. Most stand under "
        f"{counts.index[0]} ({counts.iloc[0]}) and in {peak} ({by_year.max()})."
    )
