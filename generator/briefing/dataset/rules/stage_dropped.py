"""stage-dropped: one source says trial production, another says production of the same date.

Knows no list of stages: a milestone whose name is a part of another one's name is its wide word.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from operator import attrgetter, itemgetter

from briefing.dataset.linked.claim_sets import origins_in
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import name_voices
from briefing.dataset.rule_base.compared import facts_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.field_texts import key_text
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.question import QuestionMatter, ask_which
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import key_words
from briefing.dataset.rule_base.terms import label_of
from briefing.dataset.rule_base.time_words import date_of, dated_claims
from briefing.model.claims import Claim
from briefing.model.date_points import Precision
from briefing.model.dates import PartialDate, contains
from briefing.model.grouping import distinct_by
from briefing.model.ids import SubjectId

_Dated = tuple[PartialDate, Claim]
_WIDE = frozenset({Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.INTERVAL, Precision.OPEN})
"""So much time that two steps may well share it."""
_WORDS_MAX = 20
"""No name has more words of stage than that; each costs a look at the whole name."""


def find_stage_dropped(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every pair of neighbouring milestones that share a date and differ by a word of stage."""
    milestones = _milestones(context)
    for (subject, name), narrow in milestones.items():
        for wide_name in _wider_names(name):
            wide = milestones.get((subject, wide_name))
            if wide is not None:
                yield from _compare(context, narrow, wide)


def _milestones(context: RuleContext) -> dict[tuple[SubjectId, str], Slot]:
    return {(slot.about[0], _name(slot)): slot for slot in facts_with(context, ("milestone",))}


def _name(slot: Slot) -> str:
    return key_text(slot, "milestone")


def _wider_names(name: str) -> Iterator[str]:
    """Yield the names that are left when words of stage are dropped from either end."""
    words = name.split("-")
    for count in range(1, min(len(words), _WORDS_MAX)):
        yield "-".join(words[count:])
        yield "-".join(words[:-count])


def _compare(context: RuleContext, narrow: Slot, wide: Slot) -> Iterator[Finding]:
    pairs = [pair for pair in product(dated_claims(narrow), dated_claims(wide)) if _are_one_date(*pair)]
    if pairs:
        staged, bare = map(_distinct_claims, zip(*pairs, strict=True))
        yield over_slots((narrow, wide), staged + bare, _message(context, narrow, wide, staged, bare))


def _distinct_claims(dated: Iterable[_Dated]) -> tuple[Claim, ...]:
    return distinct_by(map(itemgetter(1), dated), attrgetter("key"))


def _are_one_date(dated: _Dated, other_dated: _Dated) -> bool:
    (moment, claim), (other_moment, other) = dated, other_dated
    # One article that tells both steps means two steps.
    return claim.article != other.article and _same_time(moment, other_moment)


def _same_time(a: PartialDate, b: PartialDate) -> bool:
    if a.edtf == b.edtf:
        return True
    if a.precision in _WIDE or b.precision in _WIDE:
        return False
    return contains(a, b) or contains(b, a)


def _message(context: RuleContext, narrow: Slot, wide: Slot, staged: tuple[Claim, ...], bare: tuple[Claim, ...]) -> str:
    moment = label_of(date_of(staged[0]))
    stage, short_name = key_words(context, narrow, "milestone"), key_words(context, wide, "milestone")
    steps = f"{stage} ({name_voices(context, staged)}), only {short_name} ({name_voices(context, bare)})"
    return f"{context.name(narrow.about[0])}, {moment}: {steps}{_word_origin((*staged, *bare))}"


def _word_origin(claims: Iterable[Claim]) -> str:
    if len(origins_in(claims)) > 1:
        return ""
    return "; both go back to one original"


def _ask_which_step(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of one date of two steps: which of them it is."""
    return ask_which(matter, "question-stage-dropped", matter.whats)


RULE = Rule(
    code="stage-dropped",
    find=find_stage_dropped,
    explanation=Explanation(
        title="a step named with its stage here and without it there",
        why=(
            "One source says trial production, another says production of the same date: a test run has turned "
            "into the real thing. Found where a milestone's name is a part of another's and articles give both "
            "the same date."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: milestone, milestone: trial-production, value: 2025-04}  # herald\n"
            "- {id: c1, about: fab, attribute: milestone, milestone: production, value: 2025-04}  # gazette"
        ),
        right=(
            "- {id: c1, about: fab, attribute: milestone, milestone: trial-production, value: 2025-04}\n"
            "- {id: c1, about: fab, attribute: milestone, milestone: production, value: 2027}"
        ),
    ),
    presentation=Presentation(
        label="a source drops the stage",
        category=Category.DISPUTE,
        questions={
            "question-stage-dropped": "{subject}, {value}: {choice}?",
        },
        ask=_ask_which_step,
    ),
    order=160,
    disputes=True,
    by_slot=True,
    scope=Scope.SUBJECT,
)
