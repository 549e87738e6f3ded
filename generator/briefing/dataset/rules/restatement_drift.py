"""restatement-drift: a headline, summary or question that says another thing than the claim it repeats.

Inherited fields are equal by themselves. Figures that only round, and values in the other printed currency, do not
drift; that a figure is put down to something else is for `two-causes`. Readers are told where a fact changes; that
only the wording does, or a list gets shorter, is for the editor.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count, filterfalse
from operator import attrgetter, itemgetter

from briefing.dataset.comparing.value_sets import printed_values
from briefing.dataset.rule_base.attribution import list_words, name_subjects, word_value
from briefing.dataset.rule_base.causes import put_elsewhere
from briefing.dataset.rule_base.compared import stated_values
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.digits import digits_of
from briefing.dataset.rule_base.finding import Finding, over_claims, slot_place
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.sums import sums_of
from briefing.model.claims import Claim
from briefing.model.date_points import Precision
from briefing.model.dates import PartialDate, disjoint, parse_date
from briefing.model.grouping import group_by
from briefing.model.ids import ClaimKey
from briefing.model.key_names import KEY_FIELDS, same_key_name
from briefing.model.malformed import Malformed
from briefing.model.money import Money
from briefing.model.quantity import Quantity
from briefing.model.value_comparing import agree, same_value
from briefing.model.value_parsing import parse_entity
from briefing.model.values import NO_VALUE_LITERALS, Text, Value

_OWN = frozenset(
    {"restates", "said", "how", "printed_so", "note", "quote", "review", "par", "via", "exclude", "denied"}
)
"""Fields that belong to one wording, not to what is said; that one of the two denies is told before all fields."""
_THINGS = frozenset({"line", "measure", "scope"})
"""Fields that say what a figure is of."""


_SLUGS = frozenset({"basis", *KEY_FIELDS})


@dataclass(frozen=True, slots=True)
class _Pair:
    """A statement and the one that it restates, lists expanded; both have at least one claim."""

    again: Sequence[Claim]
    body: Sequence[Claim]

    @property
    def is_single(self) -> bool:
        """True where neither is a list, so that value stands against value."""
        return len(self.again) == len(self.body) == 1


@dataclass(frozen=True, slots=True)
class _Drift:
    """One difference in words; ``in_fact`` is False where only the wording changes or a list gets shorter."""

    words: str
    in_fact: bool = True


def find_restatement_drift_of_fact(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every restatement that changes a value, bound, stage, subject, attribute, modality or scope."""
    yield from _find(context, in_fact=True)


