"""Who works with whom: "a partner of", "teamed up with", "partnership between"."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.relation_proposal import propose_relation
from briefing.drafting.subjects.kind_groups import BODIES, PARTIES
from briefing.drafting.subjects.subject_mentions import Mentions
from briefing.drafting.text.stretches import Phrase
from briefing.model.ids import SubjectId

# The longer before the shorter: a bare "between" says little by itself.
_TOGETHER = re.compile(
    r"\b(?:work(?:s|ed|ing)? (?:together )?with|collaborat\w+ (?:\w+ ){0,2}with|join(?:s|ed|ing)? (?:hands|"
    r"forces) with|"
    r"team(?:s|ed|ing)? up with|partner(?:s|ed|ing)? with|in partnership with|cooperat\w+ with|"
    r"partnerships? between|partnership with|alliance with|between)\b|と提携|と協力|と共同",
    re.IGNORECASE,
)
_PARTNER_OF = re.compile(r", an? (?:\w+ )?partner of ", re.IGNORECASE)
# In "a partner of ChatGPT-maker OpenAI" the second name is the partner.
_MAKER = re.compile(r"^[- ]maker $|^の開発元")


def propose_partners(clause: Clause) -> Iterator[Proposal]:
    """Yield who is said to be a partner of whom or to work with whom."""
    for phrase in clause.find_phrases(_PARTNER_OF):
        yield from _propose_partner_of(clause, phrase)
    for phrase in clause.find_phrases(_TOGETHER):
        if phrase.match[0].lower().endswith("between"):
            yield from _propose_between(clause, phrase)
        else:
            yield from _propose_together(clause, phrase)


def _propose_partner_of(clause: Clause, phrase: Phrase) -> Iterator[Proposal]:
    """Yield the company behind "a partner of" as partner of whoever stands before."""
    about = clause.sentence_mentions.ending_by(phrase.start + 1).last_subject
    partners = clause.sentence_mentions.of_kind("company").starting_from(phrase.end)
    if partners.first is None:
        return
    partner = partners.first_subject
    if _MAKER.match(clause.text_behind(partners.first.end)):
        partner = partners.last_subject
    yield from propose_relation(clause, about, "partner", partner)


def _parties(clause: Clause) -> Mentions:
    """Return whom the clause names that can work together, without names that may be somebody else's."""
    return clause.mentions.of_kind(*PARTIES).nouns().certain()


def _propose_between(clause: Clause, phrase: Phrase) -> Iterator[Proposal]:
    """Yield the two of a "partnership between" as partners."""
    pair = _parties(clause).starting_from(phrase.end)[:2]
    # "Between" alone joins anything: years, prices, a river and a road.
    if len(pair) < 2 or not clause.says(r"partnership|cooperation|collaborat"):
        return
    left, right = pair
    # A company and the country it works in are no partners.
    if left.kind == right.kind:
        yield from propose_relation(clause, left.subject, "partner", right.subject)


def _propose_together(clause: Clause, phrase: Phrase) -> Iterator[Proposal]:
    """Yield everybody before "working with" as partner of the first behind it, and all of a joint project."""
    # A place before the phrase is where they work together, not who does.
    left = _parties(clause).of_kind(*BODIES).ending_by(phrase.start).subjects
    partner = _parties(clause).starting_from(phrase.end).first_subject
    if partner is None or not left:
        return
    for about in left:
        yield from propose_relation(clause, about, "partner", partner)
    for body in (*left, partner):
        yield from propose_relation(clause, _joint_project(clause), "partner", body)


def _joint_project(clause: Clause) -> SubjectId | None:
    """Return the project that those who work together have in common, where the clause speaks of one."""
    if not clause.says(r"\bproject\b"):
        return None
    return clause.known_data.first_of_kind(clause.things[:1], "project")
