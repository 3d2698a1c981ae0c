"""Readable pages without JavaScript: one per record, and the index of tables."""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

import datasets
from dashboard.downloads.citations import PROJECT, SUBTITLE, view_citation
from dashboard.lookup.records import TABLES, Record, facts, find, referring
from dashboard.plain import jsonld
from dashboard.plain.answers import answer, complaint
from datasets.archive import archive_name
from validators.vocabulary import SourceKind

FORMATS = ("csv", "json", "parquet", "xlsx")

_HTML = "text/html; charset=utf-8"
_HERE = Path(__file__).parent
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](?::[0-9]{1,5})?")
_DESCRIBED = 200  # characters of a description in a search result or preview

#: Pages that can show one record of a table, with the parameter that names it.
VIEWS = {
    "milestones": "/milestones?record={}",
    "reactions": "/reactions?show=list&record={}",
    "reaction_events": "/reactions?event={}",
    "agreements": "/agreements?show=list&record={}",
    "estimates": "/estimates?show=list&record={}",
    "claims": "/claims?claim={}",
    "ga_key_resolutions": "/united-nations?show=key&topic=-&resolution={}",
    "trade_series": "/trade?series={}",
    "places": "/milestones?place={}",
}

_ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    trim_blocks=True,
    undefined=jinja2.StrictUndefined,
)


@cache
def style_bytes() -> bytes:
    """The style sheet of plain pages."""
    return (_HERE / "plain.css").read_bytes()


@cache
def style_path() -> str:
    """Its address; a new style has a new one."""
    return f"/plain-{hashlib.sha256(style_bytes()).hexdigest()[:10]}.css"


def style(_: Request) -> Response:
    """The style sheet of plain pages."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(style_bytes(), media_type="text/css", headers=headers)


def base(request: Request) -> str:
    """Scheme and host under which the reader sees the server; a malformed host is not repeated."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}" if _HOST.fullmatch(host) else ""


def _render(template: str, **content: Any) -> bytes:
    common = {
        "project": PROJECT,
        "subtitle": SUBTITLE,
        "version": datasets.version(),
        "style": style_path(),
    }
    return _ENVIRONMENT.get_template(template).render(**common, **content).encode()


def record(request: Request) -> Response:
    """The page of one record."""
    wanted, table = request.path_params["id"], request.path_params.get("table", "")
    catalog = datasets.catalog()
    if table and table not in TABLES:
        return complaint(404, "No such table", f"Records with a page: {', '.join(TABLES)}.")
    found = find(catalog, wanted, table)
    if not found:
        kept = _tombstone(wanted)
        said = kept or "Ids are written in lower case, as the tables give them."
        return complaint(404, "No such record", said, f"Tables with records: {', '.join(TABLES)}.")
    key = f"record:{base(request)}:{table}:{wanted}"
    return answer(request, key, lambda: _record_page(base(request), found, table), _HTML)


def _tombstone(wanted: str) -> str:
    catalog = datasets.catalog()
    if "tombstones" in catalog.failed:
        return ""
    rows = catalog.frame("tombstones")
    for row in rows[rows["id"] == wanted].itertuples():
        after = f" In its place: {row.replaced_by}." if isinstance(row.replaced_by, str) else ""
        return f"This record was removed on {row.date}: {row.reason}{after}"
    return ""


def _record_page(host: str, found: tuple[Record, ...], table: str) -> bytes:
    catalog = datasets.catalog()
    shown, *others = found
    prefix = f"{shown.spec.id}/" if table else ""
    address = f"{host}/r/{prefix}{shown.id}"
    sources = _sources(shown)
    known = facts(catalog, shown)
    words = next((str(v) for f in known for v in f.values if len(str(v)) > 40), shown.label)
    view = VIEWS.get(shown.spec.id, "").format(shown.id)
    no_sources = (
        "This is a source itself."
        if shown.spec.id == "sources"
        else "The row names no source of its own; the rows to which it belongs do."
    )
    return _render(
        "record.html",
        title=shown.label,
        description=words[:_DESCRIBED],
        address=address,
        data=jsonld.script(jsonld.record_data(catalog, shown, address, sources)),
        record=shown,
        facts=known,
        sources=_listed(sources),
        no_sources=no_sources,
        groups=tuple(referring(catalog, shown)),
        others=others,
        view=view,
        citation=view_citation(shown.label, "", datasets.version(), address),
    )


def _sources(shown: Record) -> pd.DataFrame:
    catalog = datasets.catalog()
    if "sources" in catalog.failed:
        return pd.DataFrame(columns=["id", "title", "publisher", "url", "date", "kind"])
    table = catalog.frame("sources").set_index("id", drop=False)
    return table.loc[[source for source in shown.source_ids if source in table.index]]


def _listed(sources: pd.DataFrame) -> list[dict[str, str]]:
    kinds = {str(kind.value): kind.label for kind in SourceKind}
    listed = []
    for _, row in sources.iterrows():
        said = {str(k): v if isinstance(v, str) else "" for k, v in row.items()}
        listed.append({**said, "kind": kinds.get(said["kind"], said["kind"])})
    return listed


def index(request: Request) -> Response:
    """The index of tables."""
    return answer(request, f"index:{base(request)}", lambda: _index_page(base(request)), _HTML)


def _index_page(host: str) -> bytes:
    catalog = datasets.catalog()
    served = [spec for spec in catalog.specs if spec.id not in catalog.failed]
    groups = list(dict.fromkeys(spec.group for spec in served))
    return _render(
        "index.html",
        title="Tables",
        description="Every table of the record, to download and to read by programs.",
        address=f"{host}/data/",
        data=jsonld.script(jsonld.catalogue_data(catalog, datasets.version(), host)),
        groups=[(group, [s for s in served if s.group == group]) for group in groups],
        rows={spec.id: f"{len(catalog.frame(spec.id)):,}" for spec in served},
        formats=FORMATS,
        archive=archive_name(),
        failed=sorted(catalog.failed),
    )
