"""Relations with people and bodies that have no page yet: their names, as "text:…", where a record would be named."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.subjects.kind_groups import BODIES
from briefing.drafting.subjects.subject_mentions import Mention, likeliest
from briefing.drafting.subjects.unregistered_names import UnregisteredName, find_unregistered_names
from briefing.drafting.text.keywords import Keywords
from briefing.drafting.text.roles import ROLE, role_id
from briefing.model.ids import SubjectId

_ROLE_BEFORE = re.compile(rf"\b({ROLE}),? $", re.IGNORECASE)
_ROLE_BEHIND = re.compile(
    rf"^(?: ?[(（][^)）]{{1,20}}[)）])?, (?:the |an? )?({ROLE}) (?:of|at|for|with) (?:the )?", re.IGNORECASE
)
_FOUNDED_BY = re.compile(r"\b(?:founded|set up|established)\b[^.;]{0,40}? by $")
_TIES = Keywords(
    (
        ("funder", r"\b(?:backed|funded|financed) by (?:the )?$"),
        (
            "partner",
            r"\b(?:work(?:s|ed|ing)? with|partner(?:s|ed|ing)? with|team(?:s|ed|ing)? up with|"
            r"join(?:s|ed|ing)? (?:hands|forces) with|in partnership with) (?:the )?$",
        ),
        ("located-in", r"\b(?:based|headquartered) in (?:the )?$"),
        ("owner", r"\b(?:subsidiary of|owned by) (?:the )?$"),
    ),
    re.NOFLAG,
)
# "Acme's CEO Joe Bloggs": an apostrophe, an s and a space may stand between the body and the role.
_GAP_MAX = 3


def propose_unregistered_people(clause: Clause) -> Iterator[Proposal]:
    """Yield what the clause says of a name without a page and a subject that has one."""
    for name in find_unregistered_names(clause.known_data, clause.sentence.text):
        if clause.start <= name.start < clause.end:
            yield from _propose_office(clause, name)
            yield from _propose_tie(clause, name)


def _propose(clause: Clause, about: SubjectId, attribute: str, name: UnregisteredName, **fields: Field) -> Proposal:
    # The prefix keeps the name as it is printed, without making a page of it.
    return Proposal(clause.par, about, attribute, f"text:{name.name}", dict(fields))


def _propose_office(clause: Clause, name: UnregisteredName) -> Iterator[Proposal]:
    """Yield the office that a person without a page holds."""
    founded = _body_before(clause, name)
    if founded is not None and _FOUNDED_BY.search(clause.text_before(name.start)):
        yield _propose(clause, founded, "office", name, role="founder")
        return
    # A single word beside a role is rather a body than a person.
    if " " not in name.name:
        return
    body, role = _find_role(clause, name)
    if body is not None:
        yield _propose(clause, body.subject, "office", name, role=role_id(role))


def _find_role(clause: Clause, name: UnregisteredName) -> tuple[Mention | None, str]:
    """Return the body beside a name and the role that joins them; the role before the name is the surer one."""
    before = _ROLE_BEFORE.search(clause.text_before(name.start))
    if before:
        return clause.sentence_mentions.of_kind(*BODIES).ending_near(before.start(), _GAP_MAX), before[1]
    behind = _ROLE_BEHIND.match(clause.text_behind(name.end))
    if behind:
        return clause.sentence_mentions.of_kind(*BODIES).starting_at(name.end + behind.end()), behind[1]
    return None, ""


def _propose_tie(clause: Clause, name: UnregisteredName) -> Iterator[Proposal]:
    """Yield what a word like "backed by" before a name says of the company or body before it."""
    attribute = _TIES.first(clause.text_before(name.start))
    about = _body_before(clause, name)
    if attribute is not None and about is not None:
        yield _propose(clause, about, attribute, name)


def _body_before(clause: Clause, name: UnregisteredName) -> SubjectId | None:
    """Return the company or body that stands last before a name, else the one that acts."""
    bodies = clause.mentions.of_kind(*BODIES).nouns().ending_by(name.start)
    return likeliest(bodies.last_subject, clause.acting_company)
