"""Relations that lie in what a name is called or joined with: a Japanese chipmaker, part of, supplier to, under way."""

import re
from collections.abc import Callable, Iterator

from briefing.drafting.clause import Scene
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


def propose_callings(scene: Scene) -> Iterator[Proposal]:
    """Yield the relations of a clause that its way of naming tells."""
    for finder in _FINDERS:
        yield from finder(scene)


def _made(scene: Scene, about: SubjectId, attribute: str, value: str) -> Iterator[Proposal]:
    if about != value:
        yield Proposal(scene.par, about, attribute, value)


def _listed(scene: Scene, start: int, kinds: tuple[str, ...]) -> Iterator[Mention]:
    """Yield the names that are listed from a place on, with nothing but commas and "and" between."""
    at = start
    for one in scene.mentions:
        if one.start < at:
            continue
        gap = scene.sentence.text[at : one.start]
        if one.kind not in kinds or (gap and not (at > start and _AND.fullmatch(gap))):
            return
        yield one
        at = one.end


def _nationalities(scene: Scene) -> Iterator[Proposal]:
    """Japanese firms including these; and "the Japanese chipmaker" for the company named before."""
    for one in scene.here:
        if one.adjective and one.kind == "place":
            found = _MANY.match(scene.sentence.text[one.end :])
            for company in _listed(scene, one.end + found.end(), ("company",)) if found else ():
                yield from _made(scene, company.subject, "located-in", one.subject)
            same = scene.same_company
            if same and scene.sentence.text[scene.start : one.start].lower().endswith("the "):
                yield from _made(scene, same, "located-in", one.subject)


def _trades(scene: Scene) -> Iterator[Proposal]:
    for found in _TRADE.finditer(scene.text):
        topic = _topic(scene.known, found["made"] or found["field"])
        company = _called(scene, scene.start + found.start(), scene.start + found.end()) if topic else None
        if topic and company:
            yield from _made(scene, company, "sector", topic)


def _topic(known: Known, word: str) -> SubjectId | None:
    wanted = (stems(word), stems(f"{word}s"))
    made = {one for (one, _), claims in known.relations.items() if claims[0].attribute == "product-of"}
    topics = (one for one in known.data.subjects.values() if one.kind == "topic" and one.id not in made)
    return next((one.id for one in topics if wanted[0] and stems(one.name.en) in wanted), None)


def _called(scene: Scene, start: int, end: int) -> SubjectId | None:
    """Return the company that words of its trade stand for: right behind them, before a comma, or named before."""
    text = scene.sentence.text
    for one in scene.mentions:
        if one.kind == "company" and (one.start - end in (1, 2) or _APPOSED.fullmatch(text[one.end : start])):
            return one.subject
    return scene.same_company


def _actors(scene: Scene) -> Iterator[Proposal]:
    """Whose policy it is: US export controls, Japan's subsidies; or who ended, imposed, approved it."""
    for thing in scene.things[:1]:
        if scene.known.kind(thing) not in ("policy", "event"):
            continue
        words = stems(scene.known.data.subjects[thing].name.en)
        for one in scene.here:
            rest = scene.sentence.text[one.end :]
            behind = None if _PEOPLE.match(rest) else re.match(r"(?:[’']s)? ((?:[\w-]+ ?){1,2})", rest)
            theirs = (one.adjective or rest[:2] in ("'s", "’s")) and behind and stems(behind[1]) & words
            does = not one.adjective and not scene.is_led(one) and _DOES.match(rest)
            if one.kind in ("place", "organization") and (theirs or does):
                yield from _made(scene, thing, "actor", one.subject)


def _parts(scene: Scene) -> Iterator[Proposal]:
    text = scene.sentence.text
    for one in scene.here:
        before = text[: one.start]
        attribute = "part-of" if _PART.search(before) else "owner" if _OWNED.search(before) else None
        left = [each for each in scene.here if each.end < one.start and each.kind == one.kind]
        if attribute and left:
            yield from _made(scene, left[-1].subject, attribute, one.subject)
    for thing in scene.things[:1]:
        if scene.known.kind(thing) == "project":
            for body in scene.of_kind("organization"):
                if body in scene.known.needed[thing]:
                    yield from _made(scene, thing, "part-of", body)
    yield from _examples(scene)


def _examples(scene: Scene) -> Iterator[Proposal]:
    """Projects such as this one, in a text about a plan, are parts of the plan."""
    plan = next((one for one in (scene.thing_before, scene.matter) if one), None)
    found = _SUCH_AS.search(scene.text)
    if found and plan and scene.known.kind(plan) == "policy":
        for one in _listed(scene, scene.start + found.end(), ("project",)):
            yield from _made(scene, one.subject, "part-of", plan)


def _suppliers(scene: Scene) -> Iterator[Proposal]:
    found = _SUPPLIES.search(scene.text)
    left = [one for one in scene.here if found and one.end <= scene.start + found.start() and one.kind == "company"]
    supplier = left[-1].subject if left else scene.company
    if found and supplier:
        for one in _listed(scene, scene.start + found.end(), ("company",)):
            yield from _made(scene, one.subject, "supplier", supplier)


def _states(scene: Scene) -> Iterator[Proposal]:
    state = next((name for name, words in _STATES if scene.says(words)), None)
    projects = [one for one in scene.things[:1] if scene.known.kind(one) == "project"]
    if state and projects and not (state == "planned" and scene.dates):
        yield Proposal(scene.par, projects[0], "status", state)


_FINDERS: tuple[Callable[[Scene], Iterator[Proposal]], ...] = (
    _nationalities, _trades, _actors, _parts, _suppliers, _states,
)  # fmt: skip
