"""What a finding comes down to: its message, or the names of the terms that differ; by its rule, never by length."""

from itertools import combinations

from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.terms import differing, terms_of
from briefing.model.word_lists import join_words
from briefing.views.base.context import Context

TERMS = "terms-differ"


_CLAIM_BY_CLAIM = frozenset(
    {
        "calendars-mixed", "editor-differs", "equal-figures", "overlap-undeclared", "parts-below-half",
        "parts-exceed-whole", "payers-differ-across", "rate-misfit", "rates-disagree", "restatement-drift",
        "share-over-whole", "superlative-shared", "two-causes",
    }
)  # fmt: skip


"""Rules whose messages go through the claims one by one, as what stands side by side beneath them does."""


def gist_of(ctx: Context, conflict: Conflict, message: str) -> str:
    """Return the core of a finding, nothing where the name of its rule has to do."""
    if conflict.rule == TERMS:
        return _terms(ctx, conflict)
    return "" if conflict.rule in _CLAIM_BY_CLAIM and conflict.claims else message


def _terms(ctx: Context, conflict: Conflict) -> str:
    """Return the names of the terms in which claims about one sum differ: `stage, payer and scope`."""
    claims = ctx.data.find_claims(conflict.claims)
    terms = list(map(terms_of, claims))
    found = dict.fromkeys(name for a, b in combinations(terms, 2) for name in differing(a, b))
    names = [ctx.labels.word("term", name) for name in found]
    return join_words(names, ctx.labels.say("and"))
