"""What is a part of what, who owns and who supplies whom, and how far a project is."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.name_lists import list_mentions
from briefing.drafting.relations.relation_proposal import propose_relation
from briefing.drafting.subjects.subject_mentions import Mention, likeliest
from briefing.drafting.text.keywords import Keywords

_BELONGS = Keywords(
    (
        ("part-of", r"\b(?:part|unit|arm|division|branch) of (?:the )?$"),
        ("owner", r"\b(?:subsidiary of|owned by) (?:the )?$"),
    ),
    re.NOFLAG,
)
_SUCH_AS = re.compile(r"\b(?:projects|plants|investments|schemes|measures) (?:such as|like|including) (?:the )?")
# A word may say what is supplied: "supplies chips to".
_SUPPLIES = re.compile(r"\bsuppl(?:ies|y|ied|ying) (?:[a-z]\w* (?:to )?)?|\bsuppliers? (?:to|of) |に供給")
# What was cancelled had been planned, and perhaps begun: the last state of a life counts.
_STATES = Keywords(
    (
        ("cancelled", r"\b(?:cancell?ed|scrapped|abandoned)\b|中止"),
        ("paused", r"\b(?:paused|suspended|put on hold|halted)\b|中断"),
        ("under-construction", r"\bunder construction\b|\bis being built\b|建設中"),
        ("operating", r"\b(?:is|are) (?:now |already )?(?:operating|running|in operation)\b|稼働中"),
        ("planned", r"\b(?:is|are) planning (?:an?|another|its|to build)\b|計画中"),
    )
)


def propose_parts(clause: Clause) -> Iterator[Proposal]:
    """Yield what the clause says to be a part of something or owned by somebody."""
    for whole in clause.mentions:
        yield from _propose_belonging(clause, whole)
    yield from _propose_organizations(clause)
    yield from _propose_examples(clause)


def _propose_belonging(clause: Clause, whole: Mention) -> Iterator[Proposal]:
    """Yield the subject of the same kind before "part of" or "owned by" as the part."""
    attribute = _BELONGS.first(clause.text_before(whole.start))
    # Of the same kind, for a company is no part of the country that it is in.
    part = clause.mentions.of_kind(whole.kind).ending_by(whole.start - 1).last_subject
    yield from propose_relation(clause, part, attribute, whole.subject)


def _propose_organizations(clause: Clause) -> Iterator[Proposal]:
    """Yield the bodies that a project has in its name: it is a part of them."""
    thing = clause.thing
    if not clause.known_data.is_kind(thing, "project"):
        return
    owners = clause.known_data.owners[thing]
    for organization in filter(owners.__contains__, clause.of_kind("organization")):
        yield from propose_relation(clause, thing, "part-of", organization)


def _propose_examples(clause: Clause) -> Iterator[Proposal]:
    """Yield projects such as this one, in a text about a plan: they are parts of the plan."""
    # The thing of the clause itself would be the example, not what it is an example of.
    plan = likeliest(clause.thing_before, clause.subject_matter)
    phrase = clause.find_phrase(_SUCH_AS)
    if phrase is None or not clause.known_data.is_kind(plan, "policy"):
        return
    for project in list_mentions(clause, phrase.end, "project").subjects:
        yield from propose_relation(clause, project, "part-of", plan)


def propose_suppliers(clause: Clause) -> Iterator[Proposal]:
    """Yield the companies that the one before "supplies" serves."""
    phrase = clause.find_phrase(_SUPPLIES)
    if phrase is None:
        return
    before = clause.mentions.of_kind("company").ending_by(phrase.start)
    supplier = likeliest(before.last_subject, clause.acting_company)
    for customer in list_mentions(clause, phrase.end, "company").subjects:
        yield from propose_relation(clause, customer, "supplier", supplier)


def propose_states(clause: Clause) -> Iterator[Proposal]:
    """Yield how far the project of the clause is."""
    project = clause.known_data.first_of_kind(clause.things[:1], "project")
    state = _STATES.first(clause.text)
    # A plan with a date is a milestone, which says more.
    if project is None or state is None or (state == "planned" and clause.dates):
        return
    yield Proposal(clause.par, project, "status", state)
