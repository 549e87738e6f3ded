"""How a claim stands, and why it is not simply shown."""

import pytest

from briefing.model.ids import ClaimKey
from briefing.views.pages.claim_standing import Standing, claim_standing
from tests.unit.views.sample import claim, context_with, sample_context


@pytest.mark.parametrize(
    ("key", "name", "reason"),
    [
        ("daily-1#c3", "", ""),
        ("daily-1#c2", "superseded", ""),
        ("copy-1#c3", "rejected", "a copied error"),
        ("weekly-9#c11", "excluded", "withdrawn"),
    ],
)
def test_a_claim_that_steps_aside_says_why(key: str, name: str, reason: str) -> None:
    context = sample_context()
    assert claim_standing(context, context.data.claims[ClaimKey(key)]) == Standing(name, reason)


def test_a_draft_is_marked_unless_something_sets_it_aside() -> None:
    draft = claim("daily-1#c70", "bolt", "aim", "build a fab", review="draft")
    aside = claim("daily-1#c71", "bolt", "aim", "build two", review="draft", excluded="off topic")
    context = context_with(draft, aside)
    assert claim_standing(context, draft) == Standing("draft")
    assert claim_standing(context, aside) == Standing("excluded", "off topic")
