"""restatement-drift: a headline, summary or question that says another thing than the claim it repeats.

Inherited fields are equal by themselves. Figures that only round, and values in the other printed currency, do not
drift; that a figure is put down to something else is for `two-causes`. Readers are told where a fact changes; that
only the wording does, or a list gets shorter, is for the editor.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from briefing.dataset.comparing.value_sets import printed_values
from briefing.dataset.rule_base.attribution import list_words, word_value
from briefing.dataset.rule_base.causes import put_elsewhere
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, slot_place
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.date_points import Precision
from briefing.model.dates import PartialDate, disjoint, parse_date
from briefing.model.ids import ClaimKey
from briefing.model.key_names import same_key_name
from briefing.model.malformed import Malformed
from briefing.model.money import Money
from briefing.model.quantity import Quantity
from briefing.model.value_comparing import agree, same_value
from briefing.model.value_parsing import parse_entity
from briefing.model.values import Text, Value

_OWN = frozenset({"restates", "said", "how", "printed_so", "note", "quote", "review", "par", "via", "exclude"})
"""Fields that belong to one wording, not to what is said."""
_THINGS = frozenset({"line", "measure", "scope"})
"""Fields that say what a figure is of."""
_DATES = frozenset({"period", "when", "as_of"})
_PARTIES = frozenset({"payer", "payee"})
_SLUGS = frozenset({"basis", "edition", "line", "list", "measure", "milestone", "role"})


@dataclass(frozen=True, slots=True)
class _Pair:
    """A statement and the one that it restates, lists expanded; both have at least one claim."""

    again: Sequence[Claim]
    body: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class _Drift:
    """One difference in words; ``in_fact`` is False where only the wording changes or a list gets shorter."""

    words: str
    in_fact: bool = True


def find_restatement_drift_of_fact(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every restatement that changes a value, bound, stage, subject, attribute, modality or scope."""
    yield from _find(context, in_fact=True)


