"""How stances look and read on every chart: seven classes, each with a word, a sign and a colour.

Five classes are stances by the codebook. *No statement found* is not a stance and *party* is not a
reaction; both look different from all five and from each other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd

from dashboard.charts.maps import NOTHING
from validators.vocabulary import Basis, Stance


@dataclass(frozen=True, slots=True)
class StanceClass:
    """One way a country can stand to an event.

    Attributes:
        code: As in the address: "-2" to "2", "none" or "party".
        label: What the reader sees.
        sign: Stands beside or upon the colour, so that colour is never alone.
        colour: Token of the fill.
        on: Token of text upon the fill.
    """

    code: str
    label: str
    sign: str
    colour: str
    on: str

    @property
    def signed(self) -> str:
        """Sign and label, for legends and tables."""
        return f"{self.sign} {self.label}"


_SIGNS = {-2: "−−", -1: "−", 0: "0", 1: "+", 2: "++"}
_TOKENS = {-2: "m2", -1: "m1", 0: "0", 1: "p1", 2: "p2"}
_STRONG = (-2, 2)  # fills on which light text is needed in the light theme

PARTY = StanceClass("party", "Party to the cooperation", "◆", "$stance_party", "$paper")
NONE = StanceClass("none", "No statement found", "·", NOTHING, "$ink_soft")

#: Order of legends and stacks: from against to for, then what is not known, then the parties.
CLASSES: tuple[StanceClass, ...] = (
    *(
        StanceClass(
            code=str(stance.value),
            label=stance.label,
            sign=_SIGNS[stance.value],
            colour=f"$stance_{_TOKENS[stance.value]}",
            on="$paper" if stance.value in _STRONG else "$on_mark",
        )
        for stance in Stance
    ),
    NONE,
    PARTY,
)

BY_CODE: Mapping[str, StanceClass] = MappingProxyType({each.code: each for each in CLASSES})

#: Labels of the forms in which an actor spoke.
BASES: Mapping[str, str] = MappingProxyType({str(basis.value): basis.label for basis in Basis})

#: Forms that are the actor's own voice.
OWN = frozenset(str(basis.value) for basis in Basis if basis.own_voice)


def codes_of(stances: pd.DataFrame) -> list[str]:
    """Class of each row of a frame with the columns ``stance`` and ``party``."""
    parties = stances["party"].fillna(False).astype(bool)
    return [
        PARTY.code if party else NONE.code if pd.isna(stance) else str(int(stance))
        for stance, party in zip(stances["stance"], parties, strict=True)
    ]


def ranked_sources(cells: Iterable[Any]) -> tuple[str, ...]:
    """Source ids of many rows, each once, the most used first."""
    counts: dict[str, int] = {}
    for cell in cells:
        for source in cell if isinstance(cell, tuple) else ():
            counts[source] = counts.get(source, 0) + 1
    return tuple(sorted(counts, key=lambda source: -counts[source]))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 country", "4 countries"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def with_most(frame: pd.DataFrame, values: "pd.Series[Any]") -> "pd.Series[Any]":
    """The first row with the greatest value; ``frame`` has at least one row."""
    return frame.iloc[int(values.astype(float).to_numpy().argmax())]
