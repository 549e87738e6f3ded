"""Pages as JSON-LD in the words of schema.org: what a page is about, and the sources that carry it."""

import json
from collections.abc import Callable, Mapping

from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.model.records import Article, Citation, Subject
from briefing.routes import HOME, PagePath, api_file, article_page, site_url
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.parts.page_claims import page_claims

Json = dict[str, object]
CONTEXT = "https://schema.org"
_FORMS = {"opinion": "OpinionNewsArticle", "reference": "CreativeWork", "release": "Article"}
"""What schema.org calls a document by its form; all others are news."""


def structure_pages(ctx: Context) -> Callable[[Head], str]:
    """Return the function that tells the JSON-LD of a page by its head."""
    subjects = {ctx.page(subject): subject for subject in ctx.data.subjects}
    articles = {article_page(article): article for article in ctx.data.articles}

    def structured(head: Head) -> str:
        page = _page(ctx, head)
        if head.page == HOME:
            page |= {"mainEntity": _dataset(ctx)}
        elif head.page in subjects:
            page |= _about_subject(ctx, subjects[head.page], head.page)
        elif head.page in articles:
            page |= _about_article(ctx, articles[head.page])
        return json.dumps(page, ensure_ascii=False, separators=(",", ":"))

    return structured


def _page(ctx: Context, head: Head) -> Json:
    briefing = ctx.data.briefing
    root = site_url(briefing.url, HOME)
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": site_url(briefing.url, head.page),
        "url": site_url(briefing.url, head.page),
        "name": head.full_title,
        "description": head.description,
        "inLanguage": head.lang or briefing.language,
        **_dated(ctx),
        "isPartOf": {"@type": "WebSite", "@id": f"{root}#site", "url": root, "name": briefing.name.en},
        **_trail(ctx, head),
    }


def _dated(ctx: Context) -> Json:
    """Return the page's own date, before those of what it cites: the day that the data was last updated.

    A page about an article is ours, too, and so is its date; that of the article stands with the article.
    """
    day = ctx.data.briefing.as_of.printed
    return {"datePublished": day, "dateModified": day}


def _trail(ctx: Context, head: Head) -> Json:
    if not head.up:
        return {}
    steps = [(link.text, link.page) for link in head.up] + [(head.title, head.page)]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": site_url(ctx.data.briefing.url, page)}
        for place, (name, page) in enumerate(steps, 1)
    ]
    return {"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": items}}


def _dataset(ctx: Context) -> Json:
    """Return the briefing as a data set: its claims are there as JSON and as CSV."""
    briefing = ctx.data.briefing
    root = site_url(briefing.url, HOME)
    files = (("claims.json", "application/json"), ("claims.csv", "text/csv"))
    licence = briefing.licences.get("data", "")
    return {
        "@type": "Dataset",
        "@id": f"{root}#data",
        "name": briefing.name.en,
        "description": briefing.description or briefing.name.en,
        "url": root,
        "isAccessibleForFree": True,
        **({"license": licence} if licence.startswith("https://") else {}),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{root}{api_file(name)}"}
            for name, kind in files
        ],
        "citation": [_article(ctx, article) for article in ctx.data.articles],
    }


def _about_subject(ctx: Context, subject: SubjectId, page: PagePath) -> Json:
    record = ctx.data.subjects[subject]
    reviewed = record.last_verified
    articles = dict.fromkeys(claim.article for claim in page_claims(ctx, subject))
    return {
        **({"lastReviewed": reviewed.printed} if reviewed and reviewed.earliest == reviewed.latest else {}),
        "mainEntity": _thing(ctx, record, page),
        "citation": [_article(ctx, article) for article in articles],
    }


def _thing(ctx: Context, record: Subject, page: PagePath) -> Json:
    name = record.name
    other = dict.fromkeys([name.en, name.ja, *(alias.name for alias in record.aliases)])
    others = [one for one in other if one and one != name.display]
    identifiers = [
        {"@type": "PropertyValue", "propertyID": scheme, "value": value} for scheme, value in record.identifiers.items()
    ]
    return {
        "@type": ctx.data.registry.kinds[record.kind].schema_type,
        "@id": f"{site_url(ctx.data.briefing.url, page)}#top",
        "name": name.display,
        **({"alternateName": others} if others else {}),
        "description": record.describes,
        **({"identifier": identifiers} if identifiers else {}),
    }


def _about_article(ctx: Context, article: ArticleId) -> Json:
    cited = [_citation(ctx, one) for one in ctx.data.articles[article].cites]
    return {"mainEntity": {**_article(ctx, article), **({"citation": cited} if cited else {})}}


def _article(ctx: Context, article: ArticleId) -> Json:
    record = ctx.data.articles[article]
    return {
        "@type": _FORMS.get(record.form, "NewsArticle"),
        "@id": site_url(ctx.data.briefing.url, article_page(article)) + "#top",
        "name": record.title or ctx.names.articles[article],
        "inLanguage": record.language,
        **_published(record),
        **({"url": record.url} if record.url else {}),
        **({"author": [{"@type": "Person", "name": one} for one in record.author]} if record.author else {}),
        **_publisher(ctx, record.publisher),
    }


def _published(record: Article | Citation) -> Mapping[str, object]:
    """Return the day of publication; what is known less precisely is no date to schema.org."""
    day = record.published
    return {"datePublished": day.printed} if day and day.earliest and day.earliest == day.latest else {}


def _publisher(ctx: Context, publisher: PublisherId | None) -> Json:
    found = ctx.publisher(publisher)
    return {"publisher": {"@type": "Organization", "name": found.name.display}} if found else {}


def _citation(ctx: Context, one: Citation) -> Json:
    found = ctx.publisher(one.publisher)
    return {
        "@type": "CreativeWork",
        "name": one.title or (found.name.display if found else one.id),
        **_published(one),
        **({"url": one.url} if one.url else {}),
        **_publisher(ctx, one.publisher),
    }
