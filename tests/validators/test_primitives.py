"""Cells are read strictly: what other readers guess is an error here."""

import re
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from validators import primitives
from validators.codes import READING
from validators.primitives import (
    PLAIN_NUMBER,
    ActorCode,
    ClaimantCode,
    Count,
    Iso3,
    Latitude,
    MonthSpan,
    OrgCode,
    PartialDate,
    Percent,
    Quantity64,
    Several,
    Slug,
    SourceUrl,
    Text,
    Usd,
    Year,
    YesNo,
)
from validators.vocabulary import Stance


def _code(kind: Any, text: str) -> str:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    return str(caught.value.errors()[0]["type"])


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Text, "Расон 라선 – Rason", "Расон 라선 – Rason"),
        (Text, "= 5 apples", "= 5 apples"),
        (Slug, "2024-06-19-treaty", "2024-06-19-treaty"),
        (Iso3, "PRK", "PRK"),
        (OrgCode, "G7", "G7"),
        (ActorCode, "UNHCR", "UNHCR"),
        (ClaimantCode, "KOR-NIS", "KOR-NIS"),
        (PartialDate, "1961", "1961"),
        (PartialDate, "1961-07", "1961-07"),
        (PartialDate, "2024-02-29", "2024-02-29"),
        (MonthSpan, "2018-01/2018-04", "2018-01/2018-04"),
        (Year, "1945", 1945),
        (Count, "0", 0),
        (Usd, "631000000", 631_000_000),
        (Quantity64, "10358.388", 10358.388),
        (Quantity64, "0", 0.0),
        (Percent, "100", 100.0),
        (Latitude, "-89.5", -89.5),
        (YesNo, "yes", True),
        (YesNo, "no", False),
        (SourceUrl, "https://example.org/a%20b?c=ä", "https://example.org/a%20b?c=ä"),
        (Several[Iso3], "RUS|PRK", ("RUS", "PRK")),
        (Several[Iso3], "RUS", ("RUS",)),
        (Annotated[Stance, PLAIN_NUMBER], "-2", Stance.CONDEMNS),
    ],
)
def test_what_is_written_plainly_is_read(kind: Any, text: str, value: object) -> None:
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize("text", [" a", "a ", "a  b", "a\u00a0b", "a\u2009b", "a\u3000b"])
def test_stray_spaces(text: str) -> None:
    assert _code(Text, text) == "text-spacing"


@pytest.mark.parametrize(
    "text",
    [
        "a\tb",
        "a\nb",
        "a\rb",
        "a\x00",
        "\x07a",
        "a\x85b",
        "a\u200bb",
        "a\u00adb",
        "\ufeffa",
        "a\ufffd",
    ],
)
def test_control_and_invisible_characters(text: str) -> None:
    assert _code(Text, text) == "text-control"


@pytest.mark.parametrize("text", ["n/a", "NA", "nan", "None", "-", "—", "?", "TBD"])
def test_placeholders(text: str) -> None:
    assert _code(Text, text) == "text-placeholder"


def test_decomposed_letters() -> None:
    assert _code(Text, "Andre\u0301") == "text-normal-form"


@pytest.mark.parametrize(
    ("kind", "code", "texts"),
    [
        (Slug, "id-form", ["Treaty", "a_b", "a--b", "-a", "a-", "a b", "é"]),
        (Iso3, "country-code-form", ["prk", "PR", "PRKK", "PR1", "PRK "]),
        (OrgCode, "organisation-code-form", ["g7", "G", "TOOLONG", "G-7"]),
        (ActorCode, "actor-code-form", ["rus", "R"]),
        (ClaimantCode, "claimant-code-form", ["kor", "KOR-", "KOR-NIS-X", "KOR NIS"]),
        (
            PartialDate,
            "date-form",
            ["24-06-19", "2024-6-19", "2024-13", "2024-00", "2024-06-32", "2024-06-00"],
        ),
        (
            PartialDate,
            "date-form",
            [
                "20240619",
                "2024-06-19T00:00",
                "19.06.2024",
                "1718755200",
                "1899",
                "2100",
                "２０２４",
            ],
        ),
        (PartialDate, "date-impossible", ["2023-02-29", "2024-04-31", "1900-02-29"]),
        (
            MonthSpan,
            "period-form",
            ["2018-01/", "2018-01/2018", "2018-1", "2018-01-01", "2018–2019"],
        ),
        (
            Count,
            "whole-number-form",
            ["1_000", "1,000", "1.0", "1e3", "+1", "01", " 1", "nan", "٣", "-0", "0x1"],
        ),
        (Quantity64, "number-form", ["nan", "inf", "-inf", "1e5", "1_0", "1,5", ".5", "5.", "+1"]),
        (Count, "number-range", ["-1"]),
        (Year, "number-range", ["1899", "2100"]),
        (Percent, "number-range", ["-0.1", "100.1"]),
        (Latitude, "number-range", ["90.1", "-91"]),
        (YesNo, "yes-no", ["Yes", "true", "1", "y"]),
        (
            SourceUrl,
            "url-invalid",
            [
                "example.org",
                "ftp://example.org",
                "http://",
                "https://a.org/b c",
                "/a",
                "mailto:a@b.c",
            ],
        ),
        (Several[Iso3], "list-empty-item", ["RUS|", "|RUS", "RUS||PRK"]),
        (Several[Iso3], "list-repeated-item", ["RUS|PRK|RUS"]),
        (Several[Iso3], "country-code-form", ["RUS|prk", "RUS, PRK"]),
        (Annotated[Stance, PLAIN_NUMBER], "whole-number-form", ["+2", "2.0", "two"]),
        (Annotated[Stance, PLAIN_NUMBER], "enum", ["3"]),
    ],
)
def test_what_other_readers_guess_is_refused(kind: Any, code: str, texts: list[str]) -> None:
    assert {text: _code(kind, text) for text in texts} == dict.fromkeys(texts, code)


def test_an_address_is_kept_as_written() -> None:
    url = "http://EXAMPLE.org"  # pydantic would lower the host and add a slash
    assert TypeAdapter(SourceUrl).validate_python(url) == url


def test_every_code_that_a_type_raises_is_in_the_list() -> None:
    source = Path(primitives.__file__).read_text(encoding="utf-8")
    raised = set(re.findall(r'_fail\(\s*"([a-z-]+)"', source))
    raised |= set(re.findall(r'_matching\(\s*[^,]+,\s*"([a-z-]+)"', source))
    assert len(raised) > 15
    assert raised <= {entry.code for entry in READING}
