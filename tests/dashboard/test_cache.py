"""What is shared by all readers."""

import pandas as pd
import pytest

import datasets
from dashboard import cache
from dashboard.charts.figure import Figure
from dashboard.figures.base import FigureSpec
from dashboard.state.view import Filters, Years
from datasets.record import TableFailedError


def figure(title: str) -> Figure:
    return Figure(title, (), {}, "alt", pd.DataFrame(), {}, (), ())


def test_frames_are_shared_but_cannot_be_spoilt() -> None:
    mine = cache.frame("eras")
    mine["title"] = "changed"
    mine.loc[:, "id"] = "changed"
    assert "changed" not in set(cache.frame("eras")["title"]) | set(cache.frame("eras")["id"])


def test_a_table_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        cache.frame("nothing")


@pytest.mark.usefixtures("_fresh_cache")
def test_a_figure_is_built_once_for_each_set_of_filters() -> None:
    built: list[Filters] = []

    def build(filters: Filters) -> Figure:
        built.append(filters)
        return figure(f"{filters.themes}")

    spec = FigureSpec("trade", "shares", build, ("period", "themes"))
    law = Filters({"period": Years(1945, 1950), "themes": ("law",)})
    first = cache.content(spec, law)
    assert cache.content(spec, Filters(dict(reversed(list(law.items()))))) is first
    assert cache.content(spec, law.replace(themes=())) is not first
    assert len(built) == 2
    assert cache.content(FigureSpec("data", "shares", build, ("period",)), law) is not first


@pytest.mark.usefixtures("_fresh_cache")
def test_a_figure_that_fails_is_tried_again() -> None:
    answers: list[Figure | TableFailedError] = [TableFailedError("eras", ()), figure("at last")]

    def build(_: Filters) -> Figure:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    spec = FigureSpec("trade", "shares", build, ())
    with pytest.raises(TableFailedError):
        cache.content(spec, Filters())
    assert cache.content(spec, Filters()).title == "at last"


@pytest.mark.usefixtures("_fresh_cache")
def test_a_measure_is_computed_once_for_each_set_of_arguments() -> None:
    computed: list[bool] = []

    def measured(*, own: bool = False) -> pd.DataFrame:
        computed.append(own)
        return pd.DataFrame({"own": [own]})

    first = cache.measure(measured, own=True)
    first["own"] = False
    assert cache.measure(measured, own=True)["own"].tolist() == [True]
    cache.measure(measured)
    assert computed == [True, False]


def test_sources_come_in_the_order_asked_for() -> None:
    first, second = cache.frame("sources")["id"].head(2)
    assert list(cache.sources([second, "no-such-source", first])["id"]) == [second, first]
    assert cache.sources([]).empty


@pytest.mark.usefixtures("_fresh_cache")
def test_without_the_table_of_sources_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: str) -> pd.DataFrame:
        raise TableFailedError("sources", ())

    monkeypatch.setattr(cache, "frame", failing)
    assert cache.sources(["112-2024-11-05"]).empty


def test_the_text_index_knows_other_spellings() -> None:
    places = cache.frame("places")
    index = cache.text_index("places", "id", "name")
    assert len(index) == len(places) > 0
    assert cache.text_index("places", "id", "name") is index


def test_warming_reads_every_table() -> None:
    cache.warm()
    catalog = datasets.catalog()
    for spec in catalog.specs:
        if spec.id not in catalog.failed:
            assert catalog.frame(spec.id) is catalog.frame(spec.id)
