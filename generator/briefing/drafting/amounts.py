"""Counts, sizes, shares, growth and ranks of a clause as claims; every figure as printed, the measure as a guess."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Clause
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


def propose_quantities(clause: Clause) -> Iterator[Proposal]:
    """Yield a claim for every figure of the clause that is no money."""
    for one in clause.sums:
        match one.kind:
            case FigureKind.COUNT:
                yield from _count(clause, one)
            case FigureKind.SPAN:
                yield from _span(clause, one)
            case FigureKind.SIZE:
                yield from _capacity(clause, one)
            case FigureKind.TIMES:
                yield from _growth(clause, one)
            case FigureKind.PERCENT:
                yield from _percent(clause, one)
            case FigureKind.RANK:
                yield from _rank(clause, one)


def _made(
    clause: Clause, one: Figure, about: SubjectId | None, attribute: str, fields: dict[str, Field]
) -> Iterator[Proposal]:
    target = about or clause.main
    if target is not None:
        nearest = clause.nearest(one.start, *_ASKED)
        others = tuple(other for other in (*clause.things[:2], nearest) if other and other != target)
        spelled = not any(letter.isdigit() for letter in one.wording)
        said: dict[str, Field] = {"said": {"value": one.wording}} if spelled else {}
        yield Proposal(clause.par, target, attribute, one.literal, {**fields, **said}, tuple(dict.fromkeys(others)))


def _count(clause: Clause, one: Figure) -> Iterator[Proposal]:
    after = clause.sentence.text[one.end : one.end + 30]
    before = clause.sentence.text[: one.start]
    measure = slug(one.noun) or "to-be-named"
    if re.search(r"population (?:of|is|was|stands at) $", before):
        places = [
            mention.subject for mention in clause.mentions if mention.kind == "place" and mention.end <= one.start
        ]
        yield from _made(clause, one, places[-1] if places else None, "count", {"measure": "population"})
    elif re.match(r"[^.]{0,20}\bpopulation", after) or re.search(r"train|teach|hire|recruit|employ", before):
        measure = "trainees" if re.search(r"train|teach", before) else slug(one.noun)
        measure = "employees" if re.search(r"employ", before) and one.noun.endswith("people") else measure
        yield from _made(clause, one, clause.thing or clause.agent, "count", {"measure": measure, **_ahead_of(before)})
    else:
        country = next((m.subject for m in clause.mentions if m.adjective and one.start <= m.start <= one.end), None)
        about = country or _thing_or_last(clause, one) or clause.nearest(one.start, *_ASKED)
        yield from _made(clause, one, about, "count", {"measure": measure})


def _ahead_of(before: str) -> dict[str, Field]:
    """Return the modality of what is still to come, by the words right before it."""
    near = before[-_NEAR:]
    if re.search(r"\b(?:wants?|aims?|hopes?|seeks?) to\b|目指", near):
        return {"modality": "aim"}
    return {"modality": "planned"} if re.search(r"\b(?:will|(?:plans?|expects?|intends?) to)\b", near) else {}


_NEAR = 40


def _thing_or_last(clause: Clause, one: Figure) -> SubjectId | None:
    """Return the thing, or where the clause speaks of several, the topic that the sentence opened with."""
    topics = [mention for mention in clause.mentions if mention.kind == "topic" and mention.end < one.start]
    if clause.thing:
        return clause.thing
    return topics[0].subject if topics and not clause.last_thing else clause.last_thing


def _span(clause: Clause, one: Figure) -> Iterator[Proposal]:
    before = clause.sentence.text[: one.start]
    first = re.search(r"\bfirst ([a-z ]{3,40}?) in $", before)
    if first:
        about = _event(clause) or clause.thing
        yield from _made(clause, one, about, "count", {"measure": f"{slug(first[1])}-gap"})


def _event(clause: Clause) -> SubjectId | None:
    """Return the event that the whole sentence speaks of."""
    scored = clause.known.likely_things(clause.sentence.text, clause.present)
    return next((one for score, one in scored if score >= 0.5 and clause.known.kind(one) == "event"), None)


def _capacity(clause: Clause, one: Figure) -> Iterator[Proposal]:
    measure = "process-node" if one.literal.endswith(" nm") else slug(one.noun) or "size"
    projects = [
        thing for thing in (*clause.things, clause.last_thing) if thing and clause.known.kind(thing) == "project"
    ]
    about = projects[0] if projects else clause.nearest(one.start, "project", "company")
    fields: dict[str, Field] = {"measure": measure}
    if clause.says(r"\b(?:aim|plan|will|slated|project(?:ed|s) (?:for|to))"):
        fields["modality"] = "aim" if clause.says(r"\baim") else "planned"
    yield from _made(clause, one, about, "capacity", fields)


def _growth(clause: Clause, one: Figure) -> Iterator[Proposal]:
    noun = re.match(r"\s(?:domestic |its |the )?([a-z]+(?: [a-z]+)?)", clause.sentence.text[one.end :])
    about = clause.agent if clause.agent and clause.known.kind(clause.agent) in ("company", "place") else None
    places = [clause.known.countries.get("Japan")] if about is None else []
    target = about or clause.main or next((place for place in places if place), None)
    fields: dict[str, Field] = {"measure": slug(noun[1]) if noun else "to-be-named", "modality": _ahead(clause)}
    ends = [date for date in clause.dates if date.opener == "by" and date.literal]
    if ends and ends[0].literal:
        fields["when"] = ends[0].literal
    yield from _made(clause, one, target, "growth", fields)


def _ahead(clause: Clause) -> str:
    return "aim" if clause.says(r"\bto |aim|by 20|目指") else "reported"


def _percent(clause: Clause, one: Figure) -> Iterator[Proposal]:
    near = clause.sentence.text[max(0, one.start - 60) : one.end + 40]
    part = _PART.search(clause.sentence.text[: one.start])
    if part:
        about = next((m.subject for m in reversed(clause.mentions) if m.end <= part.start() + 1), None) or clause.main
        yield from _made(clause, one, about, "share", {"measure": slug(part[1]), **_of_year(clause, one)})
    elif _GROWTH.search(near) and not _SHARE.search(clause.sentence.text[one.end : one.end + 15]):
        about = clause.agent or clause.main
        yield from _made(clause, one, about, "growth", {"measure": "to-be-named"})
    elif _SHARE.search(near):
        about = clause.thing or _plan(clause) or clause.agent
        yield from _made(clause, one, about, "share", {"measure": "to-be-named"})


def _of_year(clause: Clause, one: Figure) -> dict[str, Field]:
    """Return the year that stands right behind a figure, and whether it is still to come."""
    dated = next((date for date in clause.dates if 0 <= date.start - one.end <= len(" in ") and date.literal), None)
    if dated is None or dated.literal is None:
        return {}
    ahead = clause.published is not None and dated.literal[:4] > clause.published.text[:4]
    return {"period": dated.literal, **({"modality": "forecast"} if ahead else {})}


def _plan(clause: Clause) -> SubjectId | None:
    last = clause.last_thing
    return last if last and clause.known.kind(last) in ("policy", "project") else None


def _rank(clause: Clause, one: Figure) -> Iterator[Proposal]:
    places = clause.of_kind("place", "company", "organization")
    if one.noun:
        listed = f"{one.noun}s" if not one.noun.endswith("s") else one.noun
        adjective = re.search(r"([A-Z][a-z]+)[’']s $", clause.sentence.text[: one.start])
        scope = f"{adjective[1].lower()}-" if adjective else ""
        ranked = [mention.subject for mention in clause.mentions if mention.kind == "place"]
        country = next((place for place in ranked if not _is_scope(clause, place, one)), None)
        yield from _made(clause, one, country or clause.main, "rank", {"list": scope + slug(listed)})
        return
    found = _LIST.search(clause.sentence.text[one.end :])
    event = next((thing for thing in clause.things if clause.known.kind(thing) == "event"), None)
    name = slug((found[1] or found[2]) if found else "") or event or "to-be-named"
    yield from _made(clause, one, places[0] if places else None, "rank", {"list": name})


def _is_scope(clause: Clause, place: SubjectId, one: Figure) -> bool:
    """Tell whether a place only says among whom: "Asia's second-largest economy"."""
    return any(
        mention.subject == place
        and mention.end <= one.start
        and clause.sentence.text[mention.end : one.start].strip("’' s") == ""
        for mention in clause.mentions
    )
