"""Relations of names that stand side by side: "Japanese lamp company Acme", "Acme's Glow", "Tokyo-backed Bolt"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.drafting.clause import Clause
from briefing.drafting.proposal import Proposal
from briefing.drafting.subject_mentions import Mention

_MAKER = re.compile(r"^[- ]maker $|^の開発元")
_POSSESSIVE = re.compile(r"^[’']s (?:popular |own )?$|^の$")
_BACKED_BEFORE = re.compile(r"^-backed (?:\w+ ){0,2}$")
_PLAIN_WORDS = re.compile(r"(?:[- ][a-z][\w-]*){0,7}(?: [“\"])? ?")
# Words that take the adjective elsewhere, as in "Japanese aid to Acme"; "Japanese companies" are a list of their own.
_TURNING_WORDS = re.compile(
    r"\b(?:and|of|in|to|by|from|with|for|including)\b|firms|companies|investors|executives|businesses|leaders"
)


def propose_nationalities(clause: Clause) -> Iterator[Proposal]:
    """Yield where a company is: a word like "Japanese" before it, with nothing but plain words between."""
    for country in clause.mentions:
        if not country.adjective:
            continue
        bodies = clause.sentence_mentions.of_kind("company", "organization")
        body = bodies.starting_from(country.end + 1).first
        if body is None:
            continue
        between = clause.sentence.text[country.end : body.start]
        if _PLAIN_WORDS.fullmatch(between) and not _TURNING_WORDS.search(between):
            yield Proposal(clause.par, body.subject, "located-in", country.subject)


def propose_neighbours(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of two names that stand side by side, told by the few letters between them."""
    for left, right in pairwise(clause.mentions):
        between = clause.sentence.text[left.end : right.start]
        if right.kind == "company" and _MAKER.match(between):
            yield Proposal(clause.par, left.subject, "product-of", right.subject)
        elif left.kind == "company" and _POSSESSIVE.match(between):
            yield from _propose_possession(clause, left, right)
        elif right.kind == "company" and _BACKED_BEFORE.match(between):
            yield Proposal(clause.par, right.subject, "funder", left.subject)


def _propose_possession(clause: Clause, owner: Mention, possession: Mention) -> Iterator[Proposal]:
    """Yield what "Acme's" says of a project, which Acme runs, or of a topic, which is then a product."""
    attribute = {"topic": "product-of", "project": "operator"}.get(possession.kind)
    if attribute is not None:
        yield Proposal(clause.par, possession.subject, attribute, owner.subject)
