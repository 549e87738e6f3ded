"""copied-support: a shown value that several articles give, all of them copies of one original."""

from collections.abc import Collection, Iterator

from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.dataset.rule_base.attribution import name_voices, word_shown
from briefing.dataset.rule_base.compared import facts_of, shown_values
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.model.ids import ArticleId
from briefing.model.values import Unknown


def find_copied_support(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every shown value whose articles are more than one and whose origins are one."""
    # Most slots have one claim; their shown value need not be looked up.
    for slot, shown in shown_values(facts_of(context.data.slots, voices=2)):
        copies = _copies_of_origin(shown)
        if len(copies) > 1:
            yield _finding(context, slot, shown, copies)


def _copies_of_origin(shown: ValueGroup) -> Collection[ArticleId]:
    """Return the articles that give a value of a single origin; none where there are several origins."""
    # That a source does not know is no value that copies could support.
    if isinstance(shown.value, Unknown):
        return ()
    if len(shown.origins) != 1:
        return ()
    return {claim.article for claim in shown.claims if claim.origin in shown.origins}


def _finding(context: RuleContext, slot: Slot, shown: ValueGroup, copies: Collection[ArticleId]) -> Finding:
    articles = f"{len(copies)} articles that go back to one original"
    message = f"{word_shown(context, slot)}, in {articles} ({name_voices(context, shown.claims)})"
    return over_slots((slot,), shown.claims, message)


RULE = Rule(
    code="copied-support",
    find=find_copied_support,
    explanation=Explanation(
        title="several articles that are copies of one original",
        why=(
            "Two rewrites of one story agree because they are one story. The value counts as supported once, "
            "however many articles print it."
        ),
        wrong="origin: agency-2024-04   # in two articles, and no third one says it",
        right="origin: agency-2024-04   # in two articles, and an independent report says it too",
    ),
    presentation=Presentation(
        label="copies of one original",
        category=Category.NOTE,
        questions={
            "question-copied-support": "{subject}, {what}: how many originals say so?",
            "question-copies": "{names}: several sources, or one original?",
        },
        once_for_articles=True,
    ),
    order=270,
    asks=False,
    scope=Scope.SLOT,
)
