"""stale: pages that no editor has checked for too long, and values that change with time and have not been renewed.

Offices have a rule of their own.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.rule_base.attribution import name_subjects, word_shown
from briefing.dataset.rule_base.compared import facts_with, shown_values
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Duty, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.terms import label_of
from briefing.dataset.rule_base.time_words import is_before, oldest_fresh_day
from briefing.model.ids import SubjectId
from briefing.model.records import Subject


def find_stale(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield subjects verified too long ago, and varying values grown old."""
    oldest_fresh = oldest_fresh_day(context, "stale", thresholds)
    yield from _stale_pages(context, oldest_fresh)
    for slot, shown in shown_values(facts_with(context, _varying_attributes(context))):
        if _is_event(context, slot):
            continue
        if is_before(shown.as_of, oldest_fresh):
            message = f"{word_shown(context, slot)}, as of {shown.as_of.label}; none is newer"
            yield over_slots((slot,), shown.claims, message)


def _varying_attributes(context: RuleContext) -> set[str]:
    attributes = context.data.registry.attributes.values()
    varying = {attribute.name for attribute in attributes if attribute.varies}
    return varying - {"office"}


def _is_event(context: RuleContext, slot: Slot) -> bool:
    """Tell whether a slot is about what happened once: its figures stay what they are."""
    return context.data.schema_type_of(slot.about[0]) == "Event"


def _stale_pages(context: RuleContext, oldest_fresh: date) -> Iterator[Finding]:
    for subject in context.data.subjects.values():
        verified = subject.last_verified
        # Pages that were never verified are one finding of their own.
        if is_before(verified, oldest_fresh):
            message = f"{context.name(subject.id)}: last verified {label_of(verified)}"
            yield Finding((f"subject:{subject.id}",), (subject.id,), (), message)


def read_verified(subject: Subject) -> object:
    """Return what `find_stale_unverified_pages` reads in the record of a subject."""
    return subject.name, subject.last_verified


def find_stale_unverified_pages(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield one finding for them all: it is one task, and it begins when editors have verified a first page."""
    subjects = context.data.subjects.values()
    unverified = tuple([subject.id for subject in subjects if subject.last_verified is None])
    if 0 < len(unverified) < len(subjects):
        message = f"{_count_pages(unverified)} never verified by an editor: {name_subjects(context, unverified)}"
        yield Finding(("never-verified",), unverified, (), message)


def _count_pages(pages: Collection[SubjectId]) -> str:
    if len(pages) == 1:
        return "1 page was"
    return f"{len(pages)} pages were"


def _remedy(conflict: Conflict, dataset: Dataset) -> str:
    """Return what to do about an old value, or about pages that nobody has read for long."""
    # Only a finding on pages has no claims.
    if not conflict.claims:
        return "read the pages, those with most claims first; `briefing stale` lists them; then set last_verified"
    attribute = dataset.slot_of[conflict.claims[0]].attribute
    return f"a newer claim on this {attribute} answers it"


RULE = Rule(
    code="stale",
    find=find_stale,
    explanation=Explanation(
        title="a page or a changing value that nobody renewed in time",
        why=(
            "An editor last verified the page, or a source last gave a value that varies with time, longer ago "
            "than `stale.days`, else the briefing's `stale_days`, else 365 days. Pages never verified are one finding."
        ),
        wrong="last_verified: 2024-05-02   # and today is 2026-11-22",
        right="last_verified: 2026-11-21",
    ),
    presentation=Presentation(
        label="not renewed in time",
        category=Category.TERMS,
        questions={
            "question-stale": "{subject}: does all of this still hold?",
        },
    ),
    order=310,
    audience="editor",
    thresholds={"days": Decimal(365)},
    scope=Scope.SLOT,
    remedy=_remedy,
    duty=Duty.RENEWAL,
)
RULES = (RULE, replace(RULE, find=find_stale_unverified_pages, thresholds={}, scope=Scope.RECORDS, reads=read_verified))
