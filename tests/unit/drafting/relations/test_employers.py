import pytest

from briefing.drafting.relations.employers import find_employer, guess_employer
from briefing.model.ids import SubjectId
from tests.unit.drafting.outline import ReadClauses

KEN = SubjectId("ken-mori")


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Acme's CEO spoke.", "acme"),
        ("Acme CEO spoke.", "acme"),
        ("Acme grows, its CEO spoke.", None),
        ("Tokyo's CEO spoke.", "japan"),
        ("The CEO spoke.", None),
    ],
)
def test_an_employer_stands_right_before_the_role(clauses_of: ReadClauses, text: str, employer: str | None) -> None:
    (clause,) = clauses_of(text)
    assert find_employer(clause, text.index("CEO")) == employer


def test_an_office_that_is_held_tells_whose_it_is(clauses_of: ReadClauses) -> None:
    *_, clause = clauses_of("Bolt grows. Prime minister Ken Mori spoke.")
    assert guess_employer(clause, 0, KEN, "prime-minister") == "japan"
    assert guess_employer(clause, 0, KEN, "director") == "bolt"
