"""What search knows of the pages that explain the site, those that people wrote among them.

Every mark with its meaning leads to the glossary.
"""

from collections.abc import Iterator

from briefing.routes import ABOUT, COMPARE, GLOSSARY, HOME, LICENCE, METHOD, PagePath
from briefing.views.base.context import Context
from briefing.views.base.shortening import shorten
from briefing.views.pages.glossary_marks import mark_groups
from briefing.views.search.entries import SearchEntry, SearchNames
from briefing.views.search.texts import DETAIL, SAYING, Weighed


def explaining_pages(ctx: Context) -> Iterator[SearchEntry]:
    """Yield the pages that say how to read the others, with what they are about."""
    marks = tuple((DETAIL, f"{one.word} {one.meaning}") for group in mark_groups(ctx) for one in group.marks)
    yield _page(ctx, "glossary", marks)
    yield _page(ctx, "method", ((SAYING, ctx.labels.say("search-method")),))
    for name in ("about", "licence", "compare"):
        yield _page(ctx, name)


def written_pages(ctx: Context) -> Iterator[SearchEntry]:
    """Yield the pages that people have written beside those of the data."""
    for one in (page for page in ctx.written if page.path != HOME):
        texts = ((SAYING, one.description), (DETAIL, one.text))
        yield SearchEntry(PagePath(one.path), "page", SearchNames(one.title), shorten(one.description), texts=texts)


def _page(ctx: Context, name: str, texts: tuple[Weighed, ...] = ()) -> SearchEntry:
    page = {
        "about": ABOUT,
        "compare": COMPARE,
        "glossary": GLOSSARY,
        "licence": LICENCE,
        "method": METHOD,
    }[name]
    title = ctx.labels.say("about-site" if name == "about" else name)
    line = ctx.labels.say(f"{name}-description", briefing=ctx.data.briefing.name.en)
    return SearchEntry(page, "page", SearchNames(title), line, texts=((SAYING, line), *texts))
