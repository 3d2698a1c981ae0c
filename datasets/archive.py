"""The record as one file to take away: the whole of it, or what a reader has filtered.

The same data give the same bytes: entries are sorted and carry the day of the version.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isnan
from typing import Any

import pandas as pd

from datasets import documents, package
from datasets.build import ROOT, dataset_sources, generated, table_files
from datasets.record import Catalog
from datasets.release import version
from datasets.released import changelog, history
from validators.projections import SEVERAL, json_schema
from validators.spec import TableSpec

_BESIDE = ("CHANGELOG.md", "CITATION.cff", "LICENSE-DATA.md")
"""Pages of the repository that travel with the whole record."""


def archive_name(slug: str = "") -> str:
    """Return the name of the archive; ``slug`` says in short what was filtered."""
    return f"{'-'.join(part for part in (package.NAME, slug, version()) if part)}.zip"


def citation() -> str:
    """Return how to cite the record, in one line."""
    year = version().partition(".")[0]
    return f"{package.AUTHOR} ({year}). {package.TITLE}. Version {version()}."


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return SEVERAL.join(str(item) for item in value)
    if value is None or value is pd.NA or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        # Plain digits, as the contract demands: neither 1e+06 nor 12.0.
        return f"{value:.12f}".rstrip("0").rstrip(".")
    return str(value)


def csv_bytes(spec: TableSpec, frame: pd.DataFrame) -> bytes:
    """Return rows of a table as the file of the table would hold them.

    Args:
        spec: The table.
        frame: Rows with at least the columns of the table, as :func:`datasets.load` gives them.

    Raises:
        KeyError: The frame lacks a column of the table.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(spec.columns)
    columns = [[_cell(value) for value in frame[name].tolist()] for name in spec.columns]
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    year, month, day = (int(part) for part in version().split("."))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (year, month, day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def readme(
    specs: Sequence[TableSpec],
    rows: Mapping[str, int],
    sources: Iterable[Mapping[str, str]],
    filters: str = "",
) -> str:
    """Return the page that travels with the data.

    Args:
        specs: Tables of the archive.
        rows: Rows of each table.
        sources: Datasets on which the whole record rests.
        filters: What was filtered, in words; empty for the whole record.
    """
    what = (
        f"This is a selection: {filters.rstrip('.')}. It does not hold the whole record."
        if filters
        else "This is the whole record."
    )
    tables = documents.table(
        ("table", "title", "rows:", "terms"),
        (
            (
                f"`tables/{spec.file}`",
                spec.title,
                f"{rows[spec.id]:,}",
                f"[{spec.licence.title}]({spec.licence.url})"
                + (f"; row by row in `{spec.licence_column}`" if spec.licence_column else ""),
            )
            for spec in specs
        ),
    )
    named = "".join(
        f"- {source['title']}" + (f" <{source['path']}>" if source.get("path") else "") + "\n"
        for source in sources
    )
    return "\n".join(
        (
            f"# {package.TITLE}\n",
            f"Version {version()}. {package.DESCRIPTION}\n",
            f"{what}\n",
            "## How to cite\n",
            f"{citation()}\n",
            "## Files and terms\n",
            "`datapackage.json` describes every table and column (Data Package 2.0), `schemas/` the "
            "rows as JSON, `dictionary.md` the same for people. An empty cell is a missing value, "
            "never zero; several values in a cell are joined with `|`; text is UTF-8.\n",
            tables,
            "## Sources\n",
            "Rows name their sources in `source_ids`; the sources themselves, each with its "
            "publisher, date, address and terms, are `tables/sources.csv`. Machine-readable "
            "datasets among them:\n",
            named,
        )
    )


def package_zip(catalog: Catalog) -> bytes:
    """Return the whole package.

    Raises:
        datasets.build.RecordBrokenError: The record has errors.
        OSError: A table cannot be read.
    """
    made = generated(catalog)
    files = table_files(catalog)
    rows = {table: package.row_count(data) for table, data in files.items()}
    content = {package.table_path(table): data for table, data in files.items()}
    for path, data in made.items():
        folder, _, name = path.partition("/")
        if folder == "datasets" or name in ("dictionary.md", "method.md"):
            content[name] = data
    text = readme(catalog.specs, rows, dataset_sources(catalog))
    content["README.md"] = text.encode()
    content["CHANGES.md"] = changelog(history()).encode()
    content |= {name: (ROOT / name).read_bytes() for name in _BESIDE if (ROOT / name).is_file()}
    return _zip(content)


def _cited(catalog: Catalog, frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the sources that rows name, all of them once."""
    named: set[str] = set()
    for table, frame in frames.items():
        for reference in catalog.spec(table).references:
            if "sources" in reference.targets:
                values = frame[reference.column]
                several = catalog.spec(table).columns[reference.column].several
                named.update(values.explode().dropna() if several else values.dropna())
    sources = catalog.frame("sources")
    return sources[sources["id"].isin(named)]


def _resolved(
    spec: TableSpec, frames: Mapping[str, pd.DataFrame], keys: Mapping[str, str]
) -> TableSpec:
    """Drop references that a selection leaves without a target."""
    kept = []
    for reference in spec.references:
        if any(target not in frames for target in reference.targets):
            continue
        known = {key for t in reference.targets for key in frames[t][keys[t]]}
        values = frames[spec.id][reference.column]
        if spec.columns[reference.column].several:
            values = values.explode()
        if set(values.dropna()) <= known:
            kept.append(reference)
    return replace(spec, references=tuple(kept))


def selection_zip(catalog: Catalog, frames: Mapping[str, pd.DataFrame], filters: str) -> bytes:
    """Return the package of what a reader has filtered, with the sources that it names.

    Args:
        catalog: The record.
        frames: Filtered rows of tables, by id, with all columns of the table.
        filters: The filters in words, for the README.

    Raises:
        KeyError: There is no such table, or a frame lacks a column.
    """
    chosen = {table: frames[table] for table in frames if catalog.spec(table)}
    chosen.setdefault("sources", _cited(catalog, chosen))
    keys = {spec.id: spec.key[0] for spec in catalog.specs}
    specs = [_resolved(s, chosen, keys) for s in catalog.specs if s.id in chosen]
    files = {spec.id: csv_bytes(spec, chosen[spec.id]) for spec in specs}
    rows = {table: package.row_count(data) for table, data in files.items()}
    sources = dataset_sources(catalog)
    about = f"{package.DESCRIPTION} Selection: {filters}"
    described = package.descriptor(specs, files, sources, version(), about)
    content = {package.table_path(table): data for table, data in files.items()}
    for spec in specs:
        content[package.schema_path(spec.id)] = package.as_json(json_schema(spec))
    content[package.DESCRIPTOR] = package.as_json(described)
    content["README.md"] = readme(specs, rows, sources, filters).encode()
    content["dictionary.md"] = documents.dictionary_page(specs, files, version()).encode()
    return _zip(content)
