"""wording-differs: texts that several articles give for what has one value only, such as a superlative.

Whether two wordings are two facts is for an editor to say.
"""

from collections.abc import Iterator, Sequence

from briefing.dataset.comparing.slot_keys import fold_value
from briefing.dataset.linked.claim_sets import articles_of
from briefing.dataset.rule_base.attribution import attribute_values
from briefing.dataset.rule_base.compared import affirming_claims, facts_with, stated_values
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.registry import Attribute
from briefing.model.values import Text


def find_wording_differs(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot of one text in which articles use different words."""
    attributes = filter(_has_one_text, context.data.registry.attributes.values())
    for slot in facts_with(context, {attribute.name for attribute in attributes}, voices=2):
        claims = list(filter(_is_worded, affirming_claims(slot)))
        if _differ(claims):
            message = f"{slot_words(context, slot)}: {attribute_values(context, claims)}"
            yield over_slots((slot,), claims, message)


def _differ(claims: Sequence[Claim]) -> bool:
    # One article may well put one thing in two ways.
    if len(articles_of(claims)) < 2:
        return False
    return len(set(map(fold_value, stated_values(claims)))) > 1


def _has_one_text(attribute: Attribute) -> bool:
    """Tell whether an attribute has a text of which there is one, and not one of a list of words."""
    if attribute.many or attribute.options:
        return False
    return "text" in attribute.values


def _is_worded(claim: Claim) -> bool:
    return isinstance(claim.value, Text)


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
