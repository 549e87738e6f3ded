"""Offices from appositions: "Jane Roe, chief executive of Acme", "Acme CEO Jane Roe", "Prime Minister Jane Roe"."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.employers import find_employer, guess_employer
from briefing.drafting.subjects.kind_groups import BODIES, EMPLOYERS
from briefing.drafting.subjects.subject_mentions import Mention
from briefing.drafting.text.roles import ROLE, role_id
from briefing.model.ids import SubjectId

_ROLE_BEHIND = re.compile(rf"^,? (?:the |an? )?({ROLE})(?: and ({ROLE}))? (?:of|at|for|with) ", re.IGNORECASE)
_ROLE_BEFORE = re.compile(rf"(?:\b({ROLE}) and )?\b({ROLE}),? $", re.IGNORECASE)
_BYLINE = re.compile(rf"^((?:AI )?{ROLE})(?: (?:&|and) ({ROLE}))?, (.+)$", re.IGNORECASE)
_END_OF_CLAUSE = re.compile(r"[.;]")
# A name as short as "Abe" may be a surname that "minister" belongs to by chance; a longer one is a full name.
_SHORT_NAME = 8


def propose_offices(clause: Clause, line_before: str) -> Iterator[Proposal]:
    """Yield an office for every person whose role stands beside the name; ``line_before`` may be that name."""
    for person in clause.mentions.of_kind("person"):
        yield from _propose_role_behind(clause, person)
        yield from _propose_role_before(clause, person)
    yield from _propose_byline(clause, line_before)


def _propose_role_behind(clause: Clause, person: Mention) -> Iterator[Proposal]:
    """Yield the offices of "Jane Roe, president and CEO of Acme"."""
    match = _ROLE_BEHIND.match(clause.text_behind(person.end))
    if match is None:
        return
    # Behind a stop somebody else is spoken of.
    role_end = person.end + match.end()
    body = clause.sentence_mentions.of_kind(*BODIES).nouns().starting_from(role_end).first
    if body is None or _END_OF_CLAUSE.search(clause.sentence.text[role_end : body.start]):
        return
    yield from _propose_roles(clause, body.subject, person.subject, match.groups())


def _propose_role_before(clause: Clause, person: Mention) -> Iterator[Proposal]:
    """Yield the offices of "Acme CEO Jane Roe" and "Prime Minister Jane Roe"."""
    match = _ROLE_BEFORE.search(clause.text_before(person.start))
    if match is None:
        return
    first_role, role = match.groups()
    employer = find_employer(clause, match.start())
    if employer is not None:
        yield from _propose_roles(clause, employer, person.subject, (role, first_role))
        return
    body = guess_employer(clause, match.start(), person.subject, role_id(role))
    # The body is a guess here, so that the name has to be a sure one, or the body a company.
    is_full_name = person.end - person.start > _SHORT_NAME
    if is_full_name or clause.known_data.is_kind(body, "company"):
        yield from _propose_roles(clause, body, person.subject, (role, first_role))


def _propose_byline(clause: Clause, line_before: str) -> Iterator[Proposal]:
    """Yield the offices of a line under an author's name: "CEO & founder, Acme"."""
    match = _BYLINE.match(clause.sentence.text)
    # The name stands on the line above; one that several bear may be another's.
    person = clause.known_data.sole_bearer(line_before.strip())
    if match is None or not clause.known_data.is_kind(person, "person"):
        return
    body = clause.sentence_mentions.of_kind(*EMPLOYERS).last_subject
    yield from _propose_roles(clause, body, person, match.groups()[:2])


def _propose_roles(
    clause: Clause, body: SubjectId | None, person: SubjectId, roles: tuple[str | None, ...]
) -> Iterator[Proposal]:
    """Yield an office for each role; none where nobody is known to have given it."""
    if body is None:
        return
    for role in filter(None, roles):
        yield Proposal(clause.par, body, "office", person, {"role": role_id(role)})
