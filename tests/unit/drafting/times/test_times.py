import pytest

from briefing.drafting.clauses.proposal import Field
from briefing.drafting.times.times import propose_dates, propose_publication
from briefing.model.ids import SubjectId
from tests.unit.drafting.outline import ReadClauses, claims, claims_of


@pytest.mark.parametrize(
    ("text", "about", "value", "fields"),
    [
        ("Bolt was founded in 1998.", "bolt", "1998", {"measure": "founded"}),
        (
            "Acme opened its lamp plant in Osaka in February.",
            "acme-osaka-plant",
            "2026-02",
            {
                "measure": "opened",
                "said": {"value": "February"},
                "how": "the nearest February up to publication, 2026-05-20",
            },
        ),
        (
            "The Kyoto lamp summit was held on Monday.",
            "lamp-summit-2026",
            "2026-05-18",
            {
                "measure": "held",
                "said": {"value": "on Monday"},
                "how": "the last Monday before publication on 2026-05-20",
            },
        ),
        (
            "The Japanese government said on Monday that it approved the lamp subsidies.",
            "lamp-subsidies",
            "2026-05-18",
            {
                "measure": "approved",
                "said": {"value": "on Monday"},
                "how": "the last Monday before publication on 2026-05-20",
            },
        ),
    ],
)
def test_what_was_done_on_a_date_is_a_date(
    clauses_of: ReadClauses, text: str, about: str, value: str, fields: dict[str, Field]
) -> None:
    assert claims_of(clauses_of(text), propose_dates) == [(about, "date", value, fields)]


@pytest.mark.parametrize(
    "text",
    [
        "Bolt said on Monday it would grow.",
        "Acme has run its lamp plant in Osaka in the past three years.",
        "Acme has run its lamp plant in Osaka since the 1980s.",
        "It was founded in 1998.",
    ],
)
def test_when_somebody_spoke_and_how_long_something_went_on_is_no_date(clauses_of: ReadClauses, text: str) -> None:
    assert claims_of(clauses_of(text), propose_dates) == []


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("May 20, 2026", "article-published"),
        ("Last checked: May 20, 2026", "article-last-verified"),
        ("2026-05-20", "article-published"),
    ],
)
def test_a_line_with_the_date_of_the_article_is_a_claim_about_its_publisher(
    clauses_of: ReadClauses, text: str, measure: str
) -> None:
    (clause,) = clauses_of(text)
    assert claims(propose_publication(clause, SubjectId("bolt"))) == [
        ("bolt", "date", "2026-05-20", {"measure": measure})
    ]
    assert list(propose_publication(clause, None)) == []


@pytest.mark.parametrize("text", ["Today", "May 19, 2026", "Bolt opened its first shop for lamps on May 20, 2026"])
def test_other_dates_are_not_those_of_the_article(clauses_of: ReadClauses, text: str) -> None:
    (clause,) = clauses_of(text)
    assert list(propose_publication(clause, SubjectId("bolt"))) == []
