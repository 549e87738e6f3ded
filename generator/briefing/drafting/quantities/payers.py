"""Who pays a sum and who receives it."""

import re

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.subjects.kind_groups import PARTIES
from briefing.model.ids import SubjectId

_PAYEE = re.compile(r"(?:subsid\w+|aid|grants?|support|loan|funding|money)\b.{0,60}?\b(?:for|to)\b", re.IGNORECASE)
_RECEIVES = r"\bto raise\b|\breceiv"
_SPENDS = r"\b(?:invest|spen[dt])"


def find_payer(clause: Clause, about: SubjectId) -> SubjectId | None:
    """Return who pays: whoever acts, but for people, those who receive, and a subject that only holds the money."""
    payer = clause.known_data.first_of_kind([clause.agent], *PARTIES)
    if payer is None or clause.says(_RECEIVES):
        return None
    if payer == about:
        return _own_payer(clause, payer)
    owners = clause.known_data.owners.get(about, frozenset())
    # Subsidies named after a company go to it.
    if payer in owners and clause.known_data.is_kind(about, "policy"):
        return None
    return payer


def find_payee(clause: Clause) -> SubjectId | None:
    """Return the company that support is for."""
    # The words between are left open: "aid of up to 3 billion yen for Acme".
    phrase = clause.find_phrase(_PAYEE)
    if phrase is None:
        return None
    return clause.mentions.of_kind("company").starting_from(phrase.end).first_subject


def _own_payer(clause: Clause, agent: SubjectId) -> SubjectId | None:
    """Return a company that spends its own money; a country is the place of what is spent."""
    if clause.known_data.is_kind(agent, "company") and clause.says(_SPENDS):
        return agent
    return None
