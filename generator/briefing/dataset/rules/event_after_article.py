"""event-after-article: something told as past and dated after the article that tells it."""

from collections.abc import Iterator

from briefing.dataset.rule_base.attribution import attribute_texts
from briefing.dataset.rule_base.compared import compared_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate

_TO_COME = frozenset({"proposed", "pledged", "target", "budgeted"})
_AHEAD = frozenset({"aim", "purpose", "effect"})
"""Attributes that look ahead by their nature; a date beside them is when it is to be."""


def find_event_after_article(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot with a reported date that its article could not look back on."""
    # Claims are gone through and not slots: hardly any claim has such a date.
    late = {claim.key for claim in context.data.claims.values() if _late_date(claim) and _looks_back(claim)}
    slots = {slot_place(slot): slot for slot in (context.data.slot_of[key] for key in sorted(late))}
    for slot in slots.values():
        if slot.opinion or slot.attribute in _AHEAD:
            continue
        claims = tuple([claim for claim in compared_claims(slot) if claim.key in late])
        if claims:
            dates = attribute_texts(context, map(_word_dates, claims))
            yield over_slots((slot,), claims, f"{slot_words(context, slot)}: {dates}, before it came")


def _word_dates(claim: Claim) -> tuple[str, Claim]:
    moment = _late_date(claim)
    label = moment.label if moment else ""
    return f"{label} is reported on {claim.published.label}", claim


def _looks_back(claim: Claim) -> bool:
    if not claim.is_report or claim.denied or claim.restates is not None:
        return False
    return claim.qualifier("stage") not in _TO_COME


def _late_date(claim: Claim) -> PartialDate | None:
    """Return the first date of a claim that begins after the last day on which its article may have appeared."""
    if claim.when is None and not isinstance(claim.value, PartialDate):
        return None
    end = claim.published.latest
    if end is None:
        return None
    for moment in (claim.value, claim.when):
        if isinstance(moment, PartialDate) and moment.earliest and moment.earliest > end:
            return moment
    return None


RULE = Rule(
    code="event-after-article",
    find=find_event_after_article,
    explanation=Explanation(
        title="something told as past and dated after its article",
        why=(
            "No article can report what had not happened when it appeared. Either the date is wrong, or the "
            "source speaks of a plan and the claim lacks `modality: planned`."
        ),
        wrong=(
            "published: 2024-04-14\nclaims:\n  - {id: c1, about: fab, attribute: date, measure: opened, value: 2025-02}"
        ),
        right=(
            "published: 2024-04-14\nclaims:\n  - {id: c1, about: fab, attribute: date, measure: opened, value: 2024-02}"
        ),
    ),
    presentation=Presentation(
        label="a past event dated after its article",
        category=Category.TERMS,
        questions={
            "question-event-after-article": "{subject}, {what}: {value}, after the report of it?",
        },
    ),
    order=290,
    by_slot=True,
    scope=Scope.SLOT,
    remedy="if the source speaks of a plan, add modality: planned; if a date was misread, correct it",
)
