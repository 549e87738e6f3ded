"""Claims of one value in, sets that agree out: the qualifiers that two claims both state may not contradict each other.

What one claim states and another leaves out is no difference; neither is a share that rounding makes the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
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
_NAMES = frozenset(QUALIFIERS)
_MOST_SETS = 60
"""One value hardly has so many terms; claims of others than the first of them stand alone or with their like."""
_SMALL_WORDS = frozenset({"a", "an", "and", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"})


class _Same(Protocol):
    def __call__(self, claim: Claim, other: Claim, name: str, /) -> bool: ...


def contradicted(claim: Claim, other: Claim) -> tuple[str, ...]:
    """Return the names of the qualifiers that two claims both state and state differently."""
    both = _NAMES & claim.qualifiers.keys() & other.qualifiers.keys()
    return tuple(name for name in QUALIFIERS if name in both and not _TESTS[name](claim, other, name)) if both else ()


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
    if len(claims) < 2 or sum(not _NAMES.isdisjoint(claim.qualifiers) for claim in claims) < 2:
        return [list(claims)]
    first: list[_AgreeingSet] = []
    homes: dict[object, _AgreeingSet] = {}
    sets: list[_AgreeingSet] = []
    for claim in sorted(claims, key=_precedence):
        terms = _terms(claim)
        like = homes.get(terms)
        near = first if like is None or like in first else [*first, like]
        home = _home(claim, near)
        if home is None:
            home = _AgreeingSet()
            sets.append(home)
            if len(first) < _MOST_SETS:
                first.append(home)
        home.add(claim, terms)
        homes.setdefault(terms, home)
    return _in_order([agreeing.claims for agreeing in sets], claims)


def _home(claim: Claim, near: Iterable[_AgreeingSet]) -> _AgreeingSet | None:
    """Return the set that a claim joins: that of its own original, else the first that it fits."""
    fitting = [agreeing for agreeing in near if agreeing.fits(claim)]
    kin = (agreeing for agreeing in fitting if claim.origin in agreeing.origins)
    return next(kin, fitting[0] if fitting else None)


def _in_order(sets: Iterable[Iterable[Claim]], claims: Sequence[Claim]) -> list[list[Claim]]:
    place = {claim.key: number for number, claim in enumerate(claims)}
    ordered = [sorted(agreeing, key=lambda claim: place[claim.key]) for agreeing in sets]
    return sorted(ordered, key=lambda agreeing: place[agreeing[0].key])


def _terms(claim: Claim) -> object:
    """Return all that a claim states of its value, so that claims which state the same need one look."""
    stated = tuple(str(claim.qualifiers.get(name)) for name in QUALIFIERS)
    return stated, claim.period, claim.when, isinstance(claim.value, Money | Quantity)


def _precedence(claim: Claim) -> tuple[object, ...]:
    day = claim.as_of.last_day
    stated = len(_NAMES & claim.qualifiers.keys())
    return claim.restates is not None, not stated, claim.grade, -(day.toordinal() if day else 0), -stated, claim.key


def _same_share(claim: Claim, other: Claim, name: str) -> bool:
    """Tell whether two shares can be one; shares in units that nothing compares contradict nobody."""
    a, b = _part(claim.qualifier(name)), _part(other.qualifier(name))
    like = in_measure_of(a, b) if a is not None and b is not None else None
    return like is None or b is None or intervals_meet(interval(like), interval(b))


@lru_cache(maxsize=4_000)
def _part(text: str | None) -> Quantity | None:
    """Return a share; one that is written as a part of one is the per cent that it stands for."""
    found = parse_quantity(text) if text else None
    if not isinstance(found, Quantity):
        return None
    if found.unit or found.of or found.per or found.number_max is not None or not 0 < found.number <= 1:
        return found
    return replace(found, number=found.number * 100, step=found.step * 100, unit="%")


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
    a, b = _moment(claim, name), _moment(other, name)
    return a is None or b is None or not disjoint(a, b)


def _same_period(claim: Claim, other: Claim, name: str) -> bool:
    """Tell whether two periods can be one; what a figure covers is the whole of its period, or it is another figure."""
    a, b = _moment(claim, name), _moment(other, name)
    if a is None or b is None:
        return True
    figures = isinstance(claim.value, Money | Quantity) and isinstance(other.value, Money | Quantity)
    closed = None not in (a.earliest, a.latest, b.earliest, b.latest)
    return (a.earliest, a.latest) == (b.earliest, b.latest) if figures and closed else not disjoint(a, b)


def _moment(claim: Claim, name: str) -> PartialDate | None:
    known = claim.period if name == "period" else claim.when
    if known is not None:
        return known
    text = claim.qualifier(name)
    found = parse_date(text) if text else None
    return found if isinstance(found, PartialDate) else None


_TESTS: dict[str, _Same] = {
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
    looks_back = all(each.as_of.latest != each.published.latest for each in (claim, other))
    return looks_back and disjoint(claim.as_of, other.as_of)


def own_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that are no echo of another one, or all of them where each is."""
    given = list(claims)
    return [claim for claim in given if claim.restates is None] or given
