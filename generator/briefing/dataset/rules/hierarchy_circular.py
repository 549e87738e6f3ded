"""hierarchy-circular: a subject that is a part of its own part, or owns its own owner, however many steps around.

Looks at relations that the registry calls hierarchical, each by itself. Who owns less than half of the other and is
partly owned in return holds shares across, which is no circle.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, filterfalse

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import name_voices
from briefing.dataset.rule_base.compared import affirming_claims, facts_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.ends import is_below
from briefing.dataset.rule_base.field_texts import far_id, stated_share
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.question import QuestionMatter, ask_which
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Thresholds
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.registry import Attribute
from briefing.model.value_comparing import interval

_HALF = Decimal(50)
_MOST_NAMED = 4
Links = Mapping[SubjectId, Mapping[SubjectId, Slot]]
"""Whose part, property or member each subject is said to be, and in which slot."""


def find_hierarchy_circular(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every set of subjects each of which stands above all others, and so above itself."""
    for attribute in filter(_is_hierarchy, context.data.registry.attributes.values()):
        links = _links(context, attribute.name)
        for circle in _circles(links):
            yield _finding(context, circle, links)


def _is_hierarchy(attribute: Attribute) -> bool:
    # The second name of a relation has no slots: its claims are turned round.
    return attribute.hierarchical and not attribute.inverse_of


def _links(context: RuleContext, attribute: str) -> Links:
    links: dict[SubjectId, dict[SubjectId, Slot]] = defaultdict(dict)
    for slot in facts_with(context, (attribute,)):
        above = far_id(slot)
        # An end without a record has nothing above it and closes no circle.
        if above in context.data.subjects and _upward_claims(slot):
            links[slot.about[0]][above] = slot
    return links


def _upward_claims(slot: Slot) -> tuple[Claim, ...]:
    """Return the claims that put a subject beneath another one."""
    return tuple(filterfalse(_is_minority, affirming_claims(slot)))


def _is_minority(claim: Claim) -> bool:
    """Tell whether less than half is owned, which puts nobody beneath its owner."""
    share = stated_share(claim)
    if share is None:
        return False
    # Of a range or a bound its upper end counts: `up to 60%` may be more than half.
    _, most = interval(share)
    return is_below(most, _HALF)


def _circles(links: Links) -> Iterator[list[SubjectId]]:
    """Yield the shortest circle of each subject that is in one, unless another subject's circle has told of it."""
    seen: set[SubjectId] = set()
    # In order of ids, so that a circle always begins with the same subject.
    for start in sorted(links):
        if start in seen:
            continue
        circle = _way_back(start, links)
        if circle:
            seen.update(circle)
            yield circle


def _way_back(start: SubjectId, links: Links) -> list[SubjectId]:
    """Return the shortest way from a subject upwards to itself, nothing where there is none."""
    came_from: dict[SubjectId, SubjectId] = {}
    waiting = [start]
    # Breadth first: the list grows while it is gone through, nearest subjects first.
    for here in waiting:
        for above in sorted(links.get(here, ())):
            if above == start:
                return _steps(here, came_from)
            if above not in came_from:
                came_from[above] = here
                waiting.append(above)
    return []


def _steps(last: SubjectId, came_from: Mapping[SubjectId, SubjectId]) -> list[SubjectId]:
    way = [last]
    # Only the start has come from nowhere.
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    way.reverse()
    return way


def _finding(context: RuleContext, circle: Sequence[SubjectId], links: Links) -> Finding:
    next_above = [*circle[1:], circle[0]]
    slots = tuple([links[here][above] for here, above in zip(circle, next_above, strict=True)])
    claims = tuple(chain.from_iterable(map(_upward_claims, slots)))
    return over_slots(slots, claims, _message(context, circle, slots))


def _message(context: RuleContext, circle: Sequence[SubjectId], slots: Sequence[Slot]) -> str:
    steps = [_word_step(context, slot) for slot in slots[:_MOST_NAMED]]
    if len(slots) > _MOST_NAMED:
        steps.append(f"and {len(slots) - _MOST_NAMED} more")
    return f"subjects that stand above {_word_above(circle)}: {'; '.join(steps)}"


def _word_above(circle: Sequence[SubjectId]) -> str:
    # A source may make a subject a part of itself.
    if len(circle) == 1:
        return "itself"
    return f"each other, {len(circle)} in a circle"


def _word_step(context: RuleContext, slot: Slot) -> str:
    label = context.data.registry.attributes[slot.attribute].label.lower()
    here = context.name(slot.about[0])
    above = context.name(far_id(slot))
    voices = name_voices(context, _upward_claims(slot))
    return f"{here}, {label}: {above} ({voices})"


def _ask_which_is_above(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of subjects that stand above each other: which of them is the upper one."""
    return ask_which(matter, "question-hierarchy-circular", matter.subjects)


RULE = Rule(
    code="hierarchy-circular",
    find=find_hierarchy_circular,
    explanation=Explanation(
        title="subjects that stand above each other in a circle",
        why=(
            "Sources say that one subject is a part of another, lies in it, belongs to it or is owned by it, and "
            "the other way round, in two steps or in many. Not all of that can be so. A stated share of under "
            "half makes no circle."
        ),
        wrong=(
            "- {id: c1, about: acme, attribute: part-of, value: northwind}  # herald\n"
            "- {id: c1, about: northwind, attribute: part-of, value: acme}  # gazette"
        ),
        right=(
            "- {id: c1, about: acme, attribute: part-of, value: northwind}\n"
            "- {id: c1, about: northwind, attribute: partner, value: acme}"
        ),
    ),
    presentation=Presentation(
        label="one within the other, and the other way round",
        category=Category.DISPUTE,
        questions={
            "question-hierarchy-circular": "Which of them stands above the other: {choice}?",
        },
        ask=_ask_which_is_above,
    ),
    order=250,
    disputes=True,
    by_slot=True,
)
