"""qualifiers-differ: one value that sources give with another share, role, time, condition or scope.

Only what both state is compared. Of sums the period and the scope are for `terms-differ` and `two-causes`.
"""

from collections.abc import Iterator, Sequence

from briefing.dataset.comparing.agreement import of_other_times
from briefing.dataset.comparing.far_ends import far_end
from briefing.dataset.comparing.qualifiers import QUALIFIERS, contradicted
from briefing.dataset.comparing.value_sets import same_value_sets
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_texts, word_value_of
from briefing.dataset.rule_base.compared import affirming_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.crowds import neighbours_to_compare
from briefing.dataset.rule_base.finding import Finding, slot_place
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.terms import quote_field, term_words
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.money import Money
from briefing.model.value_comparing import agree
from briefing.model.values import EntityName, EntityRef, Value, print_value

_NAMES = frozenset(QUALIFIERS)
_OF_SUMS = frozenset({"period", "scope"})
_SHARES = frozenset({"share", "public_share"})
_TIMES = frozenset({"when", "period"})


def find_qualifiers_differ(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot in which two sources say one thing of one value and contradict each other in how it holds."""
    for slot in context.data.slots:
        if slot.opinion or len(slot.claims) < 2:
            continue
        claims = [claim for claim in affirming_claims(slot) if not _NAMES.isdisjoint(claim.qualifiers)]
        if len(claims) > 1:
            yield from _compare(context, slot, claims)


def _compare(context: RuleContext, slot: Slot, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield what contradicts between the qualified claims of one slot, if anything does."""
    names: dict[str, None] = {}
    differing: set[ClaimKey] = set()
    for here, there in neighbours_to_compare(claims, _printed):
        contradicted_names = _differing(context, claims[here], claims[there])
        if contradicted_names:
            names.update(dict.fromkeys(contradicted_names))
            differing.update((claims[here].key, claims[there].key))
    if differing:
        yield _finding(context, slot, [claim for claim in claims if claim.key in differing], list(names))


def _printed(claim: Claim) -> str:
    return "" if claim.value is None else print_value(claim.value)


def _differing(context: RuleContext, a: Claim, b: Claim) -> list[str]:
    names = contradicted(a, b)
    if not names or not _say_one_value(a, b):
        return []
    if "money" in context.data.registry.attributes[a.attribute].values:
        left_to_others = _left_to_others(a)
        names = tuple([name for name in names if name not in left_to_others])
    if a.article == b.article:
        # An article that tells two roles, times or conditions means both; two shares it can not mean.
        return [name for name in names if name in _SHARES]
    if of_other_times(a, b):
        # What was so at one time need not be so at another.
        return [name for name in names if name in _TIMES]
    return list(names)


def _left_to_others(claim: Claim) -> frozenset[str]:
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
    about = {*slot.about, *_far_ends(slot)} & context.data.subjects.keys()
    keys = sorted(claim.key for claim in claims)
    message = f"{_word_statement(context, slot, claims[0])}; {details}"
    return Finding((slot_place(slot),), tuple(sorted(about)), tuple(keys), message)


def _word_terms(context: RuleContext, name: str, claims: list[Claim]) -> str:
    rows = ((_word_term(context, name, claim), claim) for claim in claims)
    return attribute_texts(context, ((text, claim) for text, claim in rows if text))


def _word_term(context: RuleContext, name: str, claim: Claim) -> str:
    match name:
        case "when":
            return claim.when.label if claim.when else ""
        case "condition":
            return quote_field(claim, name)
    return term_words(context, name, claim)


def _far_ends(slot: Slot) -> set[SubjectId]:
    """Return the subjects at the other end of a relation, whose pages tell it, too."""
    ends = {SubjectId(claim.value.id) for claim in slot.claims if isinstance(claim.value, EntityRef)}
    far = far_end(slot)
    if far:
        ends.add(far)
    return ends


def _word_statement(context: RuleContext, slot: Slot, first: Claim) -> str:
    """Return what is said: ``Rapidus, owned by: Northwind``; of a pair both its ends are named already."""
    words = slot_words(context, slot)
    value = _stated_value(slot, first)
    is_far_end = isinstance(value, EntityRef | EntityName) and len(slot.about) > 1
    if value is None or is_far_end:
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
