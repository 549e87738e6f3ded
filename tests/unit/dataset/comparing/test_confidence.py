"""How sure a value is, by the grades of its origins and by what was read of them."""

from dataclasses import replace

import pytest

from briefing.dataset.comparing.confidence import rate_confidence
from briefing.dataset.linked.records import Confidence
from briefing.model.ids import ArticleId
from tests.unit.dataset.sample import dataset, figure


@pytest.mark.parametrize(
    ("grades", "word"),
    [
        ("A", "moderate"), ("B", "moderate"), ("C", "moderate"), ("D", "low"), ("E", "low"), ("F", "low"),
        ("AA", "high"), ("AB", "high"), ("BB", "high"), ("AC", "moderate"), ("BD", "moderate"), ("CC", "moderate"),
        ("DD", "moderate"), ("FF", "moderate"), ("ABF", "high"), ("ACD", "moderate"), ("CDEF", "moderate"),
    ],
)  # fmt: skip
def test_confidence_follows_from_the_grades_of_origins(grades: str, word: str) -> None:
    (claim,) = dataset(figure(1, "USD 1bn")).claims.values()
    by_origin = {f"origin-{n}": grade for n, grade in enumerate(grades)}
    claims = [replace(claim, article=ArticleId(origin), origin=origin) for origin in by_origin]
    confidence, reason = rate_confidence(claims, by_origin, frozenset())
    assert confidence.value == word
    assert reason.startswith(f"{len(grades)} independent origins" if len(grades) > 1 else "1 article")


def test_reports_that_an_article_only_cites_are_no_witnesses_beside_it() -> None:
    """Four poor voices of which nobody read more than one are one poor voice; a fair one among them is heard."""
    (own,) = dataset(figure(1, "USD 1bn")).claims.values()
    cited = [replace(own, origin=name, qualifiers={**own.qualifiers, "via": name}) for name in ("wire", "daily")]
    grades = {own.origin: "D", "wire": "D", "daily": "E"}
    confidence, reason = rate_confidence([own, *cited], grades, frozenset())
    assert (confidence, reason) == (
        Confidence.LOW,
        "1 article and 2 reports known only from being cited, of grades D and E",
    )
    assert rate_confidence([own, *cited], {**grades, own.origin: "C"}, frozenset())[0] is Confidence.MODERATE
    read = [replace(claim, article=ArticleId(claim.origin), qualifiers=own.qualifiers) for claim in cited]
    assert rate_confidence([own, *read], grades, frozenset())[0] is Confidence.MODERATE
    assert rate_confidence(cited, {"wire": "D", "daily": "E"}, frozenset()) == (
        Confidence.LOW,
        "2 reports known only from 1 article citing them, of grades D and E",
    )


def test_an_article_that_only_cites_a_report_is_counted_with_the_report_and_not_with_those_that_say_it() -> None:
    (own,) = dataset(figure(1, "USD 1bn")).claims.values()
    cited = replace(own, article=ArticleId("digest"), origin="wire", qualifiers={**own.qualifiers, "via": "wire"})
    copy = replace(own, article=ArticleId("copy"))
    other = replace(own, article=ArticleId("other"), origin="other", original_known=False)
    grades = {own.origin: "B", "wire": "C", "other": "E"}
    reasons = [
        rate_confidence(claims, {claim.origin: grades[claim.origin] for claim in claims}, frozenset())[1]
        for claims in ([own, cited], [own, copy, cited], [own, copy, other, cited])
    ]
    assert reasons == [
        "1 article and 1 report known only from being cited, of grades B and C",
        "1 origin in 2 articles and 1 report known only from being cited, of grades B and C",
        "3 articles (2 of one original), no common original known"
        " and 1 report known only from being cited, of grades B, C and E",
    ]


def test_a_release_counts_before_its_grade() -> None:
    claims = list(dataset(figure(1, "USD 1bn")).claims.values())
    confidence, reason = rate_confidence(claims, {"one": "F"}, frozenset({claims[0].key}))
    assert (confidence, reason.split(";")[0]) == (Confidence.HIGH, "the actor's own release about a done act")
