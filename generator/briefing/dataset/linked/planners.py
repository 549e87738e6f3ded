"""Who plans a plan: a hope that nobody is named for is none, so it is never due and never overdue."""

from collections.abc import Iterable

from briefing.dataset.linked.records import Dataset, Slot
from briefing.model.claims import Claim, Modality
from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId

_AHEAD = (Modality.PLANNED, Modality.AIM, Modality.FORECAST)
_PLANS_NOTHING = frozenset({"Place", "DefinedTerm"})
"""Kinds of subjects, by their schema.org types, that act only through somebody else: a country, a field of research."""
_RUN_BY = frozenset({"operator", "owner", "payer", "actor", "announced-by", "product-of"})
"""Relations whose far end can plan for the subject; whoever only puts money into a country plans nothing for it."""


def is_hope(data: Dataset, slot: Slot, claims: Iterable[Claim]) -> bool:
    """Tell whether a step that lies ahead is hoped for by nobody in particular; a target in numbers is somebody's.

    What somebody gives as his opinion is no plan either, whoever he is. It is where every claim only aims, plans or
    expects, none of them names a speaker, and the subject neither acts by itself nor is run, paid for or announced
    by anybody.
    """
    ahead = tuple(claims)
    if not ahead or not _are_dates(ahead):
        return False
    if slot.opinion:
        return True
    # One claim that names somebody is enough for a plan.
    if not all(map(_names_nobody, ahead)):
        return False
    return not any(_has_planner(data, subject) for subject in slot.about)


def _are_dates(claims: Iterable[Claim]) -> bool:
    return all(isinstance(claim.value, PartialDate) for claim in claims)


def _names_nobody(claim: Claim) -> bool:
    if claim.modality not in _AHEAD:
        return False
    return not _names_planner(claim)


def _names_planner(claim: Claim) -> bool:
    speaker = claim.speaker
    if speaker is None:
        return False
    if speaker.subject or speaker.group:
        return True
    # An article that speaks for itself names nobody who could plan.
    return speaker.document not in (None, claim.article)


def _has_planner(data: Dataset, subject: SubjectId) -> bool:
    if data.schema_type_of(subject) not in _PLANS_NOTHING:
        return True
    return _is_run(data.slots_of.get(subject, ()), subject)


def _is_run(slots: Iterable[Slot], subject: SubjectId) -> bool:
    """Tell whether anybody runs, pays for or announced a subject, as far as a source says."""
    running = [slot for slot in slots if slot.attribute in _RUN_BY and slot.about[0] == subject]
    # Without a shown value every claim of it has been set aside.
    return any(slot.shown is not None for slot in running)
