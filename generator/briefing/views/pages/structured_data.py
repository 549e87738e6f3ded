"""Pages as JSON-LD in the words of schema.org: what a page is about, and the sources that carry it."""

import json
from collections.abc import Callable

from briefing.model.dates import PartialDate
from briefing.model.ids import ArticleId, SubjectId
from briefing.routes import HOME, PagePath, api_file, article_page, site_url
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.pages.structured_records import (
    Json,
    present,
    structured_article,
    structured_citation,
    structured_subject,
)
from briefing.views.parts.page_claims import page_claims

VOCABULARY = "https://schema.org"
_FILES = {"claims.json": "application/json", "claims.csv": "text/csv"}
"""The files of the data set with their media types."""


def structure_pages(context: Context) -> Callable[[Head], str]:
    """Return the function that gives the JSON-LD of a page by its head."""
    # Heads are all that is known of pages here, and the address of a page says what it is about.
    subjects = {context.page(subject): subject for subject in context.data.subjects}
    articles = {article_page(article): article for article in context.data.articles}

    def structure(head: Head) -> str:
        page = _page(context, head)
        if head.page == HOME:
            page |= {"mainEntity": _dataset(context)}
        elif head.page in subjects:
            page |= _about_subject(context, subjects[head.page], head.page)
        elif head.page in articles:
            page |= _about_article(context, articles[head.page])
        return json.dumps(page, ensure_ascii=False, separators=(",", ":"))

    return structure


def _page(context: Context, head: Head) -> Json:
    briefing = context.data.briefing
    address = site_url(briefing.url, head.page)
    return {
        "@context": VOCABULARY,
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": head.full_title,
        "description": head.description,
        "inLanguage": head.lang or briefing.language,
        **_dates(context),
        "isPartOf": _site(context),
        **_breadcrumb(context, head),
    }


def _site(context: Context) -> Json:
    briefing = context.data.briefing
    root = site_url(briefing.url, HOME)
    return {"@type": "WebSite", "@id": f"{root}#site", "url": root, "name": briefing.name.en}


def _dates(context: Context) -> Json:
    """Return the page's own date, before those of what it cites: the day that the data was last updated.

    A page about an article is ours, too, and so is its date; that of the article stands with the article.
    """
    day = context.data.briefing.as_of.printed
    return {"datePublished": day, "dateModified": day}


def _breadcrumb(context: Context, head: Head) -> Json:
    if not head.up:
        return {}
    steps = [(link.text, link.page) for link in head.up]
    # Schema.org wants the page itself as the last step of the way to it.
    steps.append((head.title, head.page))
    items = [_breadcrumb_item(context, position, *step) for position, step in enumerate(steps, 1)]
    return {"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": items}}


def _breadcrumb_item(context: Context, position: int, name: str, page: PagePath) -> Json:
    address = site_url(context.data.briefing.url, page)
    return {"@type": "ListItem", "position": position, "name": name, "item": address}


def _dataset(context: Context) -> Json:
    """Return the briefing as a data set: its claims are there as JSON and as CSV."""
    briefing = context.data.briefing
    root = site_url(briefing.url, HOME)
    return {
        "@type": "Dataset",
        "@id": f"{root}#data",
        "name": briefing.name.en,
        "description": briefing.description or briefing.name.en,
        "url": root,
        "isAccessibleForFree": True,
        **_licence(context),
        "distribution": [_download(f"{root}{api_file(name)}", media) for name, media in _FILES.items()],
        "citation": [structured_article(context, article) for article in context.data.articles],
    }


def _licence(context: Context) -> Json:
    # Schema.org takes the address of a licence, not the name of one.
    licence = context.data.briefing.licences.get("data", "")
    return {"license": licence} if licence.startswith("https://") else {}


def _download(address: str, media_type: str) -> Json:
    return {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": address}


def _about_subject(context: Context, subject: SubjectId, page: PagePath) -> Json:
    record = context.data.subjects[subject]
    articles = dict.fromkeys(claim.article for claim in page_claims(context, subject))
    return {
        **_last_review(record.last_verified),
        "mainEntity": structured_subject(context, record, page),
        "citation": [structured_article(context, article) for article in articles],
    }


def _last_review(checked: PartialDate | None) -> Json:
    # Only a full date is one to schema.org.
    if checked is None or checked.earliest != checked.latest:
        return {}
    return {"lastReviewed": checked.printed}


def _about_article(context: Context, article: ArticleId) -> Json:
    citations = [structured_citation(context, citation) for citation in context.data.articles[article].cites]
    return {"mainEntity": {**structured_article(context, article), **present(citation=citations)}}
