"""References to claims."""

import pytest

from briefing.views.base.context import Context
from briefing.views.parts.sources import cited_name, is_draft, paragraph, refs_of_keys, source_refs
from tests.unit.views.sample import claim


def test_an_article_is_named_at_its_first_place_alone(context: Context) -> None:
    refs = refs_of_keys(context, ["copy-1#c1", "daily-1#c2", "daily-1#c1", "none#such"])
    assert [ref.link.text for ref in refs] == ["The Daily ¶1", "¶2", "Unidentified source ¶1"]


def test_on_its_own_page_an_article_needs_no_name_unless_nothing_else_is_there(context: Context) -> None:
    claims = [context.data.claims[key] for key in ("weekly-9#c9", "acme#f1")]
    assert [ref.link.text for ref in source_refs(context, claims, "weekly-9")] == ["Acme", "¶9"]


def test_one_place_is_one_reference(context: Context) -> None:
    assert len(source_refs(context, [context.data.claims["daily-1#c6"], context.data.claims["daily-1#c6b"]])) == 1


@pytest.mark.parametrize(("par", "text"), [(None, ""), ((22, 22), "¶22"), ((22, 23), "¶22-23")])
def test_paragraphs_are_counted_where_they_are_known(par: tuple[int, int] | None, text: str) -> None:
    assert paragraph(par) == text


def test_what_the_article_leans_on_is_named(context: Context) -> None:
    assert cited_name(context, claim("daily-1#c1", "acme", "status", "planned", via="weekly-1")) == "Acme"
    assert cited_name(context, context.data.claims["daily-1#c1"]) == ""


def test_a_draft_is_a_claim_that_nobody_reviewed(context: Context) -> None:
    assert is_draft(context, claim("daily-1#c1", "acme", "status", "planned", review="draft"))
    assert not is_draft(context, context.data.claims["daily-1#c1"])
