"""Relations of names that stand side by side: "Japanese lamp company Acme", "Acme's Glow", "Tokyo-backed Bolt"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.relation_proposal import propose_relation
from briefing.drafting.subjects.kind_groups import BODIES
from briefing.drafting.subjects.subject_mentions import Mention

_MAKER = re.compile(r"^[- ]maker $|^の開発元")
# "Acme's own Glow": a word of praise or of ownership may stand between.
_POSSESSIVE = re.compile(r"^[’']s (?:popular |own )?$|^の$")
# "Tokyo-backed chip venture Bolt": up to two words may say what is backed.
_BACKED_BEFORE = re.compile(r"^-backed (?:\w+ ){0,2}$")
# Words that take the adjective elsewhere, as in "Japanese aid to Acme"; "Japanese companies" are a list of their own.
_TURNING_WORDS = (
    r"\b(?:and|of|in|to|by|from|with|for|including)\b|firms|companies|investors|executives|businesses|leaders"
)
_PLAIN_WORDS = re.compile(rf"(?!.*(?:{_TURNING_WORDS}))(?:[- ][a-z][\w-]*){{0,7}}(?: [“\"])? ?")


def propose_nationalities(clause: Clause) -> Iterator[Proposal]:
    """Yield where a company is: a word like "Japanese" before it, with nothing but plain words between."""
    # Of the whole sentence: a clause may end between an adjective and its noun.
    bodies = clause.sentence_mentions.of_kind(*BODIES)
    for country in clause.mentions.adjectives():
        body = bodies.starting_from(country.end + 1).first
        if body is not None and _PLAIN_WORDS.fullmatch(clause.sentence.text[country.end : body.start]):
            yield from propose_relation(clause, body.subject, "located-in", country.subject)


def propose_neighbours(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of two names that stand side by side, told by the few letters between them."""
    for left, right in pairwise(clause.mentions):
        between = clause.sentence.text[left.end : right.start]
        if left.kind == "company":
            yield from propose_relation(clause, right.subject, _possession(right, between), left.subject)
        if right.kind == "company":
            yield from _propose_company(clause, left, between, right)


def _possession(possession: Mention, between: str) -> str | None:
    """Return what "Acme's" says of a project, which Acme runs, or of a topic, which is then a product."""
    if not _POSSESSIVE.match(between):
        return None
    return {"topic": "product-of", "project": "operator"}.get(possession.kind)


def _propose_company(clause: Clause, left: Mention, between: str, company: Mention) -> Iterator[Proposal]:
    """Yield what stands before a company: its product, or who backs it."""
    if _MAKER.match(between):
        yield from propose_relation(clause, left.subject, "product-of", company.subject)
    if _BACKED_BEFORE.match(between):
        yield from propose_relation(clause, company.subject, "funder", left.subject)
