"""How verdicts look: sign, colour and word."""

from collections.abc import Mapping
from dataclasses import dataclass

from validators.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class VerdictLook:
    """How a verdict is drawn.

    Attributes:
        code: Its code.
        label: Its word.
        meaning: What it says.
        sign: A sign that tells it without colour.
        colour: Colour token of its mark.
        on: Colour token of a sign upon that mark.
    """

    code: str
    label: str
    meaning: str
    sign: str
    colour: str
    on: str

    @property
    def signed(self) -> str:
        """Sign and word."""
        return f"{self.sign} {self.label}"


_SIGNS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.SUPPORTED: ("✓", "$paper"),
    Verdict.PARTLY_SUPPORTED: ("◐", "$on_mark"),
    Verdict.CONTRADICTED: ("✗", "$paper"),
    Verdict.UNVERIFIABLE: ("?", "$paper"),
    Verdict.OPINION: ("“", "$on_mark"),
}

VERDICTS: Mapping[str, VerdictLook] = {
    verdict.value: VerdictLook(
        verdict.value,
        verdict.label,
        verdict.description,
        _SIGNS[verdict][0],
        f"$verdict_{verdict.value}",
        _SIGNS[verdict][1],
    )
    for verdict in Verdict
}
