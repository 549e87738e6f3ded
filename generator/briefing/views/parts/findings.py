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


def view_finding(context: Context, conflict: Conflict) -> Finding:
    """Return a finding with the link to its permanent place."""
    category = category_of(context.data, conflict)
    rule = rule_label(context, conflict.rule)
    question = question_of(context, conflict)
    message = readable_message(context, conflict)
    page = conflict_page(context, conflict.key)
    return Finding(
        question=question,
        rule=rule,
        category=category,
        category_word=context.labels.word("family", category),
        status=conflict.status,
        status_word=context.labels.word("status", conflict.status),
        summary=summarize_finding(context, conflict, message),
        message=message,
        reading=conflict.reading or "",
        link=PageLink(question, page, conflict.key),
        rule_link=PageLink(rule, page, conflict.key),
    )


def readable_message(context: Context, conflict: Conflict) -> str:
    """Return what was found in one sentence: the message, with names for the ids of articles without a publisher."""
    message = conflict.message
    articles = {claim.article for claim in context.data.find_claims(conflict.claims)}
    for article in articles:
        # Nearly all messages name publishers, and a pattern for each id takes longer than all the rest.
        if article in message:
            parts = re.split(rf"(?<![\w-]){re.escape(article)}(?![\w-])", message)
            message = context.names.articles[article].join(parts)
    return message


def rule_label(context: Context, code: str) -> str:
    """Return what a rule looks for, in few words."""
    label = context.labels.word("rule", code)
    # Labels are words within a sentence; here one stands alone.
    return label[:1].upper() + label[1:]


def conflict_page(context: Context, key: str) -> PagePath:
    """Return the page of the list of conflicts that a finding stands on."""
    return context.addresses.findings[key]


def is_difference(context: Context, conflict: Conflict) -> bool:
    """Tell whether several voices say several things; other findings are notes on the wording, or look-alikes."""
    return category_of(context.data, conflict).is_difference


def link_to_box(context: Context, conflict: Conflict) -> PageLink | None:
    """Return where a finding stands on the page of a subject that it is about; None where it is about articles."""
    slot = find_box_slot(context, conflict) if is_difference(context, conflict) else None
    if slot is not None:
        return PageLink(context.display(slot.about[0]), *locate_slot_box(context, slot))
    # On the page of the first subject that has one.
    for subject in conflict.about:
        if subject in context.addresses.layouts:
            home = context.addresses.layouts[subject].home
            return PageLink(context.display(subject), home, note_anchor(context, conflict))
    return None
