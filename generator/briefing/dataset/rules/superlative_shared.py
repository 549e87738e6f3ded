"""superlative-shared: one superlative claimed for two subjects, or with two scopes in two sources.

Scopes are our paraphrases, so only what cannot be paraphrased tells them apart: names, numbers, and words for all
the world or all time. "In Asia" is not "in Asia's second-largest economy, Japan".
"""

import re
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain, combinations

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_texts, list_words
from briefing.dataset.rule_base.compared import affirming_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.question import QuestionMatter
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import key_words, slot_words
from briefing.model.claims import Claim
from briefing.model.dates import disjoint
from briefing.model.values import Text

_WORD = re.compile(r"\w+")
_GLOBAL = frozenset({"ever", "global", "globally", "history", "international", "world", "worldwide"})
_FILLERS = frozenset({"a", "among", "an", "and", "at", "by", "for", "in", "of", "on", "that", "the", "to", "with"})
_ORDER = frozenset({"first", "last", "least", "most"})
_Held = tuple[Slot, Claim]
"""A slot, and a claim in it that its subject is the first or the largest."""
_STEM = 4
"""Letters that a name and its adjective share: Asia and Asian, Japan and Japanese."""


def _claimed(_context: RuleContext, slot: Slot) -> Iterator[Hashable]:
    """Yield the slot itself, which may have two scopes, and every superlative of one scope that it claims."""
    if slot.opinion:
        return
    yield slot_place(slot)
    for claim in affirming_claims(slot):
        yield _measure(slot), _core(claim)


def _find_shared(
    context: RuleContext, _thresholds: Thresholds, group: Hashable, slots: Sequence[Slot]
) -> Iterator[Finding]:
    """Yield superlatives with two scopes, and those that two subjects hold at once."""
    if not isinstance(group, str):
        yield from _held_by_two(context, _holders(slots, group))
    # The place of a slot is a group of the slot alone, unless all its claims are gone.
    elif slots:
        yield from _with_two_scopes(context, slots[0])


def _holders(slots: Sequence[Slot], group: Hashable) -> list[_Held]:
    """Return who claims the superlative of a measure and a core of scope."""
    held: list[_Held] = []
    for slot in slots:
        for claim in affirming_claims(slot):
            if (_measure(slot), _core(claim)) == group:
                held.append((slot, claim))
    return held


def _with_two_scopes(context: RuleContext, slot: Slot) -> Iterator[Finding]:
    differing = _differing(affirming_claims(slot))
    if differing:
        rows = ((f'"{claim.qualifier("scope")}"', claim) for claim in differing)
        message = f"{slot_words(context, slot)}: with the scope {attribute_texts(context, rows)}"
        yield over_slots((slot,), differing, message)


def _measure(slot: Slot) -> str:
    return dict(slot.key).get("measure") or ""


def _scope(claim: Claim) -> str:
    return claim.qualifier("scope") or ""


def _core(claim: Claim) -> frozenset[str]:
    return frozenset(_WORD.findall(_scope(claim).casefold())) - _FILLERS


def _differing(claims: list[Claim]) -> tuple[Claim, ...]:
    """Return the claims whose scope names something that the scope of another article leaves out."""
    first_with = {_scope(claim): claim for claim in reversed(claims)}
    differing: set[str] = set()
    for (scope, claim), (other, rival) in combinations(first_with.items(), 2):
        if claim.article != rival.article and _names_differ(scope, other):
            differing.update((scope, other))
    return tuple([claim for claim in claims if _scope(claim) in differing])


def _names_differ(scope: str, other: str) -> bool:
    return _names_more(scope, other) or _names_more(other, scope)


def _names_more(scope: str, other: str) -> bool:
    """Tell whether a scope has a name, a number or a word for everything that the other has not."""
    others = [word.casefold() for word in _WORD.findall(other)]
    names = filter(_is_distinct, _WORD.findall(scope))
    return any(_is_missing(name, others) for name in names)


def _is_missing(name: str, words: Sequence[str]) -> bool:
    return not any(_is_same(name, word) for word in words)


def _is_distinct(word: str) -> bool:
    first = word[0]
    return first.isupper() or first.isdigit() or word in _GLOBAL


def _is_same(word: str, other: str) -> bool:
    short, long = sorted((word.casefold(), other), key=len)
    if short == long:
        return True
    # A shorter start, such as "as", would be that of any number of words.
    return len(short) >= _STEM and long.startswith(short)


def _held_by_two(context: RuleContext, held: list[_Held]) -> Iterator[Finding]:
    owners = {slot.about for slot, _ in held}
    if len(owners) < 2:
        return
    measure = _measure(held[0][0])
    if not measure:
        return
    rivals = [(slot, claim) for slot, claim in held if _has_rival(slot, claim, held)]
    if rivals:
        yield _finding(context, measure, rivals)


def _finding(context: RuleContext, measure: str, rivals: list[_Held]) -> Finding:
    slot, claim = rivals[0]
    about = sorted(set(chain.from_iterable(rival.about for rival, _ in rivals)))
    keys = sorted({rival.key for _, rival in rivals})
    rows = ((list_words(list(map(context.name, rival.about))), its_claim) for rival, its_claim in rivals)
    message = f'{key_words(context, slot, "measure")}, "{_scope(claim)}": claimed for {attribute_texts(context, rows)}'
    # All rivals have the same words in their scopes, whichever way they are put.
    place = f"superlative:{measure}:{' '.join(sorted(_core(claim)))}"
    return Finding((place,), tuple(about), tuple(keys), message)


def _has_rival(slot: Slot, claim: Claim, held: list[_Held]) -> bool:
    return any(other.about != slot.about and _are_rivals(claim, rival) for other, rival in held)


def _are_rivals(a: Claim, b: Claim) -> bool:
    """Tell whether two can not both be the one: not the largest and the smallest, nor of two decades."""
    if a.period and b.period and disjoint(a.period, b.period):
        return False
    ours, theirs = _degrees(a), _degrees(b)
    if not ours or not theirs:
        # Who names no degree, such as "historic", may mean any.
        return True
    return not ours.isdisjoint(theirs)


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
    if len(matter.subjects) > 1:
        yield matter.say("question-superlative-shared", choice=matter.choose(matter.subjects))


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