def find_restatement_drift_of_wording(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every restatement that changes nothing but its wording, or leaves out a part of a list."""
    yield from _find(context, in_fact=False)


def _find(context: RuleContext, *, in_fact: bool) -> Iterator[Finding]:
    # Both rows of the rule read the same drifts: they are looked for once.
    for pair, drifts in context.cached(_all_drifts):
        if in_fact == any(map(attrgetter("in_fact"), drifts)):
            yield _finding(context, pair, drifts)


def _all_drifts(context: RuleContext) -> list[tuple[_Pair, Sequence[_Drift]]]:
    looked_at = ((pair, tuple(_drifts(context, pair))) for pair in _pairs(context))
    return list(filter(itemgetter(1), looked_at))


def _pairs(context: RuleContext) -> Iterator[_Pair]:
    for claims in _restatements(context).values():
        body = list(filterfalse(attrgetter("excluded"), _restated(context, claims[0])))
        if body:
            yield _Pair(claims, body)


def _restatements(context: RuleContext) -> Mapping[str, Sequence[Claim]]:
    """Return the claims that restate another one, those of one list together."""
    restating = filter(_is_restatement, context.data.claims.values())
    return group_by(restating, lambda claim: _statement(claim.key))


def _is_restatement(claim: Claim) -> bool:
    return claim.restates is not None and not claim.excluded


def _restated(context: RuleContext, claim: Claim) -> Iterator[Claim]:
    """Yield the claim that a restatement names, or all parts of the list that it names."""
    target = f"{claim.holder}#{claim.qualifier('restates')}"
    single = context.data.claims.get(ClaimKey(target))
    if single:
        yield single
        return
    for number in count(1):
        part = context.data.claims.get(ClaimKey(f"{target}.{number}"))
        if part is None:
            return
        yield part


def _statement(key: str) -> str:
    """Return the key as written: `article#c23b` for `article#c23b.1`."""
    return key.partition(".")[0]


def _finding(context: RuleContext, pair: _Pair, drifts: Sequence[_Drift]) -> Finding:
    return over_claims(_places(context, pair), (*pair.again, *pair.body), _message(context, pair, drifts))


def _places(context: RuleContext, pair: _Pair) -> tuple[str, ...]:
    first = pair.again[0]
    place = f"claim:{_statement(first.key)}"
    # A list has as many slots as parts, and its parts may come and go.
    if len(pair.again) > 1:
        return (place,)
    return slot_place(context.data.slot_of[first.key]), place


def _message(context: RuleContext, pair: _Pair, drifts: Sequence[_Drift]) -> str:
    again, body = pair.again[0], pair.body[0]
    changed = "; ".join(map(attrgetter("words"), drifts))
    restates = f"{context.article(again)} restates{_paragraph(again)} what it says{_paragraph(body)}"
    return f"{_word_body(context, pair.body)}{_joint(context, body)} {restates}: {changed}"


def _joint(context: RuleContext, body: Claim) -> str:
    # After a relation, such as funded by, a colon would make its other end of the article.
    if context.data.registry.attributes[body.attribute].is_relation:
        return ";"
    return ":"


def _word_body(context: RuleContext, body: Sequence[Claim]) -> str:
    first = body[0]
    words = slot_words(context, context.data.slot_of[first.key])
    if len(body) == 1 and isinstance(first.value, Money | Quantity | PartialDate):
        return f"{words}, {word_value(context, first.value)}"
    return words


def _paragraph(claim: Claim) -> str:
    if claim.par is None:
        return ""
    first, last = claim.par
    if first == last:
        return f" in paragraph {first}"
    return f" in paragraphs {first} to {last}"


def _drifts(context: RuleContext, pair: _Pair) -> Iterator[_Drift]:
    again, body = pair.again[0], pair.body[0]
    compared: Sequence[_Frame] = (_SUBJECT, *_FRAMES)
    left_out: Collection[str] = _OWN
    # What a figure is put down to is for another rule.
    if pair.is_single and put_elsewhere(context, body, again):
        compared, left_out = _FRAMES, _OWN | _THINGS
    changes = [frame.word(context, again, body) for frame in compared if frame.aspect(again) != frame.aspect(body)]
    yield from map(_Drift, filter(None, changes))
    yield from _content_drifts(context, pair)
    yield from _field_drifts(context, again, body, left_out)


def _word_subjects(context: RuleContext, again: Claim, body: Claim) -> str:
    return f"of {name_subjects(context, again.about)}, there of {name_subjects(context, body.about)}"


def _word_attributes(context: RuleContext, again: Claim, body: Claim) -> str:
    attributes = context.data.registry.attributes
    label, label_before = attributes[again.attribute].label, attributes[body.attribute].label
    return f"as {label.lower()}, there as {label_before.lower()}"


def _word_denial(_context: RuleContext, again: Claim, _body: Claim) -> str:
    if again.denied:
        return "denied, there affirmed"
    return "affirmed, there denied"


def _word_modalities(context: RuleContext, again: Claim, body: Claim) -> str:
    attributes = context.data.registry.attributes
    # Where the attribute changes, its default modality may change by itself.
    if attributes[again.attribute].opinion != attributes[body.attribute].opinion:
        return ""
    return f"as {again.modality}, there as {body.modality}"


def _word_speakers(_context: RuleContext, _again: Claim, _body: Claim) -> str:
    return "by another speaker"


def _subjects(claim: Claim) -> frozenset[str]:
    # A symmetric relation may name its two ends in either order.
    return frozenset(claim.about)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Something around a value that may change: what it is of a claim, and how a change is told."""

    aspect: Callable[[Claim], object]
    word: Callable[[RuleContext, Claim, Claim], str]


_SUBJECT = _Frame(_subjects, _word_subjects)
_FRAMES = (
    _Frame(attrgetter("attribute"), _word_attributes),
    _Frame(attrgetter("denied"), _word_denial),
    _Frame(attrgetter("modality"), _word_modalities),
    _Frame(attrgetter("speaker"), _word_speakers),
)


def _content_drifts(context: RuleContext, pair: _Pair) -> Iterator[_Drift]:
    if pair.is_single:
        return _value_drift(context, pair.again[0], pair.body[0])
    return _list_drift(context, stated_values(pair.again), stated_values(pair.body))


def _field_drifts(context: RuleContext, again: Claim, body: Claim, left_out: Collection[str]) -> Iterator[_Drift]:
    """Yield the fields that say something else; one that the new attribute does not take is no drift."""
    for name, text in again.qualifiers.items():
        if name in left_out or not isinstance(text, str):
            continue
        before = body.qualifiers.get(name)
        if not _is_same_field(name, text, before):
            stated = _word_field(context, name, text)
            yield _Drift(f"{name.replace('_', ' ')} {stated}, there {_word_field(context, name, before)}")


def _is_same_field(name: str, text: str, before: object) -> bool:
    if text == before:
        return True
    if name not in _SLUGS or not isinstance(before, str):
        return False
    # The same name may be spelled with hyphens here and with spaces there.
    return same_key_name(text, before)


def _word_field(context: RuleContext, name: str, content: object) -> str:
    """Return a field for a message: names for ids, dates as readers know them, all else in quotation marks."""
    if not isinstance(content, str):
        return "none"
    word = _WORDINGS.get(name, _quote)
    return word(context, content)


def _quote(_context: RuleContext, content: str) -> str:
    return f'"{content}"'


def _word_slug(_context: RuleContext, content: str) -> str:
    return f'"{content.replace("-", " ")}"'


def _word_date(_context: RuleContext, content: str) -> str:
    moment = parse_date(content)
    if not isinstance(moment, PartialDate):
        return content
    return moment.label


def _word_party(context: RuleContext, content: str) -> str:
    if content in NO_VALUE_LITERALS:
        return _quote(context, content)
    entity = parse_entity(content)
    # What is malformed has an error of its own, and its words are all there is to show.
    if isinstance(entity, Malformed):
        return content
    return word_value(context, entity)


_WORDINGS: Mapping[str, Callable[[RuleContext, str], str]] = {
    **dict.fromkeys(_SLUGS, _word_slug),
    **dict.fromkeys(("payer", "payee"), _word_party),
    **dict.fromkeys(("period", "when", "as_of"), _word_date),
}


def _list_drift(context: RuleContext, again: Sequence[Value], body: Sequence[Value]) -> Iterator[_Drift]:
    added = _word_others(context, again, body)
    missing = _word_others(context, body, again)
    if added:
        yield _Drift(f"adds {list_words(added)}")
    if missing:
        # A headline may name a part of a list; one that names something instead has changed it.
        yield _Drift(f"leaves out {list_words(missing)}", in_fact=bool(added))


def _word_others(context: RuleContext, values: Sequence[Value], listed: Sequence[Value]) -> list[str]:
    """Return the values that are not listed, in words."""
    return [word_value(context, value) for value in values if not _is_among(value, listed)]


def _is_among(value: Value, values: Sequence[Value]) -> bool:
    return any(map(partial(same_value, value), values))


def _value_drift(context: RuleContext, again: Claim, body: Claim) -> Iterator[_Drift]:
    value, before = again.value, body.value
    if value is None or before is None:
        return
    if _says_so(value, body) or _only_converted(value, body):
        return
    in_fact = not _is_wording(value, before)
    # An opinion may be put in other words each time.
    if in_fact or not (again.is_opinion and body.is_opinion):
        yield _Drift(f"{word_value(context, value)}, there {word_value(context, before)}", in_fact)


def _is_wording(value: Value, before: Value) -> bool:
    return isinstance(value, Text) and isinstance(before, Text)


def _says_so(value: Value, body: Claim) -> bool:
    """Tell whether a value is that of the body, or a rounded one under the same kind of bound."""
    return any(same_value(value, other) or _rounds(value, other) for other in printed_values(body))


def _rounds(value: Value, other: Value) -> bool:
    match value, other:
        case Money(), Money():
            return _rounds_figure(value, other)
        case Quantity(), Quantity():
            return _rounds_figure(value, other)
        case PartialDate(), PartialDate():
            return _kind(value) == _kind(other) and not disjoint(value, other)
    return False


def _rounds_figure(figure: Money | Quantity, other: Money | Quantity) -> bool:
    # The same digits that are not the same value differ in their bound, which no rounding explains.
    if digits_of(figure) == digits_of(other):
        return False
    return agree(figure, other)


def _kind(moment: PartialDate) -> tuple[bool, bool]:
    return moment.fiscal, moment.precision is Precision.OPEN


def _only_converted(value: Value, body: Claim) -> bool:
    """Tell whether a sum is in a currency that the body does not print: then nothing can be said here."""
    if not isinstance(value, Money) or not isinstance(body.value, Money):
        return False
    return value.currency not in map(attrgetter("currency"), sums_of(body))


RULE = Rule(
    code="restatement-drift",
    find=find_restatement_drift_of_fact,
    explanation=Explanation(
        title="a restatement that says more or less than its claim",
        why=(
            "A headline or question changes the value, bound, stage, subject, attribute, modality or scope of "
            "the claim that it repeats. What it inherits never drifts, nor does a rounded figure. Where only the "
            "wording changes, or a list gets shorter, editors are told and readers are not."
        ),
        wrong=(
            "- {id: c5, about: fab, attribute: amount, line: total, stage: announced, payer: acme, value: up to "
            "USD 2bn}\n"
            "- {id: c1, restates: c5, stage: spent, value: USD 2bn}"
        ),
        right=(
            "- {id: c5, about: fab, attribute: amount, line: total, stage: announced, payer: acme, value: USD 2.04bn}\n"
            "- {id: c1, restates: c5, value: USD 2bn}"
        ),
    ),
    presentation=Presentation(
        label="a source drifts from its own wording",
        category=Category.NOTE,
        summary=Summary.NOTHING,
    ),
    order=200,
    by_slot=True,
    scope=Scope.HOLDER,
)
RULES = (RULE, replace(RULE, find=find_restatement_drift_of_wording, audience="editor"))
