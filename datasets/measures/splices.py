"""Series of trade shares whose numerator and denominator need a rule in words.

A share is plain where partner and world stand in the same series. Everything else is a splice: a
series of its own, with its own id, title and rule, so that nothing is joined silently.
"""

from __future__ import annotations

from dataclasses import dataclass

NO_RUSSIA_IN_KOTRA = 2022
"""First year whose KOTRA total holds no Russian trade: Russian customs data ended."""

COW_COMPLETE_FROM = 1992
"""First year in which the Correlates of War file holds the USSR's successor among the partners."""


@dataclass(frozen=True, slots=True)
class Splice:
    """One named rule for dividing a partner's trade by a world total.

    Attributes:
        id: Id of the resulting series.
        title: Name for the reader.
        rule: The rule in words, shown beside the line.
        numerators: Series of the partner's values; a later one fills years without a world
            total in the first (``fill``), otherwise only the first is used.
        denominators: Series of the world totals, in the same order.
        partners: Partners to which the rule applies; all where empty.
        sum_of_partners: The world total is the sum of all partners listed, as the source has none.
        first_year: First year in which the rule holds.
        add_numerator_from: First year in which the partner's own value is added to the world
            total, because the total leaves it out; never where None.
    """

    id: str
    title: str
    rule: str
    numerators: tuple[str, ...]
    denominators: tuple[str, ...]
    partners: tuple[str, ...] = ()
    sum_of_partners: bool = False
    first_year: int = 0
    add_numerator_from: int | None = None


_PLUS_RUSSIA = (
    f"From {NO_RUSSIA_IN_KOTRA} KOTRA's total holds no Russian trade, so Russia's value is added "
    "to it."
)

SPLICES: tuple[Splice, ...] = (
    Splice(
        id="russia-customs-over-kotra",
        title="Russian customs over KOTRA's world total",
        rule=(
            "Russia's trade as its customs report it, divided by the world total of KOTRA's "
            f"annual reports. {_PLUS_RUSSIA}"
        ),
        numerators=("russia-customs",),
        denominators=("kotra-annual",),
        partners=("RUS",),
        add_numerator_from=NO_RUSSIA_IN_KOTRA,
    ),
    Splice(
        id="russia-unofficial-over-kotra",
        title="Unofficial Russian figure over KOTRA's world total",
        rule=(
            "A figure given by an association of exporters and importers, divided by the world "
            f"total of KOTRA's annual reports; an illustration only. {_PLUS_RUSSIA}"
        ),
        numerators=("russia-unofficial",),
        denominators=("kotra-annual",),
        partners=("RUS",),
        add_numerator_from=NO_RUSSIA_IN_KOTRA,
    ),
    Splice(
        id="kotra-filled",
        title="KOTRA annual reports, gaps filled by later reports",
        rule=(
            "KOTRA's annual reports; in years for which they give no world total here (1995, "
            "1997, 1999, 2000) both partner and world are those of later reports that restate "
            "them."
        ),
        numerators=("kotra-annual", "kotra-restated"),
        denominators=("kotra-annual", "kotra-restated"),
    ),
    Splice(
        id="cow-trade-4",
        title="Correlates of War dyadic trade",
        rule=(
            "The source has no world total: the denominator is the sum of all partners that it "
            f"lists. Only from {COW_COMPLETE_FROM}, as the sum lacks the Soviet Union before."
        ),
        numerators=("cow-trade-4",),
        denominators=("cow-trade-4",),
        sum_of_partners=True,
        first_year=COW_COMPLETE_FROM,
    ),
)
"""All splices, in order of display."""
