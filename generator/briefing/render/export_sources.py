"""Articles, publishers and origins as the JSON files that resolve their ids.

Field names and forms are a contract (``api/v1``); they may grow and never change.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from briefing import routes
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId
from briefing.model.records import Article, Citation, Publisher, Summary
from briefing.render.export import Export, ExportData, Json
from briefing.render.export_files import with_head
from briefing.render.export_rows import name_json
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain

_ORIGINS = routes.api_file("origins.json")


def source_exports(context: Context) -> Iterator[Export]:
    """Yield the export of each article and publisher, and that of all origins."""
    for article in context.data.articles.values():
        yield Export(routes.article_json(article.id), partial(_article_file, context, article))
    for publisher in context.data.publishers.values():
        yield Export(routes.publisher_json(publisher.id), partial(_publisher_file, context, publisher))
    yield Export(_ORIGINS, partial(_origins_file, context))


def _article_file(context: Context, article: Article, data: ExportData) -> bytes:
    claims = context.articles.claims.get(article.id, ())
    content: Json = {
        "article": article_json(article),
        "summary": summary_json(context, article.summary),
        "claims": [claim.key for claim in claims],
        "conflicts": _conflicts_of(context, article.id),
    }
    return with_head(data, "articles", routes.article_json(article.id), content)


def article_json(article: Article) -> Json:
    """Return what is known of an article; ``url`` is its page here, ``source_url`` where it was published."""
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "author": list(article.author),
        "source_url": article.url,
        "language": article.language,
        "form": article.form,
        "published": article.published.edtf,
        "published_basis": article.published_basis,
        "origin": article.origin,
        "original": "known" if article.original_known else "unknown",
        "grade": {"letter": article.grade.letter, "why": article.grade.why},
        "review": article.review,
        "status": article.status,
        "status_reason": article.status_reason,
        "cites": list(map(_citation_json, article.cites)),
        "url": routes.url(routes.article_page(article.id)),
    }


def _citation_json(citation: Citation) -> Json:
    return {
        "id": citation.id,
        "publisher": citation.publisher,
        "title": citation.title,
        "published": citation.published.edtf if citation.published else None,
        "source_url": citation.url,
        "origin": citation.origin,
    }


def summary_json(context: Context, summary: Summary | None) -> Json | None:
    """Return our summary of an article as plain text, or null where nobody has written one."""
    if summary is None:
        return None
    points = [{"text": plain_text(context, point.text), "claims": list(point.claims)} for point in summary.points]
    return {
        "bottom_line": plain_text(context, summary.bottom_line) if summary.bottom_line else None,
        "points": points,
        "limits": [plain_text(context, limit) for limit in summary.limits],
    }


def plain_text(context: Context, text: str) -> str:
    """Return prose of ours without the marks of links that editors write by hand."""
    # Looking for every name in a text takes long, and few texts have a mark.
    if "[[" not in text:
        return text
    return plain(Linker(context).prose(text))


def _conflicts_of(context: Context, article: ArticleId) -> list[str]:
    """Return the keys of the conflicts that claims of an article are part of, each once."""
    keys: dict[str, None] = {}
    for claim in context.articles.claims.get(article, ()):
        for conflict in context.findings.by_claim.get(claim.key, ()):
            keys[conflict.key] = None
    return list(keys)


def _publisher_file(context: Context, publisher: Publisher, data: ExportData) -> bytes:
    articles = context.articles.by_publisher.get(publisher.id, ())
    content: Json = {"publisher": publisher_json(publisher), "articles": [article.id for article in articles]}
    return with_head(data, "publishers", routes.publisher_json(publisher.id), content)


def publisher_json(publisher: Publisher) -> Json:
    """Return what is known of a publisher; ``url`` is its page here, ``source_url`` its own site."""
    return {
        "id": publisher.id,
        "name": name_json(publisher.name),
        "grade": {"letter": publisher.grade.letter, "why": publisher.grade.why},
        "subject": publisher.subject,
        "source_url": publisher.url,
        "url": routes.url(routes.publisher_page(publisher.id)),
    }


def _origins_file(context: Context, data: ExportData) -> bytes:
    """Return every origin with the articles and claims that rest on it: what copies of one original share."""
    claims: dict[str, list[Claim]] = {}
    for claim in data.dataset.claims.values():
        claims.setdefault(claim.origin, []).append(claim)
    articles = context.articles.by_origin
    # An origin may be named by an article alone, of which no claim is written down yet.
    names = sorted({*claims, *articles})
    rows = [_origin_json(name, articles.get(name, ()), claims.get(name, ())) for name in names]
    return with_head(data, "origins", _ORIGINS, {"origins": rows})


def _origin_json(origin: str, articles: Iterable[Article], claims: Collection[Claim]) -> Json:
    # A claim that an article passes on from another has the origin of that other.
    passing_on = {claim.article for claim in claims}
    return {
        "id": origin,
        "articles": sorted({article.id for article in articles} | passing_on),
        "claims": [claim.key for claim in claims],
    }
