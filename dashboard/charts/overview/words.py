"""The table twin and the text alternative of eighty years in one picture."""

from collections.abc import Mapping

import pandas as pd

from dashboard.words.amounts import percent

COLUMNS: Mapping[str, str] = {
    "part": "Part",
    "date": "Date",
    "what": "What",
    "value": "Value (percent)",
    "votes": "Votes (number)",
    "id": "Record",
}

LANDMARKS = "Landmark milestones"
SHARES = "Russia's share of DPRK trade"
AGREEMENT = "Agreement of votes in the General Assembly"


def table_of(
    landmarks: pd.DataFrame, shares: pd.DataFrame, agreement: pd.DataFrame
) -> pd.DataFrame:
    """All that is drawn, part by part and by date."""
    events = landmarks.sort_values(["start", "id"])
    lines = shares.sort_values(["series_id", "year"])
    parts = [
        pd.DataFrame(
            {"part": LANDMARKS, "date": events["date"], "what": events["title"], "id": events["id"]}
        ),
        pd.DataFrame(
            {
                "part": SHARES,
                "date": lines["year"].astype("str"),
                "what": lines["series_title"],
                "value": lines["share"],
            }
        ),
        pd.DataFrame(
            {
                "part": AGREEMENT,
                "date": agreement["year"].astype("str"),
                "what": "Russia and North Korea",
                "value": agreement["agreement"],
                "votes": agreement["both"],
            }
        ),
    ]
    table = pd.concat([part for part in parts if len(part)], ignore_index=True)
    kinds = {"value": "Float64", "votes": "Int64", "id": "str"}
    return table.reindex(columns=list(COLUMNS)).astype(kinds)


def alt(landmarks: pd.DataFrame, shares: pd.DataFrame, agreement: pd.DataFrame) -> str:
    """Text alternative with the main readings."""
    said = [f"Three drawings on one axis of years. {len(landmarks)} landmark milestones."]
    if len(shares):
        high = shares.sort_values("share").iloc[-1]
        last = shares.sort_values("year").iloc[-1]
        said.append(
            f"Russia's share of DPRK trade is known from {shares['year'].min()} on; highest "
            f"{percent(high['share'])} in {high['year']} ({high['series_title']}), latest "
            f"{percent(last['share'])} in {last['year']}."
        )
    if len(agreement):
        low = agreement.sort_values("agreement").iloc[0]
        last = agreement.sort_values("year").iloc[-1]
        said.append(
            f"The two voted alike least often in {low['year']} ({percent(low['agreement'])} of "
            f"{low['both']} votes); in {last['year']} it was {percent(last['agreement'])} of "
            f"{last['both']}."
        )
    return " ".join(said)
