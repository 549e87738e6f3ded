"""Who plans a plan: a hope that nobody is named for is none, so it is never due and never overdue."""

from collections.abc import Iterable, Mapping

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
    if not ahead or any(not isinstance(claim.value, PartialDate) for claim in ahead):
        return False
    if slot.opinion:
        return True
    if any(claim.modality not in _AHEAD or _names_planner(claim) for claim in ahead):
        return False
    return all(_plans_nothing(data, subject) and not _is_run(data.slots_of, subject) for subject in slot.about)


def _names_planner(claim: Claim) -> bool:
    speaker = claim.speaker
    return bool(speaker and (speaker.subject or speaker.group or speaker.document not in (None, claim.article)))


def _plans_nothing(data: Dataset, subject: SubjectId) -> bool:
    record = data.subjects.get(subject)
    kind = data.registry.kinds.get(record.kind) if record else None
    return kind is not None and kind.schema_type in _PLANS_NOTHING


def _is_run(slots_of: Mapping[SubjectId, tuple[Slot, ...]], subject: SubjectId) -> bool:
    """Tell whether anybody runs, pays for or announced a subject, as far as a source says."""
    slots = slots_of.get(subject, ())
    return any(one.attribute in _RUN_BY and one.about[0] == subject and one.shown is not None for one in slots)
