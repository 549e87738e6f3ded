"""forecast-without-period: a forecast figure, an effect or a growth that does not say over which time.

Readers are told of sums and effects that the site shows, editors of the other figures.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.dataset.rule_base.attribution import attribute_values
from briefing.dataset.rule_base.compared import attributes_taking, facts_with, shown_values
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.time_words import has_time
from briefing.model.claims import SUM_ATTRIBUTES, Claim, Modality
from briefing.model.money import Money
from briefing.model.quantity import Quantity

_TIMED = frozenset({"effect", "growth"})
_NUMBERS = frozenset({"money", "quantity"})


def find_forecast_without_period_of_sums(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every shown sum or effect that is forecast for no stated time."""
    yield from _find(context, attributes_taking(context, *_NUMBERS) & SUM_ATTRIBUTES)


def find_forecast_without_period_of_figures(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every other shown figure that is forecast, or a growth, for no stated time."""
    yield from _find(context, attributes_taking(context, *_NUMBERS) - SUM_ATTRIBUTES)


def _find(context: RuleContext, attributes: Collection[str]) -> Iterator[Finding]:
    for slot, shown in shown_values(facts_with(context, attributes)):
        claims = _timeless(slot, shown)
        if claims:
            figures = f"{slot_words(context, slot)}: {attribute_values(context, claims)}"
            yield over_slots((slot,), claims, f"{figures}; by when or over which time is not said")


def _timeless(slot: Slot, shown: ValueGroup) -> tuple[Claim, ...]:
    """Return the shown claims of a forecast figure, where none of them gives a time."""
    if not isinstance(shown.value, Money | Quantity):
        return ()
    # A time that one source gives is the time that the site shows.
    if any(map(has_time, shown.claims)):
        return ()
    # Growth is over some time even where it is reported and not forecast.
    needs_time = _affirms if slot.attribute in _TIMED else _forecasts
    if not any(map(needs_time, shown.claims)):
        return ()
    return shown.claims


def _affirms(claim: Claim) -> bool:
    return not claim.denied


def _forecasts(claim: Claim) -> bool:
    return claim.modality is Modality.FORECAST and not claim.denied


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
