"""rate-misfit: a sum in two currencies whose rate is not that of its month, with the month that it fits."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial

from briefing.dataset.linked.claim_sets import is_confirmed
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import name_voice
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place
from briefing.dataset.rule_base.printed_pairs import (
    PrintedPair,
    known_rates,
    month_words,
    months_within,
    printed_pairs,
    rate_words,
)
from briefing.dataset.rule_base.question import QuestionMatter
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import figure_words
from briefing.model.money import money_text

Known = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class _Misfit:
    """A pair that misses the rate of its ``month`` by the share ``miss``; ``known`` are all rates of its currencies."""

    slot: Slot
    pair: PrintedPair
    month: str
    miss: Decimal
    known: Known
    slip: bool

    @property
    def is_unmarked_slip(self) -> bool:
        """True for what looks like a slip in typing until an editor confirms that the source prints it."""
        return self.slip and not is_confirmed(self.pair.claim)


def find_rate_misfit(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot with a pair that misses the rates of its months; an unmarked slip comes by itself."""
    by_place: dict[tuple[str, bool], list[_Misfit]] = defaultdict(list)
    for misfit in _misfits(context, thresholds):
        by_place[slot_place(misfit.slot), misfit.is_unmarked_slip].append(misfit)
    for (_, unmarked), misfits in by_place.items():
        slot = misfits[0].slot
        claims = tuple([misfit.pair.claim for misfit in misfits])
        message = "; ".join(dict.fromkeys(_word_misfit(context, misfit) for misfit in misfits))
        yield over_slots((slot,), claims, f"{thing(context, slot)}: {message}", slip=unmarked)


def _misfits(context: RuleContext, thresholds: Thresholds) -> Iterator[_Misfit]:
    rates_of = cache(partial(known_rates, context.rates))
    months_of = cache(lambda base, quote: list(rates_of(base, quote)))
    for pair in printed_pairs(context):
        known = rates_of(pair.base, pair.quote)
        months = months_within((pair.claim.as_of, pair.claim.published), months_of(pair.base, pair.quote))
        candidates = months or known
        if not candidates:
            continue
        # Without a rate of its month a pair is only held against all known ones, for what no month explains.
        limit = thresholds["rate"] if months else thresholds["far"]
        miss, nearest = min((pair.miss(known[month]), month) for month in candidates)
        if miss > limit:
            slot = context.data.slot_of[pair.claim.key]
            yield _Misfit(slot, pair, nearest, miss, known, miss > thresholds["slip"])


def _word_misfit(context: RuleContext, misfit: _Misfit) -> str:
    pair, month, known = misfit.pair, misfit.month, misfit.known
    claim = pair.claim
    printed = f"{name_voice(context, claim)} prints {figure_words(claim)}, which makes {pair.words}"
    own = f"{month_words(month)} had {rate_words(known[month])}, {misfit.miss * 100:.1f}% beyond rounding"
    # Of months with equal rates the earliest, so that the message is the same every time.
    best = min(known, key=lambda other: (abs(known[other] - pair.middle), other))
    if best == month:
        return f"{printed}; {own}"
    return f"{printed}; {own}; {month_words(best)} fits best, {rate_words(known[best])}"


def _ask_which_rate(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of a sum printed in two currencies."""
    for claim in matter.claims:
        if claim.also_printed is not None:
            yield matter.say("question-rate-misfit", also=money_text(claim.also_printed))
            yield matter.say("question-rate-misfit-brief")
            return


RULE = Rule(
    code="rate-misfit",
    find=find_rate_misfit,
    explanation=Explanation(
        title="two printed currencies whose rate is not that of the month",
        why=(
            "The rate implied by a sum in two currencies misses the rate of its month by more than 2 %, rounding "
            "of both figures allowed for; the finding names the month that fits best. Beyond 10 % it looks like "
            "a slip in typing and is an error until `printed_so: true` says that the source prints it."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: figure, measure: cost, value: JPY 943bn, also_printed: USD 6.27bn}\n"
            "# rates.yml: {pair: USD/JPY, month: 2024-04, rate: 153.89}"
        ),
        right="- {id: c1, about: fab, attribute: figure, measure: cost, value: JPY 943bn, also_printed: USD 6.13bn}",
    ),
    presentation=Presentation(
        label="a rate that is not that of its month",
        category=Category.NOTE,
        questions={
            "question-rate-misfit": "{subject}, {value} or {also}: at the exchange rate of which month?",
            "question-rate-misfit-brief": "{subject}: {value} at the exchange rate of which month?",
        },
        ask=_ask_which_rate,
        summary=Summary.NOTHING,
    ),
    order=40,
    thresholds={"rate": Decimal("0.02"), "slip": Decimal("0.10"), "far": Decimal("0.50")},
    scope=Scope.SLOT,
)
