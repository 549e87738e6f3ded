"""Values and qualifiers as prose: sums with the pair that was printed, subjects as links, names in wording linked."""

from briefing.dataset.comparing.group_order import day_of
from briefing.dataset.linked.records import ValueGroup
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.money import Money, money_text
from briefing.model.values import EntityName, EntityRef, Nothing, Text, Unknown, Value, value_text
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose, join_prose, mark_japanese, words


def value_prose(context: Context, value: Value | None, linker: Linker) -> Prose:
    """Return a value for readers."""
    match value:
        case None:
            return ()
        case EntityRef(id=subject):
            return context.link(SubjectId(subject))
        case EntityName(name=name):
            return mark_japanese(name)
        case Text(text=text):
            return linker.prose(text)
        case Unknown():
            return words(context.labels.say("unknown"))
        case Nothing():
            return words(context.labels.say("none"))
    return words(value_text(value))


def claim_value(context: Context, claim: Claim, linker: Linker) -> Prose:
    """Return what a claim says: its value, the pair printed beside it, and whether the source denies it."""
    value = _stated_value(context, claim, linker)
    return _denial(context, denied=claim.denied) + value + printed_pair(context, claim.also_printed)


def _stated_value(context: Context, claim: Claim, linker: Linker) -> Prose:
    """Return the value of a claim, whether its source affirms or denies it."""
    if claim.value is None:
        return _members(context, claim)
    return value_prose(context, claim.value, linker)


def group_value(context: Context, group: ValueGroup, linker: Linker) -> Prose:
    """Return what the claims of a group say together."""
    # The claims of a group say one value, and not all print it in a second currency.
    pair = next((claim.also_printed for claim in group.claims if claim.also_printed), None)
    value = value_prose(context, group.value, linker) or _members(context, group.claims[0])
    return _denial(context, denied=group.denied) + value + printed_pair(context, pair)


def _denial(context: Context, *, denied: bool) -> Prose:
    if not denied:
        return ()
    # In front: read without it, the value would pass for what the source says.
    return words(context.labels.say("denied") + " ")


def _members(context: Context, claim: Claim) -> Prose:
    """Return the subjects of a symmetric relation, which has no value beside them."""
    return join_prose(context.link(subject) for subject in claim.about)


def printed_pair(context: Context, money: Money | None) -> Prose:
    """Return the sum in the other currency that the source prints, in brackets."""
    if money is None:
        return ()
    return words(" " + context.labels.say("also-printed", sum=money_text(money)))


def lead_claim(group: ValueGroup) -> Claim:
    """Return the claim of a group that speaks for it: no restatement, of the best grade, the newest, the first."""
    return min(group.claims, key=_lead_order)


def _lead_order(claim: Claim) -> tuple[bool, str, int, str]:
    # The key decides between equals, so that the order of articles does not.
    return claim.restates is not None, claim.grade, -day_of(claim.as_of).toordinal(), claim.key
