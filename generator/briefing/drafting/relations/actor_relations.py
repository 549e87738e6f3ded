"""Whose a policy is: "US export controls", "Japan's subsidies", "Tokyo approved"."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.relation_proposal import propose_relation
from briefing.drafting.subjects.kind_groups import STATES
from briefing.drafting.subjects.subject_mentions import Mention
from briefing.drafting.text.wording import stems

# Auxiliaries and words of time may stand before the verb.
_DOES = re.compile(
    r"^ (?:has |have |had |is |are |also |already |recently )*(?:approved?|ended?|ending|impos\w+|restrict\w*|"
    r"block\w*|bann?\w*|plac\w+|introduc\w+|adopt\w*|pass\w*|lift\w*|rais\w+|hik\w+|cut|allocat\w+|grant\w*)\b"
)
# "Japanese companies" are nobody's companies: what they do is not what Japan does.
_PEOPLE = re.compile(r" (?:countries|nations|firms|companies|businesses|officials|people|investors|executives)\b")
# A word may stand between: "Japan's generous subsidies".
_POSSESSED = re.compile(r"(?:[’']s)? ((?:[\w-]+ ?){1,2})")
_APOSTROPHES = ("'s", "’s")


def propose_actors(clause: Clause) -> Iterator[Proposal]:
    """Yield whose policy it is: US export controls, Japan's subsidies; or who ended, imposed, approved it."""
    thing = clause.thing
    if not clause.known_data.is_kind(thing, "policy", "event"):
        return
    words = stems(clause.known_data.name(thing))
    for actor in clause.mentions.of_kind(*STATES):
        if _possesses(clause, actor, words) or _does(clause, actor):
            yield from propose_relation(clause, thing, "actor", actor.subject)


def _possesses(clause: Clause, actor: Mention, words: frozenset[str]) -> bool:
    """Tell whether words of a thing's name stand right behind "Japanese" or "Japan's"."""
    rest = clause.text_behind(actor.end)
    if not actor.adjective and not rest.startswith(_APOSTROPHES):
        return False
    match = _POSSESSED.match(rest)
    if match is None or _PEOPLE.match(rest):
        return False
    return not words.isdisjoint(stems(match[1]))


def _does(clause: Clause, actor: Mention) -> bool:
    """Tell whether an actor is the subject of a word like "approved" or "imposed"."""
    if actor.adjective or clause.is_led(actor):
        return False
    return bool(_DOES.match(clause.text_behind(actor.end)))
