"""The pages: one ordered tuple, from which navigation, addresses and sitemap are made.

To add a page:

1. Write ``views/<name>.py``. It begins with ``view = layout.page("<url>")`` and then calls
   ``layout.figure_card`` for each figure; it does no arithmetic on frames.
2. Add a :class:`PageSpec` to :data:`PAGES` below, at the place where the reader should find it.
3. Give it the filters it needs as ``params``; the period and the themes come by themselves.
4. Run the tests: files and registry must agree, and every page is opened with hostile addresses.

The first page is the start page and answers at ``/``.
"""

from dataclasses import dataclass
from pathlib import Path

from dashboard.filters import agreements as agreements_filters
from dashboard.filters import claims as claims_filters
from dashboard.filters import data as data_filters
from dashboard.filters import estimates as estimates_filters
from dashboard.filters import milestones as milestones_filters
from dashboard.filters import reactions as reactions_filters
from dashboard.filters import trade as trade_filters
from dashboard.filters import united_nations as united_nations_filters
from dashboard.state import options
from dashboard.state.view import Choices, Param, Period
from validators.vocabulary import Theme

VIEWS = Path(__file__).parent / "views"

#: The two filters that follow the reader through all pages.
EVERYWHERE: tuple[Param, ...] = (
    Period(last=options.last_year, presets=options.eras),
    Choices("themes", "Themes", options=options.terms(Theme), everything="all themes"),
)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page.

    Attributes:
        file: Name of the file in ``views/``, without ending.
        title: Name in the navigation and heading of the page.
        url: Path of the page; empty for the start page.
        description: One line on what the page is for, shown under the heading.
        section: Section of the navigation.
        tables: Ids of the tables it shows.
        params: Filters beyond those that every page has.
        charts: Whether it draws charts, so that the browser fetches their scripts early.
        icon: Emoji in the browser's tab; empty for the project's own.
    """

    file: str
    title: str
    url: str
    description: str
    section: str
    tables: tuple[str, ...] = ()
    params: tuple[Param, ...] = ()
    charts: bool = True
    icon: str = ""

    @property
    def path(self) -> Path:
        """The view."""
        return VIEWS / f"{self.file}.py"

    @property
    def all_params(self) -> tuple[Param, ...]:
        """All filters of the page, in the order in which they stand in the address."""
        return (*EVERYWHERE, *self.params)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        file="overview",
        title="Overview",
        url="",
        description="Relations between Russia and North Korea since 1945, with the evidence.",
        section="Overview",
        tables=("eras", "milestones", "trade_flows"),
    ),
    PageSpec(
        file="trade",
        title="Trade",
        url="trade",
        description=(
            "Russia's share of DPRK trade against China and others: what each statistical series "
            "says, where it breaks, and what it leaves out."
        ),
        section="Trade",
        tables=(
            "trade_series",
            "trade_flows",
            "trade_published_shares",
            "trade_products",
            "petroleum",
            "trade_flows_rubles",
        ),
        params=trade_filters.PARAMS,
    ),
    PageSpec(
        file="milestones",
        title="Milestones",
        url="milestones",
        description=(
            "What happened between Russia and North Korea, when and where, how it bore on their "
            "tie, and who says so."
        ),
        section="Milestones",
        tables=("milestones", "places", "sources", "eras"),
        params=milestones_filters.PARAMS,
    ),
    PageSpec(
        file="reactions",
        title="Reactions",
        url="reactions",
        description=(
            "How third countries and organisations stood on each step of the cooperation since "
            "2023: condemned, worried, neutral, in favour, or without a statement that was found."
        ),
        section="Reactions",
        tables=("reactions", "reaction_events", "reaction_reasons", "joint_statements"),
        params=reactions_filters.PARAMS,
    ),
    PageSpec(
        file="agreements",
        title="Agreements",
        url="agreements",
        description=(
            "Treaties and agreements: what was in force when, in which years the two were bound to "
            "defend each other, and what the treaties say side by side."
        ),
        section="Agreements",
        tables=("agreements", "agreement_provisions"),
        params=agreements_filters.PARAMS,
    ),
    PageSpec(
        file="united_nations",
        title="United Nations",
        url="united-nations",
        description=(
            "Who votes with whom in the General Assembly, how states voted on key resolutions, "
            "and what the Security Council and single states decided."
        ),
        section="United Nations",
        tables=(
            "ga_roll_calls",
            "ga_votes",
            "ga_key_resolutions",
            "ga_key_votes",
            "security_council",
            "sanctions_actions",
        ),
        params=united_nations_filters.PARAMS,
    ),
    PageSpec(
        file="estimates",
        title="Estimates",
        url="estimates",
        description=(
            "Shells, troops, losses, workers, oil, money: what each claimant stated, when, and "
            "how far the statements lie apart. Nothing is averaged."
        ),
        section="Estimates",
        tables=("estimates", "claimants"),
        params=estimates_filters.PARAMS,
    ),
    PageSpec(
        file="claims",
        title="Claims",
        url="claims",
        description=(
            "Five articles about these relations, statement by statement: what holds, what does "
            "not, and the rows and figures that decide it."
        ),
        section="Claims",
        tables=("claims", "articles", "milestones", "trade_flows"),
        params=claims_filters.PARAMS,
    ),
    PageSpec(
        file="data",
        title="Data",
        url="data",
        description=(
            "Every table to browse, filter and take away; what its columns mean, what it rests on, "
            "where it has gaps, and how it was checked."
        ),
        section="Data",
        tables=("milestones", "sources", "caveats", "glossary"),
        params=data_filters.PARAMS,
        charts=False,
    ),
)


def page(url: str) -> PageSpec:
    """The page at a path.

    Raises:
        KeyError: There is none.
    """
    for spec in PAGES:
        if spec.url == url:
            return spec
    raise KeyError(url)
