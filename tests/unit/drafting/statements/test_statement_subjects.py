import pytest

from briefing.drafting.statements.speech import Speaker
from briefing.drafting.statements.statement_subjects import rank_statement_subjects
from briefing.model.ids import SubjectId
from tests.unit.drafting.outline import ReadClauses

KEN = Speaker(SubjectId("ken-mori"))


@pytest.mark.parametrize(
    ("text", "speaker", "official", "subjects"),
    [
        ("Acme sells Bulbs in Osaka.", Speaker(), False, ("bulbs", "osaka", "acme")),
        ("Acme sells Bulbs in Osaka.", KEN, False, ("osaka", "bulbs", "acme")),
        ("Ken Mori likes the lamp subsidies of Japan.", KEN, True, ("lamp-subsidies", "japan")),
        ("Ken Mori likes the lamp subsidies of Japan.", KEN, False, ("japan", "lamp-subsidies")),
        ("It is good.", Speaker(), False, ()),
    ],
)
def test_words_are_about_things_and_places_before_companies(
    clauses_of: ReadClauses, text: str, speaker: Speaker, official: bool, subjects: tuple[str, ...]
) -> None:
    assert rank_statement_subjects(clauses_of(text)[0], speaker, official=official) == subjects
