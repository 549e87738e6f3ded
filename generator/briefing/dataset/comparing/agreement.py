"""Claims of one value in sets that agree: the qualifiers that two claims both state may not contradict each other.

What one claim states and another leaves out is no difference; neither is a share that rounding makes the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from briefing.dataset.comparing.choosing import day_of
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
_NAMES = frozenset(QUALIFIERS)
_MOST_SETS = 60
"""One value hardly has so many terms; claims of others than the first of them stand alone or with their like."""
_SMALL_WORDS = frozenset({"a", "an", "and", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"})


class _Comparison(Protocol):
    """Tells whether two claims may mean the same by the qualifier of this name."""

    def __call__(self, claim: Claim, other: Claim, name: str, /) -> bool: ...


def contradicted(claim: Claim, other: Claim) -> tuple[str, ...]:
    """Return the names of the qualifiers that two claims both state and state differently."""
    shared = _NAMES & claim.qualifiers.keys() & other.qualifiers.keys()
    # Most pairs of claims share no qualifier, and this is asked of very many pairs.
    if not shared:
        return ()
    return tuple(name for name in QUALIFIERS if name in shared and not _COMPARISONS[name](claim, other, name))


@dataclass(slots=True, eq=False)
class _AgreeingSet:
    """Claims none of which contradicts another, and one of them for each wording of their terms."""

    claims: list[Claim] = field(default_factory=list)
    origins: set[str] = field(default_factory=set)
    worded: dict[object, Claim] = field(default_factory=dict)

    def fits(self, claim: Claim) -> bool:
        # Claims that state the same are held against others once: crowds of them would take long.
        return not any(contradicted(claim, other) for other in self.worded.values())

    def add(self, claim: Claim, terms: object) -> None:
        self.claims.append(claim)
        self.origins.add(claim.origin)
        self.worded.setdefault(terms, claim)


def agreeing_sets(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return claims of one value in sets none of which contradicts itself, in the order of the claims.

    A claim joins the first set that it fits, that of its own original before all, the sets beginning with the best
    voices; so one that is silent about what others dispute stands with the best of them.
    """
    if len(claims) < 2 or _count_qualified(claims) < 2:
        return [list(claims)]
    sets = _AgreeingSets()
    for claim in sorted(claims, key=_precedence):
        sets.add(claim)
    return _in_order([agreeing.claims for agreeing in sets.all], claims)


def _count_qualified(claims: Iterable[Claim]) -> int:
    return sum(not _NAMES.isdisjoint(claim.qualifiers) for claim in claims)


@dataclass(slots=True)
class _AgreeingSets:
    """All sets, the first of them, which are tried for every claim, and the home of each wording of terms."""

    all: list[_AgreeingSet] = field(default_factory=list)
    first: list[_AgreeingSet] = field(default_factory=list)
    homes: dict[object, _AgreeingSet] = field(default_factory=dict)

    def add(self, claim: Claim) -> None:
        """Put a claim into the set that it joins, or into one of its own."""
        terms = _terms(claim)
        home = _choose_home(claim, self._candidates(terms)) or self._open()
        home.add(claim, terms)
        self.homes.setdefault(terms, home)

    def _candidates(self, terms: object) -> list[_AgreeingSet]:
        like = self.homes.get(terms)
        if like is None or like in self.first:
            return self.first
        return [*self.first, like]

    def _open(self) -> _AgreeingSet:
        opened = _AgreeingSet()
        self.all.append(opened)
        if len(self.first) < _MOST_SETS:
            self.first.append(opened)
        return opened


def _choose_home(claim: Claim, candidates: Iterable[_AgreeingSet]) -> _AgreeingSet | None:
    """Return the set that a claim joins: that of its own original, else the first that it fits."""
    fitting = [agreeing for agreeing in candidates if agreeing.fits(claim)]
    for agreeing in fitting:
        if claim.origin in agreeing.origins:
            return agreeing
    return next(iter(fitting), None)


def _in_order(sets: Iterable[Iterable[Claim]], claims: Sequence[Claim]) -> list[list[Claim]]:
    position = {claim.key: number for number, claim in enumerate(claims)}
    ordered = [sorted(agreeing, key=lambda claim: position[claim.key]) for agreeing in sets]
    return sorted(ordered, key=lambda agreeing: position[agreeing[0].key])


