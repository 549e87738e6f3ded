"""Records as things of schema.org: what is not known is left out."""

from dataclasses import replace

from briefing.model.ids import ArticleId, SubjectId
from briefing.views.base.context import open_context
from briefing.views.pages.structured_records import (
    present,
    structured_article,
    structured_citation,
    structured_subject,
)
from tests.unit.views.sample import ARTICLES, claims, link, sample_context, subjects

DAILY = ArticleId("daily-1")


def test_a_subject_has_all_its_names_and_identifiers() -> None:
    context = sample_context()
    acme = subjects()[SubjectId("acme")]
    thing = structured_subject(context, acme, context.page(acme.id))
    assert (thing["@type"], thing["name"]) == ("Organization", "Acme")
    assert thing["@id"] == "https://sample.example/companies/acme/#top"
    assert thing["alternateName"] == ["Acme Corporation", "アクメ株式会社", "Acme Corp", "AC"]
    assert thing["identifier"] == [{"@type": "PropertyValue", "propertyID": "lei", "value": "5493001KJTIIGC8Y1R12"}]
    bolt = structured_subject(context, subjects()[SubjectId("bolt")], context.page(SubjectId("bolt")))
    assert not {"alternateName", "identifier"} & bolt.keys()


def test_an_article_is_the_original_and_its_page_here_is_its_id() -> None:
    article = structured_article(sample_context(), DAILY)
    assert (article["@type"], article["datePublished"]) == ("NewsArticle", "2024-04-14")
    assert article["@id"] == "https://sample.example/articles/daily-1/#top"
    assert article["url"] == "https://daily.example/a?b=1&copy=2"
    assert article["author"] == [{"@type": "Person", "name": "Hiro Sato"}]


def test_a_month_is_no_date_and_a_form_may_be_more_than_news() -> None:
    opinion = replace(ARTICLES[ArticleId("copy-1")], form="opinion")
    context = open_context(link(subjects(), claims(), {**ARTICLES, opinion.id: opinion}))
    article = structured_article(context, opinion.id)
    assert article["@type"] == "OpinionNewsArticle"
    assert not {"datePublished", "publisher", "url"} & article.keys()


def test_a_reference_goes_by_its_title_else_by_its_publisher_else_by_its_id() -> None:
    (cited,) = ARTICLES[DAILY].cites
    variants = (cited, replace(cited, title=None), replace(cited, title=None, publisher=None))
    assert [structured_citation(sample_context(), variant)["name"] for variant in variants] == [
        "Acme plans", "Acme", "weekly-1",
    ]  # fmt: skip


def test_fields_without_a_value_are_left_out() -> None:
    assert present(url=None, author=[], name="x") == {"name": "x"}
