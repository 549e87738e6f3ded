import pytest

from briefing.drafting.relations.unregistered_people import propose_unregistered_people
from tests.unit.drafting.outline import Claim, ReadClauses, claims_of


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Naoki Sato, the chairman of Bolt, spoke.", ("bolt", "office", "text:Naoki Sato", {"role": "chair"})),
        ("Bolt chairman Naoki Sato spoke.", ("bolt", "office", "text:Naoki Sato", {"role": "chair"})),
        ("Acme was founded in 1998 by Naoki Sato.", ("acme", "office", "text:Naoki Sato", {"role": "founder"})),
        ("Bolt is backed by Lumen Holdings.", ("bolt", "funder", "text:Lumen Holdings", {})),
        ("Acme, based in Nagoya Bay, grows.", ("acme", "located-in", "text:Nagoya Bay", {})),
        ("Acme teamed up with Lumen Holdings.", ("acme", "partner", "text:Lumen Holdings", {})),
        ("Bolt is owned by the Lumen Group.", ("bolt", "owner", "text:Lumen Group", {})),
    ],
)
def test_a_name_without_a_page_is_kept_as_text(clauses_of: ReadClauses, text: str, claim: Claim) -> None:
    assert claims_of(clauses_of(text), propose_unregistered_people) == [claim]


@pytest.mark.parametrize(
    "text", ["Its chairman Lumen spoke of Acme.", "Naoki Sato met Acme.", "Naoki Sato, a chairman, spoke."]
)
def test_a_single_word_or_a_role_of_nobody_is_no_office(clauses_of: ReadClauses, text: str) -> None:
    assert claims_of(clauses_of(text), propose_unregistered_people) == []