def _terms(claim: Claim) -> object:
    """Return all that a claim states of its value, so that claims which state the same need one look."""
    stated = tuple(str(claim.qualifiers.get(name)) for name in QUALIFIERS)
    return stated, claim.period, claim.when, _is_figure(claim)


def _precedence(claim: Claim) -> tuple[object, ...]:
    """Order claims so that sets begin with the best voices: said in its own right, on stated terms, graded, new."""
    stated = len(_NAMES & claim.qualifiers.keys())
    return claim.restates is not None, not stated, claim.grade, -day_of(claim.as_of).toordinal(), -stated, claim.key


def _same_share(claim: Claim, other: Claim, name: str) -> bool:
    """Tell whether two shares can be one; shares in units that nothing compares contradict nobody."""
    share, other_share = _read_share(claim.qualifier(name)), _read_share(other.qualifier(name))
    if share is None or other_share is None:
        return True
    converted = in_measure_of(share, other_share)
    return converted is None or intervals_meet(interval(converted), interval(other_share))


@lru_cache(maxsize=4_000)
def _read_share(text: str | None) -> Quantity | None:
    """Return a share; one that is written as a part of one is the per cent that it stands for."""
    if not text:
        return None
    share = parse_quantity(text)
    if not isinstance(share, Quantity):
        return None
    has_measure = share.unit or share.of or share.per
    if has_measure or share.number_max is not None or not 0 < share.number <= 1:
        return share
    return replace(share, number=share.number * 100, step=share.step * 100, unit="%")


def _same_role(claim: Claim, other: Claim, name: str) -> bool:
    return same_key_name(claim.qualifier(name), other.qualifier(name)) or _same_words(claim, other, name)


def _same_words(claim: Claim, other: Claim, name: str) -> bool:
    return scope_words(claim.qualifier(name) or "") == scope_words(other.qualifier(name) or "")


@lru_cache(maxsize=20_000)
def scope_words(text: str) -> frozenset[str]:
    """Return the words that tell a scope or a condition apart from another one, in no order."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return frozenset(re.findall(r"\w+", folded)) - _SMALL_WORDS


def _same_moment(claim: Claim, other: Claim, name: str) -> bool:
    moment, other_moment = _moment(claim, name), _moment(other, name)
    return moment is None or other_moment is None or not disjoint(moment, other_moment)


def _same_period(claim: Claim, other: Claim, name: str) -> bool:
    """Tell whether two periods can be one; what a figure covers is the whole of its period, or it is another figure."""
    period, other_period = _moment(claim, name), _moment(other, name)
    if period is None or other_period is None:
        return True
    if _is_figure(claim) and _is_figure(other) and _is_closed(period) and _is_closed(other_period):
        return (period.earliest, period.latest) == (other_period.earliest, other_period.latest)
    return not disjoint(period, other_period)


def _is_figure(claim: Claim) -> bool:
    return isinstance(claim.value, Money | Quantity)


def _is_closed(period: PartialDate) -> bool:
    return period.earliest is not None and period.latest is not None


def _moment(claim: Claim, name: str) -> PartialDate | None:
    decoded = claim.period if name == "period" else claim.when
    if decoded is not None:
        return decoded
    text = claim.qualifier(name)
    if not text:
        return None
    moment = parse_date(text)
    return moment if isinstance(moment, PartialDate) else None


_COMPARISONS: dict[str, _Comparison] = {
    "share": _same_share,
    "public_share": _same_share,
    "role": _same_role,
    "when": _same_moment,
    "period": _same_period,
    "condition": _same_words,
    "scope": _same_words,
}


def of_other_times(claim: Claim, other: Claim) -> bool:
    """Tell whether both claims speak of a time before their articles, and not the same: what differs has changed."""
    return _looks_back(claim) and _looks_back(other) and disjoint(claim.as_of, other.as_of)


def _looks_back(claim: Claim) -> bool:
    return claim.as_of.latest != claim.published.latest


def own_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that are no echo of another one, or all of them where each is."""
    everything = list(claims)
    own = [claim for claim in everything if claim.restates is None]
    return own or everything
