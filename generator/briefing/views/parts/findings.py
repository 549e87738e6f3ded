"""What rules found: in few words, whether voices differ or one thing is noted, and where it stands on which page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.dataset.conflicts.rule_table import presentation_of
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category
from briefing.model.ids import ArticleId, SubjectId
from briefing.routes import PagePath
from briefing.views.base.categories import family_of
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink
from briefing.views.parts.boxes import find_box_slot, find_judged_slot, locate_slot_box, note_anchor
from briefing.views.parts.finding_summary import gist_of
from briefing.views.parts.questions import question_of
from briefing.views.parts.slot_labels import slot_label


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: its sort, its status, its permanent place, and how an editor reads it.

    ``summary`` is the message or its core, nothing where claims beneath say the same one by one. ``link`` leads there
    under the question, ``rule_link`` under the words of the rule, for where the question is the title already.
    """

    question: str
    rule: str
    category: str
    category_word: str
    status: str
    status_word: str
    summary: str
    message: str
    reading: str
    link: PageLink
    rule_link: PageLink


def view_finding(ctx: Context, conflict: Conflict) -> Finding:
    """Return a finding with the link to its permanent place."""
    rule, category = rule_label(ctx, conflict.rule), family_of(ctx.data, conflict)
    message, question = readable_message(ctx, conflict), question_of(ctx, conflict)
    page = conflict_page(ctx, conflict.key)
    return Finding(
        question=question,
        rule=rule,
        category=category,
        category_word=ctx.labels.word("family", category),
        status=conflict.status,
        status_word=ctx.labels.word("status", conflict.status),
        summary=gist_of(ctx, conflict, message),
        message=message,
        reading=conflict.reading or "",
        link=PageLink(question, page, conflict.key),
        rule_link=PageLink(rule, page, conflict.key),
    )


def readable_message(ctx: Context, conflict: Conflict) -> str:
    """Return what was found in one sentence: the message, with names for the ids of articles without a publisher."""
    message = conflict.message
    articles = {ctx.data.claims[key].article for key in conflict.claims if key in ctx.data.claims}
    # Nearly all messages name publishers, and a pattern for each id takes longer than all the rest.
    for article in (one for one in articles if one in message):
        parts = re.split(rf"(?<![\w-]){re.escape(article)}(?![\w-])", message)
        message = ctx.names.articles[article].join(parts)
    return message


def view_notes(ctx: Context, subject: SubjectId) -> tuple[Finding, ...]:
    """Return the findings on how something is said; what copies support is told once for all that they say.

    A reading that stands in a box of the same page is not told again.
    """
    found = [one for one in ctx.findings.by_subject.get(subject, ()) if family_of(ctx.data, one) is Category.NOTE]
    copies = [one for one in found if presentation_of(one).once_for_articles]
    told = [_unread(ctx, one, subject) for one in found if one not in copies]
    return (*told, *_copied(ctx, copies))


def _unread(ctx: Context, conflict: Conflict, subject: SubjectId) -> Finding:
    finding, home = view_finding(ctx, conflict), find_judged_slot(ctx, conflict.judgement)
    return replace(finding, reading="") if home is not None and home.about[0] == subject else finding


def _copied(ctx: Context, conflicts: Sequence[Conflict]) -> Iterator[Finding]:
    """Yield one note for all facts that the same copies of one original support."""
    by_articles: dict[tuple[tuple[ArticleId, ...], str, str | None], list[Conflict]] = {}
    for one in conflicts:
        copies = dict.fromkeys(ctx.data.claims[key].article for key in one.claims)
        by_articles.setdefault((tuple(copies), one.status, one.reading), []).append(one)
    for (articles, _, _), same in by_articles.items():
        facts = dict.fromkeys(slot_label(ctx, ctx.data.slot_of[one.claims[0]])[0] for one in same)
        names = ctx.labels.say("and").join(ctx.names.articles[article] for article in articles)
        message = ctx.labels.say("copied-note", n=len(articles), facts=", ".join(facts), articles=names)
        finding = view_finding(ctx, same[0])
        question = ctx.labels.say("question-copies", names=names)
        yield replace(finding, question=question, message=message, link=replace(finding.link, text=question))


def view_lookalike_findings(ctx: Context, subject: SubjectId) -> tuple[Finding, ...]:
    """Return the findings on figures that look alike; of one name for several subjects the lookalikes tell."""
    found = (one for one in ctx.findings.by_subject.get(subject, ()) if family_of(ctx.data, one) is Category.LOOKALIKE)
    return tuple(view_finding(ctx, one) for one in found if one.claims)


def rule_label(ctx: Context, code: str) -> str:
    """Return what a rule looks for, in few words."""
    found = ctx.labels.word("rule", code)
    return found[:1].upper() + found[1:]


def conflict_page(ctx: Context, key: str) -> PagePath:
    """Return the page of the list of conflicts that a finding stands on."""
    return ctx.addresses.findings[key]


def is_difference(ctx: Context, conflict: Conflict) -> bool:
    """True where several voices say several things; other findings are notes on the wording, or look-alikes."""
    return family_of(ctx.data, conflict).is_difference


def link_to_box(ctx: Context, conflict: Conflict) -> PageLink | None:
    """Return where a finding stands on the page of a subject that it is about."""
    slot = find_box_slot(ctx, conflict) if is_difference(ctx, conflict) else None
    if slot is not None:
        return PageLink(ctx.display(slot.about[0]), *locate_slot_box(ctx, slot))
    subject = next((one for one in conflict.about if one in ctx.addresses.layouts), None)
    if subject is None:
        return None
    return PageLink(ctx.display(subject), ctx.addresses.layouts[subject].home, note_anchor(ctx, conflict))
