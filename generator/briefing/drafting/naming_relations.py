"""Relations that lie in what a name is called or joined with: a Japanese chipmaker, part of, supplier to, under way."""

import re
from collections.abc import Callable, Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.known_data import Known
from briefing.drafting.proposal import Proposal
from briefing.drafting.spotting import Mention
from briefing.drafting.wording import stems
from briefing.model.ids import SubjectId

_MANY = re.compile(
    r"^ (?:[a-z-]+ ){0,2}(?:firms|companies|businesses|\w*makers|giants|manufacturers|banks|start-?ups|investors)"
    r",? (?:including|such as|like|led by) "
)
_AND = re.compile(r"(?:,|,? and| &) (?:the )?")
_TRADE = re.compile(
    r"\b(?:(?P<made>[a-z]{3,})maker|"
    r"(?P<field>[A-Za-z]{2,})[ -](?:maker|behemoth|giant|manufacturer|producer|designer))\b"
)
_APPOSED = re.compile(r"(?:, (?:an?|the) |, )(?:[\w-]+ ){0,3}$")
_DOES = re.compile(
    r"^ (?:has |have |had |is |are |also |already |recently )*(?:approved?|ended?|ending|impos\w+|restrict\w*|"
    r"block\w*|bann?\w*|plac\w+|introduc\w+|adopt\w*|pass\w*|lift\w*|rais\w+|hik\w+|cut|allocat\w+|grant\w*)\b"
)
_PEOPLE = re.compile(r" (?:countries|nations|firms|companies|businesses|officials|people|investors|executives)\b")
_PART = re.compile(r"\b(?:part|unit|arm|division|branch) of (?:the )?$")
_OWNED = re.compile(r"\b(?:subsidiary of|owned by) (?:the )?$")
_SUCH_AS = re.compile(r"\b(?:projects|plants|investments|schemes|measures) (?:such as|like|including) (?:the )?")
_SUPPLIES = re.compile(r"\bsuppl(?:ies|y|ied|ying) (?:[a-z]\w* (?:to )?)?|\bsuppliers? (?:to|of) |に供給")
_STATES = (
    ("cancelled", r"\b(?:cancell?ed|scrapped|abandoned)\b|中止"),
    ("paused", r"\b(?:paused|suspended|put on hold|halted)\b|中断"),
    ("under-construction", r"\bunder construction\b|\bis being built\b|建設中"),
    ("operating", r"\b(?:is|are) (?:now |already )?(?:operating|running|in operation)\b|稼働中"),
    ("planned", r"\b(?:is|are) planning (?:an?|another|its|to build)\b|計画中"),
)


