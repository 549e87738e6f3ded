import pytest

from briefing.drafting.quantities.sum_measures import find_measure, find_measured_topic
from tests.unit.drafting.outline import ReadClauses


@pytest.mark.parametrize(
    ("near", "sum_printed", "measure"),
    [
        ("revenue of $3 billion and a profit of $1 billion", "$3", "revenue"),
        ("revenue of $3 billion and a profit of $1 billion", "$1", "profit"),
        ("its market value of $3 billion", "$3", "market-value"),
        ("shops worth over $3 billion", "$3", "valuation"),
        ("a debt of $3 billion", "$3", "debt"),
        ("時価総額は3兆円", "3兆", "market-value"),
        ("it paid $3 billion", "$3", None),
    ],
)
def test_the_nearest_word_tells_what_a_sum_measures(near: str, sum_printed: str, measure: str | None) -> None:
    assert find_measure(near, near.index(sum_printed)) == measure


def test_what_no_page_can_measure_is_no_topic(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Acme had revenue of $3 billion with Bulbs.")
    assert find_measured_topic(clause, "revenue") is None
    assert find_measured_topic(clause, "foreign-direct-investment") is None
