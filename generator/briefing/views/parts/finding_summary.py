"""What a finding comes down to: its message, or the names of the terms that differ; by its rule, never by length."""

from collections.abc import Iterator
from itertools import combinations

from briefing.dataset.conflicts.rule_table import presentation_of
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Summary
from briefing.dataset.rule_base.terms import differing, terms_of
from briefing.model.word_lists import join_words
from briefing.views.base.context import Context


def summarize_finding(context: Context, conflict: Conflict, message: str) -> str:
    """Return the core of a finding, nothing where the name of its rule has to do."""
    match presentation_of(conflict).summary:
        case Summary.TERMS:
            return _name_terms(context, conflict)
        # The claims beneath say what the message goes through one by one.
        case Summary.NOTHING if conflict.claims:
            return ""
    return message


def _name_terms(context: Context, conflict: Conflict) -> str:
    """Return the names of the terms in which claims about one sum differ: `stage, payer and scope`."""
    names = dict.fromkeys(_differing_terms(context, conflict))
    return join_words([context.labels.word("term", name) for name in names], context.labels.say("and"))


def _differing_terms(context: Context, conflict: Conflict) -> Iterator[str]:
    terms = [terms_of(claim) for claim in context.data.find_claims(conflict.claims)]
    for first, second in combinations(terms, 2):
        yield from differing(first, second)
