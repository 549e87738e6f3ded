"""Dates of a clause as claims: milestones that are planned, things that were opened, held or announced."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.date_mentions import DateMention
from briefing.drafting.proposal import Field, Proposal
from briefing.drafting.wording import slug
from briefing.model.ids import SubjectId

_STEPS = (
    ("trial-production", r"(?:trial|pilot|test) (?:production|line|operation)|試作|試験生産"),
    (
        "mass-production",
        r"mass[- ]produc\w+|volume production|(?:full|large)-scale production|commercial production|量産",
    ),
    ("production", r"\bproduc(?:e|es|ing|tion)\b|manufactur(?:e|ing)\b|生産"),
    (
        "operations-start",
        r"(?:commence|start|begin|launch)\w* (?:\w+ ){0,2}operations?|go(?:es)? (?:live|online|into operation)|稼働",
    ),
    (
        "construction-start",
        r"break(?:s|ing)? ground|(?:start|begin)\w* construction|construction (?:\w+ ){0,3}(?:start|begin)|着工",
    ),
    ("completion", r"\b(?:be )?(?:completed?|completion)\b|完成|完工"),
    (
        "opening",
        r"\b(?:will|to|plans?|planning|also) (?:\w+ ){0,3}(?:open|establish|set up)|establish its|open its|"
        r"\b(?:is|are|due|set|scheduled|slated) to open|開設|開業",
    ),
)
_PAST = (
    ("opened", r"\b(?:opened|inaugurated)\b|開所した|開業した"),
    ("launched", r"\blaunched\b|開始した"),
    ("founded", r"\b(?:founded|established|set up) (?:in|on)\b|設立"),
    ("approved", r"\bapproved\b|承認した"),
    ("announced", r"\b(?:announced|pledged|unveiled|vowed|agreed)\b|発表した"),
    ("held", r"\b(?:summit|dinner|lunch|visit|meeting|event|conference|forum|hike|rate rise|talks)\b|会談|会合|訪問"),
)
_AHEAD = re.compile(
    r"\b(?:will|is to|are to|set to|plans?|planned|planning|aims?|aiming|expect\w*|"
    r"slated|project(?:ed|s)|scheduled|due|targets?|"
    r"hopes?|"
    r"seeks?|by 20\d\d|to \w+ .* by)\b|目指|予定|計画|見込"
)
_MODALITY = (
    ("forecast", r"\bproject(?:ed|s) (?:for|to|in)|\bforecast|expected|見込"),
    ("aim", r"\baim(?:s|ing|ed)?\b|\bseek|\bhope|\bgoal|\bstriv|\bto (?:achieve|triple|double)|目指"),
    ("planned", r"\bplan|\bwill\b|slated|scheduled|intend|due\b|announc|commit|invest|also open|計画|予定|target"),
)
_ENDED = re.compile(
    r"\bend(?:s|ed|ing)?\b (?:\w+ ){0,3}(?:era|period|program\w*|polic)|the end of|shift away from|終了|解除", re.I
)
_PAST_TENSE = re.compile(r"\b\w+ed\b|\bheld\b|\bmet\b|した|いた")
_GOAL = re.compile(
    r"sovereignty|recovery|independence|leadership|neutrality|net[- ]zero|self-sufficiency", re.IGNORECASE
)


def propose_dates(clause: Clause) -> Iterator[Proposal]:
    """Yield a claim for every date of the clause that a step or an act belongs to, and steps without a date."""
    points = [one for one in clause.dates if not one.span and not _is_of_speech(clause, one)]
    claimed = False
    for one in points:
        for proposal in _dated(clause, one):
            claimed = True
            yield proposal
    if not claimed and not points:
        yield from _undated(clause)


def _is_of_speech(clause: Clause, one: DateMention) -> bool:
    """Tell whether a date only says when somebody spoke: "said on Wednesday that it would open in May".

    What was approved or announced that day keeps it.
    """
    spoken = re.search(r"\b(?:said|told \w+|stated|added)(?: in an? \w+)?,? $", clause.sentence.text[: one.start])
    return bool(spoken) and not clause.says(_ACTS)


_ACTS = "|".join(words for name, words in _PAST if name in ("approved", "announced"))


def propose_publication(clause: Clause, publisher: SubjectId | None) -> Iterator[Proposal]:
    """Yield the date of the article itself, where a short line prints it and its publisher has a page."""
    if publisher is None or len(clause.sentence.text.split()) > _BYLINE_WORDS:
        return
    for one in clause.dates:
        if clause.published and one.literal == clause.published.text and not one.how:
            measure = "article-last-verified" if clause.says("verified|checked") else "article-published"
            yield Proposal(clause.par, publisher, "date", one.literal, {"measure": measure})


_BYLINE_WORDS = 7


def _dated(clause: Clause, one: DateMention) -> Iterator[Proposal]:
    step = _nearest_step(clause, one, _STEPS)
    if step and (_AHEAD.search(clause.text) or one.opener in ("by", "from")):
        yield _milestone(
            clause, _producing(clause) if step in _PRODUCTION else _thing_for(clause, _PLANNING), step, one
        )
        return
    end = _ENDED.search(clause.text)
    if end:
        after = [
            policy for policy in clause.here if policy.kind == "policy" and policy.start >= clause.start + end.start()
        ]
        for policy in after[:1]:
            yield _milestone(clause, policy.subject, "end", one, reported=True)
    act = _nearest_step(clause, one, _PAST)
    if act and one.opener != "by":
        about = _who(clause) if act == "founded" else _thing_for(clause, _DATED_KINDS[act == "held"])
        if about and (act != "held" or clause.known.kind(about) == "event"):
            yield _claim(clause, about, "date", one, {"measure": act})
            return
    if one.opener == "by":
        yield from _horizon(clause, one)


_PLANNING = ("project", "policy", "company")
_PRODUCTION = ("trial-production", "mass-production", "operations-start", "construction-start", "opening")


def _producing(clause: Clause) -> SubjectId | None:
    """Return the project that a step of production belongs to: named, or the only one of the company that acts."""
    named = [one for one in (*clause.things, clause.last_thing) if one and clause.known.kind(one) == "project"]
    company = next(
        (one for one in (clause.agent, clause.last_agent) if one and clause.known.kind(one) == "company"), None
    )
    if named or company is None:
        return named[0] if named else None
    own = [one for one, of in clause.known.needed.items() if company in of and clause.known.kind(one) == "project"]
    return own[0] if len(own) == 1 else company


_DATED_KINDS = (("project", "policy", "event"), ("event",))


def _who(clause: Clause) -> SubjectId | None:
    """Return the company or body that acts: it is what was founded."""
    return clause.agent if clause.agent and clause.known.kind(clause.agent) in ("company", "organization") else None


def _nearest_step(clause: Clause, one: DateMention, steps: tuple[tuple[str, str], ...]) -> str | None:
    """Return the step whose words stand nearest before the date, the more special one where two stand equal."""
    place = one.start - clause.start
    found = []
    for order, (name, words) in enumerate(steps):
        for match in re.finditer(words, clause.text, re.IGNORECASE):
            found.append((0 if match.start() < place else 1, abs(place - match.end()) // 25, order, name))
    return min(found)[3] if found else None


def _horizon(clause: Clause, one: DateMention) -> Iterator[Proposal]:
    goal = _GOAL.search(clause.text)
    plans = [thing for thing in clause.things if clause.known.kind(thing) == "policy"]
    if goal:
        about = next(iter(clause.of_kind("place", "company")), None) or clause.main
        name = slug(_goal_name(clause.text, goal))
        if about:
            yield _claim(clause, about, "milestone", one, {"milestone": name, "modality": "aim"})
    plan = plans[0] if plans else _last_plan(clause)
    if plan and (clause.sums or not goal):
        yield _claim(clause, plan, "milestone", one, {"milestone": "horizon", "modality": _modality(clause, "planned")})


def _goal_name(text: str, goal: re.Match[str]) -> str:
    before = re.search(r"([a-z]+(?:al|ic|-\w+)?(?: [a-z]+ic)?) $", text[: goal.start()])
    return f"{before[1] if before else ''} {goal[0]}"


def _last_plan(clause: Clause) -> SubjectId | None:
    last = clause.last_thing
    return last if last and clause.known.kind(last) == "policy" else None


def _undated(clause: Clause) -> Iterator[Proposal]:
    for name in ("opening", "operations-start"):
        words = dict(_STEPS)[name]
        about = _thing_for(clause, ("project",))
        if about and _AHEAD.search(clause.text) and re.search(words, clause.text, re.IGNORECASE):
            fields: dict[str, Field] = {"milestone": name, "modality": _modality(clause, "planned")}
            yield Proposal(clause.par, about, "milestone", "unknown", fields, clause.things[1:3], "no date is printed")


def _thing_for(clause: Clause, kinds: tuple[str, ...]) -> SubjectId | None:
    able = [one for one in clause.things if clause.known.kind(one) in kinds]
    if able:
        return able[0]
    last = clause.last_thing
    if last and clause.known.kind(last) in kinds:
        return last
    return next(iter(clause.of_kind(*kinds)), None)


def _milestone(
    clause: Clause, about: SubjectId | None, step: str, one: DateMention, *, reported: bool = False
) -> Proposal:
    fields: dict[str, Field] = {"milestone": step}
    if not reported:
        fields["modality"] = _modality(clause, "planned")
    target = about or clause.agent or clause.main
    assert target is not None
    return _claim(clause, target, "milestone", one, fields)


def _modality(clause: Clause, otherwise: str) -> str:
    return next((name for name, words in _MODALITY if clause.says(words)), otherwise)


def _claim(clause: Clause, about: SubjectId, attribute: str, one: DateMention, fields: dict[str, Field]) -> Proposal:
    others = tuple(other for other in clause.things if other != about)[:3]
    said: dict[str, Field] = {"said": {"value": one.wording}, "how": one.how} if one.how else {}
    if one.literal is None:
        said = {"said": {"value": one.wording}}
        return Proposal(
            clause.par, about, attribute, "unknown", {**fields, **said}, others, "the day cannot be counted back"
        )
    return Proposal(clause.par, about, attribute, one.literal, {**fields, **said}, others)
