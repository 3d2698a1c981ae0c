"""Tables at plain addresses: ``/data/<table>.<format>``, under the filters of the pages.

A table takes the period and the themes where it has a place in them, words to look for (``q``),
the column filters and the order of the table browser (``where``, ``where2`` …, ``sort``) and the
filters of its page that stand for a column. Filters of the page that only shape its pictures are
understood and change nothing; anything else is refused with a list of what exists.
"""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from functools import cache
from urllib.parse import urlencode

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

import datasets
from dashboard import queries
from dashboard.browse.param import Browse, Browsing
from dashboard.browse.rows import Texts, selected, table_texts
from dashboard.downloads.citations import view_citation
from dashboard.downloads.formats import FORMATS, Export, Format, fields_of_table, source_ids
from dashboard.navigation import EVERYWHERE, PAGES
from dashboard.plain.answers import answer, complaint
from dashboard.plain.pages import base
from dashboard.state.view import Filters, Param, Text, describe, from_query, slug, to_query
from datasets.package import NAME

#: Formats by the ending of the address.
ENDINGS: Mapping[str, Format] = {
    form.extension: form for form in FORMATS if "." not in form.extension
}

#: Table → filters of its page that stand for one of its columns, or for any of several.
COLUMNS: Mapping[str, Mapping[str, str | tuple[str, ...]]] = {
    "milestones": {
        "significance": "significance",
        "tone": "tone",
        "place": "place_id",
        "actor": "actors",
        "record": "id",
    },
    "trade_flows": {
        "partners": "partner",
        "series": "series_id",
        "flow": "flow",
        "year": "year",
    },
    "trade_published_shares": {"partners": "partner", "flow": "flow", "year": "year"},
    "trade_products": {
        "partners": "partner",
        "series": "series_id",
        "flow": "flow",
        "year": "year",
    },
    "trade_flows_rubles": {"flow": "flow", "year": "year"},
    "trade_series": {"series": "series_id"},
    "reactions": {
        "event": "event_id",
        "stance": "stance",
        "country": "actor",
        "record": "id",
    },
    "reaction_events": {"event": "event_id"},
    "joint_statements": {"event": "event_id", "stance": "stance", "country": "countries"},
    "agreements": {"kind": "kind", "record": "id"},
    "agreement_provisions": {"treaties": "treaty_id", "topic": "topic"},
    "ga_key_resolutions": {"topic": "topic", "resolution": "id"},
    "ga_key_votes": {"resolution": "resolution_id", "vote": "vote"},
    "security_council": {"outcome": "kind", "measure": "measures"},
    "sanctions_actions": {"body": "body"},
    "estimates": {
        "quantity": "quantity",
        "unit": "unit",
        "kind": "claimant_kind",
        "claimant": "claimant",
        "record": "id",
    },
    "claims": {"article": "article_id", "verdict": "verdict", "kind": "kind", "claim": "id"},
}

_SEARCH = Text("q", "Search")


class RefusedError(ValueError):
    """A query that is not understood; the message says what exists."""


@cache
def _texts(table: str) -> Texts:
    return table_texts(table)


@cache
def params_of(table: str) -> tuple[Param, ...]:
    """The filters that the address of a table understands."""
    group = datasets.spec(table).group
    page = next((page for page in PAGES if page.section == group and table in page.tables), None)
    own = page.params if page is not None else ()
    known = {param.key for param in (*EVERYWHERE, _SEARCH)}
    browsing = Browsing("browse", "Table", default=table)
    return (*EVERYWHERE, _SEARCH, browsing, *(p for p in own if p.key not in known))


def understood(table: str, query: Mapping[str, list[str]]) -> Filters:
    """The filters of a query.

    Raises:
        RefusedError: A part of it is not understood.
    """
    params = params_of(table)
    filters, ignored = from_query(params, {k: v for k, v in query.items() if k != "table"})
    if ignored:
        said = "; ".join(f"{part.name[:60]} = “{part.value[:60]}” {part.why}" for part in ignored)
        names = ", ".join(name for param in params for name in param.names if name != "table")
        columns = ", ".join(datasets.spec(table).columns)
        raise RefusedError(f"{said}. Filters: {names}. Columns: {columns}.")
    return filters


