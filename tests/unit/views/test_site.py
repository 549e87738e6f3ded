"""The site as a whole: titles, lists that split, and the names by which articles are told apart."""

from briefing.model.ids import ArticleId, SubjectId
from briefing.views.base.context import open_context
from briefing.views.base.paging import split_by_weight
from briefing.views.pages.article_list import view_articles
from briefing.views.site import view_site
from tests.unit.views.sample import ARTICLES, article, claims, link, sample, subjects


def test_lists_split_after_two_hundred_rows() -> None:
    assert [len(part) for part in split_by_weight(range(401), lambda _: 1)] == [200, 200, 1]
    assert split_by_weight([], len) == ((),)
    many = {ArticleId(f"n-{n}"): article(f"n-{n}", "daily", "2024") for n in range(201)}
    pages = view_articles(open_context(link(subjects(), claims(), {**ARTICLES, **many})))
    assert [len(page.rows) for page in pages] == [200, 4]
    assert [page.head.page for page in pages] == ["articles/index.md", "articles/page_2/index.md"]


def test_articles_of_one_publisher_are_told_apart() -> None:
    same = {ArticleId(name): article(name, "daily", "2024-05-01") for name in ("d-2", "d-3")}
    names = open_context(link(subjects(), claims(), {**ARTICLES, **same})).names.articles
    assert names[ArticleId("daily-1")] == "The Daily, 14 April 2024"
    assert names[ArticleId("d-2")] == "The Daily 1, 1 May 2024"
    assert names[ArticleId("d-3")] == "The Daily 2, 1 May 2024"


def test_an_article_without_a_publisher_is_named_in_words() -> None:
    alone = open_context(link(subjects(), claims())).names.articles
    assert alone[ArticleId("copy-1")] == "Unidentified source, April 2024"
    second = {ArticleId("copy-2"): article("copy-2", None, "2024-04")}
    both = open_context(link(subjects(), claims(), {**ARTICLES, **second})).names.articles
    assert both[ArticleId("copy-2")] == "Unidentified source 2, April 2024"


def test_a_source_without_a_publisher_has_a_brief_name_for_narrow_cells() -> None:
    """Its date goes where the number tells it from the others; it stays where two would have one name."""
    more = {ArticleId(name): article(name, None, when) for name, when in (("copy-2", "2024-04"), ("copy-3", "2025-01"))}
    context = open_context(link(subjects(), claims(), {**ARTICLES, **more}))
    assert [context.names.brief_articles[ArticleId(f"copy-{n}")] for n in (1, 2, 3)] == [
        "Unidentified 1",
        "Unidentified 2",
        "Unidentified source",
    ]
    clash = {ArticleId(name): article(name, None, "2025-01") for name in ("copy-3", "copy-4")}
    context = open_context(link(subjects(), claims(), {**ARTICLES, **more, **clash}))
    assert context.names.brief_articles[ArticleId("copy-4")] == context.names.articles[ArticleId("copy-4")]
    assert context.names.brief_articles[ArticleId("daily-1")] == context.names.articles[ArticleId("daily-1")]


def test_every_page_has_a_title_of_its_own() -> None:
    heads = [page.head for page in view_site(open_context(sample()))]
    assert len({head.full_title for head in heads}) == len(heads)
    assert len({head.page for head in heads}) == len(heads)
    assert SubjectId("acme") in {head.page.split("/")[1] for head in heads if head.kind == "company"}
