import pytest

from briefing.drafting.quantities.sum_lines import name_line
from briefing.drafting.quantities.sum_subjects import find_precedent
from briefing.model.ids import SubjectId
from tests.unit.drafting.outline import ReadClauses


@pytest.mark.parametrize(
    ("text", "about", "line"),
    [
        ("Acme spends $3 billion on its plant in 2027.", "acme-osaka-plant", "total"),
        ("Acme spends $3 billion in 2027.", "acme", "2027"),
        ("Acme spends $3 billion by 2027.", "acme", "2027"),
        ("Acme spends $3 billion.", "acme", "total"),
    ],
)
def test_a_plan_has_one_total_and_a_company_one_for_each_year(
    clauses_of: ReadClauses, text: str, about: str, line: str
) -> None:
    (clause,) = clauses_of(text)
    assert name_line(clause, SubjectId(about), clause.figures[0], None) == line


def test_a_held_sum_gives_its_name_to_the_same_subject_only(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Acme spends $1.2 billion in 2027.")
    figure = clause.figures[0]
    precedent = find_precedent(clause, figure)
    assert precedent is not None
    assert name_line(clause, SubjectId("acme-osaka-plant"), figure, precedent) == "total"
    assert name_line(clause, SubjectId("acme"), figure, precedent) == "2027"
