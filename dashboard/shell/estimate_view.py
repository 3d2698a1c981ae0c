"""The Estimates page: what its widgets offer depends on the quantity."""

from dataclasses import replace

from dashboard.filters.estimates import params_of
from dashboard.shell.widgets import View


def offering_units(view: View) -> View:
    """The view, its widgets offering only the units of the quantity chosen."""
    params = params_of(view.spec.params, view.filters.quantity)
    return replace(view, spec=replace(view.spec, params=params))
