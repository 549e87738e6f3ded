"""What a finding comes down to."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.parts.finding_summary import summarize_finding


def test_a_message_is_kept_unless_the_claims_say_the_same_one_by_one(context: Context) -> None:
    conflict = context.data.conflicts[0]
    alike = replace(conflict, rule="equal-figures")
    assert summarize_finding(context, conflict, "the message") == "the message"
    assert summarize_finding(context, alike, "the message") == ""
    assert summarize_finding(context, replace(alike, claims=()), "the message") == "the message"


def test_terms_are_named(context: Context) -> None:
    terms = replace(context.data.conflicts[0], rule="terms-differ", claims=("copy-1#c1", "daily-1#c1"))
    assert summarize_finding(context, terms, "the message") == "bound and stage"
