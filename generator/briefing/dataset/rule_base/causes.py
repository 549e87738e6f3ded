"""Whether a figure that is told twice is put down to two things."""

from dataclasses import replace

from briefing.dataset.comparing.qualifiers import same_words
from briefing.dataset.comparing.stated import differ_where_stated
from briefing.dataset.linked.records import Rank
from briefing.dataset.rule_base.compared import ASIDE
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.sums import EFFECT
from briefing.model.claims import Claim
from briefing.model.intervals import intervals_meet
from briefing.model.key_names import same_key_name
from briefing.model.measures import bare_interval, in_measure_of
from briefing.model.money import Money
from briefing.model.quantity import Quantity
from briefing.model.values import Value

_THINGS = ("line", "measure")


def put_elsewhere(context: RuleContext, first: Claim, again: Claim) -> bool:
    """Tell whether a restatement puts the figure of its claim down to something else."""
    if first.denied != again.denied or not same_figure(first.value, again.value):
        return False
    # An editor, or a newer figure, has settled what is set aside.
    if not ASIDE.isdisjoint({_rank_of(context, first), _rank_of(context, again)}):
        return False
    return _other_thing(first, again) or other_scope(first, again)


def _rank_of(context: RuleContext, claim: Claim) -> Rank:
    return context.data.slot_of[claim.key].ranks[claim.key]


def same_figure(a: Value | None, b: Value | None) -> bool:
    """Tell whether two claims may state one figure, be it bounded or rounded otherwise."""
    match a, b:
        case (Money(), Money()):
            return _digits_meet(in_measure_of(a, b), b)
        case (Quantity(), Quantity()):
            # The same share of two wholes is still one figure: the whole is part of what it is put down to.
            return _digits_meet(in_measure_of(replace(a, of=b.of), b), b)
    return False


def _digits_meet(a: Money | Quantity | None, b: Money | Quantity) -> bool:
    # None is a figure in a unit or currency that does not convert.
    if a is None:
        return False
    return intervals_meet(bare_interval(a), bare_interval(b))


def _other_thing(a: Claim, b: Claim) -> bool:
    if set(a.about).isdisjoint(b.about):
        return True
    # What a claim leaves open may be what the other one names.
    return any(differ_where_stated(a.qualifier(name), b.qualifier(name), same_key_name) for name in _THINGS)


def other_scope(a: Claim, b: Claim) -> bool:
    """Tell whether two effects are said of different causes in so many words."""
    if {a.attribute, b.attribute} != {EFFECT}:
        return False
    return differ_where_stated(a.qualifier("scope"), b.qualifier("scope"), same_words)
