import pytest

from briefing.drafting.clauses.proposal import Field
from briefing.drafting.statements.speech import Speaker, find_speaker
from briefing.drafting.statements.statements import propose_words
from tests.unit.drafting.outline import ReadClauses, claims

EDITORIAL: dict[str, Field] = {"modality": "editorial", "speaker": {"document": "herald-new"}}
Words = tuple[str, str, dict[str, Field]]


def words_of(clauses_of: ReadClauses, text: str) -> list[Words]:
    """Return subject, attribute and fields of each claim of words of one clause; their value is the editor's."""
    (clause,) = clauses_of(text)
    proposed = claims(propose_words(clause, find_speaker(clause, Speaker()), "herald-new"))
    assert {value for _, _, value, _ in proposed} <= {None}
    return [(about, attribute, fields) for about, attribute, _, fields in proposed]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acme aims to grow.", [("acme", "aim", {"modality": "aim"})]),
        ("There is a risk for Acme.", [("acme", "risk", EDITORIAL)]),
        ("It is historic for Acme.", [("acme", "assessment", EDITORIAL)]),
        ("The historic risk is Acme’s.", [("acme", "risk", EDITORIAL)]),
        ("Acme is the largest lamp maker.", [("acme", "superlative", {"scope": "to be named"})]),
        ("Acme grows because of lamps.", [("acme", "reason", {})]),
        ("Bulbs refer to lamps.", [("bulbs", "definition", {})]),
        ("Acme grows.", []),
        ("It is historic.", []),
    ],
)
def test_what_the_text_says_in_its_own_voice(clauses_of: ReadClauses, text: str, words: list[Words]) -> None:
    assert words_of(clauses_of, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Roe said Acme grows.", [("acme", "assessment", {"speaker": "jane-roe"})]),
        (
            "Jane Roe said Acme grows because of lamps.",
            [
                ("acme", "assessment", {"speaker": "jane-roe"}),
                ("acme", "reason", {"speaker": "jane-roe", "modality": "opinion"}),
            ],
        ),
        (
            "“We fear the danger,” Jane Roe said of Acme.",
            [("acme", "risk", {"speaker": "jane-roe", "quote": "We fear the danger"})],
        ),
        ("Analysts say Acme faces danger.", [("acme", "risk", {"speaker": {"group": "analysts"}})]),
        ("Ken Mori said Japan grows because of lamps.", [("japan", "statement", {"speaker": "ken-mori"})]),
    ],
)
def test_what_somebody_says_is_an_opinion_or_a_statement_of_state(
    clauses_of: ReadClauses, text: str, words: list[Words]
) -> None:
    assert words_of(clauses_of, text) == words
