"""Two datasets in, what differs between them out, and the part of each that a rule has to look at again.

What has not changed is the same object in both: the linking of a changed dataset keeps it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from itertools import chain, compress, count
from operator import is_not
from typing import TypeVar

from briefing.dataset.comparing.value_sets import claim_order
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.structural_sharing import changed_keys
from briefing.dataset.linked.sum_relations import Line, read_reference
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.rule import Scope
from briefing.dataset.rule_base.sums import link_world_lines, related_lines
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey, SubjectId

K = TypeVar("K")
V = TypeVar("V")
_MOST = 2
"""Where more than one slot of so many has changed, looking at everything takes less than at each twice."""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What changed, and what speaks of it: ``slots`` before and after, claims, subjects, articles.

    ``records`` are subjects whose own records changed, ``subjects`` all that a changed slot is about, too.
    """

    slots: tuple[tuple[Slot, ...], tuple[Slot, ...]]
    claims: frozenset[ClaimKey]
    records: frozenset[SubjectId]
    subjects: frozenset[SubjectId]
    articles: frozenset[ArticleId]
    holders: frozenset[str]


def find_touched(before: RuleContext, after: RuleContext) -> ChangeSet | None:
    """Return what differs between two worlds, or None where all of it has to be looked at anew."""
    if _surroundings(before) != _surroundings(after):
        return None
    old, new = before.data, after.data
    records = frozenset(changed_keys(old.subjects, new.subjects))
    articles = frozenset(changed_keys(old.articles, new.articles))
    changed = _changed_slots(old.slots, new.slots)
    if len(changed[0]) + len(changed[1]) + len(records) > len(new.slots) // _MOST:
        return None
    names = (claim.key for slot in chain(*changed) for claim in slot.claims)
    claims = frozenset(key for key in names if old.claims.get(key) is not new.claims.get(key))
    for make in (claims_by_holder, claims_by_article):
        after._made[make] = _renewed(before.once(make), make(_only(before, claims)), make(_only(after, claims)))
    near = _related(_resummed(before, after, records), before, after) | records
    sides = (_speaking(before, changed[0], claims, near, articles),
             _speaking(after, changed[1], claims, near, articles))  # fmt: skip
    slots = list(chain(*sides))
    told = [claim for slot in slots for claim in slot.claims]
    return ChangeSet(
        slots=sides,
        claims=claims,
        records=records,
        subjects=records.union(*(slot.about for slot in slots)),
        articles=articles.union(claim.article for claim in told),
        holders=frozenset(claim.holder for claim in told),
    )


def carry_over(before: RuleContext, after: RuleContext, touched: ChangeSet) -> None:
    """Let the world after a change keep what was made of whatever has not changed."""
    claims = [before.data.claims[one] for one in touched.claims if one in before.data.claims]
    after.keep_of(before, (*touched.slots[0], *touched.slots[1], *claims))
    if not touched.records:
        after.keep_told(before)
    elif not _resummed(before, after, touched.records):
        for make in (link_world_lines, related_lines, _neighbours):
            if make in before._told:
                after._told[make] = before._told[make]


def _resummed(before: RuleContext, after: RuleContext, records: Iterable[SubjectId]) -> Set[SubjectId]:
    """Return the subjects that declare other sums than before."""
    pairs = ((one, before.data.subjects.get(one), after.data.subjects.get(one)) for one in records)
    return {one for one, a, b in pairs if (a.money_lines if a else ()) != (b.money_lines if b else ())}


def _surroundings(context: RuleContext) -> tuple[object, ...]:
    data = context.data
    return data.briefing, data.registry, data.publishers, data.rates, context.today


def _changed_slots(before: tuple[Slot, ...], after: tuple[Slot, ...]) -> tuple[list[Slot], list[Slot]]:
    """Return the slots that only one side has; what both begin and end with is passed over quickly."""
    if len(before) == len(after):
        places = list(compress(count(), map(is_not, before, after)))
        one, other = [before[place] for place in places], [after[place] for place in places]
    else:
        shorter = min(len(before), len(after))
        start = next(compress(count(), map(is_not, before, after)), shorter)
        end = next(compress(count(), map(is_not, reversed(before), reversed(after))), shorter)
        end = min(end, shorter - start)
        one, other = list(before[start : len(before) - end]), list(after[start : len(after) - end])
    known, kept = set(map(id, one)), set(map(id, other))
    return [slot for slot in one if id(slot) not in kept], [slot for slot in other if id(slot) not in known]


def _speaking(
    context: RuleContext,
    changed: Iterable[Slot],
    claims: Set[ClaimKey],
    records: Iterable[SubjectId],
    articles: Set[ArticleId],
) -> tuple[Slot, ...]:
    """Return changed slots, and those whose claims restate a changed one, name a changed subject or article."""
    data, found = context.data, {id(slot): slot for slot in changed}
    near = [*_restating(context, claims), *(key for one in records for key in data.incoming_of.get(one, ()))]
    if articles:
        by_article = context.once(claims_by_article)
        near += [claim.key for one in articles for claim in by_article.get(one, ())]
    for slot in chain((data.slot_of[key] for key in near), *(data.slots_of.get(one, ()) for one in records)):
        found.setdefault(id(slot), slot)
    return tuple(found.values())


