"""Filters of the Estimates page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import datasets
from dashboard.state import options
from dashboard.state.params import Ignored, Raw, Read
from dashboard.state.view import JOINER, Choice, Choices, Option, Param, Toggle
from validators.vocabulary import UNIT_QUANTITY, ClaimantKind, Quantity, Unit

#: Sections of the page, in the order of display.
SECTIONS: tuple[Option, ...] = (
    ("time", "By date of statement"),
    ("rows", "Side by side"),
    ("list", "Statements"),
)

#: What the period narrows.
TIMES: tuple[Option, ...] = (("covered", "Time covered"),)

QUANTITIES: tuple[Option, ...] = options.terms(Quantity)

_QUANTITY_OF: Mapping[str, str] = {
    unit.value: quantity.value for unit, quantity in UNIT_QUANTITY.items()
}
_UNITS: tuple[Option, ...] = tuple(
    pair for pair in options.terms(Unit) if _QUANTITY_OF.get(pair[0])
)


def units_of(quantity: str) -> tuple[Option, ...]:
    """Units in which a quantity is stated, in the order of the vocabulary."""
    return tuple(pair for pair in _UNITS if _QUANTITY_OF[pair[0]] == quantity)


@dataclass(frozen=True)
class _QuantityChoice(Choice):
    """A quantity; an address that names units alone means the quantity of the first."""

    def read(self, raw: Raw) -> Read:
        """The quantity named, else that of the first unit named."""
        if raw.get(self.key):
            return super().read(raw)
        named = (code for cell in raw.get("unit", ()) for code in cell.split(JOINER))
        implied = next((_QUANTITY_OF[code] for code in named if code in _QUANTITY_OF), None)
        return (implied or self.initial), ()


@dataclass(frozen=True)
class _UnitChoices(Choices):
    """Units of the quantity that the same address names; others are left out, and said so."""

    def read(self, raw: Raw) -> Read:
        """The units that belong to the quantity."""
        value, ignored = super().read(raw)
        quantity, _ = QUANTITY.read(raw)
        label = dict(QUANTITIES)[quantity]
        strays = tuple(
            Ignored(self.key, code, f"is no unit of “{label}”")
            for code in value
            if _QUANTITY_OF[code] != quantity
        )
        kept = tuple(code for code in value if _QUANTITY_OF[code] == quantity)
        return kept, (*ignored, *strays)


QUANTITY = _QuantityChoice(
    "quantity", "Quantity", options=QUANTITIES, default=Quantity.TROOPS_DEPLOYED.value
)
UNITS = _UnitChoices("unit", "Units", options=_UNITS)


def params_of(params: tuple[Param, ...], quantity: str) -> tuple[Param, ...]:
    """The filters of the page, offering only the units of one quantity."""
    return tuple(
        replace(param, options=units_of(quantity)) if param is UNITS else param for param in params
    )


@cache
def claimant_options() -> tuple[Option, ...]:
    """Claimants by kind and name."""
    catalog = datasets.catalog()
    if "claimants" in catalog.failed:
        return ()
    frame = catalog.frame("claimants")
    order = {kind.value: place for place, kind in enumerate(ClaimantKind)}
    frame = frame.assign(_kind=frame["kind"].map(order)).sort_values(["_kind", "name"])
    return tuple(zip(frame["code"], frame["name"], strict=True))


PARAMS: tuple[Param, ...] = (
    Choice("show", "Section", options=SECTIONS, side_by_side=True),
    QUANTITY,
    UNITS,
    Choices("kind", "Kinds of claimant", options=options.terms(ClaimantKind), term="claimant"),
    Choices("claimant", "Claimants", options=claimant_options),
    Toggle(
        "wording",
        "Bounds set from wording",
        default=True,
        off="without bounds set from wording",
        term="derived-bound",
    ),
    Choice("when", "Period applies to", options=TIMES, blank="Date of statement"),
    Toggle("overlay", "Landmarks", on="with landmark milestones"),
    Choice(
        "record", "Record", options=options.rows("estimates", label="id"), blank="All statements"
    ),
)
