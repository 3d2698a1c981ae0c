"""Lists of the Reactions page: single reactions, and texts that several countries share."""

import pandas as pd

from dashboard import cache
from dashboard.charts.rows import each
from dashboard.figures.listing import Listing, ListSpec
from dashboard.figures.reactions import frames
from dashboard.markup.base import Sources, list_html
from dashboard.markup.reactions import reaction_item, shared_text_item
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats

PAGE = "reactions"

_CHOOSING = ("period", "themes", "event", "own", "group", "stance", "q")
_CHOOSING_TEXTS = ("period", "themes", "event", "group", "stance")


def reactions(filters: Filters) -> Listing:
    """The reactions that the filters leave, the latest first."""
    rows = frames.texts(filters)
    return Listing(
        title="Reactions",
        table="reactions",
        rows=rows.sort_values(["date", "name", "id"], ascending=[False, True, True], kind="stable"),
        render=_reaction_items,
        noun="reactions",
        total=len(cache.frame("reactions")),
        notes=caveats("reactions-what-is-coded"),
    )


def _reaction_items(rows: pd.DataFrame, sources: Sources) -> str:
    return list_html([reaction_item(row, sources) for row in each(rows)], "Reactions")


def signatories(filters: Filters) -> Listing:
    """The shared texts that the filters leave, each with those who signed it."""
    named = frames.shared_texts(filters).sort_values(["date", "joint_id"], kind="stable")
    table = cache.frame("joint_statements")

    def items(rows: pd.DataFrame, sources: Sources) -> str:
        # The rows hold codes, as the table does; what is shown are names.
        shown = each(named.loc[rows.index])
        return list_html([shared_text_item(row, sources) for row in shown], "Shared texts")

    return Listing(
        title="Who signed",
        table="joint_statements",
        rows=table.loc[named.index],
        render=items,
        noun="shared texts",
        total=len(table),
        a_page=None,
    )


def reactions_of(filters: Filters) -> ListSpec:
    """The list of reactions. Countries count where chosen; a record named stands for itself."""
    if filters.record:
        return ListSpec(PAGE, "reactions", reactions, ("record",))
    chosen = ("country",) if filters.country else ()
    return ListSpec(PAGE, "reactions", reactions, (*_CHOOSING, *chosen))


SIGNATORIES = ListSpec(PAGE, "signatories", signatories, _CHOOSING_TEXTS)
