"""second-hand: a shown value that no article states by itself; each one only passes on what it cites."""

from collections.abc import Iterator

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import name_voices, word_shown
from briefing.dataset.rule_base.compared import shown_values
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.model.claims import Claim


def find_second_hand(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every shown value that rests on ``via`` claims alone."""
    for slot, shown in shown_values(filter(_may_be_passed_on, context.data.slots)):
        if all(map(_is_passed_on, shown.claims)):
            voices = name_voices(context, shown.claims)
            message = f"{word_shown(context, slot)}, known at second hand only, from {voices}"
            yield over_slots((slot,), shown.claims, message)


def _may_be_passed_on(slot: Slot) -> bool:
    if slot.opinion or slot.attribute == "cites":
        return False
    # The first claim tells it of nearly all slots; looking up the shown value would take longer.
    return bool(slot.groups) and _is_passed_on(slot.groups[0].claims[0])


def _is_passed_on(claim: Claim) -> bool:
    return "via" in claim.qualifiers


RULE = Rule(
    code="second-hand",
    find=find_second_hand,
    explanation=Explanation(
        title="a shown value known from references alone",
        why=(
            "Every article that gives it passes on what it cites; the reference itself has not been read. "
            "Reading it would raise the grade of the value."
        ),
        wrong=(
            "- {id: c1, about: plan, attribute: amount, line: total, value: USD 2bn, stage: announced, payer: "
            "unknown,\n"
            "   via: report-2024}   # and no other claim says it"
        ),
        right=(
            "- {id: c1, about: plan, attribute: amount, line: total, value: USD 2bn, stage: announced, payer: unknown}"
        ),
    ),
    presentation=Presentation(
        label="known at second hand only",
        category=Category.NOTE,
        questions={
            "question-second-hand": "{subject}, {what}: what does the report itself say?",
        },
    ),
    order=320,
    audience="editor",
    scope=Scope.SLOT,
    remedy="record what the original itself says, if it can be had",
)
