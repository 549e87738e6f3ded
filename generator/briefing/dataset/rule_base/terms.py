"""The terms of a sum: bound, unit of time, stage, basis, payer, payee, period and scope, comparable and in words.

Only stated terms count: a source that is silent about the payer contradicts nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from briefing.dataset.comparing.leading_claims import parties
from briefing.dataset.comparing.qualifiers import same_days, scope_words
from briefing.dataset.rule_base.attribution import attribute_words, list_words
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.field_texts import field_text
from briefing.dataset.rule_base.sums import EFFECT, sums_of
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.model.measures import CEILINGS, FLOORS, same_pace
from briefing.model.money import Money
from briefing.model.value_parsing import parse_entity
from briefing.model.values import EntityName

Terms = Mapping[str, object]
_KINDS_OF_BOUND = {**dict.fromkeys(CEILINGS, "ceiling"), **dict.fromkeys(FLOORS, "floor")}
"""What a bound makes of a sum; `about` leaves it as firm as no bound does."""
TERMS_AS_PRINTED = ("stage", "basis", "payer", "payee", "period", "scope")
"""Terms that a source states in a field of their own, and not by how it prints the sum."""
HARD = ("bound", "stage", "basis")
"""Terms that keep two figures of one amount from being the same statement."""


def terms_of(claim: Claim) -> Terms:
    """Return the stated terms of a sum, each in a form in which two of one meaning are equal."""
    terms: dict[str, object] = {
        "bound": _bound(claim),
        "per": _pace(claim),
        "stage": claim.qualifier("stage"),
        "basis": claim.qualifier("basis"),
        "payer": parties(claim, "payer") or None,
        "payee": parties(claim, "payee") or None,
        "period": claim.period,
        "scope": _scope(claim),
    }
    return {name: value for name, value in terms.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Pace:
    """The unit of time that a sum is paid per; None where it is all of it."""

    per: str | None


def _pace(claim: Claim) -> Pace | None:
    if not isinstance(claim.value, Money):
        return None
    return Pace(claim.value.per)


def _bound(claim: Claim) -> str:
    if not isinstance(claim.value, Money):
        return "firm"
    return _KINDS_OF_BOUND.get(claim.value.bound, "firm")


def _scope(claim: Claim) -> frozenset[str] | None:
    """Return the words of a scope; what an effect covers is its cause, which another rule looks at."""
    if claim.attribute == EFFECT:
        return None
    scope = claim.qualifier("scope")
    if scope is None:
        return None
    return scope_words(scope)


def differing(a: Terms, b: Terms) -> list[str]:
    """Return the names of the terms that both state and state differently."""
    return [name for name in a if name in b and not _same_term(a[name], b[name])]


def _same_term(a: object, b: object) -> bool:
    if a == b:
        return True
    match a, b:
        case Pace(), Pace():
            # Two units of time may be of one length under two names.
            return same_pace(a.per, b.per)
        case PartialDate(), PartialDate():
            return same_days(a, b)
    return False


def attribute_term(context: RuleContext, name: str, claims: Iterable[Claim]) -> str:
    """Return what the claims state for one term and who states it: ``pledged (Herald), announced (Gazette)``."""
    return attribute_words(context, claims, partial(term_words, context, name))


def term_words(context: RuleContext, name: str, claim: Claim) -> str:
    """Return a term as a claim has it, with names for ids; empty where it states none."""
    match name:
        case "per" | "bound":
            return _word_of_sum(name, claim)
        case "payer" | "payee":
            return list_words([_name_party(context, literal) for literal in parties(claim, name)])
        case "period":
            return label_of(claim.period)
        case "scope":
            return quote_field(claim, name)
    return field_text(claim, name).replace("-", " ")


def label_of(moment: PartialDate | None) -> str:
    """Return a date as readers know it; nothing where there is none."""
    if moment is None:
        return ""
    return moment.label


def quote_field(claim: Claim, name: str) -> str:
    """Return a field of a claim in quotation marks, since its words are free; empty where it has none."""
    text = claim.qualifier(name)
    if not text:
        return ""
    return f'"{text}"'


def _word_of_sum(name: str, claim: Claim) -> str:
    sums = sums_of(claim)
    if not sums:
        return ""
    # A claim that prints two currencies has the terms of the first.
    return _WORDS_OF_SUM[name](sums[0])


def _word_pace(money: Money) -> str:
    if money.per:
        return f"per {money.per}"
    return "in all"


def _word_bound(money: Money) -> str:
    return money.bound.words or "no bound"


_WORDS_OF_SUM = {"per": _word_pace, "bound": _word_bound}


def _name_party(context: RuleContext, literal: str) -> str:
    entity = parse_entity(literal)
    if isinstance(entity, EntityName):
        return entity.name
    return context.name(SubjectId(literal))
