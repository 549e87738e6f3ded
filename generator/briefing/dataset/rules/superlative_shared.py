"""superlative-shared: one superlative claimed for two subjects, or with two scopes in two sources.

Scopes are our paraphrases, so only what cannot be paraphrased tells them apart: names, numbers, and words for all
the world or all time. "In Asia" is not "in Asia's second-largest economy, Japan".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, combinations
from operator import attrgetter
from typing import NamedTuple

from briefing.dataset.comparing.qualifiers import share_a_day
from briefing.dataset.comparing.stated import differ_where_stated
from briefing.dataset.linked.claim_sets import keys_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_texts, attribute_words, name_subjects
from briefing.dataset.rule_base.compared import affirming_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.field_texts import field_text, key_text
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place, subjects_of
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.question import QuestionMatter, ask_which
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import key_words, slot_words
from briefing.model.claims import Claim
from briefing.model.grouping import first_by
from briefing.model.ids import SubjectId
from briefing.model.values import Text

_WORD = re.compile(r"\w+")
_GLOBAL = frozenset({"ever", "global", "globally", "history", "international", "world", "worldwide"})
_FILLERS = frozenset({"a", "among", "an", "and", "at", "by", "for", "in", "of", "on", "that", "the", "to", "with"})
_ORDER = frozenset({"first", "last", "least", "most"})


class _Superlative(NamedTuple):
    """What somebody is the first or the largest in: the measure, and the telling words of the scope."""

    measure: str
    core: frozenset[str]


class _Held(NamedTuple):
    """A slot, and a claim in it that its subject is the first or the largest."""

    slot: Slot
    claim: Claim

    @property
    def superlative(self) -> _Superlative:
        """The superlative that the claim is about."""
        measure = key_text(self.slot, "measure")
        words = _WORD.findall(_scope(self.claim).casefold())
        return _Superlative(measure, frozenset(words) - _FILLERS)


_Group = str | _Superlative
"""The place of a slot, which may have two scopes, or a superlative that two subjects may claim."""


def _held_in(slot: Slot) -> list[_Held]:
    return [_Held(slot, claim) for claim in affirming_claims(slot)]


_STEM = 4
"""Letters that a name and its adjective share: Asia and Asian, Japan and Japanese."""


def _claimed(_context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield the slot itself, which may have two scopes, and every superlative of one scope that it claims."""
    if slot.opinion:
        return
    yield slot_place(slot)
    yield from map(attrgetter("superlative"), _held_in(slot))


def _find_shared(
    context: RuleContext, _thresholds: Thresholds, group: _Group, slots: Sequence[Slot]
) -> Iterator[Finding]:
    """Yield superlatives with two scopes, and those that two subjects hold at once."""
    if isinstance(group, _Superlative):
        held = chain.from_iterable(map(_held_in, slots))
        yield from _held_by_two(context, [claimed for claimed in held if claimed.superlative == group])
    # The place of a slot is a group of the slot alone, unless all its claims are gone.
    elif slots:
        yield from _with_two_scopes(context, slots[0])


def _with_two_scopes(context: RuleContext, slot: Slot) -> Iterator[Finding]:
    differing = _differing(affirming_claims(slot))
    if differing:
        scopes = attribute_words(context, differing, lambda claim: f'"{_scope(claim)}"')
        yield over_slots((slot,), differing, f"{slot_words(context, slot)}: with the scope {scopes}")


def _scope(claim: Claim) -> str:
    return field_text(claim, "scope")


def _differing(claims: list[Claim]) -> tuple[Claim, ...]:
    """Return the claims whose scope names something that the scope of another article leaves out."""
    differing: set[str] = set()
    for claim, other in combinations(first_by(claims, _scope).values(), 2):
        if claim.article != other.article and _names_differ(_scope(claim), _scope(other)):
            differing.update((_scope(claim), _scope(other)))
    return tuple([claim for claim in claims if _scope(claim) in differing])


def _names_differ(scope: str, other: str) -> bool:
    return _names_more(scope, other) or _names_more(other, scope)


