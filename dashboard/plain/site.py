"""What belongs to the whole record: descriptor, package, feed of changes, robots, sitemap."""

from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

from starlette.requests import Request
from starlette.responses import Response

import datasets
from dashboard.lookup.records import TABLES
from dashboard.navigation import PAGES
from dashboard.plain.answers import answer, complaint, released
from dashboard.plain.pages import base
from datasets.archive import archive_name, package_zip
from datasets.build import ROOT
from datasets.diff import as_text
from datasets.package import AUTHOR, NAME, TITLE
from datasets.released import Release, history

_OPEN = {"Access-Control-Allow-Origin": "*"}
_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"

#: Tables whose records stand in the sitemap; votes and sources are found through them.
_MAPPED = tuple(t for t in TABLES if t not in {"ga_roll_calls", "sources"})


def descriptor(request: Request) -> Response:
    """The Data Package descriptor."""
    path = ROOT / "datasets" / "datapackage.json"
    return answer(request, "descriptor", path.read_bytes, "application/json", headers=_OPEN)


def package(request: Request) -> Response:
    """The whole record as one file."""
    name = archive_name()
    if request.path_params["name"] != name.removesuffix(".zip"):
        return complaint(404, "No such package", f"The package of this version is {name}.")
    return answer(
        request,
        "package",
        lambda: package_zip(datasets.catalog()),
        "application/zip",
        file_name=name,
        headers=_OPEN,
    )


def feed(request: Request) -> Response:
    """Atom feed of releases of the data, the newest first."""
    host = base(request)
    return answer(
        request, f"feed:{host}", lambda: feed_bytes(host, history()), "application/atom+xml"
    )


def feed_bytes(host: str, releases: tuple[Release, ...]) -> bytes:
    """The feed as XML.

    Args:
        host: Scheme and host of the server.
        releases: All releases, the oldest first.
    """
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(root, "title", f"{TITLE}: changes to the data")
    _add(root, "id", f"tag:{NAME},2026:changes")
    _add(root, "updated", _stamp(releases[-1].version if releases else datasets.version()))
    _link(root, f"{host}/data/changes.atom", "self")
    _link(root, f"{host}/data", "alternate")
    _add(ElementTree.SubElement(root, f"{{{_ATOM}}}author"), "name", AUTHOR)
    for release in reversed(releases):
        entry = ElementTree.SubElement(root, f"{{{_ATOM}}}entry")
        _add(entry, "title", f"Data version {release.version}")
        _add(entry, "id", f"tag:{NAME},2026:data/{release.version}")
        _add(entry, "updated", _stamp(release.version))
        _link(entry, f"{host}/data?show=versions", "alternate")
        _add(entry, "summary", _summary(release))
        content = ElementTree.SubElement(entry, f"{{{_ATOM}}}content", type="text")
        content.text = as_text(release.changes) if release.changes else _summary(release)
    return _xml(root)


def _xml(root: ElementTree.Element) -> bytes:
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ElementTree.Element, address: str, rel: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}link", href=address, rel=rel)


def _stamp(version: str) -> str:
    return f"{version.replace('.', '-')}T00:00:00Z"


def _summary(release: Release) -> str:
    rows = sum(int(table["rows"]) for table in release.tables.values())
    held = f"{len(release.tables)} tables with {rows:,} rows."
    if not release.since:
        return f"First release: {held}"
    return f"{len(release.changes):,} changes since {release.since}; {held}"


def robots(request: Request) -> Response:
    """What crawlers may read: everything but single filtered downloads."""
    text = f"User-agent: *\nDisallow: /take/\nDisallow: /_stcore/\n\nSitemap: {base(request)}/sitemap.xml\n"
    return answer(request, f"robots:{base(request)}", text.encode, "text/plain; charset=utf-8")


def sitemap(request: Request) -> Response:
    """Pages, tables and records."""
    host = base(request)
    return answer(request, f"sitemap:{host}", lambda: _sitemap_bytes(host), "application/xml")


def _sitemap_bytes(host: str) -> bytes:
    ElementTree.register_namespace("", _SITEMAP)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    day = released().date().isoformat()
    for path in _paths():
        url = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
        ElementTree.SubElement(url, f"{{{_SITEMAP}}}loc").text = f"{host}{path}"
        ElementTree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = day
    return _xml(root)


def _paths() -> Iterator[str]:
    yield from (f"/{page.url}" for page in PAGES)
    yield "/data/"
    yield from (f"/r/{record}" for record in _records())


@cache
def _records() -> tuple[str, ...]:
    catalog = datasets.catalog()
    found: dict[str, None] = {}
    for table in _MAPPED:
        if table not in catalog.failed:
            found |= dict.fromkeys(catalog.frame(table)[catalog.spec(table).key[0]])
    return tuple(found)
