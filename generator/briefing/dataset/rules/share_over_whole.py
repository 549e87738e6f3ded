"""share-over-whole: shares of one whole that add up to more than all of it.

Only shares of one year are added, and of owners those without a period; who belongs to another of them is left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import chain
from operator import attrgetter, itemgetter

from briefing.dataset.comparing.leading_claims import leading_claim
from briefing.dataset.comparing.qualifiers import scope_words
from briefing.dataset.linked.claim_sets import keys_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import list_words, name_voice
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.field_texts import far_id, field_text, in_per_cent, key_text, stated_share
from briefing.dataset.rule_base.finding import Finding, subjects_of
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds
from briefing.model.claims import Claim
from briefing.model.grouping import first_by
from briefing.model.ids import SubjectId
from briefing.model.quantity import Quantity
from briefing.model.value_comparing import interval
from briefing.model.values import Nothing, Unknown, value_text

_INSIDE = frozenset({"part-of", "located-in", "member-of", "owner"})


@dataclass(frozen=True, slots=True)
class _Share:
    """A share that is shown: who has it, and at least how many per cent."""

    holder: SubjectId
    slot: Slot
    claim: Claim
    share: Quantity


_Placed = tuple[str, "_Share"]
"""A share after the place of the whole that it is a part of."""


def _wholes(context: RuleContext, slot: Slot) -> Iterator[str]:
    """Yield the whole of which a slot shows a share."""
    return map(itemgetter(0), context.cached_of(_shares, slot))


def _wholes_nearby(context: RuleContext, slot: Slot) -> Iterator[str]:
    """Yield the wholes of which somebody has a share who belongs to somebody else by this slot."""
    if slot.attribute not in _INSIDE:
        return
    near = chain.from_iterable(_slots_of_holder(context, holder) for holder in slot.about)
    for held in near:
        if held.attribute in _READERS:
            yield from _wholes(context, held)


def _slots_of_holder(context: RuleContext, holder: SubjectId) -> Iterator[Slot]:
    """Yield the slots about a subject, and those in which it is the owner of another one."""
    yield from context.data.slots_of.get(holder, ())
    for relation in context.data.relations_of.get(holder, ()):
        if relation.attribute == "owner":
            yield relation.slot


def _find_over_whole(
    context: RuleContext, thresholds: Thresholds, group: str, slots: Sequence[Slot]
) -> Iterator[Finding]:
    """Yield a whole of which more than all is given away, rounding respected."""
    counted = _outermost(context, _shares_of(context, group, slots))
    # What one holder has is no matter of adding up.
    if len(counted) < 2:
        return
    # Shares are rounded: only what they come to at the least can be too much.
    least = sum(map(_least, counted), Decimal(0))
    if least > thresholds["whole"]:
        yield _finding(context, group, counted, least)


def _shares_of(context: RuleContext, group: str, slots: Sequence[Slot]) -> list[_Share]:
    placed = chain.from_iterable(context.cached_of_each(_shares, slots))
    return [share for whole, share in placed if whole == group]


def _least(share: _Share) -> Decimal:
    floor, _ = interval(share.share)
    # "Up to 20 %" may be nothing at all.
    return floor or Decimal(0)


def _shares(_context: RuleContext, slot: Slot) -> tuple[_Placed, ...]:
    """Return the share that a slot shows, with its whole; none where there is nothing to add."""
    shown = slot.shown
    if slot.opinion or shown is None or shown.denied:
        return ()
    placed = _READERS[slot.attribute](slot, leading_claim(shown))
    if placed is None:
        return ()
    return (placed,)


def _read_owner(slot: Slot, claim: Claim) -> _Placed | None:
    """Return the share of an owner, where it is told in per cent."""
    # The owners of several periods, one after the other, may well own more than all of it.
    if claim.period is not None:
        return None
    if isinstance(claim.value, Nothing | Unknown):
        return None
    share, holder = stated_share(claim), far_id(slot)
    if share is None or not holder:
        return None
    return f"owner:{slot.about[0]}", _Share(holder, slot, claim, share)


def _read_share(slot: Slot, claim: Claim) -> _Placed | None:
    """Return a share in per cent, where it is told what it is a share of."""
    share, whole = in_per_cent(claim.value), _whole(claim)
    if share is None or share.per or not whole:
        return None
    measure = key_text(slot, "measure")
    return f"share:{measure}:{whole}:{_year(claim)}", _Share(slot.about[0], slot, claim, share)


_READERS: Mapping[str, Callable[[Slot, Claim], _Placed | None]] = {"share": _read_share, "owner": _read_owner}
"""How shares are read, by the attributes that state them."""


def _year(claim: Claim) -> int:
    """Return the year that a share is of: shares of two years may well come to more than all of it."""
    day = claim.as_of.last_day
    if day is None:
        return 0
    return day.year


def _whole(claim: Claim) -> str:
    """Return the words of what is shared out: those of the value, else the scope."""
    scope = field_text(claim, "scope")
    if isinstance(claim.value, Quantity) and claim.value.of:
        scope = claim.value.of
    # Sources put the same words in another order.
    return " ".join(sorted(scope_words(scope)))


def _outermost(context: RuleContext, shares: Sequence[_Share]) -> list[_Share]:
    """Return the shares whose holders do not belong to another holder: a region holds what its countries hold."""
    share_by_holder = first_by(shares, lambda share: share.holder)
    holders = share_by_holder.keys()
    return [share for holder, share in share_by_holder.items() if _uppers(context, holder).isdisjoint(holders)]


def _uppers(context: RuleContext, holder: SubjectId) -> set[SubjectId | None]:
    """Return whom a holder belongs to, as far as a relation of its own tells."""
    uppers: set[SubjectId | None] = set()
    for relation in context.data.relations_of.get(holder, ()):
        # Seen from the far end, a relation tells who belongs to the holder.
        if relation.attribute in _INSIDE and not relation.inverse:
            uppers.add(relation.other)
    return uppers


def _name_holder(context: RuleContext, holder: SubjectId) -> str:
    """Return who has a share; one who is named without a page is kept as a text."""
    return context.name(holder).removeprefix("text:")


def _finding(context: RuleContext, place: str, shares: Sequence[_Share], least: Decimal) -> Finding:
    about, claims = subjects_of(map(attrgetter("slot"), shares)), keys_of(map(attrgetter("claim"), shares))
    held = list_words(list(map(partial(_word_share, context), shares)))
    return Finding((place,), about, claims, f"{held}: together at least {least.normalize():f}% of one whole")


def _word_share(context: RuleContext, share: _Share) -> str:
    holder, voice = _name_holder(context, share.holder), name_voice(context, share.claim)
    return f"{holder} has {value_text(share.share)} ({voice})"


find_share_over_whole = ByGroup(Index(lambda _: _READERS.keys(), _wholes), _find_over_whole, _wholes_nearby)
"""Finds every whole of which more than all is given away, rounding respected."""


RULE = Rule(
    code="share-over-whole",
    find=find_share_over_whole,
    explanation=Explanation(
        title="shares of one whole that add up to more than 100 %",
        why=(
            "Shares with one measure, one whole and one year, or the shares of the owners of a subject, are "
            "together more than all of it, rounding respected. Whoever belongs to another of the holders is left out."
        ),
        wrong=(
            "- {id: c1, about: acme, attribute: share, measure: market, value: 60 % of foundry sales}\n"
            "- {id: c2, about: bolt, attribute: share, measure: market, value: 45 % of foundry sales}"
        ),
        right=(
            "- {id: c1, about: acme, attribute: share, measure: market, value: 60 % of foundry sales}\n"
            "- {id: c2, about: bolt, attribute: share, measure: market, value: about 40 % of foundry sales}"
        ),
    ),
    presentation=Presentation(
        label="shares of over 100 %",
        category=Category.TERMS,
        questions={
            "question-share-over-whole": "{subject}: how can shares come to over 100 %?",
        },
        summary=Summary.NOTHING,
    ),
    order=140,
    thresholds={"whole": Decimal(100)},
)
