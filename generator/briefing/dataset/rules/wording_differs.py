"""wording-differs: texts that several articles give for what has one value only, such as a superlative.

Whether two wordings are two facts is for an editor to say.
"""

from collections.abc import Iterator

from briefing.dataset.comparing.slot_keys import canonical
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_values
from briefing.dataset.rule_base.compared import compared_claims, slots_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.values import Text


def find_wording_differs(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every slot of one text in which articles use different words."""
    single = {
        name
        for name, one in context.data.registry.attributes.items()
        if "text" in one.values and not one.many and not one.options
    }
    for slot in slots_with(context, single):
        worded = [] if slot.opinion else _worded(slot)
        if len({text for text, _ in worded}) > 1 and len({claim.article for _, claim in worded}) > 1:
            claims = tuple(claim for _, claim in worded)
            yield over_slots((slot,), claims, f"{slot_words(context, slot)}: {attribute_values(context, claims)}")


def _worded(slot: Slot) -> list[tuple[str, Claim]]:
    return [
        (canonical(claim.value), claim)
        for claim in compared_claims(slot)
        if isinstance(claim.value, Text) and claim.restates is None and not claim.denied
    ]


RULE = Rule(
    code="wording-differs",
    find=find_wording_differs,
    explanation=Explanation(
        title="two wordings where there is one value only",
        why=(
            "Articles use different words for what has one value, such as a superlative. Whether these are two "
            "facts or one in two wordings is for an editor to say."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Japan}  # herald\n"
            "- {id: c1, about: fab, attribute: superlative, measure: size, value: historic, scope: in Japan}  # gazette"
        ),
        right=(
            "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Japan}\n"
            "- {id: c1, about: fab, attribute: superlative, measure: size, value: Largest, scope: in Japan}"
        ),
    ),
    presentation=Presentation(
        label="wording differs",
        category=Category.TERMS,
    ),
    order=340,
    audience="editor",
    by_slot=True,
    scope=Scope.SLOT,
)
