"""All that is said about a subject whose own page shows only the strongest of it, two hundred rows a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.routes import CLAIMS, PagePath
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink, Prose
from briefing.views.parts.entries import shown_group
from briefing.views.parts.opinion_rows import quote_of
from briefing.views.parts.speakers import speaker_prose
from briefing.views.parts.statements import Statement, view_statement
from briefing.views.parts.values import lead_claim


@dataclass(frozen=True, slots=True)
class ClaimsRow:
    """One statement; ``speaker`` is empty unless it is a judgement."""

    statement: Statement
    speaker: Prose
    quote: str


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """One page of what the subject's own page has no room for."""

    head: Head
    rows: tuple[ClaimsRow, ...]
    pager: Pager


def view_claims(context: Context, subject: SubjectId) -> tuple[ClaimsPage, ...]:
    """Return the pages of what the subject's own page has no room for; none where it has room for all."""
    by_page: dict[PagePath, list[Entry]] = {}
    for entry in context.addresses.layouts[subject].rest:
        # An entry whose claims were all set aside has no row, but a box on the subject's own page.
        if entry.slot.shown:
            by_page.setdefault(entry.page, []).append(entry)
    paths = list(by_page)
    total = sum(len(entries) for entries in by_page.values())
    pages: list[ClaimsPage] = []
    for number, (path, entries) in enumerate(by_page.items(), 1):
        pager = Pager(number, _page_links(paths), total)
        pages.append(ClaimsPage(_head(context, subject, path, pager), _rows(context, subject, entries), pager))
    return tuple(pages)


def _page_links(paths: Sequence[PagePath]) -> tuple[PageLink, ...]:
    if len(paths) == 1:
        return ()
    return tuple(PageLink(str(number), path) for number, path in enumerate(paths, 1))


def _head(context: Context, subject: SubjectId, path: PagePath, pager: Pager) -> Head:
    name = context.display(subject)
    title = context.labels.say("more-on", name=name)
    if pager.number > 1:
        title = context.labels.say("page-of-list", title=title, number=pager.number)
    description = shorten(f"{title}: {context.labels.say('more-description', n=pager.rows)}")
    return Head(path, title, title, description, (PageLink(name, context.addresses.layouts[subject].home),), CLAIMS)


def _rows(context: Context, subject: SubjectId, entries: Sequence[Entry]) -> tuple[ClaimsRow, ...]:
    # One linker for each page: readers may come to any of them.
    linker = Linker(context, subject)
    return tuple(_row(context, entry, linker) for entry in entries)


def _row(context: Context, entry: Entry, linker: Linker) -> ClaimsRow:
    lead = lead_claim(shown_group(entry.slot))
    # Who states a fact stands with its sources; of a judgement the speaker is the point.
    speaker = speaker_prose(context, lead) if entry.slot.opinion else ()
    return ClaimsRow(view_statement(context, entry, linker), speaker, quote_of(lead))
