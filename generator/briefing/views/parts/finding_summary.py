"""What a finding comes down to: its message, or the names of the terms that differ; by its rule, never by length."""

from itertools import combinations

from briefing.dataset.conflicts.rule_table import presentation_of
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Summary
from briefing.dataset.rule_base.terms import differing, terms_of
from briefing.model.word_lists import join_words
from briefing.views.base.context import Context


def gist_of(ctx: Context, conflict: Conflict, message: str) -> str:
    """Return the core of a finding, nothing where the name of its rule has to do."""
    match presentation_of(conflict).summary:
        case Summary.TERMS:
            return _terms(ctx, conflict)
        case Summary.NOTHING if conflict.claims:
            return ""
    return message


def _terms(ctx: Context, conflict: Conflict) -> str:
    """Return the names of the terms in which claims about one sum differ: `stage, payer and scope`."""
    claims = ctx.data.find_claims(conflict.claims)
    terms = list(map(terms_of, claims))
    found = dict.fromkeys(name for a, b in combinations(terms, 2) for name in differing(a, b))
    names = [ctx.labels.word("term", name) for name in found]
    return join_words(names, ctx.labels.say("and"))
