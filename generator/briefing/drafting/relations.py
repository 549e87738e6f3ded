"""Relations between subjects of one clause: told by the words between them, or known already and said again."""

import re
from collections.abc import Callable, Iterator

from briefing.drafting.clause import Scene
from briefing.drafting.known_data import Known
from briefing.drafting.proposal import Field, Proposal
from briefing.drafting.spotting import Mention
from briefing.drafting.wording import stems
from briefing.model.ids import SubjectId

_TOGETHER = re.compile(
    r"\b(?:work(?:s|ed|ing)? (?:together )?with|collaborat\w+ (?:\w+ ){0,2}with|join(?:s|ed|ing)? (?:hands|"
    r"forces) with|"
    r"team(?:s|ed|ing)? up with|partner(?:s|ed|ing)? with|in partnership with|cooperat\w+ with|"
    r"partnerships? between|partnership with|alliance with|between)\b|と提携|と協力|と共同",
    re.IGNORECASE,
)
_PARTNER_OF = re.compile(r", an? (?:\w+ )?partner of ", re.IGNORECASE)
_MAKER = re.compile(r"^[- ]maker $|^の開発元")
_POSSESSIVE = re.compile(r"^[’']s (?:popular |own )?$|^の$")
_RIVALS = re.compile(
    r"\b(?:competitors?|rivals?)\b(?: \w+){0,2} (?:like|such as|including|,)|\bcompet\w+ with\b", re.IGNORECASE
)
_MEMBER = re.compile(r", (?:a )?members?(?: of)? ", re.IGNORECASE)
_BACKED = re.compile(r"\bbacked by |\bfunded by |\bfinanced by ", re.IGNORECASE)
_BACKED_BEFORE = re.compile(r"^-backed (?:\w+ ){0,2}$")
_IN_PLACE = re.compile(r"\b(?:in|on|at|across) (?:the )?(?:\w+ ){0,1}$")
_OF_PEOPLE = re.compile(
    r"(?:-based)? (?:\w+ )?(?:prime|president|minister|firms?|compan|giant|investors?|executives?|business|universit|"
    r"ceos?|and)",
    re.IGNORECASE,
)
_STATE_OF_AFFAIRS = re.compile(
    r"sovereign|independen|leadership|shortage|tension|population|debt|deflation|rivalry|alliance|unicorn",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\b(?:announc|pledg|unveil|vow|launch)\w*|発表")
_RUNS = re.compile(r"\b(?:open|launch|operat|build|offer|run|establish|expand|spend|commence|produc)\w*")
_MEETS = re.compile(
    r"\b(?:join|attend|met|meet|dinner|lunch|summit|visit|talks|speaking|said he|said she|among the attendees)\w*"
)
_LISTED = ("company", "organization", "place")
_FIELD = ("project", "policy", "event")


def propose_relations(scene: Scene) -> Iterator[Proposal]:
    """Yield the relations of a clause, each once."""
    seen: set[tuple[str, SubjectId, str]] = set()
    for finder in _FINDERS:
        for one in finder(scene):
            key = (one.attribute, one.about, str(one.value))
            back = (one.attribute, str(one.value), one.about)
            if key not in seen and back not in seen and one.value != one.about:
                seen.add(key)
                yield one


def _made(scene: Scene, about: SubjectId, attribute: str, value: SubjectId, modality: str = "") -> Proposal:
    fields: dict[str, Field] = {"modality": modality} if modality else {}
    return Proposal(scene.par, about, attribute, value, fields)


def _nationality(scene: Scene) -> Iterator[Proposal]:
    """A word like "Japanese" before a company, with nothing but plain words between, says where it is."""
    text = scene.sentence.text
    for one in scene.here:
        if not one.adjective:
            continue
        after = [
            other for other in scene.mentions if other.start > one.end and other.kind in ("company", "organization")
        ]
        between = text[one.end : after[0].start] if after else "?"
        plain = re.fullmatch(r"(?:[- ][a-z][\w-]*){0,7}(?: [“\"])? ?", between) and not re.search(
            r"\b(?:and|of|in|to|by|from|with|for|including)\b", between
        )
        if plain and not re.search(r"firms|companies|investors|executives|businesses|leaders", between):
            yield _made(scene, after[0].subject, "located-in", one.subject)


def _partners(scene: Scene) -> Iterator[Proposal]:
    text = scene.sentence.text
    for found in _PARTNER_OF.finditer(scene.text):
        at = scene.start + found.start()
        left = [one for one in scene.mentions if one.end <= at + 1]
        right = [one for one in scene.mentions if one.start >= scene.start + found.end() and one.kind == "company"]
        if left and right:
            yield _made(
                scene, left[-1].subject, "partner", right[-1 if _MAKER.match(text[right[0].end :]) else 0].subject
            )
    for found in _TOGETHER.finditer(scene.text):
        yield from _paired(scene, found)


def _paired(scene: Scene, found: re.Match[str]) -> Iterator[Proposal]:
    actors = [one for one in scene.here if one.kind in _LISTED and not one.adjective and not one.others]
    at, until = scene.start + found.start(), scene.start + found.end()
    left = list(dict.fromkeys(one.subject for one in actors if one.end <= at and one.kind != "place"))
    right = [one for one in actors if one.start >= until]
    if found[0].lower().endswith("between"):
        if not scene.says(r"partnership|cooperation|collaborat"):
            return
        if len(right) >= 2 and right[0].kind == right[1].kind:
            yield _made(scene, right[0].subject, "partner", right[1].subject)
        return
    if not right or not left:
        return
    for one in left:
        yield _made(scene, one, "partner", right[0].subject)
    joint = scene.thing is not None and scene.known.kind(scene.thing) == "project" and scene.says(r"\bproject\b")
    if joint and scene.thing and scene.thing not in (*left, right[0].subject):
        for one in (*left, right[0].subject):
            yield _made(scene, scene.thing, "partner", one)


def _neighbours(scene: Scene) -> Iterator[tuple[Mention, str, Mention]]:
    """Yield each pair of subjects that stand side by side, with the words between them."""
    for left, right in zip(scene.here, scene.here[1:], strict=False):
        yield left, scene.sentence.text[left.end : right.start], right


def _side_by_side(scene: Scene) -> Iterator[Proposal]:
    for left, between, right in _neighbours(scene):
        if _MAKER.match(between) and right.kind == "company":
            yield _made(scene, left.subject, "product-of", right.subject)
        elif _POSSESSIVE.match(between) and left.kind == "company" and right.kind in ("topic", "project"):
            attribute = "product-of" if right.kind == "topic" else "operator"
            yield _made(scene, right.subject, attribute, left.subject)
        elif _BACKED_BEFORE.match(between) and right.kind == "company":
            yield _made(scene, right.subject, "funder", left.subject)
        elif re.fullmatch(r" (?:fabs?|plants?|factor(?:y|ies)) in ", between) and right.kind == "place":
            pass


def _by_words(scene: Scene) -> Iterator[Proposal]:
    text = scene.text
    for pattern, attribute in ((_MEMBER, "member-of"), (_RIVALS, "competitor"), (_BACKED, "funder")):
        found = pattern.search(text)
        if not found:
            continue
        left = [one for one in scene.here if one.end <= scene.start + found.start() + 1 and not one.adjective]
        right = [one for one in scene.here if one.start >= scene.start + found.end() and not one.adjective]
        able = [one for one in right if one.kind in _LISTED]
        about = (left[0] if attribute == "competitor" else left[-1]).subject if left else scene.thing
        behind = text[found.end() : able[0].start - scene.start] if able else ""
        listed = attribute != "funder" or re.search(r"such as|including", behind)
        if about is not None:
            for one in able if listed else able[:1]:
                yield _made(scene, about, attribute, one.subject)


def _around_thing(scene: Scene) -> Iterator[Proposal]:
    """What a clause says of a project, policy or event by naming it beside others."""
    for thing in scene.things[:1]:
        kind = scene.known.kind(thing)
        ahead = "planned" if scene.says(r"\b(?:plans?|planning|will|intends?|intentions?|to invest)\b") else ""
        yield from _places(scene, thing, ahead)
        if kind == "event":
            yield from _guests(scene, thing)
        if kind == "project" and scene.agent and scene.known.kind(scene.agent) == "company":
            if _ANNOUNCED.search(scene.text):
                yield _made(scene, thing, "announced-by", scene.agent)
            named_after = scene.known.needed[thing]
            if _RUNS.search(scene.text) and (not named_after or scene.agent in named_after):
                yield _made(scene, thing, "operator", scene.agent, ahead)
        if kind == "policy" and scene.agent and _ANNOUNCED.search(scene.text) and _may_announce(scene, scene.agent):
            yield _made(scene, thing, "announced-by", scene.agent)
        yield from _topics(scene, thing)


def _may_announce(scene: Scene, agent: SubjectId) -> bool:
    """Tell whether a state or body speaks for itself: who only publishes what others announce does not."""
    publishing = {one.subject for one in scene.known.data.publishers.values()}
    return scene.known.kind(agent) in ("organization", "place") and agent not in publishing


def _places(scene: Scene, thing: SubjectId, ahead: str) -> Iterator[Proposal]:
    if scene.known.kind(thing) == "policy":
        return
    for one in sorted(scene.here, key=lambda one: one.adjective):
        placed = _IN_PLACE.search(scene.sentence.text[: one.start]) or (
            scene.known.kind(thing) == "event" and re.match(r" (?:dinner|summit|lunch)", scene.sentence.text[one.end :])
        )
        theirs = one.adjective and not _OF_PEOPLE.match(scene.sentence.text[one.end :])
        if one.kind == "place" and (theirs if one.adjective else placed):
            yield _made(scene, thing, "located-in", one.subject)
            return
    here = ahead or scene.says(r"in the (?:country|nation)|the nation[’']s")
    if here and scene.main and scene.known.kind(scene.main) == "place":
        yield _made(scene, thing, "located-in", scene.main)


def _guests(scene: Scene, event: SubjectId) -> Iterator[Proposal]:
    if _MEETS.search(scene.text):
        for person in scene.of_kind("person"):
            yield _made(scene, event, "participant", person)


def _topics(scene: Scene, thing: SubjectId) -> Iterator[Proposal]:
    made = scene.known.kind(thing) == "project" and bool(_MADE_THERE & stems(scene.known.data.subjects[thing].name.en))
    for topic in scene.of_kind("topic"):
        held = _held(scene.known, thing, topic)
        attribute = held or ("technology" if made else "sector")
        if scene.known.kind(thing) != "event" and not _has_finer(scene, topic) and not _is_special(scene, topic):
            yield _made(scene, thing, attribute, topic)


_MADE_THERE = stems("plant lab training")


def _has_finer(scene: Scene, topic: SubjectId) -> bool:
    """Tell whether the clause names a narrower topic, too: 2 nm chips beside chips."""
    subject = scene.known.data.subjects[topic]
    others = [one for one in scene.of_kind("topic") if one in subject.not_same_as]
    return any(len(one) > len(topic) for one in others)


def _is_special(scene: Scene, topic: SubjectId) -> bool:
    """Tell whether a topic is rather a product or a state of affairs than a field."""
    claims = scene.known.relations
    if _STATE_OF_AFFAIRS.search(scene.known.data.subjects[topic].name.en):
        return True
    return any(one == topic and claim[0].attribute == "product-of" for (one, _), claim in claims.items())


def _held(known: Known, about: SubjectId, value: SubjectId) -> str | None:
    claims = known.relations.get((about, value), ())
    return claims[0].attribute if claims else None


def _said_again(scene: Scene) -> Iterator[Proposal]:
    """Two subjects of one clause whose relation is held already."""
    able = [*dict.fromkeys([*scene.things[:1], *(one.subject for one in scene.here if not one.adjective)])]
    for about in able:
        for value in able:
            for claim in scene.known.relations.get((about, value), ())[:1]:
                again = _AGAIN if about in scene.things[:1] else _ALWAYS_AGAIN
                if claim.attribute in again and not (scene.known.kind(value) == "topic" and _has_finer(scene, value)):
                    yield _made(scene, about, claim.attribute, value)


_ALWAYS_AGAIN = frozenset({"product-of", "member-of", "part-of", "owner", "supplier", "funder"})
_AGAIN = frozenset(
    {"located-in", "operator", "technology", "sector", "partner", "product-of", "actor", "part-of", "funder", "members",
     "member-of", "announced-by", "invests-in", "participant", "owner", "supplier"}
)  # fmt: skip


def _members(scene: Scene) -> Iterator[Proposal]:
    """Two countries before a word for what they have together: Japan and the US seek to renew their alliance."""
    if not scene.says(r"\balliance\b"):
        return
    alliance = [
        one.id
        for one in scene.known.data.subjects.values()
        if one.kind in ("topic", "organization") and "alliance" in one.name.en.lower()
    ]
    countries = scene.of_kind("place") or tuple(dict.fromkeys(m.subject for m in scene.earlier if m.kind == "place"))
    for one in alliance[:1]:
        for country in countries[:2]:
            yield _made(scene, SubjectId(one), "members", country)


def _investors(scene: Scene) -> Iterator[Proposal]:
    found = re.search(r"\b(?:invest(?:s|ed|ing)\b.{0,30}?\b(?:in|into)|Direct Investment.{0,20} into)\b", scene.text)
    if not found:
        return
    target = [one for one in scene.here if one.kind == "place" and one.start >= scene.start + found.start()]
    if (
        target
        and scene.agent
        and scene.agent != target[0].subject
        and scene.known.kind(scene.agent) in ("company", "place")
    ):
        yield _made(scene, scene.agent, "invests-in", target[0].subject)


_FINDERS: tuple[Callable[[Scene], Iterator[Proposal]], ...] = (
    _nationality, _partners, _side_by_side, _by_words, _members, _around_thing, _said_again, _investors,
)  # fmt: skip
