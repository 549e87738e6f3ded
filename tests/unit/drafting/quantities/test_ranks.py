import pytest

from briefing.drafting.quantities.amounts import propose_quantities
from tests.unit.drafting.outline import ReadClauses, claims_of


@pytest.mark.parametrize(
    ("text", "about", "value", "name"),
    [
        ("Japan came 32nd on the global list of lamps.", "japan", "rank 32", "list-of-lamps"),
        ("Bolt is No. 2 in the world.", "bolt", "rank 2", "world"),
        ("Bolt came 3rd.", "bolt", "rank 3", "to-be-named"),
        ("Bolt came 3rd at the Kyoto lamp summit.", "bolt", "rank 3", "lamp-summit-2026"),
        ("Japan is the world’s second-oldest nation.", "japan", "rank 2", "oldest-nations"),
        ("Bolt, Osaka’s third-biggest lamp maker, grows.", "bolt", "rank 3", "osaka-biggest-lamp-makers"),
    ],
)
def test_a_rank_stands_on_a_list(clauses_of: ReadClauses, text: str, about: str, value: str, name: str) -> None:
    (claim,) = claims_of(clauses_of(text), propose_quantities)
    assert (*claim[:3], claim[3]["list"]) == (about, "rank", value, name)
