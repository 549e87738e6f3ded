"""All that is said about a subject whose own page shows only the strongest of it, two hundred rows a page."""

from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.routes import CLAIMS, PagePath
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink, Prose
from briefing.views.parts.opinion_rows import quote_of
from briefing.views.parts.speakers import speaker_prose
from briefing.views.parts.statements import Statement, view_statement
from briefing.views.parts.values import lead_claim


@dataclass(frozen=True, slots=True)
class ClaimsRow:
    """One statement, with who makes it where it is a judgement."""

    statement: Statement
    speaker: Prose
    quote: str


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """One page of the rest."""

    head: Head
    rows: tuple[ClaimsRow, ...]
    pager: Pager


def view_claims(ctx: Context, subject: SubjectId) -> tuple[ClaimsPage, ...]:
    """Return the pages of what the subject's own page has no room for; none where it has."""
    rest = [one for one in ctx.addresses.layouts[subject].rest if one.slot.shown]
    paths = tuple(dict.fromkeys(one.page for one in rest))
    return tuple(_claims_page(ctx, subject, path, rest, paths) for path in paths)


def _claims_page(
    ctx: Context, subject: SubjectId, path: PagePath, rest: list[Entry], paths: tuple[PagePath, ...]
) -> ClaimsPage:
    number, linker = paths.index(path) + 1, Linker(ctx, subject)
    title = ctx.labels.say("more-on", name=ctx.display(subject))
    full = title if number == 1 else ctx.labels.say("page-of-list", title=title, number=number)
    up = (PageLink(ctx.display(subject), ctx.addresses.layouts[subject].home),)
    description = shorten(f"{full}: {ctx.labels.say('more-description', n=len(rest))}")
    pages = tuple(PageLink(str(place), one) for place, one in enumerate(paths, 1)) if len(paths) > 1 else ()
    return ClaimsPage(
        head=Head(path, full, full, description, up, CLAIMS),
        rows=tuple(_row(ctx, one, linker) for one in rest if one.page == path),
        pager=Pager(number, pages, len(rest)),
    )


def _row(ctx: Context, entry: Entry, linker: Linker) -> ClaimsRow:
    shown = entry.slot.shown
    lead = lead_claim(shown) if shown else entry.slot.claims[0]
    speaker = speaker_prose(ctx, lead) if entry.slot.opinion else ()
    return ClaimsRow(view_statement(ctx, entry, linker), speaker, quote_of(lead))
