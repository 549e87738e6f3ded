"""Offices from appositions: "Jane Roe, chief executive of Acme", "Acme CEO Jane Roe", "Prime Minister Jane Roe"."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.proposal import Proposal
from briefing.drafting.subject_mentions import Mention
from briefing.drafting.wording import slug
from briefing.model.ids import SubjectId

ROLE = (
    r"(?:(?:vice|deputy|senior|executive|former|founding|managing|chief|prime|foreign|finance|industry|economy|"
    r"trade)[ -])*"
    r"(?:chief executive(?: officer)?|CEO|CFO|CTO|COO|president(?:-elect)?|chair(?:man|woman|person)?|founder|"
    r"co-?founder|"
    r"director|head|partner|professor|analyst|economist|author|editor|engineer|minister|secretary|governor|"
    r"vice[- ]president|spokes(?:man|woman|person)|researcher|strategist|officer|AI engineer)"
)
_ROLE_BEHIND = re.compile(rf"^,? (?:the |an? )?({ROLE})(?: and ({ROLE}))? (?:of|at|for|with) ", re.IGNORECASE)
_ROLE_BEFORE = re.compile(rf"(?:\b({ROLE}) and )?\b({ROLE}),? $", re.IGNORECASE)
_BYLINE = re.compile(rf"^((?:AI )?{ROLE})(?: (?:&|and) ({ROLE}))?, (.+)$", re.IGNORECASE)
_END_OF_CLAUSE = re.compile(r"[.;]")
# The data have one spelling of each role, or one office would stand in two rows of a page.
_ROLE_IDS = {
    "ceo": "chief-executive", "chief-executive-officer": "chief-executive", "cfo": "chief-financial-officer",
    "cto": "chief-technology-officer", "coo": "chief-operating-officer", "chairman": "chair", "chairwoman": "chair",
    "vice-chairman": "vice-chairman", "co-founder": "founder", "cofounder": "founder",
}  # fmt: skip
OFFICES_OF_STATE = ("prime-minister", "president", "minister", "secretary", "governor")
_BODIES = ("company", "organization")
_EMPLOYERS = (*_BODIES, "place")
# "Acme's CEO Jane Roe": an apostrophe, an s and a space may stand between the body and the role.
_GAP_MAX = 3
# A name as short as "Abe" may be a surname that "minister" belongs to by chance; a longer one is a full name.
_SHORT_NAME = 8


def role_id(text: str) -> str:
    """Return a role as an id: CEO as chief-executive."""
    return _ROLE_IDS.get(slug(text), slug(text))


def propose_offices(clause: Clause, line_before: str) -> Iterator[Proposal]:
    """Yield an office for every person whose role stands beside the name; ``line_before`` may be that name."""
    for person in clause.mentions.of_kind("person"):
        yield from _propose_role_behind(clause, person)
        yield from _propose_role_before(clause, person)
    yield from _propose_byline(clause, line_before)


def _propose_role_behind(clause: Clause, person: Mention) -> Iterator[Proposal]:
    match = _ROLE_BEHIND.match(clause.text_behind(person.end))
    if match is None:
        return
    role_end = person.end + match.end()
    body = clause.sentence_mentions.of_kind(*_BODIES).nouns().starting_from(role_end).first
    if body is None or _END_OF_CLAUSE.search(clause.sentence.text[role_end : body.start]):
        return
    yield from _propose_roles(clause, body.subject, person.subject, match.groups())


def _propose_role_before(clause: Clause, person: Mention) -> Iterator[Proposal]:
    match = _ROLE_BEFORE.search(clause.text_before(person.start))
    if match is None:
        return
    first_role, role = match.groups()
    employer = _employer_before(clause, match.start())
    if employer is not None:
        yield from _propose_roles(clause, _state_behind(clause, employer), person.subject, (role, first_role))
        return
    body = _held_office(clause, person.subject, role_id(role)) or _company_before(clause, match.start())
    is_full_name = person.end - person.start > _SHORT_NAME
    if body is not None and (is_full_name or clause.known_data.is_kind(body, "company")):
        yield from _propose_roles(clause, body, person.subject, (role, first_role))


def _employer_before(clause: Clause, position: int) -> Mention | None:
    """Return the company, body or place right before a role."""
    employer = clause.sentence_mentions.of_kind(*_EMPLOYERS).ending_by(position + 1).last
    if employer is None or position - employer.end > _GAP_MAX:
        return None
    return employer


def _state_behind(clause: Clause, employer: Mention) -> SubjectId:
    """Return the country where a capital's name stands for a government: its ministers are the country's."""
    if employer.kind != "organization" or not employer.others:
        return employer.subject
    return _country_of(clause, employer) or employer.subject


def _country_of(clause: Clause, capital: Mention) -> SubjectId | None:
    """Return the country that a capital lies in, where relations tell, or that the government's name ends with."""
    for (place, country), claims in clause.known_data.held_claims.relations.items():
        if place not in capital.others or not clause.known_data.is_kind(country, "place"):
            continue
        if {"located-in", "part-of"}.intersection(claim.attribute for claim in claims):
            return country
    government = clause.known_data.name(capital.subject)
    countries = clause.known_data.countries.items()
    return next((country for name, country in countries if government.endswith(name)), None)


def _held_office(clause: Clause, person: SubjectId, role: str) -> SubjectId | None:
    """Return whose office a person holds by what is held."""
    for office in clause.known_data.held_claims.offices:
        if office.role == role and office.person == person:
            return office.body
    return None


def _company_before(clause: Clause, position: int) -> SubjectId | None:
    in_sentence = clause.sentence_mentions.of_kind("company").ending_by(position)
    return in_sentence.last_subject or clause.earlier.of_kind("company").last_subject


def _propose_byline(clause: Clause, line_before: str) -> Iterator[Proposal]:
    """Yield the offices of a line under an author's name: "CEO & founder, Acme"."""
    match = _BYLINE.match(clause.sentence.text)
    people = clause.known_data.bearers.get(line_before.strip(), ())
    body = clause.sentence_mentions.of_kind(*_EMPLOYERS).last_subject
    if match is None or body is None or len(people) != 1:
        return
    if clause.known_data.is_kind(people[0], "person"):
        yield from _propose_roles(clause, body, people[0], match.group(1, 2))


def _propose_roles(
    clause: Clause, body: SubjectId, person: SubjectId, roles: tuple[str | None, ...]
) -> Iterator[Proposal]:
    for role in filter(None, roles):
        yield Proposal(clause.par, body, "office", person, {"role": role_id(role)})
