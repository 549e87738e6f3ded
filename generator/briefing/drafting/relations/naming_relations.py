"""Relations that lie in what a name is called: a Japanese chipmaker, Japanese firms including, Japan's subsidies."""

import re
from collections.abc import Callable, Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.actor_relations import propose_actors
from briefing.drafting.relations.name_lists import list_mentions
from briefing.drafting.relations.part_relations import propose_parts, propose_states, propose_suppliers
from briefing.drafting.relations.relation_proposal import propose_relation
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.subjects.subject_mentions import Mention
from briefing.drafting.text.stretches import Phrase
from briefing.drafting.text.wording import matched_group, stems
from briefing.model.ids import SubjectId

_MANY = re.compile(
    r"^ (?:[a-z-]+ ){0,2}(?:firms|companies|businesses|\w*makers|giants|manufacturers|banks|start-?ups|investors)"
    r",? (?:including|such as|like|led by) "
)
_TRADE = re.compile(
    r"\b(?:(?P<made>[a-z]{3,})maker|"
    r"(?P<field>[A-Za-z]{2,})[ -](?:maker|behemoth|giant|manufacturer|producer|designer))\b"
)
_APPOSED = re.compile(r"(?:, (?:an?|the) |, )(?:[\w-]+ ){0,3}$")


def propose_naming_relations(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of a clause that its way of naming tells."""
    for finder in _FINDERS:
        yield from finder(clause)


def _propose_nationalities(clause: Clause) -> Iterator[Proposal]:
    """Yield where companies are: "Japanese firms including …", and "the Japanese chipmaker" for one named before."""
    for country in clause.mentions.of_kind("place").adjectives():
        for company in (*_examples_of(clause, country), _company_called_by(clause, country)):
            yield from propose_relation(clause, company, "located-in", country.subject)


def _examples_of(clause: Clause, country: Mention) -> tuple[SubjectId, ...]:
    """Return the companies listed behind "Japanese firms including"."""
    match = _MANY.match(clause.text_behind(country.end))
    if match is None:
        return ()
    return list_mentions(clause, country.end + match.end(), "company").subjects


def _company_called_by(clause: Clause, country: Mention) -> SubjectId | None:
    """Return the company that "the Japanese chipmaker" stands for, where a clause begins so."""
    opening = clause.sentence.text[clause.start : country.start].lower()
    if opening.endswith("the "):
        return clause.same_company
    return None


def _propose_trades(clause: Clause) -> Iterator[Proposal]:
    """Yield what a company makes: "chipmaker" and "lamp giant" tell its sector."""
    for phrase in clause.find_phrases(_TRADE):
        # "Chipmaker" is one word, "lamp giant" are two.
        topic = _find_topic(clause.known_data, matched_group(phrase.match))
        yield from propose_relation(clause, _company_of_trade(clause, phrase), "sector", topic)


def _find_topic(known_data: KnownData, word: str) -> SubjectId | None:
    """Return the field whose whole name is a word, in singular or plural; products are no fields."""
    singular, plural = stems(word), stems(f"{word}s")
    if not singular:
        return None
    for topic in known_data.subjects_of_kind("topic"):
        if stems(topic.name.en) in (singular, plural) and topic.id not in known_data.held_claims.products:
            return topic.id
    return None


def _company_of_trade(clause: Clause, trade: Phrase) -> SubjectId | None:
    """Return the company that words of its trade stand for: right behind them, before a comma, or named before."""
    for company in clause.sentence_mentions.of_kind("company"):
        # A space, or a space and an opening quotation mark.
        is_right_behind = company.start - trade.end in (1, 2)
        if is_right_behind or _APPOSED.fullmatch(clause.sentence.text[company.end : trade.start]):
            return company.subject
    return clause.same_company


_FINDERS: tuple[Callable[[Clause], Iterator[Proposal]], ...] = (
    _propose_nationalities, _propose_trades, propose_actors, propose_parts, propose_suppliers, propose_states,
)  # fmt: skip
