"""editor-differs: differences that no rule can see and an editor has written down as a judgement of a finding."""

from collections.abc import Iterator

from generator.dataset.rules.rule import Hit, Limits, World, over_slots
from generator.dataset.rules.voices import listed, values_told
from generator.model.records import Judgement

CODE = "editor-differs"


def find_editor_differs(world: World, _limits: Limits) -> Iterator[Hit]:
    """Yield one hit for every judgement that names this rule and the claims that differ."""
    for subject in world.data.subjects.values():
        for judgement in subject.judgements:
            if judgement.finding_rule == CODE and judgement.finding_claims:
                yield _hit(world, judgement)


def _hit(world: World, judgement: Judgement) -> Hit:
    claims = tuple(world.data.claims[key] for key in judgement.finding_claims if key in world.data.claims)
    slots = {id(slot): slot for slot in (world.data.slot_of[claim.key] for claim in claims)}
    names = listed([world.name(one) for one in dict.fromkeys(one for claim in claims for one in claim.about)])
    return over_slots(tuple(slots.values()), claims, f"{names}: {values_told(world, claims)}")
