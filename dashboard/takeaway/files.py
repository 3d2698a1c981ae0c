"""Files: the rows of a card, how to cite it, and the tables of a page as one archive."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

import datasets
from dashboard import exports, selection
from dashboard.downloads.citations import STYLES, Style, Work, database
from dashboard.downloads.formats import file_name
from dashboard.lookup.addresses import page_name, record_address, table_address
from dashboard.lookup.records import find
from dashboard.plain.answers import answer
from dashboard.plain.pages import base
from dashboard.plain.tables import ENDINGS
from dashboard.state.view import slug
from dashboard.takeaway.asked import NotServedError, asked, card_of, content_of, strictly
from datasets.archive import archive_name
from datasets.package import NAME

#: Anyone's script may read what anyone's browser may.
_OPEN = {"Access-Control-Allow-Origin": "*"}

#: Styles that come as a file, by the ending of the address.
CITED: Mapping[str, Style] = {style.ending: style for style in STYLES if style.ending}


def split(name: str) -> tuple[str, str]:
    """Name and ending of a file; some endings have two parts.

    Raises:
        NotServedError: There is no such ending.
    """
    known = (*ENDINGS, *CITED)
    for ending in sorted(known, key=len, reverse=True):
        if name.endswith(f".{ending}"):
            return name.removesuffix(f".{ending}"), ending
    raise NotServedError(404, "No such format", f"Formats: {', '.join(known)}.")


def card_file(request: Request) -> Response:
    """The rows of a card in one format, or a citation of it."""
    key, ending = split(request.path_params["file"])
    found = strictly(asked(request))
    shown = found.shown(card_of(found, key))
    signature = f"view:{found.signature}:{key}:{ending}"
    if ending in CITED:
        return _cited(request, exports.work(shown, content_of(shown)), CITED[ending], signature)
    form = ENDINGS[ending]
    return answer(
        request,
        signature,
        lambda: form.write(exports.export(shown, content_of(shown))),
        form.mime,
        file_name=file_name(shown.name, shown.slug, datasets.version(), form.extension),
        headers=_OPEN,
    )


def _cited(request: Request, work: Work, style: Style, signature: str) -> Response:
    name = f"{work.key}.{style.ending}"
    return answer(
        request,
        signature,
        lambda: style.write(work).encode(),
        style.mime,
        file_name=name,
        headers=_OPEN,
    )


def citation(request: Request) -> Response:
    """How to cite the record, a table or a row."""
    name, ending = split(request.path_params["file"])
    if ending not in CITED:
        raise NotServedError(404, "No such format", f"Formats: {', '.join(CITED)}.")
    work = _work(name, f"{base(request)}/")
    return _cited(request, work, CITED[ending], f"cite:{base(request)}:{name}:{ending}")


def _work(name: str, home: str) -> Work:
    version, catalog = datasets.version(), datasets.catalog()
    if name == NAME:
        return database(version, home)
    for spec in catalog.specs:
        if spec.id == name:
            return Work(spec.title, "", version, table_address(name, "csv", {}, home))
    for record in find(catalog, name):
        detail = f"{record.spec.title}, record {record.id}"
        return Work(record.label, detail, version, record_address(record.id, home))
    said = f"Give {NAME}, the id of a table, or the id of a record."
    raise NotServedError(404, "Nothing of that name", said)


def package(request: Request) -> Response:
    """The tables of a page under its filters."""
    found = strictly(asked(request))
    if "sources" in datasets.catalog().failed:
        said = "The table of sources breaks a rule, and no package goes without sources."
        raise NotServedError(503, "Not served", said)
    filtered = slug(found.page.all_params, found.filters)
    parts = (page_name(found.page.url), filtered)
    return answer(
        request,
        f"package:{found.signature}",
        lambda: selection.package(found.page, found.filters),
        "application/zip",
        file_name=archive_name("-".join(part for part in parts if part)),
        headers=_OPEN,
    )
