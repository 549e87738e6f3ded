"""What a rule is, what it sees and what it yields."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from typing import Any, TypeVar

from briefing.dataset.comparing.far_ends import far_end
from briefing.dataset.comparing.value_sets import agreed_sets, claim_order
from briefing.dataset.linked.exchange_rates import Rates
from briefing.dataset.linked.records import Dataset, Rank, Slot
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Subject
from briefing.model.values import Value, value_text

Thresholds = Mapping[str, Decimal]
"""The thresholds of one rule by name."""
T = TypeVar("T")
K = TypeVar("K")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
# Looked up on their class, which CPython 3.11 does slowly, they would cost more than all else that is asked of a slot.
_EXCLUDED, _SUPERSEDED, _REJECTED = Rank.EXCLUDED, Rank.SUPERSEDED, Rank.REJECTED


@dataclass(frozen=True, slots=True)
class RuleContext:
    """The dataset, its exchange rates, and the day that counts as today.

    Of a part of a dataset ``whole`` is all of it: what is looked up is found there, what is gone through is the part.
    """

    data: Dataset
    rates: Rates
    today: date
    whole: "RuleContext | None" = None
    _made: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _told: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _of: dict[object, Any] = field(default_factory=lambda: defaultdict(dict), init=False, repr=False, compare=False)

    def once(self, make: Callable[["RuleContext"], T]) -> T:
        """Return what ``make`` makes of this world; it is made once, however many rules ask."""
        try:
            found: T = self._made[make]
        except KeyError:
            found = self._made[make] = make(self)
        return found

    def of(self, make: Callable[["RuleContext", K], T], thing: K) -> T:
        """Return what ``make`` makes of one slot or claim, and of nothing that changes without it; made once."""
        known: dict[int, tuple[K, T]] = (self.whole or self)._of[make]
        try:
            return known[id(thing)][1]
        except KeyError:
            made = make(self, thing)
            known[id(thing)] = thing, made
            return made

    def keep_of(self, before: "RuleContext", gone: Iterable[object]) -> None:
        """Take over what was made of single things of the world before, but for those that are gone or changed."""
        for make, known in before._of.items():
            self._of[make] = dict(known)
            for thing in gone:
                self._of[make].pop(id(thing), None)

    def keep(self, make: Callable[["RuleContext"], T], made: T) -> None:
        """Take over what was made of the world before, and brought up to date."""
        self._made[make] = made

    def told(self, make: Callable[["RuleContext"], T]) -> T:
        """Return what ``make`` makes of nothing but the records of this world's subjects; it is made once."""
        if make not in self._told:
            self._told[make] = make(self)
        found: T = self._told[make]
        return found

    def keep_told(self, before: "RuleContext") -> None:
        """Take over what was made of the world before, whose subjects had the same records."""
        self._told.update(before._told)

    def name(self, subject: SubjectId) -> str:
        """Return the name of a subject for a message."""
        found = self.data.subjects.get(subject)
        return found.name.display if found else subject

    def article(self, claim: Claim) -> str:
        """Return the name of the publisher of a claim's article, else the article's id."""
        article = self.data.articles[claim.article]
        publisher = self.data.publishers.get(article.publisher) if article.publisher else None
        return publisher.name.display if publisher else claim.article


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a rule found.

    ``places`` say what it is about, for its permanent key: slots, or other texts where there is none.
    ``claims`` are those compared, ``message`` says it in a sentence for readers. ``slip`` marks a
    figure that is an error of ours until ``printed_so`` says that the source prints it.
    """

    places: tuple[str, ...]
    about: tuple[SubjectId, ...]
    claims: tuple[ClaimKey, ...]
    message: str
    slip: bool = False


class Scope(StrEnum):
    """What a rule has to be given so that it finds all that may change with something: so much and no less.

    The slots that changed; all slots of their subjects, and of those whose sums are related to theirs; all claims of
    the files, or from the articles, that changed; the records of subjects and no slot; everything. A rule whose
    ``find`` looks at groups of slots needs none of these.
    """

    SLOT = "slot"
    SUBJECT = "subject"
    HOLDER = "holder"
    ARTICLE = "article"
    RECORDS = "records"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, which the catalogue of codes explains, and how serious a hit is.

    ``severity`` is conflict or warning, ``audience`` reader or editor; ``thresholds`` are the built-in
    thresholds, which a briefing overrides by ``<code>.<name>``. ``disputes`` tells whether a hit
    makes the slots it is about disputed; ``by_slot`` whether a judgement on the slot settles it;
    ``asks`` whether a hit asks for a judgement: one that only says how things are stands explained.
    ``scope`` says what it is run over again after a change, ``reads`` what a rule over records looks at in each.
    """

    code: str
    find: Callable[[RuleContext, Thresholds], Iterator[Hit]]
    severity: str = "conflict"
    audience: str = "reader"
    thresholds: Thresholds = field(default_factory=dict)
    disputes: bool = False
    by_slot: bool = False
    asks: bool = True
    scope: Scope = Scope.WHOLE
    reads: Callable[[Subject], object] = id


