"""rank-incomplete: a rank of no named edition or year, a superlative that names nothing to compare with.

Readers are told of the values that the site shows, editors of the others.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.dataset.linked.claim_sets import keys_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_values
from briefing.dataset.rule_base.compared import facts_with, own_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.field_texts import field_text
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.time_words import has_time, last_day
from briefing.model.claims import Claim

_WORD = re.compile(r"\w+")
_EMPTY = frozenset({
    "a", "all", "and", "any", "as", "at", "date", "ever", "far", "for", "general", "history", "in", "its", "kind",
    "n", "none", "not", "of", "on", "overall", "printed", "record", "said", "scope", "so", "stated", "the", "this",
    "time", "to", "unknown", "unspecified", "unstated", "whole", "yet",
})  # fmt: skip
"""Words that name neither rivals nor a place or time to compare with."""


def find_rank_incomplete_where_shown(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every shown rank without an edition and every shown superlative without a comparator."""
    yield from _find(context, shown=True)


def find_rank_incomplete_elsewhere(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield the same of values that the site does not show."""
    yield from _find(context, shown=False)


def _find(context: RuleContext, *, shown: bool) -> Iterator[Finding]:
    for slot in facts_with(context, _LACKS):
        is_lacking, words = _LACKS[slot.attribute]
        lacking = tuple(filter(is_lacking, own_claims(slot)))
        if lacking and shown == _is_shown(slot, lacking):
            values = attribute_values(context, lacking)
            yield over_slots((slot,), lacking, f"{slot_words(context, slot)}: {values} {words}")


def _is_shown(slot: Slot, claims: tuple[Claim, ...]) -> bool:
    if slot.shown is None:
        return False
    return not set(keys_of(slot.shown.claims)).isdisjoint(keys_of(claims))


def _is_undated(claim: Claim) -> bool:
    """Tell whether neither an edition nor a date of its own, apart from publication, says when a rank was held."""
    if claim.qualifier("edition") or has_time(claim):
        return False
    return last_day(claim.as_of) == last_day(claim.published)


def _compares_nothing(claim: Claim) -> bool:
    if claim.period is not None:
        return False
    scope = field_text(claim, "scope")
    return _EMPTY.issuperset(_WORD.findall(scope.casefold()))


_LACKS: dict[str, tuple[Callable[[Claim], bool], str]] = {
    "rank": (_is_undated, "without an edition or year of the list"),
    "superlative": (_compares_nothing, "without saying compared with what"),
}


RULE = Rule(
    code="rank-incomplete",
    find=find_rank_incomplete_where_shown,
    explanation=Explanation(
        title="a rank without its year, a superlative without rivals",
        why=(
            "Ranks change with every edition, and the largest is the largest of something. A rank needs the "
            "edition or a date, a superlative a scope that names with whom, where or since when it is compared."
        ),
        wrong=(
            "- {id: c1, about: japan, attribute: rank, list: digital-competitiveness, value: rank 32}\n"
            "- {id: c2, about: fab, attribute: superlative, measure: size, value: largest, scope: ever}"
        ),
        right=(
            "- {id: c1, about: japan, attribute: rank, list: digital-competitiveness, edition: 2023, value: rank 32}\n"
            "- {id: c2, about: fab, attribute: superlative, measure: size, value: largest, scope: chip plants in Japan}"
        ),
    ),
    presentation=Presentation(
        label="a rank without edition or size of the list",
        category=Category.NOTE,
        questions={
            "question-rank-incomplete": "{subject}, {what}: in which edition, and out of how many?",
        },
    ),
    order=210,
    scope=Scope.SLOT,
    remedy="add list: and edition: to the claim, if the source names them",
)
RULES = (RULE, replace(RULE, find=find_rank_incomplete_elsewhere, audience="editor"))
