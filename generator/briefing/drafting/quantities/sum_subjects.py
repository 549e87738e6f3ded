"""Whom a sum is about, and which held claim has the same sum already."""

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.literals.figures import find_figures
from briefing.drafting.literals.printed_figure import Figure
from briefing.drafting.subjects.held_claims import Precedent
from briefing.drafting.subjects.kind_groups import MEASURED, STATES
from briefing.drafting.subjects.subject_mentions import likeliest
from briefing.model.ids import SubjectId
from briefing.model.malformed import Malformed
from briefing.model.money import Money, parse_money
from briefing.model.value_comparing import same_value

_SUPPORT = r"\b(?:support|subsid|grant|aid|fund)"


def rank_subjects(clause: Clause, figure: Figure, precedent: Precedent | None) -> tuple[SubjectId, ...]:
    """Return whom a sum may be about, likeliest first; empty only where the text names nobody."""
    known_data = clause.known_data
    # Nobody pays for an event; its name beside a sum says where the sum was announced.
    things = known_data.of_kind(clause.things, "project", "policy")
    ranked = (
        *_named_by_sum(clause, things, figure),
        _subject_of(precedent),
        *things,
        likeliest(clause.acting_company, *clause.of_kind("company")),
        *known_data.of_kind([clause.last_thing], "project", "policy", "topic"),
        # From here on the guesses are poor, but an editor corrects a subject sooner than adds one.
        _receiver(clause),
        clause.nearest(figure.start, *MEASURED),
        clause.main_subject,
        *clause.sentence_mentions.subjects,
        *clause.earlier.subjects,
        clause.last_thing,
    )
    return tuple(dict.fromkeys(filter(None, ranked)))


def find_precedent(clause: Clause, figure: Figure) -> Precedent | None:
    """Return a held claim with the same sum, where the clause has something to do with its subject."""
    for literal in filter(None, (figure.literal, figure.also)):
        money = parse_money(literal)
        assert not isinstance(money, Malformed)
        for precedent in clause.known_data.held_claims.precedents:
            if _has_sum(precedent, money) and _is_related(clause, precedent.about):
                return precedent
    return None


def _named_by_sum(clause: Clause, things: tuple[SubjectId, ...], figure: Figure) -> tuple[SubjectId, ...]:
    """Return the likeliest thing where it has the very sum in its name."""
    for thing in things[:1]:
        literals = {named.literal for named in find_figures(clause.known_data.name(thing))}
        if not literals.isdisjoint((figure.literal, figure.also)):
            return (thing,)
    return ()


def _subject_of(precedent: Precedent | None) -> SubjectId | None:
    """Return whom a held claim with the same sum is about."""
    if precedent is None:
        return None
    return precedent.about


def _receiver(clause: Clause) -> SubjectId | None:
    """Return the company that the text spoke of last, where a state or body gives support."""
    if clause.known_data.is_kind(clause.agent, *STATES) and clause.says(_SUPPORT):
        return clause.last_agent
    return None


def _has_sum(precedent: Precedent, money: Money) -> bool:
    """Tell whether a claim has a sum as its value or beside it in another currency."""
    return any(_is_same_sum(money, value) for value in (precedent.value, precedent.claim.also_printed))


def _is_same_sum(money: Money, value: object) -> bool:
    """Tell whether two sums are equal, whatever bound is printed with them."""
    if not isinstance(value, Money):
        return False
    # "About 3 billion" here and "up to 3 billion" there are the same money, told with different care.
    return same_value(money, value) or (money.amount, money.currency) == (value.amount, value.currency)


def _is_related(clause: Clause, subject: SubjectId) -> bool:
    """Tell whether all whom a subject's name speaks of, or the subject itself, were named here."""
    owners = clause.known_data.owners.get(subject, frozenset({subject}))
    return owners <= clause.present
