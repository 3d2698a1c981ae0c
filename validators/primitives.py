"""Constrained types of cells: text in, typed value out, one clear error per broken rule.

Every type reads the *text* of a CSV cell. Numbers, dates and codes are read strictly: what pandas
or pydantic would guess (``1_000``, ``nan``, Unix seconds) is an error here. Each type carries a
:class:`Kind`, from which frames, JSON Schema and Table Schema are derived.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import AnyHttpUrl, BeforeValidator, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

T = TypeVar("T")


class Kind(StrEnum):
    """How a value is stored in a frame and published in a schema."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class CellType:
    """What a type is, for projections: its kind and, where text, its pattern."""

    kind: Kind
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    example: str = ""


def _fail(code: str, message: str) -> PydanticCustomError:
    # Braces would be read as placeholders of the message template.
    return PydanticCustomError(code, message.replace("{", "(").replace("}", ")"))


# One pass finds both: control and invisible characters (soft hyphen, zero-width and direction
# marks, the sign of lost characters); and stray spaces: leading, trailing, doubled, and those that
# look like the plain one and break every comparison.
_ODD = re.compile(
    "([\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd])"
    "|^ | $|  |[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
_PLACEHOLDERS = frozenset(
    ("-", "--", "–", "—", ".", "...", "?", "??", "n/a", "na", "nan", "nil", "none", "null", "tbd")
)


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        return value  # refused by the type itself
    odd = _ODD.search(value)
    if odd is not None and odd[1]:
        raise _fail("text-control", "contains a control or invisible character")
    if odd is not None:
        raise _fail("text-spacing", "begins, ends or is filled with stray spaces")
    if len(value) < 8 and value.lower() in _PLACEHOLDERS:
        raise _fail("text-placeholder", "is a placeholder where the cell should be empty")
    if not (value.isascii() or unicodedata.is_normalized("NFC", value)):
        raise _fail("text-normal-form", "is not in Unicode normal form C")
    return value


def _matching(pattern: str, code: str, message: str) -> BeforeValidator:
    compiled = re.compile(pattern)

    def check(value: Any) -> Any:
        if isinstance(value, str) and compiled.fullmatch(value) is None:
            raise _fail(code, message)
        return value

    return BeforeValidator(check)


def _bounded(minimum: float | None, maximum: float | None, unit: str) -> BeforeValidator:
    def check(value: Any) -> Any:
        number = float(value)
        if minimum is not None and number < minimum:
            raise _fail("number-range", f"is below the smallest possible value {minimum:g}{unit}")
        if maximum is not None and number > maximum:
            raise _fail("number-range", f"is above the largest possible value {maximum:g}{unit}")
        return value

    return BeforeValidator(check)


_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_INTEGER = r"0|-?[1-9][0-9]{0,17}"
_DECIMAL = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?"
_DATE = r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_MONTHS = r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?(?:/(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2]))?"


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, str) else value


def _decimal(value: Any) -> Any:
    return float(value) if isinstance(value, str) else value


def _possible_day(value: Any) -> Any:
    if isinstance(value, str) and len(value) == 10:
        year, month, day = (int(part) for part in value.split("-"))
        if day > monthrange(year, month)[1]:
            raise _fail("date-impossible", f"is no day of the calendar: {value[:7]} is shorter")
    return value


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value not in ("yes", "no"):
        raise _fail("yes-no", "is neither yes nor no")
    return value == "yes"


_URL = TypeAdapter(AnyHttpUrl)
_SPACE = re.compile(r"\s")


def _address(value: Any) -> Any:
    # Checked as a URL, kept as written: HttpUrl would add slashes and re-encode a citation.
    try:
        _URL.validate_python(value)
    except ValidationError:
        raise _fail("url-invalid", "is not an http or https address") from None
    if _SPACE.search(value):
        raise _fail("url-invalid", "contains a space")
    return value