def slots_with(context: RuleContext, attributes: Collection[str]) -> Iterator[Slot]:
    """Yield the slots of some attributes, attribute by attribute, each one's in their order."""
    known = context.once(_by_attribute)
    return chain.from_iterable(known.get(name, ()) for name in sorted(attributes))


def _by_attribute(context: RuleContext) -> Mapping[str, Sequence[Slot]]:
    found: dict[str, list[Slot]] = defaultdict(list)
    for slot in context.data.slots:
        found[slot.attribute].append(slot)
    return found


def slot_place(slot: Slot) -> str:
    """Return the text that names a slot for good, whatever claims join it."""
    parts = [list(slot.about), slot.attribute, [list(one) for one in slot.key], slot.many_value, slot.opinion]
    return _ENCODER.encode(parts)


def hit_key(code: str, places: tuple[str, ...]) -> str:
    """Return the permanent key of a finding: the rule and a digest over its sorted places."""
    text = "\n".join(sorted(set(places)))
    return f"{code}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def over_slots(slots: tuple[Slot, ...], claims: tuple[Claim, ...], message: str, *, slip: bool = False) -> Hit:
    """Return a hit about one slot or several."""
    about = tuple(sorted({one for slot in slots for one in slot.about}))
    keys = tuple(sorted({claim.key for claim in claims}))
    return Hit(tuple(slot_place(slot) for slot in slots), about, keys, message, slip)


def at_both_ends(hit: Hit, slot: Slot, context: RuleContext) -> Hit:
    """Return a hit that the subject at the far end of a relation is about, too: its page tells the relation as well."""
    far = far_end(slot)
    return replace(hit, about=tuple(sorted({*hit.about, far}))) if far in context.data.subjects and far else hit


def compared_claims(slot: Slot) -> tuple[Claim, ...]:
    """Return the claims that a rule compares: rejected ones too, or a settled conflict would vanish."""
    if _is_agreed(slot):
        return slot.claims
    ranks = slot.ranks.values()
    if _EXCLUDED not in ranks and _SUPERSEDED not in ranks:
        return slot.claims
    return tuple([one for one in slot.claims if slot.ranks[one.key] not in (_EXCLUDED, _SUPERSEDED)])


def _is_agreed(slot: Slot) -> bool:
    """Tell whether all claims of a slot stand and say one value, as those of most slots do."""
    return len(slot.groups) == 1 and len(slot.groups[0].claims) == len(slot.claims)


def value_sets(slot: Slot) -> list[list[Claim]]:
    """Return the compared claims of a slot in sets that agree."""
    if _is_agreed(slot):
        return [list(slot.claims)]
    ranks = slot.ranks.values()
    if _SUPERSEDED in ranks or _REJECTED in ranks:
        return agreed_sets(compared_claims(slot))
    # Then the groups that stand are these very sets, the shown one first.
    sets = [list(group.claims) for group in slot.groups]
    return sorted(sets, key=lambda one: claim_order(one[0])) if len(sets) > 1 else sets


def statement_of(claim: Claim) -> tuple[str, int]:
    """Return what names the statement that a claim is, or is a part of: what one list says is one statement."""
    return claim.holder, claim.order


def words(value: Value | None) -> str:
    """Return a value for a message."""
    return "said" if value is None else value_text(value)
