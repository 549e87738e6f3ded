"""The terms of a sum: bound, unit of time, stage, basis, payer, payee, period and scope, comparable and in words.

Only stated terms count: a source that is silent about the payer contradicts nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.dataset.comparing.agreement import scope_words
from briefing.dataset.comparing.sum_tree import parties
from briefing.dataset.rule_base.attribution import attribute_texts, list_words
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.sums import EFFECT, sums_of
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate, disjoint
from briefing.model.ids import SubjectId
from briefing.model.measures import CEILINGS, FLOORS, same_pace
from briefing.model.money import Money
from briefing.model.numerals import Bound
from briefing.model.value_parsing import parse_entity
from briefing.model.values import EntityName

Terms = Mapping[str, object]
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
    return Pace(claim.value.per) if isinstance(claim.value, Money) else None


def _bound(claim: Claim) -> str:
    value = claim.value
    bound = value.bound if isinstance(value, Money) else Bound.EXACT
    return "ceiling" if bound in CEILINGS else "floor" if bound in FLOORS else "firm"


def _scope(claim: Claim) -> frozenset[str] | None:
    """Return the words of a scope; what an effect covers is its cause, which another rule looks at."""
    text = claim.qualifier("scope")
    return None if text is None or claim.attribute == EFFECT else scope_words(text)


def differing(a: Terms, b: Terms) -> list[str]:
    """Return the names of the terms that both state and state differently."""
    return [name for name in a if name in b and not _same_term(a[name], b[name])]


def _same_term(a: object, b: object) -> bool:
    if isinstance(a, Pace) and isinstance(b, Pace):
        return a == b or same_pace(a.per, b.per)
    if isinstance(a, PartialDate) and isinstance(b, PartialDate):
        closed = None not in (a.earliest, a.latest, b.earliest, b.latest)
        return (a.earliest, a.latest) == (b.earliest, b.latest) if closed else not disjoint(a, b)
    return a == b


def terms_told(context: RuleContext, name: str, claims: Iterable[Claim]) -> str:
    """Return what the claims state for one term and who states it: ``pledged (Herald), announced (Gazette)``."""
    return attribute_texts(context, ((text, claim) for claim in claims if (text := term_words(context, name, claim))))


def term_words(context: RuleContext, name: str, claim: Claim) -> str:
    """Return a term as a claim has it, with names for ids; empty where it states none."""
    match name:
        case "per":
            return list_words([f"per {one.per}" if one.per else "in all" for one in sums_of(claim)[:1]])
        case "bound":
            return list_words([one.bound.words or "no bound" for one in sums_of(claim)[:1]])
        case "payer" | "payee":
            return list_words([_party(context, one) for one in parties(claim, name)])
        case "period":
            return claim.period.label if claim.period else ""
        case "scope":
            return f'"{claim.qualifier(name)}"' if claim.qualifier(name) else ""
    return (claim.qualifier(name) or "").replace("-", " ")


def _party(context: RuleContext, literal: str) -> str:
    entity = parse_entity(literal)
    return entity.name if isinstance(entity, EntityName) else context.name(SubjectId(literal))
