"""Counts, sizes, shares, growth and ranks of a clause as claims; every figure as printed, the measure as a guess."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Scene
from briefing.drafting.figures import Figure, FigureKind
from briefing.drafting.proposal import Field, Proposal
from briefing.drafting.wording import slug
from briefing.model.ids import SubjectId

_GROWTH = re.compile(
    r"gr[eo]w|rise|rose|increas|fall|fell|drop|declin|shrink|up by|down|expand|増|減|成長", re.IGNORECASE
)
_SHARE = re.compile(r"share|stake|of (?:the|its|all|GDP)|contribut|account|portion|half|割合|占め", re.IGNORECASE)
_PART = re.compile(
    r"\bshares? (?:of|in) (?:the )?(?:(?:world|global|domestic) )?([a-z][\w -]{2,60}?)"
    r" (?:will|would|may|is|was|has|had|could|rose|fell|grew|to|from|of|at|stood)\b"
)
"""Words that tell of what a per cent is the share."""
_LIST = re.compile(
    r"(?:in|of|on) the (?:latest |global |world )?([a-z ]{3,40}?)(?: by|,|\.|$)|(?:in|on) ([A-Z][\w ]{2,40})"
)
_ASKED = ("place", "company", "project", "policy", "organization", "topic")


def propose_quantities(scene: Scene) -> Iterator[Proposal]:
    """Yield a claim for every figure of the clause that is no money."""
    for one in scene.sums:
        match one.kind:
            case FigureKind.COUNT:
                yield from _count(scene, one)
            case FigureKind.SPAN:
                yield from _span(scene, one)
            case FigureKind.SIZE:
                yield from _capacity(scene, one)
            case FigureKind.TIMES:
                yield from _growth(scene, one)
            case FigureKind.PERCENT:
                yield from _percent(scene, one)
            case FigureKind.RANK:
                yield from _rank(scene, one)


def _made(
    scene: Scene, one: Figure, about: SubjectId | None, attribute: str, fields: dict[str, Field]
) -> Iterator[Proposal]:
    target = about or scene.main
    if target is not None:
        nearest = scene.nearest(one.start, *_ASKED)
        others = tuple(other for other in (*scene.things[:2], nearest) if other and other != target)
        spelled = not any(letter.isdigit() for letter in one.wording)
        said: dict[str, Field] = {"said": {"value": one.wording}} if spelled else {}
        yield Proposal(scene.par, target, attribute, one.literal, {**fields, **said}, tuple(dict.fromkeys(others)))


def _count(scene: Scene, one: Figure) -> Iterator[Proposal]:
    after = scene.sentence.text[one.end : one.end + 30]
    before = scene.sentence.text[: one.start]
    measure = slug(one.noun) or "to-be-named"
    if re.search(r"population (?:of|is|was|stands at) $", before):
        places = [mention.subject for mention in scene.mentions if mention.kind == "place" and mention.end <= one.start]
        yield from _made(scene, one, places[-1] if places else None, "count", {"measure": "population"})
    elif re.match(r"[^.]{0,20}\bpopulation", after) or re.search(r"train|teach|hire|recruit|employ", before):
        measure = "trainees" if re.search(r"train|teach", before) else slug(one.noun)
        measure = "employees" if re.search(r"employ", before) and one.noun.endswith("people") else measure
        yield from _made(scene, one, scene.thing or scene.agent, "count", {"measure": measure, **_ahead_of(before)})
    else:
        country = next((m.subject for m in scene.mentions if m.adjective and one.start <= m.start <= one.end), None)
        about = country or _thing_or_last(scene, one) or scene.nearest(one.start, *_ASKED)
        yield from _made(scene, one, about, "count", {"measure": measure})


def _ahead_of(before: str) -> dict[str, Field]:
    """Return the modality of what is still to come, by the words right before it."""
    near = before[-_NEAR:]
    if re.search(r"\b(?:wants?|aims?|hopes?|seeks?) to\b|目指", near):
        return {"modality": "aim"}
    return {"modality": "planned"} if re.search(r"\b(?:will|(?:plans?|expects?|intends?) to)\b", near) else {}


_NEAR = 40


def _thing_or_last(scene: Scene, one: Figure) -> SubjectId | None:
    """Return the thing, or where the clause speaks of several, the topic that the sentence opened with."""
    topics = [mention for mention in scene.mentions if mention.kind == "topic" and mention.end < one.start]
    if scene.thing:
        return scene.thing
    return topics[0].subject if topics and not scene.last_thing else scene.last_thing


def _span(scene: Scene, one: Figure) -> Iterator[Proposal]:
    before = scene.sentence.text[: one.start]
    first = re.search(r"\bfirst ([a-z ]{3,40}?) in $", before)
    if first:
        about = _event(scene) or scene.thing
        yield from _made(scene, one, about, "count", {"measure": f"{slug(first[1])}-gap"})


def _event(scene: Scene) -> SubjectId | None:
    """Return the event that the whole sentence speaks of."""
    scored = scene.known.likely_things(scene.sentence.text, scene.present)
    return next((one for score, one in scored if score >= 0.5 and scene.known.kind(one) == "event"), None)


def _capacity(scene: Scene, one: Figure) -> Iterator[Proposal]:
    measure = "process-node" if one.literal.endswith(" nm") else slug(one.noun) or "size"
    projects = [thing for thing in (*scene.things, scene.last_thing) if thing and scene.known.kind(thing) == "project"]
    about = projects[0] if projects else scene.nearest(one.start, "project", "company")
    fields: dict[str, Field] = {"measure": measure}
    if scene.says(r"\b(?:aim|plan|will|slated|project(?:ed|s) (?:for|to))"):
        fields["modality"] = "aim" if scene.says(r"\baim") else "planned"
    yield from _made(scene, one, about, "capacity", fields)


def _growth(scene: Scene, one: Figure) -> Iterator[Proposal]:
    noun = re.match(r"\s(?:domestic |its |the )?([a-z]+(?: [a-z]+)?)", scene.sentence.text[one.end :])
    about = scene.agent if scene.agent and scene.known.kind(scene.agent) in ("company", "place") else None
    places = [scene.known.countries.get("Japan")] if about is None else []
    target = about or scene.main or next((place for place in places if place), None)
    fields: dict[str, Field] = {"measure": slug(noun[1]) if noun else "to-be-named", "modality": _ahead(scene)}
    ends = [date for date in scene.dates if date.opener == "by" and date.literal]
    if ends and ends[0].literal:
        fields["when"] = ends[0].literal
    yield from _made(scene, one, target, "growth", fields)


def _ahead(scene: Scene) -> str:
    return "aim" if scene.says(r"\bto |aim|by 20|目指") else "reported"


def _percent(scene: Scene, one: Figure) -> Iterator[Proposal]:
    near = scene.sentence.text[max(0, one.start - 60) : one.end + 40]
    part = _PART.search(scene.sentence.text[: one.start])
    if part:
        about = next((m.subject for m in reversed(scene.mentions) if m.end <= part.start() + 1), None) or scene.main
        yield from _made(scene, one, about, "share", {"measure": slug(part[1]), **_of_year(scene, one)})
    elif _GROWTH.search(near) and not _SHARE.search(scene.sentence.text[one.end : one.end + 15]):
        about = scene.agent or scene.main
        yield from _made(scene, one, about, "growth", {"measure": "to-be-named"})
    elif _SHARE.search(near):
        about = scene.thing or _plan(scene) or scene.agent
        yield from _made(scene, one, about, "share", {"measure": "to-be-named"})


def _of_year(scene: Scene, one: Figure) -> dict[str, Field]:
    """Return the year that stands right behind a figure, and whether it is still to come."""
    dated = next((date for date in scene.dates if 0 <= date.start - one.end <= len(" in ") and date.literal), None)
    if dated is None or dated.literal is None:
        return {}
    ahead = scene.published is not None and dated.literal[:4] > scene.published.text[:4]
    return {"period": dated.literal, **({"modality": "forecast"} if ahead else {})}


def _plan(scene: Scene) -> SubjectId | None:
    last = scene.last_thing
    return last if last and scene.known.kind(last) in ("policy", "project") else None


def _rank(scene: Scene, one: Figure) -> Iterator[Proposal]:
    places = scene.of_kind("place", "company", "organization")
    if one.noun:
        listed = f"{one.noun}s" if not one.noun.endswith("s") else one.noun
        adjective = re.search(r"([A-Z][a-z]+)[’']s $", scene.sentence.text[: one.start])
        scope = f"{adjective[1].lower()}-" if adjective else ""
        ranked = [mention.subject for mention in scene.mentions if mention.kind == "place"]
        country = next((place for place in ranked if not _is_scope(scene, place, one)), None)
        yield from _made(scene, one, country or scene.main, "rank", {"list": scope + slug(listed)})
        return
    found = _LIST.search(scene.sentence.text[one.end :])
    event = next((thing for thing in scene.things if scene.known.kind(thing) == "event"), None)
    name = slug((found[1] or found[2]) if found else "") or event or "to-be-named"
    yield from _made(scene, one, places[0] if places else None, "rank", {"list": name})


def _is_scope(scene: Scene, place: SubjectId, one: Figure) -> bool:
    """Tell whether a place only says among whom: "Asia's second-largest economy"."""
    return any(
        mention.subject == place
        and mention.end <= one.start
        and scene.sentence.text[mention.end : one.start].strip("’' s") == ""
        for mention in scene.mentions
    )
