"""Records and tables as schema.org JSON-LD."""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.lookup.records import Record
from datasets.package import AUTHOR, TITLE
from datasets.record import Catalog
from validators.spec import TableSpec

_EVENTS = frozenset({"milestones", "reaction_events"})
_TEXT = ("summary", "description", "explanation", "claim", "reason", "note")


def record_data(
    catalog: Catalog, record: Record, address: str, sources: pd.DataFrame
) -> dict[str, Any]:
    """A record as an Event, a Claim, a Place or a CreativeWork.

    Args:
        catalog: The record of tables, for the place of an event.
        record: The record.
        address: Its permanent address.
        sources: Rows of its sources.
    """
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _type(record.spec.id),
        "@id": address,
        "identifier": record.id,
        "name": record.label,
        "url": address,
    }
    text = next((record.row[name] for name in _TEXT if _present(record.row.get(name))), None)
    if text is not None and text != record.label:
        data["description"] = text
    if record.spec.id in _EVENTS:
        data |= _event(catalog, record)
    elif record.spec.id == "claims":
        data["text"] = record.row["claim"]
        data["appearance"] = {"@type": "CreativeWork", "identifier": record.row["article_id"]}
    elif record.spec.id == "places":
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(record.row["lat"]),
            "longitude": float(record.row["lon"]),
        }
    elif record.spec.id == "sources":
        if _present(record.row["url"]):
            data["url"] = record.row["url"]
        if _present(record.row["date"]):
            data["datePublished"] = record.row["date"]
        if _present(record.row["publisher"]):
            data["publisher"] = {"@type": "Organization", "name": record.row["publisher"]}
    cited = [_citation(dict(row)) for _, row in sources.iterrows()]
    if cited:
        data["subjectOf" if record.spec.id in {*_EVENTS, "places"} else "citation"] = cited
    return data


def _type(table: str) -> str:
    if table in _EVENTS:
        return "Event"
    return {"claims": "Claim", "places": "Place"}.get(table, "CreativeWork")


def _event(catalog: Catalog, record: Record) -> dict[str, Any]:
    data: dict[str, Any] = {"startDate": record.row["date"]}
    if _present(record.row.get("date_end")):
        data["endDate"] = record.row["date_end"]
    place = record.row.get("place_id")
    if _present(place) and "places" not in catalog.failed:
        frame = catalog.frame("places")
        row = frame[frame["id"] == place].iloc[0]
        data["location"] = {
            "@type": "Place",
            "name": row["name"],
            "geo": {
                "@type": "GeoCoordinates",
                "latitude": float(row["lat"]),
                "longitude": float(row["lon"]),
            },
        }
    return data


def _citation(row: Mapping[Any, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {"@type": "CreativeWork", "name": row["title"]}
    for name, key in (("url", "url"), ("date", "datePublished")):
        if _present(row[name]):
            data[key] = row[name]
    if _present(row["publisher"]):
        data["publisher"] = {"@type": "Organization", "name": row["publisher"]}
    return data


def _present(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def table_data(spec: TableSpec, version: str, base: str) -> dict[str, Any]:
    """A table as a Dataset with its downloads."""
    formats = {
        "csv": "text/csv",
        "json": "application/json",
        "parquet": "application/vnd.apache.parquet",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
    return {
        "@type": "Dataset",
        "name": spec.title,
        "identifier": spec.id,
        "description": spec.description,
        "license": spec.licence.url,
        "version": version,
        "creator": {"@type": "Organization", "name": AUTHOR},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media,
                "contentUrl": f"{base}/data/{spec.id}.{extension}",
            }
            for extension, media in formats.items()
        ],
    }


def catalogue_data(catalog: Catalog, version: str, base: str) -> dict[str, Any]:
    """All tables as a DataCatalog."""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": TITLE,
        "url": f"{base}/data/",
        "dataset": [
            table_data(spec, version, base)
            for spec in catalog.specs
            if spec.id not in catalog.failed
        ],
    }


def script(data: dict[str, Any]) -> str:
    """JSON-LD safe to stand inside a script element."""
    return json.dumps(data, ensure_ascii=False, indent=1).replace("<", "\\u003c")
