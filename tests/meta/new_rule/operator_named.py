"""operator-named: several articles that name who operates a thing. It stands for any rule that is new."""

from collections.abc import Iterator
from decimal import Decimal

from briefing.dataset.rule_base.attribution import attribute_values
from briefing.dataset.rule_base.compared import slots_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words


def find_operator_named(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot in which at least ``articles`` articles name an operator."""
    for slot in slots_with(context, {"operator"}):
        articles = {claim.article for claim in slot.claims}
        if len(articles) >= thresholds["articles"]:
            yield over_slots(
                (slot,), slot.claims, f"{slot_words(context, slot)}: {attribute_values(context, slot.claims)}"
            )


RULE = Rule(
    code="operator-named",
    find=find_operator_named,
    explanation=Explanation(
        title="several articles that name who operates a thing",
        why="Who operates a thing is worth a second look. It is an example.",
        wrong="- {id: c1, about: fab, attribute: operator, value: acme}  # in two articles",
        right="- {id: c1, about: fab, attribute: operator, value: acme}  # in one",
    ),
    presentation=Presentation(
        label="an operator that is named",
        category=Category.NOTE,
        questions={"question-operator-named": "{subject}: is {value} a good operator?"},
    ),
    thresholds={"articles": Decimal(2)},
    scope=Scope.SLOT,
    remedy="ask who operates it",
)
