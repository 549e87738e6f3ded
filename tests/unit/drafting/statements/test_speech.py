import pytest

from briefing.drafting.statements.speech import Speaker, find_speaker
from briefing.model.ids import SubjectId
from tests.unit.drafting.outline import ReadClauses

JANE = SubjectId("jane-roe")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We are glad of it,” said Jane Roe.", Speaker(JANE, None, "We are glad of it")),
        ("Ken Mori met Jane Roe, who said it is good.", Speaker(JANE)),
        ("A spokesperson for Acme said it is good.", Speaker(SubjectId("acme"))),
        ("Analysts say it is good.", Speaker(None, "analysts")),
        ("Yesterday Joe Bloggs said it is good.", Speaker(None, "Joe Bloggs")),
        ("It is good, said Joe Bloggs, its head.", Speaker(None, "Joe Bloggs")),
        ("Acme builds lamps.", Speaker()),
        ("森健は「とても良い」と述べた。", Speaker(SubjectId("ken-mori"), None, "とても良い")),
    ],
)
def test_a_sentence_has_one_speaker(clauses_of: ReadClauses, text: str, speaker: Speaker) -> None:
    assert find_speaker(clauses_of(text)[0], Speaker()) == speaker


def test_he_said_is_the_one_who_spoke_before(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("He said it is good.")
    assert find_speaker(clause, Speaker(JANE)) == Speaker(JANE)
    assert find_speaker(clause, Speaker(None, "analysts")) == Speaker(None, "analysts")


def test_a_quotation_without_a_word_of_saying_goes_on(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("“And so are they.”")
    assert find_speaker(clause, Speaker(JANE)).subject == JANE
    assert not find_speaker(clause, Speaker()).speaks


def test_a_long_quotation_is_not_taken_over(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of(f"“{'word ' * 26},” said Jane Roe.")
    assert find_speaker(clause, Speaker()) == Speaker(JANE)
