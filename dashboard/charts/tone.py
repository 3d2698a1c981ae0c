"""How tone and significance look on every chart of milestones: colour, shape, sign and size."""

from collections.abc import Mapping
from types import MappingProxyType

from validators.vocabulary import Significance, Tone

#: Shape of a point and the sign that stands for it in text.
SHAPES: Mapping[int, tuple[str, str]] = MappingProxyType(
    {
        Tone.DEEPENING: ("triangle-up", "▲"),
        Tone.CLOSER: ("circle", "●"),
        Tone.NEUTRAL: ("square", "■"),
        Tone.FRICTION: ("diamond", "◆"),
        Tone.RUPTURE: ("triangle-down", "▼"),
    }
)

#: From close to strained, as charts list them.
ORDER: tuple[Tone, ...] = tuple(sorted(Tone, reverse=True))

#: Size of a mark in pixels.
SIZES: Mapping[int, int] = MappingProxyType(
    {Significance.DETAIL: 6, Significance.NOTABLE: 9, Significance.LANDMARK: 13}
)


def colour(tone: int) -> str:
    """Token of the colour of a tone."""
    return f"$tone_{'m' if tone < 0 else 'p' if tone > 0 else ''}{abs(tone)}"


def hatching(tone: int) -> str:
    """Hatching of a bar, which has no shape of its own: friction striped, strain crossed."""
    return {Tone.FRICTION: "/", Tone.RUPTURE: "x"}.get(Tone(tone), "")  # type: ignore[call-arg]


def signed(tone: int) -> str:
    """Sign and label of a tone, for text: "▲ Major deepening"."""
    return f"{SHAPES[tone][1]} {Tone(tone).label}"  # type: ignore[call-arg]
