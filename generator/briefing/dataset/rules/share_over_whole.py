"""share-over-whole: shares of one whole that add up to more than all of it.

Only shares of one year are added, and of owners those without a period; who belongs to another of them is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from briefing.dataset.comparing.leading_claims import leading_claim
from briefing.dataset.comparing.qualifiers import scope_words
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import list_words, name_voice
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.quantity import Quantity
from briefing.model.value_comparing import interval
from briefing.model.value_parsing import parse_value
from briefing.model.values import Nothing, Unknown, value_text

_SHARED = frozenset({"share", "owner"})
_INSIDE = frozenset({"part-of", "located-in", "member-of", "owner"})


@dataclass(frozen=True, slots=True)
class _Share:
    """A share that is shown: who has it, and at least how many per cent."""

    holder: SubjectId
    slot: Slot
    claim: Claim
    share: Quantity


def _wholes(context: RuleContext, slot: Slot) -> Iterator[str]:
    """Yield the whole of which a slot shows a share."""
    for whole, _ in context.cached_of(_shares, slot):
        yield whole


def _wholes_nearby(context: RuleContext, slot: Slot) -> Iterator[str]:
    """Yield the wholes of which somebody has a share who belongs to somebody else by this slot."""
    if slot.attribute not in _INSIDE:
        return
    for holder in slot.about:
        for held in _slots_of_holder(context, holder):
            if held.attribute in _SHARED:
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
    # Shares are rounded: only what they come to at the least can be too much.
    least = sum(map(_least, counted), Decimal(0))
    if len(counted) > 1 and least > thresholds["whole"]:
        yield _finding(context, group, counted, least)


def _shares_of(context: RuleContext, group: str, slots: Sequence[Slot]) -> Iterator[_Share]:
    for slot in slots:
        for whole, share in context.cached_of(_shares, slot):
            if whole == group:
                yield share


def _least(share: _Share) -> Decimal:
    floor = interval(share.share)[0]
    # "Up to 20 %" may be nothing at all.
    return Decimal(0) if floor is None else floor


def _shares(_context: RuleContext, slot: Slot) -> tuple[tuple[str, _Share], ...]:
    """Return the share that a slot shows, with its whole; none where there is nothing to add."""
    shown = slot.shown
    if slot.opinion or shown is None or shown.denied:
        return ()
    return tuple(_read(slot, leading_claim(shown)))


def _read(slot: Slot, claim: Claim) -> Iterator[tuple[str, _Share]]:
    """Yield the place of the whole and the share, where both are told and the share is in per cent."""
    if slot.attribute == "share":
        yield from _read_share(slot, claim)
    # The owners of several periods, one after the other, may well own more than all of it.
    elif claim.period is None:
        yield from _read_owner(slot, claim)


def _read_owner(slot: Slot, claim: Claim) -> Iterator[tuple[str, _Share]]:
    if not slot.many_value or isinstance(claim.value, Nothing | Unknown):
        return
    share = parse_value("quantity", claim.qualifier("share") or "")
    if isinstance(share, Quantity) and share.unit == "%":
        yield f"owner:{slot.about[0]}", _Share(SubjectId(slot.many_value), slot, claim, share)


def _read_share(slot: Slot, claim: Claim) -> Iterator[tuple[str, _Share]]:
    value, whole = claim.value, _whole(claim)
    if not isinstance(value, Quantity) or value.unit != "%":
        return
    if not whole or value.per:
        return
    measure, day = dict(slot.key).get("measure") or "", claim.as_of.last_day
    # Shares of two years may well come to more than all of it.
    year = day.year if day else 0
    yield f"share:{measure}:{whole}:{year}", _Share(slot.about[0], slot, claim, value)


def _whole(claim: Claim) -> str:
    """Return the words of what is shared out: those of the value, else the scope."""
    scope = claim.qualifier("scope") or ""
    if isinstance(claim.value, Quantity) and claim.value.of:
        scope = claim.value.of
    # Sources put the same words in another order.
    return " ".join(sorted(scope_words(scope)))


def _outermost(context: RuleContext, all_shares: Iterable[_Share]) -> list[_Share]:
    """Return the shares whose holders do not belong to another holder: a region holds what its countries hold."""
    shares = list(all_shares)
    holders = {share.holder for share in shares}
    outermost: dict[SubjectId, _Share] = {}
    for share in shares:
        if _uppers(context, share.holder).isdisjoint(holders):
            outermost.setdefault(share.holder, share)
    return list(outermost.values())


def _uppers(context: RuleContext, holder: SubjectId) -> set[SubjectId | None]:
    relations = context.data.relations_of.get(holder, ())
    return {relation.other for relation in relations if relation.attribute in _INSIDE and not relation.inverse}


def _name_holder(context: RuleContext, holder: SubjectId) -> str:
    """Return who has a share; one who is named without a page is kept as a text."""
    return context.name(holder).removeprefix("text:")


def _finding(context: RuleContext, place: str, shares: Sequence[_Share], least: Decimal) -> Finding:
    about = sorted(set(chain.from_iterable(share.slot.about for share in shares)))
    claims = sorted({share.claim.key for share in shares})
    held = list_words([_word_share(context, share) for share in shares])
    message = f"{held}: together at least {least.normalize():f}% of one whole"
    return Finding((place,), tuple(about), tuple(claims), message)


def _word_share(context: RuleContext, share: _Share) -> str:
    holder, voice = _name_holder(context, share.holder), name_voice(context, share.claim)
    return f"{holder} has {value_text(share.share)} ({voice})"


find_share_over_whole = ByGroup(Index(lambda _: _SHARED, _wholes), _find_over_whole, _wholes_nearby)
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