def _split(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    parts = tuple(value.split("|")) if value else ()
    if "" in parts:
        raise _fail("list-empty-item", "has an empty item between two | signs")
    if len(set(parts)) < len(parts):
        raise _fail("list-repeated-item", "names the same item twice")
    return parts


# A before-validator written later runs earlier: each type reads from right to left.
Text = Annotated[str, BeforeValidator(_text), CellType(Kind.TEXT)]
"""Any text without stray spaces or control characters."""

Slug = Annotated[
    str,
    _matching(_SLUG, "id-form", "is not an id: lower-case letters, digits and single hyphens"),
    CellType(Kind.CODE, _SLUG, example="2024-06-19-partnership-treaty"),
]
"""Immutable id of a record."""

Iso3 = Annotated[
    str,
    _matching("[A-Z]{3}", "country-code-form", "is not a code of three capital letters"),
    CellType(Kind.CODE, "[A-Z]{3}", example="PRK"),
]
"""ISO 3166-1 alpha-3 code (XKX for Kosovo), or the code of a statistical area."""

OrgCode = Annotated[
    str,
    _matching("[A-Z0-9]{2,6}", "organisation-code-form", "is not a short code of capital letters"),
    CellType(Kind.CODE, "[A-Z0-9]{2,6}", example="NATO"),
]
"""Short code of an organisation."""

ActorCode = Annotated[
    str,
    _matching("[A-Z0-9]{2,6}", "actor-code-form", "is no code of a country or organisation"),
    CellType(Kind.CODE, "[A-Z0-9]{2,6}", example="RUS"),
]
"""Code of a country, a statistical area or an organisation."""

ClaimantCode = Annotated[
    str,
    _matching("[A-Z0-9]+(?:-[A-Z]+)?", "claimant-code-form", "is no code of a claimant"),
    CellType(Kind.CODE, "[A-Z0-9]+(?:-[A-Z]+)?", example="KOR-NIS"),
]
"""Code of a claimant."""

Symbol = Annotated[
    str,
    BeforeValidator(_text),
    CellType(Kind.TEXT, example="S/RES/2397"),
]
"""Document symbol of the United Nations, as printed."""

PartialDate = Annotated[
    str,
    BeforeValidator(_possible_day),
    _matching(
        _DATE, "date-form", "is not a date YYYY, YYYY-MM or YYYY-MM-DD between 1900 and 2099"
    ),
    CellType(Kind.DATE, _DATE, example="2024-06-19"),
]
"""ISO 8601 date known to the day, the month or the year."""

MonthSpan = Annotated[
    str,
    _matching(_MONTHS, "period-form", "is not a year, a month or two months with / between"),
    CellType(Kind.TEXT, _MONTHS, example="2018-01/2018-04"),
]
"""A year, a month, or a span of months ``YYYY-MM/YYYY-MM``."""


def _integer(minimum: int | None, maximum: int | None, unit: str = "") -> Any:
    return Annotated[
        int,
        BeforeValidator(_whole),
        _bounded(minimum, maximum, unit),
        _matching(_INTEGER, "whole-number-form", "is not a whole number in plain digits"),
        CellType(Kind.INTEGER, None, minimum, maximum, example="12"),
    ]


def _number(minimum: float | None, maximum: float | None, unit: str = "") -> Any:
    return Annotated[
        float,
        BeforeValidator(_decimal),
        _bounded(minimum, maximum, unit),
        _matching(_DECIMAL, "number-form", "is not a number in plain digits with a decimal point"),
        CellType(Kind.NUMBER, None, minimum, maximum, example="1.5"),
    ]


Year = _integer(1900, 2099)
Count = _integer(0, None)
Usd = _integer(0, None, " US$")
Quantity64 = _number(0, None)
Percent = _number(0, 100, " %")
Latitude = _number(-90, 90, "°")
Longitude = _number(-180, 180, "°")

YesNo = Annotated[bool, BeforeValidator(_yes_no), CellType(Kind.BOOLEAN, example="yes")]
"""``yes`` or ``no``."""

SourceUrl = Annotated[str, BeforeValidator(_address), CellType(Kind.TEXT, example="https://…")]
"""Address of a source, kept as its author wrote it."""

Several = Annotated[tuple[T, ...], BeforeValidator(_split)]
"""Several values in one cell, separated by ``|``; an empty cell is an empty tuple."""

PLAIN_NUMBER = _matching(_INTEGER, "whole-number-form", "is not a whole number in plain digits")
"""For terms that are numbers: ``Annotated[Stance, PLAIN_NUMBER]`` refuses ``+2`` and ``2.0``."""
