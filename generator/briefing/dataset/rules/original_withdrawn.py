"""original-withdrawn: a shown value that nothing carries but copies of an article which its publisher withdrew."""

from collections.abc import Iterator

from briefing.dataset.linked.records import Doubt, Slot, ValueGroup
from briefing.dataset.rule_base.attribution import list_words, name_voices, word_shown
from briefing.dataset.rule_base.compared import shown_values
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.model.claims import Original


def find_original_withdrawn(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every shown value whose originals were withdrawn while the copies still stand."""
    for slot, shown in shown_values(filter(_rests_on_withdrawn, context.data.slots)):
        value = f"{word_shown(context, slot)} ({name_voices(context, shown.claims)})"
        yield over_slots((slot,), shown.claims, f"{value} is copied from {_name_originals(context, shown)}")


def _rests_on_withdrawn(slot: Slot) -> bool:
    # The first group is the shown one, if any is: looking it up would take longer for all other slots.
    return bool(slot.groups) and slot.groups[0].doubt is Doubt.WITHDRAWN


def _name_originals(context: RuleContext, group: ValueGroup) -> str:
    """Return which articles were withdrawn, and why."""
    # Several copies may rest on one original, which is named once.
    originals = dict.fromkeys(claim.original for claim in group.claims if claim.original)
    return list_words([_name_original(context, original) for original in originals])


def _name_original(context: RuleContext, original: Original) -> str:
    name = f"{context.publisher_of(original.article)}, which was withdrawn"
    if not original.reason:
        return name
    return f"{name} ({original.reason})"


RULE = Rule(
    code="original-withdrawn",
    find=find_original_withdrawn,
    explanation=Explanation(
        title="copies of an article that its publisher withdrew",
        why=(
            "An article was withdrawn and its claims stepped aside, but what others copied from it still stands "
            "and no independent source says it. Its confidence is low; a judgement on the slot keeps it, or rejects it."
        ),
        wrong=(
            "origin: herald-2024-04   # herald-2024-04 has status: {state: withdrawn, reason: …}, and nobody "
            "else says it"
        ),
        right="origin: herald-2024-04   # herald-2024-04 stands, or an independent report says it too",
    ),
    presentation=Presentation(
        label="copies of an original that was withdrawn",
        category=Category.NOTE,
    ),
    order=280,
    by_slot=True,
    scope=Scope.SLOT,
    remedy="look for a source that does not rest on what was withdrawn",
)
