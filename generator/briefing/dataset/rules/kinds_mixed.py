"""kinds-mixed: sources that treat a subject as another kind of thing than its file says: a project called a company.

A definition counts by its head noun alone; relations count where only actors, or only made things, can have them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import list_words, name_voices
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
    context: RuleContext, _thresholds: Thresholds, subject: SubjectId, slots: Sequence[Slot]
) -> Iterator[Finding]:
    """Yield a subject that a claim takes for another kind of thing."""
    rows: list[tuple[str, Claim]] = []
    for slot in slots:
        for taken, words in _taken_for(context, slot):
            if taken == subject:
                rows.extend((words, claim) for claim in compared_claims(slot) if claim.restates is None)
    if rows:
        yield _finding(context, subject, rows)


def _finding(context: RuleContext, subject: SubjectId, rows: list[tuple[str, Claim]]) -> Finding:
    claims_by_words: dict[str, list[Claim]] = defaultdict(list)
    for words, claim in rows:
        claims_by_words[words].append(claim)
    treated = list_words([f"{words} by {name_voices(context, claims)}" for words, claims in claims_by_words.items()])
    kind = _kind(context, subject)
    listed = kind.label.lower() if kind else "unknown"
    message = f"{context.name(subject)}: listed here as {listed}, treated as {treated}"
    return Finding((f"subject:{subject}",), (subject,), tuple(sorted({claim.key for _, claim in rows})), message)


def _nouns(context: RuleContext) -> dict[str, Kind]:
    nouns: dict[str, Kind] = {}
    for kind in context.data.registry.kinds.values():
        nouns[kind.name] = kind
        nouns[kind.label.lower()] = kind
    return nouns


def _kind(context: RuleContext, subject: SubjectId) -> Kind | None:
    record = context.data.subjects.get(subject)
    return context.data.registry.kinds.get(record.kind) if record else None


def _taken_for(context: RuleContext, slot: Slot) -> Iterator[tuple[SubjectId, str]]:
    """Yield who is taken for what by a slot; nothing where its claims deny it."""
    if slot.opinion or slot.claims[0].denied:
        return
    match slot.attribute:
        case "definition":
            yield from _defined_as_another(context, slot)
        case "product-of":
            own = _kind(context, slot.about[0])
            if own and own.schema_type in _ACTORS:
                yield slot.about[0], "a product"
        case "operator" if slot.many_value:
            operator = SubjectId(slot.many_value)
            kind = _kind(context, operator)
            if kind and kind.schema_type in _PASSIVE:
                yield operator, "an operator"


def _defined_as_another(context: RuleContext, slot: Slot) -> Iterator[tuple[SubjectId, str]]:
    value = slot.claims[0].value
    own = _kind(context, slot.about[0])
    # A term may be a term for anything.
    if own is None or own.schema_type == "DefinedTerm" or not isinstance(value, Text):
        return
    other = _defined_kind(value.text, context.cached(_nouns))
    if other and other.schema_type != own.schema_type:
        yield slot.about[0], other.label.lower()


def _defined_kind(text: str, nouns: Mapping[str, Kind]) -> Kind | None:
    """Return the kind that a definition names: `a chip company` in `a chip company that Sony owns`."""
    head = _HEAD_ENDS.split(text.casefold().strip(), maxsplit=1)[0].split()
    if len(head) < 2 or head[0] not in ("a", "an", "the", "one"):
        return None
    return nouns.get(head[-1])


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
