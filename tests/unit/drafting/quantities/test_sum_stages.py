import pytest

from briefing.drafting.clauses.proposal import Field
from briefing.drafting.quantities.sum_stages import read_stage
from tests.unit.drafting.outline import ReadClauses


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Acme plans to invest $3 billion.", {"modality": "planned", "stage": "announced"}),
        ("Acme announced $3 billion.", {"stage": "announced"}),
        ("Japan approved the $3 billion that it announced.", {"stage": "approved"}),
        ("Japan has set aside $3 billion.", {"stage": "budgeted"}),
        ("Acme signed a deal of $3 billion.", {"stage": "contracted"}),
        ("Japan has paid out $3 billion.", {"stage": "disbursed"}),
        ("Japan will pledge $3 billion.", {"stage": "pledged"}),
        ("Acme needs to raise $3 billion.", {"stage": "target"}),
        ("Acme is considering $3 billion.", {"stage": "proposed"}),
        ("Acme spent $3 billion last year.", {"stage": "spent"}),
        ("Acme has spent $3 billion in the past three years.", {"stage": "spent", "basis": "cumulative"}),
        ("日本は3兆円を承認した。", {"stage": "approved"}),
        ("It is $3 billion.", {"stage": "announced"}),
    ],
)
def test_the_furthest_word_tells_how_far_the_money_is(
    clauses_of: ReadClauses, text: str, fields: dict[str, Field]
) -> None:
    assert read_stage(clauses_of(text)[0]) == fields
