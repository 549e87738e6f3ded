"""Files rendered on demand are those of the whole site, and only what is asked for is rendered."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import pytest

from briefing.pipeline import generate_files, plan_files
from briefing.render import planned
from briefing.views.base.context import open_context
from briefing.views.site import view_site
from tests.unit.views.sample import sample

PRINT_WHOLE = (str, bytes, bool, int, float, Decimal, Fraction, date, type(None))
"""Plain values that print all that they are."""


def test_files_on_demand_equal_the_files_made_at_once() -> None:
    dataset = sample()
    at_once, on_demand = generate_files(dataset), plan_files(dataset)
    assert dict(on_demand.pages) == at_once.pages
    assert list(on_demand.pages) == list(at_once.pages)
    assert dict(on_demand.static) == at_once.static
    assert len(on_demand.static) == len(at_once.static)


def test_only_what_is_asked_for_is_rendered_and_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    render_page = planned.render_page

    def noting(page, target, language):  # type: ignore[no-untyped-def]
        rendered.append(page.head.page)
        return render_page(page, target, language)

    monkeypatch.setattr(planned, "render_page", noting)
    pages = plan_files(sample()).pages
    assert "index.md" in pages
    assert "nothing/index.md" not in pages
    assert rendered == []
    assert pages["index.md"] == pages["index.md"]
    assert rendered == ["index.md"]
    with pytest.raises(KeyError):
        pages["nothing/index.md"]


def values_in(value: object) -> Iterator[object]:
    """Yield a value and everything that it holds."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from values_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for entry in value.items():
            yield from values_in(entry)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from values_in(inner)


def test_views_print_all_that_they_hold_in_one_order() -> None:
    """What is kept of a page goes by what its view prints: two views that print alike have to be alike."""
    types = {type(value) for page in view_site(open_context(sample())) for value in values_in(page)}
    dataclasses = {kind for kind in types if is_dataclass(kind)}
    assert len(dataclasses) > 50
    for kind in dataclasses:
        assert [field.name for field in fields(kind) if not field.repr] == [], kind
        assert "__repr__" in vars(kind), kind  # made by dataclass: not inherited from one with fewer fields
    # A set would print in another order in another process.
    others = {kind for kind in types - dataclasses if not issubclass(kind, (Mapping, tuple, list, Enum))}
    assert [kind for kind in others if not issubclass(kind, PRINT_WHOLE)] == []


def test_sources_are_the_same_each_time_and_differ_from_page_to_page() -> None:
    before = plan_files(sample()).sources
    assert dict(before) == dict(plan_files(sample()).sources)
    assert len(set(before.values())) == len(before)
