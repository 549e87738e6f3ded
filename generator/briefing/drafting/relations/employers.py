"""Whose an office is: the company, body or state beside a role, or the one that the text or the data suggest."""

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.subjects.kind_groups import EMPLOYERS
from briefing.drafting.subjects.subject_mentions import Mention, likeliest
from briefing.model.ids import SubjectId

_LIES_IN = frozenset({"located-in", "part-of"})
# "Acme's CEO Jane Roe": an apostrophe, an s and a space may stand between the body and the role.
_GAP_MAX = 3


def find_employer(clause: Clause, position: int) -> SubjectId | None:
    """Return the company, body or state right before a role that starts at a position."""
    employers = clause.sentence_mentions.of_kind(*EMPLOYERS)
    employer = employers.ending_near(position + 1, _GAP_MAX + 1)
    if employer is None:
        return None
    return _state_behind(clause, employer)


def guess_employer(clause: Clause, position: int, person: SubjectId, role: str) -> SubjectId | None:
    """Return whose office a person holds by what is held, else the company that the text named last."""
    in_sentence = clause.sentence_mentions.of_kind("company").ending_by(position)
    return likeliest(
        _held_office(clause, person, role),
        in_sentence.last_subject,
        clause.earlier.of_kind("company").last_subject,
    )


def _state_behind(clause: Clause, employer: Mention) -> SubjectId:
    """Return the country where a capital's name stands for a government: its ministers are the country's."""
    # "Tokyo" is a government that shares its name with the capital; a company's seat says nothing.
    if employer.kind != "organization" or not employer.other_bearers:
        return employer.subject
    return _country_of(clause, employer) or employer.subject


def _country_of(clause: Clause, capital: Mention) -> SubjectId | None:
    """Return the country that a capital lies in, where relations tell, or that the government's name ends with."""
    for (place, country), attributes in clause.known_data.held_claims.relations.items():
        # The relations of the data have no order that means anything: the first country that fits counts.
        if place not in capital.other_bearers or _LIES_IN.isdisjoint(attributes):
            continue
        if clause.known_data.is_kind(country, "place"):
            return country
    # "Government of Japan" ends with the name of its country.
    government = clause.known_data.name(capital.subject)
    countries = clause.known_data.countries.items()
    return next((country for name, country in countries if government.endswith(name)), None)


def _held_office(clause: Clause, person: SubjectId, role: str) -> SubjectId | None:
    """Return whose office a person holds by what is held."""
    offices = clause.known_data.held_claims.offices
    return next((office.body for office in offices if (office.role, office.person) == (role, person)), None)
