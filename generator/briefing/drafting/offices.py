"""Offices from appositions: "Jane Roe, chief executive of Acme", "Acme CEO Jane Roe", "Prime Minister Jane Roe"."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.proposal import Proposal
from briefing.drafting.spotting import Mention
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
_ROLE = re.compile(rf"\b{ROLE}\b", re.IGNORECASE)
_AFTER_NAME = re.compile(rf"^,? (?:the |an? )?({ROLE})(?: and ({ROLE}))? (?:of|at|for|with) ", re.IGNORECASE)
_BEFORE_NAME = re.compile(rf"(?:\b({ROLE}) and )?\b({ROLE}),? $", re.IGNORECASE)
_BYLINE = re.compile(rf"^((?:AI )?{ROLE})(?: (?:&|and) ({ROLE}))?, (.+)$", re.IGNORECASE)
_NAMES = {
    "ceo": "chief-executive", "chief-executive-officer": "chief-executive", "cfo": "chief-financial-officer",
    "cto": "chief-technology-officer", "coo": "chief-operating-officer", "chairman": "chair", "chairwoman": "chair",
    "vice-chairman": "vice-chairman", "co-founder": "founder", "cofounder": "founder",
}  # fmt: skip
OFFICE_OF_STATE = ("prime-minister", "president", "minister", "secretary", "governor")
_ORGS = ("company", "organization", "place")


def role_id(text: str) -> str:
    """Return a role as an id: CEO as chief-executive."""
    return _NAMES.get(slug(text), slug(text))


def propose_offices(clause: Clause, line_before: str) -> Iterator[Proposal]:
    """Yield an office for every person whose role stands beside the name; ``line_before`` may be that name."""
    for one in clause.here:
        if one.kind == "person":
            yield from _after(clause, one)
            yield from _before(clause, one)
    yield from _byline(clause, line_before)


def _after(clause: Clause, person: Mention) -> Iterator[Proposal]:
    text = clause.sentence.text
    found = _AFTER_NAME.match(text[person.end :])
    if not found:
        return
    body = next((one for one in clause.mentions if one.start >= person.end + found.end() and _is_body(one)), None)
    if body and not re.search(r"[.;]", text[person.end + found.end() : body.start]):
        yield from _offices(clause, body.subject, person.subject, (found[1], found[2]))


def _before(clause: Clause, person: Mention) -> Iterator[Proposal]:
    text = clause.sentence.text
    found = _BEFORE_NAME.search(text[: person.start])
    if not found:
        return
    roles = (found[2], found[1])
    at = found.start()
    near = [one for one in clause.mentions if one.end <= at + 1 and one.kind in _ORGS and at - one.end <= 3]
    body = near[-1].subject if near else _held(clause, person.subject, role_id(found[2])) or _company(clause, at)
    if body and clause.known.kind(body) == "organization" and near and near[-1].others:
        body = _country_of(clause, near[-1]) or body
    if body and (near or person.end - person.start > 8 or clause.known.kind(body) == "company"):
        yield from _offices(clause, body, person.subject, roles)


def _held(clause: Clause, person: SubjectId, role: str) -> SubjectId | None:
    """Return whose office a person holds by what is known."""
    for claim in clause.known.data.claims:
        if claim.attribute == "office" and claim.qualifier("role") == role and person in _ids(claim.value):
            return claim.about[0]
    return None


def _ids(value: object) -> tuple[str, ...]:
    found = getattr(value, "id", None)
    return (found,) if isinstance(found, str) else ()


def _company(clause: Clause, at: int) -> SubjectId | None:
    before = (*clause.earlier, *(one for one in clause.mentions if one.end <= at))
    return next((one.subject for one in reversed(before) if one.kind == "company"), None)


def _country_of(clause: Clause, mention: Mention) -> SubjectId | None:
    """Return the country of a capital that stands for its government, where relations tell."""
    for (one, other), claims in clause.known.relations.items():
        placed = any(claim.attribute in ("located-in", "part-of") for claim in claims)
        if placed and one in mention.others and clause.known.kind(other) == "place":
            return other
    government = clause.known.data.subjects[mention.subject].name.en
    return next((place for name, place in clause.known.countries.items() if government.endswith(name)), None)


def _byline(clause: Clause, line_before: str) -> Iterator[Proposal]:
    found = _BYLINE.match(clause.sentence.text)
    people = clause.known.bearers.get(line_before.strip(), ())
    bodies = [one.subject for one in clause.mentions if one.kind in _ORGS]
    if found and len(people) == 1 and bodies and clause.known.kind(people[0]) == "person":
        yield from _offices(clause, bodies[-1], people[0], (found[1], found[2]))


def _is_body(one: Mention) -> bool:
    return one.kind in ("company", "organization") and not one.adjective


def _offices(clause: Clause, body: SubjectId, person: SubjectId, roles: tuple[str | None, ...]) -> Iterator[Proposal]:
    for role in roles:
        if role:
            yield Proposal(clause.par, body, "office", person, {"role": role_id(role)})