def propose_callings(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of a clause that its way of naming tells."""
    for finder in _FINDERS:
        yield from finder(clause)


def _made(clause: Clause, about: SubjectId, attribute: str, value: str) -> Iterator[Proposal]:
    if about != value:
        yield Proposal(clause.par, about, attribute, value)


def _listed(clause: Clause, start: int, kinds: tuple[str, ...]) -> Iterator[Mention]:
    """Yield the names that are listed from a place on, with nothing but commas and "and" between."""
    at = start
    for one in clause.mentions:
        if one.start < at:
            continue
        gap = clause.sentence.text[at : one.start]
        if one.kind not in kinds or (gap and not (at > start and _AND.fullmatch(gap))):
            return
        yield one
        at = one.end


def _nationalities(clause: Clause) -> Iterator[Proposal]:
    """Japanese firms including these; and "the Japanese chipmaker" for the company named before."""
    for one in clause.here:
        if one.adjective and one.kind == "place":
            found = _MANY.match(clause.sentence.text[one.end :])
            for company in _listed(clause, one.end + found.end(), ("company",)) if found else ():
                yield from _made(clause, company.subject, "located-in", one.subject)
            same = clause.same_company
            if same and clause.sentence.text[clause.start : one.start].lower().endswith("the "):
                yield from _made(clause, same, "located-in", one.subject)


def _trades(clause: Clause) -> Iterator[Proposal]:
    for found in _TRADE.finditer(clause.text):
        topic = _topic(clause.known, found["made"] or found["field"])
        company = _called(clause, clause.start + found.start(), clause.start + found.end()) if topic else None
        if topic and company:
            yield from _made(clause, company, "sector", topic)


def _topic(known: Known, word: str) -> SubjectId | None:
    wanted = (stems(word), stems(f"{word}s"))
    made = {one for (one, _), claims in known.relations.items() if claims[0].attribute == "product-of"}
    topics = (one for one in known.data.subjects.values() if one.kind == "topic" and one.id not in made)
    return next((one.id for one in topics if wanted[0] and stems(one.name.en) in wanted), None)


def _called(clause: Clause, start: int, end: int) -> SubjectId | None:
    """Return the company that words of its trade stand for: right behind them, before a comma, or named before."""
    text = clause.sentence.text
    for one in clause.mentions:
        if one.kind == "company" and (one.start - end in (1, 2) or _APPOSED.fullmatch(text[one.end : start])):
            return one.subject
    return clause.same_company


def _actors(clause: Clause) -> Iterator[Proposal]:
    """Whose policy it is: US export controls, Japan's subsidies; or who ended, imposed, approved it."""
    for thing in clause.things[:1]:
        if clause.known.kind(thing) not in ("policy", "event"):
            continue
        words = stems(clause.known.data.subjects[thing].name.en)
        for one in clause.here:
            rest = clause.sentence.text[one.end :]
            behind = None if _PEOPLE.match(rest) else re.match(r"(?:[’']s)? ((?:[\w-]+ ?){1,2})", rest)
            theirs = (one.adjective or rest[:2] in ("'s", "’s")) and behind and stems(behind[1]) & words
            does = not one.adjective and not clause.is_led(one) and _DOES.match(rest)
            if one.kind in ("place", "organization") and (theirs or does):
                yield from _made(clause, thing, "actor", one.subject)


def _parts(clause: Clause) -> Iterator[Proposal]:
    text = clause.sentence.text
    for one in clause.here:
        before = text[: one.start]
        attribute = "part-of" if _PART.search(before) else "owner" if _OWNED.search(before) else None
        left = [each for each in clause.here if each.end < one.start and each.kind == one.kind]
        if attribute and left:
            yield from _made(clause, left[-1].subject, attribute, one.subject)
    for thing in clause.things[:1]:
        if clause.known.kind(thing) == "project":
            for body in clause.of_kind("organization"):
                if body in clause.known.needed[thing]:
                    yield from _made(clause, thing, "part-of", body)
    yield from _examples(clause)


def _examples(clause: Clause) -> Iterator[Proposal]:
    """Projects such as this one, in a text about a plan, are parts of the plan."""
    plan = next((one for one in (clause.thing_before, clause.matter) if one), None)
    found = _SUCH_AS.search(clause.text)
    if found and plan and clause.known.kind(plan) == "policy":
        for one in _listed(clause, clause.start + found.end(), ("project",)):
            yield from _made(clause, one.subject, "part-of", plan)


def _suppliers(clause: Clause) -> Iterator[Proposal]:
    found = _SUPPLIES.search(clause.text)
    left = [one for one in clause.here if found and one.end <= clause.start + found.start() and one.kind == "company"]
    supplier = left[-1].subject if left else clause.company
    if found and supplier:
        for one in _listed(clause, clause.start + found.end(), ("company",)):
            yield from _made(clause, one.subject, "supplier", supplier)


def _states(clause: Clause) -> Iterator[Proposal]:
    state = next((name for name, words in _STATES if clause.says(words)), None)
    projects = [one for one in clause.things[:1] if clause.known.kind(one) == "project"]
    if state and projects and not (state == "planned" and clause.dates):
        yield Proposal(clause.par, projects[0], "status", state)


_FINDERS: tuple[Callable[[Clause], Iterator[Proposal]], ...] = (
    _nationalities, _trades, _actors, _parts, _suppliers, _states,
)  # fmt: skip
