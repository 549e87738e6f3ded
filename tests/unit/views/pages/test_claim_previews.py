"""What a reference to a claim says before it is followed."""

import pytest

from briefing.model.ids import ClaimKey
from briefing.views.pages.claim_previews import preview_claim
from tests.unit.views.sample import sample_context


@pytest.mark.parametrize(
    ("key", "about", "wording"),
    [
        ("daily-1#c1", "Acme: April tranche", "¥3.9 trillion (printed also as US$25.44 billion)"),
        ("daily-1#c8", "Acme: Assessment", "Japan should not lean on Acme alone “not on Acme alone”"),
        ("daily-1#c4", "Acme, Bolt: Partner", ""),
    ],
)
def test_a_claim_is_told_with_what_it_is_about(key: str, about: str, wording: str) -> None:
    context = sample_context()
    preview = preview_claim(context, context.data.claims[ClaimKey(key)])
    assert (preview.about, preview.wording) == (about, wording)


def test_the_anchor_is_that_of_the_page_of_the_article() -> None:
    context = sample_context()
    own = preview_claim(context, context.data.claims[ClaimKey("daily-1#c1")])
    assert (own.anchor, own.paragraph) == ("c1", "¶1")
    of_subject = preview_claim(context, context.data.claims[ClaimKey("acme#f1")])
    assert (of_subject.anchor, of_subject.paragraph) == ("fact-acme-f1", "")
