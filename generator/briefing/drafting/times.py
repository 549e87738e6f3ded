"""Dates of a clause as claims: milestones that are planned, things that were opened, held or announced."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Scene
from briefing.drafting.date_mentions import Moment
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


def propose_dates(scene: Scene) -> Iterator[Proposal]:
    """Yield a claim for every date of the clause that a step or an act belongs to, and steps without a date."""
    points = [one for one in scene.dates if not one.span and not _is_of_speech(scene, one)]
    claimed = False
    for one in points:
        for proposal in _dated(scene, one):
            claimed = True
            yield proposal
    if not claimed and not points:
        yield from _undated(scene)


def _is_of_speech(scene: Scene, one: Moment) -> bool:
    """Tell whether a date only says when somebody spoke: "said on Wednesday that it would open in May".

    What was approved or announced that day keeps it.
    """
    spoken = re.search(r"\b(?:said|told \w+|stated|added)(?: in an? \w+)?,? $", scene.sentence.text[: one.start])
    return bool(spoken) and not scene.says(_ACTS)


_ACTS = "|".join(words for name, words in _PAST if name in ("approved", "announced"))


def propose_publication(scene: Scene, publisher: SubjectId | None) -> Iterator[Proposal]:
    """Yield the date of the article itself, where a short line prints it and its publisher has a page."""
    if publisher is None or len(scene.sentence.text.split()) > _BYLINE_WORDS:
        return
    for one in scene.dates:
        if scene.published and one.literal == scene.published.text and not one.how:
            measure = "article-last-verified" if scene.says("verified|checked") else "article-published"
            yield Proposal(scene.par, publisher, "date", one.literal, {"measure": measure})


_BYLINE_WORDS = 7


def _dated(scene: Scene, one: Moment) -> Iterator[Proposal]:
    step = _nearest_step(scene, one, _STEPS)
    if step and (_AHEAD.search(scene.text) or one.opener in ("by", "from")):
        yield _milestone(scene, _producing(scene) if step in _PRODUCTION else _thing_for(scene, _PLANNING), step, one)
        return
    end = _ENDED.search(scene.text)
    if end:
        after = [
            policy for policy in scene.here if policy.kind == "policy" and policy.start >= scene.start + end.start()
        ]
        for policy in after[:1]:
            yield _milestone(scene, policy.subject, "end", one, reported=True)
    act = _nearest_step(scene, one, _PAST)
    if act and one.opener != "by":
        about = _who(scene) if act == "founded" else _thing_for(scene, _DATED_KINDS[act == "held"])
        if about and (act != "held" or scene.known.kind(about) == "event"):
            yield _claim(scene, about, "date", one, {"measure": act})
            return
    if one.opener == "by":
        yield from _horizon(scene, one)


_PLANNING = ("project", "policy", "company")
_PRODUCTION = ("trial-production", "mass-production", "operations-start", "construction-start", "opening")


def _producing(scene: Scene) -> SubjectId | None:
    """Return the project that a step of production belongs to: named, or the only one of the company that acts."""
    named = [one for one in (*scene.things, scene.last_thing) if one and scene.known.kind(one) == "project"]
    company = next((one for one in (scene.agent, scene.last_agent) if one and scene.known.kind(one) == "company"), None)
    if named or company is None:
        return named[0] if named else None
    own = [one for one, of in scene.known.needed.items() if company in of and scene.known.kind(one) == "project"]
    return own[0] if len(own) == 1 else company


_DATED_KINDS = (("project", "policy", "event"), ("event",))


def _who(scene: Scene) -> SubjectId | None:
    """Return the company or body that acts: it is what was founded."""
    return scene.agent if scene.agent and scene.known.kind(scene.agent) in ("company", "organization") else None


def _nearest_step(scene: Scene, one: Moment, steps: tuple[tuple[str, str], ...]) -> str | None:
    """Return the step whose words stand nearest before the date, the more special one where two stand equal."""
    place = one.start - scene.start
    found = []
    for order, (name, words) in enumerate(steps):
        for match in re.finditer(words, scene.text, re.IGNORECASE):
            found.append((0 if match.start() < place else 1, abs(place - match.end()) // 25, order, name))
    return min(found)[3] if found else None


def _horizon(scene: Scene, one: Moment) -> Iterator[Proposal]:
    goal = _GOAL.search(scene.text)
    plans = [thing for thing in scene.things if scene.known.kind(thing) == "policy"]
    if goal:
        about = next(iter(scene.of_kind("place", "company")), None) or scene.main
        name = slug(_goal_name(scene.text, goal))
        if about:
            yield _claim(scene, about, "milestone", one, {"milestone": name, "modality": "aim"})
    plan = plans[0] if plans else _last_plan(scene)
    if plan and (scene.sums or not goal):
        yield _claim(scene, plan, "milestone", one, {"milestone": "horizon", "modality": _modality(scene, "planned")})


def _goal_name(text: str, goal: re.Match[str]) -> str:
    before = re.search(r"([a-z]+(?:al|ic|-\w+)?(?: [a-z]+ic)?) $", text[: goal.start()])
    return f"{before[1] if before else ''} {goal[0]}"


def _last_plan(scene: Scene) -> SubjectId | None:
    last = scene.last_thing
    return last if last and scene.known.kind(last) == "policy" else None


def _undated(scene: Scene) -> Iterator[Proposal]:
    for name in ("opening", "operations-start"):
        words = dict(_STEPS)[name]
        about = _thing_for(scene, ("project",))
        if about and _AHEAD.search(scene.text) and re.search(words, scene.text, re.IGNORECASE):
            fields: dict[str, Field] = {"milestone": name, "modality": _modality(scene, "planned")}
            yield Proposal(scene.par, about, "milestone", "unknown", fields, scene.things[1:3], "no date is printed")


def _thing_for(scene: Scene, kinds: tuple[str, ...]) -> SubjectId | None:
    able = [one for one in scene.things if scene.known.kind(one) in kinds]
    if able:
        return able[0]
    last = scene.last_thing
    if last and scene.known.kind(last) in kinds:
        return last
    return next(iter(scene.of_kind(*kinds)), None)


def _milestone(scene: Scene, about: SubjectId | None, step: str, one: Moment, *, reported: bool = False) -> Proposal:
    fields: dict[str, Field] = {"milestone": step}
    if not reported:
        fields["modality"] = _modality(scene, "planned")
    target = about or scene.agent or scene.main
    assert target is not None
    return _claim(scene, target, "milestone", one, fields)


def _modality(scene: Scene, otherwise: str) -> str:
    return next((name for name, words in _MODALITY if scene.says(words)), otherwise)


def _claim(scene: Scene, about: SubjectId, attribute: str, one: Moment, fields: dict[str, Field]) -> Proposal:
    others = tuple(other for other in scene.things if other != about)[:3]
    said: dict[str, Field] = {"said": {"value": one.wording}, "how": one.how} if one.how else {}
    if one.literal is None:
        said = {"said": {"value": one.wording}}
        return Proposal(
            scene.par, about, attribute, "unknown", {**fields, **said}, others, "the day cannot be counted back"
        )
    return Proposal(scene.par, about, attribute, one.literal, {**fields, **said}, others)
