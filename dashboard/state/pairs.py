"""A filter that chooses pairs of states: "RUS-PRK" in the address, in either order."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from dashboard.state.choices import NONE_CHOSEN, Choices
from dashboard.state.params import JOINER, Read

_BETWEEN = "-"


def pair_code(one: str, other: str) -> str:
    """Code of a pair, the states in the order given."""
    return f"{one}{_BETWEEN}{other}"


def states_of(pair: str) -> tuple[str, str]:
    """The two states of a pair's code."""
    one, _, other = pair.partition(_BETWEEN)
    return one, other


def pair_options(states: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """All pairs of states with their names: code → name, in order of display."""
    return tuple(
        (pair_code(one, other), f"{states[one]} – {states[other]}")
        for one, other in combinations(states, 2)
    )


@dataclass(frozen=True)
class Pairs(Choices):
    """Any number of pairs of states; a pair may stand in the address in either order."""

    def parse(self, values: Mapping[str, str]) -> Read:
        """The known pairs; each unknown or surplus one is ignored."""
        value = values[self.key]
        if value == NONE_CHOSEN:
            return super().parse(values)
        known = {code for code, _ in self.choices}
        codes = (_turned(code, known) for code in value.split(JOINER))
        return super().parse({self.key: JOINER.join(codes)})


def _turned(pair: str, known: set[str]) -> str:
    """The pair in the order in which it is known."""
    turned = pair_code(*reversed(states_of(pair)))
    return turned if pair not in known and turned in known else pair
