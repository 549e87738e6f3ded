"""qualifiers-differ: one value that sources give with another share, role, time, condition or scope.

Only what both state is compared. Of sums the period and the scope are for `terms-differ` and `two-causes`.
"""

from collections.abc import Iterator
from functools import partial

from briefing.dataset.comparing.agreement import of_other_times
from briefing.dataset.comparing.far_ends import far_end
from briefing.dataset.comparing.qualifiers import QUALIFIERS, contradicted
from briefing.dataset.comparing.value_sets import same_value_sets
from briefing.dataset.linked.claim_fields import printed_value
from briefing.dataset.linked.claim_sets import keys_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_words, word_value_of
from briefing.dataset.rule_base.compared import affirming_claims, facts_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.crowds import items_differing, neighbours_to_compare
from briefing.dataset.rule_base.finding import Finding, slot_place
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.terms import label_of, quote_field, term_words
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.money import Money
from briefing.model.registry import Attribute
from briefing.model.value_comparing import agree
from briefing.model.values import EntityName, EntityRef, Value

_NAMES = frozenset(QUALIFIERS)
_OF_SUMS = frozenset({"period", "scope"})
_SHARES = frozenset({"share", "public_share"})
_TIMES = frozenset({"when", "period"})


def find_qualifiers_differ(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot in which two sources say one thing of one value and contradict each other in how it holds."""
    # Most slots have one claim.
    for slot in facts_of(context.data.slots, voices=2):
        qualified = list(filter(_is_qualified, affirming_claims(slot)))
        pairs = neighbours_to_compare(qualified, _printed)
        claims, names = items_differing(qualified, pairs, partial(_differing, context))
        if claims:
            yield _finding(context, slot, claims, names)


def _is_qualified(claim: Claim) -> bool:
    return not _NAMES.isdisjoint(claim.qualifiers)


def _printed(claim: Claim) -> str:
    return printed_value(claim) or ""


def _differing(context: RuleContext, a: Claim, b: Claim) -> list[str]:
    """Return the qualifiers in which two claims contradict each other, if they say them of one value."""
    names = contradicted(a, b)
    if not names or not _say_one_value(a, b):
        return []
    attribute = context.data.registry.attributes[a.attribute]
    names_here = set(names) - _left_to_others(attribute, a)
    # An article that tells two roles, times or conditions means both; two shares it can not mean.
    if a.article == b.article:
        names_here &= _SHARES
    # What was so at one time need not be so at another.
    elif of_other_times(a, b):
        names_here &= _TIMES
    return [name for name in names if name in names_here]


def _left_to_others(attribute: Attribute, claim: Claim) -> frozenset[str]:
    """Return the qualifiers of sums that other rules compare."""
    if "money" not in attribute.values:
        return frozenset()
    if isinstance(claim.value, Money):
        return _OF_SUMS
    # What may be money and is a share or a number has a period that no other rule compares.
    return frozenset({"scope"})


def _say_one_value(a: Claim, b: Claim) -> bool:
    # What is only said has no value that could differ.
    if a.value is None or b.value is None:
        return True
    return len(same_value_sets((a, b))) == 1 or agree(a.value, b.value)


def _finding(context: RuleContext, slot: Slot, claims: list[Claim], names: list[str]) -> Finding:
    details = "; ".join(f"{name.replace('_', ' ')}: {_word_terms(context, name, claims)}" for name in names)
    # Who is named without a page has none that could tell it.
    about = {*slot.about, *_far_ends(slot)} & context.data.subjects.keys()
    message = f"{_word_statement(context, slot, claims[0])}; {details}"
    return Finding((slot_place(slot),), tuple(sorted(about)), keys_of(claims), message)


def _word_terms(context: RuleContext, name: str, claims: list[Claim]) -> str:
    return attribute_words(context, claims, partial(_word_term, context, name))


def _word_term(context: RuleContext, name: str, claim: Claim) -> str:
    if name == "when":
        return label_of(claim.when)
    if name == "condition":
        return quote_field(claim, name)
    return term_words(context, name, claim)


def _far_ends(slot: Slot) -> set[SubjectId]:
    """Return the subjects at the other end of a relation, whose pages tell it, too."""
    ends: set[SubjectId | None] = {far_end(slot)}
    for claim in slot.claims:
        if isinstance(claim.value, EntityRef):
            ends.add(SubjectId(claim.value.id))
    return set(filter(None, ends))


def _word_statement(context: RuleContext, slot: Slot, first: Claim) -> str:
    """Return what is said: ``Rapidus, owned by: Northwind``; of a pair both its ends are named already."""
    words = slot_words(context, slot)
    value = _stated_value(slot, first)
    if value is None:
        return words
    if len(slot.about) > 1 and isinstance(value, EntityRef | EntityName):
        return words
    return f"{words}: {word_value_of(context, slot.attribute, value)}"


def _stated_value(slot: Slot, first: Claim) -> Value | None:
    """Return the value that the finding is about: where there may be many, the one that the slot is for."""
    if slot.shown is not None and slot.many_value is not None:
        return slot.shown.value
    return first.value


RULE = Rule(
    code="qualifiers-differ",
    find=find_qualifiers_differ,
    explanation=Explanation(
        title="one value told with another share, role, time, condition or scope",
        why=(
            "Sources agree on a value and contradict each other in what they say around it: who holds 60 % here "
            "holds 40 % there. Only what both state is compared, rounding respected; the period and the scope of "
            "sums are for other rules. What one article tells of several roles, times or conditions it means, "
            "and is no conflict."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: owner, value: acme, share: 60 %}  # herald\n"
            "- {id: c1, about: fab, attribute: owner, value: acme, share: 40 %}  # gazette"
        ),
        right=(
            "- {id: c1, about: fab, attribute: owner, value: acme, share: 60 %}\n"
            "- {id: c1, about: fab, attribute: owner, value: acme, share: about 61 %}"
        ),
    ),
    presentation=Presentation(
        label="one statement on terms that differ",
        category=Category.DISPUTE,
        terms=QUALIFIERS,
    ),
    order=20,
    disputes=True,
    by_slot=True,
    scope=Scope.SLOT,
)
