"""forecast-without-period: a forecast figure, an effect or a growth that does not say over which time.

Readers are told of sums and effects that the site shows, editors of the other figures.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import values_told
from briefing.dataset.rule_base.compared import slots_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim, Modality
from briefing.model.money import Money
from briefing.model.quantity import Quantity

_TIMED = frozenset({"effect", "growth"})
_NUMBERS = frozenset({"money", "quantity"})
_SUMS = frozenset({"amount", "effect"})


def find_forecast_without_period_of_sums(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every shown sum or effect that is forecast for no stated time."""
    yield from _find(context, sums=True)


def find_forecast_without_period_of_figures(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every other shown figure that is forecast, or a growth, for no stated time."""
    yield from _find(context, sums=False)


def _find(context: RuleContext, *, sums: bool) -> Iterator[Finding]:
    numbers = {name for name, one in context.data.registry.attributes.items() if _NUMBERS & {*one.values}}
    wanted = numbers & _SUMS if sums else numbers - _SUMS
    for slot in slots_with(context, wanted):
        claims = () if slot.opinion else _timeless(slot)
        if claims:
            message = (
                f"{slot_words(context, slot)}: {values_told(context, claims)}; by when or over which time is not said"
            )
            yield over_slots((slot,), claims, message)


def _timeless(slot: Slot) -> tuple[Claim, ...]:
    """Return the shown claims where none of them gives a time."""
    shown = slot.shown
    claims = shown.claims if shown and isinstance(shown.value, Money | Quantity) else ()
    if not any(_looks_ahead(slot, claim) for claim in claims):
        return ()
    return () if any(claim.period or claim.when for claim in claims) else claims


def _looks_ahead(slot: Slot, claim: Claim) -> bool:
    return not claim.denied and (slot.attribute in _TIMED or claim.modality is Modality.FORECAST)


RULE = Rule(
    code="forecast-without-period",
    find=find_forecast_without_period_of_sums,
    explanation=Explanation(
        title="a forecast that does not say by when",
        why=(
            "A benefit of 2bn within a year and within twenty are different claims. Effects, growth and forecast "
            "figures need a `period` or `when`; readers see those of sums, editors all."
        ),
        wrong="- {id: c1, about: plan, attribute: effect, line: jobs, value: 2000 jobs, modality: forecast}",
        right=(
            "- {id: c1, about: plan, attribute: effect, line: jobs, value: 2000 jobs, modality: forecast, "
            "period: ../2030}"
        ),
    ),
    presentation=Presentation(
        label="a forecast without a period",
        category=Category.NOTE,
        questions={
            "question-forecast-without-period": "{subject}, {what}: {value}, by when?",
        },
    ),
    order=330,
    scope=Scope.SLOT,
    remedy="add period: to the claim, if the source says by when or over which time",
)
RULES = (RULE, replace(RULE, find=find_forecast_without_period_of_figures, audience="editor"))
