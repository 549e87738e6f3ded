"""What rules found: in few words, whether voices differ or one thing is noted, and where it stands on which page."""

import re
from dataclasses import dataclass

from briefing.dataset.linked.records import Conflict
from briefing.routes import PagePath
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink
from briefing.views.parts.box_slots import find_box_slot
from briefing.views.parts.boxes import locate_slot_box, note_anchor
from briefing.views.parts.finding_summary import summarize_finding
from briefing.views.parts.questions import question_of


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
    category = category_of(ctx.data, conflict)
    rule = rule_label(ctx, conflict.rule)
    question = question_of(ctx, conflict)
    message = readable_message(ctx, conflict)
    page = conflict_page(ctx, conflict.key)
    return Finding(
        question=question,
        rule=rule,
        category=category,
        category_word=ctx.labels.word("family", category),
        status=conflict.status,
        status_word=ctx.labels.word("status", conflict.status),
        summary=summarize_finding(ctx, conflict, message),
        message=message,
        reading=conflict.reading or "",
        link=PageLink(question, page, conflict.key),
        rule_link=PageLink(rule, page, conflict.key),
    )


def readable_message(ctx: Context, conflict: Conflict) -> str:
    """Return what was found in one sentence: the message, with names for the ids of articles without a publisher."""
    message = conflict.message
    articles = {claim.article for claim in ctx.data.find_claims(conflict.claims)}
    for article in articles:
        # Nearly all messages name publishers, and a pattern for each id takes longer than all the rest.
        if article in message:
            parts = re.split(rf"(?<![\w-]){re.escape(article)}(?![\w-])", message)
            message = ctx.names.articles[article].join(parts)
    return message


def rule_label(ctx: Context, code: str) -> str:
    """Return what a rule looks for, in few words."""
    label = ctx.labels.word("rule", code)
    # Labels are words within a sentence; here one stands alone.
    return label[:1].upper() + label[1:]


def conflict_page(ctx: Context, key: str) -> PagePath:
    """Return the page of the list of conflicts that a finding stands on."""
    return ctx.addresses.findings[key]


def is_difference(ctx: Context, conflict: Conflict) -> bool:
    """Tell whether several voices say several things; other findings are notes on the wording, or look-alikes."""
    return category_of(ctx.data, conflict).is_difference


def link_to_box(ctx: Context, conflict: Conflict) -> PageLink | None:
    """Return where a finding stands on the page of a subject that it is about; None where it is about articles."""
    slot = find_box_slot(ctx, conflict) if is_difference(ctx, conflict) else None
    if slot is not None:
        return PageLink(ctx.display(slot.about[0]), *locate_slot_box(ctx, slot))
    # On the page of the first subject that has one.
    for subject in conflict.about:
        if subject in ctx.addresses.layouts:
            home = ctx.addresses.layouts[subject].home
            return PageLink(ctx.display(subject), home, note_anchor(ctx, conflict))
    return None
