"""What search knows of the pages that explain the site, and of those that people wrote beside the data."""

from collections.abc import Iterator

from briefing.routes import ABOUT, COMPARE, DATA, GLOSSARY, HOME, LICENCE, METHOD, PagePath
from briefing.views.base.context import Context
from briefing.views.base.shortening import shorten
from briefing.views.pages.glossary_marks import mark_groups
from briefing.views.search.entries import SearchEntry, SearchNames
from briefing.views.search.texts import DETAIL, STATEMENT, WeightedText

_EXPLAINING = {
    "about": ABOUT,
    "compare": COMPARE,
    "data-page": DATA,
    "glossary": GLOSSARY,
    "licence": LICENCE,
    "method": METHOD,
}


def explaining_pages(context: Context) -> Iterator[SearchEntry]:
    """Yield the pages that say how to read the others, with what they are about."""
    yield _explaining_page(context, "glossary", _mark_texts(context))
    yield _explaining_page(context, "method", ((STATEMENT, context.labels.say("search-method")),))
    for name in ("about", "licence", "compare", "data-page"):
        yield _explaining_page(context, name)


def _mark_texts(context: Context) -> tuple[WeightedText, ...]:
    # Every mark leads to the glossary: readers look for the word that they saw beside a fact.
    texts: list[WeightedText] = []
    for group in mark_groups(context):
        texts.extend((DETAIL, f"{mark.word} {mark.meaning}") for mark in group.marks)
    return tuple(texts)


def _explaining_page(context: Context, name: str, texts: tuple[WeightedText, ...] = ()) -> SearchEntry:
    # The label `about` is the head of a column; that of the page has a key of its own.
    title = context.labels.say("about-site" if name == "about" else name)
    line = context.labels.say(f"{name}-description", briefing=context.data.briefing.name.en)
    return SearchEntry(_EXPLAINING[name], "page", SearchNames(title), line, texts=((STATEMENT, line), *texts))


def written_pages(context: Context) -> Iterator[SearchEntry]:
    """Yield the pages that people have written beside those of the data."""
    for page in context.written:
        # The first page has no entry, whoever wrote it: all that it shows stands on other pages, too.
        if page.path == HOME:
            continue
        texts = ((STATEMENT, page.description), (DETAIL, page.text))
        names = SearchNames(page.title)
        yield SearchEntry(PagePath(page.path), "page", names, shorten(page.description), texts=texts)
