"""Which table a reader looks at, under which column filters, in which order: one value, one param.

The three stand in the address under names of their own: ``table=trade_flows``,
``where=partner.RUS``, ``where2=year.1990..2000``, ``sort=-value_usd``. They are one param because
filters and order mean nothing without their table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import datasets
from dashboard.browse.conditions import Condition, ConditionError, parse
from dashboard.state.params import Ignored, Param, Read

#: Columns that can be filtered at once.
MOST_CONDITIONS = 3

#: Names of the column filters in the address.
WHERE = ("where", *(f"where{place}" for place in range(2, MOST_CONDITIONS + 1)))

#: Stands before the column by which rows are sorted from the greatest to the least.
DOWN = "-"


@dataclass(frozen=True, slots=True)
class Browse:
    """A table under column filters, in some order.

    Attributes:
        table: Id of the table.
        where: Column filters, each of another column; all must hold.
        sort: Column by which rows are sorted; the order of the table where empty.
        descending: Whether the greatest comes first.
    """

    table: str
    where: tuple[Condition, ...] = ()
    sort: str = ""
    descending: bool = False


def _table_ids() -> tuple[str, ...]:
    return tuple(spec.id for spec in datasets.tables())


@dataclass(frozen=True)
class Browsing(Param):
    """Table, column filters and order.

    Attributes:
        default: Id of the table shown at first.
        tables: Tells the ids of the tables there are.
    """

    default: str = ""
    tables: Callable[[], tuple[str, ...]] = field(default=_table_ids)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the table, of its filters and of its order."""
        return ("table", *WHERE, "sort")

    @property
    def initial(self) -> Browse:
        """The whole of the first table."""
        known = self.tables()
        return Browse(self.default if self.default in known else known[0])

    def parse(self, values: Mapping[str, str]) -> Read:
        """A table that exists, and what of its filters and its order is understood."""
        table = values.get("table", self.initial.table)
        if table not in self.tables():
            ignored = [Ignored("table", table, "is not a known table")]
            why = "belongs to a table that is not known"
            ignored += [Ignored(k, v, why) for k, v in values.items() if k != "table"]
            return self.initial, tuple(ignored)
        where: dict[str, Condition] = {}
        complaints: list[Ignored] = []
        for name in WHERE:
            if name not in values:
                continue
            try:
                condition = parse(table, values[name])
            except ConditionError as error:
                complaints.append(Ignored(name, values[name], str(error)))
                continue
            if condition.column in where:
                why = "filters a column that is filtered already"
                complaints.append(Ignored(name, values[name], why))
            else:
                where[condition.column] = condition
        given = values.get("sort", "")
        sort = given.removeprefix(DOWN)
        if sort and sort not in datasets.spec(table).columns:
            complaints.append(Ignored("sort", given, "names no column of this table"))
            sort = ""
        found = Browse(table, tuple(where.values()), sort, bool(sort) and given.startswith(DOWN))
        return found, tuple(complaints)

    def write(self, value: Browse) -> dict[str, str]:
        """The names that are needed: a default table, no filter and no order write nothing."""
        written = {} if value.table == self.initial.table else {"table": value.table}
        written |= {
            name: condition.write() for name, condition in zip(WHERE, value.where, strict=False)
        }
        if value.sort:
            written["sort"] = f"{DOWN if value.descending else ''}{value.sort}"
        return written

    def words(self, value: Browse) -> str:
        """Column filters and order; the table is named by the title beside it."""
        said = [condition.words(value.table) for condition in value.where]
        if value.sort:
            heading = datasets.spec(value.table).columns[value.sort].title.lower()
            said.append(f"sorted by {heading}{', greatest first' if value.descending else ''}")
        return "; ".join(said)

    def restricts(self, value: Browse) -> bool:
        """Whether a column filter leaves rows out."""
        return bool(value.where)
