"""The span of years a page shows, with named eras to choose from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.state.params import INTEGER, Ignored, Param, Read

FIRST_YEAR = 1945


@dataclass(frozen=True, slots=True, order=True)
class Years:
    """A closed span of years.

    Attributes:
        start: First year.
        end: Last year, included.
        whole: Whether these are all years there are, so that nothing is restricted and undated
            rows stay.
    """

    start: int
    end: int
    whole: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}–{self.end}"


@dataclass(frozen=True, slots=True)
class Preset:
    """A named span of years, such as an era; ``end`` is None while it lasts."""

    code: str
    title: str
    start: int
    end: int | None


@dataclass(frozen=True)
class Period(Param):
    """A span of years: ``from`` and ``to`` in the address.

    Attributes:
        last: The current year of the data, or a function that tells it.
        presets: Named spans to offer, or a function that tells them.
    """

    key: str = "period"
    label: str = "Period"
    last: int | Callable[[], int] = 9999
    presets: tuple[Preset, ...] | Callable[[], tuple[Preset, ...]] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """``from`` and ``to``."""
        return ("from", "to")

    @cached_property
    def initial(self) -> Years:
        """All years."""
        last = self.last() if callable(self.last) else self.last
        return Years(FIRST_YEAR, last, whole=True)

    def value(self, start: int, end: int) -> Years:
        """The span between two years, whichever comes first."""
        years = Years(min(start, end), max(start, end))
        return self.initial if years == self.initial else years

    @property
    def spans(self) -> tuple[tuple[Preset, Years], ...]:
        """The presets with their years, an open end closed by the last year of the data."""
        presets = self.presets() if callable(self.presets) else self.presets
        return tuple(
            (preset, Years(preset.start, preset.end or self.initial.end)) for preset in presets
        )

    def parse(self, values: Mapping[str, str]) -> Read:
        """Each end on its own; ends in the wrong order are exchanged."""
        ends = {"from": self.initial.start, "to": self.initial.end}
        ignored = []
        for name, value in values.items():
            if not INTEGER.fullmatch(value):
                ignored.append(Ignored(name, value, "is not a year"))
            elif not self.initial.start <= int(value) <= self.initial.end:
                ignored.append(Ignored(name, value, f"lies outside {self.initial}"))
            else:
                ends[name] = int(value)
        if ends["from"] > ends["to"]:
            why = "lies after the end of the period; the two years were exchanged"
            ignored.append(Ignored("from", str(ends["from"]), why))
        return self.value(ends["from"], ends["to"]), tuple(ignored)

    def write(self, value: Years) -> dict[str, str]:
        """Each end that is not the default."""
        written = {}
        if value.start != self.initial.start:
            written["from"] = str(value.start)
        if value.end != self.initial.end:
            written["to"] = str(value.end)
        return written

    def words(self, value: Years) -> str:
        """The years, with the name of the era when they are exactly an era."""
        for preset, years in self.spans:
            if years == value:
                return f"{value} ({preset.title[:1].lower()}{preset.title[1:]})"
        return str(value)
