"""Any table of the record as a list, under the reader's filters."""

from functools import partial

import pandas as pd

import datasets
from dashboard import cache
from dashboard.browse.conditions import Words
from dashboard.browse.param import Browse
from dashboard.browse.rows import selected, table_texts
from dashboard.figures.listing import Listing, ListSpec
from dashboard.markup.base import Sources
from dashboard.markup.rows import rows_html
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats_of
from validators.spec import TableSpec

PAGE = "data"
ROWS_A_PAGE = 50


def rows(filters: Filters) -> Listing:
    """Rows of the table chosen that the filters leave."""
    browse: Browse = filters.browse
    spec = datasets.spec(browse.table)
    frame = cache.frame(browse.table)
    worded = filters.q or any(isinstance(each, Words) for each in browse.where)
    texts = cache.measure(table_texts, table=browse.table) if worded else None
    return Listing(
        title=spec.title,
        table=spec.id,
        rows=selected(frame, browse, filters, texts),
        render=partial(_render, spec),
        noun="rows",
        total=len(frame),
        notes=caveats_of((spec.id,)),
        a_page=ROWS_A_PAGE,
        whole=frame,
    )


def _render(spec: TableSpec, part: pd.DataFrame, sources: Sources) -> str:
    return rows_html(part, spec, sources, f"{spec.title}: rows in sight")


def list_of(table: str) -> ListSpec:
    """The list of a table: period and themes count where it has a place in time and theme."""
    spec = datasets.spec(table)
    place = (*(("period",) if spec.time else ()), *(("themes",) if spec.themes else ()))
    return ListSpec(PAGE, table.replace("_", "-"), rows, (*place, "browse", "q"), kept=False)
