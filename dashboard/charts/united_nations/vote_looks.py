"""How votes look and read: a colour, a sign and a word for each, the same on every chart."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.charts.maps import NOTHING
from validators.vocabulary import CouncilVote, VoteChoice


@dataclass(frozen=True, slots=True)
class VoteLook:
    """One way to vote.

    Attributes:
        code: As in the data.
        label: What the reader sees.
        colour: Token of its mark or fill.
        symbol: Plotly symbol of its mark.
        sign: Stands for the mark in text.
        on: Token of text upon its fill.
    """

    code: str
    label: str
    colour: str
    symbol: str
    sign: str
    on: str = "$paper"


_LABELS = {vote.value: vote.label for vote in VoteChoice}

#: Votes of the General Assembly in the order of legends and stacks.
VOTES: Mapping[str, VoteLook] = MappingProxyType(
    {
        look.code: look
        for look in (
            VoteLook("yes", _LABELS["yes"], "$vote_yes", "circle", "●"),
            VoteLook("abstain", _LABELS["abstain"], "$vote_abstain", "diamond", "◆", "$on_mark"),
            VoteLook("no", _LABELS["no"], "$vote_no", "x", "✕"),
            VoteLook("absent", _LABELS["absent"], "$vote_absent", "circle-open", "○", "$on_mark"),
            VoteLook("nonmember", _LABELS["nonmember"], NOTHING, "line-ew-open", "–", "$ink_soft"),
        )
    }
)

_COUNCIL = {vote.value: vote.label for vote in CouncilVote}

#: Votes of permanent members of the Security Council.
COUNCIL_VOTES: Mapping[str, VoteLook] = MappingProxyType(
    {
        look.code: look
        for look in (
            VoteLook("yes", _COUNCIL["yes"], "$vote_yes", "circle", "●"),
            VoteLook("abstain", _COUNCIL["abstain"], "$vote_abstain", "diamond", "◆", "$on_mark"),
            VoteLook("no", _COUNCIL["no"], "$vote_no", "x", "✕"),
            VoteLook("veto", _COUNCIL["veto"], "$vote_no", "hexagram", "✶"),
            VoteLook("absent", _COUNCIL["absent"], "$vote_absent", "circle-open", "○", "$on_mark"),
        )
    }
)
