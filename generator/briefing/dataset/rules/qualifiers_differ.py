"""qualifiers-differ: one value that sources give with another share, role, time, condition or scope.

Only what both state is compared. Of sums the period and the scope are for `terms-differ` and `two-causes`.
"""

from collections.abc import Iterator

from briefing.dataset.comparing.agreement import of_other_times
from briefing.dataset.comparing.far_ends import far_end
from briefing.dataset.comparing.qualifiers import QUALIFIERS, contradicted
from briefing.dataset.comparing.value_sets import same_value_sets
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_texts, word_value_of
from briefing.dataset.rule_base.compared import compared_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.crowds import neighbours_to_compare
from briefing.dataset.rule_base.finding import Finding, slot_place
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.terms import term_words
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.money import Money
from briefing.model.value_comparing import agree
from briefing.model.values import EntityName, EntityRef, print_value

_NAMES = frozenset(QUALIFIERS)
_OF_SUMS = frozenset({"period", "scope"})
_SHARES = frozenset({"share", "public_share"})
_TIMES = frozenset({"when", "period"})


def find_qualifiers_differ(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every slot in which two sources say one thing of one value and contradict each other in how it holds."""
    for slot in context.data.slots:
        voices = _voices(slot) if len(slot.claims) > 1 and not slot.opinion else []
        names: dict[str, None] = {}
        found: dict[str, Claim] = {}
        for here, there in neighbours_to_compare(voices, _printed):
            one, other = voices[here], voices[there]
            differing = _differing(context, one, other)
            names.update(dict.fromkeys(differing))
            found.update({claim.key: claim for claim in (one, other) if differing})
        if found:
            yield _finding(context, slot, [claim for claim in voices if claim.key in found], list(names))


def _printed(claim: Claim) -> str:
    return print_value(claim.value) if claim.value is not None else ""


def _voices(slot: Slot) -> list[Claim]:
    """Return the compared claims with qualifiers; what denies is left out, for two denials can both be so."""
    return [
        claim
        for claim in compared_claims(slot)
        if not _NAMES.isdisjoint(claim.qualifiers) and claim.restates is None and not claim.denied
    ]


def _differing(context: RuleContext, one: Claim, other: Claim) -> list[str]:
    names = contradicted(one, other)
    if not names or not _say_one_value(one, other):
        return []
    if "money" in context.data.registry.attributes[one.attribute].values:
        names = tuple(name for name in names if name not in _left_to_others(one))
    if one.article == other.article:
        # An article that tells two roles, times or conditions means both; two shares it can not mean.
        return [name for name in names if name in _SHARES]
    return [name for name in names if name in _TIMES or not of_other_times(one, other)]


def _left_to_others(claim: Claim) -> frozenset[str]:
    return _OF_SUMS if isinstance(claim.value, Money) else frozenset({"scope"})


def _say_one_value(one: Claim, other: Claim) -> bool:
    if one.value is None or other.value is None or len(same_value_sets((one, other))) == 1:
        return True
    return agree(one.value, other.value)


def _finding(context: RuleContext, slot: Slot, claims: list[Claim], names: list[str]) -> Finding:
    details = "; ".join(f"{name.replace('_', ' ')}: {_terms(context, name, claims)}" for name in names)
    about = tuple(sorted({*slot.about, *_far_ends(slot)} & context.data.subjects.keys()))
    keys = tuple(sorted(claim.key for claim in claims))
    return Finding((slot_place(slot),), about, keys, f"{_what(context, slot, claims[0])}; {details}")


def _terms(context: RuleContext, name: str, claims: list[Claim]) -> str:
    return attribute_texts(context, ((text, claim) for claim in claims if (text := _term(context, name, claim))))


def _term(context: RuleContext, name: str, claim: Claim) -> str:
    if name == "when":
        return claim.when.label if claim.when else ""
    if name in ("scope", "condition"):
        return f'"{claim.qualifier(name)}"' if claim.qualifier(name) else ""
    return term_words(context, name, claim)


def _far_ends(slot: Slot) -> set[SubjectId]:
    """Return the subjects at the other end of a relation, whose pages tell it, too."""
    far = far_end(slot)
    return ({far} if far else set()) | {
        SubjectId(claim.value.id) for claim in slot.claims if isinstance(claim.value, EntityRef)
    }


def _what(context: RuleContext, slot: Slot, first: Claim) -> str:
    """Return what is said: ``Rapidus, owned by: Northwind``; of a pair both its ends are named already."""
    words = slot_words(context, slot)
    far = slot.shown.value if slot.shown and slot.many_value is not None else first.value
    if far is None or (isinstance(far, EntityRef | EntityName) and len(slot.about) > 1):
        return words
    return f"{words}: {word_value_of(context, slot.attribute, far)}"


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
