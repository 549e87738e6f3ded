"""Records of the data as things of schema.org: subjects, articles, and what articles cite."""

from briefing.model.ids import ArticleId, PublisherId
from briefing.model.records import Article, Citation, Subject
from briefing.routes import PagePath, article_page, site_url
from briefing.views.base.context import Context

Json = dict[str, object]
_FORMS = {"opinion": "OpinionNewsArticle", "reference": "CreativeWork", "release": "Article"}
"""What schema.org calls a document by its form; all others are news."""


def present(**fields: object) -> Json:
    """Return the fields that hold something: readers of JSON-LD take an empty value for a statement."""
    return {name: value for name, value in fields.items() if value}


def structured_subject(context: Context, record: Subject, page: PagePath) -> Json:
    """Return a subject as a thing of its kind's type, with all its names and identifiers."""
    return {
        # Each kind of the registry says what schema.org calls it.
        "@type": context.data.registry.kinds[record.kind].schema_type,
        "@id": f"{site_url(context.data.briefing.url, page)}#top",
        "name": record.name.display,
        **present(alternateName=_other_names(record)),
        "description": record.describes,
        **present(identifier=_identifiers(record)),
    }


def _other_names(record: Subject) -> list[str]:
    # A dictionary drops names that are written twice and keeps the order in which they stand in the data.
    names = dict.fromkeys([record.name.en, record.name.ja, *(alias.name for alias in record.aliases)])
    return [name for name in names if name and name != record.name.display]


def _identifiers(record: Subject) -> list[Json]:
    return [
        {"@type": "PropertyValue", "propertyID": scheme, "value": value} for scheme, value in record.identifiers.items()
    ]


def structured_article(context: Context, article: ArticleId) -> Json:
    """Return an article as a document; ``@id`` is the address of its page here, ``url`` that of the original."""
    record = context.data.articles[article]
    return {
        "@type": _FORMS.get(record.form, "NewsArticle"),
        "@id": site_url(context.data.briefing.url, article_page(article)) + "#top",
        "name": record.title or context.names.articles[article],
        "inLanguage": record.language,
        **_publication_date(record),
        **present(url=record.url, author=_authors(record)),
        **_publisher(context, record.publisher),
    }


def _authors(record: Article) -> list[Json]:
    return [{"@type": "Person", "name": name} for name in record.author]


def structured_citation(context: Context, citation: Citation) -> Json:
    """Return a reference that an article names as a work, of which little more than a name may be known."""
    return {
        "@type": "CreativeWork",
        "name": _citation_name(context, citation),
        **_publication_date(citation),
        **present(url=citation.url),
        **_publisher(context, citation.publisher),
    }


def _citation_name(context: Context, citation: Citation) -> str:
    # Schema.org wants a name of every work: whose it is says more than the id that we gave it.
    if citation.title:
        return citation.title
    publisher = context.publisher(citation.publisher)
    return publisher.name.display if publisher else citation.id


def _publication_date(record: Article | Citation) -> Json:
    """Return the day of publication; what is known less precisely is no date to schema.org."""
    day = record.published
    if day is None or day.earliest is None or day.earliest != day.latest:
        return {}
    return {"datePublished": day.printed}


def _publisher(context: Context, name: PublisherId | None) -> Json:
    publisher = context.publisher(name)
    if publisher is None:
        return {}
    return {"publisher": {"@type": "Organization", "name": publisher.name.display}}
