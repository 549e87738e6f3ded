"""Subjects as the data write them."""

import pytest

from briefing.dataset.linked.naming import entity_ids
from briefing.views.base.context import Context
from briefing.views.base.tokens import plain
from briefing.views.parts.entity_names import entity_prose


@pytest.mark.parametrize(
    ("raw", "text", "ids"),
    [
        ("acme", "Acme", ("acme",)),
        ("text:Some Bank", "Some Bank", ()),
        ("unknown", "not stated", ()),
        ("none", "none, the source says", ()),
        (["acme", "text:Some Bank", "bolt"], "Acme, Some Bank, Bolt", ("acme", "bolt")),
        ("Not An Id", "Not An Id", ()),
    ],
)
def test_ids_are_linked_and_all_else_is_text(context: Context, raw: object, text: str, ids: tuple[str, ...]) -> None:
    assert plain(entity_prose(context, raw)) == text
    assert entity_ids(raw) == ids
