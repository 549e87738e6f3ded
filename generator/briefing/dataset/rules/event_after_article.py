"""event-after-article: something told as past and dated after the article that tells it."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_texts
from briefing.dataset.rule_base.compared import compared_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import ClaimKey

_TO_COME = frozenset({"proposed", "pledged", "target", "budgeted"})
_AHEAD = frozenset({"aim", "purpose", "effect"})
"""Attributes that look ahead by their nature; a date beside them is when it is to be."""


def find_event_after_article(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot with a reported date that its article could not look back on."""
    late_dates = _late_dates(context)
    for slot in _slots_of(context, late_dates):
        if slot.opinion or slot.attribute in _AHEAD:
            continue
        claims = tuple([claim for claim in compared_claims(slot) if claim.key in late_dates])
        if claims:
            yield _finding(context, slot, claims, late_dates)


def _late_dates(context: RuleContext) -> Mapping[ClaimKey, PartialDate]:
    late_dates: dict[ClaimKey, PartialDate] = {}
    # Claims are gone through and not slots: hardly any claim has such a date.
    for claim in context.data.claims.values():
        moment = _late_date(claim)
        if moment is not None and _looks_back(claim):
            late_dates[claim.key] = moment
    return late_dates


def _slots_of(context: RuleContext, keys: Iterable[ClaimKey]) -> Iterable[Slot]:
    slots: dict[str, Slot] = {}
    for key in sorted(keys):
        slot = context.data.slot_of[key]
        slots[slot_place(slot)] = slot
    return slots.values()


def _finding(
    context: RuleContext, slot: Slot, claims: tuple[Claim, ...], late_dates: Mapping[ClaimKey, PartialDate]
) -> Finding:
    rows: list[tuple[str, Claim]] = []
    for claim in claims:
        label = late_dates[claim.key].label
        rows.append((f"{label} is reported on {claim.published.label}", claim))
    message = f"{slot_words(context, slot)}: {attribute_texts(context, rows)}, before it came"
    return over_slots((slot,), claims, message)


def _looks_back(claim: Claim) -> bool:
    if claim.denied or not claim.is_report:
        return False
    # What a headline or an FAQ says again has the date of the claim that it repeats.
    if claim.restates is not None:
        return False
    # A pledge is reported as made, while its date is that of the money to come.
    return claim.qualifier("stage") not in _TO_COME


def _late_date(claim: Claim) -> PartialDate | None:
    """Return the first date of a claim that begins after the last day on which its article may have appeared."""
    # Most claims give no date: they are done before the last day of their article is worked out.
    if claim.when is None and not isinstance(claim.value, PartialDate):
        return None
    # Of an article known by its year alone, any day of that year may be the one.
    last_day = claim.published.latest
    if last_day is None:
        return None
    for moment in (claim.value, claim.when):
        if not isinstance(moment, PartialDate):
            continue
        first_day = moment.earliest
        if first_day is not None and first_day > last_day:
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
