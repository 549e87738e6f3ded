"""The articles behind a subject's page: what each says, what it is as a source, and what became of those withdrawn."""

from collections import Counter
from collections.abc import Sequence

from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.entry_order import SECTION_ROWS
from briefing.views.base.linker import Linker
from briefing.views.parts.article_flags import article_status
from briefing.views.parts.article_links import articles_of
from briefing.views.parts.coverage import CoverageRow, SourceRow, view_coverage, view_source
from briefing.views.parts.page_claims import left_out_claims


def view_subject_coverage(context: Context, subject: SubjectId, claims: Sequence[Claim]) -> tuple[CoverageRow, ...]:
    """Return the articles that carry the claims with what they say, the newest first."""
    # The subject's own name is no link on its own page.
    linker = Linker(context, subject)
    counts = Counter(claim.article for claim in claims)
    articles = articles_of(context, claims)[:SECTION_ROWS]
    return tuple(view_coverage(context, article, counts[article.id], linker) for article in articles)


def view_subject_sources(context: Context, claims: Sequence[Claim]) -> tuple[SourceRow, ...]:
    """Return the articles that carry the claims as sources, the newest first."""
    counts = Counter(claim.article for claim in claims)
    articles = articles_of(context, claims)[:SECTION_ROWS]
    return tuple(view_source(context, article, counts[article.id]) for article in articles)


def withdrawn_note(context: Context, subject: SubjectId, claims: Sequence[Claim]) -> str:
    """Return that nothing stands on a page any more because its sources were withdrawn; else nothing."""
    if claims:
        return ""
    withdrawn = [claim for claim in left_out_claims(context, subject) if claim.is_withdrawn]
    if not withdrawn:
        return ""
    articles = articles_of(context, withdrawn)
    names = [f"{context.names.brief_articles[article.id]}, {article_status(context, article)}" for article in articles]
    # A status may give a reason with commas in it.
    return context.labels.say("nothing-left", n=len(articles), articles="; ".join(names))
