import pytest

from briefing.drafting.relations.offices import propose_offices
from tests.unit.drafting.outline import ReadClauses, claims, claims_of

Office = tuple[str, str, str]


def offices_of(clauses_of: ReadClauses, text: str) -> list[Office]:
    """Return body, person and role of each office that a text tells."""
    offices = claims_of(clauses_of(text), lambda clause: propose_offices(clause, ""))
    return [(body, str(person), str(fields["role"])) for body, _, person, fields in offices]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Jane Roe, president and CEO of Acme, spoke.",
            [("acme", "jane-roe", "president"), ("acme", "jane-roe", "chief-executive")],
        ),
        ("Acme CEO Jane Roe spoke.", [("acme", "jane-roe", "chief-executive")]),
        (
            "Acme's founder and CEO Jane Roe spoke.",
            [("acme", "jane-roe", "chief-executive"), ("acme", "jane-roe", "founder")],
        ),
        ("Japan's Prime Minister Ken Mori spoke.", [("japan", "ken-mori", "prime-minister")]),
        ("Bolt grows. Its director Jane Roe spoke.", [("bolt", "jane-roe", "director")]),
        ("Jane Roe, head of sales. Acme grows.", []),
        ("Jane Roe spoke of Acme.", []),
    ],
)
def test_a_role_beside_a_name_is_an_office(clauses_of: ReadClauses, text: str, offices: list[Office]) -> None:
    assert offices_of(clauses_of, text) == offices


def test_the_line_under_a_name_is_its_office(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("CEO & founder, Acme")
    assert claims(propose_offices(clause, " Jane Roe ")) == [
        ("acme", "office", "jane-roe", {"role": "chief-executive"}),
        ("acme", "office", "jane-roe", {"role": "founder"}),
    ]
    assert list(propose_offices(clause, "Tokyo")) == []
    assert list(propose_offices(clause, "Naoki Sato")) == []
