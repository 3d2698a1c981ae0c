"""Quantity and units in the address: a unit belongs to its quantity."""

import pytest

from dashboard.filters.estimates import PARAMS, QUANTITY, UNITS, params_of, units_of
from dashboard.navigation import page
from dashboard.state.view import Choices, from_query, to_query
from validators.vocabulary import UNIT_QUANTITY, Quantity


def test_every_unit_is_offered_under_its_quantity() -> None:
    offered = [code for quantity in Quantity for code, _ in units_of(quantity.value)]
    assert sorted(offered) == sorted(unit.value for unit in UNIT_QUANTITY)


def test_units_of_another_quantity_are_left_out_and_named() -> None:
    filters, ignored = from_query(PARAMS, {"quantity": "casualties", "unit": "killed.troops_sent"})
    assert filters.unit == ("killed",)
    assert [(part.name, part.value) for part in ignored] == [("unit", "troops_sent")]
    assert "Casualties" in ignored[0].why


@pytest.mark.parametrize("unit", ["killed", "usd_crypto_stolen"])
def test_a_unit_alone_means_its_quantity(unit: str) -> None:
    filters, ignored = from_query(PARAMS, {"unit": unit})
    assert not ignored
    assert (filters.quantity, filters.unit) == (
        {each.value: quantity.value for each, quantity in UNIT_QUANTITY.items()}[unit],
        (unit,),
    )
    assert from_query(PARAMS, to_query(PARAMS, filters)) == (filters, ())


def test_an_unknown_quantity_is_named_and_the_default_counts() -> None:
    filters, ignored = from_query(PARAMS, {"quantity": "ships", "unit": "troops_sent"})
    assert filters.quantity == QUANTITY.default
    assert filters.unit == ("troops_sent",)
    assert [part.name for part in ignored] == ["quantity"]


def test_widgets_offer_the_units_of_the_quantity_alone() -> None:
    params = params_of(page("estimates").params, "containers")
    narrowed = next(param for param in params if param.key == "unit")
    assert isinstance(narrowed, Choices)
    assert narrowed.choices == units_of("containers")
    assert len(UNITS.choices) > len(narrowed.choices)
    assert [param.key for param in params] == [param.key for param in PARAMS]
