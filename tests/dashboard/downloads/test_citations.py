"""Citations in the usual styles, and files that reference managers can read."""

import json
from pathlib import Path

import bibtexparser
import pytest
import rispy
from jsonschema import Draft202012Validator

from dashboard.downloads.citations import (
    STYLES,
    Style,
    Work,
    bibtex,
    csl_json,
    database,
    ris,
    view_citation,
)

ADDRESS = "https://tumen.test/trade?from=1990&to=2000&q=50%25"
SHARES = Work(
    "Share of Russia and China in total DPRK trade",
    "1990–2000; partners: Russia and China; search: “50% & {x}_y”.",
    "2026.11.21",
    ADDRESS,
)
WHOLE = database("2026.11.21", "https://tumen.test/")
RECORD = Work(
    "Договор — 조약", "Agreements, record treaty-2024", "2026.01.02", "https://t.test/r/x"
)
WORKS = (SHARES, WHOLE, RECORD)
BY_CODE = {style.code: style for style in STYLES}

# What the schema of CSL-JSON asks of an item of this kind.
CSL_ITEM = {
    "type": "object",
    "required": ["id", "type"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "type": {"const": "dataset"},
        "title": {"type": "string"},
        "container-title": {"type": "string"},
        "version": {"type": "string"},
        "URL": {"type": "string"},
        "author": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"literal": {"type": "string"}},
                "additionalProperties": False,
            },
        },
        "issued": {
            "type": "object",
            "properties": {
                "date-parts": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 2,
                    "items": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 3,
                        "items": {"type": "integer"},
                    },
                }
            },
            "additionalProperties": False,
        },
    },
}


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.key)
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.code)
def test_every_citation_names_author_title_version_year_and_address(
    style: Style, work: Work
) -> None:
    text = style.write(work)
    for part in ("The Tumen contributors", "2026", work.version, work.address):
        assert part in text
    assert "since 1945, with the evidence" in text.lower()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "chicago",
            "The Tumen contributors. 2026. “Share of Russia and China in Total DPRK Trade (1990–2000; "
            "Partners: Russia and China; Search: “50% & {x}_y”).” In Tumen: Russia–North Korea "
            "Relations Since 1945, with the Evidence, version 2026.11.21. November 21. "
            + ADDRESS
            + ".",
        ),
        (
            "apa",
            "The Tumen contributors. (2026). Share of Russia and China in total DPRK trade (1990–2000; "
            "partners: Russia and China; search: “50% & {x}_y”) [Dataset]. In Tumen: Russia–North "
            "Korea relations since 1945, with the evidence (Version 2026.11.21). " + ADDRESS,
        ),
        (
            "mla",
            "The Tumen contributors. “Share of Russia and China in Total DPRK Trade (1990–2000; "
            "Partners: Russia and China; Search: “50% & {x}_y”).” Tumen: Russia–North Korea Relations "
            "Since 1945, with the Evidence, Version 2026.11.21, 21 Nov. 2026, " + ADDRESS + ".",
        ),
    ],
)
def test_a_view_is_cited_as_the_manuals_have_it(code: str, expected: str) -> None:
    assert BY_CODE[code].write(SHARES) == expected


def test_the_record_as_a_whole_is_no_part_of_itself() -> None:
    assert BY_CODE["apa"].write(WHOLE) == (
        "The Tumen contributors. (2026). Tumen: Russia–North Korea relations since 1945, with the "
        "evidence (Version 2026.11.21) [Dataset]. https://tumen.test/"
    )


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.key)
def test_bibtex_is_read_by_a_parser(work: Work) -> None:
    (entry,) = bibtexparser.loads(bibtex(work)).entries
    assert entry["ENTRYTYPE"] == "misc"
    assert entry["ID"] == work.key
    assert entry["author"] == "{The Tumen contributors}"
    assert entry["year"] == "2026"
    assert entry["version"] == work.version
    assert entry["url"] == work.address
    assert entry["month"] == {"11": "November", "01": "January"}[work.version[5:7]]


def test_bibtex_keeps_what_latex_would_take_for_commands() -> None:
    title = bibtexparser.loads(bibtex(SHARES)).entries[0]["title"]
    assert title.endswith(r"search: “50\% \& \{x\}\_y”)}")


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.key)
def test_ris_is_read_by_a_parser(work: Work) -> None:
    (entry,) = rispy.loads(ris(work))
    assert entry["type_of_reference"] == "DATA"
    assert entry["authors"] == ["The Tumen contributors"]
    assert entry["title"] == work.name
    assert entry["year"] == "2026"
    assert entry["date"].replace("/", ".") == work.version
    assert entry["edition"] == work.version
    assert entry["urls"] == [work.address]


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.key)
def test_csl_json_has_the_shape_of_its_schema(work: Work) -> None:
    items = json.loads(csl_json(work))
    Draft202012Validator({"type": "array", "items": CSL_ITEM}).validate(items)
    assert items[0]["title"] == work.name
    assert items[0]["issued"]["date-parts"] == [list(work.date)]


def test_two_views_of_one_figure_have_two_keys() -> None:
    other = Work(SHARES.title, "1991–2000.", SHARES.version, ADDRESS)
    assert other.key != SHARES.key
    assert other.key.isascii()


def test_files_have_endings_and_types() -> None:
    assert {style.ending for style in STYLES if style.ending} == {"bib", "ris", "csl.json"}
    assert all(bool(style.ending) == bool(style.mime) for style in STYLES)


def test_the_file_for_citation_names_the_version_of_the_data() -> None:
    root = Path(__file__).parents[3]
    version = (root / "datasets" / "VERSION").read_text("ascii").strip()
    text = (root / "CITATION.cff").read_text("utf-8")
    assert f"version: {version}\n" in text
    assert f'date-released: "{version.replace(".", "-")}"\n' in text


def test_the_line_in_files_names_view_version_and_address() -> None:
    line = view_citation(SHARES.title, "1990–2000.", "2026.11.21", ADDRESS)
    assert line.startswith("Tumen (2026). “Share of Russia and China in total DPRK trade”. 1990")
    assert line.endswith(f"version 2026.11.21. {ADDRESS}")
