"""stage-dropped: one source says trial production, another says production of the same date.

Knows no list of stages: a milestone whose name is a part of another one's name is its wide word.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import name_voices
from briefing.dataset.rule_base.compared import slots_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.question import QuestionMatter
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import key_words
from briefing.dataset.rule_base.time_words import dated_claims
from briefing.model.claims import Claim
from briefing.model.date_points import Precision
from briefing.model.dates import PartialDate, contains
from briefing.model.ids import SubjectId

_WIDE = frozenset({Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.INTERVAL, Precision.OPEN})
"""So much time that two steps may well share it."""
_WORDS_MAX = 20
"""No name has more words of stage than that; each costs a look at the whole name."""


def find_stage_dropped(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every pair of neighbouring milestones that share a date and differ by a word of stage."""
    for milestones in _milestones(context).values():
        for name, narrow in milestones.items():
            for wide_name in _wider(name):
                wide = milestones.get(wide_name)
                finding = _finding(context, narrow, wide) if wide else None
                if finding:
                    yield finding


def _milestones(context: RuleContext) -> dict[SubjectId, dict[str, Slot]]:
    found: dict[SubjectId, dict[str, Slot]] = defaultdict(dict)
    for slot in slots_with(context, ("milestone",)):
        if not slot.opinion:
            found[slot.about[0]][_name(slot)] = slot
    return found


def _name(slot: Slot) -> str:
    return dict(slot.key).get("milestone") or ""


def _wider(name: str) -> Iterator[str]:
    """Yield the names that are left when words of stage are dropped from either end."""
    parts = name.split("-")
    for count in range(1, min(len(parts), _WORDS_MAX)):
        yield "-".join(parts[count:])
        yield "-".join(parts[:-count])


def _finding(context: RuleContext, narrow: Slot, wide: Slot) -> Finding | None:
    pairs = [
        (one, other)
        for one_date, one in dated_claims(narrow)
        for other_date, other in dated_claims(wide)
        if one.article != other.article and _same_time(one_date, other_date)
    ]
    if not pairs:
        return None
    full, short = _each_once(one for one, _ in pairs), _each_once(other for _, other in pairs)
    return over_slots((narrow, wide), full + short, _message(context, narrow, wide, full, short))


def _same_time(a: PartialDate, b: PartialDate) -> bool:
    if a.edtf == b.edtf:
        return True
    return not {a.precision, b.precision} & _WIDE and (contains(a, b) or contains(b, a))


def _each_once(claims: Iterator[Claim]) -> tuple[Claim, ...]:
    return tuple({claim.key: claim for claim in claims}.values())


def _message(context: RuleContext, narrow: Slot, wide: Slot, full: tuple[Claim, ...], short: tuple[Claim, ...]) -> str:
    date = full[0].value
    moment = date.label if isinstance(date, PartialDate) else ""
    stage, bare = (key_words(context, slot, "milestone") for slot in (narrow, wide))
    origins = {claim.origin for claim in chain(full, short)}
    copied = "; both go back to one original" if len(origins) == 1 else ""
    told = f"{stage} ({name_voices(context, full)}), only {bare} ({name_voices(context, short)})"
    return f"{context.name(narrow.about[0])}, {moment}: {told}{copied}"


def _ask_which_step(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of one date of two steps: which of them it is."""
    if len(matter.whats) > 1:
        yield matter.say("question-stage-dropped", choice=matter.choose(matter.whats))


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