def _names_more(scope: str, other: str) -> bool:
    """Tell whether a scope has a name, a number or a word for everything that the other has not."""
    others = list(map(str.casefold, _WORD.findall(other)))
    names = filter(_is_distinct, _WORD.findall(scope))
    return not all(_is_among(name, others) for name in names)


def _is_among(name: str, words: Sequence[str]) -> bool:
    return any(map(partial(_is_same, name), words))


def _is_distinct(word: str) -> bool:
    if word in _GLOBAL:
        return True
    # A name begins with a capital, a number with a digit.
    return word[0].isupper() or word[0].isdigit()


def _is_same(word: str, other: str) -> bool:
    short, long = sorted((word.casefold(), other), key=len)
    if short == long:
        return True
    # A shorter start, such as "as", would be that of any number of words.
    return len(short) >= _STEM and long.startswith(short)


def _held_by_two(context: RuleContext, held: Sequence[_Held]) -> Iterator[Finding]:
    if len(set(map(_owners, held))) < 2:
        return
    # Who does not say what is measured may mean anything.
    if not held[0].superlative.measure:
        return
    rivals = [claimed for claimed in held if _has_rival(claimed, held)]
    if rivals:
        yield _finding_on_rivals(context, rivals)


def _owners(claimed: _Held) -> tuple[SubjectId, ...]:
    return claimed.slot.about


def _has_rival(claimed: _Held, held: Iterable[_Held]) -> bool:
    return any(map(partial(_are_rivals, claimed), held))


def _finding_on_rivals(context: RuleContext, rivals: Sequence[_Held]) -> Finding:
    first = rivals[0]
    slots, claims = zip(*rivals, strict=True)
    measure, core = first.superlative
    claimants = attribute_texts(context, [(name_subjects(context, slot.about), claim) for slot, claim in rivals])
    message = f'{key_words(context, first.slot, "measure")}, "{_scope(first.claim)}": claimed for {claimants}'
    # All rivals have the same words in their scopes, whichever way they are put.
    place = f"superlative:{measure}:{' '.join(sorted(core))}"
    return Finding((place,), subjects_of(slots), keys_of(claims), message)


def _are_rivals(held: _Held, other: _Held) -> bool:
    """Tell whether two subjects can not both be the one: not the largest and the smallest, nor of two decades."""
    if held.slot.about == other.slot.about:
        return False
    if _are_of_other_times(held.claim, other.claim):
        return False
    ours, theirs = _degrees(held.claim), _degrees(other.claim)
    # Who names no degree, such as "historic", may mean any.
    if not ours or not theirs:
        return True
    return not ours.isdisjoint(theirs)


def _are_of_other_times(claim: Claim, other: Claim) -> bool:
    return differ_where_stated(claim.period, other.period, share_a_day)


def _degrees(claim: Claim) -> set[str]:
    if not isinstance(claim.value, Text):
        return set()
    words = _WORD.findall(claim.value.text.casefold())
    return set(filter(_is_degree, words))


def _is_degree(word: str) -> bool:
    # Other superlatives of a single word end so: largest, fastest, newest.
    return word in _ORDER or word.endswith("est")


find_superlative_shared = ByGroup(Index(lambda _: {"superlative"}, _claimed), _find_shared)
"""Finds superlatives with two scopes, and those that two subjects hold at once."""


def _ask_which_is_it(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of one superlative that several subjects claim."""
    return ask_which(matter, "question-superlative-shared", matter.subjects)


RULE = Rule(
    code="superlative-shared",
    find=find_superlative_shared,
    explanation=Explanation(
        title="one superlative with two scopes or for two subjects",
        why=(
            "The largest in Japan is not the largest in Asia, and only one plant is the largest. Scopes are told "
            "apart by the names and numbers in them and by words such as worldwide; other differences may be our "
            "own wording."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Japan}  # herald\n"
            "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Asia}  # gazette"
        ),
        right=(
            "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Japan}\n"
            "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: of all "
            "Japanese plants}"
        ),
    ),
    presentation=Presentation(
        label="one superlative, two claimants",
        category=Category.TERMS,
        around_one_value=True,
        questions={
            "question-superlative-shared": "Which is {value}: {choice}?",
        },
        ask=_ask_which_is_it,
        summary=Summary.NOTHING,
    ),
    order=220,
    by_slot=True,
)
