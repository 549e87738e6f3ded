"""rate-misfit: a sum in two currencies whose rate is not that of its month, with the month that it fits."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial

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
    slot: Slot
    pair: PrintedPair
    month: str
    miss: Decimal
    known: Known
    slip: bool


def find_rate_misfit(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot with a pair that misses the rates of its months; an unmarked slip comes by itself."""
    by_place: dict[tuple[str, bool], list[_Misfit]] = defaultdict(list)
    for found in _misfits(context, thresholds):
        unmarked = found.slip and not found.pair.claim.qualifiers.get("printed_so")
        by_place[slot_place(found.slot), unmarked].append(found)
    for (_, unmarked), misfits in by_place.items():
        claims = tuple(one.pair.claim for one in misfits)
        message = "; ".join(dict.fromkeys(_words(context, one) for one in misfits))
        yield over_slots((misfits[0].slot,), claims, f"{thing(context, misfits[0].slot)}: {message}", slip=unmarked)


def _misfits(context: RuleContext, thresholds: Thresholds) -> Iterator[_Misfit]:
    rates_of = cache(partial(known_rates, context.rates))
    months_of = cache(lambda base, quote: list(rates_of(base, quote)))
    for pair in printed_pairs(context):
        known = rates_of(pair.base, pair.quote)
        months = months_within((pair.claim.as_of, pair.claim.published), months_of(pair.base, pair.quote))
        # Without a rate of its month a pair is only held against all known ones, for what no month explains.
        limit = thresholds["rate"] if months else thresholds["far"]
        nearest = min(months or known, key=lambda month: (pair.miss(known[month]), month), default=None)
        if nearest is None:
            continue
        miss = pair.miss(known[nearest])
        if miss > limit:
            slot = context.data.slot_of[pair.claim.key]
            yield _Misfit(slot, pair, nearest, miss, known, miss > thresholds["slip"])


def _words(context: RuleContext, found: _Misfit) -> str:
    pair, rate = found.pair, found.known[found.month]
    claim = pair.claim
    printed = f"{name_voice(context, claim)} prints {figure_words(claim)}, which makes {pair.words}"
    own = f"{month_words(found.month)} had {rate_words(rate)}, {found.miss * 100:.1f}% beyond rounding"
    best = min(found.known, key=lambda month: (abs(found.known[month] - pair.middle), month))
    fits = f"; {month_words(best)} fits best, {rate_words(found.known[best])}" if best != found.month else ""
    return f"{printed}; {own}{fits}"


def _ask_which_rate(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of a sum printed in two currencies."""
    also = next((claim.also_printed for claim in matter.claims if claim.also_printed), None)
    if also is not None:
        yield matter.say("question-rate-misfit", also=money_text(also))
        yield matter.say("question-rate-misfit-brief")


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
