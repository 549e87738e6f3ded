"""Pages as Markdown: the page tree for an engine, and readable twins of the same pages."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from briefing.render.environment import PAGES, TWINS, Target, render
from briefing.views.base.context import Context
from briefing.views.site import Page, view_site

TEMPLATES: Mapping[str, str] = {
    "HomePage": "home",
    "KindPage": "kind",
    "SubjectPage": "subject",
    "ArticlePage": "article",
    "ArticleClaimsPage": "article_claims",
    "ArticlesPage": "articles",
    "PublishersPage": "publishers",
    "PublisherPage": "publisher",
    "ClaimsPage": "claims",
    "SourcesPage": "sources",
    "TimelinePage": "timeline",
    "MoneyPage": "money",
    "MoneyPartPage": "money_part",
    "NetworkPage": "network",
    "ConflictsPage": "conflicts",
    "ChecksPage": "checks",
    "DataPage": "data",
    "GlossaryPage": "glossary",
    "ComparePage": "compare",
    "AboutPage": "about",
    "MethodPage": "method",
    "LicencePage": "licence",
    "CorrectionsPage": "corrections",
    "ChangesPage": "changes",
    "WeekPage": "week",
    "KnownPage": "known",
    "KnownMonthPage": "known_month",
    "SearchPage": "search",
}


def render_pages(context: Context) -> dict[str, str]:
    """Return every page as escaped Markdown with front matter, by page path."""
    return _render_all(view_site(context), PAGES, context.data.briefing.language)


def render_twins(context: Context) -> dict[str, str]:
    """Return every page as readable Markdown, by page path."""
    return _render_all(view_site(context), TWINS, context.data.briefing.language)


def render_site(context: Context) -> tuple[dict[str, str], dict[str, str]]:
    """Return the pages and their twins, from views made once."""
    views = view_site(context)
    language = context.data.briefing.language
    pages: dict[str, str] = {}
    twins: dict[str, str] = {}
    # Side by side, for both come to the same links.
    for view in views:
        pages[view.head.page] = render_page(view, PAGES, language)
        twins[view.head.page] = render_page(view, TWINS, language)
    return pages, twins


def _render_all(pages: Sequence[Page], target: Target, language: str) -> dict[str, str]:
    return {page.head.page: render_page(page, target, language) for page in pages}


def render_page(page: Page, target: Target, language: str) -> str:
    """Return one page for a target."""
    template = f"pages/{TEMPLATES[type(page).__name__]}.md.jinja"
    return _tidy(render(target, language, template, page.head.page, page=page))


def _tidy(text: str) -> str:
    """Return Markdown with single blank lines and no spaces at line ends, which would break the line."""
    lines = [line.rstrip() for line in text.strip().split("\n")]
    tidy = [line for before, line in pairwise(["", *lines]) if line or before]
    return "\n".join(tidy) + "\n"
