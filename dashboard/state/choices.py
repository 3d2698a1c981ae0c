"""Filters that choose one or several codes from a list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.state.params import JOINER, Ignored, Param, Read

#: Stands in the address for "none chosen" where the default is a choice.
NONE_CHOSEN = "-"

LISTED_IN_WORDS = 5

Option = tuple[str, str]
Options = tuple[Option, ...] | Callable[[], tuple[Option, ...]]


def _resolved(options: Options) -> tuple[Option, ...]:
    return options() if callable(options) else options


@dataclass(frozen=True)
class Choice(Param):
    """One of several codes.

    Attributes:
        options: ``(code, label)`` pairs in the order of display, or a function that tells them.
        default: Code chosen at first; empty means the first option, or no restriction when
            ``blank`` is given.
        blank: Label of "no restriction", offered first; None when one option is always chosen.
        side_by_side: Whether all options are always in sight, as the sections of a page are.
    """

    options: Options = ()
    default: str = ""
    blank: str | None = None
    side_by_side: bool = False

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options, "no restriction" included."""
        options = _resolved(self.options)
        return options if self.blank is None else (("", self.blank), *options)

    @property
    def initial(self) -> str:
        """The default, or the first option."""
        choices = self.choices
        if any(code == self.default for code, _ in choices):
            return self.default
        return choices[0][0] if choices else ""

    def parse(self, values: Mapping[str, str]) -> Read:
        """A known code; any other is ignored."""
        value = values[self.key]
        if value and any(code == value for code, _ in self.choices):
            return value, ()
        if value in {"", NONE_CHOSEN} and self.blank is not None:
            return "", ()
        return self.initial, (Ignored(self.key, value, f"is not a known {self.label.lower()}"),)

    def write(self, value: str) -> dict[str, str]:
        """The code, or the mark of "no restriction" where that is not the default."""
        return {} if value == self.initial else {self.key: value or NONE_CHOSEN}

    def words(self, value: str) -> str:
        """Label and choice, unless nothing is restricted."""
        if not value:
            return ""
        return f"{self.label.lower()}: {dict(self.choices).get(value, value)}"


@dataclass(frozen=True)
class Choices(Param):
    """Any number of codes; none chosen means no restriction.

    Attributes:
        options: ``(code, label)`` pairs in the order of display, or a function that tells them.
        default: Codes chosen at first.
        everything: What the sentence says when nothing is restricted; may be empty.
        most: Greatest number of codes that a view can compare; None where any number can.
    """

    options: Options = ()
    default: tuple[str, ...] = ()
    everything: str = ""
    most: int | None = None

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options."""
        return _resolved(self.options)

    @property
    def initial(self) -> tuple[str, ...]:
        """The default codes that exist."""
        if not self.default:
            return ()
        return tuple(code for code, _ in self.choices if code in self.default)

    @property
    def joins(self) -> bool:
        """Repeated names add up."""
        return True

    def parse(self, values: Mapping[str, str]) -> Read:
        """The known codes, in the order of display; each unknown or surplus one is ignored."""
        value = values[self.key]
        if value == NONE_CHOSEN:
            return (), ()
        given = dict.fromkeys(value.split(JOINER))
        known = tuple(code for code, _ in self.choices if code in given)
        kind = self.label.lower()
        ignored = tuple(
            Ignored(self.key, code, f"is not among the known {kind}")
            for code in given
            if code not in known
        )
        surplus = tuple(
            Ignored(self.key, code, f"is left out: at most {self.most} {kind} can be compared")
            for code in self.beyond(known)
        )
        return (self.within(known) or self.initial), (*ignored, *surplus)

    def within(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The codes that can be shown together."""
        return codes[: self.most]

    def beyond(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The codes that are too many."""
        return () if self.most is None else codes[self.most :]

    def write(self, value: Sequence[str]) -> dict[str, str]:
        """The codes joined."""
        if tuple(value) == self.initial:
            return {}
        return {self.key: JOINER.join(value) or NONE_CHOSEN}

    def words(self, value: Sequence[str]) -> str:
        """Label and choices; a long list is cut with its number."""
        if not value:
            return self.everything
        labels = dict(self.choices)
        named = [labels.get(code, code) for code in value]
        if len(named) > LISTED_IN_WORDS:
            rest = len(named) - LISTED_IN_WORDS
            named = [*named[:LISTED_IN_WORDS], f"{rest} more"]
        listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
        return f"{self.label.lower()}: {listed}"
