"""The findings at the foot of a subject's page: notes on how something is said, and figures that look alike."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from briefing.dataset.conflicts.rule_table import presentation_of
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category
from briefing.model.grouping import group_by
from briefing.model.ids import ArticleId, SubjectId
from briefing.model.word_lists import join_words
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.parts.box_slots import find_judged_slot
from briefing.views.parts.findings import Finding, view_finding
from briefing.views.parts.slot_labels import slot_label

_CopiesKey = tuple[tuple[ArticleId, ...], str, str | None]
"""The articles that copy one original, with status and reading: what one note has room for."""


def view_notes(context: Context, subject: SubjectId) -> tuple[Finding, ...]:
    """Return the findings on how something is said; what copies support comes once for all that they say.

    A reading that stands in a box of the same page is left out here.
    """
    notes: list[Finding] = []
    copies: list[Conflict] = []
    for conflict in _of_category(context, subject, Category.NOTE):
        if presentation_of(conflict).once_for_articles:
            copies.append(conflict)
        else:
            notes.append(_view_note(context, conflict, subject))
    return (*notes, *_view_copies(context, copies))


def view_lookalike_findings(context: Context, subject: SubjectId) -> tuple[Finding, ...]:
    """Return the findings on figures that look alike."""
    # One name for several subjects rests on no claim: it stands among the lookalikes.
    findings = _of_category(context, subject, Category.LOOKALIKE)
    return tuple(view_finding(context, finding) for finding in findings if finding.claims)


def _of_category(context: Context, subject: SubjectId, category: Category) -> Iterator[Conflict]:
    """Yield the findings of a category about a subject, in the order of the list of findings."""
    for conflict in context.findings.by_subject.get(subject, ()):
        if category_of(context.data, conflict) is category:
            yield conflict


def _view_note(context: Context, conflict: Conflict, subject: SubjectId) -> Finding:
    """Return a note without the reading that a box of the same page gives."""
    finding = view_finding(context, conflict)
    box_slot = find_judged_slot(context, conflict.judgement)
    # A box on the page of another subject is out of sight here.
    if box_slot is None or box_slot.about[0] != subject:
        return finding
    return replace(finding, reading="")


def _view_copies(context: Context, conflicts: Sequence[Conflict]) -> Iterator[Finding]:
    """Yield one note for all facts that the same copies of one original support."""
    by_articles = group_by(conflicts, partial(_copies_key, context))
    for (articles, _, _), same_articles in by_articles.items():
        yield _view_copies_of(context, articles, same_articles)


def _copies_key(context: Context, conflict: Conflict) -> _CopiesKey:
    articles = dict.fromkeys(claim.article for claim in context.data.find_claims(conflict.claims))
    return tuple(articles), conflict.status, conflict.reading


def _view_copies_of(context: Context, articles: Sequence[ArticleId], conflicts: Sequence[Conflict]) -> Finding:
    slots = [context.data.slot_of[conflict.claims[0]] for conflict in conflicts]
    facts = dict.fromkeys(slot_label(context, slot)[0] for slot in slots)
    names = join_words([context.names.articles[article] for article in articles], context.labels.say("and"))
    # They share their status, so that any of them can lend its place.
    finding = view_finding(context, conflicts[0])
    question = context.labels.say("question-copies", names=names)
    return replace(
        finding,
        question=question,
        message=context.labels.say("copied-note", n=len(articles), facts=", ".join(facts), articles=names),
        link=replace(finding.link, text=question),
    )
