"""How much is measured: everything, or enough to see whether something broke."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """Counts of one run.

    Attributes:
        name: Which plan.
        rounds: Alternating rounds of each comparison.
        tours: Rounds through the pages of the dashboard.
        starts: Starts of each server.
        visitors: New readers of the fixture page, a round.
        steps: Changes of filter, a round.
        switches: Changes of page, a round.
        sessions: Numbers of open sessions.
        seconds: How long each number of sessions is held.
        think: Mean seconds between two changes of one session.
        flood: Seconds of a closed loop.
        reruns: Reruns of a single session over the connection, a round.
        factors: Sizes of the synthetic tables.
        builds: How often each figure is built anew.
    """

    name: str
    rounds: int
    tours: int
    starts: int
    visitors: int
    steps: int
    switches: int
    sessions: tuple[int, ...]
    seconds: float
    think: float
    flood: float
    reruns: int
    factors: tuple[int, ...]
    builds: int

    @classmethod
    def long(cls) -> "Plan":
        """What stands in the documents: at least 30 samples of everything that is a percentile."""
        return cls("long", 3, 3, 3, 4, 15, 10, (1, 10, 50, 100), 60, 5, 15, 40, (1, 10, 100), 9)

    @classmethod
    def short(cls) -> "Plan":
        """A few minutes."""
        return cls("short", 3, 1, 2, 1, 4, 2, (1, 10, 50, 100), 15, 5, 3, 8, (1, 10, 100), 3)

    @classmethod
    def once(cls) -> "Plan":
        """Everything once, to see that it runs."""
        return cls("once", 1, 1, 1, 1, 2, 2, (1, 4), 6, 1, 2, 3, (1,), 1)
