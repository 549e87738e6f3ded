"""Whether two claims contradict each other by what they say beside their value: of what, when, on which terms."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from briefing.model.claims import Claim
from briefing.model.dates import PartialDate, disjoint, parse_date
from briefing.model.intervals import intervals_meet
from briefing.model.key_names import same_key_name
from briefing.model.measures import in_measure_of
from briefing.model.quantity import Quantity, parse_quantity
from briefing.model.value_comparing import interval
from briefing.model.values import Money

QUALIFIERS = ("share", "public_share", "role", "when", "period", "condition", "scope")
"""Fields that say of what, when and on which terms a value holds; claims that state one differently do not agree."""
QUALIFIER_NAMES = frozenset(QUALIFIERS)
_SMALL_WORDS = frozenset({"a", "an", "and", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"})


class _Comparison(Protocol):
    """Tells whether two claims may mean the same by the qualifier of this name."""

    def __call__(self, claim: Claim, other: Claim, name: str, /) -> bool: ...


def contradicted(claim: Claim, other: Claim) -> tuple[str, ...]:
    """Return the names of the qualifiers that two claims both state and state differently."""
    shared = QUALIFIER_NAMES & claim.qualifiers.keys() & other.qualifiers.keys()
    # Most pairs of claims share no qualifier, and this is asked of very many pairs.
    if not shared:
        return ()
    in_order = filter(shared.__contains__, QUALIFIERS)
    return tuple(name for name in in_order if not _COMPARISONS[name](claim, other, name))


def _same_share(claim: Claim, other: Claim, name: str) -> bool:
    """Tell whether two shares can be one; shares in units that nothing compares contradict nobody."""
    share, other_share = _read_share(claim.qualifier(name)), _read_share(other.qualifier(name))
    if share is None or other_share is None:
        return True
    converted = in_measure_of(share, other_share)
    if converted is None:
        return True
    return intervals_meet(interval(converted), interval(other_share))


@lru_cache(maxsize=4_000)
def _read_share(text: str | None) -> Quantity | None:
    """Return a share; one that is written as a part of one is the per cent that it stands for."""
    share = parse_quantity(text or "")
    if not isinstance(share, Quantity):
        return None
    if not _is_fraction(share):
        return share
    return replace(share, number=share.number * 100, step=share.step * 100, unit="%")


def _is_fraction(share: Quantity) -> bool:
    if any((share.unit, share.of, share.per)) or share.number_max is not None:
        return False
    return 0 < share.number <= 1


def _same_role(claim: Claim, other: Claim, name: str) -> bool:
    if same_key_name(claim.qualifier(name), other.qualifier(name)):
        return True
    return _same_words(claim, other, name)


def _same_words(claim: Claim, other: Claim, name: str) -> bool:
    return scope_words(claim.qualifier(name) or "") == scope_words(other.qualifier(name) or "")


@lru_cache(maxsize=20_000)
def scope_words(text: str) -> frozenset[str]:
    """Return the words that tell a scope or a condition apart from another one, in no order."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    # Word order tells nothing: chips for cars, cars (chips).
    return frozenset(re.findall(r"\w+", folded)) - _SMALL_WORDS


def _same_moment(claim: Claim, other: Claim, name: str) -> bool:
    moment, other_moment = _moment(claim, name), _moment(other, name)
    # What is no date contradicts nobody.
    if moment is None or other_moment is None:
        return True
    return not disjoint(moment, other_moment)


def _same_period(claim: Claim, other: Claim, name: str) -> bool:
    """Tell whether two periods can be one; what a figure covers is the whole of its period, or it is another figure."""
    period, other_period = _moment(claim, name), _moment(other, name)
    # What is no date contradicts nobody.
    if period is None or other_period is None:
        return True
    if not _is_figure(claim) or not _is_figure(other):
        return not disjoint(period, other_period)
    days, other_days = (period.earliest, period.latest), (other_period.earliest, other_period.latest)
    if None in (*days, *other_days):
        # An open period may be the other one.
        return not disjoint(period, other_period)
    return days == other_days


def _is_figure(claim: Claim) -> bool:
    return isinstance(claim.value, Money | Quantity)


def _moment(claim: Claim, name: str) -> PartialDate | None:
    decoded = claim.period if name == "period" else claim.when
    if decoded is not None:
        return decoded
    moment = parse_date(claim.qualifier(name) or "")
    if not isinstance(moment, PartialDate):
        return None
    return moment


_COMPARISONS: dict[str, _Comparison] = {
    # How each qualifier is compared: as an amount, a moment or words.
    "share": _same_share,
    "public_share": _same_share,
    "role": _same_role,
    "when": _same_moment,
    "period": _same_period,
    "condition": _same_words,
    "scope": _same_words,
}
