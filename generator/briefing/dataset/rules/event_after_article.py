"""event-after-article: something told as past and dated after the article that tells it."""

from collections.abc import Iterator
from datetime import date

from briefing.dataset.rule_base.attribution import attribute_words
from briefing.dataset.rule_base.compared import affirms_itself, compared_claims, slots_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.ends import is_below
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.terms import label_of
from briefing.dataset.rule_base.time_words import date_of, possible_days
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate

_TO_COME = frozenset({"proposed", "pledged", "target", "budgeted"})
_AHEAD = frozenset({"aim", "purpose", "effect"})
"""Attributes that look ahead by their nature; a date beside them is when it is to be."""


def find_event_after_article(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot with a reported date that its article could not look back on."""
    # Claims are gone through and not slots: hardly any claim has such a date.
    late = {claim.key: claim for claim in filter(_is_late, context.data.claims.values())}
    for slot in slots_of(context, map(late.__getitem__, sorted(late))):
        if slot.opinion or slot.attribute in _AHEAD:
            continue
        claims = [claim for claim in compared_claims(slot) if claim.key in late]
        if claims:
            dates = attribute_words(context, claims, _word_dates)
            yield over_slots((slot,), claims, f"{slot_words(context, slot)}: {dates}, before it came")


def _is_late(claim: Claim) -> bool:
    return _late_date(claim) is not None and _looks_back(claim)


def _word_dates(claim: Claim) -> str:
    moment = _late_date(claim)
    return f"{label_of(moment)} is reported on {claim.published.label}"


def _looks_back(claim: Claim) -> bool:
    # What a headline or an FAQ says again has the date of the claim that it repeats.
    if not claim.is_report or not affirms_itself(claim):
        return False
    # A pledge is reported as made, while its date is that of the money to come.
    return claim.qualifier("stage") not in _TO_COME


def _late_date(claim: Claim) -> PartialDate | None:
    """Return the first date of a claim that begins after the last day on which its article may have appeared."""
    # Of an article known by its year alone, any day of that year may be the one.
    _, last_day = possible_days(claim.published)
    return next((moment for moment in _moments(claim) if _begins_after(moment, last_day)), None)


def _moments(claim: Claim) -> Iterator[PartialDate]:
    """Yield the dates that a claim gives of what it tells; most give none."""
    return filter(None, (date_of(claim), claim.when))


def _begins_after(moment: PartialDate, day: date) -> bool:
    # A date that is open at its start may have begun before any day.
    return is_below(day, moment.earliest)


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
