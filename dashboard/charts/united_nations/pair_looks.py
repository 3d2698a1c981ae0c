"""How pairs of states look: a colour and a sign of their own on each chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from dashboard.state.pairs import states_of

#: Colours with a meaning; pairs of other states share the rest.
_STATES: Mapping[str, str] = {
    "RUS": "$russia",
    "PRK": "$dprk",
    "CHN": "$china",
    "USA": "$usa",
    "KOR": "$rok",
    "JPN": "$japan",
}
_MAIN = frozenset({"RUS", "PRK"})
_REST = ("$other", "$rok", "$japan", "$usa", "$china", "$dprk", "$russia")
_SYMBOLS = ("circle", "diamond", "square", "triangle-up")

#: Votes from which a point counts for full.
_MANY = 60


@dataclass(frozen=True, slots=True)
class PairLook:
    """How one pair is drawn.

    Attributes:
        code: The pair, as in the address.
        label: Names of the two states.
        colour: Colour token.
        symbol: Plotly symbol of its points.
    """

    code: str
    label: str
    colour: str
    symbol: str


def pair_looks(pairs: Sequence[tuple[str, str]]) -> tuple[PairLook, ...]:
    """A look for each pair, no colour and no sign twice.

    A pair takes the colour of the state that tells it from the others: that of the partner of
    Russia or North Korea, and Russia's for the two themselves.

    Args:
        pairs: Code and label of each, at most four.
    """
    taken: set[str] = set()
    looks = []
    for place, (code, label) in enumerate(pairs):
        colour = next(each for each in (*_wanted(code), *_REST) if each not in taken)
        taken.add(colour)
        looks.append(PairLook(code, label, colour, _SYMBOLS[place % 4]))
    return tuple(looks)


def _wanted(code: str) -> tuple[str, ...]:
    one, other = states_of(code)
    if {one, other} == _MAIN:
        return ("$russia",)
    outside = [state for state in (one, other) if state not in _MAIN]
    inside = [state for state in (one, other) if state in _MAIN]
    return tuple(_STATES[state] for state in (*outside, *inside) if state in _STATES)


def marker_size(votes: int) -> float:
    """Diameter in pixels of a point that stands for so many votes: its area grows with them."""
    return round(2.5 + 0.72 * sqrt(max(votes, 0)), 1)


def marker_opacity(votes: int) -> float:
    """Opacity of a point: few votes are faint."""
    return round(0.35 + 0.65 * min(votes / _MANY, 1.0), 2)


def votes_words(same: int, both: int) -> str:
    """What stands behind a percentage: "500 of 591 votes"."""
    return f"{same:,} of {both:,} vote{'' if both == 1 else 's'}"
