"""Rows of the milestones."""

from typing import Annotated

from validators.primitives import PLAIN_NUMBER, ActorCode, PartialDate, Several, Slug, Text
from validators.rows.base import Row, column, note, source_ids, verified
from validators.vocabulary import Precision, RussiaAs, Significance, Theme, Tone, Verified


class Milestone(Row):
    """One dated event in the relation."""

    id: Slug = column("Milestone", "Immutable id of the milestone.")
    date: PartialDate = column(
        "Date", "Local day of the event where known, else of its announcement."
    )
    precision: Precision = column("Precision", "How exactly the date is known.")
    date_end: PartialDate | None = column(
        "Until", "Last day of an event of several days.", default=None
    )
    title: Text = column("Title", "What happened, in a few words.")
    summary: Text = column("Summary", "What happened; contested statements are attributed.")
    theme: Theme = column("Theme", "Main theme.")
    themes_other: Several[Theme] = column("Other themes", "Further themes.", default=())
    actors: Several[ActorCode] = column("Actors", "Countries and organisations that acted.")
    place_id: Slug | None = column("Place", "Where it happened, if at one place.", default=None)
    tone: Annotated[Tone, PLAIN_NUMBER] = column(
        "Tone", "Effect on the Russia–DPRK tie, from -2 to +2; outside sanctions are 0."
    )
    significance: Annotated[Significance, PLAIN_NUMBER] = column(
        "Significance", "1 detail, 2 notable, 3 landmark."
    )
    russia_as: RussiaAs | None = column(
        "Russia as", "State behind the code RUS before 26 December 1991.", default=None
    )
    verified: Verified = verified()
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()
