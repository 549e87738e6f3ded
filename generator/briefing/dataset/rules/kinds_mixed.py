"""kinds-mixed: sources that treat a subject as another kind of thing than its file says: a project called a company.

A definition counts by its head noun alone; relations count where only actors, or only made things, can have them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from operator import itemgetter

from briefing.dataset.linked.claim_sets import keys_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import list_words, name_voices
from briefing.dataset.rule_base.compared import own_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.field_texts import far_id
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Thresholds
from briefing.model.claims import Claim
from briefing.model.grouping import group_pairs
from briefing.model.ids import SubjectId
from briefing.model.registry import Kind
from briefing.model.values import Text

_ACTORS = frozenset({"Organization", "Corporation", "GovernmentOrganization", "Person"})
_PASSIVE = frozenset({"Project", "Legislation", "Event"})
"""schema.org types of what is run and never runs anything. A term, or a plain thing, may be anything."""
_TELLING = frozenset({"definition", "product-of", "operator"})
_ARTICLES = frozenset({"a", "an", "the", "one"})
_HEAD_ENDS = re.compile(
    r"[,;:(]|\b(?:that|which|who|whose|where|when|of|for|in|with|by|from|at|on|to|as|and|made|set|run|built|based)\b"
)


def _subjects(context: RuleContext, slot: Slot) -> Iterator[SubjectId]:
    """Yield who is taken for something by a slot."""
    return map(itemgetter(0), _taken_for(context, slot))


def _find_mixed(
    context: RuleContext, _thresholds: Thresholds, subject: SubjectId, slots: Sequence[Slot]
) -> Iterator[Finding]:
    """Yield a subject that a claim takes for another kind of thing."""
    claims_by_words = group_pairs(_statements_on(context, subject, slots))
    if claims_by_words:
        yield _finding(context, subject, claims_by_words)


def _statements_on(context: RuleContext, subject: SubjectId, slots: Iterable[Slot]) -> Iterator[tuple[str, Claim]]:
    """Yield for what a subject is taken, and every claim that does so."""
    for slot in slots:
        for taken, words in _taken_for(context, slot):
            # A relation takes whoever stands at either of its ends for something.
            if taken == subject:
                yield from product((words,), own_claims(slot))


def _finding(context: RuleContext, subject: SubjectId, claims_by_words: Mapping[str, Sequence[Claim]]) -> Finding:
    treatments = [f"{words} by {name_voices(context, claims)}" for words, claims in claims_by_words.items()]
    claims = chain.from_iterable(claims_by_words.values())
    listed = f"listed here as {_word_kind(context, subject)}"
    message = f"{context.name(subject)}: {listed}, treated as {list_words(treatments)}"
    return Finding((f"subject:{subject}",), (subject,), keys_of(claims), message)


def _word_kind(context: RuleContext, subject: SubjectId) -> str:
    kind = context.data.kind_of(subject)
    if kind is None:
        return "unknown"
    return kind.label.lower()


def _nouns(context: RuleContext) -> dict[str, Kind]:
    nouns: dict[str, Kind] = {}
    for kind in context.data.registry.kinds.values():
        # A source may use the name of a kind or its label, where the two differ.
        nouns[kind.name] = kind
        nouns[kind.label.lower()] = kind
    return nouns


def _taken_for(context: RuleContext, slot: Slot) -> Iterator[tuple[SubjectId, str]]:
    """Yield who is taken for what by a slot; nothing where its claims deny it."""
    if slot.opinion or slot.claims[0].denied:
        return
    schema_type = context.data.schema_type_of
    match slot.attribute:
        case "definition":
            yield from _defined_as_another(context, slot)
        case "product-of" if schema_type(slot.about[0]) in _ACTORS:
            yield slot.about[0], "a product"
        case "operator" if schema_type(far_id(slot)) in _PASSIVE:
            yield far_id(slot), "an operator"


def _defined_as_another(context: RuleContext, slot: Slot) -> Iterator[tuple[SubjectId, str]]:
    value = slot.claims[0].value
    if not isinstance(value, Text):
        return
    subject = slot.about[0]
    own = context.data.schema_type_of(subject)
    # A term may be a term for anything.
    if own in ("", "DefinedTerm"):
        return
    other = _defined_kind(value.text, context.cached(_nouns))
    # Kinds of one type do not exclude each other: a company is an organization.
    if other is not None and other.schema_type != own:
        yield subject, other.label.lower()


def _defined_kind(text: str, nouns: Mapping[str, Kind]) -> Kind | None:
    """Return the kind that a definition names: `a chip company` in `a chip company that Sony owns`."""
    head, *_ = _HEAD_ENDS.split(text.casefold().strip(), maxsplit=1)
    words = head.split()
    # Without an article no single thing is named: `companies and the state together` is of no kind.
    if len(words) < 2 or words[0] not in _ARTICLES:
        return None
    # In English the head noun is the last of its group.
    return nouns.get(words[-1])


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
