"""Data: every table to browse and take away, and what stands behind all of them."""

from dashboard.figures.data import coverage, dictionary, quality, sources, versions
from dashboard.figures.data.tables import list_of
from dashboard.shell import data_panels as panels
from dashboard.shell import layout, widgets
from dashboard.shell.browse_view import table_controls, table_facts
from dashboard.shell.list_card import list_card
from dashboard.shell.sheet_card import sheet_card

view = layout.page("data", controls=("show",))
panels.unplaced_notice(view)

match view.filters.show:
    case "tables":
        table_controls(view)
        table_facts(view)
        list_card(view, list_of(view.filters.browse.table))
    case "dictionary":
        widgets.controls(view, "of", "q")
        sheet_card(view, dictionary.COLUMNS)
        sheet_card(view, dictionary.TERMS)
    case "sources":
        if view.filters.source:
            layout.view_link(view, "data", "Show all sources", show="sources")
            list_card(view, sources.LIST)
        else:
            widgets.controls(view, "q", "kind", "of")
            list_card(view, sources.LIST)
            for spec in (sources.KINDS, sources.PUBLISHERS_MOST, coverage.SINGLE, coverage.STATE):
                layout.figure_card(view, spec)
    case "coverage":
        widgets.controls(view, "of", "kind", "step")
        for spec in (coverage.BY_THEME, coverage.BY_KIND, coverage.SINGLE, coverage.STATE):
            layout.figure_card(view, spec)
        panels.method_sections("verification", "coverage")
    case "quality":
        widgets.controls(view, "of", "q")
        sheet_card(view, quality.FINDINGS)
        sheet_card(view, quality.RULES)
    case "method":
        panels.method(view)
    case "versions":
        sheet_card(view, versions.RELEASES)
        sheet_card(view, versions.CHANGES)
        panels.changelog()
    case "about":
        panels.about(view)
        sheet_card(view, versions.TABLES)
        panels.terms_and_limits()
