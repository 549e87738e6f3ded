import pytest

from briefing.drafting.quantities.payers import find_payee, find_payer
from briefing.model.ids import SubjectId
from tests.unit.drafting.outline import ReadClauses


@pytest.mark.parametrize(
    ("text", "about", "payer"),
    [
        ("Acme spends $3 billion on its plant.", "acme-osaka-plant", "acme"),
        ("Japan gives $3 billion.", "lamp-subsidies", "japan"),
        ("Acme spends $3 billion.", "acme", "acme"),
        ("Acme has $3 billion.", "acme", None),
        ("Japan spends $3 billion.", "japan", None),
        ("Acme receives $3 billion.", "lamp-subsidies", None),
        ("Acme wants to raise $3 billion.", "acme", None),
        ("Jane Roe gives $3 billion.", "acme", None),
        ("It is $3 billion.", "acme", None),
    ],
)
def test_whoever_acts_pays_unless_the_money_comes_in(
    clauses_of: ReadClauses, text: str, about: str, payer: str | None
) -> None:
    assert find_payer(clauses_of(text)[0], SubjectId(about)) == payer


@pytest.mark.parametrize(
    ("text", "payee"),
    [
        ("Japan approved aid of up to 3 billion yen for Acme.", "acme"),
        ("Japan gives a loan to Bolt and Acme.", "bolt"),
        ("Japan gives support to Osaka.", None),
        ("Acme sells lamps to Bolt.", None),
    ],
)
def test_support_goes_to_the_company_behind_it(clauses_of: ReadClauses, text: str, payee: str | None) -> None:
    assert find_payee(clauses_of(text)[0]) == payee
