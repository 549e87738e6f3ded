"""What a finding comes down to: its message where that is short, else the names of the terms that differ."""

from itertools import combinations

from generator.dataset.records import Conflict
from generator.dataset.rules.terms import differing, terms_of
from generator.views.context import Context

TERMS = "terms-differ"
GIST_LENGTH = 160
"""So long a message is read; a longer one repeats claim by claim what stands side by side beneath it."""


def gist_of(ctx: Context, conflict: Conflict, message: str) -> str:
    """Return the core of a finding, nothing where the name of its rule has to do."""
    if conflict.rule == TERMS:
        return _terms(ctx, conflict)
    return message if len(message) <= GIST_LENGTH else ""


def _terms(ctx: Context, conflict: Conflict) -> str:
    """Return the names of the terms in which claims about one sum differ: `stage, payer and scope`."""
    claims = [ctx.data.claims[key] for key in conflict.claims if key in ctx.data.claims]
    terms = list(map(terms_of, claims))
    found = dict.fromkeys(name for a, b in combinations(terms, 2) for name in differing(a, b))
    names = [ctx.labels.word("term", name) for name in found]
    return ctx.labels.say("and").join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
