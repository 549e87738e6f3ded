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
from briefing.model.registry import Attribute
from briefing.model.values import Text


def find_wording_differs(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot of one text in which articles use different words."""
    attributes = context.data.registry.attributes.values()
    for slot in slots_with(context, {attribute.name for attribute in attributes if _has_one_text(attribute)}):
        if slot.opinion or len(slot.claims) < 2:
            continue
        claims = _worded_claims(slot)
        wordings = {canonical(claim.value) for claim in claims if claim.value is not None}
        if len(wordings) > 1 and len({claim.article for claim in claims}) > 1:
            yield over_slots((slot,), claims, f"{slot_words(context, slot)}: {attribute_values(context, claims)}")


def _has_one_text(attribute: Attribute) -> bool:
    """Tell whether an attribute has a text of which there is one, and not one of a list of words."""
    return "text" in attribute.values and not attribute.many and not attribute.options


def _worded_claims(slot: Slot) -> tuple[Claim, ...]:
    claims = [claim for claim in compared_claims(slot) if isinstance(claim.value, Text)]
    return tuple([claim for claim in claims if claim.restates is None and not claim.denied])


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
