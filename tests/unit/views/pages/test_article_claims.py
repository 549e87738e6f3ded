"""Claims of an article in parts, none of which ends within a paragraph."""

from briefing.model.ids import ArticleId
from briefing.views.base.context import open_context
from briefing.views.pages.article import view_article
from tests.unit.views.sample import claim, claims, link, subjects


def test_a_long_article_is_folded_between_paragraphs() -> None:
    many = [claim(f"daily-1#c{100 + n}", "acme", "aim", f"aim {n}", par=10 + n // 30) for n in range(90)]
    parts = view_article(open_context(link(subjects(), [*claims(), *many])), ArticleId("daily-1")).claims
    assert [part.title for part in parts[1:]] == ["¶11: 30 claims", "¶12: 30 claims"]
    assert not parts[0].title
    assert sum(len(part.rows) for part in parts[1:]) == 60
    short = view_article(open_context(link(subjects(), claims())), ArticleId("daily-1")).claims
    assert [part.title for part in short] == [""]
