"""Relations with people and bodies that have no page yet: their names, as "text:…", where a record would be named."""

import re
from collections.abc import Iterator

from briefing.drafting.candidate_entities import Named, names_in
from briefing.drafting.clause import Clause
from briefing.drafting.offices import ROLE, role_id
from briefing.drafting.proposal import Proposal
from briefing.model.ids import SubjectId

_BODIES = ("company", "organization")
_ROLE_BEFORE = re.compile(rf"\b({ROLE}),? $", re.IGNORECASE)
_ROLE_AFTER = re.compile(
    rf"^(?: ?[(（][^)）]{{1,20}}[)）])?, (?:the |an? )?({ROLE}) (?:of|at|for|with) (?:the )?", re.IGNORECASE
)
_FOUNDED_BY = re.compile(r"\b(?:founded|set up|established)\b[^.;]{0,40}? by $")
_TIES = (
    ("funder", re.compile(r"\b(?:backed|funded|financed) by (?:the )?$")),
    ("partner", re.compile(r"\b(?:work(?:s|ed|ing)? with|partner(?:s|ed|ing)? with|team(?:s|ed|ing)? up with|"
                           r"join(?:s|ed|ing)? (?:hands|forces) with|in partnership with) (?:the )?$")),
    ("located-in", re.compile(r"\b(?:based|headquartered) in (?:the )?$")),
    ("owner", re.compile(r"\b(?:subsidiary of|owned by) (?:the )?$")),
)  # fmt: skip


def propose_strangers(clause: Clause) -> Iterator[Proposal]:
    """Yield what the clause says of a name without a page and a subject that has one."""
    inside = [one for one in names_in(clause.known, clause.sentence.text) if clause.start <= one.start < clause.end]
    for one in inside:
        yield from _office(clause, one)
        yield from _tie(clause, one)


def _made(clause: Clause, about: SubjectId, attribute: str, one: Named, role: str = "") -> Proposal:
    return Proposal(clause.par, about, attribute, f"text:{one.name}", {"role": role} if role else {})


def _office(clause: Clause, one: Named) -> Iterator[Proposal]:
    text = clause.sentence.text
    before, after = _ROLE_BEFORE.search(text[: one.start]), _ROLE_AFTER.match(text[one.end :])
    if _FOUNDED_BY.search(text[: one.start]) and _maker(clause, one):
        yield _made(clause, _maker(clause, one) or SubjectId(""), "office", one, "founder")
    elif before and " " in one.name:
        near = [
            each
            for each in clause.mentions
            if each.kind in _BODIES and each.end in range(before.start() - 3, before.start() + 1)
        ]
        if near:
            yield _made(clause, near[-1].subject, "office", one, role_id(before[1]))
    elif after and " " in one.name:
        at = one.end + after.end()
        body = next((each for each in clause.mentions if each.start == at and each.kind in _BODIES), None)
        if body:
            yield _made(clause, body.subject, "office", one, role_id(after[1]))


def _tie(clause: Clause, one: Named) -> Iterator[Proposal]:
    before = clause.sentence.text[: one.start]
    attribute = next((name for name, words in _TIES if words.search(before)), None)
    about = _maker(clause, one) if attribute else None
    if attribute and about:
        yield _made(clause, about, attribute, one)


def _maker(clause: Clause, one: Named) -> SubjectId | None:
    """Return the company or body that stands last before a name, else the one that acts."""
    left = [each for each in clause.here if each.end <= one.start and each.kind in _BODIES and not each.adjective]
    return left[-1].subject if left else clause.company
