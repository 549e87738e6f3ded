"""Milestones of a clause: steps of building and producing, ends of policies, and years by which goals are to be met."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.literals.printed_date import DateMention
from briefing.drafting.subjects.subject_mentions import likeliest
from briefing.drafting.text.keywords import Keywords
from briefing.drafting.text.wording import slug
from briefing.drafting.times.time_proposal import find_thing, nearest_keyword, propose_time
from briefing.model.ids import SubjectId

_OPERATIONS = (
    r"(?:commence|start|begin|launch)\w* (?:\w+ ){0,2}operations?|go(?:es)? (?:live|online|into operation)|稼働"
)
_OPENING = (
    r"\b(?:will|to|plans?|planning|also) (?:\w+ ){0,3}(?:open|establish|set up)|establish its|open its|"
    r"\b(?:is|are|due|set|scheduled|slated) to open|開設|開業"
)
# The special before the general: trial production is production, too.
_STEPS = Keywords(
    (
        ("trial-production", r"(?:trial|pilot|test) (?:production|line|operation)|試作|試験生産"),
        (
            "mass-production",
            r"mass[- ]produc\w+|volume production|(?:full|large)-scale production|commercial production|量産",
        ),
        ("production", r"\bproduc(?:e|es|ing|tion)\b|manufactur(?:e|ing)\b|生産"),
        ("operations-start", _OPERATIONS),
        (
            "construction-start",
            r"break(?:s|ing)? ground|(?:start|begin)\w* construction|construction (?:\w+ ){0,3}(?:start|begin)|着工",
        ),
        ("completion", r"\b(?:be )?(?:completed?|completion)\b|完成|完工"),
        ("opening", _OPENING),
    )
)
_PRODUCTION = ("trial-production", "mass-production", "operations-start", "construction-start", "opening")
# Without a date only these are worth a claim: that a plant is to open says that it is not open yet.
_UNDATED = Keywords((("opening", _OPENING), ("operations-start", _OPERATIONS)))
_AHEAD = re.compile(
    r"\b(?:will|is to|are to|set to|plans?|planned|planning|aims?|aiming|expect\w*|"
    r"slated|project(?:ed|s)|scheduled|due|targets?|"
    r"hopes?|"
    r"seeks?|by 20\d\d|to \w+ .* by)\b|目指|予定|計画|見込"
)
# "Is expected", "aims to" and "will" often stand in one clause; the least firm counts.
_MODALITIES = Keywords(
    (
        ("forecast", r"\bproject(?:ed|s) (?:for|to|in)|\bforecast|expected|見込"),
        ("aim", r"\baim(?:s|ing|ed)?\b|\bseek|\bhope|\bgoal|\bstriv|\bto (?:achieve|triple|double)|目指"),
        (
            "planned",
            r"\bplan(?!t)|\bwill\b|slated|scheduled|intend|due\b|announc|commit|invest|also open|計画|予定|target",
        ),
    )
)
_ENDED = re.compile(
    r"\bend(?:s|ed|ing)?\b (?:\w+ ){0,3}(?:era|period|program\w*|polic)|the end of|shift away from|終了|解除", re.I
)
_GOAL = re.compile(
    r"sovereignty|recovery|independence|leadership|neutrality|net[- ]zero|self-sufficiency", re.IGNORECASE
)
_GOAL_ADJECTIVE = re.compile(r"([a-z]+(?:al|ic|-\w+)?(?: [a-z]+ic)?) $")


def find_step(clause: Clause, date: DateMention) -> str | None:
    """Return the step that is planned for a date; what is told as done is none."""
    if date.opener in ("by", "from") or _AHEAD.search(clause.text):
        return nearest_keyword(clause, date, _STEPS)
    return None


def propose_milestone(clause: Clause, date: DateMention, step: str) -> Iterator[Proposal]:
    """Yield the claim of a step; none where the text has not named anybody whose step it could be."""
    about = likeliest(_subject_of_step(clause, step), clause.agent, clause.main_subject)
    if about is not None:
        fields: dict[str, Field] = {"milestone": step, "modality": _modality(clause)}
        yield propose_time(clause, about, "milestone", date, fields)


def propose_end(clause: Clause, date: DateMention) -> Iterator[Proposal]:
    """Yield the end of a policy, as reported: "the end of the zero-rate policy in 2024"."""
    phrase = clause.find_phrase(_ENDED)
    if phrase is None:
        return
    policy = clause.mentions.of_kind("policy").starting_from(phrase.start).first
    if policy is not None:
        yield propose_time(clause, policy.subject, "milestone", date, {"milestone": "end"})


def propose_horizon(clause: Clause, date: DateMention) -> Iterator[Proposal]:
    """Yield by when a country's or company's goal is to be met, and by when the plan of the clause runs."""
    goal = _GOAL.search(clause.text)
    if goal:
        yield from _propose_goal(clause, date, goal)
    plan = clause.known_data.first_of_kind((*clause.things, clause.last_thing), "policy")
    # A year beside a goal is the goal's; it is the plan's, too, where money stands in the clause.
    if plan is not None and (clause.figures or not goal):
        fields: dict[str, Field] = {"milestone": "horizon", "modality": _modality(clause)}
        yield propose_time(clause, plan, "milestone", date, fields)


def propose_undated_milestones(clause: Clause) -> Iterator[Proposal]:
    """Yield openings and starts that are planned without a date."""
    project = find_thing(clause, "project")
    if project is None or not _AHEAD.search(clause.text):
        return
    for name in _UNDATED.all(clause.text):
        fields: dict[str, Field] = {"milestone": name, "modality": _modality(clause)}
        alternatives = clause.things[1:3]
        yield Proposal(clause.par, project, "milestone", "unknown", fields, alternatives, "no date is printed")


def _propose_goal(clause: Clause, date: DateMention, goal: re.Match[str]) -> Iterator[Proposal]:
    """Yield by when a country or company wants to have reached a goal."""
    about = next(iter(clause.of_kind("place", "company")), clause.main_subject)
    if about is not None:
        fields: dict[str, Field] = {"milestone": _goal_id(clause.text, goal), "modality": "aim"}
        yield propose_time(clause, about, "milestone", date, fields)


def _goal_id(text: str, goal: re.Match[str]) -> str:
    """Return a goal with the adjective before it as an id: ``technological-sovereignty``."""
    adjective = _GOAL_ADJECTIVE.search(text[: goal.start()])
    if adjective is None:
        return slug(goal[0])
    return slug(f"{adjective[1]} {goal[0]}")


def _subject_of_step(clause: Clause, step: str) -> SubjectId | None:
    """Return whose step it is: plants produce and open, policies and companies have the other steps, too."""
    if step in _PRODUCTION:
        return _producer(clause)
    return find_thing(clause, "project", "policy", "company")


def _producer(clause: Clause) -> SubjectId | None:
    """Return the project that a step of production belongs to: named, or the only one of the company that acts."""
    known_data = clause.known_data
    project = known_data.first_of_kind((*clause.things, clause.last_thing), "project")
    company = known_data.first_of_kind((clause.agent, clause.last_agent), "company")
    if project is not None or company is None:
        return project
    own = [thing for thing, owners in known_data.owners.items() if company in owners]
    projects = known_data.of_kind(own, "project")
    if len(projects) == 1:
        return projects[0]
    return company


def _modality(clause: Clause) -> str:
    """Return how firm the clause is about what is to come."""
    return _MODALITIES.first(clause.text) or "planned"