def find_restatement_drift_of_wording(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every restatement that changes nothing but its wording, or leaves out a part of a list."""
    yield from _find(context, in_fact=False)


def _find(context: RuleContext, *, in_fact: bool) -> Iterator[Finding]:
    for pair, drifts in context.cached(_all_drifts):
        if in_fact == any(drift.in_fact for drift in drifts):
            yield _finding(context, pair, drifts)


def _all_drifts(context: RuleContext) -> list[tuple[_Pair, list[_Drift]]]:
    found = ((pair, list(_drifts(context, pair))) for pair in _pairs(context))
    return [(pair, drifts) for pair, drifts in found if drifts]


def _pairs(context: RuleContext) -> Iterator[_Pair]:
    again: dict[str, list[Claim]] = defaultdict(list)
    for claim in context.data.claims.values():
        if claim.restates is not None and not claim.excluded:
            again[_statement(claim.key)].append(claim)
    for claims in again.values():
        body = [one for one in _restated(context, claims[0]) if not one.excluded]
        if body:
            yield _Pair(claims, body)


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
    first = pair.again[0]
    place = f"claim:{_statement(first.key)}"
    slots = (slot_place(context.data.slot_of[first.key]),) if len(pair.again) == 1 else ()
    about = sorted({one for claim in (*pair.again, *pair.body) for one in claim.about})
    claims = sorted({claim.key for claim in (*pair.again, *pair.body)})
    return Finding((*slots, place), tuple(about), tuple(claims), _message(context, pair, drifts))


def _message(context: RuleContext, pair: _Pair, drifts: Sequence[_Drift]) -> str:
    again, body = pair.again[0], pair.body[0]
    figure = len(pair.body) == 1 and isinstance(body.value, Money | Quantity | PartialDate)
    what = slot_words(context, context.data.slot_of[body.key]) + (
        f", {word_value(context, body.value)}" if figure else ""
    )
    # After a relation, such as funded by, a colon would make its other end of the article.
    joint = ";" if context.data.registry.attributes[body.attribute].is_relation else ":"
    changed = "; ".join(drift.words for drift in drifts)
    return (
        f"{what}{joint} {context.article(again)} restates{_paragraph(again)} what it says{_paragraph(body)}: {changed}"
    )


def _paragraph(claim: Claim) -> str:
    if claim.par is None:
        return ""
    first, last = claim.par
    return f" in paragraph {first}" if first == last else f" in paragraphs {first} to {last}"


def _drifts(context: RuleContext, pair: _Pair) -> Iterator[_Drift]:
    one, body = pair.again[0], pair.body[0]
    registry = context.data.registry.attributes
    elsewhere = len(pair.again) == len(pair.body) == 1 and put_elsewhere(context, body, one)
    if set(one.about) != set(body.about) and not elsewhere:
        yield _Drift(f"of {_names(context, one)}, there of {_names(context, body)}")
    if one.attribute != body.attribute:
        yield _Drift(f"as {registry[one.attribute].label.lower()}, there as {registry[body.attribute].label.lower()}")
    if one.denied != body.denied:
        yield _Drift("denied, there affirmed" if one.denied else "affirmed, there denied")
    # Where the attribute changes, its default modality may change by itself.
    if one.modality is not body.modality and registry[one.attribute].opinion == registry[body.attribute].opinion:
        yield _Drift(f"as {one.modality}, there as {body.modality}")
    if one.speaker != body.speaker:
        yield _Drift("by another speaker")
    yield from _value_drifts(context, pair)
    yield from _field_drifts(context, one, body, _THINGS if elsewhere else frozenset())


def _names(context: RuleContext, claim: Claim) -> str:
    return list_words([context.name(one) for one in claim.about])


def _field_drifts(context: RuleContext, one: Claim, body: Claim, told: Collection[str]) -> Iterator[_Drift]:
    """Yield the fields that say something else; one that the new attribute does not take is no drift."""
    for name, text in one.qualifiers.items():
        before = body.qualifiers.get(name)
        if name in _OWN or name in told or name == "denied" or not isinstance(text, str):
            continue
        if text == before or (name in _SLUGS and isinstance(before, str) and same_key_name(text, before)):
            continue
        yield _Drift(f"{name.replace('_', ' ')} {_field(context, name, text)}, there {_field(context, name, before)}")


def _field(context: RuleContext, name: str, content: object) -> str:
    """Return a field for a message: names for ids, dates as readers know them, all else in quotation marks."""
    if not isinstance(content, str):
        return "none"
    if name in _DATES:
        found = parse_date(content)
        return found.label if isinstance(found, PartialDate) else content
    if name in _PARTIES and content not in ("unknown", "none"):
        entity = parse_entity(content)
        return content if isinstance(entity, Malformed) else word_value(context, entity)
    return f'"{content.replace("-", " ") if name in _SLUGS else content}"'


def _value_drifts(context: RuleContext, pair: _Pair) -> Iterator[_Drift]:
    if len(pair.again) == 1 and len(pair.body) == 1:
        yield from _single_drift(context, pair.again[0], pair.body[0])
    else:
        yield from _list_drift(context, _values(pair.again), _values(pair.body))


def _values(claims: Sequence[Claim]) -> list[Value]:
    return [claim.value for claim in claims if claim.value is not None]


def _list_drift(context: RuleContext, again: Sequence[Value], body: Sequence[Value]) -> Iterator[_Drift]:
    added = [word_value(context, one) for one in again if not any(same_value(one, other) for other in body)]
    missing = [word_value(context, one) for one in body if not any(same_value(one, other) for other in again)]
    if added:
        yield _Drift(f"adds {list_words(added)}")
    if missing:
        yield _Drift(f"leaves out {list_words(missing)}", in_fact=bool(added))


def _single_drift(context: RuleContext, one: Claim, body: Claim) -> Iterator[_Drift]:
    value, before = one.value, body.value
    if value is None or before is None or _says_so(value, body) or _only_converted(value, body):
        return
    wording = isinstance(value, Text) and isinstance(before, Text)
    if wording and one.is_opinion and body.is_opinion:
        return
    yield _Drift(f"{word_value(context, value)}, there {word_value(context, before)}", in_fact=not wording)


def _says_so(value: Value, body: Claim) -> bool:
    """Tell whether a value is that of the body, or a rounded one under the same kind of bound."""
    return any(same_value(value, other) or _rounds(value, other) for other in printed_values(body))


def _rounds(value: Value, other: Value) -> bool:
    match value, other:
        case Money(), Money():
            return agree(value, other) and (value.amount, value.amount_max) != (other.amount, other.amount_max)
        case Quantity(), Quantity():
            return agree(value, other) and (value.number, value.number_max) != (other.number, other.number_max)
        case PartialDate(), PartialDate():
            return not disjoint(value, other) and _kind(value) == _kind(other)
    return False


def _kind(moment: PartialDate) -> tuple[bool, bool]:
    return moment.fiscal, moment.precision is Precision.OPEN


def _only_converted(value: Value, body: Claim) -> bool:
    """Tell whether a sum is in a currency that the body does not print: then nothing can be said here."""
    if not isinstance(value, Money) or not isinstance(body.value, Money):
        return False
    return all(value.currency != other.currency for other in printed_values(body) if isinstance(other, Money))


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
