"""Relations that a phrase tells of the names on both sides: "rivals such as", "backed by", "invests in"."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.relation_proposal import propose_relation
from briefing.drafting.subjects.kind_groups import PARTIES
from briefing.drafting.subjects.subject_mentions import Mentions
from briefing.drafting.text.stretches import Phrase
from briefing.model.ids import SubjectId

# "Its rivals, Acme and Bolt": a comma opens the list as well as "such as".
_RIVALS = re.compile(
    r"\b(?:competitors?|rivals?)\b(?: \w+){0,2} (?:like|such as|including|,)|\bcompet\w+ with\b", re.IGNORECASE
)
_MEMBER = re.compile(r", (?:a )?members?(?: of)? ", re.IGNORECASE)
_BACKED = re.compile(r"\bbacked by |\bfunded by |\bfinanced by ", re.IGNORECASE)
_INVESTS = re.compile(r"\b(?:invest(?:s|ed|ing)\b.{0,30}?\b(?:in|into)|Direct Investment.{0,20} into)\b")
_EXAMPLES = re.compile(r"such as|including")
_PATTERNS = ((_MEMBER, "member-of"), (_RIVALS, "competitor"), (_BACKED, "funder"))


def propose_phrases(clause: Clause) -> Iterator[Proposal]:
    """Yield members, competitors and funders."""
    for pattern, attribute in _PATTERNS:
        phrase = clause.find_phrase(pattern)
        if phrase is not None:
            yield from _propose_phrase(clause, phrase, attribute)


def _propose_phrase(clause: Clause, phrase: Phrase, attribute: str) -> Iterator[Proposal]:
    """Yield the relation of whoever stands before a phrase to those behind it."""
    values = clause.mentions.nouns().of_kind(*PARTIES).starting_from(phrase.end)
    if attribute == "funder" and not _are_examples(clause, phrase, values):
        # Behind one funder the sentence mostly goes on with something else.
        values = Mentions(values[:1])
    about = _about(clause, phrase, attribute)
    for value in values:
        yield from propose_relation(clause, about, attribute, value.subject)


def _about(clause: Clause, phrase: Phrase, attribute: str) -> SubjectId | None:
    """Return who is a competitor, a member or backed: a name before the phrase, else the thing of the clause."""
    left = clause.mentions.nouns().ending_by(phrase.start + 1)
    if not left:
        return clause.thing
    # "Acme is ahead of Bolt and other rivals such as …" speaks of Acme; a member or funder stands beside its noun.
    if attribute == "competitor":
        return left.first_subject
    return left.last_subject


def _are_examples(clause: Clause, phrase: Phrase, values: Mentions) -> bool:
    """Tell whether "such as" or "including" stands before names, which then are all meant."""
    if values.first is None:
        return False
    return bool(_EXAMPLES.search(clause.sentence.text[phrase.end : values.first.start]))


def propose_members(clause: Clause) -> Iterator[Proposal]:
    """Yield two countries before a word for what they have together: Japan and the US renew their alliance."""
    if not clause.says(r"\balliance\b"):
        return
    alliance = _find_alliance(clause)
    # "Their alliance" may follow a sentence that named the two.
    countries = clause.of_kind("place") or clause.earlier.of_kind("place").subjects
    for country in countries[:2]:
        yield from propose_relation(clause, alliance, "members", country)


def _find_alliance(clause: Clause) -> SubjectId | None:
    """Return the topic or body that is an alliance by its name; a briefing hardly has two."""
    subjects = clause.known_data.subjects_of_kind("topic", "organization")
    return next((subject.id for subject in subjects if "alliance" in subject.name.en.lower()), None)


def propose_investors(clause: Clause) -> Iterator[Proposal]:
    """Yield the company or country that invests in a place."""
    phrase = clause.find_phrase(_INVESTS)
    if phrase is None:
        return
    investor = clause.known_data.first_of_kind([clause.agent], "company", "place")
    place = clause.mentions.of_kind("place").starting_from(phrase.start).first_subject
    yield from propose_relation(clause, investor, "invests-in", place)
