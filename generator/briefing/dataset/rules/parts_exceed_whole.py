"""parts-exceed-whole: declared parts that add up to more than the sum they are parts of."""

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.ends import is_below
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.parts import Comparison, comparisons, whole_finding, wholes
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds


def find_parts_exceed_whole(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every whole that is smaller than its parts, whatever rounding and bounds allow."""
    for whole in wholes(context):
        voices = filter(_is_exceeded, comparisons(context, whole, thresholds["rate"]))
        claims = tuple(map(attrgetter("claim"), voices))
        if claims:
            yield whole_finding(context, whole, claims, "are more than")


def _is_exceeded(comparison: Comparison) -> bool:
    most, least_parts = comparison.whole[1], comparison.parts[0]
    # `Over 10bn` has no upper end that parts could exceed.
    return is_below(most, least_parts)


RULE = Rule(
    code="parts-exceed-whole",
    find=find_parts_exceed_whole,
    explanation=Explanation(
        title="declared parts that add up to more than their whole",
        why=(
            "Lines declared by `part_of` or `sum_of` are together more than the sum that they are parts of, "
            "whatever rounding, bounds and exchange rates allow. Parts inside parts, superseded or overlapping "
            "ones count once."
        ),
        wrong=(
            "money_lines:  # total is USD 10bn, chips USD 8bn, robots USD 4bn\n"
            "  - {id: total, label: All, sum_of: [chips, robots]}"
        ),
        right=(
            "money_lines:  # total is USD 10bn, chips USD 8bn, robots about USD 2bn\n"
            "  - {id: total, label: All, sum_of: [chips, robots]}"
        ),
    ),
    presentation=Presentation(
        label="parts beyond their whole",
        category=Category.DISPUTE,
        questions={
            "question-parts-exceed-whole": "{subject}, {what}: can parts be more than their whole?",
        },
        summary=Summary.NOTHING,
    ),
    order=80,
    thresholds={"rate": Decimal("0.02")},
    disputes=True,
    by_slot=True,
    scope=Scope.SUBJECT,
    remedy="if they are no parts of it, correct part_of and sum_of in money_lines",
)
