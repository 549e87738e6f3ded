"""What a summary rests on."""

from briefing.views.base.context import Context
from briefing.views.base.leading_facts import LeadingFacts


def test_the_claims_of_facts_and_differences_are_told(context: Context) -> None:
    (status,) = [entry for entry in context.addresses.layouts["acme"].entries if entry.anchor == "status"]
    leading = LeadingFacts((status,), (), (), (), (), context.findings.for_readers, True, True)
    assert [claim.key for claim in leading.claims(context.data)] == ["weekly-9#c2", "copy-1#c3", "daily-1#c3"]