def rows(table: str, filters: Filters, given: frozenset[str]) -> pd.DataFrame:
    """Rows that the filters leave, in the order asked for.

    Args:
        table: Id of the table.
        filters: Its filters.
        given: Names that stand in the query: a page's defaults restrict the page alone.
    """
    frame = datasets.catalog().frame(table)
    browse: Browse = replace(filters.browse, table=table)
    texts = _texts(table) if filters.q or browse.where else None
    left = selected(frame, browse, filters, texts)
    spec = datasets.spec(table)
    columns = {k: c for k, c in COLUMNS.get(table, {}).items() if k in given and filters[k] != ""}
    return queries.select(left, spec, {k: filters[k] for k in columns}, columns)


def export(table: str, filters: Filters, given: frozenset[str], host: str) -> Export:
    """The rows with all that must travel with them."""
    spec = datasets.spec(table)
    params, kept = _kept(table, filters, given)
    frame = rows(table, filters, given).reset_index(drop=True)
    reading = describe(params, kept)
    query = urlencode({k: v for k, v in to_query(params, kept).items() if k != "table"})
    address = f"{host}/data/{table}.csv{f'?{query}' if query else ''}"
    return Export(
        name=table,
        title=spec.title,
        frame=frame,
        fields=fields_of_table(spec.columns),
        sources=_sources(frame),
        filters=reading,
        slug=slug(params, kept),
        version=datasets.version(),
        licence=spec.licence.title,
        citation=view_citation(spec.title, reading, datasets.version(), address),
        notes=_caveats(table),
        address=address,
    )


def _kept(
    table: str, filters: Filters, given: frozenset[str]
) -> tuple[list[Param], dict[str, Hashable]]:
    """The filters of the query that narrow this table, and their values."""
    spec = datasets.spec(table)
    narrowing = {_SEARCH.key, "browse", *COLUMNS.get(table, {})}
    narrowing |= {"period"} if spec.time else set()
    narrowing |= {"themes"} if spec.themes else set()
    params = [
        param for param in params_of(table) if param.key in narrowing and given & set(param.names)
    ]
    return params, {param.key: filters[param.key] for param in params}


def _sources(frame: pd.DataFrame) -> pd.DataFrame:
    if "sources" in datasets.catalog().failed:
        return pd.DataFrame(columns=list(datasets.spec("sources").columns))
    known = datasets.catalog().frame("sources").set_index("id", drop=False)
    return known.loc[[source for source in source_ids(frame) if source in known.index]]


def _caveats(table: str) -> tuple[str, ...]:
    if "caveats" in datasets.catalog().failed:
        return ()
    caveats = datasets.catalog().frame("caveats")
    pairs = zip(caveats["text"], caveats["tables"], strict=True)
    return tuple(text for text, tables in pairs if table in tables)


def _file_name(table: str, filters: Filters, given: frozenset[str], extension: str) -> str:
    params, kept = _kept(table, filters, given)
    parts = (NAME, table, slug(params, kept), datasets.version())
    return f"{'-'.join(part for part in parts if part)}.{extension}"


def table(request: Request) -> Response:
    """A table in one format."""
    name, ending = request.path_params["table"], request.path_params["ending"]
    catalog = datasets.catalog()
    tables = ", ".join(spec.id for spec in catalog.specs)
    if name not in {spec.id for spec in catalog.specs}:
        return complaint(404, "No such table", f"Tables: {tables}.")
    if ending not in ENDINGS:
        return complaint(404, "No such format", f"Formats: {', '.join(ENDINGS)}.")
    if name in catalog.failed:
        said = [str(finding) for finding in catalog.errors(name)[:5]]
        return complaint(503, "This table is not served", "It breaks a rule:", *said)
    query: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        query.setdefault(key, []).append(value)
    try:
        filters = understood(name, query)
    except RefusedError as error:
        return complaint(400, "Not understood", str(error))
    form = ENDINGS[ending]
    host, given = base(request), frozenset(query)
    return answer(
        request,
        f"table:{host}:{ending}:{name}:{sorted(query.items())}",
        lambda: form.write(export(name, filters, given, host)),
        form.mime,
        file_name=_file_name(name, filters, given, form.extension),
        headers={"Access-Control-Allow-Origin": "*"},
    )