def _restating(context: RuleContext, claims: Set[ClaimKey]) -> Iterator[ClaimKey]:
    """Yield the claims that restate one of these, and those that these restate: they stand in the same file."""
    for holder in {key.partition("#")[0] for key in claims}:
        for claim in context.once(claims_by_holder).get(holder, ()):
            if claim.restates in claims:
                yield claim.key
            elif claim.key in claims and claim.restates is not None and claim.restates in context.data.claims:
                yield claim.restates


def claims_by_holder(context: RuleContext) -> dict[str, list[Claim]]:
    """Return the claims of every file."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in context.data.claims.values():
        found[claim.holder].append(claim)
    return found


def claims_by_article(context: RuleContext) -> dict[str, list[Claim]]:
    """Return the claims that rest on every article."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in context.data.claims.values():
        found[claim.article].append(claim)
    return found


def _only(context: RuleContext, claims: Set[ClaimKey]) -> RuleContext:
    here = {key: context.data.claims[key] for key in claims if key in context.data.claims}
    return RuleContext(replace(context.data, claims=here), context.rates, context.today)


def _renewed(
    known: Mapping[str, list[Claim]], gone: Mapping[str, list[Claim]], new: Mapping[str, list[Claim]]
) -> dict[str, list[Claim]]:
    """Return an index of claims with some of them taken out and others put in."""
    found = dict(known)
    for name in (*gone, *new):
        out = {one.key for one in gone.get(name, ())}
        rest = [one for one in known.get(name, ()) if one.key not in out]
        found[name] = sorted([*rest, *new.get(name, ())], key=claim_order)
    return found


@dataclass(frozen=True, slots=True)
class _Part(Mapping[K, V]):
    """A mapping that is gone through in part and looked up as a whole."""

    whole: Mapping[K, V]
    keys_here: tuple[K, ...]

    def __getitem__(self, key: K) -> V:
        return self.whole[key]

    def __contains__(self, key: object) -> bool:
        return key in self.whole

    def __iter__(self) -> Iterator[K]:
        return iter(self.keys_here)

    def __len__(self) -> int:
        return len(self.keys_here)


def narrow(
    before: RuleContext, after: RuleContext, touched: ChangeSet, scope: Scope
) -> tuple[RuleContext, RuleContext]:
    """Return the parts of two worlds that rules of a scope have to look at again."""
    subjects = _related(touched.subjects, before, after) if scope is Scope.SUBJECT else touched.subjects
    parts = [
        _part(context, touched, slots, subjects, scope)
        for context, slots in zip((before, after), touched.slots, strict=True)
    ]
    return parts[0], parts[1]


def _part(
    context: RuleContext, touched: ChangeSet, touched_slots: tuple[Slot, ...], subjects: Set[SubjectId], scope: Scope
) -> RuleContext:
    data = context.data
    slots, claims = touched_slots, None
    if scope is Scope.SUBJECT:
        slots = tuple({id(slot): slot for one in sorted(subjects) for slot in data.slots_of.get(one, ())}.values())
    elif scope is Scope.HOLDER:
        claims = [one for holder in sorted(touched.holders) for one in context.once(claims_by_holder).get(holder, ())]
    elif scope is Scope.ARTICLE:
        by_article = context.once(claims_by_article)
        claims = [one for article in sorted(touched.articles) for one in by_article.get(article, ())]
    told = claims if claims is not None else [one for slot in slots for one in slot.claims]
    here = replace(
        data,
        slots=slots,
        claims=_Part(data.claims, tuple(dict.fromkeys(claim.key for claim in told))),
        subjects=_Part(data.subjects, tuple(one for one in sorted(subjects) if one in data.subjects)),
    )
    return RuleContext(here, context.rates, context.today, context)


def _related(subjects: Set[SubjectId], *worlds: RuleContext) -> Set[SubjectId]:
    """Return subjects with all whose sums are related to theirs, however many steps away."""
    found: set[SubjectId] = set()
    waiting = list(subjects)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(other for context in worlds for other in context.told(_neighbours).get(one, ()))
    return found


def _neighbours(context: RuleContext) -> Mapping[SubjectId, Set[SubjectId]]:
    """Return for every subject those whose sums are said to stand to its own in some way."""
    found: dict[SubjectId, set[SubjectId]] = defaultdict(set)
    for one, other in _stated(context):
        found[one.subject].add(other.subject)
        found[other.subject].add(one.subject)
    return found


def _stated(context: RuleContext) -> Iterator[tuple[Line, Line]]:
    for subject in context.data.subjects.values():
        for line in subject.money_lines:
            for others in line.relations.values():
                yield from ((Line(subject.id, line.id), read_reference(subject.id, other)) for other in others)
