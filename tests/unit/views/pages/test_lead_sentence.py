"""What to say of a record in a sentence or two."""

from dataclasses import replace

from briefing.model.ids import ArticleId, SubjectId
from briefing.views.pages.lead_sentence import article_sentence, lead_sentence
from tests.unit.views.sample import ARTICLES, subjects


def test_a_subject_leads_with_its_bottom_line_or_with_what_it_is() -> None:
    records = subjects()
    assert lead_sentence(records[SubjectId("acme")]) == "Acme makes chips in Japan with Bolt."
    assert lead_sentence(records[SubjectId("bolt")]) == "The sample subject bolt."


def test_an_article_that_nobody_summed_up_says_nothing() -> None:
    article = ARTICLES[ArticleId("daily-1")]
    assert article_sentence(article) == "Acme builds chips in Japan."
    assert article_sentence(replace(article, summary=None)) == ""
    assert article.summary is not None
    assert article_sentence(replace(article, summary=replace(article.summary, bottom_line=None))) == ""
