"""editor-differs: differences that no rule can see and an editor has written down as a judgement of a finding."""

from collections.abc import Iterator

from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.noted_differences import find_noted
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds


def find_editor_differs(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield one finding for every judgement that names this rule and the claims that differ."""
    return find_noted(context, RULE.code)


RULE = Rule(
    code="editor-differs",
    find=find_editor_differs,
    explanation=Explanation(
        title="a difference that an editor found and no rule did",
        why=(
            "A judgement names claims of two sources that differ in a way no rule can see, and says how we read "
            "them. It is listed like any other conflict, with the judgement as its reading."
        ),
        wrong="a difference that editors know of and that no judgement names",
        right=(
            "judgements:\n"
            "  - finding: {rule: editor-differs, claims: [herald-2024#c1, gazette-2024#c1]}\n"
            "    prefer: differs\n"
            "    because: One speaks of equipment, the other of chips.\n"
            "    decided: 2026-11-21"
        ),
    ),
    presentation=Presentation(
        label="found in reading",
        category=Category.DISPUTE,
        summary=Summary.NOTHING,
    ),
    order=360,
    by_editors=True,
)
