"""Relations that lie in what a name is called: a Japanese chipmaker, Japanese firms including, Japan's subsidies."""

import re
from collections.abc import Callable, Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.known_data import KnownData
from briefing.drafting.name_lists import list_mentions
from briefing.drafting.part_relations import propose_parts, propose_states, propose_suppliers
from briefing.drafting.proposal import Proposal
from briefing.drafting.stretches import Phrase
from briefing.drafting.subject_mentions import Mention
from briefing.drafting.wording import stems
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
_DOES = re.compile(
    r"^ (?:has |have |had |is |are |also |already |recently )*(?:approved?|ended?|ending|impos\w+|restrict\w*|"
    r"block\w*|bann?\w*|plac\w+|introduc\w+|adopt\w*|pass\w*|lift\w*|rais\w+|hik\w+|cut|allocat\w+|grant\w*)\b"
)
# "Japanese companies" are nobody's companies: what they do is not what Japan does.
_PEOPLE = re.compile(r" (?:countries|nations|firms|companies|businesses|officials|people|investors|executives)\b")
_POSSESSED = re.compile(r"(?:[’']s)? ((?:[\w-]+ ?){1,2})")
_APOSTROPHES = ("'s", "’s")
_ACTING_KINDS = ("place", "organization")


def propose_naming_relations(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of a clause that its way of naming tells."""
    for finder in _FINDERS:
        yield from finder(clause)


def _propose_nationalities(clause: Clause) -> Iterator[Proposal]:
    """Yield where companies are: "Japanese firms including …", and "the Japanese chipmaker" for one named before."""
    for country in clause.mentions.of_kind("place"):
        if country.adjective:
            companies = [*_examples_of(clause, country), *_company_called_by(clause, country)]
            for company in companies:
                yield Proposal(clause.par, company, "located-in", country.subject)


def _examples_of(clause: Clause, country: Mention) -> Iterator[SubjectId]:
    match = _MANY.match(clause.text_behind(country.end))
    if match is None:
        return
    for company in list_mentions(clause, country.end + match.end(), "company"):
        yield company.subject


def _company_called_by(clause: Clause, country: Mention) -> Iterator[SubjectId]:
    opening = clause.sentence.text[clause.start : country.start].lower()
    if clause.same_company is not None and opening.endswith("the "):
        yield clause.same_company


def _propose_trades(clause: Clause) -> Iterator[Proposal]:
    """Yield what a company makes: "chipmaker" and "lamp giant" tell its sector."""
    for phrase in clause.find_phrases(_TRADE):
        topic = _find_topic(clause.known_data, phrase.match["made"] or phrase.match["field"])
        company = _company_of_trade(clause, phrase)
        if topic is not None and company is not None:
            yield Proposal(clause.par, company, "sector", topic)


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


def _propose_actors(clause: Clause) -> Iterator[Proposal]:
    """Yield whose policy it is: US export controls, Japan's subsidies; or who ended, imposed, approved it."""
    thing = clause.thing
    if not clause.known_data.is_kind(thing, "policy", "event"):
        return
    words = stems(clause.known_data.name(thing))
    for actor in clause.mentions.of_kind(*_ACTING_KINDS):
        if actor.subject != thing and (_possesses(clause, actor, words) or _does(clause, actor)):
            yield Proposal(clause.par, thing, "actor", actor.subject)


def _possesses(clause: Clause, actor: Mention, words: frozenset[str]) -> bool:
    """Tell whether words of a thing's name stand right behind "Japanese" or "Japan's"."""
    rest = clause.text_behind(actor.end)
    if not actor.adjective and not rest.startswith(_APOSTROPHES):
        return False
    match = _POSSESSED.match(rest)
    if match is None or _PEOPLE.match(rest):
        return False
    return not words.isdisjoint(stems(match[1]))


def _does(clause: Clause, actor: Mention) -> bool:
    if actor.adjective or clause.is_led(actor):
        return False
    return bool(_DOES.match(clause.text_behind(actor.end)))


_FINDERS: tuple[Callable[[Clause], Iterator[Proposal]], ...] = (
    _propose_nationalities, _propose_trades, _propose_actors, propose_parts, propose_suppliers, propose_states,
)  # fmt: skip
