"""office-open: an office holder last named longer ago than the limit of staleness, with no end of office stated."""

from collections.abc import Iterator
from decimal import Decimal

from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.dataset.rule_base.attribution import word_shown
from briefing.dataset.rule_base.compared import shown_values, slots_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.field_texts import key_text
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.time_words import is_before, oldest_fresh_day
from briefing.model.claims import Claim

_FOR_GOOD = frozenset({"founder", "co-founder", "inventor", "author"})
"""What one is said to be for good: nobody leaves it."""


def find_office_open(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every office whose holder may have left since a source last named one."""
    oldest_fresh = oldest_fresh_day(context, "office-open", thresholds)
    for slot, shown in shown_values(slots_with(context, ("office",))):
        if _is_for_good(slot) or _has_end(shown):
            continue
        if is_before(shown.as_of, oldest_fresh):
            holder = f"{word_shown(context, slot)} was last named as of {shown.as_of.label}"
            yield over_slots((slot,), shown.claims, f"{holder}, and no end of office is stated")


def _is_for_good(slot: Slot) -> bool:
    return key_text(slot, "role") in _FOR_GOOD


def _has_end(shown: ValueGroup) -> bool:
    return any(map(_ends_office, shown.claims))


def _ends_office(claim: Claim) -> bool:
    # A period that is open at its end says since when, and not until when.
    return claim.period is not None and claim.period.latest is not None


RULE = Rule(
    code="office-open",
    find=find_office_open,
    explanation=Explanation(
        title="an office holder last named long ago",
        why=(
            "The holder may have left since a source last named one, and no `period` says when the office ended. "
            "The limit `office-open.days` is the briefing's `stale_days`, else 365; founders and authors stay "
            "what they are."
        ),
        wrong="- {id: c1, about: acme, attribute: office, role: president, value: jane-doe}  # published two years ago",
        right="- {id: c1, about: acme, attribute: office, role: president, value: jane-doe, period: 2019/2025-06}",
    ),
    presentation=Presentation(
        label="an office without an end",
        category=Category.TERMS,
        questions={
            "question-office-open": "{subject}, {what}: still {value}?",
        },
    ),
    order=260,
    audience="editor",
    thresholds={"days": Decimal(365)},
    scope=Scope.SLOT,
    remedy="a newer claim on who holds the office answers it, or a period with the end that a source states",
)
