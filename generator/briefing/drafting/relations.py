"""Relations between subjects of one clause: told by the words between them, or known already and said again."""

import re
from collections.abc import Callable, Iterator

from briefing.drafting.clause import Clause
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


def propose_relations(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of a clause, each once."""
    seen: set[tuple[str, SubjectId, str]] = set()
    for finder in _FINDERS:
        for one in finder(clause):
            key = (one.attribute, one.about, str(one.value))
            back = (one.attribute, str(one.value), one.about)
            if key not in seen and back not in seen and one.value != one.about:
                seen.add(key)
                yield one


def _made(clause: Clause, about: SubjectId, attribute: str, value: SubjectId, modality: str = "") -> Proposal:
    fields: dict[str, Field] = {"modality": modality} if modality else {}
    return Proposal(clause.par, about, attribute, value, fields)


def _nationality(clause: Clause) -> Iterator[Proposal]:
    """A word like "Japanese" before a company, with nothing but plain words between, says where it is."""
    text = clause.sentence.text
    for one in clause.here:
        if not one.adjective:
            continue
        after = [
            other for other in clause.mentions if other.start > one.end and other.kind in ("company", "organization")
        ]
        between = text[one.end : after[0].start] if after else "?"
        plain = re.fullmatch(r"(?:[- ][a-z][\w-]*){0,7}(?: [“\"])? ?", between) and not re.search(
            r"\b(?:and|of|in|to|by|from|with|for|including)\b", between
        )
        if plain and not re.search(r"firms|companies|investors|executives|businesses|leaders", between):
            yield _made(clause, after[0].subject, "located-in", one.subject)


def _partners(clause: Clause) -> Iterator[Proposal]:
    text = clause.sentence.text
    for found in _PARTNER_OF.finditer(clause.text):
        at = clause.start + found.start()
        left = [one for one in clause.mentions if one.end <= at + 1]
        right = [one for one in clause.mentions if one.start >= clause.start + found.end() and one.kind == "company"]
        if left and right:
            yield _made(
                clause, left[-1].subject, "partner", right[-1 if _MAKER.match(text[right[0].end :]) else 0].subject
            )
    for found in _TOGETHER.finditer(clause.text):
        yield from _paired(clause, found)


def _paired(clause: Clause, found: re.Match[str]) -> Iterator[Proposal]:
    actors = [one for one in clause.here if one.kind in _LISTED and not one.adjective and not one.others]
    at, until = clause.start + found.start(), clause.start + found.end()
    left = list(dict.fromkeys(one.subject for one in actors if one.end <= at and one.kind != "place"))
    right = [one for one in actors if one.start >= until]
    if found[0].lower().endswith("between"):
        if not clause.says(r"partnership|cooperation|collaborat"):
            return
        if len(right) >= 2 and right[0].kind == right[1].kind:
            yield _made(clause, right[0].subject, "partner", right[1].subject)
        return
    if not right or not left:
        return
    for one in left:
        yield _made(clause, one, "partner", right[0].subject)
    joint = clause.thing is not None and clause.known.kind(clause.thing) == "project" and clause.says(r"\bproject\b")
    if joint and clause.thing and clause.thing not in (*left, right[0].subject):
        for one in (*left, right[0].subject):
            yield _made(clause, clause.thing, "partner", one)


def _neighbours(clause: Clause) -> Iterator[tuple[Mention, str, Mention]]:
    """Yield each pair of subjects that stand side by side, with the words between them."""
    for left, right in zip(clause.here, clause.here[1:], strict=False):
        yield left, clause.sentence.text[left.end : right.start], right


def _side_by_side(clause: Clause) -> Iterator[Proposal]:
    for left, between, right in _neighbours(clause):
        if _MAKER.match(between) and right.kind == "company":
            yield _made(clause, left.subject, "product-of", right.subject)
        elif _POSSESSIVE.match(between) and left.kind == "company" and right.kind in ("topic", "project"):
            attribute = "product-of" if right.kind == "topic" else "operator"
            yield _made(clause, right.subject, attribute, left.subject)
        elif _BACKED_BEFORE.match(between) and right.kind == "company":
            yield _made(clause, right.subject, "funder", left.subject)
        elif re.fullmatch(r" (?:fabs?|plants?|factor(?:y|ies)) in ", between) and right.kind == "place":
            pass


def _by_words(clause: Clause) -> Iterator[Proposal]:
    text = clause.text
    for pattern, attribute in ((_MEMBER, "member-of"), (_RIVALS, "competitor"), (_BACKED, "funder")):
        found = pattern.search(text)
        if not found:
            continue
        left = [one for one in clause.here if one.end <= clause.start + found.start() + 1 and not one.adjective]
        right = [one for one in clause.here if one.start >= clause.start + found.end() and not one.adjective]
        able = [one for one in right if one.kind in _LISTED]
        about = (left[0] if attribute == "competitor" else left[-1]).subject if left else clause.thing
        behind = text[found.end() : able[0].start - clause.start] if able else ""
        listed = attribute != "funder" or re.search(r"such as|including", behind)
        if about is not None:
            for one in able if listed else able[:1]:
                yield _made(clause, about, attribute, one.subject)


def _around_thing(clause: Clause) -> Iterator[Proposal]:
    """What a clause says of a project, policy or event by naming it beside others."""
    for thing in clause.things[:1]:
        kind = clause.known.kind(thing)
        ahead = "planned" if clause.says(r"\b(?:plans?|planning|will|intends?|intentions?|to invest)\b") else ""
        yield from _places(clause, thing, ahead)
        if kind == "event":
            yield from _guests(clause, thing)
        if kind == "project" and clause.agent and clause.known.kind(clause.agent) == "company":
            if _ANNOUNCED.search(clause.text):
                yield _made(clause, thing, "announced-by", clause.agent)
            named_after = clause.known.needed[thing]
            if _RUNS.search(clause.text) and (not named_after or clause.agent in named_after):
                yield _made(clause, thing, "operator", clause.agent, ahead)
        if kind == "policy" and clause.agent and _ANNOUNCED.search(clause.text) and _may_announce(clause, clause.agent):
            yield _made(clause, thing, "announced-by", clause.agent)
        yield from _topics(clause, thing)


def _may_announce(clause: Clause, agent: SubjectId) -> bool:
    """Tell whether a state or body speaks for itself: who only publishes what others announce does not."""
    publishing = {one.subject for one in clause.known.data.publishers.values()}
    return clause.known.kind(agent) in ("organization", "place") and agent not in publishing


def _places(clause: Clause, thing: SubjectId, ahead: str) -> Iterator[Proposal]:
    if clause.known.kind(thing) == "policy":
        return
    for one in sorted(clause.here, key=lambda one: one.adjective):
        placed = _IN_PLACE.search(clause.sentence.text[: one.start]) or (
            clause.known.kind(thing) == "event"
            and re.match(r" (?:dinner|summit|lunch)", clause.sentence.text[one.end :])
        )
        theirs = one.adjective and not _OF_PEOPLE.match(clause.sentence.text[one.end :])
        if one.kind == "place" and (theirs if one.adjective else placed):
            yield _made(clause, thing, "located-in", one.subject)
            return
    here = ahead or clause.says(r"in the (?:country|nation)|the nation[’']s")
    if here and clause.main and clause.known.kind(clause.main) == "place":
        yield _made(clause, thing, "located-in", clause.main)


def _guests(clause: Clause, event: SubjectId) -> Iterator[Proposal]:
    if _MEETS.search(clause.text):
        for person in clause.of_kind("person"):
            yield _made(clause, event, "participant", person)


def _topics(clause: Clause, thing: SubjectId) -> Iterator[Proposal]:
    made = clause.known.kind(thing) == "project" and bool(
        _MADE_THERE & stems(clause.known.data.subjects[thing].name.en)
    )
    for topic in clause.of_kind("topic"):
        held = _held(clause.known, thing, topic)
        attribute = held or ("technology" if made else "sector")
        if clause.known.kind(thing) != "event" and not _has_finer(clause, topic) and not _is_special(clause, topic):
            yield _made(clause, thing, attribute, topic)


_MADE_THERE = stems("plant lab training")


def _has_finer(clause: Clause, topic: SubjectId) -> bool:
    """Tell whether the clause names a narrower topic, too: 2 nm chips beside chips."""
    subject = clause.known.data.subjects[topic]
    others = [one for one in clause.of_kind("topic") if one in subject.not_same_as]
    return any(len(one) > len(topic) for one in others)


def _is_special(clause: Clause, topic: SubjectId) -> bool:
    """Tell whether a topic is rather a product or a state of affairs than a field."""
    claims = clause.known.relations
    if _STATE_OF_AFFAIRS.search(clause.known.data.subjects[topic].name.en):
        return True
    return any(one == topic and claim[0].attribute == "product-of" for (one, _), claim in claims.items())


def _held(known: Known, about: SubjectId, value: SubjectId) -> str | None:
    claims = known.relations.get((about, value), ())
    return claims[0].attribute if claims else None


def _said_again(clause: Clause) -> Iterator[Proposal]:
    """Two subjects of one clause whose relation is held already."""
    able = [*dict.fromkeys([*clause.things[:1], *(one.subject for one in clause.here if not one.adjective)])]
    for about in able:
        for value in able:
            for claim in clause.known.relations.get((about, value), ())[:1]:
                again = _AGAIN if about in clause.things[:1] else _ALWAYS_AGAIN
                if claim.attribute in again and not (clause.known.kind(value) == "topic" and _has_finer(clause, value)):
                    yield _made(clause, about, claim.attribute, value)


_ALWAYS_AGAIN = frozenset({"product-of", "member-of", "part-of", "owner", "supplier", "funder"})
_AGAIN = frozenset(
    {"located-in", "operator", "technology", "sector", "partner", "product-of", "actor", "part-of", "funder", "members",
     "member-of", "announced-by", "invests-in", "participant", "owner", "supplier"}
)  # fmt: skip


def _members(clause: Clause) -> Iterator[Proposal]:
    """Two countries before a word for what they have together: Japan and the US seek to renew their alliance."""
    if not clause.says(r"\balliance\b"):
        return
    alliance = [
        one.id
        for one in clause.known.data.subjects.values()
        if one.kind in ("topic", "organization") and "alliance" in one.name.en.lower()
    ]
    countries = clause.of_kind("place") or tuple(dict.fromkeys(m.subject for m in clause.earlier if m.kind == "place"))
    for one in alliance[:1]:
        for country in countries[:2]:
            yield _made(clause, SubjectId(one), "members", country)


def _investors(clause: Clause) -> Iterator[Proposal]:
    found = re.search(r"\b(?:invest(?:s|ed|ing)\b.{0,30}?\b(?:in|into)|Direct Investment.{0,20} into)\b", clause.text)
    if not found:
        return
    target = [one for one in clause.here if one.kind == "place" and one.start >= clause.start + found.start()]
    if (
        target
        and clause.agent
        and clause.agent != target[0].subject
        and clause.known.kind(clause.agent) in ("company", "place")
    ):
        yield _made(clause, clause.agent, "invests-in", target[0].subject)


_FINDERS: tuple[Callable[[Clause], Iterator[Proposal]], ...] = (
    _nationality, _partners, _side_by_side, _by_words, _members, _around_thing, _said_again, _investors,
)  # fmt: skip
