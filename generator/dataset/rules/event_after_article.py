"""event-after-article: something told as past and dated after the article that tells it."""

from collections.abc import Iterator

from generator.dataset.records import Slot
from generator.dataset.rules.rule import Hit, Limits, World, compared_claims, over_slots, slot_words
from generator.dataset.rules.voices import told
from generator.model.claims import Claim, Modality
from generator.model.dates import PartialDate

_TO_COME = frozenset({"proposed", "pledged", "target", "budgeted"})
_AHEAD = frozenset({"aim", "purpose", "effect"})
"""Attributes that look ahead by their nature; a date beside them is when it is to be."""


def find_events_after_articles(world: World, _limits: Limits) -> Iterator[Hit]:
    """Yield every slot with a reported date that its article could not look back on."""
    for slot in world.data.slots:
        if slot.opinion or slot.attribute in _AHEAD:
            continue
        late = [(moment, claim) for claim in _reports(slot) if (moment := _late_date(claim))]
        if late:
            rows = ((f"{moment.label} is reported on {claim.published.label}", claim) for moment, claim in late)
            message = f"{slot_words(world, slot)}: {told(world, rows)}, before it came"
            yield over_slots((slot,), tuple(claim for _, claim in late), message)


def _reports(slot: Slot) -> list[Claim]:
    dated = [one for one in slot.claims if one.when is not None or isinstance(one.value, PartialDate)]
    compared = {claim.key for claim in compared_claims(slot)} if dated else set()
    return [claim for claim in dated if claim.key in compared and _looks_back(claim)]


def _looks_back(claim: Claim) -> bool:
    is_report = claim.modality is Modality.REPORTED and not claim.denied and claim.restates is None
    return is_report and claim.qualifier("stage") not in _TO_COME


def _late_date(claim: Claim) -> PartialDate | None:
    """Return the first date of a claim that begins after the last day on which its article may have appeared."""
    end = claim.published.latest
    for moment in (claim.value, claim.when):
        if isinstance(moment, PartialDate) and end and moment.earliest and moment.earliest > end:
            return moment
    return None
