"""parts-below-half: a sum that is declared to be all of its parts, which together are not half of it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from operator import attrgetter

from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.parts import Comparison, comparisons, whole_finding, wholes
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds


def find_parts_below_half(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every completely divided sum of which the larger part is missing."""
    # Of what is not all listed, the rest may lie in parts that nobody has listed.
    for whole in filter(attrgetter("complete"), wholes(context)):
        compared = comparisons(context, whole, thresholds["rate"])
        voices = filter(partial(_is_below, thresholds["share"]), compared)
        claims = tuple(map(attrgetter("claim"), voices))
        if claims:
            yield whole_finding(context, whole, claims, "are less than half of")


def _is_below(share: Decimal, comparison: Comparison) -> bool:
    least, most_parts = comparison.whole[0], comparison.parts[1]
    # Parts of `over 2bn` may be any sum, and of `up to 10bn` nothing need be there.
    if least is None or most_parts is None:
        return False
    return most_parts < least * share


RULE = Rule(
    code="parts-below-half",
    find=find_parts_below_half,
    explanation=Explanation(
        title="a completely divided sum of which the larger part is missing",
        why=(
            "`sum_of` says that the listed parts are all of it, and every part has a sum, yet together they are "
            "not half of the whole. A part is probably missing from the list, or the lines are only `part_of` it."
        ),
        wrong=(
            "money_lines:  # total is USD 10bn, chips USD 1bn, robots USD 2bn\n"
            "  - {id: total, label: All, sum_of: [chips, robots]}"
        ),
        right=(
            "money_lines:  # total is USD 10bn, chips USD 1bn, robots USD 2bn\n"
            "  - {id: chips, label: Chips, part_of: [total]}\n"
            "  - {id: robots, label: Robots, part_of: [total]}"
        ),
    ),
    presentation=Presentation(
        label="parts under half of their whole",
        category=Category.NOTE,
        questions={
            "question-parts-below-half": "{subject}, {what}: where is the rest of {value}?",
        },
        summary=Summary.NOTHING,
    ),
    order=90,
    audience="editor",
    thresholds={"rate": Decimal("0.02"), "share": Decimal("0.5")},
    scope=Scope.SUBJECT,
    remedy="if parts are missing, add their claims; if they are no parts of it, correct money_lines",
)
