"""Whether two claims contradict each other by what they say beside their value: of what, when, on which terms."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from briefing.dataset.comparing.stated import differ_where_stated
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


class _Difference(Protocol):
    """Tells whether two claims that state the qualifier of this name mean something else by it."""

    def __call__(self, claim: Claim, other: Claim, name: str, /) -> bool: ...


def contradicted(claim: Claim, other: Claim) -> tuple[str, ...]:
    """Return the names of the qualifiers that two claims both state and state differently."""
    shared = QUALIFIER_NAMES & claim.qualifiers.keys() & other.qualifiers.keys()
    # Most pairs of claims share no qualifier, and this is asked of very many pairs.
    if not shared:
        return ()
    in_order = filter(shared.__contains__, QUALIFIERS)
    return tuple(name for name in in_order if _DIFFERENCES[name](claim, other, name))


def _other_share(claim: Claim, other: Claim, name: str) -> bool:
    return differ_where_stated(_read_share(claim.qualifier(name)), _read_share(other.qualifier(name)), _may_be_one)


def _may_be_one(share: Quantity, other: Quantity) -> bool:
    """Tell whether two shares can be one; shares in units that nothing compares contradict nobody."""
    converted = in_measure_of(share, other)
    if converted is None:
        return True
    return intervals_meet(interval(converted), interval(other))


def _other_role(claim: Claim, other: Claim, name: str) -> bool:
    if same_key_name(claim.qualifier(name), other.qualifier(name)):
        return False
    return _other_words(claim, other, name)


def _other_words(claim: Claim, other: Claim, name: str) -> bool:
    return not same_words(claim.qualifier(name) or "", other.qualifier(name) or "")


def same_words(text: str, other: str) -> bool:
    """Tell whether two scopes or conditions have the same telling words, in whatever order."""
    return scope_words(text) == scope_words(other)


def _other_moment(claim: Claim, other: Claim, name: str) -> bool:
    # What is no date contradicts nobody.
    return differ_where_stated(_moment(claim, name), _moment(other, name), share_a_day)


def share_a_day(moment: PartialDate, other: PartialDate) -> bool:
    """Tell whether a day can belong to both of two dates."""
    return not disjoint(moment, other)


def _other_period(claim: Claim, other: Claim, name: str) -> bool:
    """Tell whether two periods differ; what a figure covers is the whole of its period, or it is another figure."""
    are_figures = all(isinstance(value, Money | Quantity) for value in (claim.value, other.value))
    same = same_days if are_figures else share_a_day
    return differ_where_stated(_moment(claim, name), _moment(other, name), same)


def same_days(period: PartialDate, other: PartialDate) -> bool:
    """Tell whether two periods begin and end alike; of one that is open, whether it may be the other one."""
    days, other_days = (period.earliest, period.latest), (other.earliest, other.latest)
    if None in (*days, *other_days):
        return share_a_day(period, other)
    return days == other_days


_DIFFERENCES: dict[str, _Difference] = {
    # How each qualifier is compared: as an amount, a moment or words.
    "share": _other_share,
    "public_share": _other_share,
    "role": _other_role,
    "when": _other_moment,
    "period": _other_period,
    "condition": _other_words,
    "scope": _other_words,
}


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


@lru_cache(maxsize=20_000)
def scope_words(text: str) -> frozenset[str]:
    """Return the words that tell a scope or a condition apart from another one, in no order."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    # Word order tells nothing: chips for cars, cars (chips).
    return frozenset(re.findall(r"\w+", folded)) - _SMALL_WORDS


def _moment(claim: Claim, name: str) -> PartialDate | None:
    decoded = claim.period if name == "period" else claim.when
    if decoded is not None:
        return decoded
    moment = parse_date(claim.qualifier(name) or "")
    if not isinstance(moment, PartialDate):
        return None
    return moment
