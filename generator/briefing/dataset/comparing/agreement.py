"""Claims of one value in sets that agree: the qualifiers that two claims both state may not contradict each other.

What one claim states and another leaves out is no difference; neither is a share that rounding makes the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from briefing.dataset.comparing.group_order import day_of
from briefing.dataset.comparing.qualifiers import QUALIFIER_NAMES, QUALIFIERS, contradicted
from briefing.dataset.linked.selections import without_or_all
from briefing.model.claims import Claim
from briefing.model.dates import disjoint
from briefing.model.quantity import Quantity
from briefing.model.values import Money

_MOST_SETS = 60
"""One value hardly has so many terms; claims of others than the first of them stand alone or with their like."""


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
    return sum(not QUALIFIER_NAMES.isdisjoint(claim.qualifiers) for claim in claims)


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
        # A set beyond those tried for all is still the home of claims that state the very same.
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
    # Of those that rank alike the first is taken.
    return min(fitting, key=lambda agreeing: claim.origin not in agreeing.origins, default=None)


def _in_order(sets: Iterable[Iterable[Claim]], claims: Sequence[Claim]) -> list[list[Claim]]:
    position = {claim.key: number for number, claim in enumerate(claims)}
    ordered = [sorted(agreeing, key=lambda claim: position[claim.key]) for agreeing in sets]
    return sorted(ordered, key=lambda agreeing: position[agreeing[0].key])


def _terms(claim: Claim) -> object:
    """Return all that a claim states of its value, so that claims which state the same need one look."""
    stated = tuple(str(claim.qualifiers.get(name)) for name in QUALIFIERS)
    return stated, claim.period, claim.when, isinstance(claim.value, Money | Quantity)


def _precedence(claim: Claim) -> tuple[object, ...]:
    """Order claims so that sets begin with the best voices: said in its own right, on stated terms, graded, new."""
    stated = len(QUALIFIER_NAMES & claim.qualifiers.keys())
    return claim.restates is not None, not stated, claim.grade, -day_of(claim.as_of).toordinal(), -stated, claim.key


def of_other_times(claim: Claim, other: Claim) -> bool:
    """Tell whether both claims speak of a time before their articles, and not the same: what differs has changed."""
    if not _looks_back(claim) or not _looks_back(other):
        return False
    return disjoint(claim.as_of, other.as_of)


def _looks_back(claim: Claim) -> bool:
    return claim.as_of.latest != claim.published.latest


def own_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that are no echo of another one, or all of them where each is."""
    return without_or_all(claims, attrgetter("restates"))
