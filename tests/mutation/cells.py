"""Operators that follow from the kind of a column: each breaks the form of one cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from tests.mutation.model import Maker, Mutation
from validators.fields import Column
from validators.primitives import Kind
from validators.spec import TableSpec

Applies = Callable[[TableSpec, Column], bool]
Make = Callable[[Maker, Random], Mutation | None]

_NUMBERS = (Kind.INTEGER, Kind.NUMBER)
_FORMS = (
    "id-form",
    "country-code-form",
    "organisation-code-form",
    "actor-code-form",
    "claimant-code-form",
    "date-form",
    "period-form",
    "whole-number-form",
    "number-form",
    "yes-no",
    "url-invalid",
    "term-unknown",
    "text-spacing",
    "text-control",
)


def _set(maker: Maker, rng: Random, values: Sequence[str], *codes: str) -> Mutation | None:
    """Return the mutation that puts one of the values into a random cell of the column."""
    assert maker.column is not None
    value = rng.choice(list(values))
    for row in maker.rows(rng):
        before = maker.text.cell(row, maker.column.name)
        if before != value:
            text = f"{before}|{value}" if maker.column.several and before else value
            return maker.cell(row, maker.column.name, text, *codes)
    return None


def _change(
    maker: Maker, rng: Random, change: Callable[[str], str | None], *codes: str
) -> Mutation | None:
    """Return the mutation that changes the text of a random filled cell of the column."""
    assert maker.column is not None
    for row in maker.rows(rng):
        before = maker.text.cell(row, maker.column.name)
        after = change(before) if before else None
        if after is not None and after != before:
            return maker.cell(row, maker.column.name, after, *codes)
    return None


def empty_required(maker: Maker, rng: Random) -> Mutation | None:
    """Empty a cell that must be filled."""
    return _change(maker, rng, lambda text: "", "value-required")


def unknown_term(maker: Maker, rng: Random) -> Mutation | None:
    """Use a code that is no term of the vocabulary."""
    if maker.column is not None and maker.column.kind is Kind.INTEGER:
        return _set(maker, rng, ("9", "-7", "44"), "term-unknown")
    return _set(maker, rng, ("zz-unknown", "any", "?", "0", "n/a"), "term-unknown")


def wrong_case(maker: Maker, rng: Random) -> Mutation | None:
    """Write a code in other letters."""
    return _change(maker, rng, lambda text: text.swapcase(), *_FORMS)


def malformed_code(maker: Maker, rng: Random) -> Mutation | None:
    """Put a sign into a code that has no place there."""
    sign = rng.choice("!_ ./")
    return _change(maker, rng, lambda text: f"{text[:1]}{sign}{text[1:]}", *_FORMS)


def stray_space(maker: Maker, rng: Random) -> Mutation | None:
    """Add a space at an end of the cell."""
    front = rng.random() < 0.5
    return _change(maker, rng, lambda text: f" {text}" if front else f"{text} ", *_FORMS)


def inner_space(maker: Maker, rng: Random) -> Mutation | None:
    """Double a space in a text, or make it one that does not break."""
    space = rng.choice(("  ", "\u00a0", "\u2009"))
    return _change(
        maker,
        rng,
        lambda text: text.replace(" ", space, 1) if " " in text else f"{text[:1]}{space}{text[1:]}",
        "text-spacing",
    )


def control_character(maker: Maker, rng: Random) -> Mutation | None:
    """Put a control or invisible character into a cell, line breaks included."""
    char = rng.choice("\t\n\r\x00\x07\x85\u200b\u00ad\ufeff\ufffd")
    codes = (*_FORMS, "file-unreadable") if char == "\x00" else _FORMS
    return _change(maker, rng, lambda text: f"{text[:2]}{char}{text[2:]}", *codes)


def placeholder(maker: Maker, rng: Random) -> Mutation | None:
    """Write a placeholder where the cell should be empty."""
    return _set(maker, rng, ("n/a", "-", "—", "None", "NaN", "tbd", "?"), "text-placeholder")


def decomposed(maker: Maker, rng: Random) -> Mutation | None:
    """Write an accented letter as letter and accent."""
    return _change(
        maker,
        rng,
        lambda text: unicodedata.normalize("NFD", f"{text} é"),
        "text-normal-form",
    )


def impossible_date(maker: Maker, rng: Random) -> Mutation | None:
    """Write a day that does not exist."""
    return _set(
        maker, rng, ("2023-02-30", "2021-04-31", "2019-02-29", "1900-02-29"), "date-impossible"
    )


def malformed_date(maker: Maker, rng: Random) -> Mutation | None:
    """Write a date in another form."""
    values = (
        "2023-13", "2023-00", "2023-6-1", "20230601", "01.06.2023", "2023-06-32", "1899", "2100",
        "2023-06-01T00:00", "June 2023", "1718841600", "2023-", "２０２３",
    )  # fmt: skip
    return _set(maker, rng, values, "date-form", "date-impossible")


def malformed_period(maker: Maker, rng: Random) -> Mutation | None:
    """Write a span of months in another form."""
    values = ("2023-01/", "2023-01–2023-05", "2023-01/2023-13", "2023/2024", "Q1 2023", "2023-1")
    return _set(maker, rng, values, "period-form")


def malformed_number(maker: Maker, rng: Random) -> Mutation | None:
    """Write what other readers take for a number."""
    values = [
        "1_000",
        "1,000",
        "nan",
        "inf",
        "1e5",
        "+5",
        "0x1F",
        "five",
        "٣",
        "1 000",
        "007",
        "5.",
    ]
    if maker.column is not None and maker.column.kind is Kind.INTEGER:
        values += ["12.5", "3.0"]
    return _set(maker, rng, values, "whole-number-form", "number-form")


def out_of_range(maker: Maker, rng: Random) -> Mutation | None:
    """Write a number beyond the bounds of the column."""
    cell = maker.column.cell if maker.column is not None else None
    if cell is None:
        return None
    values = []
    if cell.minimum is not None:
        values += [f"{cell.minimum - 1:.0f}", f"{cell.minimum - 1000:.0f}"]
    if cell.maximum is not None:
        values += [f"{cell.maximum + 1:.0f}", f"{cell.maximum * 10 + 10:.0f}"]
    return _set(maker, rng, values, "number-range") if values else None


def not_yes_no(maker: Maker, rng: Random) -> Mutation | None:
    """Write another word for yes or no."""
    return _set(maker, rng, ("Yes", "NO", "true", "0", "1", "y"), "yes-no")


def malformed_address(maker: Maker, rng: Random) -> Mutation | None:
    """Break an address."""
    breaks: tuple[Callable[[str], str], ...] = (
        lambda url: url.split("://", 1)[1],
        lambda url: url.replace("://", ":/ /", 1),
        lambda url: "ftp" + url[url.index(":") :],
        lambda url: url[: url.index(":") + 3],
        lambda url: url + " (archived)",
    )
    return _change(maker, rng, rng.choice(breaks), "url-invalid", "text-spacing")


def empty_item(maker: Maker, rng: Random) -> Mutation | None:
    """Leave an empty item in a list."""
    pattern = rng.choice(("{}|", "|{}", "{}||zz"))
    return _change(maker, rng, pattern.format, "list-empty-item")


def repeated_item(maker: Maker, rng: Random) -> Mutation | None:
    """Name an item of a list twice."""
    return _change(maker, rng, lambda text: f"{text}|{text.split('|')[0]}", "list-repeated-item")


def _is_code(spec: TableSpec, column: Column) -> bool:
    return column.vocabulary is None and column.kind is Kind.CODE


def _is_text(spec: TableSpec, column: Column) -> bool:
    return column.kind is Kind.TEXT and column.name not in ("url", "period")


OPERATORS: tuple[tuple[Make, Applies], ...] = (
    (empty_required, lambda spec, column: column.required),
    (unknown_term, lambda spec, column: column.vocabulary is not None),
    (wrong_case, lambda spec, column: column.kind in (Kind.CODE, Kind.BOOLEAN)),
    (malformed_code, _is_code),
    (stray_space, lambda spec, column: True),
    (inner_space, lambda spec, column: _is_text(spec, column) and not column.several),
    (control_character, lambda spec, column: True),
    (placeholder, _is_text),
    (decomposed, lambda spec, column: _is_text(spec, column) and not column.several),
    (impossible_date, lambda spec, column: column.kind is Kind.DATE),
    (malformed_date, lambda spec, column: column.kind is Kind.DATE),
    (malformed_period, lambda spec, column: column.name == "period"),
    (
        malformed_number,
        lambda spec, column: column.kind in _NUMBERS and column.vocabulary is None,
    ),
    (
        out_of_range,
        lambda spec, column: (
            column.vocabulary is None
            and column.cell is not None
            and not (column.cell.minimum is None and column.cell.maximum is None)
        ),
    ),
    (not_yes_no, lambda spec, column: column.kind is Kind.BOOLEAN),
    (malformed_address, lambda spec, column: column.name == "url"),
    (empty_item, lambda spec, column: column.several),
    (repeated_item, lambda spec, column: column.several),
)
