"""kinds-mixed: sources that treat a subject as another kind of thing than its file says: a project called a company.

A definition counts by its head noun alone; relations count where only actors, or only made things, can have them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import listed, voices
from briefing.dataset.rule_base.compared import compared_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Thresholds
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.registry import Kind
from briefing.model.values import Text

_ACTORS = frozenset({"Organization", "Corporation", "GovernmentOrganization", "Person"})
_PASSIVE = frozenset({"Project", "Legislation", "Event"})
"""schema.org types of what is run and never runs anything. A term, or a plain thing, may be anything."""
_TELLING = frozenset({"definition", "product-of", "operator"})
_HEAD_ENDS = re.compile(
    r"[,;:(]|\b(?:that|which|who|whose|where|when|of|for|in|with|by|from|at|on|to|as|and|made|set|run|built|based)\b"
)


def _subjects(context: RuleContext, slot: Slot) -> Iterator[SubjectId]:
    """Yield who is taken for something by a slot."""
    return (subject for subject, _ in _taken_for(context, slot))


def _find_mixed(
    context: RuleContext, _limits: Thresholds, group: SubjectId, slots: Sequence[Slot]
) -> Iterator[Finding]:
    """Yield a subject that a claim takes for another kind of thing."""
    taken = [
        (subject, words, slot) for slot in slots for subject, words in _taken_for(context, slot) if subject == group
    ]
    rows = [(words, claim) for _, words, slot in taken for claim in compared_claims(slot) if claim.restates is None]
    if rows:
        yield _finding(context, taken[0][0], rows)


def _finding(context: RuleContext, subject: SubjectId, rows: list[tuple[str, Claim]]) -> Finding:
    as_what: dict[str, list[Claim]] = defaultdict(list)
    for words, claim in rows:
        as_what[words].append(claim)
    told = listed([f"{words} by {voices(context, claims)}" for words, claims in as_what.items()])
    kind = _kind(context, subject)
    message = f"{context.name(subject)}: listed here as {kind.label.lower() if kind else 'unknown'}, treated as {told}"
    return Finding((f"subject:{subject}",), (subject,), tuple(sorted({claim.key for _, claim in rows})), message)


def _nouns(context: RuleContext) -> dict[str, Kind]:
    return {word: kind for kind in context.data.registry.kinds.values() for word in (kind.name, kind.label.lower())}


def _kind(context: RuleContext, subject: SubjectId) -> Kind | None:
    found = context.data.subjects.get(subject)
    return context.data.registry.kinds.get(found.kind) if found else None


def _taken_for(context: RuleContext, slot: Slot) -> Iterator[tuple[SubjectId, str]]:
    """Yield who is taken for what by a slot; nothing where its claims deny it."""
    value = slot.claims[0].value
    if slot.opinion or slot.claims[0].denied:
        return
    about = slot.about[0]
    own = _kind(context, about)
    if slot.attribute == "definition" and isinstance(value, Text) and own:
        other = _defined_as(value.text, context.once(_nouns))
        if other and own.schema_type != "DefinedTerm" and other.schema_type != own.schema_type:
            yield about, other.label.lower()
    elif slot.attribute == "product-of" and own and own.schema_type in _ACTORS:
        yield about, "a product"
    elif slot.attribute == "operator" and slot.many_value:
        runner = _kind(context, SubjectId(slot.many_value))
        if runner and runner.schema_type in _PASSIVE:
            yield SubjectId(slot.many_value), "an operator"


def _defined_as(text: str, nouns: Mapping[str, Kind]) -> Kind | None:
    """Return the kind that a definition names: `a chip company` in `a chip company that Sony owns`."""
    head = _HEAD_ENDS.split(text.casefold().strip(), maxsplit=1)[0].split()
    is_one = len(head) > 1 and head[0] in ("a", "an", "the", "one")
    return nouns.get(head[-1]) if is_one else None


find_kinds_mixed = ByGroup(Index(lambda _: _TELLING, _subjects), _find_mixed)
"""Finds every subject that a claim takes for another kind of thing."""


RULE = Rule(
    code="kinds-mixed",
    find=find_kinds_mixed,
    explanation=Explanation(
        title="a subject that a source takes for another kind of thing",
        why=(
            "A project is defined as a company, a company is somebody's product, or a project operates "
            "something: the claim may belong to a neighbour, or the file to another folder. A definition counts "
            "by its head noun."
        ),
        wrong="- {id: c1, about: fab, attribute: definition, value: a company that makes chips}  # fab is a project",
        right="- {id: c1, about: acme, attribute: definition, value: a company that makes chips}  # acme is a company",
    ),
    presentation=Presentation(
        label="one subject taken for two kinds",
        category=Category.TERMS,
        around_one_value=True,
        questions={
            "question-kinds-mixed": "Is {subject} one thing, or two?",
        },
    ),
    order=240,
)
