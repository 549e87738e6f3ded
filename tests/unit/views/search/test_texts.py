"""The texts that search goes through, and what they weigh."""

from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.views.search.texts import DETAIL, STATEMENT, SUMMARY, article_texts, publisher_texts, subject_texts
from tests.unit.views.sample import ARTICLES, PUBLISHERS, sample_context, subjects


def acme_texts() -> dict[str, int]:
    context, acme = sample_context(), subjects()[SubjectId("acme")]
    return {text: weight for weight, text in subject_texts(context, acme, context.claims_of(acme.id))}


def test_what_a_subject_is_weighs_more_than_what_is_said_and_that_more_than_details() -> None:
    weights = acme_texts()
    assert weights["Acme makes chips in Japan with Bolt."] == SUMMARY
    assert weights["make chips with Bolt in Japan"] == STATEMENT
    assert weights["logic chips"] == DETAIL
    assert SUMMARY > STATEMENT > DETAIL


def test_what_stands_beside_the_first_value_is_found_and_weighs_less() -> None:
    weights = acme_texts()
    assert (weights["3rd"], weights["30th"]) == (STATEMENT, DETAIL)


def test_a_related_subject_is_found_by_its_names_in_both_scripts() -> None:
    context, fab = sample_context(), subjects()[SubjectId("fab-1")]
    assert (STATEMENT, "Acme アクメ株式会社 アクメ") in subject_texts(context, fab, context.claims_of(fab.id))


def test_what_was_excluded_is_not_searched() -> None:
    context = sample_context()
    bolt = subjects()[SubjectId("bolt")]
    assert any(claim.excluded for claim in context.claims_of(bolt.id))
    assert "sell to Ann Lee" not in {text for _, text in subject_texts(context, bolt, context.claims_of(bolt.id))}


def test_on_the_page_of_an_article_its_summary_counts_most() -> None:
    texts = article_texts(sample_context(), ARTICLES[ArticleId("daily-1")])
    assert texts[:4] == (
        (SUMMARY, "Acme builds chips in Japan."),
        (STATEMENT, "Acme gets 3.9 trillion yen."),
        (DETAIL, "One analyst only."),
        (DETAIL, "Hiro Sato"),
    )
    assert {weight for weight, _ in texts[4:]} == {DETAIL}


def test_a_publisher_is_found_by_the_reason_for_its_grade() -> None:
    assert publisher_texts(PUBLISHERS[PublisherId("daily")]) == ((DETAIL, "a newspaper"),)
